# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._reasoning_effort import ReasoningEffort
from ._reasoning_mode_enum import ReasoningModeEnum


class Reasoning(Model):
    model_config = ConfigDict(extra="forbid")

    mode: Omittable[ReasoningModeEnum] = None

    effort: ReasoningEffort | None = None

    summary: Literal["auto", "concise", "detailed"] | None = None

    context: Literal["auto", "current_turn", "all_turns"] | None = None

    generate_summary: Literal["auto", "concise", "detailed"] | None = None
