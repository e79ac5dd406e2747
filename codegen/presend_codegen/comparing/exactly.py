"""Rewrite `oneOf` for a comparison that reads it as exactly one: one branch, and none of the others.

Where no value fits two branches, at least one means the same and is simpler.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.words.pointers import last_of
from presend_codegen.schemas.closure import PREFIX
from presend_codegen.schemas.disjoint import are_exclusive
from presend_codegen.schemas.normalise import transform

if TYPE_CHECKING:
    from collections.abc import Mapping

    from presend_codegen.source.load import Json, Object


def exactly(schemas: Mapping[str, Object]) -> Object:
    """Replace each `oneOf` by `anyOf` and `not`."""
    here = _of_components(schemas)
    return {name: transform(schema, lambda node: _exactly(node, here)) for name, schema in here.items()}


def overlaps(schemas: Mapping[str, Object]) -> bool:
    """Say whether the reading of `oneOf` matters: whether the branches of one may overlap."""
    here = _of_components(schemas)
    found: list[bool] = []

    def asked(node: Object) -> Object:
        if "oneOf" in node and not found and not are_exclusive(node["oneOf"], here):
            found.append(True)
        return node

    for schema in here.values():
        transform(schema, asked)
    return bool(found)


def _exactly(node: Object, schemas: Object) -> Object:
    if "oneOf" not in node or are_exclusive(node["oneOf"], schemas):
        return node
    rest = {word: value for word, value in node.items() if word != "oneOf"}
    union = {"anyOf": [_only_this(at, node["oneOf"]) for at in range(len(node["oneOf"]))]}
    return {**rest, "allOf": [*rest.get("allOf", ()), union]}


def _only_this(at: int, branches: list[Json]) -> Json:
    others = [*branches[:at], *branches[at + 1 :]]
    return {"allOf": [branches[at], {"not": {"anyOf": others}}]} if others else branches[at]


def _of_components(schemas: Mapping[str, Object]) -> Object:
    """Make references of a pack, which point at `$defs`, point at components, as in a document."""

    def pointed(node: Object) -> Object:
        return {**node, "$ref": PREFIX + last_of(node["$ref"])} if "$ref" in node else node

    return {name: transform(schema, pointed) for name, schema in schemas.items()}
