# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._eval_item_content import EvalItemContent


class EvalItem(Model):
    role: Literal["user", "assistant", "system", "developer"]

    content: EvalItemContent

    type: Omittable[Literal["message"]] = None
