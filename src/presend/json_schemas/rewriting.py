"""Rewrite parts that strict mode does not support: maps with known keys, and limits."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any, NamedTuple

from presend.json_schemas.nodes import shown
from presend.structured.strict import FORMATS, UNSUPPORTED, looks_around

if TYPE_CHECKING:
    from presend.problems import Path
    from presend.schema.subschemas import Schema

MOVABLE = UNSUPPORTED - {"allOf", "patternProperties", "additionalItems"}  # limits that a description can state instead
WIDER = "wider"  # a change that allows more values than before


class Change(NamedTuple):
    """A change: its kind, its path in the source, and a sentence."""

    kind: str
    path: Path
    message: str


class Unsayable(NamedTuple):
    """A part that strict mode does not support: its path in the source, and a sentence with a way out."""

    path: Path
    message: str


def with_known_keys(node: Schema, path: Path, changes: list[Change]) -> Schema:
    """Turn a map with listed keys into an object with those properties, and drop a default that is not JSON."""
    default = node.get("default")
    if isinstance(default, float) and not math.isfinite(default):
        changes.append(
            Change("narrower", (*path, "default"), "The default was removed, because JSON has no such number.")
        )
        node = {word: part for word, part in node.items() if word != "default"}
    keys, others = node.get("propertyNames"), node.get("additionalProperties")
    names = keys.get("enum") if isinstance(keys, dict) and keys.keys() <= {"enum", "type", "title"} else None
    is_listed = isinstance(names, list) and all(isinstance(name, str) for name in names)
    if node.get("properties") or not is_listed or not isinstance(others, dict):
        return node
    changes.append(Change("keys", path, "Each of the listed keys is now a property."))
    kept = {word: part for word, part in node.items() if word != "propertyNames"}
    return {**kept, "properties": dict.fromkeys(names or (), others), "additionalProperties": False}


def without_unsupported(node: Schema, path: Path, changes: list[Change]) -> Schema:
    """Move limits that strict mode does not support into the description."""
    moved: dict[str, Any] = {word: node[word] for word in sorted(MOVABLE & node.keys())}
    if node.get("uniqueItems") is False:
        del moved["uniqueItems"]
    if isinstance(node.get("format"), str) and node["format"] not in FORMATS:
        moved["format"] = node["format"]
    if looks_around(node.get("pattern")):
        moved["pattern"] = node["pattern"]
    if "propertyNames" in node:
        moved["propertyNames"] = node["propertyNames"]
    dropped = moved.keys() | ({"uniqueItems"} if node.get("uniqueItems") is False else set())
    kept = {word: part for word, part in node.items() if word not in dropped and word != "discriminator"}
    if moved:
        said = ", ".join(f"{word}: {shown(part)}" for word, part in moved.items())
        kept["description"] = f"{kept['description']} ({said})" if kept.get("description") else said
        for word in moved:
            text = f"{word} was moved into the description: strict mode does not enforce it."
            changes.append(Change(WIDER, (*path, word), text))
    return kept
