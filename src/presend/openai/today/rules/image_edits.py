"""The files of an edit: images, mask and markup. `image_edit_files` opens and checks each once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.today.rules.image_bodies import FORM, SCHEMAS, SPEC
from presend.rule import Rule, rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.problems import Finding

AT = (SCHEMAS[FORM],)
IMAGE, MASK, MARKUP = (said(f"{SCHEMAS[FORM]}/properties/{member}") for member in ("image", "mask", "markup"))


@rule(
    "image-edit.image.type",
    "error",
    "prose",
    "Each image is a PNG, WebP or JPEG file.",
    "Save the image as PNG; renaming a file does not convert it.",
    at=AT,
    sources=IMAGE,
)
def files_fit(request: Any) -> Iterator[Finding]:
    from presend.openai.today.rules.image_edit_files import findings  # for files alone

    yield from findings(request)


image_is_sent_as_an_image = Rule(
    "image-edit.image.content-type",
    "error",
    "observed",
    "Each image is sent with the content type image/png, image/jpeg or image/webp; with dall-e-2, image/png "
    "(anasfik/openai#216, 64bit/async-openai#364, chatanywhere/GPT_API_free#388).",
    "Pass ('image.png', content, 'image/png').",
    IMAGE,
    AT,
    as_of="2025-09-01",
)
image_may_be_sent_as_image_jpg = Rule(
    "image-edit.image.content-type-doubtful",
    "warning",
    "inferred",
    "The content type of an image is one that the API was seen to accept: not image/jpg, and not none at all.",
    "Pass ('image.jpeg', content, 'image/jpeg').",
    IMAGE,
    AT,
)
image_is_less_than_50_mb = Rule(
    "image-edit.image.max-bytes",
    "error",
    "prose",
    "Each image has less than 50 MB: 50 MiB (52,428,800 bytes) and more are refused.",
    "Scale the image down.",
    IMAGE,
    AT,
)
image_is_clearly_less_than_50_mb = Rule(
    "image-edit.image.max-bytes-ambiguous",
    "warning",
    "prose",
    "Each image has less than 50 MB in either reading: below 50,000,000 bytes.",
    "Scale the image down a little; the text does not say which megabyte it means.",
    IMAGE,
    AT,
)
dall_e_2_edits_one_image = Rule(
    "image-edit.image.dall-e-2-single",
    "error",
    "observed",
    "dall-e-2 edits one file, and refuses a list, even of one (AIProxyTeam/AIProxySwift#211).",
    "Send one file as 'image', not as 'image[]'.",
    IMAGE,
    AT,
    as_of="2025-09-01",
)
dall_e_2_edits_png = Rule(
    "image-edit.image.dall-e-2-png",
    "warning",
    "prose",
    "For dall-e-2 the image is a PNG.",
    "Save the image as PNG.",
    IMAGE,
    AT,
    as_of=SPEC,
)
dall_e_2_edits_squares = Rule(
    "image-edit.image.dall-e-2-square",
    "error",
    "observed",
    "For dall-e-2 the image is as wide as it is high (openai/openai-node#84).",
    "Crop or pad it to a square.",
    IMAGE,
    AT,
    as_of="2023-04-01",
)
dall_e_2_edits_less_than_4_mb = Rule(
    "image-edit.image.dall-e-2-max-bytes",
    "warning",
    "prose",
    "For dall-e-2 the image has less than 4 MB: below 4,000,000 bytes in either reading.",
    "Scale the image down.",
    IMAGE,
    AT,
    as_of=SPEC,
)
dall_e_2_edits_transparent_images = Rule(
    "image-edit.image.dall-e-2-mode",
    "error",
    "observed",
    "For dall-e-2 the image is a PNG with alpha, or grey: RGBA, LA or L (sashabaranov/go-openai#188). "
    "A warning where a mask is sent too.",
    "Save the image with an alpha channel (RGBA).",
    (),
    AT,
    as_of="2023-03-01",
)
mask_is_png = Rule(
    "image-edit.mask.png",
    "error",
    "prose",
    "The mask is a valid PNG: header, chunks, checksums and image data are whole.",
    "Save the mask as PNG again; renaming a file does not convert it.",
    MASK,
    AT,
)
mask_is_less_than_4_mb = Rule(
    "image-edit.mask.max-bytes",
    "error",
    "prose",
    "The mask has less than 4 MB: 4 MiB (4,194,304 bytes) and more are refused, also where the image may have 50 MB.",
    "Reduce the colours of the mask.",
    MASK,
    AT,
)
mask_is_clearly_less_than_4_mb = Rule(
    "image-edit.mask.max-bytes-ambiguous",
    "warning",
    "prose",
    "The mask has less than 4 MB in either reading: below 4,000,000 bytes.",
    "Reduce the colours of the mask; the text does not say which megabyte it means.",
    MASK,
    AT,
)
mask_is_as_large_as_the_image = Rule(
    "image-edit.mask.dimensions",
    "error",
    "prose",
    "The mask has the width and the height of the image, of several the first.",
    "Scale the mask to the size of the image.",
    MASK,
    AT,
)
mask_has_transparency = Rule(
    "image-edit.mask.alpha",
    "error",
    "observed",
    "The mask has an alpha channel, whose transparent areas are edited; a grey one is reported as one of a wrong size.",
    "Save the mask with an alpha channel (RGBA).",
    MASK,
    AT,
    as_of="2026-01-01",
)
markup_is_a_transparent_png = Rule(
    "image-edit.markup.png",
    "error",
    "inferred",
    "The markup is a PNG with transparent pixels, as large as the first image (openai 3.57.0).",
    "Save the markup as PNG with an alpha channel (RGBA), in the size of the image.",
    MARKUP,
    AT,
)
markup_comes_without_a_mask = Rule(
    "image-edit.markup.not-with-mask",
    "error",
    "inferred",
    "markup and mask are not sent together (openai 3.57.0).",
    "Leave one of them out.",
    MARKUP,
    AT,
)
