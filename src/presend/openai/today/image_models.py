"""Sizes, qualities and prompts of image models, from the table of facts. An unknown model has no family."""

from __future__ import annotations

import dataclasses
import functools
from typing import Any

from presend.openai.today.model_facts import LONGEST, fact_of

FREE = "free"  # sizes: any WIDTHxHEIGHT in steps of 16, with a ratio up to 3 to 1, up to 3840x2160


@dataclasses.dataclass(frozen=True, slots=True)
class Family:
    """The options of a family of models.

    Attributes:
        name: Name of the family in rules and messages.
        is_gpt: Whether it is one of the GPT image models.
        sizes: The sizes that it accepts; `None` if it accepts any of some form, or none are known.
        has_free_sizes: Whether it accepts any WIDTHxHEIGHT within limits.
        least_pixels: Fewest pixels of an image; 0 if that is not known.
        qualities: The values of `quality` that it accepts; `None` if they are not known.
        longest_prompt: Most characters of a prompt; `None` if only the limit for all models applies.
    """

    name: str
    is_gpt: bool
    sizes: frozenset[str] | None
    has_free_sizes: bool
    least_pixels: int
    qualities: frozenset[str] | None
    longest_prompt: int | None


@functools.lru_cache(maxsize=256)
def _family(model: str) -> Family | None:
    name, sizes, least, qualities, prompt = (
        None if (fact := fact_of(model, f"image.{kind}")) is None else fact.value
        for kind in ("family", "sizes", "least_pixels", "qualities", "prompt")
    )
    if name is None:
        return None
    return Family(
        name,
        is_gpt="gpt-image" in name,
        sizes=None if sizes is None or sizes == FREE else frozenset(sizes.split()),
        has_free_sizes=sizes == FREE,
        least_pixels=int(least or 0),
        qualities=None if qualities is None else frozenset(qualities.split()),
        longest_prompt=None if prompt is None else int(prompt),
    )


def family_of(request: Any) -> Family | None:
    """Return the family of the model that a request names; `None` for no model, and for an unknown one."""
    model = request.get("model")
    return _family(model) if isinstance(model, str) and len(model) <= LONGEST else None
