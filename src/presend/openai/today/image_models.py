"""What image models take, by family: sizes, qualities, prompts. An unknown model has no family, and no rule speaks of it.

Sources: the descriptions of the spec of 2026-08-21; the docstrings of openai 3.54.0 (2.5: sizes and qualities); and, for
the pixels of gpt-image-2, answers of the API until 2026-08 (openclaw/openclaw#118476: 1024x640 is taken).
"""

from __future__ import annotations

import dataclasses
import functools
import re
from typing import Any

DATED = r"(-\d{4}-\d\d-\d\d)?"
LEVELS = frozenset({"auto", "low", "medium", "high"})
STANDARD_SIZES = frozenset({"auto", "1024x1024", "1536x1024", "1024x1536"})


@dataclasses.dataclass(frozen=True, slots=True)
class Family:
    """Hold what the models whose names fit `pattern` take.

    Attributes:
        name: What messages call it.
        pattern: Which names belong to it; the first family that fits counts.
        is_gpt: Whether it is one of the GPT image models.
        sizes: The sizes that it takes; `None` where any that fits `least` and the ratio is, or none are known.
        has_free_sizes: Whether it takes any WIDTHxHEIGHT in multiples of 16, from 1:3 to 3:1, up to 3840x2160.
        least: Pixels that an image has at least; 0 where that is not known.
        qualities: The values of `quality` that it takes; `None` where they are not known.
        longest_prompt: Characters of a prompt; 32,000 for every model.
    """

    name: str
    pattern: re.Pattern[str]
    is_gpt: bool = True
    sizes: frozenset[str] | None = None
    has_free_sizes: bool = False
    least: int = 0
    qualities: frozenset[str] | None = None
    longest_prompt: int = 32_000


FAMILIES = (
    Family(
        "dall-e-2",
        re.compile("dall-e-2"),
        is_gpt=False,
        sizes=frozenset({"256x256", "512x512", "1024x1024"}),
        qualities=frozenset({"auto", "standard"}),
        longest_prompt=1_000,
    ),
    Family(
        "dall-e-3",
        re.compile("dall-e-3"),
        is_gpt=False,
        sizes=frozenset({"1024x1024", "1792x1024", "1024x1792"}),
        qualities=frozenset({"auto", "standard", "hd"}),
        longest_prompt=4_000,
    ),
    Family("gpt-image-1-mini", re.compile(f"gpt-image-1-mini{DATED}"), sizes=STANDARD_SIZES, qualities=LEVELS),
    Family("gpt-image-1", re.compile(rf"gpt-image-1(\.5)?{DATED}"), sizes=STANDARD_SIZES, qualities=LEVELS),
    Family("chatgpt-image", re.compile(f"chatgpt-image-latest{DATED}"), sizes=STANDARD_SIZES, qualities=LEVELS),
    Family("gpt-image-2", re.compile(f"gpt-image-2{DATED}"), has_free_sizes=True, least=655_360, qualities=LEVELS),
    Family(
        "gpt-image-2.5",
        re.compile(rf"gpt-image-2\.5-(sunburst|flare){DATED}"),
        has_free_sizes=True,
        qualities=LEVELS | {"xhigh", "max"},
    ),
    Family("gpt-image", re.compile("(gpt-image-|chatgpt-image-).*", re.DOTALL)),
)


@functools.lru_cache(maxsize=256)
def _family(model: str) -> Family | None:
    return next((family for family in FAMILIES if family.pattern.fullmatch(model)), None)


def family_of(request: Any) -> Family | None:
    """Return the family of the model that a request names; `None` for no model, and for an unknown one."""
    model = request.get("model")
    return _family(model) if isinstance(model, str) and len(model) <= 100 else None  # noqa: PLR2004 - a name
