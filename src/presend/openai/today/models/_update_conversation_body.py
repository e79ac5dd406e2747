# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from ._metadata import Metadata


class UpdateConversationBody(Model):
    metadata: Metadata
