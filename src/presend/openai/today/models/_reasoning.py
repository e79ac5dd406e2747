# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._reasoning_effort import ReasoningEffort, ReasoningEffortReturned
from ._reasoning_mode_enum import ReasoningModeEnum


class Reasoning(Model):
    mode: Omittable[ReasoningModeEnum] = None

    effort: ReasoningEffort | None = None

    summary: Literal["auto", "concise", "detailed"] | None = None

    context: Literal["auto", "current_turn", "all_turns"] | None = None

    generate_summary: Literal["auto", "concise", "detailed"] | None = None


class ReasoningReturned(Model):
    mode: ReasoningModeEnum | None = None

    effort: ReasoningEffortReturned | None = None

    summary: Literal["auto", "concise", "detailed"] | str | None = None

    context: Literal["auto", "current_turn", "all_turns"] | str | None = None

    generate_summary: Literal["auto", "concise", "detailed"] | str | None = None
