# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict
from ._response_moderation_policy_param import ResponseModerationPolicyParam


class ResponseModerationParam(Model):
    model_config = ConfigDict(extra="forbid")

    model: str

    policy: ResponseModerationPolicyParam | None = None
