# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


SearchContentType = TypeAliasType("SearchContentType", Literal["text", "image"])


SearchContentTypeReturned = TypeAliasType("SearchContentTypeReturned", Literal["text", "image"] | str)
