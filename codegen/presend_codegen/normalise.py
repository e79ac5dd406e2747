"""Bring schemas into the one form that models and checks are made from: the effective JSON Schema (2020-12).

Upstream specs mix OpenAPI 3.0 and 3.1 habits whatever version they declare, so each pass below recognises a
shape and not a version. Decided 2026-11-22:

- `nullable: true` is honoured everywhere, also beside an enum, a union, a `$ref`, or as the only content of an
  `allOf` branch; `nullable: false` and a `default` never make null legal.
- `anyOf: [string, enum of strings]` is an open enum: any string, the listed values are suggestions.
- A union of objects that each require one and the same property with a value of its own is a tagged union; the
  tag decides which branch speaks. The tag's value is the branch's constant, never the schema's name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend_codegen.closure import PREFIX, ref_name
from presend_codegen.load import SpecError
from presend_codegen.overlay import RULES
from presend_codegen.vocabulary import IN_PLACE, NAMING, UNSUPPORTED

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend_codegen.load import Json, Object

EXPECTED = "x-presend-expected"
KNOWN = "x-presend-known-values"
MAPS = ("properties", "patternProperties", "dependentSchemas", "$defs")
LISTS = ("allOf", "anyOf", "oneOf", "prefixItems")
SINGLES = tuple(
    "items additionalProperties propertyNames not if then else contains unevaluatedItems unevaluatedProperties".split()
)
HOLDING = frozenset((*MAPS, *LISTS, *SINGLES))  # what subschemas stand below
RESTS = {  # what speaks of all that is left → what says the same where nothing else speaks of the value
    "unevaluatedProperties": "additionalProperties",
    "unevaluatedItems": "items",
}
NULL = {"type": "null"}


def normalise(schemas: Object) -> Object:
    """Return the effective form of `schemas`."""
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
    return one_pass(below(node, lambda sub: transform(sub, one_pass))) if isinstance(node, dict) else node


def below(node: Object, change: Callable[[Json], Json]) -> Object:
    """Return a schema with each of its direct subschemas changed."""
    result = dict(node)
    if HOLDING.isdisjoint(node):
        return result  # as most schemas of a spec do
    for key in MAPS:
        if isinstance(result.get(key), dict):
            result[key] = {name: change(sub) for name, sub in result[key].items()}
    for key in LISTS:
        if isinstance(result.get(key), list):
            result[key] = [change(sub) for sub in result[key]]
    for key in SINGLES:
        if key in result:
            result[key] = change(result[key])
    return result


def _without_booleans(node: Object) -> Object:
    """Write a boolean schema as an object; only what speaks of unknown members keeps its own."""
    kept = {word: node[word] for word in ("additionalProperties", "unevaluatedProperties") if word in node}
    return below(node, lambda sub: ({} if sub else {"not": {}}) if isinstance(sub, bool) else sub) | kept


def _without_rests(node: Object) -> Object:
    """Write `unevaluatedProperties` as `additionalProperties` where no other schema speaks of the same object."""
    if not RESTS.keys() & node.keys() or {"$ref", "contains", *IN_PLACE} & node.keys():
        return node
    node = dict(with_moved_rule(node) if RESTS["unevaluatedProperties"] not in node else node)
    for word, simple in RESTS.items():
        if word in node:
            node.setdefault(simple, node.pop(word))
    return node


def with_moved_rule(node: Object) -> Object:
    """Return a schema whose rule for `unevaluatedProperties` is that of `additionalProperties`, which says it now."""
    rules = dict(node.get(RULES, {}))
    if "unevaluatedProperties" not in rules:
        return node
    rules["additionalProperties"] = rules.pop("unevaluatedProperties")
    return {**node, RULES: rules}


def _without_leftovers(node: Object) -> Object:
    """Drop examples, what is known not to be enforced, and a lone `nullable`: without a type null is legal anyway."""
    left = ("example", "examples", "nullable", *UNSUPPORTED, *NAMING)
    return {key: value for key, value in node.items() if key not in left}


def _single_type(node: Object) -> Object:
    """Write a list of one type as that type, which names and the generator know."""
    types = node.get("type")
    return {**node, "type": types[0]} if isinstance(types, list) and len(types) == 1 else node


def _nullable(node: Object) -> Object:
    if _only_nullable(node) or not ("nullable" in node or any(map(_only_nullable, node.get("allOf", ())))):
        return node  # a branch that is only `nullable` speaks for the union around it
    node = dict(node)
    null = node.pop("nullable", False)
    if "allOf" in node:
        parts = [part for part in node["allOf"] if not _only_nullable(part)]
        null = null or {"nullable": True} in node["allOf"]
        if parts:
            node["allOf"] = parts
        else:
            del node["allOf"]  # which said nothing else
    return with_null(node) if null else node


def _only_nullable(node: Json) -> bool:
    return isinstance(node, dict) and set(node) == {"nullable"}


def with_null(node: Object) -> Object:
    """Return a schema that takes null too: among its types and values, in its one union, or else beside the whole."""
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
    beside = node.get("type", ["string", "null"])  # which the union may only narrow
    types = [kind for kind in ("string", "null")[: 1 + null] if kind == beside or kind in [*beside]]
    if "string" not in types:
        return node
    outer = {key: value for key, value in node.items() if key != "anyOf"}
    return {**outer, "type": types if len(types) > 1 else "string", KNOWN: listed[0].get("enum", listed[0])}


def _is_string_enum(node: Object) -> bool:
    return node.get("type") == "string" and "enum" in node


def branches_of(node: Object) -> list[Json]:
    """Return the branches of a union; none where the schema is no union."""
    branches: list[Json] = node["oneOf"] if "oneOf" in node else node.get("anyOf", [])
    return branches


def resolve(node: Json, schemas: Object) -> Object:
    """Follow `$ref`s until a schema that is not one.

    Raises:
        SpecError: They lead in a circle.
    """
    seen = set()
    while isinstance(node, dict) and "$ref" in node:
        if node["$ref"] in seen:
            raise SpecError(f"$ref {node['$ref']!r}: refers to itself and to nothing else")
        seen.add(node["$ref"])
        node = schemas[ref_name(node["$ref"])]
    return node if isinstance(node, dict) else {}


def localised(node: Json) -> Json:
    """Point every `$ref` of a schema at `$defs`, where the effective schemas stand."""
    if not isinstance(node, dict):
        return node
    result = below(node, localised)
    for word, value in result.items():
        if word == "$ref":
            result[word] = value.replace(PREFIX, "#/$defs/")
        elif word == "discriminator":
            mapping = {tag: ref.replace(PREFIX, "#/$defs/") for tag, ref in value["mapping"].items()}
            result[word] = {**value, "mapping": mapping}
        elif word == KNOWN:
            result[word] = localised(value)
        elif word == "x-presend-limits":
            result[word] = {rule: localised(limit) for rule, limit in value.items()}
    return result
