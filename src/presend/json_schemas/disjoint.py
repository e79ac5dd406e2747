"""Prove that no value fits two branches of a `oneOf`, so that `anyOf` is equivalent."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from presend.schema.subschemas import is_object, kinds_of
from presend.structured.strict import definition_of

if TYPE_CHECKING:
    from presend.schema.subschemas import Schema

DEEPEST = 8  # most levels of properties and references to compare
ALL_KINDS = frozenset(("array", "boolean", "null", "number", "object", "string"))
COMBINING = frozenset(("$ref", "allOf", "anyOf", "oneOf", "if", "patternProperties", "dependentSchemas"))


def are_disjoint(one: Any, other: Any, root: Schema, left: int = DEEPEST) -> bool:
    """Say whether it is proven that no value fits both schemas when their objects are closed."""
    one, other = resolved(one, root), resolved(other, root)
    if left == 0 or not isinstance(one, dict) or not isinstance(other, dict):
        return False
    for first, second in ((one, other), (other, one)):
        branches = first.get("anyOf") or first.get("oneOf")
        if isinstance(branches, list) and branches:
            return all(are_disjoint(branch, second, root, left - 1) for branch in branches)
    if not kinds(one) & kinds(other):
        return True
    values, others = listed(one), listed(other)
    if values is not None and others is not None:
        return not values & others
    if kinds(one) & kinds(other) != {"object"}:
        return False
    return _refuses_all_of(one, other, root, left) and _refuses_all_of(other, one, root, left)


def _refuses_all_of(other: Schema, one: Schema, root: Schema, left: int) -> bool:
    """Say whether `other` refuses every object that fits `one` and has only members that `one` lists."""
    members, others = _members(one), _members(other)
    required = names_in(one)
    if not COMBINING & one.keys() and names_in(other) - members.keys():
        return True
    if other.get("additionalProperties") is False and not COMBINING & other.keys() and required - others.keys():
        return True
    return any(
        name in others and are_disjoint(members[name], others[name], root, left - 1)
        for name in required & members.keys()
    )


def _members(schema: Schema) -> dict[str, Any]:
    members = schema.get("properties")
    return members if isinstance(members, dict) else {}


def names_in(schema: Schema) -> set[str]:
    """Return the names that an object requires."""
    required = schema.get("required")
    return {name for name in required if isinstance(name, str)} if isinstance(required, list) else set()


def tag_of(branches: list[Any], root: Schema) -> str | None:
    """Return the property whose listed values differ in each branch of a union, or `None`."""
    objects = [resolved(branch, root) for branch in branches]
    if not objects[1:] or not all(isinstance(one, dict) and isinstance(one.get("properties"), dict) for one in objects):
        return None
    for name in objects[0]["properties"]:
        members = [resolved(one["properties"].get(name), root) for one in objects]
        values = [one for one in (listed(member) if isinstance(member, dict) else None for member in members) if one]
        if len(values) == len(objects) and sum(map(len, values)) == len(set().union(*values)):
            return str(name)
    return None


def resolved(schema: Any, root: Schema) -> Any:
    """Return the target of a `$ref`, following a limited chain. Keywords beside it can only narrow the result."""
    for _ in range(DEEPEST):
        if not isinstance(schema, dict) or "$ref" not in schema:
            return schema
        schema = root if schema["$ref"] == "#" else definition_of(schema["$ref"], root)
    return None


def kinds(schema: Schema) -> frozenset[str]:
    """Return the types that a schema's values can have; integers are numbers."""
    told = kinds_of(schema)
    if not told and is_object(schema):
        return ALL_KINDS  # properties without a type do not limit other values
    return frozenset("number" if kind == "integer" else kind for kind in told) or ALL_KINDS


def listed(schema: Schema) -> set[str] | None:
    """Return the values that a schema lists, each as one text; `None` if it lists none."""
    if "const" in schema:
        return {canonical(schema["const"])}
    enum = schema.get("enum")
    return set(map(canonical, enum)) if isinstance(enum, list) else None


def canonical(value: Any) -> str:
    """Return a text that is the same for JSON values that are equal: 1 and 1.0 are, 1 and true are not.

    >>> canonical([1.0, True, {"b": 0, "a": None}])
    '[1, true, {"a": null, "b": 0}]'
    """
    return json.dumps(_whole(value), sort_keys=True)


def _whole(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _whole(member) for name, member in value.items()}
    if isinstance(value, list):
        return [_whole(item) for item in value]
    return int(value) if isinstance(value, float) and value.is_integer() else value
