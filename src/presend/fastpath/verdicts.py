"""Remember verdicts on parts of a payload that no fast path can judge: the same parts come again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import msgspec
from msgspec import Raw

from presend.checking.walk import accepts
from presend.reading.json_depth import is_deep
from presend.reading.json_text import parse

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from presend.schema.nodes import Node

LONGEST = 16_384  # bytes of a part whose verdict is remembered
REMEMBERED = 128  # parts, of each place in a schema; with the above at most 2 MiB
LEVELS = 400  # of a part that is judged here: far from where nesting is too deep
_encode = msgspec.json.Encoder().encode


def verdict(node: Node, branches: Sequence[Callable[[Any], Any]] = ()) -> Callable[[Any], bool]:
    """Return what says whether a part is surely right, and remembers those that were, as the text that they are.

    Args:
        node: What the part is held against.
        branches: What raises `ValueError` or `RecursionError` unless the part surely fits a branch of the node.
    """
    right: set[bytes] = set()
    is_told = 0 < len(branches) == len(node.branches)  # each branch has a type of its own
    order = tuple(branches)

    def is_right(part: Any) -> bool:
        nonlocal order
        for fits in order:
            try:
                fits(part)
            except (ValueError, RecursionError):
                continue
            if fits is not order[0]:  # what came once is likely to come again
                order = (fits, *(other for other in branches if other is not fits))
            return True
        if is_told:
            return False
        try:
            text = bytes(part) if isinstance(part, Raw) else _encode(part)
            if text in right:
                return True
            value = parse(text)
            if is_deep(text, value, LEVELS) or not accepts(node, value):
                return False
        except (ValueError, TypeError, OverflowError, RecursionError):
            return False
        if len(text) <= LONGEST:
            if len(right) >= REMEMBERED:
                right.clear()
            right.add(text)
        return True

    return is_right
