# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict
from ._response_moderation_config_param import ResponseModerationConfigParam


class ResponseModerationPolicyParam(Model):
    model_config = ConfigDict(extra="forbid")

    input: ResponseModerationConfigParam | None = None

    output: ResponseModerationConfigParam | None = None
