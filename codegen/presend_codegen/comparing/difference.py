"""What a difference between two specs is, and the kinds of them."""

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


def merged(found: list[Difference], more: list[Difference]) -> list[Difference]:
    """Return differences found of requests and of responses, each once: what is the same there is told of both."""
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
