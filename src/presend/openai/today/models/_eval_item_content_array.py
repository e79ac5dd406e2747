# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._eval_item_content_item import EvalItemContentItem, EvalItemContentItemReturned


EvalItemContentArray = TypeAliasType("EvalItemContentArray", list[EvalItemContentItem])


EvalItemContentArrayReturned = TypeAliasType(
    "EvalItemContentArrayReturned", list[EvalItemContentItemReturned | None]
)
