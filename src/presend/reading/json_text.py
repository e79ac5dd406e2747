"""Parse JSON text.

Decided 2026-11: msgspec's parser is about twice as fast as `json` and accepts nothing that is not JSON, but its faults
have other messages. So it only accepts; Python's `json` decides about what it refuses, and names the fault. Both return
equal objects, as a property test requires. Importing msgspec takes as long as `json` takes for a megabyte, and two
megabytes of memory; a process that has not needed it reads short texts without it.
"""

from __future__ import annotations

import codecs
import contextlib
import functools
import itertools
import json
import math
import re
import sys
from typing import TYPE_CHECKING, Any, NoReturn

from presend.reading.json_data import FOLLOWED, is_too_deep
from presend.reading.json_depth import brackets, is_nested
from presend.reading.json_faults import (
    JsonFault,
    constant_fault,
    depth_fault,
    fault_at,
    number_fault,
    path_at,
    syntax_fault,
)
from presend.reading.python_values import LONE, UNREADABLE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.problems import Path

# A pair of surrogate escapes is one character. Group 1: a lone surrogate, escaped or raw.
SURROGATE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\[^u]"
    r"|(\\u[dD][89a-fA-F][0-9a-fA-F]{2}|[\ud800-\udfff])"
)
SHORT = 100_000  # bytes
MANY = 500  # a process that reads more texts saves time by importing msgspec
_texts_read = itertools.count()
PIECE = 1 << 20  # bytes that are decoded at a time
NOT_UTF8 = "Expected UTF-8, got bytes in another encoding. Save the text as UTF-8 without a byte order mark."


def parse(text: str | bytes | bytearray) -> Any:
    """Return the value of a JSON text; the last member of a name counts.

    Raises:
        JsonFault: The text is not UTF-8 or not JSON, is nested too deep, or holds a number or string that no JSON body
            can carry.

    >>> parse('{"n": 1.0, "n": 2}')
    {'n': 2}
    """
    value = parse_deep(text)
    if is_nested(text):
        raise depth_fault(decoded(text))
    return value


def parse_deep(text: str | bytes | bytearray) -> Any:
    """Do as `parse`, but accept some levels more; the caller checks the depth itself."""
    if len(text) < SHORT and "msgspec" not in sys.modules and next(_texts_read) < MANY:
        return _parse_slowly(decoded(text))
    try:
        return quick_parser()(text)
    except (ValueError, TypeError, RecursionError):  # TypeError: a subclass of str
        return _parse_slowly(decoded(text))


@functools.cache
def quick_parser() -> Callable[[str | bytes | bytearray], Any]:
    """Return msgspec's parser; it refuses about a thousand levels, and all that `parse` has faults for."""
    from msgspec.json import Decoder  # slow to import, see above

    return Decoder().decode


def is_json(text: str) -> bool:
    """Return whether Python's `json` reads a text; it takes NaN and the like for numbers too."""
    if is_proven_json(text):
        return True
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def is_proven_json(text: str) -> bool:
    """Say whether a text is proven to be JSON with few levels; the proof needs msgspec to be imported already."""
    if "msgspec" not in sys.modules:
        return False
    try:
        quick_parser()(text)
    except (ValueError, TypeError, RecursionError):
        return False
    return brackets(text) <= FOLLOWED


SINGLE = ("json.non-finite-number", "json.lone-surrogate", "json.number-too-long")  # the faults of single values


def parse_leniently(text: str | bytes | bytearray, fault: JsonFault) -> Any:
    """Return the value of a text whose only faults are single values that no JSON body can carry.

    Raises:
        JsonFault: `fault`, which `parse` raised, if it is not of a single value, or if the text has others.
    """
    if fault.rule in SINGLE:
        with contextlib.suppress(ValueError, RecursionError):
            value = json.loads(decoded(text), parse_int=_whole)
            if not is_too_deep(value):
                return value
    raise fault


def _whole(literal: str) -> object:
    try:
        return int(literal)
    except ValueError:
        return UNREADABLE


def require_utf8(raw: bytes | bytearray) -> None:
    """Raise `UnicodeDecodeError`, a `ValueError`, unless bytes are UTF-8; long bytes are decoded piece by piece."""
    if len(raw) <= PIECE:
        str(raw, "utf-8")
        return
    decoder = codecs.getincrementaldecoder("utf-8")()
    for start in range(0, len(raw), PIECE):
        decoder.decode(raw[start : start + PIECE])
    decoder.decode(b"", final=True)


def decoded(raw: str | bytes | bytearray) -> str:
    """Return JSON text as `str`.

    Raises:
        JsonFault: The bytes are not UTF-8.
    """
    if isinstance(raw, str):
        return raw
    try:
        text = str(raw, "utf-8")
    except UnicodeDecodeError as error:
        before = str(raw[: error.start], "utf-8")
        raise fault_at("json.encoding", NOT_UTF8, before, len(before)) from None
    if "\0" in text[:2]:  # ASCII letters in UTF-16 or UTF-32 are valid UTF-8 with NULs
        raise fault_at("json.encoding", NOT_UTF8, text, 0)
    return text


def _parse_slowly(text: str) -> object:
    if is_nested(text):
        raise depth_fault(text)
    try:
        value: object = json.loads(text, parse_constant=_refuse, parse_float=_finite, parse_int=_whole)
    except json.JSONDecodeError as error:
        raise syntax_fault(text, error) from None
    except RecursionError:
        raise depth_fault(text) from None
    except _NotFiniteError:
        raise constant_fault(text) from None
    for match in SURROGATE.finditer(text):
        if match[1]:
            raise fault_at("json.lone-surrogate", LONE, text, match.start(), path_at(text, match.start()))
    path = _unreadable_in(value)
    if path is not None:
        raise number_fault(text, path)
    return value


class _NotFiniteError(Exception):
    """Error for NaN or Infinity, which JSON does not have."""


def _refuse(constant: str) -> NoReturn:
    raise _NotFiniteError(constant)


def _finite(literal: str) -> object:
    number = float(literal)
    return UNREADABLE if math.isinf(number) else number


def _unreadable_in(value: object) -> Path | None:
    """Return the path of the first number that cannot be held, if any; without recursion."""
    ways: list[Iterator[tuple[str | int, object]]] = [iter([("", value)])]  # what is left to visit, level by level
    path: list[str | int] = []
    while ways:
        step, part = next(ways[-1], (None, None))
        if step is None:
            ways.pop()
            del path[-1:]
        elif part is UNREADABLE:
            return (*path[1:], step) if path else ()
        elif isinstance(part, dict | list):
            path.append(step)
            ways.append(iter(part.items() if isinstance(part, dict) else enumerate(part)))
    return None
