"""Find where two schemas differ: walk both side by side, down to the keyword.

Parts that both sides have under one name are not entered: what is different there is told there.
"""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from typing import TYPE_CHECKING

from presend.keywords import equal
from presend_codegen.branches import alternatives, kinds_of, listed, matched, named, shown, signature
from presend_codegen.pairs import NEW, OLD, Change, Pair, branch, in_items, in_member, in_others

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.load import Json, Object
    from presend_codegen.universe import Universe

PARTS = {  # keywords that are read together with others
    "additionalProperties": ("properties", "patternProperties"),
    "unevaluatedProperties": ("properties", "patternProperties", "additionalProperties"),
    "items": ("prefixItems",),
    "if": ("then", "else"),
    "contains": ("minContains", "maxContains"),
    "then": ("if",),
    "else": ("if",),
    "minContains": ("contains",),
    "maxContains": ("contains",),
}
LEADING = {word: lead for lead in ("if", "contains") for word in PARTS[lead]}  # which tells of both
PLACES = 16  # at which one and the same difference is told


def changes(universe: Universe, old: Json, new: Json) -> Iterator[Change]:
    """Yield the differences between two schemas of a universe."""
    yield from _Walk(universe).pair(Pair(old, new, "", lambda schema, _, __: schema))


class _Walk:
    """One walk; it enters no pair of schemas inside itself, and none at too many places, so that it ends."""

    def __init__(self, universe: Universe) -> None:
        self._universe = universe
        self._inside: set[tuple[str, str]] = set()
        self._entered: Counter[tuple[str, str]] = Counter()

    def pair(self, pair: Pair) -> Iterator[Change]:
        """Yield the differences at a place and below it."""
        key = (json.dumps(pair.old, sort_keys=True), json.dumps(pair.new, sort_keys=True))
        if key in self._inside or self._entered[key] >= PLACES or self._universe.same(pair.old, pair.new):
            return
        self._inside.add(key)
        self._entered[key] += 1
        yield from self._entered_pair(pair)
        self._inside.remove(key)

    def _entered_pair(self, pair: Pair) -> Iterator[Change]:
        every = {OLD: alternatives(self._universe, pair.old), NEW: alternatives(self._universe, pair.new)}
        old, new = list(every[OLD]), list(every[NEW])
        for left in every[OLD]:
            twin = next((right for right in new if self._universe.same(left, right)), None)
            if twin is not None:
                old.remove(left)
                new.remove(twin)
        twins = matched(old, new)
        for left, right in twins:
            yield from self._alternative(branch(pair, left, right, every))
        for left in old:
            if all(left is not one for one, _ in twins):
                said = f"{named(left)} is no longer legal"
                yield pair.change(_union_word(left), said, ({"allOf": [left, {"not": pair.new}]},))
        for right in new:
            if all(right is not one for _, one in twins):
                said = f"{named(right)} is legal now"
                yield pair.change(_union_word(right), said, (), ({"allOf": [right, {"not": pair.old}]},))

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
            lead = LEADING.get(word, word)
            if word in entered or old.get(word) == new.get(word) or (lead != word and old.get(lead) != new.get(lead)):
                continue
            if word == "required":
                yield from _required(pair)
            elif word != "type" or set(kinds_of(old)) != set(kinds_of(new)):
                yield _keyword(pair, word)

    def _member(self, pair: Pair, name: str) -> Iterator[Change]:
        old, new = (side.get("properties", {}).get(name) for side in (pair.old, pair.new))
        place = f"{pair.place}.{name}" if pair.place else name
        wrap = in_member(pair, name)
        if old is not None and new is not None:
            yield from self.pair(Pair(old, new, place, wrap))
            return
        other = pair.old if old is None else pair.new
        others = other.get("additionalProperties", True)
        is_open = others in (True, {}) and not other.get("patternProperties")
        left, right = (others if side is None else side for side in (old, new))
        narrows = ({"allOf": [left, {"not": right}]},) if right is not True else ()
        widens = ({"allOf": [right, {"not": left}]},) if left is not True else ()
        said = f"member {'added to' if old is None else 'removed from'} {'an open' if is_open else 'a closed'} object"
        yield Pair(left, right, place, wrap).change("properties", said, narrows, widens, is_name=is_open)


def _with_least(pair: Pair) -> Pair:
    """Return a pair that both says how many items have to fit `contains`, where one does: else it is one."""
    if not ("contains" in pair.old and "contains" in pair.new and "minContains" in {**pair.old, **pair.new}):
        return pair
    return dataclasses.replace(pair, old={"minContains": 1, **pair.old}, new={"minContains": 1, **pair.new})


def _union_word(node: Object) -> str:
    return "type" if signature(node)[1] == "{}" else "anyOf"


def _keyword(pair: Pair, word: str) -> Change:
    old, new = pair.old, pair.new
    if word == "enum" and word in old and word in new:
        gone, come = _missing(old[word], new[word]), _missing(new[word], old[word])
        parts = [f"{what} {listed(those)}" for what, those in (("lost", gone), ("gained", come)) if those]
        said = f"enum {' and '.join(parts)}"
    elif word not in new:
        said = f"{word} {shown(old[word])} dropped"
    elif word not in old:
        said = f"{word} {shown(new[word])} added"
    else:
        said = f"{word} {shown(old[word])} is now {shown(new[word])}"
    return pair.change(word, said, _only_by(word, old, new), _only_by(word, new, old))


def _missing(values: list[Json], others: list[Json]) -> list[Json]:
    return [value for value in values if not any(equal(value, other) for other in others)]


def _only_by(word: str, taking: Object, refusing: Object) -> tuple[Json, ...]:
    """Return schemas of what one side takes and the other refuses for this keyword: and for no other, or anyhow."""
    if word not in refusing:
        return ()
    beside = {part: _neutral(part, refusing[part]) for part in PARTS.get(word, ()) if part in refusing}
    kind = {"type": refusing["type"]} if word != "type" and "type" in refusing else {}
    limit = {"not": {**beside, word: refusing[word]}}
    gone = {word, *(PARTS[word] if word == "if" else ())}
    rest = {key: value for key, value in refusing.items() if key not in gone}
    return {"allOf": [taking, rest, kind, limit]}, {"allOf": [taking, limit]}


def _neutral(word: str, value: Json) -> Json:
    """Return what a keyword says to its neighbour, with nothing said about values themselves."""
    if word in ("properties", "patternProperties"):
        return dict.fromkeys(value, True)
    return [True] * len(value) if word == "prefixItems" else value


def _required(pair: Pair) -> Iterator[Change]:
    old, new = (side.get("required", []) for side in (pair.old, pair.new))
    for name in dict.fromkeys([*old, *new]):
        if (name in old) == (name in new):
            continue
        has, has_not = (pair.old, pair.new) if name in old else (pair.new, pair.old)
        rest = {**has, "required": [other for other in has["required"] if other != name]}
        limit = {"not": {"required": [name]}}
        shown = ({"allOf": [has_not, rest, limit]}, {"allOf": [has_not, limit]})
        place = Pair(pair.old, pair.new, f"{pair.place}.{name}" if pair.place else name, pair.wrap)
        if name in new:
            yield place.change("required", "is required now", shown)
        else:
            yield place.change("required", "is no longer required", (), shown)
