# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict


class RealtimeCallReferRequest(Model):
    """Hands a call over to another phone number or SIP address."""

    model_config = ConfigDict(extra="forbid")

    target_uri: str
    """Where the call goes, as for SIP's `Refer-To`: `tel:+498912345` or `sip:agent@example.com`."""
