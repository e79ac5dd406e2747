"""Hold the schemas of two sides in one place, where they can be resolved, compared and subtracted.

jsonschema-rs decides: it computes canonical forms, and proves where it can that one schema accepts everything that
another accepts. Every schema has an id here, so that both sides may have one of the same name.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

import jsonschema_rs
from jsonschema_rs.canonical import CanonicalizationError, Containment

from presend.schema.subschemas import rebuilt
from presend.schema.vocabulary import DECIDING, DIALECT, PARTS
from presend.words.pointers import last_of
from presend_codegen.comparing.plain import PREFIX, targets, without_annotations
from presend_codegen.schemas.combine import NOTHING, RESTS, closed, is_free, text_of
from presend_codegen.schemas.normalise import transform

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

    from presend_codegen.source.load import Json, Object

UNORDERED = ("allOf", "anyOf", "oneOf", "required", "type")
WIDEST = 4_096  # product of the branches of unions side by side, up to which a canonical form is computed
REFUSED = (CanonicalizationError, jsonschema_rs.ValidationError, jsonschema_rs.ReferencingError, ValueError)
# Ways to read a schema: as on its own side (`OLD`, `NEW`); as on the new side, but with the old side's schemas for
# common names (`MIXED`); and with names kept only for members, never for the schema itself (`COUNTED`).
OLD, NEW, MIXED, COUNTED = "old", "new", "mixed", "counted"
PLAIN, EXCLUDED = "", "excluded"  # where a schema is used; also COUNTED
HELD = {word: (word, form) for word, form in DECIDING}


def text(node: Json) -> str:
    """Return a text that is equal for equal schemas, ignoring the order of lists where it has no meaning."""
    return text_of(transform(node, _in_order))


def alike(left: Json, right: Json) -> bool:
    """Say whether two schemas have the same text; most have it as they are written."""
    return text_of(left) == text_of(right) or text(left) == text(right)


def _in_order(node: Object) -> Object:
    lists = {word: sorted(node[word], key=text_of) for word in UNORDERED if isinstance(node.get(word), list)}
    if "enum" in node:
        lists["enum"] = sorted(map(_number, node["enum"]), key=text_of)
    return {**node, **lists, **({"const": _number(node["const"])} if "const" in node else {})}


def _number(value: Json) -> Json:
    """Return a whole number as an integer: 1.0 becomes 1."""
    if isinstance(value, list):
        return [_number(item) for item in value]
    if isinstance(value, dict):
        return {name: _number(member) for name, member in value.items()}
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _settled(old: Object, new: Object) -> set[str]:
    """Return the names of the schemas that are equal on both sides, with all that they refer to."""
    settled = {name for name in old.keys() & new.keys() if alike(old[name], new[name])}
    used = {name: frozenset(targets(old[name])) for name in settled}
    while lost := {name for name in settled if not settled.issuperset(used[name])}:
        settled -= lost
    return settled


def _covers(more: jsonschema_rs.CanonicalSchema | None, less: jsonschema_rs.CanonicalSchema | None) -> bool:
    try:
        return more is not None and less is not None and more.covers(less) is Containment.YES
    except REFUSED:
        return False


class Universe:
    """The schemas of the sides `old` and `new` in one place.

    Schemas in `common` are compared on their own. So `mixed` schemas, which are compared with old ones, refer to the
    old versions of these: a difference in them is reported there and not again. There are two exceptions: under `not`
    and `if`, where less means more, and where a keyword counts the members that others cover.
    """

    def __init__(self, old: Object, new: Object, common: AbstractSet[str]) -> None:
        sides = {OLD: old, NEW: new}
        self._plain = {
            key: {name: without_annotations(one, last_of) for name, one in those.items()}
            for key, those in sides.items()
        }
        self._common = common
        self._settled = _settled(self._plain[OLD], self._plain[NEW])
        self._ids: dict[tuple[str, str], str] = {}
        self.names: dict[str, str] = {}
        self._defs: Object = {}
        self._waiting: list[tuple[str, Json, str]] = []
        self._below: dict[str, frozenset[str]] = {}
        self._flat: dict[str, Object] = {}
        self._spread: dict[str, int] = {}
        self._proven: dict[tuple[str, str], bool] = {}

    def _id(self, way: str, name: str) -> str:
        """Return the id of a schema in one reading; `_filled` makes the schema after the first request."""
        if way == MIXED and name in self._common:
            way = OLD
        if name in self._settled:
            way = OLD
        side = OLD if way == OLD else NEW
        if name not in self._plain[side]:
            return name  # a dangling reference; no verified spec has one
        if (way, name) not in self._ids:
            key = self._ids[way, name] = f"{way}{len(self._ids)}"
            self.names[key] = name
            self._waiting.append((key, self._plain[side][name], way))
        return self._ids[way, name]

    def _filled(self, schema: Json) -> Json:
        """Return a schema after all that it refers to has been made."""
        while self._waiting:
            key, node, way = self._waiting.pop()
            self._defs[key] = self._placed(node, way, COUNTED if way == COUNTED else PLAIN)
        return schema

    def _placed(self, node: Json, way: str, place: str) -> Json:
        """Return a plain schema with ids instead of names, for its reading and the place where it is used."""
        if not isinstance(node, dict):
            return node
        counts = way in (MIXED, COUNTED) and any(word in node for word in RESTS)
        here = COUNTED if counts and place == PLAIN else place
        result = dict(node)
        for word in filter(HELD.__contains__, node):
            if word in ("not", "if") or (word == "contains" and (counts or "maxContains" in node)):
                there = EXCLUDED
            else:
                there = here if word in PARTS or place == EXCLUDED else PLAIN
            result = rebuilt(result, functools.partial(self._placed, way=way, place=there), (HELD[word],))
        if "$ref" in node:
            read = {PLAIN: MIXED, COUNTED: COUNTED, EXCLUDED: NEW}[here] if way in (MIXED, COUNTED) else way
            result["$ref"] = PREFIX + self._id(read, node["$ref"])
        return result

    def read(self, way: str, schema: Json) -> Json:
        """Return a schema of one side (`old`, `new`; `mixed` for the new one) as a schema of this universe."""
        return self._filled(self._placed(without_annotations(schema, last_of), way, PLAIN))

    def named(self, way: str, name: str) -> Json:
        """Return a schema of one side by its name."""
        return self._filled(self._placed(self._plain[OLD if way == OLD else NEW][name], way, PLAIN))

    def is_settled(self, name: str) -> bool:
        """Return whether a schema and all that it refers to are equal on both sides."""
        return name in self._settled

    def with_names(self, node: Json) -> Json:
        """Return a schema of this universe with names instead of ids, for people."""
        return transform(node, lambda one: {**one, "$ref": self._name_of(one)} if "$ref" in one else one)

    def _name_of(self, node: Object) -> str:
        key = str(node["$ref"]).removeprefix(PREFIX)
        return self.names.get(key, key)

    def flat(self, node: Json) -> Object:
        """Merge the references and `allOf` of a schema into it, but not those of its subschemas."""
        if not isinstance(node, dict):
            return {} if node else NOTHING
        parts = [{word: value for word, value in node.items() if word not in ("$ref", "allOf", *RESTS)}]
        parts += (self.flat(part) for part in node.get("allOf", ()))
        if "$ref" in node:
            key = node["$ref"].removeprefix(PREFIX)
            if key not in self._flat:
                self._flat[key] = {}  # a circular reference adds nothing
                self._flat[key] = self.flat(self._defs.get(key, {}))
            parts.append(self._flat[key])
        rests = {word: node[word] for word in RESTS if not is_free(node.get(word, True))}
        whole = closed(parts, rests)
        return {"allOf": [node]} if whole is None else whole

    def spread(self, node: Json) -> int:
        """Return the number of branches of a schema after its unions side by side are multiplied out."""
        if not isinstance(node, dict):
            return 1
        count = sum(map(self.spread, node.get("anyOf", ()))) or 1
        for part in node.get("allOf", ()):
            count *= self.spread(part)
        if "$ref" in node:
            key = node["$ref"].removeprefix(PREFIX)
            if key not in self._spread:
                self._spread[key] = 1
                self._spread[key] = self.spread(self._defs.get(key))
            count *= self._spread[key]
        return min(count, WIDEST + 1)

    def bundled(self, schema: Object) -> Object:
        """Return a self-contained schema, with all that it refers to."""
        defs = {key: self._defs[key] for key in sorted(self._reached(schema))}
        return {"$schema": DIALECT, **schema, "$defs": defs}

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
        """Return the names of the schemas that a schema refers to, directly or not."""
        return {self.names[key] for key in self._reached(schema)}

    def canonical(self, schema: Object) -> jsonschema_rs.CanonicalSchema | None:
        """Return the canonical form; `None` if there is none, or if it would take too long."""
        if self.spread(schema) > WIDEST:
            return None
        try:
            return jsonschema_rs.canonicalize(self.bundled(schema))
        except REFUSED:
            return None

    def same(self, old: Json, new: Json) -> bool:
        """Say whether two schemas certainly accept the same values."""
        if alike(old, new):
            return True
        key = text(old), text(new)
        if key not in self._proven:
            left, right = ({"allOf": [node]} if isinstance(node, bool) else node for node in (old, new))
            first, second = self.canonical(left), self.canonical(right)
            is_one = first is not None and first == second
            self._proven[key] = is_one or (_covers(first, second) and _covers(second, first))
        return self._proven[key]

    def covers(self, more: Object, less: Object) -> bool:
        """Say whether `more` provably accepts every value that `less` accepts."""
        return _covers(self.canonical(more), self.canonical(less))

    def validator(self, schema: Object) -> jsonschema_rs.Draft202012Validator | None:
        """Return a validator; `None` if the schema cannot be compiled."""
        try:
            return jsonschema_rs.Draft202012Validator(self.bundled(schema))
        except REFUSED:
            return None
