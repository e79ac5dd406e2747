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

from typing import TYPE_CHECKING

from presend_codegen.difference import (
    BREAKING,
    CLASSES,
    COMPATIBLE,
    EITHER,
    REQUEST,
    RESPONSE,
    TEXT,
    UNPROVEN,
    Difference,
    Topic,
    Witness,
    merged,
)
from presend_codegen.pairs import Change, difference
from presend_codegen.slots import aligned, of_operations
from presend_codegen.universe import MIXED, NEW, OLD, Universe
from presend_codegen.walk import changes
from presend_codegen.witness import Court, Effect, Evidence
from presend_codegen.words import in_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from presend_codegen.load import Json
    from presend_codegen.sides import Side

    Directions = tuple[str, ...]


def differences(old: Side, new: Side, *, with_texts: bool = True) -> list[Difference]:
    """Return what differs from `old` to `new`, the worst first, then as `old` has it in order."""
    if old.is_partial or new.is_partial:
        old, new = old.partial(), new.partial()
    new, renamed = aligned(old, new)
    found = [*of_operations(old, new, renamed)]
    if old.ways or new.ways:
        sent, returned = ([*_values(old.way(way), new.way(way), (way,))] for way in EITHER)
        found += merged(sent, returned)
    else:
        found += _values(old, new, EITHER)
    if with_texts:
        found += in_words(old, new)
    once = {repr(difference): difference for difference in found}  # two branches of a union may differ in one way
    return sorted(once.values(), key=lambda difference: CLASSES.index(difference.kind))


def _values(old: Side, new: Side, directions: Directions) -> Iterator[Difference]:
    """Yield what differs in the values that travel in some directions: those of slots, then those of schemas."""
    universe = Universe(old.schemas, new.schemas, {*old.own} & new.schemas.keys())
    for name, slots in old.operations.items():
        others = {slot.name: slot for slot in new.operations.get(name, ())}
        for left in slots:
            right = others.get(left.name)
            if right and left.direction in directions and None not in (left.schema, right.schema):
                reads = ((OLD, left.schema), (NEW, right.schema), (MIXED, right.schema))
                topic = Topic(name, left.name, (left.direction,))
                yield from _between(universe, [universe.read(*one) for one in reads], topic)
    travels = _travels(universe, old, new)
    asked = {name: tuple(way for way in ways if way in directions) for name, ways in travels.items()}
    idle = {name for name, ways in travels.items() if ways and not asked[name]}
    for one in _schemas(universe, old, new, {**dict.fromkeys({*old.own, *new.own}, directions), **asked}):
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


def _schemas(universe: Universe, old: Side, new: Side, travels: dict[str, Directions]) -> Iterator[Difference]:
    for name in old.own:
        if name in new.schemas:
            schemas = universe.named(OLD, name), universe.named(NEW, name), universe.named(MIXED, name)
            yield from _between(universe, schemas, Topic(name, "", travels[name]))
        elif old.operations:
            yield Difference(name, "", "schema", "schema removed; the differences are told where it was used", TEXT)
        else:
            yield Difference(name, "", "schema", "schema removed", BREAKING, EITHER)
    for name in new.own:
        if name not in old.schemas:
            yield Difference(name, "", "schema", "schema added", COMPATIBLE, travels[name])


def _between(universe: Universe, schemas: Sequence[Json], topic: Topic) -> Iterator[Difference]:
    """Yield what differs between an old, a new, and a mixed schema: new but for what is told elsewhere."""
    old, new, mixed = schemas
    if universe.same(old, mixed):
        return
    court = Court(universe, old, new)
    told: set[str] = set()
    for change in changes(universe, old, mixed):
        narrows = court.evidence(change.narrows, NEW)
        widens = court.evidence(change.widens, OLD)
        if change.is_name or {narrows.effect, widens.effect} != {Effect.IMPOSSIBLE}:
            yield _judged(change, topic, {REQUEST: narrows, RESPONSE: widens})
            told |= {REQUEST} if change.is_name or narrows.effect is not Effect.IMPOSSIBLE else set()
            told |= {RESPONSE} if change.is_name or widens.effect is not Effect.IMPOSSIBLE else set()
    yield from _untold(court, old, mixed, topic, told)


def _untold(court: Court, old: Json, mixed: Json, topic: Topic, told: set[str]) -> Iterator[Difference]:
    """Yield what no keyword was seen to do, and a payload shows all the same: the walk is held against the whole."""
    asked = {REQUEST: (difference(old, mixed), NEW), RESPONSE: (difference(mixed, old), OLD)}
    found = {
        direction: court.evidence((schema,), refusing) if direction not in told else Evidence(Effect.IMPOSSIBLE)
        for direction, (schema, refusing) in asked.items()
    }
    if any(evidence.effect is Effect.SHOWN for evidence in found.values()):
        change = Change("", "schema", "is not the same", (), ())
        yield _judged(change, topic, found)


def _judged(change: Change, topic: Topic, evidence: dict[str, Evidence]) -> Difference:
    """Return the difference that a change is; by `evidence` narrowing hurts requests, widening hurts responses."""
    effects = {evidence[direction].effect for direction in topic.directions}
    kind = BREAKING if Effect.SHOWN in effects else UNPROVEN if Effect.UNKNOWN in effects else COMPATIBLE
    witnesses = tuple(
        Witness(accepted_by, rejected_by, evidence[direction].payload)
        for direction, accepted_by, rejected_by in ((REQUEST, "old", "new"), (RESPONSE, "new", "old"))
        if evidence[direction].effect is Effect.SHOWN
    )
    kind = COMPATIBLE if change.is_name else kind
    place = f"{topic.place} {change.place}".strip()
    return Difference(topic.subject, place, change.keyword, change.said, kind, topic.directions, witnesses)
