"""Short strings that match a regular expression, or nearly; whoever needs to be sure asks a validator."""

from __future__ import annotations

import itertools
import re
from re import _constants as words  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

MANY = 12  # strings of one pattern
LONGEST = 4_096  # code points that a repetition is written out to
IN_CATEGORY = {
    words.CATEGORY_DIGIT: "0",
    words.CATEGORY_WORD: "a",
    words.CATEGORY_SPACE: " ",
    words.CATEGORY_NOT_DIGIT: "a",
    words.CATEGORY_NOT_WORD: "-",
    words.CATEGORY_NOT_SPACE: "a",
}
OTHERS = "a0 -A_/.é\n"  # tried where a set says what a character is not


def matching(pattern: str) -> list[str]:
    """Return short strings that match `pattern`, the shortest first; none where it is beyond this module.

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
    """Yield strings for the items in a row: all of the first choices, then others for one item at a time."""
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
    elif kind in (words.AT, words.ASSERT, words.ASSERT_NOT):
        yield ""
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
    counts = {int(least), int(least) + 1, int(most) if most is not words.MAXREPEAT else int(least) + 2}
    for count in sorted(counts):
        if count <= min(int(most), LONGEST):
            yield from (part * count for part in parts) if count else ("",)


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
