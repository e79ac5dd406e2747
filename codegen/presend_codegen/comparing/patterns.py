"""Generate short strings that match a regular expression, or nearly; a caller that needs certainty checks them."""

from __future__ import annotations

import itertools
import re
from re import _constants as words  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

MANY = 12  # strings for one pattern
LONGEST = 4_096  # code points to write a repetition out to
IN_CATEGORY = {
    words.CATEGORY_DIGIT: "0",
    words.CATEGORY_WORD: "a",
    words.CATEGORY_SPACE: " ",
    words.CATEGORY_NOT_DIGIT: "a",
    words.CATEGORY_NOT_WORD: "-",
    words.CATEGORY_NOT_SPACE: "a",
}
CHARACTERS = (words.LITERAL, words.NOT_LITERAL, words.IN)
SINGLE = (words.LITERAL, words.RANGE)  # elements of a set other than classes such as `\d`
WRITTEN_OUT = {  # as ECMA 262 defines them
    words.CATEGORY_DIGIT: {(48, 57)},
    words.CATEGORY_WORD: {(48, 57), (65, 90), (95, 95), (97, 122)},
}
REPEATS = (words.MAX_REPEAT, words.MIN_REPEAT)
OTHERS = "a0 -A_/.é\n"  # candidates for negated sets


def matching(pattern: str) -> list[str]:
    """Return short strings that match `pattern`, the shortest first; empty if this module cannot handle it.

    >>> matching("^v[0-9]{2}$")[0]
    'v00'
    """
    try:
        parsed = parser.parse(pattern)
        found = list(itertools.islice(_sequence(list(parsed)), MANY))
    except (re.error, NotImplementedError, OverflowError, RecursionError):
        return []
    return sorted(dict.fromkeys(found), key=len)


def _sequence(items: list[Any]) -> Iterator[str]:
    """Yield strings for consecutive items: first the first choice for all, then alternatives for one item at a time."""
    choices = [list(itertools.islice(_item(*item), MANY)) for item in items]
    if not all(choices):
        return
    first = [choice[0] for choice in choices]
    yield "".join(first)
    for at, choice in enumerate(choices):
        for other in choice[1:]:
            yield "".join([*first[:at], other, *first[at + 1 :]])


def _item(kind: Any, argument: Any) -> Iterator[str]:
    if kind is words.LITERAL:
        yield chr(argument)
    elif kind is words.NOT_LITERAL:
        yield from (char for char in OTHERS if ord(char) != argument)
    elif kind is words.ANY:
        yield from "a0"
    elif kind is words.IN:
        yield from _set(argument)
    elif kind is words.AT:
        yield ""
    elif kind in (words.ASSERT, words.ASSERT_NOT):
        yield ""
        yield from _sequence(list(argument[-1]))  # for a lookahead, the expected text
    elif kind is words.SUBPATTERN:
        yield from _sequence(list(argument[-1]))
    elif kind is words.BRANCH:
        for branch in argument[1]:
            yield from _sequence(list(branch))
    elif kind in (words.MAX_REPEAT, words.MIN_REPEAT, words.POSSESSIVE_REPEAT):
        yield from _repeated(*argument)
    else:
        raise NotImplementedError(kind)


def _repeated(least: int, most: Any, inner: Any) -> Iterator[str]:
    parts = list(itertools.islice(_sequence(list(inner)), MANY))
    counts = [int(least), int(least) + 1, *([int(most), int(most) + 1] if most is not words.MAXREPEAT else [])]
    counts = sorted({count for count in counts if count <= LONGEST})
    yield from (parts[0] * count for count in counts)  # also one too many, which nearly matches
    yield from (part * count for count in counts if 0 < count <= int(most) for part in parts[1:])


def _set(members: list[Any]) -> Iterator[str]:
    if members[0][0] is words.NEGATE:
        refused = set(_set(members[1:])) if members[1:] else set()
        yield from (char for char in OTHERS if char not in refused)
        return
    for kind, argument in members:
        if kind is words.LITERAL:
            yield chr(argument)
        elif kind is words.RANGE:
            yield from (chr(argument[0]), chr(argument[1]))
        elif kind is words.CATEGORY:
            yield IN_CATEGORY[argument]


def widens(more: str, less: str) -> bool:
    """Say whether a pattern clearly matches all that another matches, because each part of it does.

    >>> widens("^[a-z]{1,9}$", "^(?!x)[a-f]{1,4}$")
    True
    """
    if "{," in more + less:  # only Python takes `{,n}` as a count
        return False
    try:
        parsed = [list(parser.parse(pattern)) for pattern in (more, less)]
    except (re.error, NotImplementedError, OverflowError, RecursionError):
        return False
    return _is_wider(*parsed)


def _is_wider(more: list[Any], less: list[Any]) -> bool:
    """Compare consecutive items; assertions only narrow, so `less` may have more of them."""
    waiting = [*more]
    for item in less:
        if waiting and _is_wider_item(waiting[0], item):
            del waiting[0]
        elif item[0] not in (words.ASSERT, words.ASSERT_NOT):
            return False
    return not waiting


def _is_wider_item(more: Any, less: Any) -> bool:
    (kind, argument), (other, limits) = more, less
    if repr(more) == repr(less):
        return True
    if kind in CHARACTERS and other in CHARACTERS:
        return _holds(_ranges(*more), _ranges(*less))
    if kind in REPEATS and other in REPEATS:
        inside = argument[0] <= limits[0] and limits[1] <= argument[1]
        return bool(inside) and _is_wider(list(argument[2]), list(limits[2]))
    if kind is other is words.SUBPATTERN:
        return bool(argument[:3] == limits[:3]) and _is_wider(list(argument[3]), list(limits[3]))
    if kind is other is words.BRANCH:
        branches = [list(branch) for branch in argument[1]]
        return all(any(_is_wider(branch, list(one)) for branch in branches) for one in limits[1])
    return False


def _ranges(kind: Any, argument: Any) -> tuple[bool, set[tuple[int, int]], set[Any]]:
    """Return the characters of a set: whether it is negated, its ranges of code points, and its classes."""
    members = argument if kind is words.IN else [(words.LITERAL, argument)]
    ranges = {limit if what is words.RANGE else (limit, limit) for what, limit in members if what in SINGLE}
    kinds = {limit for what, limit in members if what is words.CATEGORY}
    for known in kinds & WRITTEN_OUT.keys():
        ranges |= WRITTEN_OUT[known]
    is_negated = kind is words.NOT_LITERAL or members[0][0] is words.NEGATE
    return is_negated, ranges, kinds - WRITTEN_OUT.keys()


def _holds(more: tuple[bool, Any, Any], less: tuple[bool, Any, Any]) -> bool:
    if more[0] != less[0]:
        return False
    (_, ranges, kinds), (_, others, needed) = (less, more) if more[0] else (more, less)
    return needed <= kinds and all(any(low <= at and end <= high for low, high in ranges) for at, end in others)
