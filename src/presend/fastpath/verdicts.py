"""Remember verdicts on parts of payloads that only the walk can judge."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from presend.checking.walk import accepts
from presend.reading.json_depth import is_deep
from presend.reading.json_text import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from presend.schema.nodes import Node

LONGEST = 16_384  # bytes of a part whose verdict is cached
REMEMBERED = 128  # cached parts for each place in a schema; at most 2 MiB with the limit above
LEVELS = 400  # maximum nesting of a part of a text that is judged here, far below the limit for payloads
FIRST = 4  # parts at a place that are judged before any is cached: a process that judges few does without msgspec
MANY = 512  # items of an array in a part that is not looked up: making the text that it is known by takes too long


def verdict(
    node: Node, branches: Sequence[Callable[[Any], Any]] = (), *, is_text: bool = False
) -> Callable[[Any], bool]:
    """Return a function that tells whether a part is proved valid, and caches the valid parts as text.

    Args:
        node: The node to check the part with.
        branches: Functions for branches of the node, perhaps not for all. Each raises `ValueError` or `RecursionError`
            unless the part is proved to fit.
        is_text: Whether the parts are JSON text (msgspec's `Raw`), and not JSON data.
    """
    fits_a_branch = _fits_a_branch(branches)
    if 0 < len(branches) == len(node.branches):  # each branch has its own type
        return fits_a_branch
    right: set[str | bytes] = set()
    judged = last = 0

    def is_right(part: Any) -> bool:
        nonlocal judged, last
        if branches and fits_a_branch(part):
            return True
        try:
            if is_text:
                text: str | bytes = bytes(part)
            elif type(part) is str:
                text = part
            else:
                text = b"" if judged < FIRST or (last > LONGEST and _is_long(part)) else _encoder()(part)
            if text in right:
                return True
            judged, last = judged + 1, len(text)
            value = parse(text) if is_text else part
            if (is_text and is_deep(text, value, LEVELS)) or not accepts(node, value):
                return False
        except (ValueError, TypeError, OverflowError, RecursionError):
            return False
        if 0 < len(text) <= LONGEST:
            if len(right) >= REMEMBERED:
                right.clear()
            right.add(text)
        return True

    return is_right


def _fits_a_branch(branches: Sequence[Callable[[Any], Any]]) -> Callable[[Any], bool]:
    """Return a function that tells whether a part is proved to fit a branch; the last one that did is tried first."""
    order = tuple(branches)

    def fits_one(part: Any) -> bool:
        nonlocal order
        for fits in order:
            try:
                fits(part)
            except (ValueError, RecursionError):
                continue
            if fits is not order[0]:  # the next part probably fits the same branch
                order = (fits, *(other for other in branches if other is not fits))
            return True
        return False

    return fits_one


@functools.cache
def _encoder() -> Callable[[Any], bytes]:
    from msgspec.json import Encoder  # slow to import, and not needed to judge a part once

    return Encoder().encode


def _is_long(part: Any) -> bool:
    return type(part) is dict and any(type(member) is list and len(member) > MANY for member in part.values())
