# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from ._moderation_config_param import ModerationConfigParam


class ModerationPolicyParam(Model):
    input: ModerationConfigParam | None = None

    output: ModerationConfigParam | None = None
