# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from pydantic import ConfigDict


class RealtimeCallRejectRequest(Model):
    """Turns a call away."""

    model_config = ConfigDict(extra="forbid")

    status_code: Omittable[int] = None
    """The SIP status that the caller gets. Left out, it is 603 (Decline)."""
