"""The image of a variation request: a valid, square PNG below 4 MB, and the part that it is sent in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.image_ids import CONTENT_TYPE, DOUBTFUL_SIZE, MODE, PNG, SDK_TYPE, SIZE, SQUARE, WARNINGS
from presend.problems import Finding
from presend.rule import Rule, rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

IMAGE = said("CreateImageVariationRequest/properties/image")
PLACE = ("CreateImageVariationRequest.image",)
NULLABLE = ("model", "n", "response_format", "size")


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
    from presend.openai.rules.image_file import findings  # noqa: PLC0415 - most payloads have no file

    yield from findings(image)


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
    DOUBTFUL_SIZE,
    "warning",
    "prose",
    "The image has less than 4 MB in either reading: below 4,000,000 bytes.",
    "Scale the image down a little; the text does not say which megabyte it means.",
    IMAGE,
    PLACE,
)
image_is_sent_as_png = Rule(
    CONTENT_TYPE,
    "warning",
    "inferred",
    "The part is sent with the content type image/png.",
    "Pass ('image.png', content, 'image/png').",
    IMAGE,
    PLACE,
)
image_has_colours_that_are_taken = Rule(
    MODE,
    "warning",
    "observed",
    "The image is RGB or RGBA: the endpoint was seen to refuse other colour modes, which are a palette, grey, and grey "
    "with alpha (its own text; wordings of 2022 and 2023: openai/openai-cookbook#21, sashabaranov/go-openai#188).",
    "Convert it to RGB or RGBA.",
    (),
    PLACE,
    as_of="2023-01-01",
)
image_is_of_a_type_the_sdk_takes = Rule(
    SDK_TYPE,
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
    "The image data is no more than is read for a check: 256 MiB, inflated.",
    "Nothing needs to be done; a smaller image is checked whole.",
    IMAGE,
    PLACE,
)


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
    "With dall-e-3 one image is made. Applies only if image-variation.model.supported is ignored.",
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
