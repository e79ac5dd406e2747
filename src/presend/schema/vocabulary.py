"""The keywords that a schema may hold, and what becomes of them: enforced, kept as text, or refused."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"
ENFORCED = (
    "$ref type enum const properties required additionalProperties patternProperties propertyNames dependentRequired "
    "dependentSchemas items prefixItems contains minContains maxContains uniqueItems anyOf oneOf allOf not if then "
    "else minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems maxItems "
    "minProperties maxProperties unevaluatedItems unevaluatedProperties nullable discriminator"
).split()
ANNOTATIONS = (
    "title description default example examples format deprecated readOnly writeOnly externalDocs xml "
    "contentEncoding contentMediaType contentSchema"
).split()
NAMING = ("$anchor", "$dynamicAnchor", "$defs", "$comment")  # say nothing unless a reference goes there
UNSUPPORTED = "$dynamicRef $recursiveRef $recursiveAnchor $id $schema $vocabulary".split()
KEYWORDS = frozenset([*ENFORCED, *ANNOTATIONS, *NAMING])
OPENAPI_ONLY = ("nullable", "discriminator", "example", "externalDocs", "xml")  # no part of JSON Schema's meta-schema
OF_KIND = {  # JSON type → the keywords that say something of its values alone
    "string": ("minLength", "maxLength", "pattern"),
    "integer": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "number": ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"),
    "array": ("items", "prefixItems", "minItems", "maxItems", "contains", "minContains", "maxContains", "uniqueItems",
              "unevaluatedItems"),
    "object": (
        "properties", "required", "additionalProperties", "patternProperties", "propertyNames", "minProperties",
        "maxProperties", "dependentRequired", "dependentSchemas", "unevaluatedProperties",
    ),
    "boolean": (),
    "null": (),
}  # fmt: skip
IN_PLACE = ("allOf", "anyOf", "oneOf", "not", "if", "then", "else", "dependentSchemas")  # speak of the same value
MEMBERS = tuple(  # speak of a value inside
    "properties patternProperties additionalProperties unevaluatedProperties items prefixItems unevaluatedItems".split()
)
PARTS = ("allOf", "anyOf", "oneOf", "then", "else", "dependentSchemas")  # speak of the same value
READ_WITH = {  # keyword → those without which it means something else
    "additionalProperties": ("properties", "patternProperties"),
    "items": ("prefixItems",),
    "if": ("then", "else"),
    "contains": ("minContains", "maxContains"),
}
REFUSING_NULL = frozenset(["allOf", "anyOf", "const", "enum", "if", "not", "oneOf"])  # though the type takes it
ENCODING = "x-presend-encoding"  # how a form writes the members of a schema
