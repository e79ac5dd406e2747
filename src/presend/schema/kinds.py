"""Find the JSON types that a schema allows, from the schema itself, without making its node.

A union needs the types of all its branches. Branches that a payload does not use need nothing more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.schema.nodes import ALL_KINDS, PREFIX

if TYPE_CHECKING:
    from collections.abc import Mapping

    from presend.schema.nodes import Schema

UNIONS = ("$ref", "oneOf", "anyOf")  # the first of these is the union of a node, the others are its parts


class Kinds:
    """The types of the schemas of one pack. The state is a cache for named schemas."""

    def __init__(self, schemas: Mapping[str, Schema]) -> None:
        self._schemas = schemas
        self._named: dict[str, frozenset[str]] = {}

    def named(self, name: str) -> frozenset[str]:
        """Return the legal types of the schema called `name`; a branch that refers back to it adds no limit."""
        if name not in self._named:
            self._named[name] = declared(self._schemas[name])  # the result for references to itself
            try:
                self._named[name] = self.of(self._schemas[name])
            except BaseException:
                del self._named[name]
                raise
        return self._named[name]

    def of(self, schema: Schema | bool) -> frozenset[str]:
        """Return the legal types of a schema: those that it declares and that a branch of its union accepts."""
        kinds = declared(schema)
        if isinstance(schema, bool):
            return kinds
        word = next((word for word in UNIONS if word in schema), None)
        if word == "$ref":
            kinds &= self.named(schema[word].removeprefix(PREFIX))
        elif word is not None:
            kinds &= frozenset().union(*map(self.of, schema[word]))
        return frozenset() if schema.get("not") in ({}, True) else kinds


def declared(schema: Schema | bool) -> frozenset[str]:
    """Return the types that a schema declares itself; all types if it declares none.

    Raises:
        ValueError: One of them is not a JSON type.
    """
    if isinstance(schema, bool):
        return ALL_KINDS if schema else frozenset()
    if "type" not in schema:
        return ALL_KINDS
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not ALL_KINDS.issuperset(types):
        raise ValueError("type")
    return frozenset([*types, "integer"]) if "number" in types else frozenset(types)
