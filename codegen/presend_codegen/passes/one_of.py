"""Choose how to read `oneOf`: as at least one branch, or as exactly one, which is its meaning in JSON Schema.

Decided 2026-11-22: an OpenAPI document means at least one (see `disjoint.py`), a JSON Schema document exactly one.
Decided 2026-11-30: the user can choose the other reading for a pack, and the pack records it. With `exact`, all parts
of the pack read `oneOf` as exactly one. There is one exception: where presend loosens a branch (in a response, or for a
`readOnly` member), branches may overlap only because of that, and then one fitting branch is enough.
"""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any

from presend.schema.subschemas import below
from presend.schema.vocabulary import DECIDING
from presend_codegen.schemas.closure import references
from presend_codegen.schemas.disjoint import relaxed
from presend_codegen.schemas.normalise import NULL, transform

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from presend_codegen.source.load import Json, Object

ANY, EXACT = "any", "exact"
READING = "one_of"  # in operations.json


def reading_of(folder: Path) -> str | None:
    """Return the reading of the pack in a folder; `None` if it records none or there is no pack."""
    table: Any = None
    with contextlib.suppress(OSError, ValueError):
        table = json.loads((folder / "operations.json").read_bytes())
    found = table.get(READING) if isinstance(table, dict) else None
    return found if found in (ANY, EXACT) else None


def with_null_apart(schemas: Object) -> Object:
    """Move `nullable` beside a `oneOf` out of it, since a branch may accept null too."""
    return {name: transform(schema, _with_null_apart) for name, schema in schemas.items()}


def _with_null_apart(node: Object) -> Object:
    if node.get("nullable") is not True or "oneOf" not in node or "anyOf" in node:
        return node
    rest = {word: value for word, value in node.items() if word not in ("oneOf", "discriminator")}
    union = {word: node[word] for word in ("oneOf", "discriminator") if word in node}
    return {**rest, "anyOf": [union, NULL]}


def relaxed_where_loosened(before: Object, after: Object) -> Object:
    """Replace each `oneOf` by `anyOf` if its branches overlap and are looser now than before."""
    loosened = {name for name, schema in after.items() if schema != before.get(name)}
    reaching = {name: {*references(schema)} for name, schema in after.items()}
    while more := {name for name, others in reaching.items() if name not in loosened and others & loosened}:
        loosened |= more
    as_they_were = {_text(branches) for schema in before.values() for branches in _unions(schema)}

    def settled(node: Object) -> Object:
        is_as_it_was = "oneOf" not in node or (
            _text(node["oneOf"]) in as_they_were and loosened.isdisjoint(references(node["oneOf"]))
        )
        return node if is_as_it_was else relaxed(node, after)

    return {name: transform(schema, settled) for name, schema in after.items()}


def _unions(node: Json) -> Iterator[list[Json]]:
    """Yield the branches of each `oneOf` in a schema."""
    if isinstance(node, dict):
        if "oneOf" in node:
            yield node["oneOf"]
        for _, part in below(node, DECIDING):
            yield from _unions(part)


def _text(branches: list[Json]) -> str:
    return json.dumps(branches, sort_keys=True)
