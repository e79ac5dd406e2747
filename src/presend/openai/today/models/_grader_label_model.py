# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._eval_item import EvalItem, EvalItemReturned


class GraderLabelModel(Model):
    type: Literal["label_model"]

    name: str

    model: str

    input: list[EvalItem]

    labels: list[str]

    passing_labels: list[str]


class GraderLabelModelReturned(Model):
    type: Literal["label_model"] | str | None = None

    name: str | None = None

    model: str | None = None

    input: list[EvalItemReturned | None] | None = None

    labels: list[str | None] | None = None

    passing_labels: list[str | None] | None = None
