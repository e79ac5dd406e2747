# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict
from ._moderation_mode import ModerationMode


class ResponseModerationConfigParam(Model):
    model_config = ConfigDict(extra="forbid")

    mode: ModerationMode
