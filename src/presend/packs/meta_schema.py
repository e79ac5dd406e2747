"""The meta-schema of JSON Schema 2020-12 as one schema that needs no other document.

Decided 2026-11-30: upstream publishes eight documents linked by `$dynamicRef`. Validators without a network, or without
that keyword, cannot follow them. Nothing is extended here, so each dynamic reference points to the whole, and the parts
of `allOf` are one object. tests/test_export.py compares it with the eight.
"""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]


def meta_schema(place: str) -> Schema:
    """Return the meta-schema, to stand at `place`, a reference such as `#/definitions/schema`."""
    one: Schema = {"$ref": place}
    many: Schema = {"type": "array", "minItems": 1, "items": one}
    named: Schema = {"type": "object", "additionalProperties": one}
    text: Schema = {"type": "string"}
    flag: Schema = {"type": "boolean"}
    number: Schema = {"type": "number"}
    count: Schema = {"type": "integer", "minimum": 0}
    reference: Schema = {"type": "string", "format": "uri-reference"}
    anchor: Schema = {"type": "string", "pattern": "^[A-Za-z_][-A-Za-z0-9._]*$"}
    texts: Schema = {"type": "array", "items": text, "uniqueItems": True}
    kind: Schema = {"enum": ["array", "boolean", "integer", "null", "number", "object", "string"]}
    kinds: Schema = {"type": "array", "items": kind, "minItems": 1, "uniqueItems": True}
    groups: tuple[tuple[str, Schema], ...] = (
        ("$id", {**reference, "pattern": "^[^#]*#?$"}),
        ("$schema", {"type": "string", "format": "uri"}),
        ("$ref $dynamicRef $recursiveRef", reference),
        ("$anchor $dynamicAnchor $recursiveAnchor", anchor),
        (
            "$vocabulary",
            {
                "type": "object",
                "propertyNames": {"type": "string", "format": "uri"},
                "additionalProperties": flag,
            },
        ),
        ("$comment title description format contentEncoding contentMediaType", text),
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
        ("type", {"anyOf": [kind, kinds]}),
        ("const default", {}),
        ("enum examples", {"type": "array"}),
        ("multipleOf", {"type": "number", "exclusiveMinimum": 0}),
        ("maximum exclusiveMaximum minimum exclusiveMinimum", number),
        ("maxLength minLength maxItems minItems maxContains minContains maxProperties minProperties", count),
        ("pattern", {"type": "string", "format": "regex"}),
        ("uniqueItems deprecated readOnly writeOnly", flag),
        ("required", texts),
        ("dependentRequired", {"type": "object", "additionalProperties": texts}),
        ("dependencies", {"type": "object", "additionalProperties": {"anyOf": [one, texts]}}),
    )
    properties = {name: schema for names, schema in groups for name in names.split()}
    return {"type": ["object", "boolean"], "properties": properties}
