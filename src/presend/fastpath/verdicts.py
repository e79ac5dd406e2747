"""Remember verdicts on parts of payloads that only the walk can judge."""

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

LONGEST = 16_384  # bytes of a part whose verdict is cached
REMEMBERED = 128  # cached parts for each place in a schema; at most 2 MiB with the limit above
LEVELS = 400  # maximum nesting of a part that is judged here, far below the limit for payloads
_encode = msgspec.json.Encoder().encode


def verdict(node: Node, branches: Sequence[Callable[[Any], Any]] = ()) -> Callable[[Any], bool]:
    """Return a function that tells whether a part is proved valid, and caches the valid parts as text.

    Args:
        node: The node to check the part with.
        branches: Functions, one for each branch of the node, that raise `ValueError` or `RecursionError` unless the
            part is proved to fit.
    """
    right: set[bytes] = set()
    has_all_branches = 0 < len(branches) == len(node.branches)  # each branch has its own type
    order = tuple(branches)

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
