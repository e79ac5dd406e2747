"""Size limits of strict schemas, and how size is measured."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.schema.subschemas import below, path_of, walk
from presend.schema.vocabulary import DEFINITIONS
from presend.structured.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.schema.subschemas import Schema

# The guide to Structured Outputs, as of 2025-05 and 2026-02 (openai-java#732 quotes the first three).
LEVELS = 10  # of nesting, at most
PROPERTIES = 5_000  # in all, at most
ENUM_VALUES = 1_000  # in all, at most
CHARACTERS = 120_000  # of all names of properties and definitions, and of all strings in enum and const
LONG_ENUM = 250  # an enum with more values has a limit on its characters
LONG_ENUM_CHARACTERS = 15_000
NESTING = ("properties", "items")  # keywords that start a new level; a branch of anyOf is on the level of its parent


def size_faults(schema: Schema) -> Iterator[Fault]:
    """Yield the size limits of strict mode that a schema exceeds."""
    properties = values = characters = 0
    for node, trail in walk(schema):
        for word in ("properties", *DEFINITIONS):
            if isinstance(node.get(word), dict):
                properties += len(node[word]) if word == "properties" else 0
                characters += sum(len(name) for name in node[word] if isinstance(name, str))
        enum = node.get("enum")
        if isinstance(enum, list):
            values += len(enum)
            in_this = _characters(enum)
            characters += in_this
            if len(enum) > LONG_ENUM and in_this > LONG_ENUM_CHARACTERS:
                text = _too_large(f"{LONG_ENUM_CHARACTERS:,} characters in an enum of over {LONG_ENUM} values", in_this)
                yield Fault("enum-characters", (*path_of(trail), "enum"), text)
        characters += _characters([node.get("const")])
    for requirement, limit, what, got in (
        ("properties", PROPERTIES, "properties", properties),
        ("enum-values", ENUM_VALUES, "values in all enums together", values),
        ("characters", CHARACTERS, "characters in all names and enums together", characters),
    ):
        if got > limit:
            yield Fault(requirement, (), _too_large(f"{limit:,} {what}", got))
    levels = levels_of(schema)
    if levels > LEVELS:
        text = f"Too deep for strict mode: expected at most {LEVELS} levels of nesting, but got {levels}."
        yield Fault("levels", (), text)


def _characters(values: list[Any]) -> int:
    return sum(len(value) for value in values if isinstance(value, str))


def _too_large(limit: str, got: int) -> str:
    return f"Too large for strict mode: expected at most {limit}, but got {got:,}."


def levels_of(schema: Schema) -> int:
    """Return how many levels a schema nests: properties and items are one below their schema. References count none."""
    deepest = 0
    waiting: list[tuple[Schema, int]] = [(schema, 0)]
    while waiting:
        node, level = waiting.pop()
        deepest = max(deepest, level)
        for steps, sub in below(node):
            if isinstance(sub, dict) and steps[0] not in DEFINITIONS:
                waiting.append((sub, level + (steps[0] in NESTING)))
    return deepest
