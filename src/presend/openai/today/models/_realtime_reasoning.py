# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from ._realtime_reasoning_effort import RealtimeReasoningEffort, RealtimeReasoningEffortReturned


class RealtimeReasoning(Model):
    """How much a realtime model thinks before it speaks."""

    effort: Omittable[RealtimeReasoningEffort] = None


class RealtimeReasoningReturned(Model):
    """How much a realtime model thinks before it speaks."""

    effort: RealtimeReasoningEffortReturned | None = None
