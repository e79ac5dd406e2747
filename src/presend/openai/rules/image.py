"""The image of a variation request: a valid, square PNG below 4 MB, and the part that it is sent in."""

from __future__ import annotations

import contextlib
import re
from typing import TYPE_CHECKING, Any

from presend.png import INFLATE_BUDGET, Fault, Header, read_header, walk
from presend.problems import Finding
from presend.rule import Rule, rule, said
from presend.sniff import SNIFF_BYTES, sniff

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.uploads import Upload

IMAGE = said("CreateImageVariationRequest/properties/image")
PLACE = ("CreateImageVariationRequest.image",)
PNG = "image-variation.image.png"
SQUARE = "image-variation.image.square"
SIZE = "image-variation.image.max-bytes"
# "Less than 4 MB" is 4,000,000 bytes or 4 MiB; nothing tells which. Errors are only what both readings refuse.
REFUSED_FROM = 4 * 1024 * 1024  # bytes
DOUBTFUL_FROM = 4_000_000  # bytes
MEDIA_TYPE = re.compile(r"[\w.+-]{1,40}/[\w.+-]{1,40}")  # what is quoted of a content type
NULLABLE = ("model", "n", "response_format", "size")
WARNINGS = {  # kind of a fault in the file → rule
    "ancillary-crc": "image-variation.image.ancillary-crc",
    "trailing-bytes": "image-variation.image.trailing-bytes",
    "budget": "image-variation.image.not-fully-read",
}


@rule(
    PNG,
    "error",
    "prose",
    "The image is a valid PNG: header, chunks, checksums and image data are whole.",
    "Save the image as PNG again; renaming a file does not convert it.",
    at=PLACE,
    sources=IMAGE,
)
def image_is_png(image: Any) -> Iterator[Finding]:
    from presend.uploads import UploadFault, open_upload  # noqa: PLC0415 - slow to import; most payloads have no file

    with contextlib.ExitStack() as stack:
        try:
            upload = stack.enter_context(open_upload(image))
        except UploadFault:
            return  # no file at all, which is reported as type.file
        try:
            yield from _size_findings(upload)
            yield from _file_findings(upload)
            yield from _part_findings(upload)
        except UploadFault as fault:
            yield Finding(f"Invalid {{param}}. {fault}")


image_is_square = Rule(
    SQUARE,
    "error",
    "prose",
    "The image is as wide as it is high.",
    "Crop or pad it to a square.",
    IMAGE,
    PLACE,
)
image_is_less_than_4_mb = Rule(
    SIZE,
    "error",
    "prose",
    "The image has less than 4 MB: 4 MiB (4,194,304 bytes) and more are refused.",
    "Scale the image down, or reduce its colours.",
    IMAGE,
    PLACE,
)
image_is_clearly_less_than_4_mb = Rule(
    "image-variation.image.max-bytes-ambiguous",
    "warning",
    "prose",
    "The image has less than 4 MB in either reading: below 4,000,000 bytes.",
    "Scale the image down a little; the text does not say which megabyte it means.",
    IMAGE,
    PLACE,
)
image_is_sent_as_png = Rule(
    "image-variation.image.content-type",
    "warning",
    "inferred",
    "The part is sent with the content type image/png.",
    "Pass ('image.png', content, 'image/png').",
    IMAGE,
    PLACE,
)
image_is_of_a_type_the_sdk_takes = Rule(
    "image-variation.image.sdk-type",
    "note",
    "observed",
    "The openai SDK takes the object: not a bytearray, a memoryview or a file that is no io.IOBase.",
    "Pass bytes, a path object, or open(…, 'rb').",
    (),
    PLACE,
    as_of="2026-11-22",
)
image_has_sound_ancillary_chunks = Rule(
    WARNINGS["ancillary-crc"],
    "warning",
    "inferred",
    "The checksums of the image's ancillary chunks match.",
    "Save the image again, or strip its metadata.",
    IMAGE,
    PLACE,
)
image_ends_with_its_last_chunk = Rule(
    WARNINGS["trailing-bytes"],
    "warning",
    "inferred",
    "Nothing follows the image's last chunk.",
    "Save the image again.",
    IMAGE,
    PLACE,
)
image_was_read_to_its_end = Rule(
    WARNINGS["budget"],
    "warning",
    "inferred",
    f"The image data is no more than is read for a check: {INFLATE_BUDGET:,} bytes, inflated.",
    "Nothing needs to be done; a smaller image is checked whole.",
    IMAGE,
    PLACE,
)


def _size_findings(upload: Upload) -> Iterator[Finding]:
    if upload.size >= REFUSED_FROM:
        limit = f"expected less than 4 MB (at most {REFUSED_FROM - 1:,} bytes), but got {_described(upload)}"
        yield Finding(f"Invalid {{param}}: file too large: {limit}.", rule=SIZE)
    elif upload.size >= DOUBTFUL_FROM:
        doubt = f"less than 4 MB may mean below {DOUBTFUL_FROM:,} bytes, and this is {upload.size:,} bytes"
        text = f"Possibly too large {{param}}: {doubt}."
        yield Finding(text, rule="image-variation.image.max-bytes-ambiguous", severity="warning")


def _described(upload: Upload) -> str:
    """Say what came, as a person would: `JPEG, 512 x 300 px, 5,242,880 bytes`."""
    upload.stream.seek(0)
    facts = sniff(upload.stream.read(SNIFF_BYTES))
    return f"{facts}, {upload.size:,} bytes"


def _file_findings(upload: Upload) -> Iterator[Finding]:
    """Look at the header, and at the rest only where size and shape are right: a bad image costs next to nothing."""
    upload.stream.seek(0)
    header = read_header(upload.stream)
    if isinstance(header, Fault):
        reason = "" if header.kind == "signature" else f" {header.message}"
        yield Finding(f"Invalid {{param}}: expected a valid PNG, but got {_described(upload)}.{reason}", rule=PNG)
        return
    if header.width != header.height:
        text = f"Invalid {{param}}: expected a square image, but got {_described(upload)}."
        yield Finding(text, rule=SQUARE)
    elif upload.size < REFUSED_FROM:
        yield from _data_findings(upload, header)


def _data_findings(upload: Upload, header: Header) -> Iterator[Finding]:
    for fault in walk(upload.stream, header, size=upload.size):
        if fault.kind in WARNINGS:
            yield Finding(f"Suspicious {{param}}: {fault.message}", rule=WARNINGS[fault.kind], severity="warning")
        else:
            yield Finding(f"Invalid {{param}}: the PNG is damaged. {fault.message}", rule=PNG)


def _part_findings(upload: Upload) -> Iterator[Finding]:
    media_type = (upload.content_type or "").partition(";")[0].strip().lower()  # RFC 9110, 8.3.1
    if media_type != "image/png":
        named = MEDIA_TYPE.fullmatch(media_type)
        sent = f"as {media_type}" if named else "as something else" if media_type else "with no content type"
        text = f"Suspicious {{param}}: expected it to be sent as image/png, but it goes out {sent}."
        fix = "Pass ('image.png', content, 'image/png')."
        yield Finding(f"{text} {fix}", rule="image-variation.image.content-type", severity="warning")
    if not upload.sdk_takes:
        text = "The openai SDK does not take {param} in this form: pass bytes, a path object, or open(…, 'rb')."
        yield Finding(text, "", rule="image-variation.image.sdk-type", severity="note")


model_is_supported = Rule(
    "image-variation.model.supported",
    "error",
    "prose",
    "Only dall-e-2 makes variations.",
    "Send 'dall-e-2', or leave model out.",
    said("CreateImageVariationRequest/properties/model"),
    ("CreateImageVariationRequest",),
    as_of="2025-02-10",
)


@rule(
    "image-variation.n.dall-e-3-single",
    "warning",
    "prose",
    "With dall-e-3 one image is made. Heard only where image-variation.model.supported is ignored.",
    "Set n to 1, or leave it out.",
    at="CreateImageVariationRequest",
    sources=said("CreateImageVariationRequest/properties/n"),
    as_of="2025-02-10",
    behind="image-variation.model.supported",
)
def dall_e_3_makes_one_image(request: Any) -> Iterator[Finding]:
    n = request.get("n")
    if request.get("model") == "dall-e-3" and isinstance(n, int | float) and n != 1:
        yield Finding("Invalid {param}: expected 1 with dall-e-3.", "unsupported_value", ("n",))


@rule(
    "image-variation.null-omitted",
    "note",
    "inferred",
    "A form has no null: a member that is None is left out of it.",
    "Leave the member out.",
    at="CreateImageVariationRequest",
    sources=("#/components/schemas/CreateImageVariationRequest",),
)
def null_is_left_out_of_a_form(request: Any) -> Iterator[Finding]:
    for name in NULLABLE:
        if name in request and request[name] is None:
            yield Finding("A form has no null: {param} is sent as if it were left out.", "", (name,))
