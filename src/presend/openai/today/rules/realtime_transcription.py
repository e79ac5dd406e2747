"""Transcription in realtime sessions: its model, and which options work with which model."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items
from presend.openai.today.model_facts import refuses
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.problems import Path

TRANSCRIPTION = "AudioTranscription"
AS_OF = "2026-08-21"
INPUTS = ("RealtimeSessionCreateRequestGAAudioInput", "RealtimeTranscriptionSessionCreateRequestGAAudioInput")
OF_TRANSCRIPTION = re.compile("whisper|transcribe")
TWO_LETTERS = re.compile("[a-z]{2}")


def _place(member: str) -> tuple[str, ...]:
    return said(f"{TRANSCRIPTION}/properties/{member}")


def _refused(value: dict[str, Any], member: str, name: str) -> Iterator[Finding]:
    """Yield a finding if the fact `name` shows that the model does not support a member."""
    model = value.get("model")
    if value.get(member) is not None and (fact := refuses(model, name)):
        text = f"Unsupported parameter: {{param}}: '{model}' does not accept it ({fact.date}). Leave it out."
        yield Finding(text, "unsupported_parameter", (member,))


@rule(
    "realtime.transcription.model.known",
    "warning",
    "prose",
    "The model is one of transcription.",
    "Choose gpt-live-transcribe, or another of the list.",
    at=f"{TRANSCRIPTION}.model",
    sources=_place("model"),
    as_of=AS_OF,
)
def model_is_of_transcription(model: Any) -> Iterator[Finding]:
    if isinstance(model, str) and not OF_TRANSCRIPTION.search(model):
        yield Finding("Unknown model for {param}: expected one of transcription, such as gpt-live-transcribe.")


@rule(
    "realtime.transcription.language.iso-639-1",
    "warning",
    "prose",
    "A language is a code of ISO 639-1, such as en.",
    "Send the two letters of the language.",
    at=TRANSCRIPTION,
    sources=(*_place("language"), *_place("languages")),
)
def language_has_two_letters(value: Any) -> Iterator[Finding]:
    places: list[tuple[Path, Any]] = [(("language",), value.get("language"))]
    places += [(("languages", index), code) for index, code in enumerate(items(value.get("languages")))]
    for member, code in places:
        if isinstance(code, str) and not TWO_LETTERS.fullmatch(code):
            yield Finding("Invalid {param}: expected a code of ISO 639-1, such as 'en'.", member=member)


@rule(
    "realtime.transcription.languages.model",
    "warning",
    "prose",
    "languages goes with gpt-transcribe and gpt-live-transcribe.",
    "Send language, or choose one of these models.",
    at=TRANSCRIPTION,
    sources=_place("languages"),
    as_of=AS_OF,
)
def languages_go_with_the_model(value: Any) -> Iterator[Finding]:
    yield from _refused(value, "languages", "transcription.hints")


@rule(
    "realtime.transcription.keywords.model",
    "warning",
    "prose",
    "keywords goes with gpt-transcribe and gpt-live-transcribe.",
    "Leave keywords out, or choose one of these models.",
    at=TRANSCRIPTION,
    sources=_place("keywords"),
    as_of=AS_OF,
)
def keywords_go_with_the_model(value: Any) -> Iterator[Finding]:
    yield from _refused(value, "keywords", "transcription.hints")


@rule(
    "realtime.transcription.prompt.whisper",
    "warning",
    "prose",
    "prompt does not go with gpt-realtime-whisper.",
    "Leave prompt out, or choose another model.",
    at=TRANSCRIPTION,
    sources=_place("prompt"),
    as_of=AS_OF,
)
def prompt_goes_with_the_model(value: Any) -> Iterator[Finding]:
    yield from _refused(value, "prompt", "transcription.prompt")


@rule(
    "realtime.transcription.delay.model",
    "warning",
    "prose",
    "delay goes with gpt-realtime-whisper.",
    "Leave delay out, or choose that model.",
    at=TRANSCRIPTION,
    sources=_place("delay"),
    as_of=AS_OF,
)
def delay_goes_with_the_model(value: Any) -> Iterator[Finding]:
    yield from _refused(value, "delay", "transcription.delay")


@rule(
    "realtime.turn-detection.whisper-null",
    "warning",
    "prose",
    "With gpt-realtime-whisper turn_detection is null.",
    "Send 'turn_detection': null.",
    at=INPUTS,
    sources=said("RealtimeTurnDetection/anyOf/0"),
    as_of=AS_OF,
)
def whisper_has_no_turn_detection(value: Any) -> Iterator[Finding]:
    transcription = value.get("transcription")
    model = transcription.get("model") if isinstance(transcription, dict) else None
    if refuses(model, "transcription.turn_detection") and value.get("turn_detection", "absent") is not None:
        yield Finding(f"Expected null as {{param}} for '{model}'.", member=("turn_detection",))
