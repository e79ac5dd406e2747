"""Whether two branches of a `oneOf` can fit one value: only where none does, `anyOf` says the same."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from presend.structured.strict import definition_of
from presend.structured.subschemas import is_object, kinds_of

if TYPE_CHECKING:
    from presend.structured.subschemas import Schema

DEEPEST = 8  # levels of properties and references that are compared
ALL_KINDS = frozenset(("array", "boolean", "null", "number", "object", "string"))


def are_disjoint(one: Any, other: Any, root: Schema, left: int = DEEPEST) -> bool:
    """Say whether it is certain that no value fits both schemas, once their objects are closed."""
    one, other = resolved(one, root), resolved(other, root)
    if left == 0 or not isinstance(one, dict) or not isinstance(other, dict):
        return False
    for first, second in ((one, other), (other, one)):
        branches = first.get("anyOf") or first.get("oneOf")
        if isinstance(branches, list) and branches:
            return all(are_disjoint(branch, second, root, left - 1) for branch in branches)
    if not kinds(one) & kinds(other):
        return True
    values, others = _values(one), _values(other)
    if values is not None and others is not None:
        return not values & others
    if kinds(one) & kinds(other) != {"object"}:
        return False
    return _are_objects_disjoint(one, other, root, left) or _are_objects_disjoint(other, one, root, left)


def _are_objects_disjoint(one: Schema, other: Schema, root: Schema, left: int) -> bool:
    """Say whether no object of `one`, which has no other members than it lists, is one of `other`."""
    members, others = one.get("properties") or {}, other.get("properties") or {}
    required, of_other = set(one.get("required") or ()), set(other.get("required") or ())
    if of_other - members.keys():
        return True
    if other.get("additionalProperties") is False and required - others.keys():
        return True
    return any(
        name in others and are_disjoint(members[name], others[name], root, left - 1)
        for name in required & members.keys()
    )


def resolved(schema: Any, root: Schema) -> Any:
    """Return what a `$ref` that stands alone, or among annotations, points to; at most so many in a row."""
    for _ in range(DEEPEST):
        if not isinstance(schema, dict) or "$ref" not in schema:
            return schema
        schema = root if schema["$ref"] == "#" else definition_of(schema["$ref"], root)
    return None


def kinds(schema: Schema) -> frozenset[str]:
    """Return the types that a schema's values can have; integers are numbers."""
    told = kinds_of(schema)
    if not told and is_object(schema):
        return ALL_KINDS  # properties without a type say nothing of other values
    return frozenset("number" if kind == "integer" else kind for kind in told) or ALL_KINDS


def _values(schema: Schema) -> set[str] | None:
    """Return the values that a schema lists, as JSON; `None` where it lists none."""
    if "const" in schema:
        return {json.dumps(schema["const"], sort_keys=True)}
    enum = schema.get("enum")
    return {json.dumps(value, sort_keys=True) for value in enum} if isinstance(enum, list) else None
