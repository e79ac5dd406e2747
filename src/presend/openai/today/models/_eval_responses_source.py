# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import JsonObject, Model
from pydantic import Field
from ._reasoning_effort import ReasoningEffort, ReasoningEffortReturned


class EvalResponsesSource(Model):
    type: Literal["responses"]

    metadata: JsonObject | None = None

    model: str | None = None

    instructions_search: str | None = None

    created_after: Annotated[int, Field(ge=0)] | None = None

    created_before: Annotated[int, Field(ge=0)] | None = None

    reasoning_effort: ReasoningEffort | None = None

    temperature: float | None = None

    top_p: float | None = None

    users: list[str] | None = None

    tools: list[str] | None = None


class EvalResponsesSourceReturned(Model):
    type: Literal["responses"] | str | None = None

    metadata: JsonObject | None = None

    model: str | None = None

    instructions_search: str | None = None

    created_after: Annotated[int, Field(ge=0)] | None = None

    created_before: Annotated[int, Field(ge=0)] | None = None

    reasoning_effort: ReasoningEffortReturned | None = None

    temperature: float | None = None

    top_p: float | None = None

    users: list[str | None] | None = None

    tools: list[str | None] | None = None
