"""Define a difference between two specs, and the kinds of differences."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from presend_codegen.source.load import Json

REQUEST, RESPONSE = "request", "response"
BREAKING, UNPROVEN, COMPATIBLE, TEXT = CLASSES = ("breaking", "unproven", "compatible", "text only")  # worst first
EITHER = (REQUEST, RESPONSE)


@dataclasses.dataclass(frozen=True, slots=True)
class Topic:
    """What is compared: a schema or an operation, a place in it, and the directions of its values."""

    subject: str
    place: str
    directions: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Witness:
    """A payload that the side `accepted_by` accepts and the side `rejected_by` refuses."""

    accepted_by: str
    rejected_by: str
    payload: Json


@dataclasses.dataclass(frozen=True, slots=True)
class Difference:
    """One difference between two specs.

    Attributes:
        subject: The schema, or the operation.
        place: The place in the subject; empty for the whole.
        keyword: The keyword that differs, or another name of the part that differs.
        said: The difference, as a sentence without a full stop.
        kind: `breaking`, `unproven`, `compatible` or `text only`.
        directions: The directions of the subject's values: `request`, `response`; both if no operation uses it, none if
            its values are only suggestions.
        witnesses: Payloads of the subject that show the difference, at most one for each direction.
    """

    subject: str
    place: str
    keyword: str
    said: str
    kind: str
    directions: tuple[str, ...] = ()
    witnesses: tuple[Witness, ...] = ()


def merged(found: list[Difference], more: list[Difference]) -> list[Difference]:
    """Merge the differences of requests and of responses; one that both have gets both directions."""
    result = [*found]
    for one in more:
        at = next((at for at, other in enumerate(result) if _key(other) == _key(one)), None)
        if at is None:
            result.append(one)
        else:
            result[at] = _joined(result[at], one)
    return result


def _key(one: Difference) -> tuple[str, str, str, str]:
    return one.subject, one.place, one.keyword, one.said


def _joined(one: Difference, other: Difference) -> Difference:
    witnesses = {witness.accepted_by: witness for witness in (*one.witnesses, *other.witnesses)}
    return dataclasses.replace(
        one,
        kind=min(one.kind, other.kind, key=CLASSES.index),
        directions=tuple(sorted({*one.directions, *other.directions})),
        witnesses=tuple(witnesses[side] for side in ("old", "new") if side in witnesses),
    )
