"""Chat completions: images, audio and files in the content of messages, and stored completions.

The function of one rule visits the parts once, and reports for the other rules too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.data_urls import head_of, is_spaced_base64
from presend.openai.rules.parts import items, type_of
from presend.openai.today.rules.chat_messages import messages_of
from presend.openai.today.rules.plain_input import conversation_is_plain
from presend.problems import Finding
from presend.rule import Rule, rule, said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.problems import Path

CHAT = "CreateChatCompletionRequest"
OWN = f"{CHAT}/allOf/1/properties"
IMAGES = frozenset(("image/jpeg", "image/jpg", "image/png", "image/gif", "image/webp"))
PDF = "application/pdf"
LARGEST_STORED = 8 * 1024 * 1024  # bytes of an image; "8 MB" in the text, so the larger reading


def parts_of(request: dict[str, Any], kind: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield what is under `kind` in the content parts of that type, each with its place."""
    for at, message in messages_of(request):
        for place, part in enumerate(items(message.get("content"))):
            if type_of(part) == kind and isinstance(part.get(kind), dict):
                yield ("messages", at, "content", place, kind), part[kind]


image_data_is_base64 = Rule(
    "observed.chat.part.image.data",
    "error",
    "observed",
    "The data: URL of an image holds base64 that is not empty (vercel/ai#7776, the same in responses).",
    "Encode the image's bytes with base64.b64encode(…).decode().",
    at=(CHAT,),
    as_of="2025-08",
)
image_data_is_of_a_known_type = Rule(
    "observed.chat.part.image.media-type",
    "warning",
    "observed",
    "The image of a data: URL is a jpeg, png, gif or webp (answers of /responses).",
    "Convert the image.",
    at=(CHAT,),
    as_of="2025-08",
)
file_parts_have_a_source = Rule(
    "chat.part.file.source",
    "warning",
    "inferred",
    "A file part has file_data or file_id.",
    "Add one of them.",
    said("ChatCompletionRequestMessageContentPartFile/properties/file/properties/file_data"),
    at=(CHAT,),
)
file_data_has_a_name = Rule(
    "chat.part.file.data-needs-filename",
    "error",
    "observed",
    "file_data comes with a filename; the API reports a missing file_id "
    "(openai/openai-agents-python#1513, langchain-ai/langchainjs#9512).",
    "Add the file's name.",
    said("ChatCompletionRequestMessageContentPartFile/properties/file/properties/filename"),
    at=(CHAT,),
    as_of="2025-08",
)
file_data_is_a_data_url = Rule(
    "observed.chat.part.file.data-url",
    "error",
    "observed",
    "file_data is a data: URL with base64 in it (vercel/ai#7266, trpc-group/trpc-agent-go#1816).",
    "Write 'data:application/pdf;base64,' and the encoded bytes.",
    at=(CHAT,),
    as_of="2025-07",
)
file_data_is_a_pdf = Rule(
    "observed.chat.part.file.media-type",
    "warning",
    "observed",
    "The file of file_data is a PDF (openai/openai-dotnet#613, pydantic/pydantic-ai#4445).",
    "Send text as a text part; other files work in /responses.",
    at=(CHAT,),
    as_of="2026-02",
)
file_data_is_base64 = Rule(
    "chat.part.file.data-base64",
    "warning",
    "prose",
    "file_data is base64; the API asks for it in a data: URL.",
    "Encode the file's bytes with base64.b64encode(…).decode().",
    said("ChatCompletionRequestMessageContentPartFile/properties/file/properties/file_data"),
    at=(CHAT,),
)


def _audio_faults(audio: dict[str, Any]) -> Iterator[Finding]:
    if isinstance(audio.get("data"), str) and not is_spaced_base64(audio["data"]):
        yield Finding("Invalid {param}: expected base64 text, but got something else.", member=("data",))


def _image_faults(image: dict[str, Any]) -> Iterator[Finding]:
    url: Any = image.get("url")
    head = head_of(url)
    if head is None or not head.is_base64:
        return
    if head.at == len(url) or not is_spaced_base64(url, head.at):
        got = "nothing" if head.at == len(url) else "something else"
        text = f"Invalid {{param}}: expected base64 behind the comma of the data: URL, but got {got}."
        yield Finding(text, member=("url",), rule=image_data_is_base64.id)
    if head.media_type.startswith("image/") and head.media_type not in IMAGES:
        text = "Invalid {param}: expected a jpeg, png, gif or webp image."
        yield Finding(text, member=("url",), rule=image_data_is_of_a_known_type.id, severity="warning")


def _file_faults(file: dict[str, Any]) -> Iterator[Finding]:
    data, has_id = file.get("file_data"), file.get("file_id") is not None
    if data is None and not has_id:
        text = "Missing {param}: expected it, or file_data."
        yield Finding(text, member=("file_id",), rule=file_parts_have_a_source.id, severity="warning")
    if data is not None and not has_id and file.get("filename") is None:
        text = "Missing required parameter: {param}, beside file_data."
        code, named = "missing_required_parameter", ("file_id",)
        yield Finding(text, code, ("filename",), file_data_has_a_name.id, named=named)
    if not isinstance(data, str):
        return
    head, member = head_of(data), ("file_data",)
    head = head if head and head.is_base64 else None
    start = head.at if head else 0
    is_base64 = is_spaced_base64(data, start)
    if not head or start == len(data) or not is_base64:
        text = "Invalid file data: {param}. Expected a base64-encoded data: URL of the media type application/pdf."
        yield Finding(text, member=member, rule=file_data_is_a_data_url.id)
    elif head.media_type != PDF:
        text = "Invalid file data: {param}. Expected the media type application/pdf."
        yield Finding(text, member=member, rule=file_data_is_a_pdf.id, severity="warning")
    if not is_base64:
        text = "Invalid {param}: expected base64 text, but got something else."
        yield Finding(text, member=member, rule=file_data_is_base64.id, severity="warning")


FAULTS: dict[str | None, Callable[[dict[str, Any]], Iterator[Finding]]] = {  # type of a part → its check
    "input_audio": _audio_faults,
    "image_url": _image_faults,
    "file": _file_faults,
}


@rule(
    "chat.part.audio.base64",
    "error",
    "prose",
    "The data of audio is base64, without the start of a data: URL.",
    "Encode the bytes with base64.b64encode(…).decode().",
    at=CHAT,
    sources=said("ChatCompletionRequestMessageContentPartAudio/properties/input_audio/properties/data"),
    look=conversation_is_plain,
)
def parts_hold_what_they_should(request: Any) -> Iterator[Finding]:
    for at, message in messages_of(request):
        content = message.get("content")
        for place, part in enumerate(content if isinstance(content, list) else ()):
            kind = type_of(part)
            if kind in FAULTS and isinstance(part.get(kind), dict):
                for finding in FAULTS[kind](part[kind]):
                    path: Path = ("messages", at, "content", place, str(kind))
                    named = finding.named and (*path, *finding.named)
                    yield finding._replace(member=(*path, *finding.member), named=named)


@rule(
    "chat.store.image-max-bytes",
    "warning",
    "prose",
    "A stored completion drops images of more than 8 MB.",
    "Send a smaller image, or leave store out.",
    at=CHAT,
    sources=said(f"{OWN}/store"),
)
def stored_images_are_small(request: Any) -> Iterator[Finding]:
    for place, image in parts_of(request, "image_url") if request.get("store") is True else ():
        url = image.get("url")
        if isinstance(url, str) and url[:5].lower() == "data:" and len(url) * 3 // 4 > LARGEST_STORED:
            yield Finding("Too large to be stored: {param} has more than 8 MB.", member=(*place, "url"))


@rule(
    "chat.store.inputs",
    "note",
    "prose",
    "store accepts text and image inputs.",
    "Expect audio and files to be missing in what is stored.",
    at=CHAT,
    sources=said(f"{OWN}/store"),
)
def stored_inputs_are_texts_and_images(request: Any) -> Iterator[Finding]:
    for kind in ("input_audio", "file") if request.get("store") is True else ():
        for place, _ in parts_of(request, kind):
            yield Finding("Consider that {param} may not be stored: store accepts texts and images.", "", place[:-1])
