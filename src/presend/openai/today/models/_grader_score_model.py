# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from ._eval_item import EvalItem, EvalItemReturned
from ._reasoning_effort import ReasoningEffort, ReasoningEffortReturned


class GraderScoreModel(Model):
    type: Literal["score_model"]

    name: str

    model: str

    sampling_params: Omittable[GraderScoreModelSamplingParams] = None

    input: list[EvalItem]

    range: Annotated[Omittable[list[float]], Field(max_length=2, min_length=2)] = None


class GraderScoreModelReturned(Model):
    type: Literal["score_model"] | str | None = None

    name: str | None = None

    model: str | None = None

    sampling_params: GraderScoreModelReturnedSamplingParams | None = None

    input: list[EvalItemReturned | None] | None = None

    range: Annotated[list[float | None] | None, Field(max_length=2, min_length=2)] = None


class GraderScoreModelReturnedSamplingParams(Model):
    seed: int | None = None

    top_p: float | None = None

    temperature: float | None = None

    max_completions_tokens: Annotated[int, Field(ge=1)] | None = None

    reasoning_effort: ReasoningEffortReturned | None = None
    """How much a reasoning model thinks first. Less is faster and cheaper; not every model takes every
    value.
    """


class GraderScoreModelSamplingParams(Model):
    seed: int | None = None

    top_p: float | None = None

    temperature: float | None = None

    max_completions_tokens: Annotated[int, Field(ge=1)] | None = None

    reasoning_effort: ReasoningEffort | None = None
    """How much a reasoning model thinks first. Less is faster and cheaper; not every model takes every
    value.
    """
