# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model, Omittable
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


class RealtimeAudioFormatsReturnedAudioPcm(Model):
    type: Literal["audio/pcm"] | str | None = None

    rate: int | None = None


class RealtimeAudioFormatsReturnedAudioPcma(Model):
    type: Literal["audio/pcma"] | str | None = None


class RealtimeAudioFormatsReturnedAudioPcmu(Model):
    type: Literal["audio/pcmu"] | str | None = None


RealtimeAudioFormatsReturned = TypeAliasType(
    "RealtimeAudioFormatsReturned",
    Annotated[
        RealtimeAudioFormatsReturnedAudioPcm
        | RealtimeAudioFormatsReturnedAudioPcmu
        | RealtimeAudioFormatsReturnedAudioPcma
        | JsonObject,
        Exact(__name__, "RealtimeAudioFormatsReturned"),
    ],
)
