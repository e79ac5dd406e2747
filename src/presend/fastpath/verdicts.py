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
        branches: Functions, one for each branch of the node, that raise `ValueError` or `RecursionError` unless the
            part is proved to fit.
        is_text: Whether the parts are JSON text (msgspec's `Raw`), and not JSON data.
    """
    right: set[bytes] = set()
    has_all_branches = 0 < len(branches) == len(node.branches)  # each branch has its own type
    order = tuple(branches)
    text_of: Callable[[Any], bytes] = bytes if is_text else _text_of_others()

    def is_right(part: Any) -> bool:
        nonlocal order
        for fits in order:
            try:
                fits(part)
            except (ValueError, RecursionError):
                continue
            if fits is not order[0]:  # the next part probably fits the same branch
                order = (fits, *(other for other in branches if other is not fits))
            return True
        if has_all_branches:
            return False
        try:
            text = text_of(part)
            if text in right:
                return True
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


def _text_of_others() -> Callable[[Any], bytes]:
    """Return a function that returns the text that a part is cached as; empty for the first parts and for long ones."""
    judged = last = 0

    def text_of(part: Any) -> bytes:
        nonlocal judged, last
        judged += 1
        if judged <= FIRST or (last > LONGEST and type(part) is dict and any(map(_is_long, part.values()))):
            return b""
        text = _encoder()(part)
        last = len(text)
        return text

    return text_of


@functools.cache
def _encoder() -> Callable[[Any], bytes]:
    from msgspec.json import Encoder  # slow to import, and not needed to judge a part once

    return Encoder().encode


def _is_long(member: Any) -> bool:
    return type(member) is list and len(member) > MANY
