"""Part each schema into what a Python type says exactly and what is left to the walk over the schema.

datamodel-code-generator is handed only what it is known to say well: types, limits, members, items, unions and
references; never a schema that is narrower than the original. All else is marked in the effective schema,
`x-presend-residual: [keyword, …]`, and the model, or the named type, holds the value against those keywords too.
Decided 2026-11-22: the marks stand in the pack, so that models and marks are always of one make.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic_core import SchemaError, SchemaValidator, core_schema

from presend.checking.walk import accepts
from presend.schema.compiler import EXACT, RESIDUAL, Compiler, residual_part
from presend.schema.keywords import equal
from presend.schema.patterns import is_common
from presend.schema.subschemas import below, rebuilt
from presend.schema.vocabulary import DECIDING, ENFORCED, OF_KIND, RESTS, deciding
from presend_codegen.passes.names import TYPED
from presend_codegen.passes.open_tags import is_open
from presend_codegen.schemas.closure import ref_name, references
from presend_codegen.schemas.disjoint import are_exclusive, kinds
from presend_codegen.schemas.normalise import NULL, localised, transform

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from presend_codegen.source.load import Json, Object

TYPE = "x-presend-type"  # what the generator is told to import, by no word of the spec
ANYTHING: Object = {TYPE: "presend.model.JsonValue"}
LARGEST = 2**63 - 1  # of the integers that every engine has
BARE: dict[str, Object] = {  # what takes any value of a kind
    "object": {TYPE: "presend.model.JsonObject"},
    "array": {"type": "array", "items": ANYTHING},
}
WORDS = tuple(word for word in ENFORCED if word not in ("nullable", "discriminator", "then", "else"))
LIMITED = frozenset(word for words in OF_KIND.values() for word in words)
PYTHON = {"string": str, "integer": int, "number": int, "boolean": bool}
COUNTED = ("minProperties", "maxProperties")
IN_KEYS = ("type", "minLength", "maxLength", "pattern")  # what the type of a map's keys says


def mark_residuals(schemas: Object) -> Object:
    """Return the effective schemas with the keywords marked, at each place, that its type will not say."""
    looping = _looping(schemas)
    cut = {
        name: transform(schema, lambda node: _cut(node, looping)) if name in looping else schema
        for name, schema in schemas.items()
    }
    refusing = _refusing_null(cut)
    return {name: _marked(schema, cut, refusing) for name, schema in cut.items()}


def _looping(schemas: Object) -> set[str]:
    """Return the schemas that come back to themselves by way of none that is a class: no type alias can say that."""
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
        return node  # what its tag chooses has a type that says it
    marked = _counts_left(_typed_below(node, lambda sub: _marked(sub, schemas, refusing)))
    _, said = _spoken(marked, schemas)
    if "$ref" in node and ref_name(node["$ref"]) in refusing:
        said = ()
    elif RESTS.keys() & node.keys():
        said = ()  # which of its members or items are left can be seen from the whole alone
    elif node.get("additionalProperties") in (True, {}):
        said = {*said, "additionalProperties"}
    left = [word for word in WORDS if word in node and word not in said]
    if "contains" not in node:
        left = [word for word in left if word not in ("minContains", "maxContains")]
    if "if" in left:
        left += [word for word in ("then", "else") if word in node]
    unspoken = {word: node[word] for word in node if word in left or word in ("then", "else")}  # no mark within a mark
    return {**marked, **unspoken, RESIDUAL: left} if left else marked


def _counts_left(node: Object) -> Object:
    """Mark the counts of maps beside null that are items, values or branches: there the generator leaves them out."""

    def left(sub: Json) -> Json:
        if not isinstance(sub, dict) or "null" not in _types(sub):
            return sub
        counts = [word for word in COUNTED if word in sub and word not in sub.get(RESIDUAL, ())]
        return {**sub, RESIDUAL: [*sub.get(RESIDUAL, ()), *counts]} if counts else sub

    singles: Object = {word: left(node[word]) for word in ("items", "additionalProperties") if word in node}
    return {**node, **singles, **{word: [*map(left, node[word])] for word in ("anyOf", "oneOf") if word in node}}


def spoken(node: Json, schemas: Object) -> Json:
    """Return what of a marked schema a type is made from; it takes all that the schema takes."""
    own, _ = _spoken(node, schemas)
    return _typed_below(own, lambda sub: spoken(sub, schemas) if isinstance(sub, dict) else sub)


def _typed_below(node: Object, change: Callable[[Json], Json]) -> Object:
    """Return a schema with those of its direct subschemas changed that types can be made from."""
    return rebuilt(node, change, deciding((*TYPED, "allOf")))


def _spoken(node: Object, schemas: Object) -> tuple[Object, Collection[str]]:
    """Return what of a schema, but not below it, a type is made from, and the keywords that it says exactly."""
    texts = {word: value for word, value in node.items() if word not in ENFORCED}
    types = _types(node)
    if TYPE in node or node.get("format") == "binary":
        return node, WORDS
    if "$ref" in node:
        is_cut = "$ref" in node.get(RESIDUAL, ())
        if is_cut:
            return {**texts, **ANYTHING}, ()
        return {**texts, "$ref": node["$ref"]}, ("$ref",)
    union = next((word for word in ("oneOf", "anyOf") if word in node), "")
    if (
        union
        and not node.get("properties")
        and (not types or kinds(node | {"type": types}, schemas) == kinds({union: node[union]}, schemas))
    ):
        return _spoken_union(node, union, texts, schemas)
    if "allOf" in node and not node.get("properties"):
        return _spoken_parts(node, texts, schemas)
    if not types:
        values = _values(node) or []
        of = next((kind for kind in ("string", "integer") if _all_are(kind, values)), "")
        if not of:
            return {**texts, **ANYTHING}, ()
        types = [of, "null"] if None in values else [of]
    return _spoken_types({**node, "type": types}, types, texts)


def _refusing_null(schemas: Object) -> frozenset[str]:
    """Return the schemas whose types take null while they themselves, by all that they say, do not.

    The generator writes `Name | None` for a name whose type takes null, and so null never gets to the rest.
    """
    taking = [name for name, schema in schemas.items() if _type_takes_null(schema, schemas)]
    compiler = Compiler({name: localised(schema) for name, schema in schemas.items()}) if taking else None
    return frozenset(name for name in taking if compiler and not accepts(compiler.named(name), None))


def _type_takes_null(schema: Object, schemas: Object) -> bool:
    """Say whether the type that a schema has is one that the generator writes with null."""
    own, _ = _spoken(schema, schemas)
    if own.get(TYPE) == ANYTHING[TYPE]:
        return "null" in kinds(schema, schemas)
    branches: list[Object] = own.get("anyOf") or own.get("oneOf") or [own]
    return any("null" in kinds(branch, schemas) for branch in branches if TYPE not in branch)


def _types(node: Object) -> list[str]:
    types = node.get("type", [])
    return list(types) if isinstance(types, list) else [types]


def _values(node: Object) -> list[Any] | None:
    listed: list[Any] | None = node.get("enum")
    if "const" not in node:
        return listed
    return [node["const"]] if listed is None or any(equal(node["const"], value) for value in listed) else []


def _all_are(kind: str, values: list[Any]) -> bool:
    given = [value for value in values if value is not None]
    return bool(given) and all(type(value) is PYTHON[kind] for value in given)


def _spoken_union(node: Object, union: str, texts: Object, schemas: Object) -> tuple[Object, Collection[str]]:
    """Return a union of types; exact where each branch is, and where no value can fit two branches of a `oneOf`."""
    branches = node[union]
    exact = all(residual_part(branch) is True for branch in branches)
    if union == "oneOf" and not are_exclusive(branches, schemas):
        exact = False
    if kinds({union: branches}, schemas) <= {"null"}:  # of which the generator would leave nothing
        return {**texts, **NULL}, ("type", union) if exact else ("type",)
    tag = {"discriminator": node["discriminator"]} if "discriminator" in node else {}
    return {**texts, union: branches, **tag}, ("type", union) if exact else ("type",)


def _spoken_parts(node: Object, texts: Object, schemas: Object) -> tuple[Object, Collection[str]]:
    """Return the first part of an `allOf` that has a type; exact where no other part says anything."""
    parts = [part for part in node["allOf"] if set(WORDS) & part.keys()]
    typed = next((part for part in parts if "$ref" in part), parts[0] if parts else {})
    own = _spoken(typed, schemas)[0]
    if _holds_class(own):  # one without a name; `flatten` has seen to those that can have one
        own = ANYTHING
    is_all = len(parts) == 1 and residual_part(typed) is True and own is not ANYTHING
    of_types = ("type",) if own is not ANYTHING and _is_of_types(typed, _types(node), schemas) else ()
    return {**texts, **own}, (*of_types, "allOf") if is_all else of_types


def _holds_class(node: Json) -> bool:
    """Say whether a type would be, or hold, a class that is written out."""
    if not isinstance(node, dict):
        return False
    return bool(node.get("properties")) or any(_holds_class(sub) for _, sub in below(node, DECIDING))


def _is_of_types(schema: Object, types: list[str], schemas: Object) -> bool:
    """Say whether values of a schema are of the types anyway; a number may be no integer."""
    return not types or ("integer" not in types and kinds(schema, schemas) <= set(types))


def _spoken_types(node: Object, types: list[str], texts: Object) -> tuple[Object, Collection[str]]:
    """Return a union of the types; exact in what it says exactly of each."""
    kinds_said = [kind for kind in types if kind != "null" and not (kind == "integer" and "number" in types)]
    said: set[str]
    values = _values(node)
    nullable = "null" in types and (values is None or None in values)
    alone = len(kinds_said) == 1  # a class beside other types has no name
    forms = [form for kind in kinds_said if (form := _spoken_kind(kind, node, is_class=alone)) is not None]
    if not forms:
        exact = nullable and values is None
        said = {"type", *LIMITED} if exact else {"type"} if "null" in types else set()
        return {**texts, **(NULL if "null" in types else ANYTHING)}, said
    said = set.intersection(*(said for _, said in forms))
    if not alone:  # counts of a map beside others: the generator leaves them out
        said -= {word for word in COUNTED if word in node}
    if len(forms) == 1 and TYPE not in forms[0][0]:
        own, _ = forms[0]
        if nullable:
            own = {**own, "type": [own["type"], "null"]}
            own |= {"enum": [*own["enum"], None]} if "enum" in own else {}
        return {**texts, **own}, said
    branches = [own for own, _ in forms] + ([dict(NULL)] if nullable else [])
    return {**texts, **(branches[0] if len(branches) == 1 else {"anyOf": branches})}, said


def _spoken_kind(kind: str, node: Object, *, is_class: bool) -> tuple[Object, set[str]] | None:
    """Return what a type says of one of the kinds of a schema, and which keywords exactly; `None`: no value fits."""
    own = dict(BARE.get(kind, {"type": kind}))
    said = {"type", *LIMITED} - {*OF_KIND[kind]}
    values = _values(node)
    if values is not None:
        fitting = [value for value in values if kind in PYTHON and _fits(kind, value)]
        if not fitting and not any(isinstance(value, float | list | dict) for value in values):
            return None
        if fitting and not any(isinstance(value, float) or _is_beyond(value) for value in values):
            own |= {"const": fitting[0]} if "const" in node else {"enum": fitting}
            return own, said | {"enum", "const"}
        return own, said
    if kind == "object":
        return _spoken_object(node, said) if is_class or not node.get("properties") else (own, said)
    for word in OF_KIND[kind]:
        if word in node and SAYABLE.get(word, _never)(node, node[word]):
            own[word] = node[word]
            said.add(word)
    return own, said


def _is_beyond(value: object) -> bool:
    return isinstance(value, int) and abs(value) > LARGEST


def _fits(kind: str, value: object) -> bool:
    return type(value) is PYTHON[kind]


def _spoken_object(node: Object, said: set[str]) -> tuple[Object, set[str]]:
    """Return a class with members, a map, or any object."""
    own: Object = {"type": "object"}
    additional = node.get("additionalProperties", True)
    is_open = additional in (True, {})
    if node.get("properties"):
        declared = [name for name in node.get("required", ()) if name in node["properties"]]
        own |= {"properties": node["properties"]} | ({"required": declared} if declared else {})
        said.add("properties")
        if len(declared) == len(node.get("required", ())):
            said.add("required")
        if is_open or (additional is False and "patternProperties" not in node):
            own |= {"additionalProperties": additional} if "additionalProperties" in node else {}
            said.add("additionalProperties")
        return own, said
    if not isinstance(additional, dict) or is_open or "patternProperties" in node:
        return dict(BARE["object"]), said | ({"additionalProperties"} if is_open else set()) | {"properties"}
    own["additionalProperties"] = additional
    said.add("additionalProperties")
    for word in ("propertyNames", "minProperties", "maxProperties"):
        if word in node and SAYABLE[word](node, node[word]):
            own[word] = node[word]
            said.add(word)
    return own, said


def _never(_: Object, __: Json) -> bool:
    return False


def _is_count(_: Object, limit: Json) -> bool:
    return type(limit) is int and limit <= EXACT


def _is_bound(node: Object, limit: Json) -> bool:
    """Say whether pydantic keeps a bound: that of a number has to be the same as an integer and as a float."""
    if "number" in _types(node):
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
    """Say whether the names of a map's members are limited as strings are."""
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
