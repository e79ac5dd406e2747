"""Check a value against the meta-schema of its `$schema`, or of draft 2020-12."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any, NoReturn

from presend.schema.keywords import is_number, listed
from presend.schema.subschemas import path_of, rebuilt, walk
from presend.structured.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.problems import Path

JSON_SCHEMA = "json-schema"  # the requirement, as requirements.py has it
DIALECTS = {  # `$schema`, without scheme and fragment → the validator of jsonschema_rs, for the drafts that it knows
    "json-schema.org/draft-04/schema": "Draft4Validator",
    "json-schema.org/draft-06/schema": "Draft6Validator",
    "json-schema.org/draft-07/schema": "Draft7Validator",
    "json-schema.org/draft/2019-09/schema": "Draft201909Validator",
    "json-schema.org/draft/2020-12/schema": "Draft202012Validator",
}
TYPE_NAMES = ("array", "boolean", "integer", "null", "number", "object", "string")
TYPES = listed(list(TYPE_NAMES), "or")
DEFAULT_DIALECT = "json-schema.org/draft/2020-12/schema"


def schema_faults(schema: dict[str, Any]) -> Iterator[Fault]:
    """Yield the places where `schema` is not a valid JSON Schema."""
    if is_proven_schema(schema):
        return
    validator = _meta_validator(dialect_of(schema))
    try:
        if validator.is_valid(schema):
            return
    except ValueError:
        return  # not JSON, which is said elsewhere
    # Check one schema at a time, with its subschemas replaced by empty ones. Otherwise an error would be reported
    # once for each level above it.
    is_told = False
    for node, trail in walk(schema):
        for path, expected in _errors(validator, _alone(node)):
            is_told = True
            yield Fault(JSON_SCHEMA, (*path_of(trail), *path), f"Invalid {{param}}: {expected} in a JSON Schema.")
    if not is_told:
        text = "Invalid {param}: expected a JSON Schema, but the meta-schema refuses it."
        yield Fault(JSON_SCHEMA, (), text)


def dialect_of(schema: Any) -> str:
    """Return the dialect of a schema, a key of `DIALECTS`; the default if it names none of them."""
    named = schema.get("$schema") if isinstance(schema, dict) else None
    dialect = named.rstrip("#").partition("://")[2] if isinstance(named, str) else DEFAULT_DIALECT
    return dialect if dialect in DIALECTS else DEFAULT_DIALECT


def is_proven_schema(schema: dict[str, Any]) -> bool:
    """Fast path: accept a valid schema with only common keywords, without importing a validator."""
    waiting = [schema]
    while waiting:
        for word, part in waiting.pop().items():
            if word in USUAL:
                if not USUAL[word](part):
                    return False
                continue
            if word in ("properties", "$defs"):
                below = [*part.values()] if isinstance(part, dict) else [None]
            elif word == "anyOf":
                below = part if isinstance(part, list) and part else [None]
            elif word in ("items", "additionalProperties"):
                below = [part]
            else:
                return False
            waiting.extend(sub for sub in below if isinstance(sub, dict))
            if not all(isinstance(sub, dict | bool) for sub in below):
                return False
    return True


def _is_type(value: Any) -> bool:
    return isinstance(value, str) and value in TYPE_NAMES


def _are_types(value: Any) -> bool:
    return _is_type(value) or (_are_names(value) and bool(value) and all(map(_is_type, value)))


def _are_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) for name in value) and len(set(value)) == len(value)


def is_count(value: Any) -> bool:
    """Say whether a value is a number of characters or items."""
    return type(value) is int and value >= 0


USUAL: dict[str, Callable[[Any], bool]] = {
    "type": _are_types,
    "required": _are_names,
    "enum": lambda value: _are_names(value) and bool(value),
    "default": lambda _: True,
    **dict.fromkeys(("title", "description", "format"), lambda value: isinstance(value, str)),
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), is_count),
    **dict.fromkeys(("minimum", "maximum"), is_number),
}


def _errors(validator: Any, schema: dict[str, Any]) -> list[tuple[Path, str]]:
    try:
        found = {(tuple(error.instance_path), _expected(error)) for error in validator.iter_errors(schema)}
    except ValueError:
        return []  # not JSON, which is said elsewhere
    return sorted(found, key=lambda entry: (tuple(map(str, entry[0])), entry[1]))


def _alone(node: dict[str, Any]) -> dict[str, Any]:
    """Return a schema with every schema below it replaced by the empty one."""
    return rebuilt(node, lambda part: {} if isinstance(part, dict) else part)


def retrieve_nothing(uri: str) -> NoReturn:
    """Refuse to fetch a schema: presend neither reads files nor sends requests because of a payload."""
    raise ValueError(f"{uri} is not part of the schema")


@functools.cache
def _meta_validator(dialect: str) -> Any:
    """Return the validator of a draft's meta-schema (of jsonschema_rs)."""
    import jsonschema_rs  # imported only for payloads with a schema

    scheme = "http" if "draft-0" in dialect else "https"
    return getattr(jsonschema_rs, DIALECTS[dialect])({"$ref": f"{scheme}://{dialect}"})


def _expected(error: Any) -> str:
    """Return the meta-schema's expectation for a place, without data from the payload."""
    kind = error.kind
    facts = {name: getattr(kind, name) for name in ("types", "limit", "property") if hasattr(kind, name)}
    match type(kind).__name__.rpartition("_")[2]:
        case "AnyOf" if error.schema_path[-2:] == ["type", "anyOf"]:
            return f"expected {TYPES}, or a list of them"
        case "Type" if facts.get("types"):
            return f"expected {listed([str(name) for name in facts['types']], 'or')}"
        case "Minimum" | "ExclusiveMinimum" if "limit" in facts:
            return f"expected a number from {facts['limit']}"
        case "Required" if "property" in facts:
            return f"expected a member {facts['property']!r}"
        case "UniqueItems":
            return "expected unique items"
        case _:
            return "expected a value that the meta-schema allows"
