"""The two sides of one place, and the way from there to the root of what is compared.

Each difference comes with two sorts of schemas: `narrows` is what the old side takes and the new one refuses because
of it, `widens` the other way round. All are of whole values of the root, so that whatever fits one of them shows the
difference to be real.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend_codegen.branches import overlap

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend_codegen.load import Json, Object

    # What fits at a place, the side that refuses it, and whether the other side alone decides → what fits at the root.
    Wrap = Callable[[Json, str, bool], Json]

OLD, NEW = "old", "new"


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes:
        place: Where, as members and items: `tools[].function.name`; empty for the schema itself.
        keyword: The keyword that differs; `properties` for a member that came or went.
        said: What is different, as one sentence.
        narrows, widens: For each freedom, schemas of the values that show it; the last proves, if nothing can fit it,
            that there are none. Empty where the kind of difference cannot have that effect.
        is_name: Whether it is only that an open object names a member, or no longer does.
    """

    place: str
    keyword: str
    said: str
    narrows: tuple[Json, ...]
    widens: tuple[Json, ...]
    is_name: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    """The two sides of one place, and the way from there to the root."""

    old: Json
    new: Json
    place: str
    wrap: Wrap

    def change(
        self,
        keyword: str,
        said: str,
        narrows: tuple[Json, ...] = (),
        widens: tuple[Json, ...] = (),
        *,
        is_name: bool = False,
    ) -> Change:
        """Return a change here; `narrows` and `widens` are of values here, the freer last."""
        return Change(self.place, keyword, said, self._wrapped(narrows, NEW), self._wrapped(widens, OLD), is_name)

    def _wrapped(self, schemas: tuple[Json, ...], refusing: str) -> tuple[Json, ...]:
        if not schemas:
            return ()
        return (*(self.wrap(schema, refusing, False) for schema in schemas), self.wrap(schemas[-1], refusing, True))


def branch(pair: Pair, left: Object, right: Object, every: dict[str, list[Object]]) -> Pair:
    """Return the pair of two branches that belong together; what shows a difference must fit no other branch."""
    rivals = {
        side: [one for one in every[side] if one is not own and overlap(one, own)]
        for side, own in ((OLD, left), (NEW, right))
    }

    def wrap(schema: Json, refusing: str, alone: bool) -> Json:
        others = rivals[refusing]
        return pair.wrap({"allOf": [schema, {"not": {"anyOf": others}}]} if others else schema, refusing, alone)

    return Pair(left, right, pair.place, wrap)


def _held(pair: Pair, refusing: str, *, alone: bool, freed: Callable[[Object], Object]) -> list[Json]:
    """Return what the value around a part has to fit: both sides without that part, or the side that takes it."""
    if alone:
        return [pair.old if refusing == NEW else pair.new]
    return [freed(pair.old), freed(pair.new)]


def in_member(pair: Pair, name: str) -> Wrap:
    """Return the way out of a member."""

    def freed(side: Object) -> Object:
        return {**side, "properties": {**side.get("properties", {}), name: True}}

    def wrap(schema: Json, refusing: str, alone: bool) -> Json:
        held = _held(pair, refusing, alone=alone, freed=freed)
        inner = {"type": "object", "properties": {name: schema}, "required": [name]}
        return pair.wrap({"allOf": [*held, inner]}, refusing, alone)

    return wrap


def in_items(pair: Pair) -> Wrap:
    """Return the way out of the items of an array. Where one side alone decides, one item is enough, not all."""

    def wrap(schema: Json, refusing: str, alone: bool) -> Json:
        held = _held(pair, refusing, alone=alone, freed=lambda side: {**side, "items": True})
        least = len(pair.old.get("prefixItems", ())) + 1
        inner = {"contains": schema} if alone else {"items": schema}
        return pair.wrap({"allOf": [*held, {"type": "array", "minItems": least, **inner}]}, refusing, alone)

    return wrap


def in_others(pair: Pair) -> Wrap:
    """Return the way out of members that have no name; where one side alone decides, one is enough, not all."""
    known = dict.fromkeys([*pair.old.get("properties", {}), *pair.new.get("properties", {})], True)

    def wrap(schema: Json, refusing: str, alone: bool) -> Json:
        held = _held(pair, refusing, alone=alone, freed=lambda side: {**side, "additionalProperties": True})
        inner: Json = {"properties": known, "additionalProperties": schema, "minProperties": 1}
        if alone:
            inner = {"not": {"properties": known, "additionalProperties": {"not": schema}}}
        return pair.wrap({"allOf": [*held, {"type": "object", **inner}]}, refusing, alone)

    return wrap
