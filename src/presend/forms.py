"""Read the text fields of a form as the types that the schema declares, as a server does with multipart bodies."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from presend.schema import Node

# As JSON writes them, up to the 309 digits and the exponents of three that a double can have.
INTEGER = re.compile(r"-?(0|[1-9][0-9]{0,308})")
NUMBER = re.compile(r"-?(0|[1-9][0-9]{0,308})(\.[0-9]+)?([eE][+-]?[0-9]{1,3})?")
BOOLEANS = {"true": True, "false": False}


def from_text(node: Node, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Return `fields` with text read as integer, number or boolean where `node` wants one and no string."""
    return {name: _field(node.properties.get(name), value) for name, value in fields.items()}


def _field(node: Node | None, value: Any) -> Any:
    """Return one field; of one with parts (`expires_after[seconds]`), each part."""
    if node is not None and isinstance(value, str):
        return _read(node.kinds, value)
    nodes = (node, *node.branches) if node is not None else ()
    if isinstance(value, dict):
        record = next((part for part in nodes if part.properties), None)
        return from_text(record, value) if record else value
    if isinstance(value, list):
        items = next((part.items for part in nodes if part.items), None)
        return [_field(items, item) for item in value]
    return value


def _read(kinds: frozenset[str], text: str) -> object:
    if "string" in kinds:
        return text
    if "boolean" in kinds and text in BOOLEANS:
        return BOOLEANS[text]
    if "integer" in kinds and INTEGER.fullmatch(text):
        return int(text)
    if kinds & {"integer", "number"} and NUMBER.fullmatch(text) and math.isfinite(float(text)):
        return float(text)
    return text
