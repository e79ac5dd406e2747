"""What image models take, read from the table of facts: sizes, qualities, prompts. An unknown model has no family."""

from __future__ import annotations

import dataclasses
import functools
from typing import Any

from presend.openai.today.model_facts import LONGEST, fact_of

FREE = "free"  # sizes: any WIDTHxHEIGHT that keeps to steps of 16, a ratio up to 3 to 1, and 3840x2160


@dataclasses.dataclass(frozen=True, slots=True)
class Family:
    """Hold what a model takes.

    Attributes:
        name: What rules and messages call it and its likes.
        is_gpt: Whether it is one of the GPT image models.
        sizes: The sizes that it takes; `None` where any of some form are, or none are known.
        has_free_sizes: Whether it takes any WIDTHxHEIGHT that keeps to some limits.
        least_pixels: Pixels that an image has at least; 0 where that is not known.
        qualities: The values of `quality` that it takes; `None` where they are not known.
        longest_prompt: Characters of a prompt; `None` where the limit of all models holds.
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
