"""Requirements on the parameters of every function, strict or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.schema.subschemas import kinds_of, path_of, walk
from presend.structured.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.schema.subschemas import Schema

ROOT = "function-root"  # the requirement, as today/rules/functions.py has it
NOT_AT_THE_ROOT = ("oneOf", "anyOf", "allOf", "enum", "not")


def function_faults(schema: Schema) -> Iterator[Fault]:
    """Yield the faults of a schema as the parameters of a function."""
    yield from _root_faults(schema)
    for node, trail in walk(schema):
        if misses_items(node):
            yield Fault("function-items", (*path_of(trail), "items"), "Invalid schema: array schema missing {param}.")


def _root_faults(schema: Schema) -> Iterator[Fault]:
    word = next((word for word in NOT_AT_THE_ROOT if word in schema), None)
    if word:
        yield Fault(ROOT, (word,), "Invalid schema: {param} is not allowed at the top level.")
    elif "object" not in kinds_of(schema):
        yield Fault(ROOT, ("type",), "Invalid schema: {param} of the top level has to be 'object'.")
    elif "properties" not in schema:
        text = "Invalid schema: object schema missing {param}. For none, send an empty object."
        yield Fault("function-properties", ("properties",), text)


def misses_items(node: Schema) -> bool:
    """Say whether an array schema has no `items`."""
    return "items" not in node and "array" in kinds_of(node)
