"""Find where two schemas differ: walk both side by side, down to the keyword.

Each difference comes with two schemas: `narrows` is what the old side takes and the new one refuses because of this
keyword, `widens` the other way round. Both are of whole values of the schema where the walk began, so that whatever
fits one of them shows the difference to be real. Parts that both sides have under one name are not entered: what
is different there is told there.
"""

from __future__ import annotations

import dataclasses
import json
import operator
from collections import Counter
from typing import TYPE_CHECKING

from presend.keywords import KINDS
from presend_codegen.combine import NOTHING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend_codegen.load import Json, Object
    from presend_codegen.universe import Universe

    # What fits at a place, how freely, and the side that refuses it → what fits at the root.
    Wrap = Callable[[Json, str, bool], Json]

OLD, NEW = "old", "new"
PARTS = {  # keywords that are read together with others
    "additionalProperties": ("properties", "patternProperties"),
    "unevaluatedProperties": ("properties", "patternProperties", "additionalProperties"),
    "items": ("prefixItems",),
    "if": ("then", "else"),
    "contains": ("minContains", "maxContains"),
}
FOLLOWING = {word for words in (PARTS["if"], PARTS["contains"]) for word in words}  # told with the first of them
PLACES = 16  # at which one and the same difference is told
SHORT = 60  # characters of a limit that is quoted
LISTED = 6  # members of an enum that are named
KIND_OF_WORD = {  # keyword → the JSON type that it is about
    **dict.fromkeys(("minLength", "maxLength", "pattern"), "string"),
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"), "number"),
    **dict.fromkeys(
        (
            "items",
            "prefixItems",
            "minItems",
            "maxItems",
            "uniqueItems",
            "contains",
            "minContains",
            "maxContains",
            "unevaluatedItems",
        ),
        "array",
    ),
    **dict.fromkeys(
        (
            "properties",
            "required",
            "additionalProperties",
            "patternProperties",
            "propertyNames",
            "minProperties",
            "maxProperties",
            "dependentRequired",
            "dependentSchemas",
            "unevaluatedProperties",
        ),
        "object",
    ),
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
        every = {OLD: self._alternatives(pair.old), NEW: self._alternatives(pair.new)}
        old, new = list(every[OLD]), list(every[NEW])
        for left in every[OLD]:
            twin = next((right for right in new if self._universe.same(left, right)), None)
            if twin is not None:
                old.remove(left)
                new.remove(twin)
        matched = _matched(old, new)
        for left, right in matched:
            yield from self._alternative(_branch(pair, left, right, every))
        for left in old:
            if all(left is not one for one, _ in matched):
                said = f"{_named(left)} is no longer legal"
                yield pair.change(_union_word(left), said, ({"allOf": [left, {"not": pair.new}]},))
        for right in new:
            if all(right is not one for _, one in matched):
                said = f"{_named(right)} is legal now"
                yield pair.change(_union_word(right), said, (), ({"allOf": [right, {"not": pair.old}]},))

    def _alternatives(self, node: Json) -> list[Object]:
        """Return the branches of a union, or the JSON types of a schema with several, each as a schema."""
        flat = self._universe.flat(node)
        if flat == NOTHING:
            return []
        if "anyOf" in flat:
            rest = {word: value for word, value in flat.items() if word != "anyOf"}
            every = [one for branch in flat["anyOf"] for one in self._alternatives({"allOf": [rest, branch]})]
            return [one for at, one in enumerate(every) if one not in every[:at]]
        if "const" in flat:
            flat = {**{word: value for word, value in flat.items() if word != "const"}, "enum": [flat["const"]]}
        kinds = _kinds(flat) or sorted({KINDS[type(value)] for value in flat.get("enum", ())})
        return [_of_kind(flat, kind) for kind in kinds] or [flat]

    def _alternative(self, pair: Pair) -> Iterator[Change]:
        old, new = pair.old, pair.new
        for name in dict.fromkeys([*old.get("properties", {}), *new.get("properties", {})]):
            yield from self._member(pair, name)
        for word, step in (("items", "[]"), ("additionalProperties", "{}")):
            if isinstance(old.get(word), dict) and isinstance(new.get(word), dict):
                wrap = _in_items(pair) if word == "items" else _in_others(pair)
                yield from self.pair(Pair(old[word], new[word], pair.place + step, wrap))
        for word in dict.fromkeys([*old, *new]):
            if word == "properties" or word in FOLLOWING or old.get(word) == new.get(word):
                continue
            if (
                word in ("items", "additionalProperties")
                and isinstance(old.get(word), dict)
                and isinstance(new.get(word), dict)
            ):
                continue
            if word == "required":
                yield from _required(pair)
            elif word != "type" or set(_kinds(old)) != set(_kinds(new)):
                yield _keyword(pair, word)

    def _member(self, pair: Pair, name: str) -> Iterator[Change]:
        old, new = (side.get("properties", {}).get(name) for side in (pair.old, pair.new))
        place = f"{pair.place}.{name}" if pair.place else name
        wrap = _in_member(pair, name)
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


def _kinds(node: Object) -> list[str]:
    kinds = node.get("type", [])
    return [kinds] if isinstance(kinds, str) else kinds


def _of_kind(flat: Object, kind: str) -> Object:
    """Return what a schema says of one JSON type."""
    about = "number" if kind == "integer" else kind
    result = {word: value for word, value in flat.items() if KIND_OF_WORD.get(word, about) == about} | {"type": kind}
    if "enum" in result:
        fitting = [value for value in result["enum"] if KINDS[type(value)] in (kind, "integer" * (kind == "number"))]
        result["enum"] = sorted(fitting, key=json.dumps)
    if kind == "null" or result.get("enum") == [False, True]:
        result.pop("enum", None)
    return result


def _branch(pair: Pair, left: Object, right: Object, every: dict[str, list[Object]]) -> Pair:
    """Return the pair of two branches that belong together; what shows a difference must fit no other branch."""
    rivals = {
        side: [one for one in every[side] if one is not own and _overlap(one, own)]
        for side, own in ((OLD, left), (NEW, right))
    }

    def wrap(schema: Json, refusing: str, alone: bool) -> Json:
        others = rivals[refusing]
        return pair.wrap({"allOf": [schema, {"not": {"anyOf": others}}]} if others else schema, refusing, alone)

    return Pair(left, right, pair.place, wrap)


def _overlap(one: Object, other: Object) -> bool:
    """Say whether two branches may take one and the same value, as far as their types and tags tell."""
    (kind, tags), (other_kind, other_tags) = _signature(one), _signature(other)
    mine, theirs = json.loads(tags), json.loads(other_tags)
    apart = (mine[name] != theirs[name] and name in one.get("required", ()) for name in mine.keys() & theirs.keys())
    return kind == other_kind and not any(apart)


def _signature(node: Object) -> tuple[str, str]:
    """Return what two branches that belong together have in common: the JSON type, and for objects the tag."""
    about = {KIND_OF_WORD[word] for word in node if word in KIND_OF_WORD}
    kind = node.get("type", about.pop() if len(about) == 1 else "")
    tags = {
        name: part.get("const", (part.get("enum") or [None])[0])
        for name, part in node.get("properties", {}).items()
        if isinstance(part, dict) and ("const" in part or len(part.get("enum", ())) == 1)
    }
    return "number" if kind == "integer" else str(kind), json.dumps(tags, sort_keys=True)


def _matched(old: list[Object], new: list[Object]) -> list[tuple[Object, Object]]:
    """Return the branches that belong together: those of one tag, then those of one JSON type, in order."""
    pairs: list[tuple[Object, Object]] = []
    are_single = len(old) == len(new) == 1
    for agree in (operator.eq, lambda left, right: left[0] == right[0] and (are_single or not _conflict(left, right))):
        for left in old:
            free = (one for one in new if all(one is not other for _, other in pairs))
            twin = next((one for one in free if agree(_signature(left), _signature(one))), None)
            if twin is not None and all(left is not one for one, _ in pairs):
                pairs.append((left, twin))
    return pairs


def _conflict(left: tuple[str, str], right: tuple[str, str]) -> bool:
    """Say whether two branches have a tag of one name and of different values."""
    mine, theirs = json.loads(left[1]), json.loads(right[1])
    return any(mine[name] != theirs[name] for name in mine.keys() & theirs.keys())


def _named(node: Object) -> str:
    kind, tag = _signature(node)
    values = node.get("enum", [node["const"]] if "const" in node else [])
    if values:
        return f"the value {_listed(values)}"
    if kind == "null":
        return "null"
    said = " and ".join(f"{name} {_shown(value)}" for name, value in json.loads(tag).items())
    return f"{kind or 'any value'}{' with ' * bool(said)}{said}"


def _union_word(node: Object) -> str:
    return "type" if _signature(node)[1] == "{}" else "anyOf"


def _keyword(pair: Pair, word: str) -> Change:
    old, new = pair.old, pair.new
    if word == "enum" and word in old and word in new:
        gone = [value for value in old[word] if value not in new[word]]
        come = [value for value in new[word] if value not in old[word]]
        parts = [f"{what} {_listed(those)}" for what, those in (("lost", gone), ("gained", come)) if those]
        said = f"enum {' and '.join(parts)}"
    elif word not in new:
        said = f"{word} {_shown(old[word])} dropped"
    elif word not in old:
        said = f"{word} {_shown(new[word])} added"
    else:
        said = f"{word} {_shown(old[word])} is now {_shown(new[word])}"
    return pair.change(word, said, _only_by(word, old, new), _only_by(word, new, old))


def _only_by(word: str, taking: Object, refusing: Object) -> tuple[Json, ...]:
    """Return schemas of what one side takes and the other refuses for this keyword: and for no other, or anyhow."""
    if word not in refusing:
        return ()
    beside = {part: True for part in PARTS.get(word, ()) if part in refusing}
    for part in beside:
        beside[part] = _neutral(part, refusing[part])
    kind = {"type": refusing["type"]} if word != "type" and "type" in refusing else {}
    limit = {"not": {**beside, word: refusing[word]}}
    rest = {
        key: value for key, value in refusing.items() if key != word and key not in PARTS.get("if", ()) * (word == "if")
    }
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


def _held(pair: Pair, refusing: str, *, alone: bool, freed: Callable[[Object], Object]) -> list[Json]:
    """Return what the value around a part has to fit: both sides, or only the one that takes it, without that part."""
    sides = [pair.old] if refusing == NEW else [pair.new]
    if not alone:
        sides = [pair.old, pair.new]
    return [freed(side) for side in sides]


def _in_member(pair: Pair, name: str) -> Wrap:
    def freed(side: Object) -> Object:
        return {**side, "properties": {**side.get("properties", {}), name: True}}

    def wrap(schema: Json, refusing: str, alone: bool) -> Json:
        held = _held(pair, refusing, alone=alone, freed=freed)
        inner = {"type": "object", "properties": {name: schema}, "required": [name]}
        return pair.wrap({"allOf": [*held, inner]}, refusing, alone)

    return wrap


def _in_items(pair: Pair) -> Wrap:
    def wrap(schema: Json, refusing: str, alone: bool) -> Json:
        held = _held(pair, refusing, alone=alone, freed=lambda side: {**side, "items": True})
        inner = {"type": "array", "items": schema, "minItems": len(pair.old.get("prefixItems", ())) + 1}
        return pair.wrap({"allOf": [*held, inner]}, refusing, alone)

    return wrap


def _in_others(pair: Pair) -> Wrap:
    known = sorted({*pair.old.get("properties", {}), *pair.new.get("properties", {})})

    def wrap(schema: Json, refusing: str, alone: bool) -> Json:
        held = _held(pair, refusing, alone=alone, freed=lambda side: {**side, "additionalProperties": True})
        inner = {
            "type": "object",
            "properties": dict.fromkeys(known, True),
            "additionalProperties": schema,
            "minProperties": 1,
        }
        return pair.wrap({"allOf": [*held, inner]}, refusing, alone)

    return wrap


def _listed(values: list[Json]) -> str:
    more = len(values) - LISTED
    return ", ".join(map(_shown, values[:LISTED])) + (f" and {more} more" if more > 0 else "")


def _shown(value: Json) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True)
    return text if len(text) <= SHORT else f"{text[:SHORT]}…"
