"""Functions and response formats of chat completions and responses: their schemas, and strict mode.

Some rules are those of the fragment at today's places; the others are based on answers of the API. The schema of a
function is in `parameters`; that of a format is in `schema`, beside `strict` (responses) or below `json_schema` (chat
completions). Like the API, these rules name the whole schema as `param`; the pointer is that of the fault.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from presend.openai.rules import tools
from presend.rule import Rule, rule, said
from presend.structured.places import BAD_FORMAT, Place, carried
from presend.structured.requirements import REQUIREMENTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.problems import Finding

AS_OF = "2026-08-21"
CHAT_FUNCTIONS = ("FunctionObject", "ChatCompletionFunctions")
FUNCTIONS = (*CHAT_FUNCTIONS, "FunctionTool", "FunctionToolParam")
STRICT_FUNCTIONS = ("FunctionObject", "FunctionTool", "FunctionToolParam")
FORMATS = CHAT_FORMAT, TEXT_FORMAT = ("ResponseFormatJsonSchema", "TextResponseFormatJsonSchema")
REALTIME = "RealtimeFunctionTool"
STRICT = said("FunctionObject/properties/strict/anyOf/0")
STRICT_FORMAT = said("ResponseFormatJsonSchema/properties/json_schema/properties/strict/anyOf/0")

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
parameters_describe_an_object = Rule(
    "observed.function.parameters.root",
    "error",
    "observed",
    "The schema of a function's parameters has the type object and its properties, and no oneOf, anyOf, allOf, enum or "
    "not at the top (PrefectHQ/fastmcp#2464, nspady/google-calendar-mcp#39, spring-projects/spring-ai#4776).",
    "Send {'type': 'object', 'properties': {…}}, or leave parameters out.",
    at=(*FUNCTIONS, REALTIME),
    as_of=AS_OF,
)
arrays_of_parameters_have_items = Rule(
    "observed.function.parameters.array-items",
    "error",
    "observed",
    "In a function's parameters each schema of the type array has items (sigoden/aichat#1049, fastmcp#2464).",
    "Add items; {} stands for anything where strict is off.",
    at=(*FUNCTIONS, REALTIME),
    as_of=AS_OF,
)
strict_parameters_stay_in_the_subset = dataclasses.replace(tools.strict_parameters_stay_in_the_subset, sources=STRICT)
strict_parameters_use_what_is_supported = dataclasses.replace(
    tools.strict_parameters_use_what_is_supported, at=STRICT_FUNCTIONS, sources=STRICT
)
strict_format_schema_stays_in_the_subset = dataclasses.replace(
    tools.strict_format_schema_stays_in_the_subset, at=(CHAT_FORMAT,), sources=STRICT_FORMAT
)
strict_text_format_schema_stays_in_the_subset = dataclasses.replace(
    strict_format_schema_stays_in_the_subset, id="response.text.json-schema.strict.schema-subset", at=(TEXT_FORMAT,)
)
strict_format_schema_uses_what_is_supported = dataclasses.replace(
    tools.strict_format_schema_uses_what_is_supported, at=FORMATS, sources=STRICT_FORMAT
)
strict_schemas = tuple(dataclasses.replace(one, at=(*STRICT_FUNCTIONS, *FORMATS)) for one in REQUIREMENTS.values())


@rule(
    "function.parameters.is-json-schema",
    "error",
    "prose",
    "A function's parameters are a JSON Schema: they fit the meta-schema of $schema, or of draft 2020-12.",
    tools.IS_JSON_SCHEMA,
    at=CHAT_FUNCTIONS,
    sources=said("FunctionParameters"),
)
def parameters_are_a_json_schema(function: Any) -> Iterator[Finding]:
    """Report every fault of a function's schema under its rule."""
    yield from findings_of_function(function, IN_FUNCTIONS)


def findings_of_function(function: Any, place: Place, member: str = "parameters") -> Iterator[Finding]:
    """Yield the faults of the schema in a function's `member`, which the API names as a whole."""
    at, is_strict = (member,), function.get("strict") is True and member == "parameters"
    yield from carried(function.get(member), at, place, strict=is_strict, named=at)


@rule(
    "response-format.json-schema.schema.is-json-schema",
    "error",
    "prose",
    "The schema of a response format is a JSON Schema: it fits the meta-schema of $schema, or of draft 2020-12.",
    tools.IS_JSON_SCHEMA,
    at=FORMATS,
    sources=said("ResponseFormatJsonSchemaSchema"),
)
def format_schema_is_a_json_schema(value: Any) -> Iterator[Finding]:
    """Report every fault of a format's schema under its rule."""
    inner = value.get("json_schema")
    if isinstance(inner, dict):  # for chat completions, the API names the whole format
        at, is_strict = ("json_schema", "schema"), inner.get("strict") is True
        yield from carried(inner.get("schema"), at, IN_CHAT_FORMATS, strict=is_strict, named=())
    else:
        is_strict = value.get("strict") is True
        yield from carried(value.get("schema"), ("schema",), IN_TEXT_FORMATS, strict=is_strict, named=("schema",))


OF_STRICT_FUNCTIONS = {name: one for name, one in REQUIREMENTS.items() if name not in {"root", "array-items"}}
IN_EACH_FUNCTION = {  # The root and the items of every function are checked, so strict mode does not repeat it.
    **OF_STRICT_FUNCTIONS,
    "function-root": parameters_describe_an_object,
    "function-properties": parameters_describe_an_object,
    "function-items": arrays_of_parameters_have_items,
    "unsupported": strict_parameters_use_what_is_supported,
}
IN_FUNCTIONS = Place(
    {
        **IN_EACH_FUNCTION,
        "json-schema": parameters_are_a_json_schema,
        "closed": strict_parameters_stay_in_the_subset,
        "required": strict_parameters_stay_in_the_subset,
    }
)
IN_EACH_FORMAT = {
    **REQUIREMENTS,
    "json-schema": format_schema_is_a_json_schema,
    "unsupported": strict_format_schema_uses_what_is_supported,
}
IN_CHAT_FORMATS = Place(
    {
        **IN_EACH_FORMAT,
        "closed": strict_format_schema_stays_in_the_subset,
        "required": strict_format_schema_stays_in_the_subset,
    },
    is_function=False,
    code=BAD_FORMAT,
)
IN_TEXT_FORMATS = Place(
    {
        **IN_EACH_FORMAT,
        "closed": strict_text_format_schema_stays_in_the_subset,
        "required": strict_text_format_schema_stays_in_the_subset,
    },
    is_function=False,
    code=BAD_FORMAT,
)
