"""The image_generation tool of /responses: sizes by model, masks, transparency, streaming."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from presend.openai.data_urls import head_of, is_base64
from presend.openai.rules.parts import items, type_of
from presend.openai.today.rules.plain_input import no_tool_has_previews
from presend.openai.today.rules.request_parts import CREATE, text_of
from presend.problems import Finding
from presend.rule import Rule, rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

TOOL = "ImageGenTool"
SIZE = said("ImageGenTool/properties/size")
PIXELS = re.compile(r"([1-9][0-9]{0,5})x([1-9][0-9]{0,5})")
FAMILIES = ("gpt-image-", "chatgpt-image-")
FREE_SIZES = "gpt-image-2"  # takes any size within limits (2026-08-21)
FIXED_SIZES = ("1024x1024", "1536x1024", "1024x1536", "auto")  # of the others
STEP, FLATTEST, LONGEST_EDGE = 16, 3, 3840
LARGEST, LARGEST_TRIED = 3840 * 2160, 2560 * 1440  # pixels; above the second it is experimental
SEE_THROUGH = ("png", "webp", "gif", "svg")  # the words name png and webp; gif and svg are newer than they

size_is_auto_or_width_and_height = Rule(
    "tool.image-generation.size.form",
    "error",
    "prose",
    "size is auto or WIDTHxHEIGHT.",
    "Send '1024x1024' or 'auto'.",
    SIZE,
    (TOOL,),
)


def _free_size(tool: dict[str, Any]) -> tuple[int, int] | None:
    """Return width and height for a model that takes any; `None` for other models, or without a size in pixels."""
    found = PIXELS.fullmatch(text_of(tool.get("size")) or "")
    is_free = (text_of(tool.get("model")) or "").startswith(FREE_SIZES)
    return (int(found[1]), int(found[2])) if found and is_free else None


@rule(
    "tool.image-generation.size.multiple-of-16",
    "error",
    "prose",
    "For gpt-image-2, width and height are divisible by 16.",
    "Round both to a multiple of 16.",
    at=TOOL,
    sources=SIZE,
    as_of="2026-08-21",
)
def free_size_is_in_steps(tool: Any) -> Iterator[Finding]:
    size = _free_size(tool)
    if size and any(edge % STEP for edge in size):
        text = f"Invalid {{param}}: expected width and height divisible by {STEP}, but got {size[0]}x{size[1]}."
        yield Finding(text, member=("size",))


@rule(
    "tool.image-generation.size.aspect-ratio",
    "error",
    "prose",
    "For gpt-image-2, the ratio of width and height is 1:3 to 3:1.",
    "Send a size that is less flat.",
    at=TOOL,
    sources=SIZE,
    as_of="2026-08-21",
)
def free_size_is_not_too_flat(tool: Any) -> Iterator[Finding]:
    size = _free_size(tool)
    if size and max(size) > FLATTEST * min(size):
        yield Finding(
            f"Invalid {{param}}: expected a ratio of 1:3 to 3:1, but got {size[0]}x{size[1]}.", member=("size",)
        )


@rule(
    "tool.image-generation.size.max",
    "error",
    "prose",
    "For gpt-image-2, the largest size is 3840x2160.",
    "Send a smaller size.",
    at=TOOL,
    sources=SIZE,
    as_of="2026-08-21",
)
def free_size_is_not_too_large(tool: Any) -> Iterator[Finding]:
    size = _free_size(tool)
    if size and (max(size) > LONGEST_EDGE or size[0] * size[1] > LARGEST):
        yield Finding(
            f"Invalid {{param}}: expected at most 3840x2160 pixels, but got {size[0]}x{size[1]}.", member=("size",)
        )


@rule(
    "tool.image-generation.size.experimental",
    "note",
    "prose",
    "Above 2560x1440, gpt-image-2 is experimental.",
    "Send a smaller size for a dependable result.",
    at=TOOL,
    sources=SIZE,
    as_of="2026-08-21",
)
def free_size_is_well_tried(tool: Any) -> Iterator[Finding]:
    size = _free_size(tool)
    if size and size[0] * size[1] > LARGEST_TRIED:
        yield Finding("Consider a smaller {param}: above 2560x1440 it is experimental.", "", ("size",))


@rule(
    "tool.image-generation.size.gpt-image-1",
    "warning",
    "prose",
    "GPT image models before gpt-image-2 accept 1024x1024, 1536x1024, 1024x1536, and auto.",
    "Send one of them.",
    at=TOOL,
    sources=SIZE,
    as_of="2026-08-21",
)
def fixed_size_is_one_of_four(tool: Any) -> Iterator[Finding]:
    model, size = text_of(tool.get("model")) or "", text_of(tool.get("size"))
    if model.startswith(("gpt-image-1", "chatgpt-image")) and size is not None and size not in FIXED_SIZES:
        yield Finding(f"Invalid {{param}}: expected one of {', '.join(FIXED_SIZES)}.", member=("size",))


@rule(
    "tool.image-generation.model.known",
    "warning",
    "prose",
    "The model of an image_generation tool is a GPT image model.",
    "Send gpt-image-… or chatgpt-image-….",
    at=f"{TOOL}.model",
    sources=said("ImageGenTool/properties/model/anyOf/1"),
)
def model_makes_images(model: Any) -> Iterator[Finding]:
    if isinstance(model, str) and not model.startswith(FAMILIES):
        yield Finding("Invalid {param}: expected a model that begins with gpt-image- or chatgpt-image-.")


@rule(
    "tool.image-generation.background.transparent-format",
    "error",
    "prose",
    "A transparent background goes with the output_format png or webp.",
    "Send png or webp, or leave output_format out.",
    at=TOOL,
    sources=said("ImageGenTool/properties/background"),
)
def transparent_goes_with_a_format_for_it(tool: Any) -> Iterator[Finding]:
    form = text_of(tool.get("output_format")) or "png"
    if tool.get("background") == "transparent" and form not in SEE_THROUGH:
        text = "Invalid {param}: 'transparent' needs the output_format 'png' or 'webp'."
        yield Finding(text, member=("background",))


@rule(
    "tool.image-generation.partial-images.needs-stream",
    "warning",
    "prose",
    "partial_images is for streaming.",
    "Set stream to true, or leave partial_images out.",
    at=CREATE,
    sources=said("ImageGenTool/properties/partial_images"),
    look=no_tool_has_previews,
)
def partial_images_are_streamed(request: Any) -> Iterator[Finding]:
    if request.get("stream") is True:
        return
    for place, tool in enumerate(items(request.get("tools"))):
        if type_of(tool) == "image_generation" and tool.get("partial_images"):
            yield Finding(
                "Invalid {param}: expected it only with 'stream': true.", member=("tools", place, "partial_images")
            )


@rule(
    "tool.image-generation.mask.base64",
    "warning",
    "prose",
    "The image_url of a mask is a base64 image.",
    "Send data:image/png;base64,…, or a file_id.",
    at="ImageGenToolInputImageMask.image_url",
    sources=said("ImageGenTool/properties/input_image_mask/properties/image_url"),
)
def mask_is_base64(url: Any) -> Iterator[Finding]:
    head = head_of(url)
    if isinstance(url, str) and not is_base64(head.data(url) if head else url):
        yield Finding("Invalid {param}: expected base64 image data.")


@rule(
    "tool.image-generation.mask.source",
    "warning",
    "inferred",
    "A mask has image_url or file_id.",
    "Add one of them.",
    at="ImageGenToolInputImageMask",
    sources=said("ImageGenTool/properties/input_image_mask"),
)
def mask_has_an_image(mask: Any) -> Iterator[Finding]:
    if mask.get("image_url") is None and mask.get("file_id") is None:
        yield Finding("Expected 'image_url' or 'file_id' in {param}, but got neither.", "missing_required_parameter")
