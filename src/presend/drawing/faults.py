"""The ways to break a valid payload in one place: for each keyword that stands there, a change and what is told of it.

Made for `presend.strategies`; nothing here is used to check a payload.
"""

from __future__ import annotations

import copy
import dataclasses
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from presend.checking.walk import accepts, tagged_branch
from presend.problems import pointer_of
from presend.schema.keywords import KINDS, kind_of
from presend.schema.patterns import searcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.problems import Path
    from presend.schema.nodes import Node

    Draw = st.DrawFn

OF_KIND: dict[str, st.SearchStrategy[Any]] = {  # a value of each JSON type, as a wrong one
    "null": st.none(),
    "boolean": st.booleans(),
    "integer": st.integers(),
    "number": st.floats(allow_nan=False, allow_infinity=False).filter(lambda value: not value.is_integer()),
    "string": st.text(st.characters(codec="utf-8"), max_size=9),
    "array": st.lists(st.none(), max_size=2),
    "object": st.dictionaries(st.text(st.characters(codec="utf-8"), max_size=3), st.none(), max_size=2),
}
LONGEST = 1_000_000  # code points of a text, and …
LARGE = 20_000_000  # … of the text of a list, and …
MOST = 4_100  # … items or members that are made: far enough for limits such as 2,048 and 4,096
STRANGE_KEY = "no such member"
STRANGE_VALUE = "no such value"
FREE = frozenset(OF_KIND)


@dataclasses.dataclass(frozen=True, slots=True)
class Fault:
    """One way to break a payload, or to bring it to a limit.

    Attributes:
        kind: The keyword, or what is done.
        rule: Id of the rule that must be told of it.
        pointer: JSON Pointer that must be told of it.
        apply: Changes the payload in place.
    """

    kind: str
    rule: str
    pointer: str
    apply: Callable[[Draw], None]


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """A value of a payload, what it has to be, and what holds it; `is_branch` where a union has chosen the node.

    `spared` are types that would make another branch of the union around the more likely one.
    """

    node: Node
    holder: Any
    key: Any
    path: Path
    is_branch: bool = False
    spared: frozenset[str] = frozenset()

    @property
    def value(self) -> Any:
        """The value itself."""
        return self.holder[self.key]

    def put(self, value: Any) -> None:
        """Replace the value."""
        self.holder[self.key] = value


def faults(node: Node, root: list[Any]) -> list[Fault]:
    """Return the ways to break the one payload in `root`, which has no error, in one place."""
    return [fault for place in _places(Place(node, root, 0, ())) for find in FINDERS for fault in find(place)]


def boundaries(node: Node, root: list[Any]) -> list[Fault]:
    """Return the ways to bring one value of the payload in `root` to a limit of its: just inside, at, just outside."""
    return [
        Fault(word, "", pointer_of(place.path), _setter(place, value))
        for place in _places(Place(node, root, 0, ()))
        for word, limit in _limits(place.node)
        if word in AROUND
        for value in AROUND[word](limit, place)
    ]


def has_boundaries(node: Node) -> bool:
    """Say whether a payload can have a value that has a limit."""
    seen = {id(node)}
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if any(word in AROUND and not (word == "maxProperties" and one.is_record) for word, _ in _limits(one)):
            return True
        below = [*one.properties.values(), *one.branches, *one.prefix, *(part for _, part in one.patterns)]
        below += [part for part in (one.items, one.additional) if part is not None and not isinstance(part, bool)]
        waiting += [part for part in below if id(part) not in seen]
        seen.update(map(id, below))
    return False


def _places(place: Place) -> Iterator[Place]:
    """Yield the place and every one below it, each with the branch that its tag or its type chose."""
    node, value = place.node, place.value
    if node.is_file:
        return
    yield place
    for part in node.parts:
        yield from _places(dataclasses.replace(place, node=part, is_branch=True))
    for branch in _chosen(node, value):
        items = [rival.items.kinds for rival in node.branches if rival.items and rival is not branch]
        yield from _places(dataclasses.replace(place, node=branch, is_branch=True, spared=frozenset().union(*items)))
    if isinstance(value, dict):
        for name in value:
            matching = (part for pattern, part in node.patterns if searcher(pattern)(name))
            sub = node.properties.get(name) or next(matching, node.additional)
            if sub is not None and not isinstance(sub, bool):
                yield from _places(Place(sub, value, name, (*place.path, name)))
    elif isinstance(value, list):
        for index in range(len(value)):
            sub = node.prefix[index] if index < len(node.prefix) else node.items
            if sub is not None:
                yield from _places(Place(sub, value, index, (*place.path, index), spared=place.spared))


def _chosen(node: Node, value: Any) -> list[Node]:
    if isinstance(value, dict) and node.tagged:
        branch = tagged_branch(node, value)
        return [branch] if branch else []
    fitting = [branch for branch in node.branches if _kind(value) in branch.kinds]
    if len(fitting) > 1 and isinstance(value, list) and value:  # lists that differ in their items
        fitting = [branch for branch in fitting if branch.items and _kind(value[0]) in branch.items.kinds]
    if len(fitting) > 1 and not isinstance(value, list):
        fitting = [branch for branch in fitting if accepts(branch, value)]
    return fitting[:1]


def _kind(value: Any) -> str:
    """Return the JSON type of a value; schemas have files as strings."""
    return kind_of(value) if type(value) in KINDS else "string"


def _limits(node: Node) -> list[tuple[str, Any]]:
    return [(word, limit) for _, limit, word, _ in node.checks]


def _setter(place: Place, value: Any) -> Callable[[Draw], None]:
    return lambda _: place.put(value)


def _told(place: Place, word: str) -> str:
    return place.node.rule_ids.get(word, f"schema.{word}")


def _wrong_types(place: Place) -> Iterator[Fault]:
    if place.is_branch:  # another branch may take what this one does not
        return
    legal = place.node.kinds | ({"number"} if "number" in place.node.kinds else set())
    wrong = sorted(FREE - legal - place.spared)
    if not wrong or (place.path == () and "string" in wrong):
        wrong = [kind for kind in wrong if kind != "string"]  # a bare string would be read as JSON text
    for kind in wrong:

        def change(draw: Draw, kind: str = kind) -> None:
            place.put(draw(OF_KIND[kind]))

        yield Fault(f"type {kind}", "schema.type", pointer_of(place.path), change)


def _beyond_limits(place: Place) -> Iterator[Fault]:
    for word, limit in _limits(place.node):
        for value in OUTSIDE[word](limit, place) if word in OUTSIDE else ():
            yield Fault(word, _told(place, word), pointer_of(place.path), _setter(place, value))


def _missing_members(place: Place) -> Iterator[Fault]:
    for name in place.node.required if isinstance(place.value, dict) else ():

        def change(_: Draw, name: str = name) -> None:
            del place.value[name]

        yield Fault("required", _told(place, "required"), pointer_of((*place.path, name)), change)


def _unknown_members(place: Place) -> Iterator[Fault]:
    if isinstance(place.value, dict) and place.node.additional is False:
        taken = {*place.value, *place.node.properties}
        name = next(name for number in range(len(taken) + 1) if (name := STRANGE_KEY + "!" * number) not in taken)

        def change(draw: Draw) -> None:
            place.value[name] = draw(OF_KIND["null"] | OF_KIND["integer"])

        rule = _told(place, "additionalProperties")
        yield Fault("additionalProperties", rule, pointer_of((*place.path, name)), change)


def _broken_conditions(place: Place) -> Iterator[Fault]:
    if place.node.condition is None or not isinstance(place.value, dict):
        return
    condition, then, otherwise = place.node.condition
    outcome = then if accepts(condition, place.value) else otherwise
    if outcome is not None:
        yield from _missing_members(dataclasses.replace(place, node=outcome))


def _long_keys(place: Place) -> Iterator[Fault]:
    if not isinstance(place.value, dict) or place.node.keys is None:
        return
    for word, limit in _limits(place.node.keys):
        if word == "maxLength" and place.value:
            key = "k" * (limit + 1)

            def change(_: Draw, key: str = key) -> None:
                place.value[key] = place.value.pop(next(iter(place.value)))

            rule = place.node.keys.rule_ids.get(word, f"schema.{word}")
            yield Fault("propertyNames", rule, pointer_of((*place.path, key)), change)


FINDERS: tuple[Callable[[Place], Iterator[Fault]], ...] = (
    _wrong_types,
    _beyond_limits,
    _missing_members,
    _unknown_members,
    _broken_conditions,
    _long_keys,
)


def _of_length(length: int, place: Place) -> list[Any]:
    """Return the string or the array of the place, brought to a length."""
    value = place.value
    if isinstance(value, str) and length <= LONGEST:
        return [("a" if not value.isascii() else "😀" if not _has_pattern(place) else "a") * length]
    if isinstance(value, list) and (value or not length) and length <= MOST and length * len(repr(value[:1])) <= LARGE:
        return [(value * (length + 1))[:length]]
    return []


def _has_pattern(place: Place) -> bool:
    return any(word == "pattern" for word, _ in _limits(place.node))


def _of_count(count: int, place: Place) -> list[Any]:
    """Return the object of the place, brought to a number of members."""
    value = place.value
    if not isinstance(value, dict) or place.node.is_record or count > MOST:
        return []
    names, values = place.node.keys, place.node.additional
    member = next(iter(value.values()), "v")
    if not value and values is not None and not isinstance(values, bool) and not accepts(values, member):
        return []
    free = (f"k{number}" for number in range(count) if f"k{number}" not in value)
    more = [name for name in free if names is None or accepts(names, name)]
    filled = {**value, **{name: copy.deepcopy(member) for name in more[: max(0, count - len(value))]}}
    return [dict(list(filled.items())[:count])] if len(filled) >= count else []


def _not_matching(pattern: str, place: Place) -> list[Any]:
    """Return a text of a legal length that a pattern is not found in, if one of a few is."""
    length = max(1, dict(_limits(place.node)).get("minLength", 1))
    texts = (letter * length for letter in ("\n", "0", "a", "-", " "))
    return [text for text in texts if not searcher(pattern)(text)][:1]


def _numbers_around(place: Place, *values: float) -> list[Any]:
    """Return the values where the place holds a number."""
    return list(values) if isinstance(place.value, int | float) and not isinstance(place.value, bool) else []


def _step(place: Place) -> float:
    return 1e-9 if "number" in place.node.kinds else 1


OUTSIDE: dict[str, Callable[[Any, Place], list[Any]]] = {
    "minimum": lambda limit, place: _numbers_around(place, limit - _step(place), limit - 2**70),
    "maximum": lambda limit, place: _numbers_around(place, limit + _step(place), limit + 2**70),
    "maxLength": lambda limit, place: _of_length(limit + 1, place) if isinstance(place.value, str) else [],
    "minLength": lambda limit, place: _of_length(limit - 1, place) if isinstance(place.value, str) else [],
    "maxItems": lambda limit, place: _of_length(limit + 1, place) if isinstance(place.value, list) else [],
    "minItems": lambda limit, place: _of_length(limit - 1, place) if isinstance(place.value, list) else [],
    "maxProperties": lambda limit, place: _of_count(limit + 1, place),
    "enum": lambda _, place: [STRANGE_VALUE] if isinstance(place.value, str) else [],
    "pattern": lambda limit, place: _not_matching(limit, place) if isinstance(place.value, str) else [],
}
AROUND: dict[str, Callable[[Any, Place], list[Any]]] = {
    "minimum": lambda limit, place: _numbers_around(place, limit - _step(place), limit, limit + _step(place)),
    "maximum": lambda limit, place: _numbers_around(place, limit - _step(place), limit, limit + _step(place)),
    **{
        word: lambda limit, place: [
            value for length in (limit - 1, limit, limit + 1) if length >= 0 for value in _of_length(length, place)
        ]
        for word in ("minLength", "maxLength", "minItems", "maxItems")
    },
    "maxProperties": lambda limit, place: [
        value for count in (limit - 1, limit, limit + 1) for value in _of_count(count, place)
    ],
}
