"""Places in a spec: each schema in one with the way there, and what of a way names something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.schema.subschemas import below
from presend.schema.vocabulary import DECIDING
from presend.words.pointers import steps_of
from presend_codegen.schemas.closure import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.source.load import Json, Object

    Steps = tuple[str | int, ...]
    Place = tuple[str, Steps]  # a schema, and the way from it


UNIONS = ("anyOf", "oneOf", "allOf")


def every(node: Json, steps: Steps = ()) -> Iterator[tuple[Steps, Object]]:
    """Yield each schema in one, itself too, with the way there."""
    if isinstance(node, dict):
        yield steps, node
        for step, sub in below(node, DECIDING):
            yield from every(sub, (*steps, *step))


def members(steps: Steps) -> Steps:
    """Return the steps of a way that name something: whether a union stands between them does not matter."""
    named: list[str | int] = []
    waiting = iter(steps)
    for step in waiting:
        if step in UNIONS:
            next(waiting, None)
        elif step != "properties":
            named.append(step)
    return tuple(named)


def parsed(pointer: str) -> Place:
    """Return the schema that a pointer into a document names, and the way from it."""
    name, *steps = steps_of("/" + pointer.removeprefix(PREFIX))
    return name, tuple(int(step) if step.isdecimal() else step for step in steps)
