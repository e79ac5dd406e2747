r"""Search for patterns of JSON Schema: regular expressions of ECMA 262 in Unicode mode.

Decided 2026-11-22: Python's `re` is used only if it means the same and no text can make it slow: for a pattern with at
most one quantifier, which is anchored (`QUICK`), or for an anchored choice with several quantifiers whose ends the text
itself marks, as in `^(auto|[0-9]+x[0-9]+)$` (`CHOICE`, 2026-12). `presend.schema.regex` reads all other patterns
(2026-12) and passes them to jsonschema-rs, in a spelling that each version of it reads alike, in linear time. presend
itself searches for the patterns that jsonschema-rs cannot express: look-around and `\B` in linear time too, a
backreference in a limited number of steps.
"""

from __future__ import annotations

import functools
import itertools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ESCAPED = r"\\[.^$*+?()\[\]{}|\\/-]"
LITERAL = rf"(?:[^\x00-\x1f.^$*+?()\[\]{{}}|\\]|{ESCAPED})"
CLASS = rf"\[\^?(?:(?!--)[^\x00-\x1f\[\]\\&|~^]|{ESCAPED})+\]"
ATOM = rf"(?:{LITERAL}|{CLASS})"
TIMES = r"(?:[*+?]|\{[0-9]{1,4}(?:,(?:[0-9]{1,4})?)?\})"
QUICK = rf"\^{ATOM}*(?:{ATOM}{TIMES})?{LITERAL}*\$?|{ATOM}*\$?"
PIECE = rf"({ATOM})([*+]?)"
CHOICE = rf"\^\((?:\?:)?((?:{ATOM}|[*+|])+)\)\$?"
ANCHORED = r"(?<!\\)(?:\\\\)*\$\Z"  # a pattern that ends with the anchor, and not with an escaped dollar
COMMON = rf"(?:{ATOM}|\((?!\?)|\(\?:|[)|^$?]|{TIMES})*"


MOST = 400_000  # states: about as many as the engine of jsonschema-rs makes by default, which differs by version
STEPS = 20_000  # of a pattern that presend searches for itself
SMALL = 20_000  # states of a pattern in a generated type; pydantic takes five times as many
MEMORY = 1 << 27  # bytes that the engine may take, which `MOST` states never do


def is_common(pattern: str) -> bool:
    """Return whether a pattern is small and uses only syntax with the same meaning in every engine."""
    from presend.schema.regex.cursor import BadPattern
    from presend.schema.regex.linear import size  # only codegen needs it
    from presend.schema.regex.syntax import parsed

    try:
        return re.fullmatch(COMMON, pattern) is not None and size(parsed(pattern)) <= SMALL
    except BadPattern:
        return False


def is_quick(pattern: str) -> bool:
    """Return whether Python's `re` is used for a pattern."""
    if re.fullmatch(QUICK, pattern) is not None:
        return True
    choice = re.fullmatch(CHOICE, pattern)
    return choice is not None and all(map(_is_unambiguous, choice[1].split("|")))


def _is_unambiguous(row: str) -> bool:
    """Return whether a row can match a text in one way only: no repeated atom matches what follows it."""
    if re.fullmatch(f"(?:{PIECE})+", row) is None:
        return False
    pieces = re.findall(PIECE, row)
    try:
        return not any(
            times and (more or following.startswith("[") or re.match(atom, following[-1]))
            for (atom, times), (following, more) in itertools.pairwise(pieces)
        )
    except re.error:  # a reversed range
        return False


@functools.cache
def searcher(pattern: str) -> Callable[[str], object]:
    """Return the function that tells whether a pattern occurs in a text.

    Raises:
        ValueError: The pattern is not a regular expression, or is too large.
    """
    if not is_quick(pattern):
        return _searcher(pattern)
    end = re.search(ANCHORED, pattern) is not None
    try:
        return re.compile(pattern[:-1] + r"\Z" if end else pattern).search
    except re.error:
        return _searcher(pattern)  # it reports the fault


def _searcher(pattern: str) -> Callable[[str], object]:
    """Return the search function of a pattern for which Python's `re` is not used."""
    from presend.schema.regex.cursor import BadPattern
    from presend.schema.regex.linear import linear, size  # rarely needed
    from presend.schema.regex.syntax import parsed

    try:
        part = parsed(pattern)
    except BadPattern as fault:
        raise ValueError(f"expected a regular expression, but {fault}") from None
    words = linear(part)
    states, most = (size(part, flat=True), STEPS) if words is None else (size(part), MOST)
    if states > most:
        raise ValueError(
            f"expected a regular expression of at most {most:,} states, counting what is repeated, got more"
        )
    if words is not None:
        return _engine(words)
    from presend.schema.regex.automaton import automaton
    from presend.schema.regex.backtracking import backtracking
    from presend.schema.regex.program import properties_in, refers

    for properties in properties_in(part):
        _engine(properties)
    return backtracking(part) if refers(part) else automaton(part)


def _engine(words: str) -> Callable[[str], bool]:
    from jsonschema_rs import Draft202012Validator, RegexOptions, ValidationError  # slow to import

    try:
        return Draft202012Validator({"pattern": words}, pattern_options=RegexOptions(size_limit=MEMORY)).is_valid
    except ValidationError:  # everything else was checked before
        raise ValueError("expected a regular expression, but Unicode has no such property") from None
