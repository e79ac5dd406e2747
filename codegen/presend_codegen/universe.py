"""The schemas of two sides in one place, where they can be resolved, compared and subtracted from each other.

jsonschema-rs decides: it brings schemas to a canonical form, and proves, where it can, that one takes all that
another takes. Every schema has an id of its own here, so that both sides may have one of the same name.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema_rs
from jsonschema_rs.canonical import CanonicalizationError, Containment

from presend_codegen.combine import NOTHING, combine
from presend_codegen.names import subschemas
from presend_codegen.normalise import transform
from presend_codegen.plain import PREFIX, plain, targets
from presend_codegen.vocabulary import IN_PLACE

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from presend_codegen.load import Json, Object

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ATOM = "\0"  # no constant of a spec begins so
UNORDERED = ("allOf", "anyOf", "oneOf", "enum", "required", "type")
# Beside these, a member or an item is held against more than its own schema.
ENTANGLING = frozenset(
    "const contains enum patternProperties propertyNames unevaluatedItems unevaluatedProperties uniqueItems".split()
)
REFUSED = (CanonicalizationError, jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError, ValueError)


def _atom(meant: Json) -> Object:
    """Return a schema that stands for a name, or for a schema with names in it, and for nothing else.

    Lists whose order says nothing are sorted, so that it does not count.
    """
    text = json.dumps(transform(meant, _in_order) if isinstance(meant, dict) else meant, sort_keys=True)
    return {"const": f"{ATOM}{text}"}


def _in_order(node: Object) -> Object:
    lists = {word: sorted(node[word], key=json.dumps) for word in UNORDERED if isinstance(node.get(word), list)}
    return {**node, **lists}


def _is_name(node: Json) -> bool:
    return isinstance(node, dict) and ("$ref" in node or str(node.get("const", "")).startswith(ATOM))


def _is_beside_a_name(node: Object) -> bool:
    """Say whether a schema holds what a name stands for against something else, which a constant would not do alike."""
    named = [step[0] for step, part in subschemas(node) if _is_name(part)]
    return any(word in IN_PLACE for word in named) or bool(named and ENTANGLING & node.keys())


class Universe:
    """The schemas of the two sides `old` and `new`, under one roof.

    Those called `common` are held against each other on their own, so a reference to one says no more than its name.
    """

    def __init__(self, old: Object, new: Object, common: AbstractSet[str]) -> None:
        sides = {"old": old, "new": new}
        self._ids = {(side, name): f"{side}{n}" for side, those in sides.items() for n, name in enumerate(those)}
        self.names = {key: name for (_, name), key in self._ids.items()}
        self.common = common
        self._defs: Object = {}
        for side, those in sides.items():
            for name, schema in those.items():
                self._defs[self._ids[side, name]] = self.read(side, schema)
        self._below: dict[str, frozenset[str]] = {}

    def read(self, side: str, schema: Json) -> Json:
        """Return a schema of one side as a schema of this universe."""

        def localised(target: str) -> str:
            found = target.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
            return f"{PREFIX}{self._ids.get((side, found), found)}"

        return plain(schema, localised)

    def named(self, side: str, name: str) -> Json:
        """Return a schema of one side."""
        return self._defs[self._ids[side, name]]

    def _target(self, node: Json) -> str | None:
        """Return the name of the schema that a node which is nothing but a reference refers to."""
        return self.names.get(node["$ref"].removeprefix(PREFIX)) if node.keys() == {"$ref"} else None

    def flat(self, node: Json, *, seen: frozenset[str] = frozenset()) -> Object:
        """Return a schema with its own references and `allOf` resolved into it; not those of its parts."""
        if not isinstance(node, dict):
            return {} if node else NOTHING
        if "$ref" not in node and "allOf" not in node:
            return node
        own = {word: value for word, value in node.items() if word not in ("$ref", "allOf")}
        parts = [own, *(self.flat(part, seen=seen) for part in node.get("allOf", ()))]
        if "$ref" in node:
            key = node["$ref"].removeprefix(PREFIX)
            if key not in seen:
                parts.append(self.flat(self._defs.get(key, {}), seen=seen | {key}))
        return combine(parts)

    def bundled(self, schema: Object, *, shallow: bool = False) -> Object:
        """Return a schema that stands alone, with all that it refers to.

        `shallow` stops at schemas that both sides have: their names stand for them.
        """
        keys = self._reached(schema)
        if not shallow:
            return {"$schema": DIALECT, **schema, "$defs": {key: self._defs[key] for key in sorted(keys)}}
        defs = {key: self._stopped(self._defs[key]) for key in sorted(keys) if self.names[key] not in self.common}
        return {"$schema": DIALECT, **self._stopped(schema), "$defs": defs}

    def _stopped(self, schema: Json) -> Json:
        def one_pass(node: Object) -> Object:
            if "$ref" in node:
                name = self.names.get(node["$ref"].removeprefix(PREFIX))
                if name not in self.common:
                    return node if len(node) == 1 else _atom(node)
                return _atom({**node, "$ref": name}) if len(node) > 1 else _atom(name)
            return _atom(node) if _is_beside_a_name(node) else node

        return transform(schema, one_pass)

    def _reached(self, schema: Json) -> frozenset[str]:
        found: set[str] = set()
        waiting = [target.removeprefix(PREFIX) for target in targets(schema)]
        while waiting:
            key = waiting.pop()
            if key in self._defs and key not in found:
                found.add(key)
                if key not in self._below:
                    self._below[key] = frozenset(target.removeprefix(PREFIX) for target in targets(self._defs[key]))
                waiting.extend(self._below[key])
        return frozenset(found)

    def reached(self, schema: Json) -> set[str]:
        """Return the names of the schemas that a schema reaches."""
        return {self.names[key] for key in self._reached(schema)}

    def canonical(self, schema: Object, *, shallow: bool = False) -> jsonschema_rs.CanonicalSchema | None:
        """Return the canonical form; `None` where the schema has none."""
        try:
            return jsonschema_rs.canonicalize(self.bundled(schema, shallow=shallow))
        except REFUSED:
            return None

    def same(self, old: Json, new: Json) -> bool:
        """Say whether two schemas are known to take the same values."""
        if old == new:
            return True
        left, right = ({"allOf": [node]} if isinstance(node, bool) else node for node in (old, new))
        if self._target(left) in self.common and self._target(left) == self._target(right):
            return True  # what is different there is told there
        shallow = self.canonical(left, shallow=True), self.canonical(right, shallow=True)
        if None not in shallow and shallow[0] == shallow[1]:
            return True
        return self.covers(left, right) and self.covers(right, left)

    def covers(self, more: Object, less: Object) -> bool:
        """Say whether it is proven that `more` takes every value that `less` takes."""
        first, second = self.canonical(more), self.canonical(less)
        try:
            return first is not None and second is not None and first.covers(second) is Containment.YES
        except REFUSED:
            return False

    def validator(self, schema: Object) -> jsonschema_rs.Draft202012Validator | None:
        """Return a validator; `None` where the schema is none that can be compiled."""
        try:
            return jsonschema_rs.Draft202012Validator(self.bundled(schema))
        except REFUSED:
            return None
