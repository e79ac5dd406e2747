"""Mend the members of objects and the items of arrays."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.json_schemas.disjoint import canonical, names_in
from presend.json_schemas.nodes import or_null, takes_null

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from presend.json_schemas.notes import Notes
    from presend.problems import Path
    from presend.schema.subschemas import Schema

    Mend = Callable[[Any, Path], Schema]

NULL_IS_ABSENT = "The property is now required; null is its default."
NULL_STAYS = "The property is now required and cannot be left out, because null already has a meaning."


def mend_object(  # noqa: PLR0913, PLR0917 - what a node is, and what mending knows of its schema
    node: Schema, path: Path, tags: frozenset[str], mend: Mend, notes: Notes, root: Schema
) -> frozenset[str] | None:
    """Mend the members of an object in place, and require and close them.

    Args:
        node: A node for objects.
        path: Its place in the source.
        tags: Properties that must be present.
        mend: Mends a schema at a path.
        notes: Collects the changes and the unsupported parts.
        root: The whole schema, for references.

    Returns:
        The names of the members to which null was added; `None` if the object cannot be mended.
    """
    members, closed = node.get("properties"), node.get("additionalProperties", True)
    if "patternProperties" in node or (not members and closed is not False and members != {}):
        text = "Strict mode has no maps. Use a list of objects, each with a key and a value."
        notes.leave(path, text)
        return None
    members = members if isinstance(members, dict) else {}
    required = names_in(node)
    _close(node, members, required, path, notes)
    added = set()
    mended = {}
    for name, sub in members.items():
        below = (*path, "properties", name)
        mended[name] = mend(sub, below)
        if name not in required and _become_required(name, sub, below, tags, notes, root):
            mended[name] = or_null(mended[name])
            added.add(name)
    node.update(properties=mended, required=[*mended], additionalProperties=False)
    return frozenset(added)


def _close(node: Schema, members: Mapping[str, Any], required: set[str], path: Path, notes: Notes) -> None:
    """Note that an object is closed, and which required properties it does not list."""
    closed = node.get("additionalProperties", True)
    if closed is not False:
        text = "The object now allows no other properties."
        if "additionalProperties" in node:
            text = "The object now allows no other properties, because strict mode allows only listed ones."
        notes.change("narrower", (*path, "additionalProperties"), text)
    unknown = sorted(required - members.keys())
    if unknown and closed is False:
        notes.leave((*path, "required"), "No value is valid: a required property is not allowed.")
    for name in unknown:
        text = f"The property {name!r} is required but has no schema. Add it to properties."
        notes.leave((*path, "required"), text)


def _become_required(  # noqa: PLR0913, PLR0917 - the same
    name: str, schema: Any, path: Path, tags: frozenset[str], notes: Notes, root: Schema
) -> bool:
    """Note that an optional member becomes required; say whether null must be added to stand for its absence."""
    if name in tags:
        notes.change(
            "narrower", path, "The property is now required, because it distinguishes the branches of a union."
        )
    elif takes_null(schema, root):
        is_same = isinstance(schema, dict) and schema.get("default", name) is None
        notes.change("required", path, NULL_IS_ABSENT if is_same else NULL_STAYS)
    else:
        notes.change("optional", path, "The property is now required, and may be null.")
        return True
    return False


def mend_array(node: Schema, path: Path, mend: Mend, notes: Notes) -> None:
    """Mend the items of an array in place."""
    word = "prefixItems" if "prefixItems" in node else "items"
    positions = node.get(word)
    if isinstance(positions, list):
        rest = node.get("items" if word == "prefixItems" else "additionalItems", True)
        size = len(positions)
        is_fixed = rest is False or node.get("maxItems") == size
        if not positions or len(set(map(canonical, positions))) > 1 or not is_fixed:
            text = "Strict mode has no tuples. Use an object with a property for each position."
            notes.leave((*path, word), text)
            return
        notes.change(
            "tuple", (*path, word), "All positions have the same schema, so the tuple became items and maxItems."
        )
        for one in ("prefixItems", "additionalItems"):
            node.pop(one, None)
        node["items"] = mend(positions[0], (*path, word, 0))
        node["maxItems"] = min(size, node.get("maxItems", size))
    elif node.get("maxItems") == 0 and "items" not in node:
        notes.change("typed", (*path, "items"), "The array is always empty, so its items have any type.")
        node["items"] = {"type": "null"}
    elif isinstance(node.get("items"), dict) and node["items"]:
        node["items"] = mend(node["items"], (*path, "items"))
    else:
        text = "Strict mode needs the type of an array's items. Add items."
        notes.leave(path, text)
