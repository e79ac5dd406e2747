"""JSON text: to objects, the fault that stops it, and the line and column of each member.

msgspec's parser is about twice as fast as `json` and takes nothing that is not JSON, but has other words for what is
wrong. So it only ever says yes (2026-11): whatever it refuses, Python's `json` decides and names. Both give equal
objects; a property test holds them to it. To import it takes as long as `json` takes for a megabyte, and two megabytes
of memory; so a process that has not needed it reads short texts without.
"""

from __future__ import annotations

import codecs
import contextlib
import functools
import json
import math
import re
import sys
from typing import TYPE_CHECKING, Any, NoReturn

from presend.reading.json_places import TOKEN, values
from presend.reading.python_values import DEEPEST, LONE, NOT_FINITE, TOO_LONG, UNREADABLE, is_too_deep

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.problems import Path

# A pair of surrogate escapes is one character; any other escaped surrogate, or a raw one, is alone (group 1).
_SURROGATE = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\[^u]"
    r"|(\\u[dD][89a-fA-F][0-9a-fA-F]{2}|[\ud800-\udfff])"
)

SHORT = 100_000  # bytes
PIECE = 1 << 20  # bytes of a text that are decoded at a time, where nothing is made of it
_CONSTANT = re.compile("NaN|-?Infinity")
# The start of json's own message → what it waited for; what it got, if that is certain; what to do.
_EXPECTED = {
    "Expecting property name": ("a member's name in double quotes", "", "Put the name in double quotes."),
    "Expecting ':'": ("a colon after the member's name", "", "Write the colon and a value."),
    "Expecting ','": (
        "a comma, or the end of the object or array",
        "",
        "A comma may be missing before it, or a backslash before a quote.",
    ),
    "Expecting value": ("a value", "", "Write a value; bare are only numbers, true, false and null."),
    "Extra data": ("nothing after the value", "", "Remove it; or give one value per line, as .jsonl."),
    "Invalid \\escape": ("a known escape after the backslash", "another one", "Write \\\\ for a backslash."),
    "Invalid \\u": ("four hexadecimal digits after \\u", "something else", "Write \\u like \\u00e9."),
    "Invalid control": ("no raw control character in a string", "one", "Escape it, a line break as \\n."),
    "Unterminated": ("a double quote that ends this string", "the end of the text", "Write the quote."),
    "Illegal trailing": ("no comma before the closing bracket", "one", "Remove the comma."),
    "Unexpected UTF-8 BOM": ("no byte order mark", "one", "Remove it: save as UTF-8 without one."),
}
# What stands at the fault → its name, and what to do where that tells more than what was expected.
_GOT = (
    (r"\Z", "the end of the text", "Close every object and array; the text may be cut off."),
    (r"['\u2018-\u201f]", "another kind of quote", "Put names and strings in double quotes."),
    (r"(True|False|None)\b", "a Python word", "Write true, false or null; json.dumps does."),
    (r"//|/\*|#", "a comment", "Remove it: JSON has no comments."),
    (r'"', "a double quote", ""),
    (r"[}\]]", "a closing bracket", ""),
    (r"[{\[]", "an opening bracket", ""),
    (r",", "a comma", ""),
    (r":", "a colon", ""),
    (r"[-+.\d]", "a digit or a sign", ""),
    (r"\w", "a bare word", ""),
    (r"(?s:.)", "another character", ""),
)
_NO_STRUCTURE = bytes(set(range(256)) - set(b'[]{}"'))
_AS_ARRAYS = bytes.maketrans(b"{}", b"[]")
_ESCAPED = re.compile(rb'\\[\\"]')
_NOT_UTF8 = "Expected UTF-8, got bytes in another encoding. Save the text as UTF-8 without a byte order mark."
_BEYOND = "a number beyond the range of a double, about 1.8e308"
_LEVELS = {"{": 1, "[": 1, "}": -1, "]": -1}
_TOO_DEEP = "Expected fewer levels of nesting, got {:,}. Flatten the payload."


class JsonFault(ValueError):  # noqa: N818 - a fault of the text, told as a problem
    """Say why text is no JSON payload, and where: `line`, `column` (from 1) and, where known, the `path`."""

    def __init__(self, rule: str, message: str, line: int, column: int, path: Path = ()) -> None:
        self.rule, self.message, self.line, self.column, self.path = rule, message, line, column, path
        super().__init__(rule, message, line, column, path)

    def __str__(self) -> str:
        return f"{self.message} (line {self.line}, column {self.column})"


def parse(text: str | bytes | bytearray) -> Any:
    """Return the object that JSON `text` stands for; of a name that comes twice the last value counts, and no other.

    Raises:
        JsonFault: The text is not UTF-8, not JSON, or holds a number or string that no JSON body can carry.

    >>> parse('{"n": 1.0, "n": 2}')
    {'n': 2}
    """
    value = parse_deep(text)
    if is_nested(text):
        raise _depth_fault(decoded(text))
    return value


def parse_deep(text: str | bytes | bytearray) -> Any:
    """Do as `parse`, but take some levels more: for those who have to look how deep it is in few cases alone."""
    if len(text) < SHORT and "msgspec" not in sys.modules:
        return _parse_slowly(decoded(text))
    try:
        return quick_parser()(text)
    except (ValueError, TypeError, RecursionError):  # TypeError: a subclass of str
        return _parse_slowly(decoded(text))


@functools.cache
def quick_parser() -> Callable[[str | bytes | bytearray], Any]:
    """Return msgspec's parser, which refuses more: about a thousand levels, and what `parse` has names for."""
    from msgspec.json import Decoder  # noqa: PLC0415 - see above

    return Decoder().decode


def is_deep(text: str | bytes | bytearray, value: object, deepest: int) -> bool:
    """Say whether what was made of a text has more than `deepest` levels."""
    return len(text) > deepest and brackets(text) > deepest and is_too_deep(value, deepest)


def is_nested(text: str | bytes | bytearray) -> bool:
    """Say whether a text has more levels than `parse` takes, also where they are of no account: a name comes twice.

    Decided 2026-12: how deep a parser goes by itself depends on the version of Python. What needs no look is told
    first, for nearly all texts; then all is left out but brackets, and each turn takes the innermost ones away.
    """
    if len(text) <= DEEPEST or brackets(text) <= DEEPEST:
        return False
    raw = text.encode("utf-8", "surrogatepass") if isinstance(text, str) else bytes(text)
    if b"\\" in raw:
        raw = _ESCAPED.sub(b"", raw)
    nest = b"".join(raw.translate(_AS_ARRAYS, _NO_STRUCTURE).split(b'"')[::2])  # each second part is a string
    for _ in range(DEEPEST):
        rest = nest.replace(b"[]", b"")
        if rest == nest:
            break
        nest = rest
    return nest.count(b"[") > (0 if b"[]" in nest else DEEPEST)


def brackets(text: str | bytes | bytearray) -> int:
    """Return how many objects and arrays begin, at most; it cannot be nested deeper."""
    if isinstance(text, str):
        return text.count("{") + text.count("[")
    return text.count(b"{") + text.count(b"[")


SINGLE = ("json.non-finite-number", "json.lone-surrogate", "json.number-too-long")  # faults of one value


def parse_leniently(text: str | bytes | bytearray, fault: JsonFault) -> Any:
    """Return the object that `text` stands for but for single values that no JSON body can carry.

    Raises:
        JsonFault: `fault`, the one that `parse` found, where it is not of a single value, or is not the only kind.
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
    """Raise `UnicodeDecodeError`, a `ValueError`, unless bytes are UTF-8; a long text is decoded piece by piece."""
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
        raise _fault("json.encoding", _NOT_UTF8, before, len(before)) from None
    if "\0" in text[:2]:  # UTF-16 or UTF-32 of plain letters is UTF-8 as well, with a NUL beside each
        raise _fault("json.encoding", _NOT_UTF8, text, 0)
    return text


def _parse_slowly(text: str) -> object:
    if is_nested(text):
        raise _depth_fault(text)
    try:
        value: object = json.loads(text, parse_constant=_refuse, parse_float=_finite, parse_int=_whole)
    except json.JSONDecodeError as error:
        raise _syntax_fault(text, error) from None
    except RecursionError:
        raise _depth_fault(text) from None
    except _NotFiniteError:
        raise _constant_fault(text) from None
    for match in _SURROGATE.finditer(text):
        if match[1]:
            raise _fault("json.lone-surrogate", LONE, text, match.start(), _path_at(text, match.start()))
    path = _unreadable_in(value)
    if path is not None:
        raise _number_fault(text, path)
    return value


class _NotFiniteError(Exception):
    """Say that a text has one of the words for numbers that are not finite, which are no JSON wherever they stand."""


def _refuse(constant: str) -> NoReturn:
    raise _NotFiniteError(constant)


def _finite(literal: str) -> object:
    number = float(literal)
    return UNREADABLE if math.isinf(number) else number


def _unreadable_in(value: object) -> Path | None:
    """Return where JSON data has a number that cannot be held; the first such place, if any; without recursion."""
    ways: list[Iterator[tuple[str | int, object]]] = [iter([("", value)])]  # what is left to see, level by level
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


def _syntax_fault(text: str, error: json.JSONDecodeError) -> JsonFault:
    at, said = error.pos, error.msg
    before = at  # the end of what stands before it
    while before and text[before - 1] in " \t\n\r":
        before -= 1
    if text[at : at + 1] in ("}", "]") and text[max(before - 1, 0) : before] == ",":  # Python 3.13 says this itself
        at, said = before - 1, "Illegal trailing"
    rows = (row for start, row in _EXPECTED.items() if said.startswith(start))
    expected, got, fix = next(rows, ("JSON", "", "Mend the text here."))  # a message of a Python to come
    if at == len(text) and not before:
        got, fix = "an empty text", "Give one JSON value."
    if not got:
        got, better = next((got, fix) for pattern, got, fix in _GOT if re.compile(pattern).match(text, at))
        fix = better or fix
    return _fault("json.malformed", f"Expected {expected}, got {got}. {fix}", text, at)


def _depth_fault(text: str) -> JsonFault:
    depth = deepest = at = 0
    for token in TOKEN.finditer(text):
        depth += _LEVELS.get(token[0], 0)
        if depth > deepest:
            deepest, at = depth, token.start()
    return _fault("json.too-deep", _TOO_DEEP.format(deepest), text, at)


def _constant_fault(text: str) -> JsonFault:
    """Find the first word for a number that is not finite; up to there the text is well-formed."""
    starts = ((value.start, _CONSTANT.match(text, value.start)) for value in values(text))
    start, constant = next((start, match[0]) for start, match in starts if match)
    return _fault(*_number_rule(constant), text, start, _path_at(text, start))


def _number_fault(text: str, path: Path) -> JsonFault:
    """Name the number at `path` that cannot be held; of a name that comes twice, the last value."""
    here: list[str | int] = []
    literal, start = "", 0
    for value in values(text):
        del here[max(value.depth - 1, 0) :]
        here += [value.step] if value.depth else []
        if value.depth == len(path) and (not path or (value.step == path[-1] and tuple(here) == path)):
            literal, start = text[value.start : value.end], value.start
    return _fault(*_number_rule(literal), text, start, path)


def _number_rule(literal: str) -> tuple[str, str]:
    """Return the rule that a number breaks which cannot be held, and the message."""
    if literal[-1] in "Ny":
        return "json.non-finite-number", NOT_FINITE.format(literal)
    if any(char in ".eE" for char in literal):
        return "json.non-finite-number", NOT_FINITE.format(_BEYOND)
    return "json.number-too-long", TOO_LONG.format(sys.get_int_max_str_digits())


def _path_at(text: str, offset: int) -> Path:
    """Return the path of the value that holds `offset`; of its parent if that is in a member's name."""
    path: list[str | int] = []
    for value in values(text):
        if value.at > offset:
            break
        del path[max(value.depth - 1, 0) :]
        if value.depth and value.start <= offset:
            path.append(value.step)
        if value.start == offset:
            break  # what follows need not be well-formed
    return tuple(path)


def _fault(rule: str, message: str, text: str, offset: int, path: Path = ()) -> JsonFault:
    line, column = text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset)
    return JsonFault(rule, message, line, column, path)
