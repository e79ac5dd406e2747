"""The meta-schema of JSON Schema 2020-12 as one schema that needs no other document.

Decided 2026-11-30: upstream publishes eight documents linked by `$dynamicRef`. Validators without a network, or without
that keyword, cannot follow them. Nothing is extended here, so each dynamic reference points to the whole, and the parts
of `allOf` are one object. tests/test_export.py compares it with the eight.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]
TEXT: Schema = {"type": "string"}
FLAG: Schema = {"type": "boolean"}
NUMBER: Schema = {"type": "number"}
COUNT: Schema = {"type": "integer", "minimum": 0}
REFERENCE: Schema = {"type": "string", "format": "uri-reference"}
ANCHOR: Schema = {"type": "string", "pattern": "^[A-Za-z_][-A-Za-z0-9._]*$"}
TEXTS: Schema = {"type": "array", "items": TEXT, "uniqueItems": True}
TYPE_NAME: Schema = {"enum": ["array", "boolean", "integer", "null", "number", "object", "string"]}
TYPE_NAMES: Schema = {"type": "array", "items": TYPE_NAME, "minItems": 1, "uniqueItems": True}


def meta_schema(place: str) -> Schema:
    """Return the meta-schema, to stand at `place`, a reference such as `#/definitions/schema`."""
    one: Schema = {"$ref": place}
    many: Schema = {"type": "array", "minItems": 1, "items": one}
    named: Schema = {"type": "object", "additionalProperties": one}
    groups: tuple[tuple[str, Schema], ...] = (
        ("$id", {**REFERENCE, "pattern": "^[^#]*#?$"}),
        ("$schema", {"type": "string", "format": "uri"}),
        ("$ref $dynamicRef $recursiveRef", REFERENCE),
        ("$anchor $dynamicAnchor $recursiveAnchor", ANCHOR),
        (
            "$vocabulary",
            {"type": "object", "propertyNames": {"type": "string", "format": "uri"}, "additionalProperties": FLAG},
        ),
        ("$comment title description format contentEncoding contentMediaType", TEXT),
        ("$defs definitions properties dependentSchemas", named),
        ("patternProperties", {**named, "propertyNames": {"format": "regex"}}),
        ("prefixItems allOf anyOf oneOf", many),
        (
            (
                "items contains additionalProperties propertyNames if then else not "
                "unevaluatedItems unevaluatedProperties contentSchema"
            ),
            one,
        ),
        ("type", {"anyOf": [TYPE_NAME, TYPE_NAMES]}),
        ("const default", {}),
        ("enum examples", {"type": "array"}),
        ("multipleOf", {"type": "number", "exclusiveMinimum": 0}),
        ("maximum exclusiveMaximum minimum exclusiveMinimum", NUMBER),
        ("maxLength minLength maxItems minItems maxContains minContains maxProperties minProperties", COUNT),
        ("pattern", {"type": "string", "format": "regex"}),
        ("uniqueItems deprecated readOnly writeOnly", FLAG),
        ("required", TEXTS),
        ("dependentRequired", {"type": "object", "additionalProperties": TEXTS}),
        ("dependencies", {"type": "object", "additionalProperties": {"anyOf": [one, TEXTS]}}),
    )
    properties = {name: schema for names, schema in groups for name in names.split()}
    return {"type": ["object", "boolean"], "properties": properties}
