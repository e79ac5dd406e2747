"""Merge an `allOf` of objects into one object where the meaning stays the same.

The object becomes one class with one list of members. If a part is closed, conditional or a union, it cannot be merged:
then the schema stays an `allOf` and is checked as one. This pass also splits a schema that names members without
asking for an object: it becomes a union of an object, which has a class, and all other types.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.checking.walk import accepts
from presend.problems import escaped
from presend.schema.compiler import Compiler
from presend.schema.equality import equal
from presend.schema.marks import EXPECTED, HINTS, RULES, SOURCE
from presend.schema.subschemas import rebuilt
from presend.schema.vocabulary import ENFORCED, IN_PLACE, OF_KIND, READ_WITH, deciding
from presend_codegen.passes.names import TYPED
from presend_codegen.schemas.closure import ref_name
from presend_codegen.schemas.normalise import resolve, transform, with_moved_rule

if TYPE_CHECKING:
    from presend_codegen.source.load import Json, Object

RECORD = frozenset(["type", "properties", "required", "additionalProperties", "allOf", "discriminator", EXPECTED])
SAYING = frozenset([*ENFORCED, EXPECTED, RULES, HINTS])  # keywords with an effect; the others are texts
KEPT = ("discriminator", RULES, HINTS)
COMBINED = frozenset(["$ref", "unevaluatedProperties", "unevaluatedItems", *IN_PLACE]) - {"dependentSchemas"}
VALUES = ("enum", "const")
LISTING = frozenset(["type", *VALUES])
LIMITED = frozenset(word for words in OF_KIND.values() for word in words)
BESIDE = {  # keyword → the keywords that decide what it covers
    **READ_WITH,
    "unevaluatedProperties": SAYING - {"type"},
    "unevaluatedItems": SAYING - {"type"},
}
OF_ANY = (*VALUES, "nullable")  # expectations that apply to values of every type
JSON_TYPES = ("object", "array", "string", "number", "boolean", "null")


def flatten(schemas: Object) -> Object:
    """Return the schemas with each `allOf` of open objects merged into one object."""
    return {
        name: _without_mixed_types(_flattened(schema, schema.get(SOURCE, ""), schemas))
        for name, schema in schemas.items()
    }


def _flattened(schema: Object, source: str, schemas: Object) -> Object:
    flat: Object = transform(schema, lambda node: _flat(node, node.get(SOURCE, source), schemas))
    return flat


def _flat(node: Object, source: str, schemas: Object) -> Object:
    if "allOf" not in node or "$ref" in node:
        return node
    rest = node.get("unevaluatedProperties", True)
    apart = {
        "unevaluatedProperties",
        HINTS,
        *([RULES] if node.get(RULES, {}).keys() <= {"unevaluatedProperties"} else []),
    }
    own = {word: part for word, part in node.items() if word not in apart}
    record = _record(own, source, schemas)
    if record is None or "object" not in record["type"] or not record["properties"]:
        return node
    kept = {key: value for key, value in node.items() if key not in SAYING or key in KEPT}
    flat = {"type": "object", **kept, "properties": record["properties"]}
    if record["required"]:
        flat["required"] = record["required"]
    if record["expected"]:
        flat[EXPECTED] = {"required": record["expected"]}
    if record["open"]:
        rest = True  # one of the parts covers all remaining members
    if rest is True and not record["open"]:
        return flat
    return {**with_moved_rule(flat), "additionalProperties": rest}


def _record(node: Json, source: str, schemas: Object) -> Object | None:
    """Return the members of a schema and of its parts; `None` if the schema has other keywords too."""
    if "$ref" in node and not SAYING & (node.keys() - {"$ref"}):
        name = ref_name(node["$ref"])
        return _record(schemas[name], schemas[name].get(SOURCE, ""), schemas)
    if SAYING & (node.keys() - RECORD) or node.get("type", "object") != "object":
        return None
    expected = node.get(EXPECTED, {})
    if node.get("additionalProperties", True) not in (True, {}) or not expected.keys() <= {"required"}:
        return None
    members = {
        name: sub if "$ref" in sub else {SOURCE: f"{source}/properties/{escaped(name)}", **sub}
        for name, sub in node.get("properties", {}).items()
    }
    result: Object = {
        "type": {node["type"]} if "type" in node else set(),
        "properties": members,
        "required": list(node.get("required", ())),
        "expected": list(expected.get("required", ())),
        "open": "additionalProperties" in node,
    }
    for number, part in enumerate(node.get("allOf", ())):
        below = _record(part, part.get(SOURCE, f"{source}/allOf/{number}"), schemas)
        if below is None:
            return None
        _join(result, below, schemas)
    return result


def _join(record: Object, other: Object, schemas: Object) -> None:
    """Add the members of another part; a member of both has to fit both."""
    for name, sub in other["properties"].items():
        known = record["properties"].get(name, sub)
        both = ((sub, known), (known, sub))
        narrowest = next((one for one, two in both if _says_all_of(one, two)), None)
        listed = next((values for one, two in both if (values := _listed(one, two, schemas))), None)
        texts = {word: text for word, text in sub.items() if word not in SAYING}
        record["properties"][name] = narrowest or listed or {**texts, "allOf": [known, sub]}
    for key in ("required", "expected"):
        record[key] += [name for name in other[key] if name not in record[key]]
    record["type"] |= other["type"]
    record["open"] = record["open"] or other["open"]


def _listed(one: Json, two: Json, schemas: Object) -> Object | None:
    """Return the strings that `one` lists and `two` accepts, for example the tag of a schema that extends a base."""
    other = resolve(two, schemas)
    limits = {word: other[word] for word in SAYING if word in other}
    values = [one["const"]] if "const" in one else one.get("enum", ())
    is_plain = SAYING & one.keys() <= LISTING and limits.keys() <= LISTING | {*OF_KIND["string"]}
    if not is_plain or not all(isinstance(value, str) for value in values):
        return None
    node = Compiler({}).part({"allOf": [limits, {word: one[word] for word in SAYING if word in one}]})
    fitting = [value for value in values if accepts(node, value)]
    texts = {word: text for word, text in one.items() if word not in VALUES}
    said = {"const": fitting[0]} if "const" in one and fitting else {"enum": fitting}
    return {**texts, "type": "string", **said} if fitting else None


def _says_all_of(one: Object, two: Object) -> bool:
    """Say whether all that fits `one` fits `two`: `one` has every keyword of `two`, or a narrower type."""
    own = {word: one[word] for word in SAYING if word in one}
    asked = {word: two[word] for word in SAYING if word in two}
    if "type" in own and "type" in asked and _types(own) <= _types(asked):
        del asked["type"]
    beside = {neighbour for word in asked for neighbour in BESIDE.get(word, ())}
    if any((word in own) != (word in asked) for word in beside):
        return False  # the keyword covers other members or items there
    return all(word in own and equal(own[word], limit) for word, limit in asked.items())


def _without_mixed_types(node: Json) -> Json:
    """Split a schema that allows objects with members and other types into a union, so that the objects get a class."""
    if not isinstance(node, dict):
        return node
    node = rebuilt(node, _without_mixed_types, deciding(TYPED))
    types = _types(node) or {*JSON_TYPES}
    of_objects = {word: limit for word, limit in node.items() if word in OF_KIND["object"]}
    others = [kind for kind in (*JSON_TYPES, "integer") if kind in types - {"object"}]
    if not node.get("properties") or "object" not in types or others in ([], ["null"]) or COMBINED & node.keys():
        return node
    of_others = {word: limit for word, limit in node.items() if word in LIMITED and word not in of_objects}
    outer = {word: value for word, value in node.items() if word not in (*of_objects, *of_others, "type")}
    if EXPECTED in node:
        of_any = {word: value for word, value in node[EXPECTED].items() if word in OF_ANY}
        of_objects[EXPECTED] = {word: value for word, value in node[EXPECTED].items() if word not in OF_ANY}
        outer[EXPECTED] = of_any
    return {**outer, "anyOf": [{"type": "object", **of_objects}, {"type": others, **of_others}]}


def _types(node: Object) -> set[str]:
    types = node.get("type", [])
    return {*types} if isinstance(types, list) else {types}
