"""Chat completions: audio output and audio models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items
from presend.openai.today.model_facts import fact_of, refuses
from presend.openai.today.rules.chat_parts import parts_of
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

CHAT = "CreateChatCompletionRequest"
OWN = f"{CHAT}/allOf/1/properties"
REVISED = "2026-08-21"  # of the spec that the sentences were read from
VOICES = frozenset("alloy ash ballad coral echo fable nova onyx sage shimmer marin cedar verse".split())


def _asks_for_audio(request: dict[str, Any]) -> bool:
    return "audio" in items(request.get("modalities"))


@rule(
    "chat.audio.required",
    "error",
    "prose",
    "audio is there when modalities asks for audio.",
    "Add {'audio': {'voice': …, 'format': …}}.",
    at=CHAT,
    sources=said(f"{OWN}/audio"),
)
def audio_output_is_described(request: Any) -> Iterator[Finding]:
    if _asks_for_audio(request) and request.get("audio") is None:
        text = "Missing required parameter: {param}, which 'modalities' asks for."
        yield Finding(text, "missing_required_parameter", ("audio",))


@rule(
    "chat.audio.without-modality",
    "warning",
    "inferred",
    "audio has an effect only when modalities asks for audio.",
    "Set modalities to ['text', 'audio'], or leave audio out.",
    at=CHAT,
    sources=said(f"{OWN}/audio"),
)
def described_audio_is_asked_for(request: Any) -> Iterator[Finding]:
    if isinstance(request.get("audio"), dict) and not _asks_for_audio(request):
        yield Finding("No effect of {param}: 'modalities' does not ask for audio.", member=("audio",))


@rule(
    "chat.audio.voice.known",
    "warning",
    "prose",
    "A voice by name is one of those that the text or the keyword lists.",
    "Send one of them; a voice of your own is an object with its id.",
    at="CreateChatCompletionRequestAudio.voice",
    sources=said(f"{OWN}/audio/properties/voice"),
    as_of=REVISED,
)
def voice_is_known(voice: Any) -> Iterator[Finding]:
    if isinstance(voice, str) and voice not in VOICES:
        yield Finding(f"Unknown voice for {{param}}: known are {', '.join(sorted(VOICES))}.")


@rule(
    "chat.audio.format.in-text",
    "warning",
    "prose",
    "The format of audio is wav, mp3, flac, opus or pcm16; the keyword lists aac too, the text does not.",
    "Choose one of the five.",
    at="CreateChatCompletionRequestAudio.format",
    sources=said(f"{OWN}/audio/properties/format"),
    as_of=REVISED,
)
def audio_format_stands_in_the_text(value: Any) -> Iterator[Finding]:
    if value == "aac":
        yield Finding("Doubtful {param}: the text lists wav, mp3, flac, opus and pcm16, but not 'aac'.")


@rule(
    "observed.chat.audio.stream-format",
    "error",
    "observed",
    "Audio that is streamed has the format pcm16 (mkht/PSOpenAI#43).",
    "Set audio.format to 'pcm16', or stream to false.",
    at=CHAT,
    as_of=REVISED,
)
def streamed_audio_is_pcm16(request: Any) -> Iterator[Finding]:
    audio = request.get("audio")
    wanted = audio.get("format") if isinstance(audio, dict) and _asks_for_audio(request) else None
    if request.get("stream") is True and isinstance(wanted, str) and wanted != "pcm16":
        text = "Unsupported value: {param} has to be 'pcm16' when stream is true."
        yield Finding(text, "unsupported_value", ("audio", "format"))


@rule(
    "chat.modalities.model",
    "warning",
    "prose",
    "Audio output is for audio models.",
    "Choose an audio model, or ask for text.",
    at=CHAT,
    sources=said("ResponseModalities/anyOf/0"),
    as_of=REVISED,
)
def audio_output_fits_the_model(request: Any) -> Iterator[Finding]:
    if _asks_for_audio(request) and refuses(request.get("model"), "chat.audio"):
        yield Finding(
            "Unsupported value: {param} asks for audio, which this model does not make.", member=("modalities",)
        )


@rule(
    "observed.chat.audio.needed",
    "error",
    "observed",
    "Audio previews want audio, in the content or as output (CherryHQ/cherry-studio#1179, truefoundry/models#822).",
    "Send audio, ask for it in modalities, or choose another model.",
    at=CHAT,
    as_of="2025-02",
)
def audio_models_hear_or_speak(request: Any) -> Iterator[Finding]:
    fact = fact_of(request.get("model"), "chat.audio")
    if fact is None or fact.value != "needed" or _asks_for_audio(request):
        return
    spoken = any(isinstance(message, dict) and message.get("audio") for message in items(request.get("messages")))
    if not spoken and not any(True for _ in parts_of(request, "input_audio")):
        text = "Unsupported {param}: this model requires that either input content or output modality contain audio."
        yield Finding(text, member=("model",))
