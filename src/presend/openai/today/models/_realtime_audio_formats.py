# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from typing_extensions import TypeAliasType


class RealtimeAudioFormatsAudioPcm(Model):
    type: Omittable[Literal["audio/pcm"]] = None

    rate: Omittable[Literal[24000]] = None


class RealtimeAudioFormatsAudioPcma(Model):
    type: Omittable[Literal["audio/pcma"]] = None


class RealtimeAudioFormatsAudioPcmu(Model):
    type: Omittable[Literal["audio/pcmu"]] = None


RealtimeAudioFormats = TypeAliasType(
    "RealtimeAudioFormats",
    RealtimeAudioFormatsAudioPcm | RealtimeAudioFormatsAudioPcmu | RealtimeAudioFormatsAudioPcma,
)
