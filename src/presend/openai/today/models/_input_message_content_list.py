# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._input_content import InputContent, InputContentReturned


InputMessageContentList = TypeAliasType("InputMessageContentList", list[InputContent])


InputMessageContentListReturned = TypeAliasType(
    "InputMessageContentListReturned", list[InputContentReturned | None]
)
