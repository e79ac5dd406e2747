"""The ways to break a valid payload in one place: a change for each keyword, and the rule that must report it.

Made for `presend.strategies`; no check of a payload uses this module.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from presend.checking.walk import accepts
from presend.drawing.limits import AROUND, OUTSIDE
from presend.drawing.places import Place, limits_of, places_in
from presend.problems import pointer_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.schema.nodes import Node

    Draw = st.DrawFn

OF_KIND: dict[str, st.SearchStrategy[Any]] = {  # JSON type → a strategy for values of a wrong type
    "null": st.none(),
    "boolean": st.booleans(),
    "integer": st.integers(),
    "number": st.floats(allow_nan=False, allow_infinity=False).filter(lambda value: not value.is_integer()),
    "string": st.text(st.characters(codec="utf-8"), max_size=9),
    "array": st.lists(st.none(), max_size=2),
    "object": st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=3), st.none(), max_size=2),
}
STRANGE_KEY = "no such member"
FREE = frozenset(OF_KIND)


@dataclasses.dataclass(frozen=True, slots=True)
class Defect:
    """One way to break a payload, or to bring it to a limit.

    Attributes:
        kind: The keyword that is broken, or the name of the change.
        rule: Id of the rule that must report it.
        pointer: JSON Pointer at which it must be reported.
        apply: Changes the payload in place.
    """

    kind: str
    rule: str
    pointer: str
    apply: Callable[[Draw], None]


def faults(node: Node, root: list[Any]) -> list[Defect]:
    """Return the ways to break the one payload in `root`, which is valid, in one place."""
    return [fault for place in places_in(Place(node, root, 0, ())) for find in FINDERS for fault in find(place)]


def boundaries(node: Node, root: list[Any]) -> list[Defect]:
    """Return the ways to bring one value of the payload in `root` to its limit: just inside, at, just outside."""
    return [
        Defect(word, "", pointer_of(place.path), _setter(place, value))
        for place in places_in(Place(node, root, 0, ()))
        for word, limit in limits_of(place.node)
        if word in AROUND
        for value in AROUND[word](limit, place)
    ]


def has_boundaries(node: Node) -> bool:
    """Return whether a payload can have a value with a limit."""
    seen = {id(node)}
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if any(word in AROUND and not (word == "maxProperties" and one.is_record) for word, _ in limits_of(one)):
            return True
        below = [*one.properties.values(), *one.branches, *one.prefix, *(part for _, part in one.patterns)]
        below += [part for part in (one.items, one.additional) if part is not None and not isinstance(part, bool)]
        waiting += [part for part in below if id(part) not in seen]
        seen.update(map(id, below))
    return False


def _setter(place: Place, value: Any) -> Callable[[Draw], None]:
    return lambda _: place.put(value)


def _rule_of(place: Place, word: str) -> str:
    return place.node.rule_ids.get(word, f"schema.{word}")


def _wrong_types(place: Place) -> Iterator[Defect]:
    if place.is_branch:  # another branch may accept the value
        return
    legal = place.node.kinds | ({"number"} if "number" in place.node.kinds else set())
    wrong = sorted(FREE - legal - place.spared)
    if not wrong or (place.path == () and "string" in wrong):
        wrong = [kind for kind in wrong if kind != "string"]  # a bare string is read as JSON text
    for kind in wrong:

        def change(draw: Draw, kind: str = kind) -> None:
            place.put(draw(OF_KIND[kind]))

        yield Defect(f"type {kind}", "schema.type", pointer_of(place.path), change)


def _beyond_limits(place: Place) -> Iterator[Defect]:
    for word, limit in limits_of(place.node):
        for value in OUTSIDE[word](limit, place) if word in OUTSIDE else ():
            yield Defect(word, _rule_of(place, word), pointer_of(place.path), _setter(place, value))


def _missing_members(place: Place) -> Iterator[Defect]:
    for name in place.node.required if isinstance(place.value, dict) else ():

        def change(_: Draw, name: str = name) -> None:
            del place.value[name]

        yield Defect("required", _rule_of(place, "required"), pointer_of((*place.path, name)), change)


def _unknown_members(place: Place) -> Iterator[Defect]:
    if isinstance(place.value, dict) and place.node.additional is False:
        taken = {*place.value, *place.node.properties}
        name = next(name for number in range(len(taken) + 1) if (name := STRANGE_KEY + "!" * number) not in taken)

        def change(draw: Draw) -> None:
            place.value[name] = draw(OF_KIND["null"] | OF_KIND["integer"])

        rule = _rule_of(place, "additionalProperties")
        yield Defect("additionalProperties", rule, pointer_of((*place.path, name)), change)


def _broken_conditions(place: Place) -> Iterator[Defect]:
    if place.node.condition is None or not isinstance(place.value, dict):
        return
    condition, then, otherwise = place.node.condition
    outcome = then if accepts(condition, place.value) else otherwise
    if outcome is not None:
        yield from _missing_members(dataclasses.replace(place, node=outcome))


def _long_keys(place: Place) -> Iterator[Defect]:
    if not isinstance(place.value, dict) or place.node.keys is None:
        return
    for word, limit in limits_of(place.node.keys):
        if word == "maxLength" and place.value:
            key = "k" * (limit + 1)

            def change(_: Draw, key: str = key) -> None:
                place.value[key] = place.value.pop(next(iter(place.value)))

            rule = place.node.keys.rule_ids.get(word, f"schema.{word}")
            yield Defect("propertyNames", rule, pointer_of((*place.path, key)), change)


FINDERS: tuple[Callable[[Place], Iterator[Defect]], ...] = (
    _wrong_types,
    _beyond_limits,
    _missing_members,
    _unknown_members,
    _broken_conditions,
    _long_keys,
)
