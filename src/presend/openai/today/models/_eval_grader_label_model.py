# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._eval_item import EvalItem


class EvalGraderLabelModel(Model):
    type: Literal["label_model"]

    name: str

    model: str

    input: list[EvalItem]

    labels: list[str]

    passing_labels: list[str]
