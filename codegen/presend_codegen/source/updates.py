"""Merge an update into a value as OpenAPI Overlay 1.1 defines: merge objects, join arrays, replace the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.schema.keywords import described, kind_of
from presend_codegen.source.load import Json, Object, SpecError, unshared

if TYPE_CHECKING:
    from collections.abc import Callable

    Location = tuple[str | int, ...]


def family_of(value: Json) -> str:
    """Return the kind of a value in the Overlay specification: object, array or primitive."""
    return "objects" if isinstance(value, dict) else "arrays" if isinstance(value, list) else "primitive values"


def merge(value: Json, update: Json, where: str) -> Json:
    """Return `value` with `update` merged into it, without changing either.

    Objects are merged member by member, arrays are joined, and a primitive value replaces another.

    Raises:
        SpecError: The two are of different kinds, which is an error by the Overlay specification.
    """
    family = family_of(value)
    if family_of(update) != family:
        raise SpecError(
            f"{where}: expected {described(kind_of(value))} to be updated with a value of the same kind, got "
            f"{described(kind_of(update))}; remove it in an action before this one"
        )
    return MERGED[family](value, update, where)


def _merged_objects(value: Object, update: Object, where: str) -> Object:
    result = dict(value)
    for key, part in update.items():
        result[key] = merge(value[key], part, f"{where}, {key}") if key in value else unshared(part)
    return result


MERGED: dict[str, Callable[[Json, Json, str], Json]] = {
    "objects": _merged_objects,
    "arrays": lambda value, update, _: [*value, *unshared(update)],
    "primitive values": lambda _, update, __: update,
}
