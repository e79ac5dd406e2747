"""Functions and response formats: their names, their schemas, strict mode."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from presend.problems import Finding
from presend.rule import Rule, rule, said
from presend.structured.places import BAD_FORMAT, Place, carried
from presend.structured.requirements import REQUIREMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = said("FunctionObject/properties/name")
FORMAT_NAME = said("ResponseFormatJsonSchema/properties/json_schema/properties/name")
SUBSET_AS_OF = "2025-05"  # the guide to Structured Outputs, which says what strict mode supports
CHARACTERS = "Use only ASCII letters, digits, '_' and '-', at least one."

function_name_has_plain_characters = Rule(
    "function.name.charset",
    "error",
    "prose",
    "A function's name has only ASCII letters, digits, underscores and dashes, and at least one.",
    CHARACTERS,
    NAME,
    ("FunctionObject",),
)
function_name_has_at_most_64_characters = Rule(
    "function.name.max-length",
    "error",
    "prose",
    "A function's name has at most 64 characters.",
    "Shorten the name.",
    NAME,
    ("FunctionObject",),
)
format_name_has_plain_characters = Rule(
    "response-format.json-schema.name.charset",
    "error",
    "prose",
    "The name of a response format has only ASCII letters, digits, underscores and dashes, and at least one.",
    CHARACTERS,
    FORMAT_NAME,
    ("ResponseFormatJsonSchemaJsonSchema",),
)
format_name_has_at_most_64_characters = Rule(
    "response-format.json-schema.name.max-length",
    "error",
    "prose",
    "The name of a response format has at most 64 characters.",
    "Shorten the name.",
    FORMAT_NAME,
    ("ResponseFormatJsonSchemaJsonSchema",),
)


STRICT_FUNCTION = said("FunctionObject/properties/strict")
STRICT_FORMAT = said("ResponseFormatJsonSchema/properties/json_schema/properties/strict")
FORMAT = "ResponseFormatJsonSchemaJsonSchema"
IS_JSON_SCHEMA = "Fix the member that the message names."
CLOSE = "Set additionalProperties to false and list every property in required; an optional one may be null instead."
SUPPORTED = "Say it in a description, or leave strict out."

strict_parameters_stay_in_the_subset = Rule(
    "function.strict.schema-subset",
    "error",
    "prose",
    "With strict, every object in the parameters is closed and requires all of its properties.",
    CLOSE,
    STRICT_FUNCTION,
    ("FunctionObject",),
)
strict_parameters_use_what_is_supported = Rule(
    "function.strict.unsupported",
    "warning",
    "prose",
    "With strict, the parameters use only what strict mode supports.",
    SUPPORTED,
    STRICT_FUNCTION,
    ("FunctionObject",),
    as_of=SUBSET_AS_OF,
)
strict_format_schema_stays_in_the_subset = Rule(
    "response-format.json-schema.strict.schema-subset",
    "error",
    "prose",
    "With strict, every object in the schema is closed and requires all of its properties.",
    CLOSE,
    STRICT_FORMAT,
    (FORMAT,),
)
strict_format_schema_uses_what_is_supported = Rule(
    "response-format.json-schema.strict.unsupported",
    "warning",
    "prose",
    "With strict, the schema uses only what strict mode supports.",
    SUPPORTED,
    STRICT_FORMAT,
    (FORMAT,),
    as_of=SUBSET_AS_OF,
)
strict_schemas = tuple(dataclasses.replace(one, at=("FunctionObject", FORMAT)) for one in REQUIREMENTS.values())


@rule(
    "function.parameters.is-json-schema",
    "error",
    "prose",
    "A function's parameters are a JSON Schema: they fit the meta-schema of $schema, or of draft 2020-12.",
    IS_JSON_SCHEMA,
    at="FunctionObject",
    sources=said("FunctionParameters"),
)
def function_parameters_are_a_json_schema(function: Any) -> Iterator[Finding]:
    """Report every fault of a function's schema under its rule."""
    schema, is_strict = function.get("parameters"), function.get("strict") is True
    yield from carried(schema, ("parameters",), IN_FUNCTIONS, strict=is_strict)


@rule(
    "response-format.json-schema.schema.is-json-schema",
    "error",
    "prose",
    "The schema of a response format is a JSON Schema: it fits the meta-schema of $schema, or of draft 2020-12.",
    IS_JSON_SCHEMA,
    at=FORMAT,
    sources=said("ResponseFormatJsonSchemaSchema"),
)
def format_schema_is_a_json_schema(json_schema: Any) -> Iterator[Finding]:
    """Report every fault of a format's schema under its rule."""
    schema, is_strict = json_schema.get("schema"), json_schema.get("strict") is True
    yield from carried(schema, ("schema",), IN_FORMATS, strict=is_strict)


IN_FUNCTIONS = Place(
    {
        **REQUIREMENTS,
        "json-schema": function_parameters_are_a_json_schema,
        "closed": strict_parameters_stay_in_the_subset,
        "required": strict_parameters_stay_in_the_subset,
        "unsupported": strict_parameters_use_what_is_supported,
    }
)
IN_FORMATS = Place(
    {
        **REQUIREMENTS,
        "json-schema": format_schema_is_a_json_schema,
        "closed": strict_format_schema_stays_in_the_subset,
        "required": strict_format_schema_stays_in_the_subset,
        "unsupported": strict_format_schema_uses_what_is_supported,
    },
    is_function=False,
    code=BAD_FORMAT,
)


@rule(
    "function.parameters.omit-for-none",
    "note",
    "prose",
    "A function without arguments has no parameters.",
    "Leave parameters out.",
    at="FunctionObject.parameters",
    sources=said("FunctionParameters"),
)
def parameters_are_left_out_for_no_arguments(parameters: Any) -> Iterator[Finding]:
    if isinstance(parameters, dict) and not set(parameters) - {"type"} and parameters.get("type", "object") == "object":
        yield Finding("Consider leaving {param} out: it describes a function without arguments.", "")


@rule(
    "observed.function.description.max-length",
    "error",
    "observed",
    "A function's description has at most 1,024 characters (nanbingxyz/5ire#33).",
    "Shorten the description.",
    at="FunctionObject.description",
    opt_in=True,
    as_of="2026-08-21",
)
def function_description_has_at_most_1024_characters(description: Any) -> Iterator[Finding]:
    longest = 1024  # code points
    if isinstance(description, str) and len(description) > longest:
        sentence = f"Expected a string with maximum length {longest}, but got a string with length {len(description)}."
        yield Finding(f"Invalid {{param}}: string too long. {sentence}", "string_above_max_length")


@rule(
    "observed.function.parameters.needs-properties",
    "error",
    "observed",
    "Parameters of the type object list their properties (langchain-mcp-adapters#137).",
    "Add 'properties', an empty object for none, or leave parameters out.",
    at="FunctionObject.parameters",
    opt_in=True,
    as_of="2026-08-21",
)
def object_parameters_have_properties(parameters: Any) -> Iterator[Finding]:
    if isinstance(parameters, dict) and parameters.get("type") == "object" and "properties" not in parameters:
        code = "invalid_function_parameters"
        yield Finding("Invalid {param}: object schema missing properties.", code)
