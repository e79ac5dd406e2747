"""Walk two schemas side by side, and find the keywords in which they differ.

Schemas of the same name on both sides are not entered: they are compared on their own. Every keyword is either entered
or compared as a whole, so schemas are equal if no difference is found.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend.schema.equality import equal
from presend.schema.vocabulary import LISTS, MAPS, SINGLES
from presend_codegen.comparing.branches import (
    alternatives,
    is_or_are,
    kinds_of,
    listed,
    matched,
    named,
    shown,
    signature,
    without_twins,
)
from presend_codegen.comparing.pairs import (
    LED_BY,
    Change,
    Pair,
    branch,
    by_pattern,
    difference,
    in_items,
    in_member,
    in_others,
    only_by,
    stepped,
)
from presend_codegen.comparing.patterns import widens
from presend_codegen.comparing.universe import NEW, OLD, text
from presend_codegen.schemas.combine import alike, is_free

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.comparing.universe import Universe
    from presend_codegen.source.load import Json, Object

PLACES = 16  # places at which one difference is reported
# Count even without a constraint inside.
PARTED = ("patternProperties", "prefixItems")
PROVEN = 64  # further places, whose effect is examined all at once
SPREAD = 256  # branches of a union to compare one by one; a larger union is compared as a whole
PRODUCT = 24  # the same for unions side by side, which have to be multiplied out


def changes(universe: Universe, old: Json, new: Json) -> Iterator[Change]:
    """Yield the differences between an old schema and a mixed one of a universe."""
    root = Pair(old, new, "", lambda schema, _, __: schema)
    walk = _Walk(universe)
    yield from walk.pair(root)
    yield from (_elsewhere(root, met) for met in walk.met.values() if met.left)


@dataclasses.dataclass(slots=True)
class _Met:
    """The results for a pair of schemas: the place, the differences, and places where it was not entered again."""

    place: str
    entered: int = 0
    names: set[bool] = dataclasses.field(default_factory=set)  # `is_name` of each difference
    left: list[Pair] = dataclasses.field(default_factory=list)


class _Walk:
    """One walk. To end, it enters no pair inside itself, and no pair at too many places."""

    def __init__(self, universe: Universe) -> None:
        self._universe = universe
        self._inside: set[tuple[str, str]] = set()
        self.met: dict[tuple[str, str], _Met] = {}

    def pair(self, pair: Pair) -> Iterator[Change]:
        """Yield the differences at a place and below."""
        key = text(pair.old), text(pair.new)
        if key in self._inside or self._universe.same(pair.old, pair.new):
            return
        met = self.met.setdefault(key, _Met(pair.place))
        if met.entered == PLACES:
            met.left.append(pair)
            return
        met.entered += 1
        self._inside.add(key)
        for change in self._entered(pair):
            met.names.add(change.is_name)
            yield change
        self._inside.remove(key)

    def _entered(self, pair: Pair) -> Iterator[Change]:
        every = {OLD: self._branches(pair.old, pair.new), NEW: self._branches(pair.new, pair.old)}
        old, new = without_twins(self._universe, every[OLD], every[NEW])
        twins = matched(old, new)
        for left, right in twins:
            yield from self._alternative(branch(pair, left, right, every))
        for left in old:
            if all(left is not one for one, _ in twins):
                said = f"{named(left)} {is_or_are(left)} no longer legal"
                yield pair.change(_union_word(left), said, (difference(left, pair.new),))
        for right in new:
            if all(right is not one for _, one in twins):
                said = f"{named(right)} {is_or_are(right)} legal now"
                yield pair.change(_union_word(right), said, (), (difference(right, pair.old),))

    def _branches(self, one: Json, other: Json) -> list[Object]:
        """Return the branches of a schema; the whole schema as one if either side has too many."""
        if self._is_wide(one) or self._is_wide(other):
            return [self._universe.flat(one)]
        return alternatives(self._universe, one)

    def _is_wide(self, node: Json) -> bool:
        flat = self._universe.flat(node)
        are_several = "anyOf" in flat and any("anyOf" in part for part in flat.get("allOf", ()))
        return self._universe.spread(node) > (PRODUCT if are_several else SPREAD)

    def _alternative(self, pair: Pair) -> Iterator[Change]:
        pair = _with_least(pair)
        old, new = pair.old, pair.new
        for name in dict.fromkeys([*old.get("properties", {}), *new.get("properties", {})]):
            yield from self._member(pair, name)
        entered = {"properties"}
        for word, step, out in (("items", "[]", in_items), ("additionalProperties", "{}", in_others)):
            if isinstance(old.get(word), dict) and isinstance(new.get(word), dict):
                entered.add(word)
                yield from self.pair(Pair(old[word], new[word], pair.place + step, out(pair)))
        for word in dict.fromkeys([*old, *new]):
            lead = LED_BY.get(word, word)
            if word in entered or self._alike(pair, word) or (lead != word and not self._alike(pair, lead)):
                continue
            if word == "required":
                yield from _required(pair)
            else:
                yield self._keyword(pair, word)

    def _alike(self, pair: Pair, word: str) -> bool:
        """Say whether a keyword is equal, or equivalent, on both sides."""
        old, new = pair.old, pair.new
        if word not in old or word not in new:
            return False
        if word == "type":
            return set(kinds_of(old)) == set(kinds_of(new))
        left, right = old[word], new[word]
        if word in SINGLES:
            return self._universe.same(left, right)
        if word in PARTED and len(left) == len(right):
            parts = [part if isinstance(part, dict) else dict(enumerate(part)) for part in (left, right)]
            return parts[0].keys() == parts[1].keys() and all(
                self._universe.same(part, parts[1][key]) for key, part in parts[0].items()
            )
        if word in (*MAPS, *LISTS):
            return word not in PARTED and self._universe.same({word: left}, {word: right})
        return alike(left, right)

    def _keyword(self, pair: Pair, word: str) -> Change:
        old, new = (self._universe.with_names(side) for side in (pair.old, pair.new))
        narrows, widened = only_by(word, pair.old, pair.new), only_by(word, pair.new, pair.old)
        if word == "enum" and word in old and word in new:
            gone, come = _missing(old[word], new[word]), _missing(new[word], old[word])
            parts = [f"{what} {listed(those)}" for what, those in (("lost", gone), ("gained", come)) if those]
            said = f"enum {' and '.join(parts)}"
        elif word not in new:
            said = f"{word} {shown(old[word])} dropped"
        elif word not in old:
            said = f"{word} {shown(new[word])} added"
        elif alike(old[word], new[word]):
            said = f"{word} {shown(old[word])} refers to a schema that has changed"
        else:
            said = f"{word} {shown(old[word])} is now {shown(new[word])}"
        if word == "pattern" and word in old and word in new:
            narrows = () if widens(new[word], old[word]) else narrows
            widened = () if widens(old[word], new[word]) else widened
        return pair.change(word, said, narrows, widened)

    def _member(self, pair: Pair, name: str) -> Iterator[Change]:
        old, new = (side.get("properties", {}).get(name) for side in (pair.old, pair.new))
        place = stepped(pair.place, name)
        wrap = in_member(pair, name)
        if old is not None and new is not None:
            yield from self.pair(Pair(old, new, place, wrap))
            return
        other = pair.old if old is None else pair.new
        others = other.get("additionalProperties", True)
        is_open = is_free(others) and not other.get("patternProperties")
        said = f"member {'added to' if old is None else 'removed from'} {'an open' if is_open else 'a closed'} object"
        if other.get("patternProperties"):
            narrows, widened = by_pattern(pair, name)
            yield dataclasses.replace(pair, place=place).change("properties", said, narrows, widened)
            return
        left, right = (others if side is None else side for side in (old, new))
        narrows = (difference(left, right),) if right is not True else ()
        widened = (difference(right, left),) if left is not True else ()
        yield Pair(left, right, place, wrap).change("properties", said, narrows, widened, is_name=is_open)


def _elsewhere(root: Pair, met: _Met) -> Change:
    """Merge the same difference at further places into one change."""
    first, *more = met.left
    number = f"{len(met.left):,} more places, such as {first.place}" if more else f"one more place, {first.place}"
    asked = met.left[:PROVEN]
    narrows: tuple[Json, ...] = ({"anyOf": [one.wrap(difference(one.old, one.new), NEW, True) for one in asked]},)
    widened: tuple[Json, ...] = ({"anyOf": [one.wrap(difference(one.new, one.old), OLD, True) for one in asked]},)
    if len(asked) < len(met.left):
        narrows += (difference(root.old, root.new),)
        widened += (difference(root.new, root.old),)
    said = f"the differences here are the same at {number}"
    return Change(met.place, "places", said, narrows, widened, is_name=met.names == {True})


def _with_least(pair: Pair) -> Pair:
    """Make the default of `minContains` (1) explicit if only one side has the keyword."""
    if not ("contains" in pair.old and "contains" in pair.new and "minContains" in {**pair.old, **pair.new}):
        return pair
    return dataclasses.replace(pair, old={"minContains": 1, **pair.old}, new={"minContains": 1, **pair.new})


def _union_word(node: Object) -> str:
    return "type" if signature(node)[1] == "{}" else "anyOf"


def _missing(values: list[Json], others: list[Json]) -> list[Json]:
    return [value for value in values if not any(equal(value, other) for other in others)]


def _required(pair: Pair) -> Iterator[Change]:
    old, new = (side.get("required", []) for side in (pair.old, pair.new))
    for name in dict.fromkeys([*old, *new]):
        if (name in old) == (name in new):
            continue
        has, has_not = (pair.old, pair.new) if name in old else (pair.new, pair.old)
        rest = {**has, "required": [other for other in has["required"] if other != name]}
        limit = {"not": {"required": [name]}}
        shown = ({"allOf": [has_not, rest, limit]}, {"allOf": [has_not, limit]})
        place = Pair(pair.old, pair.new, stepped(pair.place, name), pair.wrap)
        if name in new:
            yield place.change("required", "is required now", shown)
        else:
            yield place.change("required", "is no longer required", (), shown)
