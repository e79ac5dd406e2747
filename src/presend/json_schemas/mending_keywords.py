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
        notes: Collects the change and the unsupported parts.
        root: The whole schema, for references.
        is_tagged: Whether a tag distinguishes the branches.
    """
    branches = node["oneOf"]
    if "anyOf" in node or not isinstance(branches, list):
        notes.leave((*path, "oneOf"), "Strict mode has no oneOf. Use anyOf.")
        return {"type": "string"}
    pairs = ((one, other) for index, one in enumerate(branches) for other in branches[:index])
    if not (is_tagged or all(are_disjoint(one, other, root) for one, other in pairs)):
        text = "A value may fit two branches of the oneOf, so anyOf would allow more. Give each branch its own const."
        notes.leave((*path, "oneOf"), text)
    notes.change("one-of", (*path, "oneOf"), "oneOf was replaced by anyOf, because no value fits two of its branches.")
    return {"anyOf" if word == "oneOf" else word: part for word, part in node.items()}


def with_type(node: Schema, path: Path, notes: Notes) -> Schema:
    """Return a node with a type that follows from its other keywords."""
    if "type" in node or "anyOf" in node:
        return node
    if isinstance(node.get("properties"), dict):
        notes.change("narrower", path, "It now allows only objects.")
        return {"type": "object", **node}
    values = [node["const"]] if "const" in node else node.get("enum")
    found = list(dict.fromkeys(TYPE_OF[type(value)] for value in values)) if isinstance(values, list) else []
    if not found:
        text = "It has no type. Add the types of its values."
        notes.leave(path, text)
        return {"type": "string"}
    notes.change("typed", path, "The type of the values was added.")
    return {"type": found[0] if len(found) == 1 else found, **node}
