"""JSON Schemas inside payloads: are they schemas, and do they keep to the subset of strict mode?

The rules of strict mode are not in the spec, only in OpenAI's guide to Structured Outputs. Two of them are confirmed
by the API's own errors (xsai#145, agentscope-java#2548) and are errors here; the rest, as of 2025-05, are warnings.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from presend.keywords import listed, shown
from presend.plain import NotPlain, plain
from presend.problems import Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.problems import Path

TOLD = 3  # missing names that a message lists
MOST = 8  # faults of one schema; more help nobody
MAPS = ("properties", "$defs", "definitions", "patternProperties", "dependentSchemas")
LISTS = ("anyOf", "allOf", "oneOf", "prefixItems")
SINGLES = ("items", "additionalProperties", "not", "if", "then", "else", "contains", "propertyNames")
# Not supported by strict mode, on any model (guide to Structured Outputs, 2025-05).
UNSUPPORTED = frozenset(
    (
        "allOf oneOf not dependentRequired dependentSchemas if then else patternProperties unevaluatedProperties "
        "propertyNames minProperties maxProperties unevaluatedItems contains minContains maxContains uniqueItems"
    ).split()
)
DEEPEST = 10  # levels of nesting
MOST_PROPERTIES = 5000
DIALECTS = {  # `$schema` → the validator class of jsonschema_rs, for the drafts that it knows
    "http://json-schema.org/draft-04/schema": "Draft4Validator",
    "http://json-schema.org/draft-06/schema": "Draft6Validator",
    "http://json-schema.org/draft-07/schema": "Draft7Validator",
    "https://json-schema.org/draft/2019-09/schema": "Draft201909Validator",
    "https://json-schema.org/draft/2020-12/schema": "Draft202012Validator",
}
TYPES = listed(["array", "boolean", "integer", "null", "number", "object", "string"], "or")
DEFAULT_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_faults(schema: Any, code: str) -> Iterator[Finding]:
    """Yield what keeps `schema` from being a JSON Schema; nothing for what is no object."""
    if not isinstance(schema, dict):
        return
    try:
        schema = plain(schema)
    except NotPlain:
        return  # not JSON, which is said elsewhere
    named = schema.get("$schema")
    dialect = named.rstrip("#") if isinstance(named, str) else DEFAULT_DIALECT
    validator = _meta_validator(dialect if dialect in DIALECTS else DEFAULT_DIALECT)
    if validator.is_valid(schema):
        return
    found = {(tuple(error.instance_path), _expected(error)) for error in validator.iter_errors(schema)}
    for path, expected in sorted(found, key=lambda entry: (tuple(map(str, entry[0])), entry[1]))[:MOST]:
        yield Finding(f"Invalid {{param}}: {expected} in a JSON Schema.", code, path)


@functools.cache
def _meta_validator(dialect: str) -> Any:
    import jsonschema_rs  # noqa: PLC0415 - only payloads with a schema in them pay for it

    return getattr(jsonschema_rs, DIALECTS[dialect])({"$ref": dialect})


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
    """Yield where `schema`, which stands under `member`, leaves the subset that strict mode supports."""
    if not isinstance(schema, dict):
        return
    root = "anyOf" if "anyOf" in schema else "type" if schema.get("type", "object") != "object" else None
    if root:
        text = "Unsupported in strict mode: {param}. The root has to be an object schema, and no anyOf."
        yield Finding(text, code, (member, root), severity="warning")
    faults = properties = 0
    waiting: list[tuple[dict[str, Any], Path]] = [(schema, (member,))]
    while waiting and faults < MOST:
        node, path = waiting.pop()
        for finding in _object_faults(node, path, code):
            faults += 1
            yield finding
        for word in sorted(UNSUPPORTED & node.keys()):
            faults += 1
            yield Finding(
                "Unsupported in strict mode: {param}. Say it in words, or without strict.",
                code,
                (*path, word),
                severity="warning",
            )
        members = node.get("properties")
        properties += len(members) if isinstance(members, dict) else 0
        waiting.extend(reversed(list(_below(node, path))))
    yield from _size_faults(schema, properties, member, code)


def _object_faults(node: dict[str, Any], path: Path, code: str) -> Iterator[Finding]:
    members = node.get("properties")
    kinds = node.get("type")
    is_object = kinds == "object" or (isinstance(kinds, list) and "object" in kinds) or isinstance(members, dict)
    if not is_object:
        return
    if node.get("additionalProperties") is not False:
        text = "Invalid schema for strict mode: {param} is required to be supplied and to be false."
        yield Finding(text, code, (*path, "additionalProperties"))
    required = node.get("required")
    listed_names = {name for name in required if isinstance(name, str)} if isinstance(required, list) else set()
    missing = sorted(name for name in members if name not in listed_names) if isinstance(members, dict) else []
    if missing:
        text = f"Invalid schema for strict mode: {{param}} has to list every key in properties. {_missing(missing)}."
        yield Finding(text, code, (*path, "required"))


def _missing(names: list[str]) -> str:
    told = [shown(name) for name in names[:TOLD]]
    rest = len(names) - len(told)
    return f"Missing {listed([*told, f'{rest} more'] if rest else told)}"


def _below(node: dict[str, Any], path: Path) -> Iterator[tuple[dict[str, Any], Path]]:
    """Yield each schema directly below `node`, members by name: what is told of many faults stays the same."""
    for word in MAPS:
        parts: Any = node.get(word)
        for name in sorted(parts) if isinstance(parts, dict) else ():
            if isinstance(parts[name], dict):
                yield parts[name], (*path, word, name)
    for word in LISTS:
        branches: Any = node.get(word)
        for number, sub in enumerate(branches) if isinstance(branches, list) else ():
            if isinstance(sub, dict):
                yield sub, (*path, word, number)
    for word in SINGLES:
        if isinstance(node.get(word), dict):
            yield node[word], (*path, word)


def _size_faults(schema: dict[str, Any], properties: int, member: str, code: str) -> Iterator[Finding]:
    if properties > MOST_PROPERTIES:
        text = f"Too large for strict mode: expected at most {MOST_PROPERTIES} properties, but got {properties}."
        yield Finding(text, code, (member,), severity="warning")
    depth, level = 0, [schema]
    while level:
        depth += 1
        below = [sub for node in level for sub, step in _below(node, ()) if step[0] in ("properties", "items")]
        level = below
    if depth - 1 > DEEPEST:
        text = f"Too deep for strict mode: expected at most {DEEPEST} levels of nesting, but got {depth - 1}."
        yield Finding(text, code, (member,), severity="warning")
