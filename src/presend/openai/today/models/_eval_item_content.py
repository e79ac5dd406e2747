# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._eval_item_content_array import EvalItemContentArray, EvalItemContentArrayReturned
from ._eval_item_content_item import EvalItemContentItem, EvalItemContentItemReturned


EvalItemContent = TypeAliasType("EvalItemContent", EvalItemContentItem | EvalItemContentArray)


EvalItemContentReturned = TypeAliasType(
    "EvalItemContentReturned", EvalItemContentItemReturned | EvalItemContentArrayReturned
)
