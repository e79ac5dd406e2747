"""Find the schemas whose values can be nested without end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend_codegen.schemas.closure import PREFIX

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.source.load import Json, Object

MARKS = "x-presend-"  # what these hold decides nothing


def recursive(schemas: Object) -> list[str]:
    """Return the names of the effective schemas that refer to themselves, or to a schema that does, sorted.

    A schema that refers to a part of itself counts too.
    """
    referring = {name: {*_references(schema)} for name, schema in schemas.items()}
    finite: set[str] = set()
    while found := {name for name, names in referring.items() if names <= finite}:
        finite |= found
        for name in found:
            del referring[name]
    return sorted(referring)


def _references(node: Json) -> Iterator[str]:
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if isinstance(target := one.get("$ref"), str):
                yield target.removeprefix(PREFIX)  # no schema has the name of a part
            waiting += (value for word, value in one.items() if not word.startswith(MARKS))
        elif isinstance(one, list):
            waiting += one
