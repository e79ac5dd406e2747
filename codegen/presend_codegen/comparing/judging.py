"""Look for evidence on each difference between two schemas: a payload that shows it, or a proof that none exists.

Where both sides have different schemas of one name, these are compared on their own, and references to the name are
taken as equal: either all mean the old schema, or all mean the new one. Both ways find the remaining differences. The
first way is tried first; it finds no payload for parts that are new.
"""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING

from presend_codegen.comparing.difference import BREAKING, COMPATIBLE, REQUEST, RESPONSE, UNPROVEN, Difference, Witness
from presend_codegen.comparing.pairs import Change, difference
from presend_codegen.comparing.universe import NEW, OLD, Universe
from presend_codegen.comparing.walk import changes
from presend_codegen.comparing.witness import Court, Effect, Evidence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend_codegen.comparing.difference import Topic
    from presend_codegen.source.load import Json


@dataclasses.dataclass(frozen=True)
class Reading:
    """Two schemas in a universe: the originals (`old`, `new`), and the forms that are compared (`left`, `right`)."""

    universe: Universe
    old: Json
    new: Json
    left: Json
    right: Json

    @functools.cached_property
    def court(self) -> Court:
        """The court, which judges payloads."""
        return Court(self.universe, self.old, self.new)

    @functools.cached_property
    def changes(self) -> dict[tuple[str, str, str], Change]:
        """The differences, by place, keyword and sentence."""
        found = changes(self.universe, self.left, self.right)
        return {(change.place, change.keyword, change.said): change for change in found}


def between(reading: Reading, otherwise: Callable[[], Reading], topic: Topic) -> Iterator[Difference]:
    """Yield the differences between two schemas; `otherwise` returns the other way to read them."""
    if reading.universe.same(reading.left, reading.right):
        return
    other = functools.cache(otherwise)
    told: set[str] = set()
    for change in changes(reading.universe, reading.left, reading.right):
        evidence = {direction: _evidence(reading, other, change, direction) for direction in (REQUEST, RESPONSE)}
        effects = {direction for direction in evidence if evidence[direction].effect is not Effect.IMPOSSIBLE}
        if change.is_name or effects:
            yield _judged(change, topic, evidence)
            told |= {REQUEST, RESPONSE} if change.is_name else effects
    yield from _missed(reading, topic, told)


def _evidence(reading: Reading, other: Callable[[], Reading], change: Change, direction: str) -> Evidence:
    found = reading.court.evidence(*_harmful(change, direction))
    if found.effect is not Effect.UNKNOWN:
        return found
    same = other().changes.get((change.place, change.keyword, change.said))
    return found if same is None else other().court.evidence(*_harmful(same, direction))


def _harmful(change: Change, direction: str) -> tuple[tuple[Json, ...], str]:
    """Return the schemas of harmful values, and the refusing side: less harms requests, more harms responses."""
    return (change.narrows, NEW) if direction == REQUEST else (change.widens, OLD)


def _missed(reading: Reading, topic: Topic, told: set[str]) -> Iterator[Difference]:
    """Yield a difference if a payload shows one that the walk over keywords has missed."""
    left, right = reading.left, reading.right
    whole = Change("", "schema", "is not the same", (difference(left, right),), (difference(right, left),))
    found = {
        direction: Evidence(Effect.IMPOSSIBLE)
        if direction in told
        else reading.court.evidence(*_harmful(whole, direction))
        for direction in (REQUEST, RESPONSE)
    }
    if any(evidence.effect is Effect.SHOWN for evidence in found.values()):
        yield _judged(whole, topic, found)


def _judged(change: Change, topic: Topic, evidence: dict[str, Evidence]) -> Difference:
    """Turn a change into a difference."""
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
