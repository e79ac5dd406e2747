# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from ._moderation_policy_param import ModerationPolicyParam


class ModerationParam(Model):
    """Which moderation model checks the request and the answer, and by which policy."""

    model: str

    policy: ModerationPolicyParam | None = None
