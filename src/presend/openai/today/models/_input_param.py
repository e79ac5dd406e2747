# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._input_item import InputItem


InputParam = TypeAliasType("InputParam", str | list[InputItem])
"""What the model gets: one text, or a list of messages, calls, their outputs and other items."""
