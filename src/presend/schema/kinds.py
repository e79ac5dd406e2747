"""Find the JSON types that a schema allows, from the schema itself, without making its node.

A union needs this of all its branches. Branches that a payload does not meet need nothing more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.schema.nodes import ALL_KINDS, PREFIX

if TYPE_CHECKING:
    from collections.abc import Mapping

    from presend.schema.nodes import Schema

UNIONS = ("$ref", "oneOf", "anyOf")  # the first of these is a node's own union, the others are parts of it


class Kinds:
    """Tell the types of the schemas of one pack; the state is those of the named ones that were asked for."""

    def __init__(self, schemas: Mapping[str, Schema]) -> None:
        self._schemas = schemas
        self._named: dict[str, frozenset[str]] = {}

    def named(self, name: str) -> frozenset[str]:
        """Return the legal types of the schema called `name`; where that holds itself, a branch of it says nothing."""
        if name not in self._named:
            self._named[name] = declared(self._schemas[name])  # all that is known within itself
            try:
                self._named[name] = self.of(self._schemas[name])
            except BaseException:
                del self._named[name]
                raise
        return self._named[name]

    def of(self, schema: Schema | bool) -> frozenset[str]:
        """Return the legal types of a schema: those that it declares and a branch of its union takes."""
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
    """Return the types that a schema itself names; all of them where it names none.

    Raises:
        ValueError: One of them is none.
    """
    if isinstance(schema, bool):
        return ALL_KINDS if schema else frozenset()
    if "type" not in schema:
        return ALL_KINDS
    types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    if not ALL_KINDS.issuperset(types):
        raise ValueError("type")
    return frozenset([*types, "integer"]) if "number" in types else frozenset(types)
