# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict
from ._metadata import Metadata


class UpdateChatCompletionRequest(Model):
    model_config = ConfigDict(extra="forbid")

    metadata: Metadata
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """
