"""Convert Python values to the JSON that would be sent, and report values that JSON does not have.

Mappings, tuples, models, and subclasses of the JSON types are converted as an HTTP client would do it. Nothing is
changed in place, and a payload that is already JSON data is returned unchanged.
"""

from __future__ import annotations

import math
import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from presend.problems import Finding
from presend.reading.json_data import DEEPEST, LONG, is_each_once, is_too_long, is_unicode, levels_of

if TYPE_CHECKING:
    from presend.problems import Path

LONE = "Expected whole characters, got a lone surrogate, half of a UTF-16 pair. Remove it or cut elsewhere."
NOT_FINITE = "Expected a finite number, got {}. Leave the member out, or send null where null is allowed."
TOO_LONG = "Expected an integer of at most {:,} digits, got a longer one. Send it as a string."


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


def _too_deep() -> NotPlain:
    sentence = f"Expected at most {DEEPEST} levels of objects and arrays, got more, or a value that holds itself."
    return NotPlain("json.too-deep", f"{sentence} Flatten the payload.", ())


def _converted(value: Any, path: Path, faults: list[Finding] | None) -> Any:
    if isinstance(value, str):
        if is_unicode(value):
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
        if value.bit_length() > LONG and is_too_long(value):
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
