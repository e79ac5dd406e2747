"""Functions and response formats, of chat completions and of responses: their schemas, and what strict mode refuses.

The rules of the fragment are applied at today's places; the others rest on answers of the API. A function's schema
stands in `parameters`; a format's in `schema`, beside `strict` (responses) or below `json_schema` (chat completions).
The API names the whole schema as `param`, and so do these; the pointer is that of the fault.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from presend.openai.rules import tools
from presend.openai.rules.schemas import schema_faults, strict_doubts, strict_faults
from presend.openai.today.rules.schema_shapes import (
    array_faults,
    format_faults,
    found,
    root_faults,
    strict_node_faults,
    strict_reference_faults,
)
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from presend.problems import Path

AS_OF = "2026-08-21"
CHAT_FUNCTIONS = ("FunctionObject", "ChatCompletionFunctions")
FUNCTIONS = (*CHAT_FUNCTIONS, "FunctionTool", "FunctionToolParam")
STRICT_FUNCTIONS = ("FunctionObject", "FunctionTool", "FunctionToolParam")
PARAMETERS = tuple(f"{name}.parameters" for name in FUNCTIONS)
FORMATS = ("ResponseFormatJsonSchema", "TextResponseFormatJsonSchema")
BAD_PARAMETERS, BAD_FORMAT = "invalid_function_parameters", "invalid_json_schema"
CLOSE = "Set additionalProperties to false and list every property in required; an optional one may be null instead."
STRICT = said("FunctionObject/properties/strict/anyOf/0")
STRICT_FORMAT = said("ResponseFormatJsonSchema/properties/json_schema/properties/strict/anyOf/0")
NEVER_IN_STRICT = frozenset(("oneOf", "propertyNames"))  # errors here, which are warnings of `strict_doubts`

function_name_has_plain_characters = dataclasses.replace(tools.function_name_has_plain_characters, at=CHAT_FUNCTIONS)
function_name_has_at_most_64_characters = dataclasses.replace(
    tools.function_name_has_at_most_64_characters, at=CHAT_FUNCTIONS
)
format_name_has_plain_characters = tools.format_name_has_plain_characters
format_name_has_at_most_64_characters = tools.format_name_has_at_most_64_characters
parameters_are_left_out_for_no_arguments = dataclasses.replace(
    tools.parameters_are_left_out_for_no_arguments, at=tuple(f"{name}.parameters" for name in CHAT_FUNCTIONS)
)
function_description_has_at_most_1024_characters = dataclasses.replace(
    tools.function_description_has_at_most_1024_characters, at=tuple(f"{name}.description" for name in CHAT_FUNCTIONS)
)


def _named(findings: Iterable[Finding], at: Path, named: Path) -> Iterator[Finding]:
    for finding in findings:
        yield finding._replace(member=(*at, *finding.member), named=named)


def _format(value: dict[str, Any]) -> tuple[dict[str, Any], Path, Path]:
    """Return the object with the schema of a format, the path to it, and what the API names."""
    inner = value.get("json_schema")
    return (inner, ("json_schema",), ()) if isinstance(inner, dict) else (value, (), ("schema",))


def _strict_schema(value: Any) -> tuple[Any, Path, Path]:
    holder, at, named = _format(value)
    return (holder.get("schema") if holder.get("strict") is True else None), at, named


def _without_errors(findings: Iterable[Finding]) -> Iterator[Finding]:
    return (finding for finding in findings if finding.member and finding.member[-1] not in NEVER_IN_STRICT)


@rule(
    "function.parameters.is-json-schema",
    "error",
    "prose",
    "A function's parameters are a JSON Schema: they fit the meta-schema of $schema, or of draft 2020-12.",
    "Mend the member that the message names.",
    at=tuple(f"{name}.parameters" for name in CHAT_FUNCTIONS),
    sources=said("FunctionParameters"),
)
def parameters_are_a_json_schema(parameters: Any) -> Iterator[Finding]:
    yield from _named(schema_faults(parameters, BAD_PARAMETERS), (), ())


@rule(
    "observed.function.parameters.root",
    "error",
    "observed",
    "The schema of a function's parameters has the type object and its properties, and no oneOf, anyOf, "
    "allOf, enum or not "
    "at the top (PrefectHQ/fastmcp#2464, nspady/google-calendar-mcp#39, spring-projects/spring-ai#4776).",
    "Send {'type': 'object', 'properties': {…}}, or leave parameters out.",
    at=PARAMETERS,
    as_of=AS_OF,
)
def parameters_describe_an_object(parameters: Any) -> Iterator[Finding]:
    if isinstance(parameters, dict):
        for step, text in root_faults(parameters):
            yield Finding(text, BAD_PARAMETERS, step, named=())


@rule(
    "observed.function.parameters.array-items",
    "error",
    "observed",
    "In a function's parameters each schema of the type array has items (sigoden/aichat#1049, fastmcp#2464).",
    "Add items; {} stands for anything where strict is off.",
    at=PARAMETERS,
    as_of=AS_OF,
)
def arrays_of_parameters_have_items(parameters: Any) -> Iterator[Finding]:
    yield from found(parameters, (array_faults,), (), BAD_PARAMETERS, ())


@rule(
    "function.strict.schema-subset",
    "error",
    "prose",
    "With strict, every object in the parameters is closed and requires all of its properties.",
    CLOSE,
    at="FunctionObject",
    sources=STRICT,
)
def strict_parameters_stay_in_the_subset(function: Any) -> Iterator[Finding]:
    if function.get("strict") is True:
        faults = strict_faults(function.get("parameters"), "parameters", BAD_PARAMETERS)
        yield from _named(faults, (), ("parameters",))


@rule(
    "observed.function.strict.refused",
    "error",
    "observed",
    "With strict, every schema in the parameters has a type; there is no oneOf and no propertyNames, a "
    "$ref stands alone and "
    "points to a definition at the top, required lists properties alone, and no string of an enum has a line feed "
    "(can1357/oh-my-pi#206 #209 #920, openclaw/clawpatch#60, vectorize-io/hindsight#3944, dotnet/extensions#6918).",
    "Say it with a type and anyOf, or leave strict out.",
    at=STRICT_FUNCTIONS,
    as_of=AS_OF,
)
def strict_parameters_have_nothing_that_is_refused(function: Any) -> Iterator[Finding]:
    schema = function.get("parameters")
    if function.get("strict") is True and isinstance(schema, dict):
        checks = (strict_node_faults, strict_reference_faults(schema))
        for finding in found(schema, checks, ("parameters",), BAD_PARAMETERS, ("parameters",)):
            if finding.member != ("parameters", "type"):  # of the root, which another rule tells
                yield finding


@rule(
    "function.strict.unsupported",
    "warning",
    "prose",
    "With strict, the parameters use only what strict mode supports.",
    "Say it in a description, or leave strict out.",
    at=STRICT_FUNCTIONS,
    sources=STRICT,
    as_of=tools.SUBSET_AS_OF,
)
def strict_parameters_use_what_is_supported(function: Any) -> Iterator[Finding]:
    schema = function.get("parameters")
    if function.get("strict") is True and isinstance(schema, dict):
        doubts = _without_errors(strict_doubts(schema, "parameters", BAD_PARAMETERS))
        at_root = {("parameters", "anyOf"), ("parameters", "type"), ("parameters", "allOf"), ("parameters", "not")}
        doubts = (finding for finding in doubts if finding.member not in at_root)
        yield from _named(doubts, (), ("parameters",))
        yield from found(schema, (format_faults,), ("parameters",), BAD_PARAMETERS, ("parameters",))


@rule(
    "response-format.json-schema.schema.is-json-schema",
    "error",
    "prose",
    "The schema of a response format is a JSON Schema: it fits the meta-schema of $schema, or of draft 2020-12.",
    "Mend the member that the message names.",
    at=FORMATS,
    sources=said("ResponseFormatJsonSchemaSchema"),
)
def format_schema_is_a_json_schema(value: Any) -> Iterator[Finding]:
    holder, at, named = _format(value)
    yield from _named(schema_faults(holder.get("schema"), BAD_FORMAT), (*at, "schema"), named)


@rule(
    "response-format.json-schema.strict.schema-subset",
    "error",
    "prose",
    "With strict, every object in the schema is closed and requires all of its properties.",
    CLOSE,
    at="ResponseFormatJsonSchema",
    sources=STRICT_FORMAT,
)
def strict_format_schema_stays_in_the_subset(value: Any) -> Iterator[Finding]:
    schema, at, named = _strict_schema(value)
    yield from _named(strict_faults(schema, "schema", BAD_FORMAT), at, named)


@rule(
    "observed.response-format.strict.refused",
    "error",
    "observed",
    "With strict, the schema is one of an object; every schema in it has a type, an array its items; "
    "there is no oneOf and no "
    "propertyNames, a $ref stands alone and points to a definition at the top, required lists properties alone, and no "
    "string of an enum has a line feed (dotnet/extensions#6918, openclaw/clawpatch#60, vectorize-io/hindsight#3944).",
    "Say it with a type and anyOf, or leave strict out.",
    at=FORMATS,
    as_of=AS_OF,
)
def strict_format_schema_has_nothing_that_is_refused(value: Any) -> Iterator[Finding]:
    schema, at, named = _strict_schema(value)
    if isinstance(schema, dict):
        checks = (strict_node_faults, array_faults, strict_reference_faults(schema))
        if schema.get("type", "object") != "object" or "anyOf" in schema:
            step = "anyOf" if "anyOf" in schema else "type"
            text = "Invalid schema for strict mode: {param}. The top level has to be a schema of the type object."
            yield Finding(text, BAD_FORMAT, (*at, "schema", step), named=named)
        yield from found(schema, checks, (*at, "schema"), BAD_FORMAT, named)


@rule(
    "response-format.json-schema.strict.unsupported",
    "warning",
    "prose",
    "With strict, the schema uses only what strict mode supports.",
    "Say it in a description, or leave strict out.",
    at=FORMATS,
    sources=STRICT_FORMAT,
    as_of=tools.SUBSET_AS_OF,
)
def strict_format_schema_uses_what_is_supported(value: Any) -> Iterator[Finding]:
    schema, at, named = _strict_schema(value)
    if isinstance(schema, dict):
        doubts = _without_errors(strict_doubts(schema, "schema", BAD_FORMAT))
        at_root = {("schema", "anyOf"), ("schema", "type")}
        yield from _named((finding for finding in doubts if finding.member not in at_root), at, named)
        yield from found(schema, (format_faults,), (*at, "schema"), BAD_FORMAT, named)
