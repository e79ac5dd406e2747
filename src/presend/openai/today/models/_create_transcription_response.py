# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._create_transcription_response_diarized_json import CreateTranscriptionResponseDiarizedJson
from ._create_transcription_response_json import CreateTranscriptionResponseJson
from ._create_transcription_response_verbose_json import CreateTranscriptionResponseVerboseJson


CreateTranscriptionResponse = TypeAliasType(
    "CreateTranscriptionResponse",
    CreateTranscriptionResponseJson
    | CreateTranscriptionResponseDiarizedJson
    | CreateTranscriptionResponseVerboseJson,
)
