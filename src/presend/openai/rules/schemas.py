"""JSON Schemas inside payloads: are they schemas, and do they keep to the subset of strict mode?

The rules of strict mode are not in the spec, only in OpenAI's guide to Structured Outputs. Two of them are confirmed
by the API's own errors (xsai#145, agentscope-java#2548) and are errors here; the rest, as of 2025-05, are warnings.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from presend.keywords import listed, shown
from presend.problems import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.problems import Path

    Trail = tuple["Trail", Path] | None

TOLD = 3  # missing names that a message lists
MOST = 8  # faults of one schema; more help nobody
MAPS = ("properties", "$defs", "definitions", "patternProperties", "dependentSchemas", "dependencies")
LISTS = ("anyOf", "allOf", "oneOf", "prefixItems", "items")  # `items` was a list before draft 2020-12
SINGLES = tuple(
    "items additionalProperties additionalItems not if then else contains propertyNames unevaluatedItems "
    "unevaluatedProperties contentSchema".split()
)
MAPS_SET, LISTS_SET, SINGLES_SET = frozenset(MAPS), frozenset(LISTS), frozenset(SINGLES)
# Not supported by strict mode, on any model (guide to Structured Outputs, 2025-05).
UNSUPPORTED = frozenset(
    (
        "allOf oneOf not dependentRequired dependentSchemas if then else patternProperties unevaluatedProperties "
        "propertyNames minProperties maxProperties unevaluatedItems contains minContains maxContains uniqueItems"
    ).split()
)
STRICT_LEVELS = 10  # of nesting, at most (same guide)
STRICT_PROPERTIES = 5000  # in all, at most (same guide)
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


def schema_faults(schema: Any, code: str) -> Iterator[Finding]:
    """Yield what keeps `schema` from being a JSON Schema; nothing for what is no object."""
    if not isinstance(schema, dict):
        return
    if _is_surely_a_schema(schema):
        return
    named = schema.get("$schema")
    dialect = named.rstrip("#").partition("://")[2] if isinstance(named, str) else DEFAULT_DIALECT
    validator = _meta_validator(dialect if dialect in DIALECTS else DEFAULT_DIALECT)
    try:
        if validator.is_valid(schema):
            return
    except ValueError:
        return  # not JSON, which is said elsewhere
    # One schema at a time, those below it taken to be right: the errors of the whole would be told once for each
    # level above them, which a deep and wide schema makes very many.
    told = 0
    for node, trail in walk(schema):
        for path, expected in _errors(validator, _alone(node)):
            told += 1
            yield Finding(f"Invalid {{param}}: {expected} in a JSON Schema.", code, (*path_of(trail), *path))
            if told == MOST:
                return
    if not told:
        yield Finding("Invalid {param}: expected a JSON Schema, but the meta-schema refuses it.", code)


def _is_surely_a_schema(schema: dict[str, Any]) -> bool:
    """Say yes to a schema of draft 2020-12 with the usual keywords alone; nothing has to be imported for that."""
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


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


USUAL: dict[str, Callable[[Any], bool]] = {
    "type": _are_types,
    "required": _are_names,
    "enum": lambda value: _are_names(value) and bool(value),
    "default": lambda _: True,
    **dict.fromkeys(("title", "description", "format"), lambda value: isinstance(value, str)),
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), _is_count),
    **dict.fromkeys(("minimum", "maximum"), _is_number),
}


def _errors(validator: Any, schema: dict[str, Any]) -> list[tuple[Path, str]]:
    try:
        found = {(tuple(error.instance_path), _expected(error)) for error in validator.iter_errors(schema)}
    except ValueError:
        return []  # not JSON, which is said elsewhere
    return sorted(found, key=lambda entry: (tuple(map(str, entry[0])), entry[1]))


def _alone(node: dict[str, Any]) -> dict[str, Any]:
    """Return a schema with every schema below it replaced by the empty one."""

    def emptied(part: Any) -> Any:
        return {} if isinstance(part, dict) else part

    result = dict(node)
    for word in MAPS:
        if isinstance(node.get(word), dict):
            result[word] = {name: emptied(sub) for name, sub in node[word].items()}
    for word in LISTS:
        if isinstance(node.get(word), list):
            result[word] = [emptied(sub) for sub in node[word]]
    for word in SINGLES:
        if isinstance(node.get(word), dict):
            result[word] = {}
    return result


@functools.cache
def _meta_validator(dialect: str) -> Any:
    """Return the validator of a draft's meta-schema (of jsonschema_rs)."""
    import jsonschema_rs  # noqa: PLC0415 - only payloads with a schema in them pay for it

    scheme = "http" if "draft-0" in dialect else "https"
    return getattr(jsonschema_rs, DIALECTS[dialect])({"$ref": f"{scheme}://{dialect}"})


def _expected(error: Any) -> str:
    """Return what the meta-schema wanted of a place, without anything of the payload."""
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
            return "expected items that differ"
        case _:
            return "expected a value that the meta-schema allows"


def strict_faults(schema: Any, member: str, code: str) -> Iterator[Finding]:
    """Yield where an object of `schema`, which stands under `member`, is not closed or requires too little."""
    if not isinstance(schema, dict) or _is_strict(schema):
        return
    told = 0
    for node, trail in walk(schema):
        for step, text in _object_faults(node):
            told += 1
            yield Finding(text, code, (member, *path_of(trail), step))
        if told >= MOST:
            return


def _is_strict(schema: dict[str, Any]) -> bool:
    """Say whether there is nothing to tell: the same walk, in any order, without the way to each place."""
    waiting = [schema]
    while waiting:
        node = waiting.pop()
        if any(_object_faults(node)):
            return False
        for word, part in node.items():
            if word in SINGLES_SET and isinstance(part, dict):
                waiting.append(part)
            elif word in MAPS_SET and isinstance(part, dict):
                waiting.extend(sub for sub in part.values() if isinstance(sub, dict))
            elif word in LISTS_SET and isinstance(part, list):
                waiting.extend(sub for sub in part if isinstance(sub, dict))
    return True


def strict_doubts(schema: Any, member: str, code: str) -> Iterator[Finding]:
    """Yield what strict mode is said not to support in `schema`, which stands under `member`."""
    if not isinstance(schema, dict):
        return
    root = "anyOf" if "anyOf" in schema else "type" if schema.get("type", "object") != "object" else None
    if root:
        text = "Unsupported in strict mode: {param}. The root has to be an object schema, and no anyOf."
        yield Finding(text, code, (member, root))
    told = properties = 0
    for node, trail in walk(schema):
        for word in sorted(UNSUPPORTED & node.keys()) if told < MOST else ():
            told += 1
            yield Finding("Unsupported in strict mode: {param}.", code, (member, *path_of(trail), word))
        members = node.get("properties")
        properties += len(members) if isinstance(members, dict) else 0
    yield from _size_faults(schema, properties, member, code)


def _object_faults(node: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the member that is wrong, and the sentence, where an object schema is not closed or requires too little."""
    members = node.get("properties")
    kinds = node.get("type")
    is_object = kinds == "object" or (isinstance(kinds, list) and "object" in kinds) or isinstance(members, dict)
    if not is_object:
        return
    if node.get("additionalProperties") is not False:
        yield (
            "additionalProperties",
            "Invalid schema for strict mode: {param} is required to be supplied and to be false.",
        )
    required = node.get("required")
    listed_names = {name for name in required if isinstance(name, str)} if isinstance(required, list) else set()
    missing = sorted(name for name in members if name not in listed_names) if isinstance(members, dict) else []
    if missing:
        wanted = "{param} has to list every key in properties"
        yield "required", f"Invalid schema for strict mode: {wanted}. {_missing(missing)}."


def _missing(names: list[str]) -> str:
    told = [shown(name) for name in names[:TOLD]]
    rest = len(names) - len(told)
    return f"Missing {listed([*told, f'{rest} more'] if rest else told)}"


def walk(schema: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Trail]]:
    """Yield a schema and every one below it, parents first, each with the trail to it; no recursion, linear in size."""
    waiting: list[tuple[dict[str, Any], Trail]] = [(schema, None)]
    while waiting:
        node, trail = waiting.pop()
        yield node, trail
        waiting.extend(reversed([(sub, (trail, steps)) for steps, sub in _below(node)]))


def path_of(trail: Trail) -> Path:
    """Return a trail, which holds its steps last first, as a path."""
    steps: list[str | int] = []
    while trail is not None:
        trail, last = trail
        steps[:0] = last
    return tuple(steps)


def _below(node: dict[str, Any]) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield each schema directly below `node`, members by name: what is told of many faults stays the same."""
    for word in sorted(node.keys() & MAPS_SET):
        parts: Any = node[word]
        for name in sorted(parts) if isinstance(parts, dict) else ():
            if isinstance(parts[name], dict):
                yield (word, name), parts[name]
    for word in sorted(node.keys() & LISTS_SET):
        branches: Any = node[word]
        for number, sub in enumerate(branches) if isinstance(branches, list) else ():
            if isinstance(sub, dict):
                yield (word, number), sub
    for word in sorted(node.keys() & SINGLES_SET):
        if isinstance(node[word], dict):
            yield (word,), node[word]


def _size_faults(schema: dict[str, Any], properties: int, member: str, code: str) -> Iterator[Finding]:
    if properties > STRICT_PROPERTIES:
        text = f"Too large for strict mode: expected at most {STRICT_PROPERTIES} properties, but got {properties}."
        yield Finding(text, code, (member,))
    depth, level = -1, [schema]
    while level:
        depth += 1
        level = [sub for node in level for steps, sub in _below(node) if steps[0] in ("properties", "items")]
    if depth > STRICT_LEVELS:
        text = f"Too deep for strict mode: expected at most {STRICT_LEVELS} levels of nesting, but got {depth}."
        yield Finding(text, code, (member,))
