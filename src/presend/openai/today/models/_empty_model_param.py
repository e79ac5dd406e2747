# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from typing_extensions import TypeAliasType


EmptyModelParam = TypeAliasType("EmptyModelParam", Annotated[JsonObject, Exact(__name__, "EmptyModelParam")])


EmptyModelParamReturned = TypeAliasType("EmptyModelParamReturned", JsonObject)
