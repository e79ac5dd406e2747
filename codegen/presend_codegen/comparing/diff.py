"""Find the differences between two specs, for those who send requests and for those who read responses.

A request that accepts less breaks senders; a response that may contain more breaks readers. A schema that no operation
uses has to satisfy both. Each difference comes with a payload that one side accepts and the other refuses, or with a
proof that there is none; otherwise it is called unproven.

If an open object starts or stops naming a member, this is compatible in both directions. In a strict reading, naming a
member forbids values of other types, but before nobody sent or read this member.

Decided 2026-11-23: as in packs, a request may leave out a required member that is `readOnly`, and a response one that
is `writeOnly`. Specs with such members are compared twice: as requests, and as responses.
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
    """Return how both sides read `oneOf`, `any` or `exact`: as their pack was made, or as the user chose.

    Without a choice, a document is read like the pack that it is compared with.
    """
    return (old.one_of or (new.one_of if new.made else None) or ANY), (
        new.one_of or (old.one_of if old.made else None) or ANY
    )


def on_one_of(old: Side, new: Side) -> str:
    """Return a line that says how `oneOf` was read; empty if it makes no difference."""
    before, after = readings(old, new)
    if before != after:
        return f"oneOf is read as {IN_WORDS[before]} in {old.name}, and as {IN_WORDS[after]} in {new.name}"
    matters = old.overlaps or new.overlaps or before == EXACT
    return f"oneOf is read as {IN_WORDS[before]}" if matters else ""


IN_WORDS = {ANY: "at least one (any)", EXACT: "exactly one (exact)"}
STOPPING = (KeyboardInterrupt, SystemExit, GeneratorExit)  # not errors of the comparison


def differences(old: Side, new: Side, *, with_texts: bool = True) -> list[Difference]:
    """Return the differences from `old` to `new`, the worst first, otherwise in the order of `old`."""
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
    once = {repr(difference): difference for difference in found}  # branches of a union may share a difference
    return sorted(once.values(), key=lambda difference: CLASSES.index(difference.kind))


class _Universes:
    """Both sides in one universe: once with the old side's schemas for common names, once with the new side's."""

    def __init__(self, old: Side, new: Side) -> None:
        self._old, self._new = old.schemas, new.schemas
        self._common = {*old.own} & new.schemas.keys()
        self.universe = Universe(self._old, self._new, self._common)

    @functools.cached_property
    def _other(self) -> Universe:
        return Universe(self._new, self._old, self._common)

    def schemas(self, name: str, topic: Topic) -> Iterator[Difference]:
        """Yield the differences between the two schemas of one name."""
        if self.universe.is_settled(name):
            return iter(())
        return self._between(lambda universe, way, _: universe.named(way, name), topic)

    def slots(self, old: Slot, new: Slot, topic: Topic) -> Iterator[Difference]:
        """Yield the differences between the values of two slots."""
        return self._between(lambda universe, way, is_old: universe.read(way, (old if is_old else new).schema), topic)

    def _between(self, read: Callable[[Universe, str, bool], Json], topic: Topic) -> Iterator[Difference]:
        def reading() -> Reading:
            old, new, mixed = (read(self.universe, way, way == OLD) for way in (OLD, NEW, MIXED))
            return Reading(self.universe, old, new, left=old, right=mixed)

        def otherwise() -> Reading:  # here the new side takes the role of the old one
            new, old, mixed = (read(self._other, way, way != OLD) for way in (OLD, NEW, MIXED))
            return Reading(self._other, old, new, left=mixed, right=new)

        try:
            yield from between(reading(), otherwise, topic)
        except BaseException as error:  # a panic of jsonschema-rs is not an Exception
            if isinstance(error, STOPPING):
                raise
            said = f"could not be compared further ({type(error).__name__})"
            yield Difference(topic.subject, topic.place, "schema", said, UNPROVEN, topic.directions)


def _values(old: Side, new: Side, directions: Directions) -> Iterator[Difference]:
    """Yield the differences in values of these directions: first of slots, then of schemas."""
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
    """Return for each schema the directions in which its values travel.

    The operations that both sides have decide. For schemas that these do not use, the operations of either side decide.
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
