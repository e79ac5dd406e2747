"""Decide which limits a Python type can express exactly, so that model and schema accept the same values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic_core import SchemaError, SchemaValidator, core_schema

from presend.schema.compiler import EXACT
from presend.schema.patterns import is_common
from presend.schema.subschemas import kinds_of
from presend.schema.vocabulary import ENFORCED

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend_codegen.source.load import Json, Object


LARGEST = 2**63 - 1  # the largest integer that every engine supports
IN_KEYS = ("type", "minLength", "maxLength", "pattern")  # what the type of a map's keys can express


def _is_count(_: Object, limit: Json) -> bool:
    return type(limit) is int and limit <= EXACT


def _is_bound(node: Object, limit: Json) -> bool:
    """Say whether pydantic keeps a bound: for numbers it must be the same as an integer and as a float."""
    if "number" in kinds_of(node):
        return bool(abs(limit) <= EXACT)
    return type(limit) is int and abs(limit) <= LARGEST


def _is_sayable_pattern(_: Object, pattern: str) -> bool:
    if not is_common(pattern):
        return False
    try:
        SchemaValidator(core_schema.str_schema(pattern=pattern))
    except SchemaError:
        return False
    return True


def _are_sayable_names(_: Object, names: Json) -> bool:
    """Say whether `propertyNames` limits names only in ways that a string type can express."""
    asked = {word: limit for word, limit in names.items() if word in ENFORCED}
    limits = (word for word in asked if word != "type")
    return (
        asked.keys() <= set(IN_KEYS)
        and asked.get("type", "string") == "string"
        and all(SAYABLE[word](names, asked[word]) for word in limits)
    )


SAYABLE: dict[str, Callable[[Object, Json], bool]] = {
    **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), _is_count),
    **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), _is_bound),
    "pattern": _is_sayable_pattern,
    "items": lambda node, _: "prefixItems" not in node,
    "propertyNames": _are_sayable_names,
}
