"""Files to transcribe or translate: name, content, size and, for a WAV, length."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

from presend.files.uploads import UploadFault, open_upload
from presend.openai.data_urls import look_into
from presend.openai.today.model_facts import fact_of
from presend.openai.today.sound import CONTAINERS, START, SUPPORTED, container_of, wav_seconds
from presend.problems import Finding
from presend.rule import Rule, rule, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.files.uploads import Upload
    from presend.rule import Check

TRANSCRIPTION, TRANSLATION = "CreateTranscriptionRequest", "CreateTranslationRequest"
MOST = 26_214_400  # most bytes of a request, according to the API's answer
MEDIA_PREFIXES = ("audio/", "video/", "application/ogg")  # starts of content types that identify a file
LEAST_SECONDS, MOST_SECONDS = 2, 10  # of a known speaker's reference
HEADER_BYTES = 64 * 1024  # of a WAV in a data: URL that are looked at
KNOWN = ", ".join(SUPPORTED)


def _of_file(look: Callable[[Upload], Iterator[Finding]]) -> Check:
    """Turn a check of an upload into a rule's function, which ignores values that are not files."""

    def check(file: Any) -> Iterator[Finding]:
        try:
            with open_upload(file) as upload:
                yield from look(upload)
        except UploadFault:
            return  # which is reported as type.file

    return check


def _ending(name: str | None) -> str:
    return (name or "").rpartition(".")[2].lower() if "." in (name or "") else ""


def _container(upload: Upload) -> str | None:
    upload.stream.seek(0)
    return container_of(upload.stream.read(START))


def _format(upload: Upload) -> Iterator[Finding]:
    ending = _ending(upload.file_name)
    if not ending or ending in SUPPORTED:
        return
    if _container(upload) in CONTAINERS:
        text = f"Suspicious {{param}}: its name ends in none of {KNOWN}, though its content may be one of them."
        yield Finding(f"{text} Rename it.", severity="warning")
    else:
        text = f"Invalid {{param}}: expected one of {KNOWN}, and a name that ends so. Convert the file."
        yield Finding(text)


def _content(upload: Upload) -> Iterator[Finding]:
    fitting, found = SUPPORTED.get(_ending(upload.file_name)), _container(upload)
    if fitting and found and found not in fitting:
        yield Finding(f"Suspicious {{param}}: its content is {found}, which its name does not say. Rename it.")


def _identifiable(upload: Upload) -> Iterator[Finding]:
    if not _ending(upload.file_name) and not (upload.content_type or "").lower().startswith(MEDIA_PREFIXES):
        text = "expected a name that ends in its format, like 'a.mp3', or a content type like 'audio/mpeg'"
        yield Finding(f"Invalid {{param}}: {text}. Pass ('a.mp3', content).")


def _size(upload: Upload) -> Iterator[Finding]:
    if upload.size > MOST:
        text = f"Invalid {{param}}: file too large: expected at most {MOST:,} bytes, but got {upload.size:,}."
        yield Finding(f"{text} Cut it, or compress it.")


FORMAT = "The file is flac, mp3, mp4, mpeg, mpga, m4a, oga, ogg, wav or webm, by its name and its content."
CONTENT = "The content of the file is what its name says (supershaneski/openai-whisper-api#5)."
IDENTIFIABLE = "The file is sent with a name that ends in its format, or with the content type of audio or video."
SIZE = "The file has at most 26,214,400 bytes: the API answers 413 beyond (StanGirard/speechdigest#1)."
NAME_IT = "Pass ('a.mp3', content)."
CUT = "Cut it, or compress it."


def _rules(prefix: str, schema: str) -> tuple[Rule, ...]:
    at, text = (f"{schema}.file",), said(f"{schema}/properties/file")
    return (
        Rule(f"{prefix}.format", "error", "prose", FORMAT, "Convert the file.", text, at, _of_file(_format)),
        Rule(f"{prefix}.identifiable", "error", "prose", IDENTIFIABLE, NAME_IT, text, at, _of_file(_identifiable)),
        Rule(
            f"{prefix}.content", "warning", "observed", CONTENT, "Rename it.", text, at, _of_file(_content),
            as_of="2023-11-01",
        ),
        Rule(f"{prefix}.max-bytes", "error", "observed", SIZE, CUT, text, at, _of_file(_size), as_of="2023-06-01"),
    )  # fmt: skip


transcribed_file_fits = _rules("transcription.file", TRANSCRIPTION)
translated_file_fits = _rules("translation.file", TRANSLATION)


@rule(
    "transcription.file.max-seconds",
    "error",
    "observed",
    "For gpt-4o-transcribe-diarize a WAV lasts at most 1,400 seconds (murtaza-nasir/speakr#168).",
    "Cut the file, and send its parts.",
    at=TRANSCRIPTION,
    as_of="2026-01-01",
)
def file_is_short_enough(request: Any) -> Iterator[Finding]:
    fact = fact_of(request.get("model"), "transcription.seconds")
    if fact is None:
        return
    try:
        with open_upload(request.get("file")) as upload:
            seconds = wav_seconds(upload.stream, upload.size)
    except UploadFault:
        return
    if seconds is not None and seconds > int(fact.value):
        text = f"expected at most {fact.value} seconds with {fact.model}, but got {seconds:,.0f}. Cut the file"
        yield Finding(f"Invalid {{param}}: {text}.", member=("file",))


@rule(
    "transcription.known-speakers.duration",
    "warning",
    "prose",
    "Each reference of a known speaker lasts 2 to 10 seconds; presend checks this only for WAV.",
    "Cut the reference, or take a longer one.",
    at=TRANSCRIPTION,
    sources=said(f"{TRANSCRIPTION}/properties/known_speaker_references"),
)
def references_last_2_to_10_seconds(request: Any) -> Iterator[Finding]:
    references = request.get("known_speaker_references")
    for index, reference in enumerate(references if isinstance(references, list) else ()):
        held = look_into(reference, HEADER_BYTES) if isinstance(reference, str) else None
        seconds = wav_seconds(io.BytesIO(held.head), held.size) if held else None
        if seconds is not None and not LEAST_SECONDS <= seconds <= MOST_SECONDS:
            wanted = f"{LEAST_SECONDS} to {MOST_SECONDS} seconds"
            text = f"Suspicious {{param}}: expected {wanted}, but got {seconds:.1f}."
            yield Finding(text, member=("known_speaker_references", index))
