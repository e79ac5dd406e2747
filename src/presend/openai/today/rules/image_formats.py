"""Options of image formats: compression, transparent backgrounds, frames, and what GIF and SVG exclude."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.today.rules.image_bodies import ALL, SDK, SPEC, is_given, is_of, named, requirement
from presend.problems import Finding
from presend.schema.keywords import is_number

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMATS = ("png", "jpeg", "webp", "gif", "svg")  # the first is the default
WHOLE = 100  # percent: the default, which every format takes
LONGEST_DELAY, DELAY_STEP = 655_350, 10  # milliseconds
TOGETHER = "Change one of the two."


def _is_compressed(request: Any) -> bool:
    level = request.get("output_compression")
    return is_number(level) and level != WHOLE


def _asks_for_parts(request: Any) -> bool:
    count = request.get("partial_images")
    return is_number(count) and count >= 1


def _format(request: Any) -> str | None:
    """Return the format of the result; `None` for an unknown one, which the schema reports."""
    wanted = request.get("output_format")
    return FORMATS[0] if wanted is None else next((known for known in FORMATS if wanted == known), None)


@requirement(
    "output-compression.format",
    "error",
    "prose",
    "output_compression below 100 goes with output_format webp or jpeg, not with png, the default (seen until 2026).",
    "Send output_format 'webp' or 'jpeg' beside it.",
    bodies=ALL,
    asks=True,
)
def compression_fits_the_format(request: Any) -> Iterator[Finding]:
    if _is_compressed(request) and _format(request) == "png":
        text = "png, the default format, is not compressed. Send output_format 'webp' or 'jpeg' beside it."
        yield Finding(f"Invalid {{param}}: {text}", "invalid_png_output_compression", ("output_compression",))


@requirement(
    "background.transparent-format",
    "error",
    "prose",
    "A transparent background goes with output_format png or webp (Bike4Mind/bike4mind#2921).",
    "Send output_format 'png' or 'webp'.",
    bodies=ALL,
)
def transparency_fits_the_format(request: Any) -> Iterator[Finding]:
    if request.get("background") == "transparent" and _format(request) not in (None, "png", "webp"):
        text = "a transparent background goes with output_format 'png' or 'webp'. Send one of them, or no background."
        yield Finding(f"Invalid {{param}}: {text}", member=("background",))


@requirement(
    "background.transparent-preview",
    "note",
    "prose",
    "Transparent backgrounds are in preview for gpt-image-2.",
    "Nothing needs to be done.",
    bodies=ALL,
    as_of=SPEC,
    of=named("gpt-image-2"),
)
def transparency_is_no_preview(request: Any) -> Iterator[Finding]:
    if request.get("background") == "transparent" and is_of(request, "gpt-image-2"):
        yield Finding("Transparent backgrounds, as {param} asks for, are in preview.", "", ("background",))


@requirement(
    "partial-images.needs-stream",
    "warning",
    "prose",
    "partial_images is used for streaming.",
    "Send 'stream': true, or leave partial_images out.",
    bodies=ALL,
)
def partial_images_are_streamed(request: Any) -> Iterator[Finding]:
    if _asks_for_parts(request) and request.get("stream") is not True:
        text = "partial images are streamed. Send 'stream': true, or leave partial_images out."
        yield Finding(f"Useless {{param}}: {text}", member=("partial_images",))


@requirement(
    "frames.gif-only",
    "error",
    "inferred",
    "frame_count and frame_duration_ms go only with output_format gif (openai 3.57.0).",
    "Send output_format 'gif', or leave them out.",
    bodies=SDK,
    members=("frame_count",),
)
def frame_count_is_for_gif(request: Any) -> Iterator[Finding]:
    yield from _for_gif(request, "frame_count")


def _for_gif(request: Any, member: str) -> Iterator[Finding]:
    if is_given(request, member) and _format(request) not in (None, "gif"):
        text = "Invalid {param}: only a GIF has frames. Send output_format 'gif' beside it, or leave it out."
        yield Finding(text, member=(member,), rule="frames.gif-only", severity="error")


@requirement(
    "frame-duration.max",
    "note",
    "inferred",
    "A frame's duration is rounded to 10 ms, and 655,350 ms at most (openai 3.57.0).",
    "Nothing needs to be done.",
    bodies=SDK,
    members=("frame_duration_ms",),
)
def duration_of_a_frame_is_kept(request: Any) -> Iterator[Finding]:
    yield from _for_gif(request, "frame_duration_ms")
    delay = request.get("frame_duration_ms")
    if is_number(delay) and (delay > LONGEST_DELAY or delay % DELAY_STEP):
        text = f"The API rounds {{param}} to {DELAY_STEP} ms, and caps it at {LONGEST_DELAY:,} ms."
        yield Finding(text, "", ("frame_duration_ms",))


@requirement(
    "gif.excludes",
    "error",
    "inferred",
    "GIF output excludes stream, partial_images, mask and an output_compression of one's own (openai 3.57.0).",
    TOGETHER,
    bodies=SDK,
    members=("output_format",),
)
def gif_is_made_whole(request: Any) -> Iterator[Finding]:
    if _format(request) == "gif":
        yield from _excluded(request, "gif", {"mask": is_given(request, "mask")})


@requirement(
    "svg.excludes",
    "error",
    "inferred",
    "SVG output is one image, and excludes stream, partial_images and output_compression (openai 3.57.0).",
    TOGETHER,
    bodies=SDK,
    members=("output_format",),
)
def svg_is_made_whole(request: Any) -> Iterator[Finding]:
    if _format(request) == "svg":
        n = request.get("n")
        yield from _excluded(request, "svg", {"n": is_number(n) and n != 1})


def _excluded(request: Any, name: str, further: dict[str, bool]) -> Iterator[Finding]:
    excluded = {
        "stream": request.get("stream") is True,
        "partial_images": _asks_for_parts(request),
        "output_compression": _is_compressed(request),
        **further,
    }
    for member in (member for member, is_so in excluded.items() if is_so):
        yield Finding(f"Invalid {{param}}: output_format '{name}' excludes it. Leave it out.", member=(member,))


@requirement(
    "svg.needs-format",
    "error",
    "inferred",
    "svg needs output_format svg (openai 3.57.0).",
    "Send output_format 'svg', or leave svg out.",
    bodies=SDK,
)
def svg_needs_its_format(request: Any) -> Iterator[Finding]:
    if is_given(request, "svg") and _format(request) not in (None, "svg"):
        yield Finding("Invalid {param}: send output_format 'svg' beside it, or leave it out.", member=("svg",))
