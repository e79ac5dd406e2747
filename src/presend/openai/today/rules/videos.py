"""Videos: models, and the image that a video starts with. The end of all operations was announced."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.files.image_facts import SNIFF_BYTES, sniff
from presend.files.uploads import UploadFault, open_upload
from presend.openai.data_urls import look_into
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.files.image_facts import ImageFacts

CREATE = ("CreateVideoJsonBody", "CreateVideoMultipartBody")
ALL = (
    *CREATE,
    "CreateVideoEditJsonBody",
    "CreateVideoEditMultipartBody",
    "CreateVideoExtendJsonBody",
    "CreateVideoExtendMultipartBody",
    "CreateVideoRemixBody",
    "CreateVideoCharacterBody",
)


@rule(
    "video.model.known",
    "warning",
    "prose",
    "The model is sora-2, sora-2-pro or a dated form of one.",
    "Name one of them.",
    at=CREATE,
    sources=said(*(f"{schema}/properties/model" for schema in CREATE)),
    as_of="2026-08-21",
)
def model_makes_videos(request: Any) -> Iterator[Finding]:
    model = request.get("model")
    if isinstance(model, str) and not model.startswith("sora-2"):
        yield Finding("Suspicious {param}: expected a model that makes videos, like sora-2.", member=("model",))


@rule(
    "video.input-reference.single",
    "error",
    "prose",
    "A reference object has exactly one of image_url and file_id.",
    "Send one of them.",
    at="ImageRefParam_2",
    sources=said(*(f"{schema}/properties/input_reference" for schema in CREATE)),
)
def reference_is_one(reference: Any) -> Iterator[Finding]:
    given = [name for name in ("image_url", "file_id") if name in reference]
    if len(given) != 1:
        text = f"expected exactly one of 'image_url' and 'file_id', but got {'both' if given else 'neither'}"
        yield Finding(f"Invalid {{param}}: {text}.", "missing_required_parameter" if not given else "invalid_value")


@rule(
    "video.input-reference.size",
    "warning",
    "observed",
    "The picture of input_reference is exactly as large as size (MicrosoftLearning/mslearn-ai-vision#78, "
    "Azure-Samples/visionary-lab#42).",
    "Scale the picture to the size of the video.",
    at=CREATE,
    as_of="2026-05-01",
)
def reference_is_as_large_as_the_video(request: Any) -> Iterator[Finding]:
    size, reference = request.get("size"), request.get("input_reference")
    if not isinstance(size, str) or reference is None:
        return
    picture = _picture(reference)
    if picture is not None and picture.width and size != f"{picture.width}x{picture.height}":
        text = f"Suspicious {{param}}: expected a picture of the size of the video, but got {picture}."
        yield Finding(text, member=("input_reference",))


def _picture(reference: Any) -> ImageFacts | None:
    """Return the facts from the start of a reference, a file or a data: URL, or `None`."""
    if isinstance(reference, dict):
        url = reference.get("image_url")
        held = look_into(url, SNIFF_BYTES) if isinstance(url, str) else None
        return sniff(held.head) if held else None
    try:
        with open_upload(reference) as upload:
            return sniff(upload.stream.read(SNIFF_BYTES))
    except UploadFault:
        return None


@rule(
    "video.api-retired",
    "warning",
    "inferred",
    "The operations of /videos were to shut down on 2026-09-24 (openai 3.57.0).",
    "Nothing in the payload can change that.",
    at=ALL,
    as_of="2026-09-24",
)
def videos_are_still_made(request: Any) -> Iterator[Finding]:
    if isinstance(request, dict):
        yield Finding("The operations of /videos, which {param} is for, were to shut down on 2026-09-24.", "")
