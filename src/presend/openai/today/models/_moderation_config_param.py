# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from ._moderation_mode import ModerationMode


class ModerationConfigParam(Model):
    mode: ModerationMode
