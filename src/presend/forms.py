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
    return {
        name: _read(node.properties[name].kinds, value) if name in node.properties and isinstance(value, str) else value
        for name, value in fields.items()
    }


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
