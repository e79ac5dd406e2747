"""`check_schema`: find every problem of a schema from a file, a tool or a Python type."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Mapping
from pathlib import Path as File
from typing import TYPE_CHECKING, Any

from presend.api import check
from presend.json_schemas.fields import field_of, fields_of
from presend.json_schemas.rules import DESCRIBABLE
from presend.json_schemas.targets import PACK, PLAIN, STRICT, TARGETS
from presend.packs.pack import Pack
from presend.problems import Problem, param_of
from presend.reading.python_types import NotDescribable, as_the_sdk_sends, is_python, name_of, schema_of
from presend.words.pointers import follow

if TYPE_CHECKING:
    from collections.abc import Collection

    from presend.problems import Path
    from presend.schema.subschemas import Schema

FORMAT = Pack(PACK)
EXPECTED = (
    "Expected a JSON Schema as a mapping, JSON text, pathlib.Path or open file, or a pydantic model, dataclass, "
    "TypedDict or function"
)


def check_schema(
    source: Any, *, strict: bool | None = None, enable: Collection[str] = (), ignore: Collection[str] = ()
) -> tuple[Problem, ...]:
    """Check the schema of a function, a tool or a response format.

    Args:
        source: A JSON Schema (mapping, JSON text as str or bytes, `pathlib.Path`, or a file open for reading), a tool
            or response format that holds one, or a list of them. Or a Python type or function: a pydantic model,
            dataclass, TypedDict or another type, or a function for its parameters; presend checks the schema that the
            openai SDK makes of it. The position of a file object does not change.
        strict: Check for strict mode or not. By default the tool or format decides; any other schema is checked for
            strict mode.
        enable: Ids of opt-in rules to turn on.
        ignore: Ids of rules to turn off, as for `check`.

    Returns:
        Problems of all severities. `pointer` leads into the schema, or into the tool that holds it; `field` names the
        field of a Python type (`Order.lines[].price`). Those of JSON text carry line and column.

    Raises:
        TypeError: The source has another type.
        LookupError: A rule is unknown.
        OSError: The file cannot be read.

    >>> import presend
    >>> for problem in presend.check_schema({"type": "object", "properties": {"a": {"type": "string"}}}):
    ...     print(problem.rule, problem.pointer)
    response-format.json-schema.strict.schema-subset /additionalProperties
    response-format.json-schema.strict.schema-subset /required
    """
    if is_python(source):
        return _of_python(source, strict=strict, enable=enable, ignore=ignore)
    return check(TARGETS[strict], payload_of(source), pack=FORMAT, enable=enable, ignore=ignore)


def not_describable(name: str, fault: NotDescribable) -> Problem:
    """Return a problem of a Python type that has no schema."""
    return Problem("", None, DESCRIBABLE.id, "error", DESCRIBABLE.basis, str(fault), "", "", field=name)


def payload_of(source: Any) -> Any:
    """Return the payload for `check` from a source that is not a Python type; a file keeps its position."""
    if isinstance(source, os.PathLike):
        return File(source).read_bytes()
    if isinstance(source, Mapping | list | tuple | str | bytes | bytearray):
        return source
    if callable(getattr(source, "read", None)):
        return _read(source)
    raise TypeError(f"{EXPECTED}; got {type(source).__name__}.")


def _read(file: Any) -> Any:
    """Return the rest of an open file, and restore its position if possible."""
    try:
        place = file.tell()
    except (AttributeError, OSError, ValueError):  # a pipe, or another stream that cannot seek
        return file.read()
    try:
        return file.read()
    finally:
        file.seek(place)


def _of_python(
    source: Any, *, strict: bool | None, enable: Collection[str], ignore: Collection[str]
) -> tuple[Problem, ...]:
    name = name_of(source)
    try:
        schema = schema_of(source)
        if strict is not False:
            schema = as_the_sdk_sends(schema)
    except NotDescribable as fault:
        if DESCRIBABLE.id in ignore:
            return ()
        return (not_describable(name, fault),)
    fields = fields_of(schema, name)
    target = PLAIN if strict is False else STRICT
    return tuple(
        _in_python(one, schema, fields) for one in check(target, schema, pack=FORMAT, enable=enable, ignore=ignore)
    )


def _in_python(problem: Problem, schema: Schema, fields: dict[Path, str]) -> Problem:
    """Return the problem of a schema as a problem of its Python type."""
    path, _ = follow(schema, problem.pointer)
    field, rest = field_of(path, fields)
    there = f"'{param_of(rest)}' of '{field}'" if rest else f"'{field}'"
    message = problem.message.replace(f"'{problem.param}'", there, 1) if problem.param else problem.message
    return dataclasses.replace(problem, message=message, field=field)
