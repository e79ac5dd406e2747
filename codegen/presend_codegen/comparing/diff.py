"""Tell what changes from one spec to another, for those who send requests and for those who read responses.

A request that takes less breaks senders; a response that may hold more breaks readers. What neither side of the wire
is known to do (a schema that no operation uses) is held to both. Each difference is shown by a payload that one side
takes and the other refuses, or proven to have no such effect; where neither succeeds it is called unproven.

A member that an open object comes to name, or no longer names, is compatible in both directions: strictly read,
naming it forbids other types, but nobody sent it or read it before.

Decided 2026-11-23: as in packs, a required member may be left out of a request where it is `readOnly`, and out of a
response where it is `writeOnly`. Specs with such members are compared once as what is sent, once as what is returned.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from presend_codegen.comparing.difference import (
    BREAKING,
    CLASSES,
    COMPATIBLE,
    EITHER,
    TEXT,
    UNPROVEN,
    Difference,
    Topic,
    merged,
)
from presend_codegen.comparing.judging import Reading, between
from presend_codegen.comparing.make_side import packed_like
from presend_codegen.comparing.marks import in_marks
from presend_codegen.comparing.operations import aligned, of_operations
from presend_codegen.comparing.universe import MIXED, NEW, OLD, Universe
from presend_codegen.comparing.words import in_words
from presend_codegen.passes.one_of import ANY, EXACT

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend_codegen.comparing.side import Side
    from presend_codegen.comparing.slots import Slot
    from presend_codegen.source.load import Json

    Directions = tuple[str, ...]


def readings(old: Side, new: Side) -> tuple[str, str]:
    """Return how `oneOf` is read on both sides, `any` or `exact`: as a pack was made, or as somebody chose.

    Where nobody chose, a document is read as the pack that it is held against was made.
    """
    return (old.one_of or (new.one_of if new.made else None) or ANY), (
        new.one_of or (old.one_of if old.made else None) or ANY
    )


def on_one_of(old: Side, new: Side) -> str:
    """Return a line on how `oneOf` was read; nothing where all readings are the same."""
    before, after = readings(old, new)
    if before != after:
        return f"oneOf is read as {IN_WORDS[before]} in {old.name}, and as {IN_WORDS[after]} in {new.name}"
    matters = old.overlaps or new.overlaps or before == EXACT
    return f"oneOf is read as {IN_WORDS[before]}" if matters else ""


IN_WORDS = {ANY: "at least one (any)", EXACT: "exactly one (exact)"}
STOPPING = (KeyboardInterrupt, SystemExit, GeneratorExit)  # what is no fault of the comparison


def differences(old: Side, new: Side, *, with_texts: bool = True) -> list[Difference]:
    """Return what differs from `old` to `new`, the worst first, then as `old` has it in order."""
    old, new = packed_like(old, new), packed_like(new, old)
    new, renamed = aligned(old, new)
    found = [*of_operations(old, new, renamed)]
    if old.ways or new.ways:
        sent, returned = ([*_values(old.way(way), new.way(way), (way,))] for way in EITHER)
        found += merged(sent, returned)
    else:
        found += _values(old, new, EITHER)
    marked = in_marks(old, new, functools.cache(lambda: _travels(_Universes(old, new).universe, old, new)))
    found += [one for one in marked if with_texts or one.kind != TEXT]
    if with_texts:
        found += in_words(old, new)
    once = {repr(difference): difference for difference in found}  # two branches of a union may differ in one way
    return sorted(once.values(), key=lambda difference: CLASSES.index(difference.kind))


class _Universes:
    """Two sides under one roof, where the old side's schemas stand for those of both; and where the new side's do."""

    def __init__(self, old: Side, new: Side) -> None:
        self._old, self._new = old.schemas, new.schemas
        self._common = {*old.own} & new.schemas.keys()
        self.universe = Universe(self._old, self._new, self._common)

    @functools.cached_property
    def _other(self) -> Universe:
        return Universe(self._new, self._old, self._common)

    def schemas(self, name: str, topic: Topic) -> Iterator[Difference]:
        """Yield what differs between two schemas of one name."""
        return self._between(lambda universe, way, _: universe.named(way, name), topic)

    def slots(self, old: Slot, new: Slot, topic: Topic) -> Iterator[Difference]:
        """Yield what differs between the values of two slots."""
        return self._between(lambda universe, way, is_old: universe.read(way, (old if is_old else new).schema), topic)

    def _between(self, read: Callable[[Universe, str, bool], Json], topic: Topic) -> Iterator[Difference]:
        def reading() -> Reading:
            old, new, mixed = (read(self.universe, way, way == OLD) for way in (OLD, NEW, MIXED))
            return Reading(self.universe, old, new, left=old, right=mixed)

        def otherwise() -> Reading:  # there, the new side is called the old one
            new, old, mixed = (read(self._other, way, way != OLD) for way in (OLD, NEW, MIXED))
            return Reading(self._other, old, new, left=mixed, right=new)

        try:
            yield from between(reading(), otherwise, topic)
        except BaseException as error:  # a panic of jsonschema-rs is no Exception
            if isinstance(error, STOPPING):
                raise
            said = f"could not be compared any further ({type(error).__name__})"
            yield Difference(topic.subject, topic.place, "schema", said, UNPROVEN, topic.directions)


def _values(old: Side, new: Side, directions: Directions) -> Iterator[Difference]:
    """Yield what differs in the values that travel in some directions: those of slots, then those of schemas."""
    pair = _Universes(old, new)
    for name, slots in old.operations.items():
        others = {slot.name: slot for slot in new.operations.get(name, ())}
        for left in slots:
            right = others.get(left.name)
            if right and left.direction in directions and None not in (left.schema, right.schema):
                yield from pair.slots(left, right, Topic(name, left.name, (left.direction,)))
    travels = _travels(pair.universe, old, new)
    asked = {name: tuple(way for way in ways if way in directions) for name, ways in travels.items()}
    idle = {name for name, ways in travels.items() if ways and not asked[name]}
    for one in _schemas(pair, old, new, {**dict.fromkeys({*old.own, *new.own}, directions), **asked}):
        if one.subject not in idle:
            yield one


def _travels(universe: Universe, old: Side, new: Side) -> dict[str, Directions]:
    """Return for each schema in which directions its values travel.

    What both sides have of operations tells; then either of them, for schemas that nothing else tells of.
    """
    shared: dict[str, set[str]] = {}
    alone: dict[str, set[str]] = {}
    for key, side, other in ((OLD, old, new), (NEW, new, old)):
        for operation, slots in side.operations.items():
            names = {slot.name for slot in other.operations.get(operation, ())}
            for slot in (slot for slot in slots if slot.schema is not None):
                for name in universe.reached(universe.read(key, slot.schema)):
                    (shared if slot.name in names else alone).setdefault(name, set()).add(slot.direction)
    suggesting: dict[str, set[str]] = {name: set() for name in old.suggesting | new.suggesting}
    return {name: tuple(sorted(directions)) for name, directions in (suggesting | alone | shared).items()}


def _schemas(pair: _Universes, old: Side, new: Side, travels: dict[str, Directions]) -> Iterator[Difference]:
    for name in old.own:
        if name in new.schemas:
            yield from pair.schemas(name, Topic(name, "", travels[name]))
        elif old.operations:
            yield Difference(name, "", "schema", "schema removed; see the places that used it", TEXT)
        else:
            yield Difference(name, "", "schema", "schema removed", BREAKING, EITHER)
    for name in new.own:
        if name not in old.schemas:
            yield Difference(name, "", "schema", "schema added", COMPATIBLE, travels[name])
