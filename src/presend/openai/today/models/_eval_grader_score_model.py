# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from ._eval_item import EvalItem, EvalItemReturned
from ._grader_score_model import GraderScoreModelReturnedSamplingParams, GraderScoreModelSamplingParams


class EvalGraderScoreModel(Model):
    type: Literal["score_model"]

    name: str

    model: str

    sampling_params: Omittable[GraderScoreModelSamplingParams] = None

    input: list[EvalItem]

    range: Annotated[Omittable[list[float]], Field(max_length=2, min_length=2)] = None

    pass_threshold: Omittable[float] = None


class EvalGraderScoreModelReturned(Model):
    type: Literal["score_model"] | str | None = None

    name: str | None = None

    model: str | None = None

    sampling_params: GraderScoreModelReturnedSamplingParams | None = None

    input: list[EvalItemReturned | None] | None = None

    range: Annotated[list[float | None] | None, Field(max_length=2, min_length=2)] = None

    pass_threshold: float | None = None
