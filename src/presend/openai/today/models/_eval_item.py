# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._eval_item_content import EvalItemContent, EvalItemContentReturned


class EvalItem(Model):
    role: Literal["user", "assistant", "system", "developer"]

    content: EvalItemContent

    type: Omittable[Literal["message"]] = None


class EvalItemReturned(Model):
    role: Literal["user", "assistant", "system", "developer"] | str | None = None

    content: EvalItemContentReturned | None = None

    type: Literal["message"] | str | None = None
