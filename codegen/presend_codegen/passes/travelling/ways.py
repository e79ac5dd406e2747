"""Enumerate the places in a spec: each schema with its path, and the named steps of a path."""

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
    Place = tuple[str, Steps]  # a schema, and the path from it


UNIONS = ("anyOf", "oneOf", "allOf")


def every(node: Json, steps: Steps = ()) -> Iterator[tuple[Steps, Object]]:
    """Yield a schema and its subschemas, each with its path."""
    if isinstance(node, dict):
        yield steps, node
        for step, sub in below(node, DECIDING):
            yield from every(sub, (*steps, *step))


def members(steps: Steps) -> Steps:
    """Return the names on a path, without `properties` and without each union keyword and its index."""
    named: list[str | int] = []
    waiting = iter(steps)
    for step in waiting:
        if step in UNIONS:
            next(waiting, None)
        elif step != "properties":
            named.append(step)
    return tuple(named)


def parsed(pointer: str) -> Place:
    """Split a JSON Pointer of a document: return the name of the schema, and the path inside it."""
    name, *steps = steps_of("/" + pointer.removeprefix(PREFIX))
    return name, tuple(int(step) if step.isdecimal() else step for step in steps)
