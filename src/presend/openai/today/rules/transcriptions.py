"""Transcriptions: what models take, and members that need or exclude one another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from presend.openai.today.audio_models import DIARIZE, DIARIZED_FORMATS, FORMATS, GPT_TRANSCRIBE, WHISPER, WITH_LOGPROBS
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

TRANSCRIPTION = "CreateTranscriptionRequest"
SPEC = "2026-08-21"  # the revision of the spec, and of the model lists in it
OMIT = "Leave it out."
CODE = re.compile(r"[a-z]{2}")  # ISO 639-1

ELSEWHERE = {
    "transcription.prompt.language": "It needs the audio: whether the prompt is in its language cannot be checked.",
    "transcription.known-speakers.short-name": "The text names no length that would be too long.",
}


@rule(
    "transcription.model.known",
    "warning",
    "prose",
    "The model is one of the six that transcribe.",
    "Name a model that transcribes.",
    at=TRANSCRIPTION,
    sources=said(f"{TRANSCRIPTION}/properties/model"),
    as_of=SPEC,
)
def model_transcribes(request: Any) -> Iterator[Finding]:
    model = request.get("model")
    if isinstance(model, str) and "whisper" not in model and "transcribe" not in model:
        yield Finding("Suspicious {param}: expected a model that transcribes, like gpt-transcribe.", member=("model",))


@rule(
    "transcription.language.iso-639-1",
    "warning",
    "prose",
    "language is a two-letter code of ISO 639-1.",
    "Send a code like 'en'.",
    at=TRANSCRIPTION,
    sources=said(f"{TRANSCRIPTION}/properties/language"),
)
def language_is_a_code(request: Any) -> Iterator[Finding]:
    language = request.get("language")
    if isinstance(language, str) and not CODE.fullmatch(language):
        yield Finding("Invalid {param}: expected a code of ISO 639-1, like 'en'.", member=("language",))


@rule(
    "transcription.languages.iso-639-1",
    "warning",
    "prose",
    "Each of languages is a two-letter code of ISO 639-1.",
    "Send codes like 'en'.",
    at=TRANSCRIPTION,
    sources=said(f"{TRANSCRIPTION}/properties/languages"),
)
def languages_are_codes(request: Any) -> Iterator[Finding]:
    for index, language in enumerate(_items(request, "languages")):
        if isinstance(language, str) and not CODE.fullmatch(language):
            text = "Invalid {param}: expected a code of ISO 639-1, like 'en'."
            yield Finding(text, member=("languages", index))


@rule(
    "transcription.languages.model",
    "warning",
    "prose",
    "languages works with gpt-transcribe.",
    "Send language, or gpt-transcribe.",
    at=TRANSCRIPTION,
    sources=said(f"{TRANSCRIPTION}/properties/languages"),
    as_of=SPEC,
)
def languages_fit_the_model(request: Any) -> Iterator[Finding]:
    if request.get("languages") is not None and _is_another(request, GPT_TRANSCRIBE):
        text = "it works with gpt-transcribe. Send 'language', or that model"
        yield Finding(f"Useless {{param}}: {text}.", member=("languages",))


@rule(
    "transcription.keywords.model",
    "warning",
    "prose",
    "keywords works with gpt-transcribe.",
    "Leave it out, or send gpt-transcribe.",
    at=TRANSCRIPTION,
    sources=said(f"{TRANSCRIPTION}/properties/keywords"),
    as_of=SPEC,
)
def keywords_fit_the_model(request: Any) -> Iterator[Finding]:
    if request.get("keywords") is not None and _is_another(request, GPT_TRANSCRIBE):
        text = "it works with gpt-transcribe. Leave it out, or send that model"
        yield Finding(f"Useless {{param}}: {text}.", member=("keywords",))


@rule(
    "transcription.prompt.diarize",
    "warning",
    "prose",
    "prompt does not work with gpt-4o-transcribe-diarize.",
    OMIT,
    at=TRANSCRIPTION,
    sources=said(f"{TRANSCRIPTION}/properties/prompt"),
    as_of=SPEC,
)
def prompt_fits_the_model(request: Any) -> Iterator[Finding]:
    if request.get("prompt") is not None and request.get("model") == DIARIZE:
        yield Finding(f"Invalid {{param}}: it does not work with {DIARIZE}. {OMIT}", member=("prompt",))


@rule(
    "transcription.response-format.gpt-4o",
    "error",
    "observed",
    "gpt-4o-transcribe, gpt-4o-mini-transcribe and gpt-transcribe answer in json or text (openai/openai-dotnet#401, "
    "lfnovo/esperanto#269, zachlatta/freeflow#218, island-io/mila#189).",
    "Send 'json' or 'text', or whisper-1.",
    at=TRANSCRIPTION,
    sources=said("AudioResponseFormat"),
    as_of="2026-08-01",
)
def response_format_fits_the_model(request: Any) -> Iterator[Finding]:
    model, wanted = request.get("model"), request.get("response_format")
    if not isinstance(model, str) or not isinstance(wanted, str):
        return
    for names, formats in FORMATS:
        if names.fullmatch(model) and wanted not in formats:
            text = "this model answers in 'json' or 'text'. Send one of them, or whisper-1"
            yield Finding(f"Invalid {{param}}: {text}.", "unsupported_value", ("response_format",))


@rule(
    "transcription.response-format.diarize",
    "warning",
    "prose",
    "gpt-4o-transcribe-diarize answers in json, text or diarized_json.",
    "Send 'diarized_json', 'json' or 'text'.",
    at=TRANSCRIPTION,
    sources=said("AudioResponseFormat"),
    as_of=SPEC,
)
def response_format_is_of_the_diarizing_model(request: Any) -> Iterator[Finding]:
    wanted = request.get("response_format")
    if isinstance(wanted, str) and wanted not in DIARIZED_FORMATS and request.get("model") == DIARIZE:
        text = f"{DIARIZE} answers in 'diarized_json', 'json' or 'text'"
        yield Finding(f"Invalid {{param}}: {text}.", "unsupported_value", ("response_format",))


@rule(
    "transcription.response-format.speakers",
    "note",
    "prose",
    "Speaker labels come with diarized_json alone.",
    "Send response_format 'diarized_json' for labels.",
    at=TRANSCRIPTION,
    sources=said("AudioResponseFormat"),
    as_of=SPEC,
)
def speakers_are_labelled(request: Any) -> Iterator[Finding]:
    if request.get("model") == DIARIZE and request.get("response_format") in (None, "json", "text"):  # noqa: PLR6201
        yield Finding("Speaker labels come with 'diarized_json' as {param} alone.", "", ("response_format",))


@rule(
    "transcription.response-format.diarized-model",
    "warning",
    "inferred",
    "diarized_json is for gpt-4o-transcribe-diarize.",
    "Send gpt-4o-transcribe-diarize, or another format.",
    at=TRANSCRIPTION,
    sources=said("AudioResponseFormat"),
    as_of=SPEC,
)
def diarized_json_fits_the_model(request: Any) -> Iterator[Finding]:
    if request.get("response_format") == "diarized_json" and _is_another(request, DIARIZE):
        text = f"'diarized_json' is for {DIARIZE}. Send that model, or another format"
        yield Finding(f"Invalid {{param}}: {text}.", "unsupported_value", ("response_format",))


@rule(
    "transcription.include.response-format",
    "error",
    "prose",
    "logprobs go with response_format json, the default.",
    "Send response_format 'json', or leave include out.",
    at=TRANSCRIPTION,
    sources=said(f"{TRANSCRIPTION}/properties/include"),
)
def logprobs_come_as_json(request: Any) -> Iterator[Finding]:
    if "logprobs" in _items(request, "include") and request.get("response_format") not in (None, "json"):  # noqa: PLR6201
        text = "'logprobs' goes with response_format 'json'. Send that, or leave it out"
        yield Finding(f"Invalid {{param}}: {text}.", member=("include",))


@rule(
    "transcription.include.model",
    "warning",
    "prose",
    "logprobs work with gpt-4o-transcribe, gpt-4o-mini-transcribe and their dated forms alone.",
    "Leave include out, or send gpt-4o-transcribe.",
    at=TRANSCRIPTION,
    sources=said(f"{TRANSCRIPTION}/properties/include"),
    as_of=SPEC,
)
def logprobs_fit_the_model(request: Any) -> Iterator[Finding]:
    model = request.get("model")
    if "logprobs" in _items(request, "include") and isinstance(model, str):
        if model != DIARIZE and not WITH_LOGPROBS.fullmatch(model):
            text = "'logprobs' works with gpt-4o-transcribe and gpt-4o-mini-transcribe. Leave it out"
            yield Finding(f"Useless {{param}}: {text}.", member=("include",))


@rule(
    "transcription.include.diarize",
    "warning",
    "prose",
    "include does not work with gpt-4o-transcribe-diarize.",
    OMIT,
    at=TRANSCRIPTION,
    sources=said(f"{TRANSCRIPTION}/properties/include"),
    as_of=SPEC,
)
def include_fits_the_model(request: Any) -> Iterator[Finding]:
    if _items(request, "include") and request.get("model") == DIARIZE:
        yield Finding(f"Invalid {{param}}: it does not work with {DIARIZE}. {OMIT}", member=("include",))


@rule(
    "transcription.timestamps.needs-verbose-json",
    "error",
    "prose",
    "timestamp_granularities goes with response_format verbose_json (SubtitleEdit/subtitleedit#11151).",
    "Send response_format 'verbose_json' beside it, or leave it out.",
    at=TRANSCRIPTION,
    sources=said(f"{TRANSCRIPTION}/properties/timestamp_granularities"),
)
def timestamps_come_as_verbose_json(request: Any) -> Iterator[Finding]:
    if _items(request, "timestamp_granularities") and request.get("response_format") != "verbose_json":
        text = "send response_format 'verbose_json' beside it, or leave it out"
        yield Finding(f"Invalid {{param}}: {text}.", member=("timestamp_granularities",))


@rule(
    "transcription.timestamps.diarize",
    "warning",
    "prose",
    "timestamp_granularities does not work with gpt-4o-transcribe-diarize.",
    OMIT,
    at=TRANSCRIPTION,
    sources=said(f"{TRANSCRIPTION}/properties/timestamp_granularities"),
    as_of=SPEC,
)
def timestamps_fit_the_model(request: Any) -> Iterator[Finding]:
    if request.get("timestamp_granularities") is not None and request.get("model") == DIARIZE:
        text = f"Invalid {{param}}: it does not work with {DIARIZE}. {OMIT}"
        yield Finding(text, member=("timestamp_granularities",))


@rule(
    "transcription.stream.whisper",
    "warning",
    "prose",
    "whisper-1 ignores stream, and who waits for events waits in vain.",
    "Leave it out, or send another model.",
    at=TRANSCRIPTION,
    sources=said(f"{TRANSCRIPTION}/properties/stream/anyOf/0"),
    as_of=SPEC,
)
def stream_fits_the_model(request: Any) -> Iterator[Finding]:
    if request.get("stream") is True and request.get("model") == WHISPER:
        text = "whisper-1 ignores it and sends no events. Leave it out, or send another model"
        yield Finding(f"Useless {{param}}: {text}.", member=("stream",))


@rule(
    "transcription.chunking.diarize-long",
    "error",
    "observed",
    "gpt-4o-transcribe-diarize needs chunking_strategy, also for less than 30 seconds of audio (BerriAI/litellm#18125, "
    "laravel/ai#90).",
    "Send chunking_strategy 'auto'.",
    at=TRANSCRIPTION,
    sources=said(f"{TRANSCRIPTION}/properties/chunking_strategy/anyOf/0"),
    as_of="2026-09-01",
)
def diarizing_model_has_a_chunking_strategy(request: Any) -> Iterator[Finding]:
    if request.get("model") == DIARIZE and request.get("chunking_strategy") is None:
        text = f"Missing {{param}}: {DIARIZE} needs it. Send 'auto'."
        yield Finding(text, "missing_required_parameter", ("chunking_strategy",))


@rule(
    "transcription.known-speakers.same-length",
    "error",
    "inferred",
    "There are as many known_speaker_names as known_speaker_references.",
    "Send a name for each reference, in the same order.",
    at=TRANSCRIPTION,
    sources=said(
        f"{TRANSCRIPTION}/properties/known_speaker_names", f"{TRANSCRIPTION}/properties/known_speaker_references"
    ),
)
def speakers_have_a_name_and_a_voice(request: Any) -> Iterator[Finding]:
    names, voices = (len(_items(request, f"known_speaker_{kind}")) for kind in ("names", "references"))
    if names != voices:
        text = f"expected as many as 'known_speaker_references', but got {names} of them for {voices}"
        yield Finding(f"Invalid {{param}}: {text}.", member=("known_speaker_names",))


def _is_another(request: Any, model: str) -> bool:
    named = request.get("model")
    return isinstance(named, str) and named != model


def _items(request: Any, name: str) -> list[Any]:
    value = request.get(name)
    return value if isinstance(value, list) else []
