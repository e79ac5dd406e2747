"""Strategies for the requirements of the rules of images, audio, files and videos."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from presend.openai.strategies import images, png, uploads

if TYPE_CHECKING:
    from collections.abc import Callable

    Values = st.SearchStrategy[Any]

RGBA = 6  # a PNG's colour type
WIDTH = slice(16, 20)  # where it stands in a PNG
OF_MODELS = ("size", "quality", "response_format", "style", "input_fidelity")  # members that depend on the model
COMPRESSED = ("webp", "jpeg")
JSON_LINES = ("lines.jsonl", b'{"custom_id": "a"}\n{}\n', "application/jsonl")

sounds = st.sampled_from([("a.mp3", b"ID3"), ("a.ogg", b"OggS", "audio/ogg"), ("speech", b"RIFF", "audio/wav")])


def _without(value: dict[str, Any], *names: str) -> dict[str, Any]:
    return {name: member for name, member in value.items() if name not in names}


def _fitting_image_request(value: dict[str, Any]) -> dict[str, Any]:
    """Return a request for images without the members that its format or model does not support."""
    wanted = value.get("output_format") or "png"
    left_out = {
        "output_compression": wanted not in COMPRESSED,
        "background": wanted not in ("png", "webp"),
        "frame_count": wanted != "gif",
        "frame_duration_ms": wanted != "gif",
        "svg": wanted != "svg",
        "stream": wanted in ("gif", "svg"),
        "partial_images": wanted in ("gif", "svg"),
        "mask": wanted == "gif",
        "n": wanted == "svg",
        "model": str(value.get("model")).startswith("dall-e"),
        **dict.fromkeys(OF_MODELS, value.get("model") is not None),
    }
    return _without(value, *(name for name, is_so in left_out.items() if is_so))


def _fitting_edit(value: dict[str, Any]) -> dict[str, Any]:
    """Return an edit whose mask, or markup, is as large as its first image."""
    value = _fitting_image_request(value)
    if "mask" in value:
        value.pop("markup", None)
    file = value["image"][0] if isinstance(value["image"], list) else value["image"]
    layer = png(int.from_bytes(file[1][WIDTH]), RGBA)
    return value | {name: ("layer.png", layer) for name in ("mask", "markup") if name in value}


def _fitting_transcription(value: dict[str, Any]) -> dict[str, Any]:
    wanted = value.get("response_format", "json")
    if "transcribe" in value["model"] and wanted not in ("json", "text"):
        value = value | {"response_format": "json"}
        wanted = "json"
    if wanted != "verbose_json":
        value = _without(value, "timestamp_granularities")
    if wanted != "json":
        value = _without(value, "include")
    if value["model"] == "gpt-4o-transcribe-diarize" and value.get("chunking_strategy") is None:
        value = value | {"chunking_strategy": "auto"}
    speakers = ("known_speaker_names", "known_speaker_references")
    count = min(len(value.get(name, ())) for name in speakers)
    return value | {name: value[name][:count] for name in speakers if name in value}


def _fitting_file(value: dict[str, Any]) -> dict[str, Any]:
    return value | {"file": JSON_LINES} if value["purpose"] in ("batch", "fine-tune") else value


def _one_reference(value: dict[str, Any]) -> dict[str, Any]:
    given = _without(value, "image_url") if "file_id" in value else value
    return given if "image_url" in given else {"file_id": "file-1"} | given


def _mended(mend: Callable[[dict[str, Any]], dict[str, Any]]) -> Callable[[Values], Values]:
    return lambda drawn: drawn.map(mend)


DRAWS: dict[str, Callable[[Values], Values]] = {
    "CreateImageRequest": _mended(_fitting_image_request),
    "CreateImageEditRequest": _mended(_fitting_edit),
    "CreateImageEditRequest.image": lambda _: uploads | st.lists(uploads, min_size=1, max_size=3),
    "EditImageBodyJsonParam": _mended(_fitting_image_request),
    "CreateImageVariationRequest.image": lambda _: images | uploads,
    "CreateTranscriptionRequest": _mended(_fitting_transcription),
    "CreateTranscriptionRequest.file": lambda _: sounds,
    "CreateTranslationRequest.file": lambda _: sounds,
    "CreateFileRequest": _mended(_fitting_file),
    "ImageRefParam_2": _mended(_one_reference),
}
