"""The two sides of one place, and the way from there to the root of what is compared.

Each difference comes with two sorts of schemas: `narrows` is what the old side takes and the new one refuses because
of it, `widens` the other way round. All are of whole values of the root, so that whatever fits one of them shows the
difference to be real.
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

    # What fits at a place, the side that refuses it, and whether the other side alone decides → what fits at the root.
    Wrap = Callable[[Json, str, bool], Json]

PLAIN_NAME = re.compile(r"""[^\s.\[\]{}"]+""")
LED_BY = {word: lead for lead in ("if", "contains") for word in READ_WITH[lead]}  # which tells of both
BESIDE = {  # keywords that are read together with others
    **READ_WITH,
    **{word: (lead,) for word, lead in LED_BY.items()},
}
READ_BY = {  # keyword → the one that speaks of what it leaves; a member that comes or goes is told by its name
    part: rest for rest in RESTS.values() for part in READ_WITH[rest] if part != "properties"
}


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
        least = max(len(side.get("prefixItems", ())) for side in (pair.old, pair.new)) + 1
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


def stepped(place: str, name: str) -> str:
    """Return the place of a member; a name that would be read otherwise is quoted."""
    step = name if PLAIN_NAME.fullmatch(name) else json.dumps(name, ensure_ascii=False)
    return f"{place}.{step}" if place else step


def difference(taking: Json, refusing: Json) -> Json:
    """Return a schema of what one schema takes and the other refuses."""
    return {"allOf": [taking, {"not": refusing}]}


def only_by(word: str, taking: Object, refusing: Object) -> tuple[Json, ...]:
    """Return schemas of what one side takes and the other refuses for this keyword: and for no other, or anyhow.

    What a keyword no longer speaks of is left to the one that speaks of the rest.
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
    """Return what the neighbours of a keyword say to it, with nothing said about values themselves."""
    return {part: _neutral(part, side[part]) for part in BESIDE.get(word, ()) if part in side}


def _neutral(word: str, value: Json) -> Json:
    if word in ("properties", "patternProperties"):
        return dict.fromkeys(value, True)
    return [True] * len(value) if word == "prefixItems" else value


def by_pattern(pair: Pair, name: str) -> tuple[tuple[Json, ...], tuple[Json, ...]]:
    """Return what shows that only one side names a member, where the other has names by pattern."""

    def shown(taking: Object, refusing: Object) -> tuple[Json, ...]:
        limit = {word: refusing[word] for word in MEMBERS if word in refusing}
        return ({"allOf": [taking, {"type": "object", "required": [name]}, {"not": limit}]},)

    return shown(pair.old, pair.new), shown(pair.new, pair.old)
