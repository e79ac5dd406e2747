"""Map places in a schema to fields of its Python type, such as `Order.lines[].price`."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Any

from presend.json_schemas.nodes import at
from presend.schema.subschemas import below
from presend.schema.vocabulary import DEFINITIONS
from presend.structured.strict import definition_of

if TYPE_CHECKING:
    from presend.problems import Path
    from presend.schema.subschemas import Schema


def fields_of(schema: Schema, name: str) -> dict[Path, str]:
    """Return the path of each schema inside `schema` → the field that it describes, by its shortest path.

    >>> fields_of({"properties": {"a": {"type": "array", "items": {"type": "null"}}}}, "Order")
    {(): 'Order', ('properties', 'a'): 'Order.a', ('properties', 'a', 'items'): 'Order.a[]'}
    """
    found: dict[Path, str] = {}
    waiting: deque[tuple[Path, Any, str]] = deque([((), schema, name)])
    while waiting:
        path, node, field = waiting.popleft()
        if path in found or not isinstance(node, dict):
            continue
        found[path] = field
        for steps, sub in below(node):
            if steps[0] not in DEFINITIONS:
                waiting.append(((*path, *steps), sub, _below(field, steps)))
        reference: Any = node.get("$ref")
        definition = at(reference, schema) if definition_of(reference, schema) is not None else None
        if definition is not None:
            waiting.append((definition[1], definition[0], field))
    return found


def _below(field: str, steps: Path) -> str:
    match steps:
        case ("properties", name):
            return f"{field}.{name}"
        case ("items",):
            return f"{field}[]"
        case ("prefixItems" | "items", position):
            return f"{field}[{position}]"
        case ("additionalProperties" | "patternProperties", *_):
            return f"{field}{{}}"
    return field


def field_of(path: Path, fields: dict[Path, str]) -> tuple[str, Path]:
    """Return the field that a place in a schema belongs to, and the rest of the path, usually one keyword."""
    whole = len(path) - (
        path[-1:] == ("additionalProperties",)
    )  # this is a keyword of the object, and is reported as such
    for length in range(whole, -1, -1):
        if path[:length] in fields:
            return fields[path[:length]], path[length:]
    return "", path
