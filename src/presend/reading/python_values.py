"""Convert Python values to the JSON that would be sent, and report values that JSON does not have.

Mappings, tuples, models, and subclasses of the JSON types are converted as an HTTP client would do it. Nothing is
changed in place, and a payload that is already JSON data is returned unchanged.
"""

from __future__ import annotations

import itertools
import math
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from presend.problems import Finding

if TYPE_CHECKING:
    from collections.abc import Iterable

    from presend.problems import Path

LONE = "Expected whole characters, got a lone surrogate, half of a UTF-16 pair. Remove it or cut elsewhere."
NOT_FINITE = "Expected a finite number, got {}. Leave the member out, or send null where null is allowed."
TOO_LONG = "Expected an integer of at most {:,} digits, got a longer one. Send it as a string."
LONG = 2_000  # bits, about 600 digits: below it no limit of Python's on the digits of an integer can be
FOLLOWED = 100  # levels, where a schema holds itself: each takes the walk over it some five calls
DEEPEST = 900  # levels; Python's own json cannot write more than about 1,000, so no SDK can send them


CONTAINERS = frozenset([dict, list])
EMPTY_KINDS = frozenset([bool, type(None)])  # types of which each value can be sent
LONG_ARRAY = 16  # items from which on it pays to look at the types of an array first
FIRST = 64  # containers that are looked through at once, fewer than `FOLLOWED`
MANY_CONTAINERS = 1_000  # until there are more, it costs nothing if one occurs again and again


class FileNotAvailable:
    """Placeholder for a file that will be sent but is not available, so that the other fields can be checked."""

    def __repr__(self) -> str:
        return "FILE_NOT_AVAILABLE"

    def __reduce__(self) -> str:
        return "FILE_NOT_AVAILABLE"  # however it is copied, it stays the one there is


FILE_NOT_AVAILABLE = FileNotAvailable()


class Unreadable:
    """Placeholder for a value that is not JSON and was reported, so that the others can be checked."""


UNREADABLE = Unreadable()


class NotPlain(ValueError):  # carries a finding, is never shown
    """Error for a value that is not JSON, with its path."""

    def __init__(self, rule: str, message: str, path: Path) -> None:
        self.finding = Finding(message, "invalid_json", path, rule)
        super().__init__(message)


LONGEST_NAME = 60  # code points of a class's name that are quoted
AS_SENT = (  # what `parse` of the openai SDK makes of a class that is given as response_format
    ' The SDK\'s parse() turns it into {"type": "json_schema", "json_schema": {"name": …, "schema": …}}: write that,'
    " with model_json_schema() of the class as schema."
)


def plain(value: Any, kept: frozenset[str] = frozenset(), faults: list[Finding] | None = None) -> Any:
    """Return `value` as JSON data; members of the root named in `kept` (files) stay as they are.

    With a list as `faults`, values that are not JSON are reported there, and become `UNREADABLE` in the result.

    Raises:
        NotPlain: Something in it is not JSON, or it is nested too deep.
    """
    files = {}
    if kept and callable(dump := getattr(type(value), "model_dump", None)):
        value = dump(value, exclude_unset=True, by_alias=True)  # the files with it, which are set apart next
    if kept and isinstance(value, Mapping):
        files = {name: member for name, member in value.items() if name in kept and not _is_omitted(member)}
        value = {name: member for name, member in value.items() if name not in kept}
    if not _is_plain(value):
        try:
            value = _converted(value, (), faults)
        except RecursionError:
            raise _too_deep() from None
    return {**value, **files} if files else value


def _is_plain(value: object) -> bool:
    """Say whether nothing needs converting; false where a container occurs twice."""
    containers: list[Any] = []
    return levels_of(value, containers) is not None and is_each_once(containers)


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
        if levels > DEEPEST or (len(todo) > trusted and not is_each_once(todo)):
            return None
        trusted = max(trusted, 2 * len(todo))
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
    if not {*map(type, names)} <= {str} or not (_is_unicode("".join(names)) and _is_unicode("".join(texts))):
        return False
    for kind in {*map(type, others)} - EMPTY_KINDS:
        if kind is int:
            if any(item.bit_length() > LONG and _is_too_long(item) for item in others if type(item) is int):
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


def _is_unicode(text: str) -> bool:
    """Say whether UTF-8 can hold `text`, which half of a surrogate pair prevents."""
    if text.isascii():
        return True
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _too_deep() -> NotPlain:
    sentence = f"Expected at most {DEEPEST} levels of objects and arrays, got more, or a value that holds itself."
    return NotPlain("json.too-deep", f"{sentence} Flatten the payload.", ())


def _converted(value: Any, path: Path, faults: list[Finding] | None) -> Any:
    if isinstance(value, str):
        if _is_unicode(value):
            return str.__str__(value)
        return _refused("json.lone-surrogate", LONE, path, faults)
    if len(path) >= DEEPEST:
        raise _too_deep()
    if isinstance(value, Mapping):
        return _converted_members(value, path, faults)
    if isinstance(value, list | tuple):
        items = []
        for index, item in enumerate(value):
            items.append(_converted(item, (*path, index), faults))
        return items
    if value is None or value is UNREADABLE or isinstance(value, bool):
        return value
    if isinstance(value, int | float):
        return _converted_number(value, path, faults)
    if callable(dump := getattr(type(value), "model_dump", None)):  # a pydantic model, without importing pydantic
        return _converted(dump(value, exclude_unset=True, by_alias=True), path, faults)
    if isinstance(value, type):
        if path[-1:] == ("response_format",) or path == ("text", "format"):
            return _response_format(value, path, faults)
        way = AS_SENT if hasattr(value, "model_json_schema") else " Send a value in its place."
        sentence = f"Expected a JSON value, got the class {value.__name__[:LONGEST_NAME]}.{way}"
        return _refused("json.not-json", sentence, path, faults)
    advice = "Read the file first, or use str(path)." if isinstance(value, os.PathLike) else "Convert it first."
    sentence = f"Expected a JSON value, got a Python object of type {type(value).__name__}. {advice}"
    return _refused("json.not-json", sentence, path, faults)


def _response_format(value: type, path: Path, faults: list[Finding] | None) -> Any:
    """Return what the openai SDK sends for a class."""
    from presend.reading.python_types import NotDescribable, response_format  # for classes alone

    try:
        sent = response_format(value)
    except NotDescribable as fault:
        return _refused("json.not-json", str(fault), path, faults)
    if sent is None:
        sentence = f"Expected a pydantic model or dataclass, got the class {value.__name__[:LONGEST_NAME]}."
        return _refused("json.not-json", sentence, path, faults)
    return sent if path[-1] == "response_format" else {"type": sent["type"], **sent["json_schema"]}  # of responses


def _converted_number(value: float, path: Path, faults: list[Finding] | None) -> Any:
    if isinstance(value, int):
        if value.bit_length() > LONG and _is_too_long(value):
            return _refused("json.number-too-long", TOO_LONG.format(sys.get_int_max_str_digits()), path, faults)
        return int(value)
    if math.isfinite(value):
        return float(value)
    return _refused("json.non-finite-number", NOT_FINITE.format(_infinite(value)), path, faults)


def _refused(rule: str, sentence: str, path: Path, faults: list[Finding] | None) -> Unreadable:
    fault = NotPlain(rule, sentence, path)
    if faults is None:
        raise fault
    faults.append(fault.finding)
    return UNREADABLE


def _is_too_long(value: int) -> bool:
    """Say whether Python, and so any SDK, refuses to write an integer out."""
    try:
        str(value)
    except ValueError:
        return True
    return False


def _infinite(value: float) -> str:
    """Return JavaScript's name, which JSON texts use too: `-Infinity`."""
    return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"


def _converted_members(value: Mapping[Any, Any], path: Path, faults: list[Finding] | None) -> dict[str, Any]:
    members: dict[str, Any] = {}
    for name, member in value.items():
        if not isinstance(name, str):
            sentence = f"Expected strings as keys, got a key of type {type(name).__name__}. Use str keys."
            _refused("json.key-not-string", sentence, path, faults)
        elif not _is_omitted(member):
            key = _converted(name, path, faults)
            if key is not UNREADABLE:
                members[key] = _converted(member, (*path, key), faults)
    return members


def _is_omitted(value: object) -> bool:
    """Say whether `value` is the openai SDK's way to leave a parameter out."""
    kind = type(value)
    return kind.__name__ in ("NotGiven", "Omit") and kind.__module__.partition(".")[0] == "openai"
