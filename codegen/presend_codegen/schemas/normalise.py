"""Bring schemas to the normal form of JSON Schema 2020-12 from which models and checks are made.

Upstream specs mix habits of OpenAPI 3.0 and 3.1, whatever version they declare. So each pass below recognises a shape
and not a version. Decided 2026-11-22:

- `nullable: true` always allows null: also beside an enum, a union or a `$ref`, or as the only content of a branch
  of `allOf`. `nullable: false` and a `default` never allow null.
- `anyOf: [string, enum of strings]` is an open enum: any string is valid, and the listed values are suggestions.
- A union of objects is a tagged union if each object requires the same property, with different values. The tag decides
  which branch applies. The values of the tag are the constants in the branches, never the names of the schemas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.schema.marks import KNOWN, LIMITS, RULES
from presend.schema.subschemas import rebuilt
from presend.schema.vocabulary import DECIDING, HOLDING, IN_PLACE, NAMING, RESTS, UNSUPPORTED
from presend_codegen.schemas.closure import PREFIX, ref_name
from presend_codegen.source.load import SpecError

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend_codegen.source.load import Json, Object

NULL = {"type": "null"}


def normalise(schemas: Object) -> Object:
    """Return the schemas in normal form."""
    result = {}
    for name, schema in schemas.items():
        for one_pass in (
            _nullable,
            _single_type,
            lambda node: _open_enum(node, schemas),
            _without_rests,
            _without_booleans,
            _without_leftovers,
        ):
            schema = transform(schema, one_pass)  # noqa: PLW2901 - a chain of passes
        result[name] = schema
    return result


def transform(node: Json, one_pass: Callable[[Object], Object]) -> Json:
    """Apply `one_pass` to a schema and everything below it, innermost first."""
    if not isinstance(node, dict):
        return node
    is_leaf = HOLDING.isdisjoint(node)  # most are
    return one_pass(dict(node) if is_leaf else rebuilt(node, lambda sub: transform(sub, one_pass), DECIDING))


def _without_booleans(node: Object) -> Object:
    """Write a boolean schema as an object, except in keywords about unknown members."""
    kept = {word: node[word] for word in ("additionalProperties", "unevaluatedProperties") if word in node}
    return rebuilt(node, _without_boolean, DECIDING) | kept


def _without_boolean(node: Json) -> Json:
    return ({} if node else {"not": {}}) if isinstance(node, bool) else node


def _without_rests(node: Object) -> Object:
    """Write `unevaluatedProperties` as `additionalProperties` if no other schema applies to the same object."""
    if not RESTS.keys() & node.keys() or {"$ref", "contains", *IN_PLACE} & node.keys():
        return node
    node = dict(with_moved_rule(node) if RESTS["unevaluatedProperties"] not in node else node)
    for word, simple in RESTS.items():
        if word in node:
            node.setdefault(simple, node.pop(word))
    return node


def with_moved_rule(node: Object) -> Object:
    """Move the rule of `unevaluatedProperties` to `additionalProperties`, which has replaced it."""
    rules = dict(node.get(RULES, {}))
    if "unevaluatedProperties" not in rules:
        return node
    rules["additionalProperties"] = rules.pop("unevaluatedProperties")
    return {**node, RULES: rules}


def _without_leftovers(node: Object) -> Object:
    """Drop examples, keywords that are never enforced, and `nullable` without a type, where null is valid anyway."""
    left = ("example", "examples", "nullable", *UNSUPPORTED, *NAMING)
    return {key: value for key, value in node.items() if key not in left}


def _single_type(node: Object) -> Object:
    """Write a list of one type as that type: later steps and the generator expect this form."""
    types = node.get("type")
    return {**node, "type": types[0]} if isinstance(types, list) and len(types) == 1 else node


def _nullable(node: Object) -> Object:
    if _only_nullable(node) or not ("nullable" in node or any(map(_only_nullable, node.get("allOf", ())))):
        return node  # a branch with only `nullable` makes the union around it nullable
    node = dict(node)
    null = node.pop("nullable", False)
    if "allOf" in node:
        parts = [part for part in node["allOf"] if not _only_nullable(part)]
        null = null or {"nullable": True} in node["allOf"]
        if parts:
            node["allOf"] = parts
        else:
            del node["allOf"]  # the `allOf` had only this branch
    return with_null(node) if null else node


def _only_nullable(node: Json) -> bool:
    return isinstance(node, dict) and set(node) == {"nullable"}


def with_null(node: Object) -> Object:
    """Let a schema accept null: add it to the types and values, to the only union, or as a union around the schema."""
    wider = dict(node)
    if "type" in node:
        types = node["type"] if isinstance(node["type"], list) else [node["type"]]
        wider["type"] = types if "null" in types else [*types, "null"]
    if "enum" in node and None not in node["enum"]:
        wider["enum"] = [*node["enum"], None]
    saying = [word for word in ("$ref", "anyOf", "oneOf", "allOf", "not", "if", "const") if word in node]
    if not saying:
        return wider
    branches = [{"$ref": node["$ref"]}] if saying == ["$ref"] else node[saying[0]]
    if len(saying) > 1 or saying[0] in ("not", "if", "const") or (saying == ["allOf"] and len(branches) > 1):
        return {"anyOf": [node, NULL]}
    if NULL in branches:
        return wider
    union = saying[0] if saying[0] in ("anyOf", "oneOf") else "anyOf"
    return {**{word: value for word, value in wider.items() if word != saying[0]}, union: [*branches, NULL]}


def _open_enum(node: Object, schemas: Object) -> Object:
    """Rewrite `anyOf: [string, enum of strings]` as a string with known values."""
    branches = [branch for branch in node.get("anyOf", ()) if branch != NULL]
    free = [branch for branch in branches if branch == {"type": "string"}]
    listed = [branch for branch in branches if _is_string_enum(resolve(branch, schemas))]
    if len(free) != 1 or len(listed) != 1 or len(branches) != 2:  # noqa: PLR2004 - one of each
        return node
    null = NULL in node["anyOf"] or resolve(listed[0], schemas).get("nullable") is True
    beside = node.get("type", ["string", "null"])  # the types beside the union, which can only narrow it
    types = [kind for kind in ("string", "null")[: 1 + null] if kind == beside or kind in [*beside]]
    if "string" not in types:
        return node
    outer = {key: value for key, value in node.items() if key != "anyOf"}
    return {**outer, "type": types if len(types) > 1 else "string", KNOWN: listed[0].get("enum", listed[0])}


def _is_string_enum(node: Object) -> bool:
    return node.get("type") == "string" and "enum" in node


def branches_of(node: Object) -> list[Json]:
    """Return the branches of a union; none if the schema is not a union."""
    branches: list[Json] = node["oneOf"] if "oneOf" in node else node.get("anyOf", [])
    return branches


def resolve(node: Json, schemas: Object) -> Object:
    """Follow `$ref`s to a schema that is not a `$ref`.

    Raises:
        SpecError: The references form a circle.
    """
    seen = set()
    while isinstance(node, dict) and "$ref" in node:
        if node["$ref"] in seen:
            raise SpecError(f"$ref {node['$ref']!r}: refers to itself and to nothing else")
        seen.add(node["$ref"])
        node = schemas[ref_name(node["$ref"])]
    return node if isinstance(node, dict) else {}


def localised(node: Json) -> Json:
    """Make every `$ref` point at `$defs`, where effective schemas are kept."""
    if not isinstance(node, dict):
        return node
    result = rebuilt(node, localised, DECIDING)
    for word, value in result.items():
        if word == "$ref":
            result[word] = value.replace(PREFIX, "#/$defs/")
        elif word == "contentSchema":  # kept as text for other tools, which resolve its references
            result[word] = localised(value)
        elif word == "discriminator" and "mapping" in value:
            mapping = {tag: ref.replace(PREFIX, "#/$defs/") for tag, ref in value["mapping"].items()}
            result[word] = {**value, "mapping": mapping}
        elif word == KNOWN:
            result[word] = localised(value)
        elif word == LIMITS:
            result[word] = {rule: localised(limit) for rule, limit in value.items()}
    return result
