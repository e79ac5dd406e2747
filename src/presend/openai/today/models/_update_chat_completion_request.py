# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict
from ._metadata import Metadata


class UpdateChatCompletionRequest(Model):
    model_config = ConfigDict(extra="forbid")

    metadata: Metadata
