"""Tell what changes from one spec to another, for those who send requests and for those who read responses.

A request that takes less breaks senders; a response that may hold more breaks readers. What neither side of the wire
is known to do (a schema that no operation uses) is held to both. Each difference is shown by a payload that one side
takes and the other refuses, or proven to have no such effect; where neither succeeds it is called unproven.

A member that an open object comes to name, or no longer names, is compatible in both directions: strictly read,
naming it forbids other types, but nobody sent it or read it before.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend_codegen.normalise import KNOWN
from presend_codegen.pairs import Change, difference
from presend_codegen.sides import REQUEST, RESPONSE, texts
from presend_codegen.universe import MIXED, NEW, OLD, Universe
from presend_codegen.walk import changes
from presend_codegen.witness import Court, Effect, Evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from presend_codegen.load import Json
    from presend_codegen.sides import Side, Slot

BREAKING, UNPROVEN, COMPATIBLE, TEXT = CLASSES = ("breaking", "unproven", "compatible", "text only")  # worst first
EITHER = (REQUEST, RESPONSE)


@dataclasses.dataclass(frozen=True, slots=True)
class Topic:
    """What is compared: a schema or an operation, a place in it, and where values of it travel."""

    subject: str
    place: str
    directions: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Witness:
    """A payload that the side `accepted_by` takes and the side `rejected_by` refuses."""

    accepted_by: str
    rejected_by: str
    payload: Json


@dataclasses.dataclass(frozen=True, slots=True)
class Difference:
    """One difference between two specs.

    Attributes:
        subject: The schema, or the operation.
        place: Where in it; empty for the whole.
        keyword: The keyword that differs, or what it is.
        said: What is different, as a sentence without an end.
        kind: `breaking`, `unproven`, `compatible` or `text only`.
        directions: Where values of the subject travel: `request`, `response`; both where no operation tells, none
            where they are only suggested.
        witnesses: Payloads that show it, at most one for each direction. They are payloads of the subject.
    """

    subject: str
    place: str
    keyword: str
    said: str
    kind: str
    directions: tuple[str, ...] = ()
    witnesses: tuple[Witness, ...] = ()


def differences(old: Side, new: Side, *, with_texts: bool = True) -> list[Difference]:
    """Return what differs from `old` to `new`, the worst first, then as `old` has it in order."""
    if old.is_partial or new.is_partial:
        old, new = old.partial(), new.partial()
    universe = Universe(old.schemas, new.schemas, {*old.own} & new.schemas.keys())
    travels = _travels(universe, old, new)
    found = [*_operations(universe, old, new), *_schemas(universe, old, new, travels)]
    if with_texts:
        found += _texts(old, new)
    once = {repr(difference): difference for difference in found}  # two branches of a union may differ in one way
    return sorted(once.values(), key=lambda difference: CLASSES.index(difference.kind))


def _travels(universe: Universe, old: Side, new: Side) -> dict[str, tuple[str, ...]]:
    """Return for each schema in which directions its values travel.

    What both sides have of operations tells; then either of them, for schemas that nothing else tells of.
    """
    shared: dict[str, set[str]] = {}
    alone: dict[str, set[str]] = {}
    for key, side, other in (("old", old, new), ("new", new, old)):
        for operation, slots in side.operations.items():
            names = {slot.name for slot in other.operations.get(operation, ())}
            for slot in slots:
                for name in universe.reached(universe.read(key, slot.schema)):
                    (shared if slot.name in names else alone).setdefault(name, set()).add(slot.direction)
    suggesting: dict[str, set[str]] = {name: set() for name in old.suggesting | new.suggesting}
    return {name: tuple(sorted(directions)) for name, directions in (suggesting | alone | shared).items()}


def _schemas(universe: Universe, old: Side, new: Side, travels: dict[str, tuple[str, ...]]) -> Iterator[Difference]:
    for name in old.own:
        if name in new.schemas:
            schemas = universe.named(OLD, name), universe.named(NEW, name), universe.named(MIXED, name)
            yield from _between(universe, schemas, Topic(name, "", travels.get(name, EITHER)))
        elif old.operations:
            yield Difference(name, "", "schema", "schema removed; the differences are told where it was used", TEXT)
        else:
            yield Difference(name, "", "schema", "schema removed", BREAKING, EITHER)
    for name in new.own:
        if name not in old.schemas:
            yield Difference(name, "", "schema", "schema added", COMPATIBLE, travels.get(name, EITHER))


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
    """Yield what no keyword was seen to do, and a payload shows all the same.

    Where nothing differs that could be told, two schemas that are not proven to be the same are doubted.
    """
    asked = {REQUEST: (difference(old, mixed), NEW), RESPONSE: (difference(mixed, old), OLD)}
    found = {
        direction: court.evidence((schema,), refusing) if direction not in told else Evidence(Effect.IMPOSSIBLE)
        for direction, (schema, refusing) in asked.items()
    }
    effects = {evidence.effect for evidence in found.values()}
    if Effect.SHOWN in effects or (Effect.UNKNOWN in effects and not told):
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


def _operations(universe: Universe, old: Side, new: Side) -> Iterator[Difference]:
    for name, slots in old.operations.items():
        if name in new.operations:
            yield from _slots(universe, name, slots, new.operations[name])
        else:
            yield Difference(name, "", "operation", "operation removed", BREAKING, EITHER)
    for name in new.operations:
        if name not in old.operations:
            yield Difference(name, "", "operation", "operation added", COMPATIBLE, EITHER)


def _slots(universe: Universe, name: str, old: tuple[Slot, ...], new: tuple[Slot, ...]) -> Iterator[Difference]:
    before, after = ({slot.name: slot for slot in slots} for slots in (old, new))
    for key in dict.fromkeys([*before, *after]):
        left, right = before.get(key), after.get(key)
        if left is None or right is None:
            slot, said = (right, "added") if left is None else (left, "removed")
            assert slot is not None  # noqa: S101 - one of the two is there
            yield Difference(name, key, "slot", said, _kind_of_slot(slot, said, before), (slot.direction,))
            continue
        if left.required != right.required:
            said = "is required now" if right.required else "is no longer required"
            kind = BREAKING if right.required else COMPATIBLE
            yield Difference(name, key, "required", said, kind, (left.direction,))
        reads = ((OLD, left.schema), (NEW, right.schema), (MIXED, right.schema))
        yield from _between(universe, [universe.read(*one) for one in reads], Topic(name, key, (left.direction,)))


def _kind_of_slot(slot: Slot, said: str, before: dict[str, Slot]) -> str:
    """Return the kind of a body or parameter that came or went; no payload can show it."""
    is_body = slot.name.startswith((f"{REQUEST} ", f"{RESPONSE} "))
    if said == "removed":
        return BREAKING if is_body else COMPATIBLE
    had_body = any(name.startswith(f"{REQUEST} ") for name in before)
    needed = slot.required and not (is_body and had_body)  # another type of body is a choice more
    return BREAKING if needed else COMPATIBLE


def _texts(old: Side, new: Side) -> Iterator[Difference]:
    for name in old.own:
        if name not in new.schemas:
            continue
        before, after = texts(old.schemas[name]), texts(new.schemas[name])
        for place, word in dict.fromkeys([*before, *after]):
            left, right = before.get((place, word), set()), after.get((place, word), set())
            if left != right:
                yield Difference(name, place, word.removeprefix("x-presend-"), _said(word, left, right), TEXT)


def _said(word: str, left: set[str], right: set[str]) -> str:
    if word == KNOWN:
        parts = (
            f"{what} {', '.join(sorted(those))}" for what, those in (("lost", left - right), ("gained", right - left))
        )
        return " and ".join(part for part in parts if not part.endswith(" "))
    if word in ("description", "title"):
        return "changed" if left and right else "removed" if left else "added"
    return f"{', '.join(sorted(left)) or 'none'} is now {', '.join(sorted(right)) or 'none'}"
