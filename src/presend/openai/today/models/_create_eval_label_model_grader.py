# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._create_eval_item import CreateEvalItem


class CreateEvalLabelModelGrader(Model):
    type: Literal["label_model"]

    name: str

    model: str

    input: list[CreateEvalItem]

    labels: list[str]

    passing_labels: list[str]
