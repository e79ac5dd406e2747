# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict
from typing_extensions import TypeAliasType
from ._voice_ids_shared import VoiceIdsShared


class VoiceIdsOrCustomVoiceWithId(Model):
    model_config = ConfigDict(extra="forbid")

    id: str


VoiceIdsOrCustomVoice = TypeAliasType("VoiceIdsOrCustomVoice", VoiceIdsShared | VoiceIdsOrCustomVoiceWithId)
"""The voice: the name of a built-in one, or an object with the id of a voice of your own."""
