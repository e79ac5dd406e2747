"""Split each schema into the part that a Python type expresses and the residual, which the walk checks.

datamodel-code-generator gets only what it handles well: types, limits, members, items, unions and references. It never
gets a schema that is narrower than the original. All other keywords are marked in the effective schema,
`x-presend-residual: [keyword, …]`, and the model, or the named type, checks the value with these keywords too.
Decided 2026-11-22: the marks are in the pack, so that models and marks always come from the same run.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.checking.walk import accepts
from presend.schema.compiler import Compiler
from presend.schema.marks import RESIDUAL, TYPE
from presend.schema.subschemas import kinds_of
from presend.schema.vocabulary import RESTS
from presend_codegen.passes.open_tags import is_open
from presend_codegen.passes.spoken import ANYTHING, COUNTED, WORDS, said_of, typed_below
from presend_codegen.schemas.closure import closure, ref_name, references
from presend_codegen.schemas.disjoint import kinds
from presend_codegen.schemas.normalise import localised, transform

if TYPE_CHECKING:
    from collections.abc import Collection

    from presend_codegen.source.load import Json, Object


def mark_residuals(schemas: Object) -> Object:
    """Mark in the effective schemas, at each place, the keywords that the type does not express."""
    looping = _looping(schemas)
    cut = {
        name: transform(schema, lambda node: _cut(node, looping)) if name in looping else schema
        for name, schema in schemas.items()
    }
    refusing = _refusing_null(cut)
    return {name: _marked(schema, cut, refusing) for name, schema in cut.items()}


def _looping(schemas: Object) -> set[str]:
    """Return the schemas that refer back to themselves without a class between: a type alias cannot express these."""
    aliases = {name: set(references(schema)) for name, schema in schemas.items() if not schema.get("properties")}
    reached = {name: others & aliases.keys() for name, others in aliases.items()}
    looping = set()
    for name, others in reached.items():
        waiting, seen = list(others), set(others)
        while waiting:
            new = reached[waiting.pop()] - seen
            seen |= new
            waiting += new
        if name in seen:
            looping.add(name)
    return looping


def _cut(node: Object, looping: set[str]) -> Object:
    return {**node, RESIDUAL: ["$ref"]} if "$ref" in node and ref_name(node["$ref"]) in looping else node


def _marked(node: Json, schemas: Object, refusing: Collection[str]) -> Json:
    if not isinstance(node, dict):
        return node
    if is_open(node) and not any(RESIDUAL in branch for branch in node["anyOf"]):
        return node  # the type of what the tag chooses expresses it
    marked = _counts_left(typed_below(node, lambda sub: _marked(sub, schemas, refusing)))
    _, said = said_of(marked, schemas)
    if "$ref" in node and ref_name(node["$ref"]) in refusing:
        said = ()
    elif RESTS.keys() & node.keys():
        said = ()  # only the whole object or array shows which members or items are left over
    elif node.get("additionalProperties") in (True, {}):
        said = {*said, "additionalProperties"}
    left = [word for word in WORDS if word in node and word not in said]
    if "contains" not in node:
        left = [word for word in left if word not in ("minContains", "maxContains")]
    if "if" in left:
        left += [word for word in ("then", "else") if word in node]
    # No mark inside another mark.
    unspoken = {word: node[word] for word in node if word in left or word in ("then", "else")}
    return {**marked, **unspoken, RESIDUAL: left} if left else marked


def _counts_left(node: Object) -> Object:
    """Mark the counts of maps beside null in items, values and branches: there the generator leaves the counts out."""

    def left(sub: Json) -> Json:
        if not isinstance(sub, dict) or "null" not in kinds_of(sub):
            return sub
        counts = [word for word in COUNTED if word in sub and word not in sub.get(RESIDUAL, ())]
        return {**sub, RESIDUAL: [*sub.get(RESIDUAL, ()), *counts]} if counts else sub

    singles: Object = {word: left(node[word]) for word in ("items", "additionalProperties") if word in node}
    return {**node, **singles, **{word: [*map(left, node[word])] for word in ("anyOf", "oneOf") if word in node}}


def _refusing_null(schemas: Object) -> frozenset[str]:
    """Return the schemas that refuse null although their types accept it.

    The generator writes `Name | None` for a name whose type accepts null, so the rest of the type never sees the null.
    """
    taking = [name for name, schema in schemas.items() if _type_takes_null(schema, schemas)]
    compiler = Compiler({name: localised(schema) for name, schema in closure(schemas, taking).items()})
    return frozenset(name for name in taking if not accepts(compiler.named(name), None))


def _type_takes_null(schema: Object, schemas: Object) -> bool:
    """Say whether the generator writes the type of a schema with null."""
    own, _ = said_of(schema, schemas)
    if own.get(TYPE) == ANYTHING[TYPE]:
        return "null" in kinds(schema, schemas)
    branches: list[Object] = own.get("anyOf") or own.get("oneOf") or [own]
    return any("null" in kinds(branch, schemas) for branch in branches if TYPE not in branch)
