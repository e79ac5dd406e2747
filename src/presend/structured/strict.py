"""Requirements of strict mode on each schema and subschema, one function for each requirement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from presend.problems import unescaped
from presend.schema.keywords import listed, shown
from presend.schema.subschemas import below, is_object, kinds_of, path_of, walk
from presend.schema.vocabulary import DEFINITIONS
from presend.structured.fault import Fault
from presend.structured.functions import misses_items
from presend.structured.sizes import size_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.schema.subschemas import Schema

    Unmet = tuple[tuple[str | int, ...], str]  # path from the node, and message
    Check = Callable[[Schema], Iterator[Unmet]]

NAMES_TOLD = 3  # most missing names to list in a message
INVALID = "Invalid schema for strict mode:"
MAP = " For a map, use a list of objects with a key and a value each."
TYPING = frozenset(
    ("type", "$ref", "anyOf", "oneOf", "allOf")
)  # one of these keywords gives the type of a schema's values
# Not supported by strict mode, on any model or on fine-tuned ones (guide to Structured Outputs, 2025-05 to 2026-02).
# Keywords that the API was seen to refuse have requirements of their own.
UNSUPPORTED = frozenset(
    "allOf not dependentRequired dependentSchemas dependencies if then else patternProperties unevaluatedProperties "
    "minProperties maxProperties unevaluatedItems contains minContains maxContains uniqueItems "
    "additionalItems contentSchema $dynamicRef $recursiveRef".split()
)
FORMATS = frozenset("date-time time date duration email hostname ipv4 ipv6 uuid".split())  # same guide
LOOKAROUND = re.compile(r"\\.|[\[\]]|\(\?<?[=!]", re.DOTALL)  # and the text around it: escapes, and ends of classes


def strict_faults(schema: Schema) -> Iterator[Fault]:
    """Yield the faults of a schema in strict mode, parents first."""
    yield from _root_faults(schema)
    for node, trail in walk(schema):
        for requirement, check in CHECKS.items():
            for step, message in check(node):
                if trail is None and step in {("type",), ()}:
                    continue  # the root's type has its own requirement; a function may have no properties
                yield Fault(requirement, (*path_of(trail), *step), message)
        if "$ref" in node and not is_definition(node["$ref"], schema):
            text = f"{INVALID} {{param}} can only point to a definition at the top level."
            yield Fault("ref-target", (*path_of(trail), "$ref"), text)
    yield from size_faults(schema)


def _root_faults(schema: Schema) -> Iterator[Fault]:
    if "anyOf" in schema:
        yield Fault("root", ("anyOf",), f"{INVALID} {{param}} is not allowed at the top level. Put it into a property.")
    elif "object" not in kinds_of(schema):
        step = "$ref" if "$ref" in schema else "type"
        text = f"{INVALID} {{param}}. The top level must be a schema of the type object itself."
        yield Fault("root", (step,), text)


def _closed(node: Schema) -> Iterator[Unmet]:
    if is_object(node) and node.get("additionalProperties") is not False:
        way_out = "" if node.get("properties") or "additionalProperties" not in node else MAP
        yield ("additionalProperties",), f"{INVALID} {{param}} is required to be supplied and to be false.{way_out}"


def _required(node: Schema) -> Iterator[Unmet]:
    members, required = node.get("properties"), node.get("required")
    if not isinstance(members, dict):
        return
    told = {name for name in required if isinstance(name, str)} if isinstance(required, list) else set()
    missing = sorted(str(name) for name in members if name not in told)
    if missing:
        text = f"{INVALID} {{param}} has to list every key in properties. {_missing(missing)}."
        yield ("required",), text


def _missing(names: list[str]) -> str:
    told = [shown(name) for name in names[:NAMES_TOLD]]
    rest = len(names) - len(told)
    return f"Missing {listed([*told, f'{rest} more'] if rest else told)}"


def _required_known(node: Schema) -> Iterator[Unmet]:
    members, required = node.get("properties"), node.get("required")
    known = members if isinstance(members, dict) else {}
    if isinstance(required, list) and any(isinstance(name, str) and name not in known for name in required):
        yield ("required",), f"{INVALID} {{param}} lists a name that is not in properties."


def _typed(node: Schema) -> Iterator[Unmet]:
    if not TYPING & node.keys() and not _lists_values(node):
        yield ("type",), f"{INVALID} {{param}} is missing; every schema has one."
    for step, sub in below(node):
        if isinstance(sub, bool) and step[0] not in (
            "additionalProperties",
            "additionalItems",
            "unevaluatedProperties",
        ):
            yield step, f"{INVALID} {{param}} has to be a schema with a type, not {str(sub).lower()}."


def _lists_values(node: Schema) -> bool:
    """Say whether a schema is a const, or an enum of several types; the API's answer to these is not known."""
    enum = node.get("enum")
    return "const" in node or (isinstance(enum, list) and len(set(map(type, enum))) > 1)


def _typed_values(node: Schema) -> Iterator[Unmet]:
    if not TYPING & node.keys() and _lists_values(node):
        yield ("type",), "Possibly invalid schema for strict mode: {param} is missing; say which types the values have."


def _one_of(node: Schema) -> Iterator[Unmet]:
    if "oneOf" in node:
        yield ("oneOf",), f"{INVALID} {{param}} is not permitted. Use anyOf."


def _property_names(node: Schema) -> Iterator[Unmet]:
    if "propertyNames" in node:
        yield ("propertyNames",), f"{INVALID} {{param}} is not permitted."


def _prefix_items(node: Schema) -> Iterator[Unmet]:
    if "prefixItems" in node or isinstance(node.get("items"), list):
        word = "prefixItems" if "prefixItems" in node else "items"
        yield (word,), f"{INVALID} {{param}} describes a tuple, which is not permitted. Use an object, or only items."


def _array_items(node: Schema) -> Iterator[Unmet]:
    if misses_items(node):
        yield ("items",), "Invalid schema: array schema missing {param}."


def _ref_alone(node: Schema) -> Iterator[Unmet]:
    if "$ref" in node and any(word != "$ref" and word not in DEFINITIONS for word in node):
        yield ("$ref",), f"{INVALID} {{param}} cannot have other keywords beside it."


def _line_feed(node: Schema) -> Iterator[Unmet]:
    for word in ("enum", "const"):
        value = node.get(word)
        if any(isinstance(text, str) and "\n" in text for text in (value if isinstance(value, list) else [value])):
            yield (word,), f"{INVALID} a string of {{param}} has a line feed."


def _format(node: Schema) -> Iterator[Unmet]:
    if isinstance(node.get("format"), str) and node["format"] not in FORMATS:
        yield ("format",), f"Unsupported in strict mode: {{param}}. Known are {', '.join(sorted(FORMATS))}."


def _lookaround(node: Schema) -> Iterator[Unmet]:
    if looks_around(node.get("pattern")):
        yield ("pattern",), f"{INVALID} {{param}} looks ahead or behind, which is not permitted."


def looks_around(pattern: Any) -> bool:
    """Say whether a regular expression has lookahead or lookbehind."""
    if not isinstance(pattern, str) or "(?" not in pattern:
        return False
    is_in_class = False
    for match in LOOKAROUND.finditer(pattern):
        if match[0] in "[]":
            is_in_class = match[0] == "[" or (is_in_class and pattern[match.start() - 1] == "[")
        elif match[0][0] == "(" and not is_in_class:
            return True
    return False


def _unsupported(node: Schema) -> Iterator[Unmet]:
    for word in sorted(UNSUPPORTED & node.keys()):
        yield (word,), "Unsupported in strict mode: {param}."


def _empty_object(node: Schema) -> Iterator[Unmet]:
    if kinds_of(node) == ("object",) and not node.get("properties") and node.get("additionalProperties") is False:
        yield (), "The schema {param} allows only the empty object. Did you mean a map?"


CHECKS: dict[str, Check] = {
    "closed": _closed,
    "required": _required,
    "required-known": _required_known,
    "typed": _typed,
    "typed-values": _typed_values,
    "one-of": _one_of,
    "property-names": _property_names,
    "prefix-items": _prefix_items,
    "array-items": _array_items,
    "ref-alone": _ref_alone,
    "line-feed": _line_feed,
    "format": _format,
    "lookaround": _lookaround,
    "unsupported": _unsupported,
    "empty-object": _empty_object,
}


def is_definition(pointer: Any, schema: Schema) -> bool:
    """Say whether a `$ref` points to the whole schema or to a definition at its top."""
    return pointer == "#" or definition_of(pointer, schema) is not None


def definition_of(pointer: Any, schema: Schema) -> Any:
    """Return the definition at the top of `schema` that a `$ref` points to, or `None`."""
    if not isinstance(pointer, str):
        return None
    root, _, rest = pointer.partition("/")
    word, _, name = rest.partition("/")
    definitions = schema.get(word)
    if root != "#" or word not in DEFINITIONS or not isinstance(definitions, dict):
        return None
    if "%" not in name:
        return definitions.get(unescaped(name))
    from urllib.parse import unquote  # slow to import, rarely needed

    return definitions.get(unescaped(name), definitions.get(unescaped(unquote(name))))
