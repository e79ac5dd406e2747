"""Pair the schemas of both sides at one place, and lift values from there to the root of the comparison.

Each difference comes with two lists of schemas. `narrows` matches values that the old side accepts and the new side
refuses because of it; `widens` is the reverse. All are schemas of whole values of the root, so any value that fits one
of them proves that the difference is real.
"""

from __future__ import annotations

import dataclasses
import json
import re
from typing import TYPE_CHECKING

from presend.schema.vocabulary import READ_WITH, RESTS
from presend_codegen.comparing.branches import overlap
from presend_codegen.comparing.universe import NEW, OLD
from presend_codegen.schemas.combine import MEMBERS

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend_codegen.source.load import Json, Object

    # Schema at a place, the side that refuses it, whether only the other side decides → schema at the root.
    Wrap = Callable[[Json, str, bool], Json]

PLAIN_NAME = re.compile(r"""[^\s.\[\]{}"]+""")
LED_BY = {word: lead for lead in ("if", "contains") for word in READ_WITH[lead]}  # reports for the others
BESIDE = {  # keywords that are read together
    **READ_WITH,
    **{word: (lead,) for word, lead in LED_BY.items()},
}
READ_BY = {  # keyword → the keyword for the values that it leaves; members that come or go are reported by name
    part: rest for rest in RESTS.values() for part in READ_WITH[rest] if part != "properties"
}


@dataclasses.dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    Attributes:
        place: Members and items: `tools[].function.name`; empty for the schema itself.
        keyword: The keyword that differs; `properties` for a member that came or went.
        said: The difference, as one sentence.
        narrows, widens: Schemas of values that show it, from strict to free. If no value fits the last one, this proves
            that there are none. Empty if this kind of difference cannot have that effect.
        is_name: Whether an open object only starts or stops naming a member.
    """

    place: str
    keyword: str
    said: str
    narrows: tuple[Json, ...]
    widens: tuple[Json, ...]
    is_name: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Pair:
    """The schemas of both sides at one place, and the way to lift values to the root."""

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
        """Return a change at this place; `narrows` and `widens` match values of this place, the freest last."""
        return Change(self.place, keyword, said, self._wrapped(narrows, NEW), self._wrapped(widens, OLD), is_name)

    def _wrapped(self, schemas: tuple[Json, ...], refusing: str) -> tuple[Json, ...]:
        if not schemas:
            return ()
        return (*(self.wrap(schema, refusing, False) for schema in schemas), self.wrap(schemas[-1], refusing, True))


def branch(pair: Pair, left: Object, right: Object, every: dict[str, list[Object]]) -> Pair:
    """Return the pair of two corresponding branches; a value that shows a difference must fit no other branch."""
    rivals = {
        side: [one for one in every[side] if one is not own and overlap(one, own)]
        for side, own in ((OLD, left), (NEW, right))
    }

    def wrap(schema: Json, refusing: str, alone: bool) -> Json:
        others = rivals[refusing]
        return pair.wrap({"allOf": [schema, {"not": {"anyOf": others}}]} if others else schema, refusing, alone)

    return Pair(left, right, pair.place, wrap)


def _held(pair: Pair, refusing: str, *, alone: bool, freed: Callable[[Object], Object]) -> list[Json]:
    """Return the schemas for the value around a part: both sides without the part, or only the accepting side."""
    if alone:
        return [pair.old if refusing == NEW else pair.new]
    return [freed(pair.old), freed(pair.new)]


def in_member(pair: Pair, name: str) -> Wrap:
    """Return the function that lifts a member to its object."""

    def freed(side: Object) -> Object:
        return {**side, "properties": {**side.get("properties", {}), name: True}}

    def wrap(schema: Json, refusing: str, alone: bool) -> Json:
        held = _held(pair, refusing, alone=alone, freed=freed)
        inner = {"type": "object", "properties": {name: schema}, "required": [name]}
        return pair.wrap({"allOf": [*held, inner]}, refusing, alone)

    return wrap


def in_items(pair: Pair) -> Wrap:
    """Return the function that lifts items to their array. If only one side decides, one item is enough."""

    def wrap(schema: Json, refusing: str, alone: bool) -> Json:
        held = _held(pair, refusing, alone=alone, freed=lambda side: {**side, "items": True})
        least = max(len(side.get("prefixItems", ())) for side in (pair.old, pair.new)) + 1
        inner = {"contains": schema} if alone else {"items": schema}
        return pair.wrap({"allOf": [*held, {"type": "array", "minItems": least, **inner}]}, refusing, alone)

    return wrap


def in_others(pair: Pair) -> Wrap:
    """Return the function that lifts unnamed members to their object. If only one side decides, one is enough."""
    known = dict.fromkeys([*pair.old.get("properties", {}), *pair.new.get("properties", {})], True)

    def wrap(schema: Json, refusing: str, alone: bool) -> Json:
        held = _held(pair, refusing, alone=alone, freed=lambda side: {**side, "additionalProperties": True})
        inner: Json = {"properties": known, "additionalProperties": schema, "minProperties": 1}
        if alone:
            inner = {"not": {"properties": known, "additionalProperties": {"not": schema}}}
        return pair.wrap({"allOf": [*held, {"type": "object", **inner}]}, refusing, alone)

    return wrap


def stepped(place: str, name: str) -> str:
    """Return the place of a member; an ambiguous name is quoted."""
    step = name if PLAIN_NAME.fullmatch(name) else json.dumps(name, ensure_ascii=False)
    return f"{place}.{step}" if place else step


def difference(taking: Json, refusing: Json) -> Json:
    """Return a schema of the values that one schema accepts and the other refuses."""
    return {"allOf": [taking, {"not": refusing}]}


def only_by(word: str, taking: Object, refusing: Object) -> tuple[Json, ...]:
    """Return schemas of what one side accepts and the other refuses: only because of this keyword, or for any reason.

    Values that a keyword no longer covers are left to the keyword for the rest.
    """
    words = [one for one in (word, READ_BY.get(word, word)) if one in refusing]
    if not words:
        return ()
    limits = [{**_beside(one, refusing), one: refusing[one]} for one in dict.fromkeys(words)]
    gone = {*words, *(BESIDE[word] if word == "if" else ())}
    kind = {"type": refusing["type"]} if word != "type" and "type" in refusing else {}
    rest = {key: value for key, value in refusing.items() if key not in gone}
    limit = {"not": limits[0] if len(limits) == 1 else {"allOf": limits}}
    return {"allOf": [taking, rest, kind, limit]}, {"allOf": [taking, limit]}


def _beside(word: str, side: Object) -> Object:
    """Return the keywords that are read together with this one, without constraints on values."""
    return {part: _neutral(part, side[part]) for part in BESIDE.get(word, ()) if part in side}


def _neutral(word: str, value: Json) -> Json:
    if word in ("properties", "patternProperties"):
        return dict.fromkeys(value, True)
    return [True] * len(value) if word == "prefixItems" else value


def by_pattern(pair: Pair, name: str) -> tuple[tuple[Json, ...], tuple[Json, ...]]:
    """Return schemas that show that only one side names a member that the other covers by a pattern."""

    def shown(taking: Object, refusing: Object) -> tuple[Json, ...]:
        limit = {word: refusing[word] for word in MEMBERS if word in refusing}
        return ({"allOf": [taking, {"type": "object", "required": [name]}, {"not": limit}]},)

    return shown(pair.old, pair.new), shown(pair.new, pair.old)
