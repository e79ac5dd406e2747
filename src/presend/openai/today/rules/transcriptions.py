"""Transcriptions: options of models, and members that require or exclude one another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from presend.openai.today.model_facts import refuses
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

TRANSCRIPTION = "CreateTranscriptionRequest"
SPEC = "2026-08-21"  # the revision of the spec, and of the model lists in it
OMIT = "Leave it out."
MOST_SPEAKERS = 4  # most known speakers; the schema reports more
DIARIZE = "gpt-4o-transcribe-diarize"
GPT_TRANSCRIBE = "gpt-transcribe"
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
    for index, language in enumerate(items(request, "languages")):
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
    if request.get("languages") is not None and is_another(request, GPT_TRANSCRIBE):
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
    if request.get("keywords") is not None and is_another(request, GPT_TRANSCRIBE):
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
    if request.get("prompt") is not None and refuses(request.get("model"), "transcription.prompt"):
        yield Finding(f"Invalid {{param}}: it does not work with {DIARIZE}. {OMIT}", member=("prompt",))


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
    if request.get("stream") is True and refuses(request.get("model"), "transcription.stream"):
        text = "this model ignores it and sends no events. Leave it out, or send another model"
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
    given = [request.get(f"known_speaker_{kind}", []) for kind in ("names", "references")]
    names, voices = (len(one) if isinstance(one, list) else 0 for one in given)
    is_of_shape = all(isinstance(one, list) for one in given)  # the schema reports other values
    if is_of_shape and names != voices and max(names, voices) <= MOST_SPEAKERS:
        text = f"expected as many as 'known_speaker_references', but got {names} of them for {voices}"
        yield Finding(f"Invalid {{param}}: {text}.", member=("known_speaker_names",))


def is_another(request: Any, model: str) -> bool:
    """Say whether a request names a model, and not this one."""
    named = request.get("model")
    return isinstance(named, str) and named != model


def items(request: Any, name: str) -> list[Any]:
    """Return the items of a member; none if it is not a list."""
    value = request.get(name)
    return value if isinstance(value, list) else []
