"""List the members that the overlays of a built-in pack added; the documents of other revisions may lack them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.problems import escaped, pointer_of
from presend.schema.marks import SOURCE
from presend_codegen.passes.travelling.ways import every, members, parsed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from presend_codegen.passes.travelling.ways import Place
    from presend_codegen.source.load import Object


def added_members(before: Object, after: Object) -> list[str]:
    """Return pointers to the members that the second document adds to the schemas of the first."""
    schemas = before["components"]["schemas"]
    held = {name: schema for name, schema in after["components"]["schemas"].items() if name in schemas}
    new = dict.fromkeys(_members(held).keys() - _members(schemas).keys())
    return sorted("#" + pointer_of(place) for place in new if not any(place[:end] in new for end in range(len(place))))


def _members(schemas: Object) -> dict[tuple[str | int, ...], None]:
    return {
        ("components", "schemas", name, *steps, "properties", member): None
        for name, schema in schemas.items()
        for steps, node in every(schema)
        for member in node.get("properties", ())
    }


def places(pointers: Iterable[str]) -> frozenset[Place]:
    """Return the places of members, without unions on the way."""
    return frozenset((name, members(steps)) for name, steps in map(parsed, pointers))


def is_added(known: frozenset[Place], holder: Object, member: str) -> bool:
    """Say whether an overlay added this member of a schema of the built-in pack."""
    said = holder["properties"][member].get(SOURCE), f"{holder.get(SOURCE, '')}/properties/{escaped(member)}"
    return any((name, members(steps)) in known for name, steps in map(parsed, filter(None, said)))
