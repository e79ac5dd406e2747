"""Sizes of images by model: a list for most, and limits on steps, ratio and pixels from gpt-image-2 on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from presend.openai.today.image_models import family_of
from presend.openai.today.rules.image_bodies import MADE, SDK, SPEC, has_free_sizes, named, requirement
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
            yield Finding(f"Invalid {{param}}: this model accepts {known}.", member=("size",))

    return check


size_is_one_of_gpt_image_1 = requirement(
    "size.gpt-image-1",
    "warning",
    "prose",
    "GPT image models before gpt-image-2 accept 1024x1024, 1536x1024, 1024x1536 and auto "
    "(pollinations/pollinations#5037).",
    OTHER,
    as_of=SPEC,
    of=named("gpt-image-1", "gpt-image-1-mini", "chatgpt-image"),
)(_listed("gpt-image-1", "gpt-image-1-mini", "chatgpt-image"))
size_is_one_of_dall_e_2 = requirement(
    "size.dall-e-2",
    "warning",
    "prose",
    "dall-e-2 accepts 256x256, 512x512 and 1024x1024.",
    "Send one of them.",
    bodies=SDK,
    as_of=SPEC,
    of=named("dall-e-2"),
)(_listed("dall-e-2"))
size_is_one_of_dall_e_3 = requirement(
    "size.dall-e-3",
    "warning",
    "prose",
    "dall-e-3 accepts 1024x1024, 1792x1024 and 1024x1792.",
    "Send one of them.",
    bodies=(MADE,),
    as_of=SPEC,
    of=named("dall-e-3"),
)(_listed("dall-e-3"))


def _faults(request: Any) -> Iterator[Finding]:
    """Yield the problems of a size for all of the rules below."""
    size, family = request.get("size"), family_of(request)
    found = PIXELS.fullmatch(size) if isinstance(size, str) else None
    if found is None or family is None:
        return
    sides = int(found[1][:DIGITS]), int(found[2][:DIGITS])
    is_cut = any(len(side) > DIGITS for side in found.groups())
    got = f"a side of more than {DIGITS} digits" if is_cut else f"{sides[0]:,} x {sides[1]:,}"
    longest, shortest, pixels = max(sides), min(sides), sides[0] * sides[1]
    if sides[0] % STEP or sides[1] % STEP:
        width, height = (max(STEP, round(side / STEP) * STEP) for side in sides)
        like = "" if is_cut else f", like {width}x{height}"
        yield _unfit(f"a width and a height that are divisible by {STEP}{like}", got, "size.multiple-of-16")
    if longest > RATIO * shortest:
        yield _unfit("a ratio from 1:3 to 3:1", got, "size.aspect-ratio")
    if longest > LONGEST or pixels > MOST:
        yield _unfit(f"at most {LONGEST:,} pixels a side and {MOST:,} in all", got, "size.max")
    elif pixels > TRIED:
        text = "Sizes above 2560x1440, as {param} is, are experimental."
        yield Finding(text, "", ("size",), "size.experimental", "note")
    if pixels < family.least_pixels:
        yield _unfit(f"at least {family.least_pixels:,} pixels", got, "size.min")


def _unfit(wanted: str, got: str, rule: str) -> Finding:
    text = f"Invalid {{param}}: expected {wanted}, but got {got}."
    return Finding(text, member=("size",), rule=rule, severity="error")


sides_are_multiples_of_16 = requirement(
    "size.multiple-of-16",
    "error",
    "prose",
    "For gpt-image-2 and 2.5, width and height are divisible by 16 (danny-avila/LibreChat#13148).",
    "Send a width and a height in steps of 16.",
    of=has_free_sizes,
    as_of=SPEC,
)(_faults)
sides_are_at_most_3_to_1 = requirement(
    "size.aspect-ratio",
    "error",
    "prose",
    "For gpt-image-2 and 2.5, the ratio of the sides is from 1:3 to 3:1.",
    OTHER,
    as_of=SPEC,
)(None)
size_is_at_most_3840x2160 = requirement(
    "size.max",
    "error",
    "prose",
    "For gpt-image-2 and 2.5, a size has at most the pixels of 3840x2160, and no side more than 3840.",
    "Send a smaller size.",
    as_of=SPEC,
)(None)
size_has_655360_pixels = requirement(
    "size.min",
    "error",
    "observed",
    "For gpt-image-2, a size has at least 655,360 pixels, as 1024x640 has (openclaw/openclaw#118476).",
    "Send a larger size.",
    as_of="2026-08-01",
)(None)
size_is_not_experimental = requirement(
    "size.experimental",
    "note",
    "prose",
    "For gpt-image-2 and 2.5, sizes above 2560x1440 are experimental.",
    "Nothing needs to be done.",
    as_of=SPEC,
)(None)
