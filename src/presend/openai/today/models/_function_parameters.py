# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import JsonObject
from typing_extensions import TypeAliasType


FunctionParameters = TypeAliasType("FunctionParameters", JsonObject)
