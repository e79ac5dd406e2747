"""Speech and translations: what models accept. Transcriptions and audio files have separate modules."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from presend.openai.today.model_facts import refuses
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.problems import Severity

SPEECH, TRANSLATION = "CreateSpeechRequest", "CreateTranslationRequest"
SPEC = "2026-08-21"  # the revision of the spec, and of the model lists in it
WHISPER = "whisper-1"
VOICES = frozenset(  # the ten of the enum, and fable, onyx and nova, which the text lists too
    ("alloy", "ash", "ballad", "cedar", "coral", "echo", "fable", "marin", "nova", "onyx", "sage", "shimmer", "verse")
)
OTHER_KINDS = re.compile(r"(gpt-|tts-|dall-e-|o\d|omni-|text-|sora-)")  # how names of OpenAI's other models begin

ELSEWHERE = {
    "translation.prompt.english": "Which language a text is in cannot be checked offline.",
    "speech.voice.custom-origin": "How a custom voice was made is known only to the server.",
}


@rule(
    "speech.model.known",
    "warning",
    "prose",
    "The model is tts-1, tts-1-hd, gpt-4o-mini-tts or a dated form of it.",
    "Name a model that speaks.",
    at=SPEECH,
    sources=said(f"{SPEECH}/properties/model"),
    as_of=SPEC,
)
def model_speaks(request: Any) -> Iterator[Finding]:
    model = request.get("model")
    if isinstance(model, str) and "tts" not in model:
        yield Finding("Suspicious {param}: expected a model that speaks, like gpt-4o-mini-tts.", member=("model",))


@rule(
    "speech.voice.known",
    "warning",
    "prose",
    "A voice by name is one of the thirteen that the text lists.",
    "Name one of them, or send the id of a custom voice: {'id': …}.",
    at=SPEECH,
    sources=said(f"{SPEECH}/properties/voice"),
    as_of=SPEC,
)
def voice_is_known(request: Any) -> Iterator[Finding]:
    voice = request.get("voice")
    if isinstance(voice, str) and voice not in VOICES:
        text = f"expected one of {', '.join(sorted(VOICES))}, or {{'id': …}} of a custom voice"
        yield Finding(f"Suspicious {{param}}: {text}.", member=("voice",))


@rule(
    "speech.instructions.model",
    "warning",
    "prose",
    "instructions does not work with tts-1 and tts-1-hd.",
    "Leave it out, or send gpt-4o-mini-tts.",
    at=SPEECH,
    sources=said(f"{SPEECH}/properties/instructions"),
    as_of=SPEC,
)
def instructions_fit_the_model(request: Any) -> Iterator[Finding]:
    if request.get("instructions") is not None and refuses(request.get("model"), "speech.instructions"):
        text = "it does not work with tts-1 and tts-1-hd. Leave it out, or send gpt-4o-mini-tts"
        yield Finding(f"Useless {{param}}: {text}.", member=("instructions",))


@rule(
    "speech.stream-format.sse-model",
    "warning",
    "prose",
    "stream_format sse does not work with tts-1 and tts-1-hd.",
    "Send 'audio', or gpt-4o-mini-tts.",
    at=SPEECH,
    sources=said(f"{SPEECH}/properties/stream_format"),
    as_of=SPEC,
)
def stream_format_fits_the_model(request: Any) -> Iterator[Finding]:
    if request.get("stream_format") == "sse" and refuses(request.get("model"), "speech.sse"):
        text = "'sse' does not work with tts-1 and tts-1-hd. Send 'audio', or gpt-4o-mini-tts"
        yield Finding(f"Invalid {{param}}: {text}.", member=("stream_format",))


@rule(
    "translation.model.supported",
    "error",
    "prose",
    "Only whisper-1 translates; of models that are not OpenAI's this is a warning.",
    "Send 'whisper-1'.",
    at=TRANSLATION,
    sources=said(f"{TRANSLATION}/properties/model"),
    as_of=SPEC,
)
def model_translates(request: Any) -> Iterator[Finding]:
    model = request.get("model")
    if isinstance(model, str) and model != WHISPER:
        severity: Severity | None = None if OTHER_KINDS.match(model) else "warning"
        text = "Invalid {param}: expected 'whisper-1': only this model translates."
        yield Finding(text, "unsupported_model", ("model",), severity=severity)


@rule(
    "translation.endpoint-retiring",
    "note",
    "inferred",
    "POST /audio/translations and whisper-1 are to shut down on 2027-02-26 (openai 3.57.0).",
    "Plan to transcribe, and to translate the text.",
    at=TRANSLATION,
    as_of="2027-02-26",
)
def translations_end(request: Any) -> Iterator[Finding]:
    if request.get("model") == WHISPER:
        yield Finding("Translations and whisper-1, as {param}, are to shut down on 2027-02-26.", "", ("model",))
