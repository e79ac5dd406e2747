# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from ._moderation_policy_param import ModerationPolicyParam


class ModerationParam(Model):
    model: str

    policy: ModerationPolicyParam | None = None
