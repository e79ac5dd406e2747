"""What the API asks of the JSON Schemas of functions and of strict formats, as its answers say: see functions.py."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.schemas import LISTS_SET, MAPS_SET, MOST, SINGLES_SET, path_of, walk
from presend.problems import Finding

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.problems import Path

    Fault = tuple[Path, str]  # where in a schema, and the sentence

NOT_AT_THE_ROOT = ("oneOf", "anyOf", "allOf", "enum", "not")
TYPING = frozenset(("type", "$ref", "anyOf", "oneOf", "allOf"))  # one of these says what a schema's values are
NOT_PERMITTED = ("oneOf", "propertyNames")  # of these there are answers; of others see `strict_doubts`
DEFINITIONS = ("$defs", "definitions")
FORMATS = frozenset("date-time time date duration email hostname ipv4 ipv6 uuid".split())  # guide, 2025-05


def root_faults(schema: dict[str, Any]) -> Iterator[Fault]:
    """Yield what keeps the schema of a function from being one of an object, with its properties."""
    for word in NOT_AT_THE_ROOT:
        if word in schema:
            yield (word,), "Invalid schema: {param} is not allowed at the top level."
            return
    if schema.get("type") != "object":
        yield ("type",), "Invalid schema: {param} of the top level has to be 'object'."
    elif "properties" not in schema:
        yield ("properties",), "Invalid schema: object schema missing {param}. For none, send an empty object."


def array_faults(node: dict[str, Any]) -> Iterator[Fault]:
    """Yield that a schema of arrays does not say what their items are."""
    kinds = node.get("type")
    if (kinds == "array" or (isinstance(kinds, list) and "array" in kinds)) and "items" not in node:
        yield ("items",), "Invalid schema: array schema missing {param}."


def strict_node_faults(node: dict[str, Any]) -> Iterator[Fault]:
    """Yield what strict mode refuses of one schema, beside objects that are not closed."""
    if not TYPING & node.keys():
        yield ("type",), "Invalid schema for strict mode: {param} is missing; every schema has one."
    for word in NOT_PERMITTED:
        if word in node:
            yield (word,), "Invalid schema for strict mode: {param} is not permitted."
    if "$ref" in node:
        beside = next((word for word in node if word != "$ref" and word not in DEFINITIONS), None)
        if beside is not None:
            yield ("$ref",), "Invalid schema for strict mode: {param} cannot have other keywords beside it."
    if isinstance(node.get("enum"), list) and any(isinstance(text, str) and "\n" in text for text in node["enum"]):
        yield ("enum",), "Invalid schema for strict mode: a string of {param} has a line feed."
    members, required = node.get("properties"), node.get("required")
    if isinstance(required, list) and any(isinstance(name, str) and name not in (members or ()) for name in required):
        yield ("required",), "Invalid schema for strict mode: {param} lists a name that is not in properties."


def strict_reference_faults(schema: dict[str, Any]) -> Callable[[dict[str, Any]], Iterator[Fault]]:
    """Return what yields that a reference points elsewhere than to a definition at the root of `schema`."""

    def faults(node: dict[str, Any]) -> Iterator[Fault]:
        pointer = node.get("$ref")
        if isinstance(pointer, str) and not _is_definition(pointer, schema):
            text = "Invalid schema for strict mode: {param} can only point to a definition at the top level."
            yield ("$ref",), text

    return faults


def _is_definition(pointer: str, schema: dict[str, Any]) -> bool:
    if pointer == "#":
        return True
    root, _, rest = pointer.partition("/")
    word, _, name = rest.partition("/")
    definitions = schema.get(word)
    name = name.replace("~1", "/").replace("~0", "~")
    return root == "#" and word in DEFINITIONS and isinstance(definitions, dict) and name in definitions


def format_faults(node: dict[str, Any]) -> Iterator[Fault]:
    """Yield that a format is none that strict mode is said to know."""
    if isinstance(node.get("format"), str) and node["format"] not in FORMATS:
        yield ("format",), f"Unsupported in strict mode: {{param}}. Known are {', '.join(sorted(FORMATS))}."


def found(
    schema: Any, checks: tuple[Callable[[dict[str, Any]], Iterator[Fault]], ...], at: Path, code: str, named: Path
) -> Iterator[Finding]:
    """Yield what checks of one schema say of `schema`, which stands at `at`, and of every one below it."""
    if not isinstance(schema, dict) or not _holds(schema, checks):
        return
    told = 0
    for node, trail in walk(schema):
        for check in checks:
            for step, text in check(node):
                told += 1
                yield Finding(text, code, (*at, *path_of(trail), *step), named=named)
        if told >= MOST:
            return


def _holds(schema: dict[str, Any], checks: tuple[Callable[[dict[str, Any]], Iterator[Fault]], ...]) -> bool:
    """Say whether there is something to tell: the same walk, without the way to each place."""
    waiting = [schema]
    while waiting:
        node = waiting.pop()
        if any(True for check in checks for _ in check(node)):
            return True
        for word, part in node.items():
            if word in SINGLES_SET and isinstance(part, dict):
                waiting.append(part)
            elif word in MAPS_SET and isinstance(part, dict):
                waiting.extend(sub for sub in part.values() if isinstance(sub, dict))
            elif word in LISTS_SET and isinstance(part, list):
                waiting.extend(sub for sub in part if isinstance(sub, dict))
    return False
