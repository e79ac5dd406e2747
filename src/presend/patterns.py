r"""Patterns of JSON Schema: regular expressions of ECMA 262 in its Unicode mode, searched anywhere in a string.

Decided 2026-11-22: Python's `re` searches only where it means the same and no text can take it long: at most one
quantifier, and that one anchored (`QUICK`). All else (`\d`, `\p{L}`, `(a+)+`, look-ahead) goes to jsonschema-rs, which
reads patterns as ECMA 262 has it and takes linear time; with look-around or a backreference, a limited number of steps.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ESCAPED = r"\\[.^$*+?()\[\]{}|\\/-]"
LITERAL = rf"(?:[^\x00-\x1f.^$*+?()\[\]{{}}|\\]|{ESCAPED})"
CLASS = rf"\[\^?(?:(?!--)[^\x00-\x1f\[\]\\&|~^]|{ESCAPED})+\]"
ATOM = rf"(?:{LITERAL}|{CLASS})"
TIMES = r"(?:[*+?]|\{[0-9]{1,4}(?:,(?:[0-9]{1,4})?)?\})"
QUICK = re.compile(rf"\^{ATOM}*(?:{ATOM}{TIMES})?{LITERAL}*\$?|{ATOM}*\$?")
UNIT = r"(?s)\\.|\[(?:\\.|[^\]\\])*\]|\."  # an escape, a class, or a dot
WRITTEN_OUT = {  # to jsonschema-rs a dot is all but \n, and the others are no patterns
    ".": r"[^\n\r\u2028\u2029]",
    "[^]": r"[\s\S]",
    "[]": r"[^\s\S]",
    r"\0": r"\x00",
}
HYPHEN = r"(?<=\\[wWdDsS])-(?!\])|(?<![\[\\])-(?=\\[wWdDsS])"  # in a class, beside what is no end of a range
ANCHORED = r"(?<!\\)(?:\\\\)*\$\Z"  # a pattern that ends with the anchor, and not with an escaped dollar
COMMON = rf"(?:{ATOM}|\((?!\?)|\(\?:|[)|^$?]|{TIMES})*"


def is_common(pattern: str) -> bool:
    """Say whether a pattern is written with such means alone as mean the same to every engine."""
    return re.fullmatch(COMMON, pattern) is not None


def is_quick(pattern: str) -> bool:
    """Say whether Python's `re` searches for a pattern."""
    return QUICK.fullmatch(pattern) is not None


@functools.cache
def searcher(pattern: str) -> Callable[[str], object]:
    """Return the function that says whether a pattern occurs in a text.

    Raises:
        ValueError: It is no regular expression, or one that neither engine can say.
    """
    if is_quick(pattern):
        end = re.search(ANCHORED, pattern) is not None
        try:
            return re.compile(pattern[:-1] + r"\Z" if end else pattern).search
        except re.error as error:
            raise ValueError(f"expected a regular expression, but {error}") from None
    from jsonschema_rs import Draft202012Validator, ValidationError  # noqa: PLC0415 - slow to import, rarely needed

    try:
        return Draft202012Validator({"pattern": re.sub(UNIT, _written_out, pattern)}).is_valid
    except ValidationError as error:
        raise ValueError(f"expected a regular expression, but {error.message}") from None


def _written_out(match: re.Match[str]) -> str:
    r"""Return a part of a pattern as jsonschema-rs reads what ECMA 262 means (`[\w-.]`: what its Annex B does)."""
    part = match[0]
    if part in WRITTEN_OUT:
        return WRITTEN_OUT[part]
    return re.sub(HYPHEN, r"\\-", part) if part[0] == "[" else part
