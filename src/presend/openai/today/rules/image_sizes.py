"""The sizes of images by model: a list for most; for gpt-image-2 and later any that keep to steps, ratio and pixels."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from presend.openai.today.image_models import family_of
from presend.openai.today.rules.image_bodies import ALL, MADE, SDK, SPEC, requirement
from presend.problems import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.rule import Check

PIXELS = re.compile(r"([1-9][0-9]*)x([1-9][0-9]*)")
DIGITS = 18  # of a side that are read: one that has more is too long in any case
STEP, RATIO, LONGEST, MOST = 16, 3, 3840, 3840 * 2160  # pixels
TRIED = 2560 * 1440  # pixels; sizes above are experimental
OTHER = "Send another size, or 'auto'."


def _listed(*names: str) -> Check:
    def check(request: Any) -> Iterator[Finding]:
        size, family = request.get("size"), family_of(request)
        if not isinstance(size, str) or family is None or family.name not in names or family.sizes is None:
            return
        if size not in family.sizes and (size == "auto" or PIXELS.fullmatch(size)):
            known = ", ".join(f"'{name}'" for name in sorted(family.sizes))
            yield Finding(f"Invalid {{param}}: this model takes {known}.", member=("size",))

    return check


size_is_one_of_gpt_image_1 = requirement(
    "size.gpt-image-1",
    "warning",
    "prose",
    "GPT image models before gpt-image-2 take 1024x1024, 1536x1024, 1024x1536 and auto "
    "(pollinations/pollinations#5037).",
    OTHER,
    as_of=SPEC,
)(_listed("gpt-image-1", "gpt-image-1-mini", "chatgpt-image"))
size_is_one_of_dall_e_2 = requirement(
    "size.dall-e-2",
    "warning",
    "prose",
    "dall-e-2 takes 256x256, 512x512 and 1024x1024.",
    "Send one of them.",
    bodies=SDK,
    as_of=SPEC,
)(_listed("dall-e-2"))
size_is_one_of_dall_e_3 = requirement(
    "size.dall-e-3",
    "warning",
    "prose",
    "dall-e-3 takes 1024x1024, 1792x1024 and 1024x1792.",
    "Send one of them.",
    bodies=(MADE,),
    as_of=SPEC,
)(_listed("dall-e-3"))


def _free_size(request: Any) -> tuple[int, int] | None:
    """Return width and height where the model takes any that keep to the limits below."""
    size = request.get("size")
    if not isinstance(size, str) or (family := family_of(request)) is None or not family.has_free_sizes:
        return None
    found = PIXELS.fullmatch(size)
    return (int(found[1][:DIGITS]), int(found[2][:DIGITS])) if found else None


def _unfit(wanted: str, sides: tuple[int, int]) -> Finding:
    return Finding(f"Invalid {{param}}: expected {wanted}, but got {sides[0]:,} x {sides[1]:,}.", member=("size",))


@requirement(
    "size.multiple-of-16",
    "error",
    "prose",
    "For gpt-image-2 and 2.5, width and height are divisible by 16 (danny-avila/LibreChat#13148).",
    "Send a width and a height in steps of 16.",
    bodies=ALL,
    as_of=SPEC,
)
def sides_are_multiples_of_16(request: Any) -> Iterator[Finding]:
    sides = _free_size(request)
    if sides and any(side % STEP for side in sides):
        width, height = (max(STEP, round(side / STEP) * STEP) for side in sides)
        yield _unfit(f"a width and a height that are divisible by {STEP}, like {width}x{height}", sides)


@requirement(
    "size.aspect-ratio",
    "error",
    "prose",
    "For gpt-image-2 and 2.5, the ratio of the sides is from 1:3 to 3:1.",
    OTHER,
    bodies=ALL,
    as_of=SPEC,
)
def sides_are_at_most_3_to_1(request: Any) -> Iterator[Finding]:
    sides = _free_size(request)
    if sides and max(sides) > RATIO * min(sides):
        yield _unfit("a ratio from 1:3 to 3:1", sides)


@requirement(
    "size.max",
    "error",
    "prose",
    "For gpt-image-2 and 2.5, a size has at most the pixels of 3840x2160, and no side more than 3840.",
    "Send a smaller size.",
    bodies=ALL,
    as_of=SPEC,
)
def size_is_at_most_3840x2160(request: Any) -> Iterator[Finding]:
    sides = _free_size(request)
    if sides and (max(sides) > LONGEST or sides[0] * sides[1] > MOST):
        yield _unfit(f"at most {LONGEST:,} pixels a side and {MOST:,} in all", sides)


@requirement(
    "size.min",
    "error",
    "observed",
    "For gpt-image-2, a size has at least 655,360 pixels, as 1024x640 has (openclaw/openclaw#118476).",
    "Send a larger size.",
    bodies=ALL,
    as_of="2026-08-01",
)
def size_has_655360_pixels(request: Any) -> Iterator[Finding]:
    sides, family = _free_size(request), family_of(request)
    if sides and family is not None and sides[0] * sides[1] < family.least_pixels:
        yield _unfit(f"at least {family.least_pixels:,} pixels", sides)


@requirement(
    "size.experimental",
    "note",
    "prose",
    "For gpt-image-2 and 2.5, sizes above 2560x1440 are experimental.",
    "Nothing needs to be done.",
    bodies=ALL,
    as_of=SPEC,
)
def size_is_not_experimental(request: Any) -> Iterator[Finding]:
    sides = _free_size(request)
    if sides and TRIED < sides[0] * sides[1] <= MOST:
        yield Finding("Sizes above 2560x1440, as {param} is, are experimental.", "", ("size",))
