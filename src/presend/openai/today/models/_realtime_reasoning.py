# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from ._realtime_reasoning_effort import RealtimeReasoningEffort, RealtimeReasoningEffortReturned


class RealtimeReasoning(Model):
    effort: Omittable[RealtimeReasoningEffort] = None


class RealtimeReasoningReturned(Model):
    effort: RealtimeReasoningEffortReturned | None = None
