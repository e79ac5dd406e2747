"""Output of transcriptions: formats by model, and requirements of logprobs and timestamps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from presend.openai.today.model_facts import fact_of, refuses
from presend.openai.today.rules.transcriptions import DIARIZE, OMIT, SPEC, TRANSCRIPTION, is_another, items
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

DIARIZED_FORMATS = frozenset({"json", "text", "diarized_json"})
OTHER_FORMATS = ("text", "srt", "verbose_json", "vtt", "diarized_json")  # than json; of another the schema speaks
WITH_LOGPROBS = re.compile(r"gpt-4o(-mini)?-transcribe(-\d{4}-\d\d-\d\d)?")


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
    wanted = request.get("response_format")
    fact = fact_of(request.get("model"), "transcription.formats") if isinstance(wanted, str) else None
    if fact is not None and wanted not in fact.value.split():
        text = f"{fact.model} answers in {' or '.join(fact.value.split())}. Send one of them, or whisper-1"
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
    "Speaker labels come only with diarized_json.",
    "Send response_format 'diarized_json' for labels.",
    at=TRANSCRIPTION,
    sources=said("AudioResponseFormat"),
    as_of=SPEC,
)
def speakers_are_labelled(request: Any) -> Iterator[Finding]:
    if request.get("model") == DIARIZE and request.get("response_format") in (None, "json", "text"):
        yield Finding("Speaker labels come only with 'diarized_json' as {param}.", "", ("response_format",))


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
    if request.get("response_format") == "diarized_json" and is_another(request, DIARIZE):
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
    if "logprobs" in items(request, "include") and request.get("response_format") in OTHER_FORMATS:
        text = "'logprobs' goes with response_format 'json'. Send that, or leave it out"
        yield Finding(f"Invalid {{param}}: {text}.", member=("include",))


@rule(
    "transcription.include.model",
    "warning",
    "prose",
    "logprobs work only with gpt-4o-transcribe, gpt-4o-mini-transcribe and their dated forms.",
    "Leave include out, or send gpt-4o-transcribe.",
    at=TRANSCRIPTION,
    sources=said(f"{TRANSCRIPTION}/properties/include"),
    as_of=SPEC,
)
def logprobs_fit_the_model(request: Any) -> Iterator[Finding]:
    model = request.get("model")
    is_fit = not isinstance(model, str) or model == DIARIZE or WITH_LOGPROBS.fullmatch(model)
    if "logprobs" in items(request, "include") and not is_fit:
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
    if items(request, "include") and refuses(request.get("model"), "transcription.include"):
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
    if items(request, "timestamp_granularities") and request.get("response_format") != "verbose_json":
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
    is_given = request.get("timestamp_granularities") is not None
    if is_given and refuses(request.get("model"), "transcription.timestamp_granularities"):
        text = f"Invalid {{param}}: it does not work with {DIARIZE}. {OMIT}"
        yield Finding(text, member=("timestamp_granularities",))
