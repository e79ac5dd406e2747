"""Decide which part of a schema becomes a Python type, and which keywords this type expresses exactly.

datamodel-code-generator gets only what it handles well: types, limits, members, items, unions and references. It never
gets a schema that is narrower than the original.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.schema.equality import equal
from presend.schema.marks import RESIDUAL, TYPE
from presend.schema.residual import residual_part
from presend.schema.subschemas import below, kinds_of, rebuilt
from presend.schema.vocabulary import DECIDING, ENFORCED, OF_KIND, deciding
from presend_codegen.passes.names import TYPED
from presend_codegen.passes.sayable import LARGEST, SAYABLE
from presend_codegen.schemas.disjoint import are_exclusive, kinds
from presend_codegen.schemas.normalise import NULL

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from presend_codegen.source.load import Json, Object


ANYTHING: Object = {TYPE: "presend.model.JsonValue"}
BARE: dict[str, Object] = {  # accepts any value of a kind
    "object": {TYPE: "presend.model.JsonObject"},
    "array": {"type": "array", "items": ANYTHING},
}
WORDS = tuple(word for word in ENFORCED if word not in ("nullable", "discriminator", "then", "else"))
LIMITED = frozenset(word for words in OF_KIND.values() for word in words)
PYTHON = {"string": str, "integer": int, "number": int, "boolean": bool}
COUNTED = ("minProperties", "maxProperties")


def spoken(node: Json, schemas: Object) -> Json:
    """Return the part of a marked schema that its type is made from; it accepts all that the schema accepts."""
    own, _ = said_of(node, schemas)
    return typed_below(own, lambda sub: spoken(sub, schemas) if isinstance(sub, dict) else sub)


def typed_below(node: Object, change: Callable[[Json], Json]) -> Object:
    """Apply `change` to those direct subschemas that types can be made from."""
    return rebuilt(node, change, deciding((*TYPED, "allOf")))


def said_of(node: Object, schemas: Object) -> tuple[Object, Collection[str]]:
    """Return the part of a schema, without its subschemas, for its type, and the keywords that it expresses exactly."""
    texts = {word: value for word, value in node.items() if word not in ENFORCED}
    types = [*kinds_of(node)]
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


def _values(node: Object) -> list[Any] | None:
    listed: list[Any] | None = node.get("enum")
    if "const" not in node:
        return listed
    return [node["const"]] if listed is None or any(equal(node["const"], value) for value in listed) else []


def _all_are(kind: str, values: list[Any]) -> bool:
    given = [value for value in values if value is not None]
    return bool(given) and all(type(value) is PYTHON[kind] for value in given)


def _spoken_union(node: Object, union: str, texts: Object, schemas: Object) -> tuple[Object, Collection[str]]:
    """Return a union of types. It is exact if each branch is, and if the branches of a `oneOf` are disjoint."""
    branches = node[union]
    exact = all(residual_part(branch) is True for branch in branches)
    if union == "oneOf" and not are_exclusive(branches, schemas):
        exact = False
    if kinds({union: branches}, schemas) <= {"null"}:  # the generator would drop such a union
        return {**texts, **NULL}, ("type", union) if exact else ("type",)
    tag = {"discriminator": node["discriminator"]} if "discriminator" in node else {}
    return {**texts, union: branches, **tag}, ("type", union) if exact else ("type",)


def _spoken_parts(node: Object, texts: Object, schemas: Object) -> tuple[Object, Collection[str]]:
    """Return the first part of an `allOf` that has a type. It is exact if the other parts have no constraint."""
    parts = [part for part in node["allOf"] if set(WORDS) & part.keys()]
    typed = next((part for part in parts if "$ref" in part), parts[0] if parts else {})
    own = said_of(typed, schemas)[0]
    if _holds_class(own):  # a class without a name; `flatten` has handled those that can have one
        own = ANYTHING
    is_all = len(parts) == 1 and residual_part(typed) is True and own is not ANYTHING
    of_types = ("type",) if own is not ANYTHING and _is_of_types(typed, [*kinds_of(node)], schemas) else ()
    return {**texts, **own}, (*of_types, "allOf") if is_all else of_types


def _holds_class(node: Json) -> bool:
    """Say whether a type would be, or contain, an inline class."""
    if not isinstance(node, dict):
        return False
    return bool(node.get("properties")) or any(_holds_class(sub) for _, sub in below(node, DECIDING))


def _is_of_types(schema: Object, types: list[str], schemas: Object) -> bool:
    """Say whether the schema already limits its values to these types; a number need not be an integer."""
    return not types or ("integer" not in types and kinds(schema, schemas) <= set(types))


def _spoken_types(node: Object, types: list[str], texts: Object) -> tuple[Object, Collection[str]]:
    """Return a union of the types. It is exact for the keywords that each type expresses exactly."""
    kinds_said = [kind for kind in types if kind != "null" and not (kind == "integer" and "number" in types)]
    said: set[str]
    values = _values(node)
    nullable = "null" in types and (values is None or None in values)
    alone = len(kinds_said) == 1  # a class beside other types would have no name
    forms = [form for kind in kinds_said if (form := _spoken_kind(kind, node, is_class=alone)) is not None]
    if not forms:
        exact = nullable and values is None
        said = {"type", *LIMITED} if exact else {"type"} if "null" in types else set()
        return {**texts, **(NULL if "null" in types else ANYTHING)}, said
    said = set.intersection(*(said for _, said in forms))
    if not alone:  # the generator leaves out the counts of a map beside other types
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
    """Return the type for one kind of values, and the keywords that it expresses exactly; `None` if no value fits."""
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
        if word in node and word in SAYABLE and SAYABLE[word](node, node[word]):
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
