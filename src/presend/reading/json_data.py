"""JSON data as Python objects: whether it is plain, and how deep it is nested.

Plain data are dicts with str keys, lists, strings that UTF-8 can hold, finite floats, integers, booleans and None; no
subclasses of these.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

LONG = 2_000  # bits, about 600 digits: below it no limit of Python's on the digits of an integer can be
FOLLOWED = 100  # levels, where a schema holds itself: each takes the walk over it some five calls
DEEPEST = 900  # levels; Python's own json cannot write more than about 1,000, so no SDK can send them
CONTAINERS = frozenset([dict, list])
EMPTY_KINDS = frozenset([bool, type(None)])  # types of which each value can be sent
LONG_ARRAY = 16  # items from which on it pays to look at the types of an array first
FIRST = 64  # containers that are looked through at once, fewer than `FOLLOWED`
MANY_CONTAINERS = 1_000  # until there are more, it costs nothing if one occurs again and again


def levels_of(value: object, containers: list[Any] | None = None) -> int | None:
    """Return an upper bound for the levels of JSON data; `None` if something in it is not plain JSON data.

    A container that occurs several times counts each time.

    Args:
        value: The data.
        containers: A list that takes all objects and arrays of the value, if given.
    """
    todo = [] if containers is None else containers
    names: list[Any] = []
    texts: list[Any] = []
    others: list[Any] = []
    (todo if type(value) in CONTAINERS else texts if type(value) is str else others).append(value)
    _sort(itertools.islice(todo, FIRST), todo, names, texts, others)
    levels = start = min(FIRST, len(todo))  # as if each of these was in the one before
    trusted = MANY_CONTAINERS
    while start < len(todo):
        levels += 1
        if len(todo) > trusted:
            if not is_each_once(todo):
                return None
            trusted = 2 * len(todo)
        if levels > DEEPEST:
            return None
        level, start = todo[start:], len(todo)
        _sort(level, todo, names, texts, others)
    return levels if _are_readable(names, texts, others) else None


def _sort(containers: Iterable[Any], below: list[Any], names: list[Any], texts: list[str], others: list[Any]) -> None:
    """Add what objects and arrays hold to the list of its kind; of a long array of integers, the extremes."""
    for item in containers:
        parts = item
        if type(item) is dict:
            names += item
            parts = item.values()
        elif len(item) > LONG_ARRAY and {*map(type, item)} == {int}:
            others += (min(item), max(item))
            continue
        for part in parts:
            kind = type(part)
            if kind is str:
                texts.append(part)
            elif kind is dict or kind is list:
                below.append(part)
            else:
                others.append(part)


def is_each_once(containers: list[Any]) -> bool:
    """Return whether no object or array stands at two places."""
    return len({*map(id, containers)}) == len(containers)


def _are_readable(names: list[Any], texts: list[str], others: list[Any]) -> bool:
    """Say whether names are strings, UTF-8 can hold all strings, and the other values are numbers and the like."""
    if not {*map(type, names)} <= {str} or not (is_unicode("".join(names)) and is_unicode("".join(texts))):
        return False
    for kind in {*map(type, others)} - EMPTY_KINDS:
        if kind is int:
            if any(item.bit_length() > LONG and is_too_long(item) for item in others if type(item) is int):
                return False
        elif kind is not float or not all(math.isfinite(item) for item in others if type(item) is float):
            return False
    return True


def is_too_deep(value: object, deepest: int = DEEPEST) -> bool:
    """Say whether JSON data has more than `deepest` objects and arrays in one another; without recursion."""
    level: list[Any] = [value] if type(value) in CONTAINERS else []
    for _ in range(deepest):
        if not level:
            return False
        parts = itertools.chain.from_iterable(map(_parts, level))
        level = [part for part in parts if type(part) in CONTAINERS]
    return bool(level)


def _parts(container: Any) -> Iterable[Any]:
    """Return what an object or array holds; nothing of a long array without others in it."""
    if type(container) is dict:
        return container.values()
    is_flat = len(container) > LONG_ARRAY and CONTAINERS.isdisjoint(map(type, container))
    return () if is_flat else container


def is_unicode(text: str) -> bool:
    """Say whether UTF-8 can hold `text`, which half of a surrogate pair prevents."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def is_too_long(value: int) -> bool:
    """Say whether Python, and so any SDK, refuses to write an integer out."""
    try:
        str(value)
    except ValueError:
        return True
    return False
