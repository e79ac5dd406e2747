# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._reasoning_effort import ReasoningEffort, ReasoningEffortReturned
from ._reasoning_mode_enum import ReasoningModeEnum


class Reasoning(Model):
    """How much the model thinks first, and what it tells of it. For reasoning models alone."""

    model_config = ConfigDict(extra="forbid")

    mode: Omittable[ReasoningModeEnum] = None

    effort: ReasoningEffort | None = None
    """How much a reasoning model thinks first. Less is faster and cheaper; not every model takes every
    value.
    """

    summary: Literal["auto", "concise", "detailed"] | None = None

    context: Literal["auto", "current_turn", "all_turns"] | None = None

    generate_summary: Literal["auto", "concise", "detailed"] | None = None


class ReasoningReturned(Model):
    """How much the model thinks first, and what it tells of it. For reasoning models alone."""

    mode: ReasoningModeEnum | None = None

    effort: ReasoningEffortReturned | None = None
    """How much a reasoning model thinks first. Less is faster and cheaper; not every model takes every
    value.
    """

    summary: Literal["auto", "concise", "detailed"] | str | None = None

    context: Literal["auto", "current_turn", "all_turns"] | str | None = None

    generate_summary: Literal["auto", "concise", "detailed"] | str | None = None
