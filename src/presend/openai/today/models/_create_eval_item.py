# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from typing_extensions import TypeAliasType
from ._eval_item import EvalItem


class CreateEvalItemWithRole(Model):
    role: str

    content: str


CreateEvalItem = TypeAliasType("CreateEvalItem", CreateEvalItemWithRole | EvalItem)
