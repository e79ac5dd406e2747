"""Mend single keywords of a node: `anyOf` for `oneOf`, and the type that strict mode asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.json_schemas.disjoint import are_disjoint
from presend.json_schemas.nodes import TYPE_OF

if TYPE_CHECKING:
    from presend.json_schemas.notes import Notes
    from presend.problems import Path
    from presend.schema.subschemas import Schema


def with_any_of(node: Schema, path: Path, notes: Notes, root: Schema, *, is_tagged: bool) -> Schema:
    """Return a node whose `oneOf` is an `anyOf`.

    Args:
        node: A node with `oneOf`.
        path: Its place in the source.
        notes: Takes the change, and what cannot be said.
        root: The whole schema, for references.
        is_tagged: Whether a tag tells the branches apart.
    """
    branches = node["oneOf"]
    if "anyOf" in node or not isinstance(branches, list):
        notes.leave((*path, "oneOf"), "Strict mode has no oneOf. Write anyOf.")
        return {"type": "string"}
    pairs = ((one, other) for index, one in enumerate(branches) for other in branches[:index])
    if not (is_tagged or all(are_disjoint(one, other, root) for one, other in pairs)):
        text = "A value may fit two branches of the oneOf, so anyOf says more. Give each branch a const of its own."
        notes.leave((*path, "oneOf"), text)
    notes.change("one-of", (*path, "oneOf"), "oneOf became anyOf: no value fits two of its branches.")
    return {"anyOf" if word == "oneOf" else word: part for word, part in node.items()}


def with_type(node: Schema, path: Path, notes: Notes) -> Schema:
    """Return a node that says its type, taken from its other keywords."""
    if "type" in node or "anyOf" in node:
        return node
    if isinstance(node.get("properties"), dict):
        notes.change("narrower", path, "It is an object, and nothing else.")
        return {"type": "object", **node}
    values = [node["const"]] if "const" in node else node.get("enum")
    found = list(dict.fromkeys(TYPE_OF[type(value)] for value in values)) if isinstance(values, list) else []
    if not found:
        text = "It has no type. Say which types the values have."
        notes.leave(path, text)
        return {"type": "string"}
    notes.change("typed", path, "The type of the values is named.")
    return {"type": found[0] if len(found) == 1 else found, **node}
