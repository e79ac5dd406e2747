"""`strict_schema`: make the strict equivalent of a schema, and list the changes."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from presend.api import check
from presend.json_schemas.check import EXPECTED, FORMAT, not_describable, payload_of
from presend.json_schemas.fields import field_of, fields_of
from presend.json_schemas.mending import Mender
from presend.json_schemas.restoring import Restorer
from presend.json_schemas.rewriting import WIDER
from presend.json_schemas.rules import (
    IS_JSON_SCHEMA,
    MENDED,
    MENDED_WIDER,
    UNSAYABLE,
    Held,
    held,
)
from presend.json_schemas.targets import PLAIN, STRICT
from presend.problems import InvalidPayload, Problem, param_of, pointer_of
from presend.reading.json_faults import JsonFault
from presend.reading.json_text import parse
from presend.reading.python_types import NotDescribable, is_python, name_of, schema_of
from presend.reading.python_values import NotPlain, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from presend.problems import Path
    from presend.rule import Rule


class InvalidSchema(InvalidPayload):
    """Error for a schema that strict mode cannot express; `.problems` has each place, with a way out."""


class StrictSchema(dict[str, Any]):
    """A schema for strict mode, or a tool or response format with one: a dict that is ready to send.

    Attributes:
        changes: The changes as problems: a warning if the result allows more than the source, because strict mode has
            no such limit; otherwise a note.
    """

    changes: tuple[Problem, ...]

    def __init__(self, result: Mapping[str, Any], changes: tuple[Problem, ...], restorer: Restorer) -> None:
        super().__init__(result)
        self.changes = changes
        self._restorer = restorer

    def restore(self, answer: Any) -> Any:
        """Return a copy of an answer without the nulls that stand for absent optional members.

        >>> import presend
        >>> schema = {"type": "object", "properties": {"unit": {"type": "string"}}}
        >>> presend.strict_schema(schema).restore({"unit": None})
        {}
        """
        return self._restorer.restore(copy.deepcopy(answer))


def strict_schema(source: Any) -> StrictSchema:
    """Return the strict equivalent of a schema.

    Objects are closed and all properties are required; an optional one may be null instead. `oneOf` becomes `anyOf` if
    no value fits two branches. A limit that strict mode has no keyword for moves into the description. `.changes` of
    the result lists every change.

    Args:
        source: A JSON Schema, a tool or response format that holds one, or a Python type or function; not changed.

    Returns:
        The schema; for a tool or response format, the whole of it with `strict: true`.

    Raises:
        InvalidSchema: Strict mode cannot express it: open maps, tuples, values of any type. `.problems` has the places.
        TypeError: The source has another type.

    >>> import presend
    >>> presend.strict_schema({"type": "object", "properties": {"a": {"type": "string"}}})["required"]
    ['a']
    """
    name, value = _read(source)
    found = held(value)
    if found is None or not isinstance(found.schema, dict):
        raise TypeError(f"{EXPECTED}; got a value without a schema.")
    if not is_python(source):
        broken = check(PLAIN, value, pack=FORMAT)
        _raise_any(name, [one for one in broken if one.rule.endswith(IS_JSON_SCHEMA)])
    mender = Mender(found.schema)
    result = mender.mended()
    fields = fields_of(found.schema, name) if is_python(source) else None
    unsayable = dict.fromkeys(mender.notes.unsayable)
    _raise_any(name, [_told(UNSAYABLE, found.at, one.path, one.message, fields) for one in unsayable])
    mended = _put(value, found.at, result)
    _raise_any(name, [one for one in check(STRICT, mended, pack=FORMAT) if one.severity != "note"])  # such as its size
    changes = (
        _told(MENDED_WIDER if one.kind == WIDER else MENDED, found.at, one.path, one.message, fields)
        for one in dict.fromkeys(mender.notes.changes)
    )
    return StrictSchema(mended, (*changes, *_now_strict(found)), Restorer(result, mender.optional_in(result)))


def _raise_any(name: str, problems: list[Problem]) -> None:
    if problems:
        raise InvalidSchema(name, problems)


def _read(source: Any) -> tuple[str, dict[str, Any]]:
    if is_python(source):
        name = name_of(source)
        try:
            return name, schema_of(source)
        except NotDescribable as fault:
            raise InvalidSchema(name, [not_describable(name, fault)]) from None
    value = payload_of(source)
    try:
        value = parse(value) if isinstance(value, str | bytes | bytearray) else plain(value)
    except (JsonFault, NotPlain):
        told = check(STRICT, value, pack=FORMAT)
        raise InvalidSchema("schema", [one for one in told if one.rule.startswith("json.")]) from None
    if not isinstance(value, dict):
        raise TypeError(f"Expected one schema, an object; got {type(value).__name__}.")
    return "schema", value


def _now_strict(found: Held) -> list[Problem]:
    """Return a note if strict mode was turned on for a tool or format."""
    if not found.at or found.strict:
        return []
    at = (*found.at[:-1], "strict")
    return [_told(MENDED, (), at, "strict is now true.", None)]


def _put(value: dict[str, Any], at: Path, schema: dict[str, Any]) -> dict[str, Any]:
    """Put a schema into its tool or format in place of the old one, and set strict; a bare schema is returned as is."""
    if not at:
        return schema
    step, *rest = map(str, at)
    if rest:
        return {**value, step: _put(value[step], tuple(rest), schema)}
    return {**value, step: schema, "strict": True}


def _told(rule: Rule, at: Path, path: Path, message: str, fields: dict[Path, str] | None) -> Problem:
    field = field_of(path, fields)[0] if fields is not None else None
    where = (*at, *path)
    place = field or param_of(where)
    text = f"{place}: {message}" if place else message
    return Problem(pointer_of(where), param_of(where), rule.id, rule.severity, rule.basis, text, "", "", field=field)
