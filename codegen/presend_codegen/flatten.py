"""Write `allOf` of objects as one object where that means the same: one class, one list of members, no unknown ones.

What cannot be written so (a closed part, a part with conditions, a part that is a union) stays an `allOf`, and is
checked as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend_codegen.closure import ref_name
from presend_codegen.disjoint import kinds
from presend_codegen.names import SOURCE
from presend_codegen.normalise import EXPECTED, transform
from presend_codegen.vocabulary import ANNOTATIONS, ENFORCED

if TYPE_CHECKING:
    from presend_codegen.load import Json, Object

RECORD = frozenset(["type", "properties", "required", "additionalProperties", "allOf", SOURCE, EXPECTED, *ANNOTATIONS])
ASSERTING = frozenset(ENFORCED) - {"type", "discriminator"}


def flatten(schemas: Object) -> Object:
    """Return the schemas with each `allOf` of open objects as one object."""
    return {name: _flattened(schema, schema.get(SOURCE, ""), schemas) for name, schema in schemas.items()}


def _flattened(schema: Object, source: str, schemas: Object) -> Object:
    flat: Object = transform(schema, lambda node: _flat(node, node.get(SOURCE, source), schemas))
    return flat


def _flat(node: Object, source: str, schemas: Object) -> Object:
    if "allOf" not in node or "$ref" in node:
        return node
    rest = node.get("unevaluatedProperties", True)
    record = _record({word: part for word, part in node.items() if word != "unevaluatedProperties"}, source, schemas)
    if record is None or "object" not in record["type"] or not record["properties"]:
        return node
    kept = {key: value for key, value in node.items() if key in (SOURCE, *ANNOTATIONS)}
    flat = {"type": "object", **kept, "properties": record["properties"]}
    if record["required"]:
        flat["required"] = record["required"]
    if record["expected"]:
        flat[EXPECTED] = {"required": record["expected"]}
    if record["open"]:
        rest = True  # a part has taken all that is left
    return flat if rest is True and not record["open"] else {**flat, "additionalProperties": rest}


def _record(node: Json, source: str, schemas: Object) -> Object | None:
    """Return the members of a schema, those of its parts included; `None` where it says more than members."""
    if isinstance(node, dict) and "$ref" in node and not ASSERTING & node.keys() - {"$ref"}:
        name = ref_name(node["$ref"])
        return _record(schemas[name], schemas[name].get(SOURCE, ""), schemas)
    if not node.keys() <= RECORD or node.get("type", "object") != "object":
        return None
    expected = node.get(EXPECTED, {})
    if node.get("additionalProperties", True) not in (True, {}) or not expected.keys() <= {"required"}:
        return None
    members = {
        name: sub if "$ref" in sub else {SOURCE: f"{source}/properties/{name}", **sub}
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
        if below is None or not _join(result, below, schemas):
            return None
    return result


def _join(record: Object, other: Object, schemas: Object) -> bool:
    """Add the members of another part; say whether that could be done."""
    for name, sub in other["properties"].items():
        known = record["properties"].get(name, sub)
        narrowest = next((one for one, two in ((sub, known), (known, sub)) if _says_all_of(one, two, schemas)), None)
        if narrowest is None:
            return False
        record["properties"][name] = narrowest
    for key in ("required", "expected"):
        record[key] += [name for name in other[key] if name not in record[key]]
    record["type"] |= other["type"]
    record["open"] = record["open"] or other["open"]
    return True


def _says_all_of(one: Object, two: Object, schemas: Object) -> bool:
    """Say whether what fits `one` fits `two`: they are the same, or `two` is only a type that `one` has too."""
    own = {word: one[word] for word in ENFORCED if word in one}
    if own == {word: two[word] for word in ENFORCED if word in two}:
        return True
    return not ASSERTING & two.keys() and two.get("type") != "integer" and kinds(one, schemas) <= kinds(two, schemas)
