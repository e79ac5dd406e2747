"""Decide whether two schemas are disjoint, without drawing values: whether no value fits both.

`oneOf` means exactly one. Where its branches are disjoint, this is the same as at least one, and a union of Python
types expresses it. Decided 2026-11-22: the authors of OpenAPI documents write `oneOf` for "one of these". Branches that
overlap by accident would refuse payloads that the API accepts. So for OpenAPI documents, `oneOf` becomes `anyOf`
unless the branches are disjoint.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any

from presend.schema.equality import equal
from presend.schema.subschemas import rebuilt
from presend.schema.vocabulary import DECIDING
from presend_codegen.schemas.closure import excluding
from presend_codegen.schemas.normalise import resolve

if TYPE_CHECKING:
    from presend_codegen.source.load import Json, Object

JSON_TYPES = frozenset({"object", "array", "string", "boolean", "number", "null"})  # an integer is a number
DEPTH = 3  # levels of members and items to compare: tags are at the first, and schemas may be recursive
OF_PYTHON = {dict: "object", list: "array", str: "string", bool: "boolean", int: "number", float: "number"}


def relax_unions(schemas: Object) -> Object:
    """Replace each `oneOf` whose branches may overlap by `anyOf`, except where that would make the schema stricter."""
    strict = excluding(schemas)
    return {name: schema if name in strict else _relaxed_below(schema, schemas) for name, schema in schemas.items()}


def _relaxed_below(node: Json, schemas: Object) -> Json:
    if not isinstance(node, dict):
        return node
    kept = {word: node[word] for word in ("not", "if", "contains") if word in node}
    return {**relaxed(rebuilt(node, lambda sub: _relaxed_below(sub, schemas), DECIDING), schemas), **kept}


def relaxed(node: Object, schemas: Object) -> Object:
    """Replace the `oneOf` of a schema by `anyOf` if its branches may overlap."""
    if "oneOf" not in node or are_exclusive(node["oneOf"], schemas):
        return node
    if "anyOf" in node:
        rest = {key: value for key, value in node.items() if key != "oneOf"}
        return {**rest, "allOf": [*node.get("allOf", ()), {"anyOf": node["oneOf"]}]}
    return {"anyOf" if key == "oneOf" else key: value for key, value in node.items()}


def are_exclusive(branches: list[Json], schemas: Object) -> bool:
    """Say whether any two branches are disjoint."""
    return all(are_disjoint(left, right, schemas) for left, right in itertools.combinations(branches, 2))


def are_disjoint(left: Json, right: Json, schemas: Object, depth: int = DEPTH) -> bool:
    """Say whether no value fits both schemas; `False` if unsure."""
    left, right = resolve(left, schemas), resolve(right, schemas)
    common = kinds(left, schemas) & kinds(right, schemas)
    if not common:
        return True
    for one, other in ((left, right), (right, left)):
        for union in ("anyOf", "oneOf"):
            if union in one:
                return all(are_disjoint(branch, other, schemas, depth) for branch in one[union])
    values, others = _values(left), _values(right)
    if values is not None and others is not None:
        return not any(equal(value, other) for value in values for other in others)
    if common == {"array"}:
        return depth > 0 and _are_disjoint_arrays(left, right, schemas, depth - 1)
    return common == {"object"} and depth > 0 and _are_disjoint_objects(left, right, schemas, depth - 1)


def kinds(schema: Json, schemas: Object) -> frozenset[str]:
    """Return the JSON types that values of a schema may have; too many types if unsure."""
    schema = resolve(schema, schemas)
    result = JSON_TYPES
    if "type" in schema:
        types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        result = frozenset("number" if kind == "integer" else kind for kind in types)
    values = _values(schema)
    if values is not None:
        result &= {OF_PYTHON.get(type(value), "null") for value in values}
    for union in ("anyOf", "oneOf"):
        if union in schema:
            result &= frozenset().union(*(kinds(branch, schemas) for branch in schema[union]))
    for part in schema.get("allOf", ()):
        result &= kinds(part, schemas)
    return result


def _values(schema: Object) -> list[Any] | None:
    return [schema["const"]] if "const" in schema else schema.get("enum")


def _are_disjoint_arrays(left: Object, right: Object, schemas: Object, depth: int) -> bool:
    """Two arrays are disjoint if no item fits both and one of them cannot be empty."""
    filled = left.get("minItems", 0) or right.get("minItems", 0)
    plain = "prefixItems" not in left and "prefixItems" not in right
    return bool(filled and plain and are_disjoint(left.get("items", {}), right.get("items", {}), schemas, depth))


def _are_disjoint_objects(left: Object, right: Object, schemas: Object, depth: int) -> bool:
    """Two objects are disjoint if both require a member and no value of that member fits both."""
    shared = set(left.get("required", ())) & set(right.get("required", ()))
    members, others = left.get("properties", {}), right.get("properties", {})
    return any(
        are_disjoint(members[name], others[name], schemas, depth)
        for name in shared
        if name in members and name in others
    )
