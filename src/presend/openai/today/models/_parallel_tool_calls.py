# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType


ParallelToolCalls = TypeAliasType("ParallelToolCalls", bool)
"""Whether the model may call several tools at once.

The API's default is `true`.
"""
