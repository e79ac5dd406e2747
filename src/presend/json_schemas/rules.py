"""The rules for schemas and for answers. Schemas in payloads have rules of their own."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Any, NamedTuple

from presend.json_schemas.targets import TARGETS
from presend.openai.today.rules import functions, response_tools
from presend.problems import Finding
from presend.rule import Rule
from presend.structured.places import Place, carried

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.problems import Path

BY_ITSELF = functions.IN_CHAT_FORMATS  # rules of strict mode, the same for every strict function
EACH = tuple(TARGETS.values())
UNLIMITED = 1 << 30
IS_JSON_SCHEMA = ".is-json-schema"  # end of the ids of the rules that require a JSON Schema
NAMESPACE = "namespace"  # a tool that holds tools
WITHOUT_SCHEMA = re.compile(  # types of tools and formats without a schema
    "text|json_object|custom|mcp|tool_search|file_search|web_search.*|code_interpreter|image_generation|computer.*|"
    "(local_)?shell|apply_patch|grammar"
)


class Held(NamedTuple):
    """A schema with its path in a tool or format, whether that is strict, and the rules for such a place."""

    schema: Any
    at: Path
    strict: bool
    place: Place


def held(value: dict[str, Any]) -> Held | None:
    """Return the schema in a tool, a function or a response format, or `None` if it has none.

    Any other value is itself a schema.
    """
    match value:
        case {"type": "function", "function": dict(function)}:
            return _of_function(function, ("function",), functions.IN_FUNCTIONS)
        case {"type": "function"}:
            return _of_function(value, (), response_tools.IN_FUNCTIONS)
        case {"type": "json_schema", "json_schema": dict(inner)}:
            is_strict = inner.get("strict") is True
            return Held(inner.get("schema"), ("json_schema", "schema"), is_strict, functions.IN_CHAT_FORMATS)
        case {"type": "json_schema"}:
            is_strict = value.get("strict") is True
            return Held(value.get("schema"), ("schema",), is_strict, functions.IN_TEXT_FORMATS)
        case {"name": str(), "parameters": dict()} if "type" not in value:
            return _of_function(value, (), functions.IN_FUNCTIONS)
        case {"name": str(), "schema": dict(schema)} if "type" not in value:
            return Held(schema, ("schema",), value.get("strict") is True, functions.IN_CHAT_FORMATS)
        case {"type": str(kind)} if WITHOUT_SCHEMA.fullmatch(kind):
            return None
    return Held(value, (), True, BY_ITSELF)


def _of_function(function: dict[str, Any], at: Path, place: Place) -> Held:
    return Held(function.get("parameters"), (*at, "parameters"), function.get("strict") is True, place)


def _asking(strict: bool | None) -> Callable[[Any], Iterator[Finding]]:
    """Return the check for strict mode, for non-strict mode, or for the mode that the tool asks for."""

    def check(value: Any) -> Iterator[Finding]:
        for where, item in _items(value, ()):
            found = held(item)
            if found is None:
                continue
            is_strict = found.strict if strict is None else strict
            place = functions.IN_FUNCTIONS if found.place is BY_ITSELF and not is_strict else found.place
            at = (*where, *found.at)
            if found.schema is not None and not isinstance(found.schema, dict):
                text = "Invalid {param}: expected a JSON Schema, an object."
                yield Finding(text, "invalid_type", at, place.rules["json-schema"].id)
            yield from carried(found.schema, at, place, strict=is_strict, most=UNLIMITED)

    return check


def _items(value: Any, at: Path) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield each schema or tool of a list, and those of a namespace of tools."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield from _items(item, (*at, index))
    elif isinstance(value, dict) and value.get("type") == NAMESPACE:
        yield from _items(value.get("tools"), (*at, "tools"))
    elif isinstance(value, dict):
        yield at, value


PLACES = (functions.IN_FUNCTIONS, response_tools.IN_FUNCTIONS, functions.IN_CHAT_FORMATS, functions.IN_TEXT_FORMATS)
TOLD = {rule.id: dataclasses.replace(rule, at=EACH, check=None) for place in PLACES for rule in place.rules.values()}
RUNNERS = tuple(
    Rule(
        f"schema.{target}",
        "error",
        "observed",
        "A schema meets the API's requirements, each of which is a rule.",
        "Fix the member in the message.",
        at=(target,),
        check=_asking(strict),
        as_of=functions.AS_OF,
    )
    for strict, target in TARGETS.items()
)
DESCRIBABLE = Rule(
    "schema.python.describable",
    "error",
    "inferred",
    "pydantic can describe a Python type as a JSON Schema, and the openai SDK can send that.",
    "Use a type that JSON has, or a pydantic type that defines its JSON form.",
    at=EACH,
)
UNSAYABLE = Rule(
    "schema.strict.sayable",
    "error",
    "inferred",
    "Strict mode can express the schema.",
    "Follow the advice in the message.",
    at=EACH,
)
MENDED = Rule(
    "schema.strict.mended",
    "note",
    "inferred",
    "A schema was changed to its strict equivalent.",
    "Check that the change is what you want.",
    at=EACH,
)
MENDED_WIDER = Rule(
    "schema.strict.limit-in-words",
    "warning",
    "inferred",
    "A limit that strict mode does not enforce was moved into the description.",
    "Check the answers against it yourself.",
    at=EACH,
)
FITS = Rule(
    "output.fits-schema",
    "error",
    "inferred",
    "Structured text and the arguments of a call match their schema in the request.",
    "Ask again; with strict: true the API holds the model to the schema.",
    at=EACH,
)
IS_JSON = Rule(
    "output.is-json",
    "error",
    "inferred",
    "Structured text and the arguments of a call are JSON.",
    "Ask again; with strict: true the API holds the model to the schema.",
    at=EACH,
)
KNOWN = Rule(
    "output.function-known",
    "error",
    "inferred",
    "The request defines each called function.",
    "Send the request again, or add the function.",
    at=EACH,
)
REFUSED = Rule(
    "output.refused",
    "note",
    "inferred",
    "The model answers. If it refuses, there is no structured text.",
    "Show the refusal, or change the request.",
    at=EACH,
)
INCOMPLETE = Rule(
    "output.incomplete",
    "warning",
    "inferred",
    "The answer is complete, so its structured text can be checked.",
    "Allow more tokens.",
    at=EACH,
)
ABOUT_OUTPUT = (FITS, IS_JSON, KNOWN, REFUSED, INCOMPLETE)
OWN = (DESCRIBABLE, UNSAYABLE, MENDED, MENDED_WIDER, *ABOUT_OUTPUT)  # which do not apply to payloads
RULES: tuple[Rule, ...] = (*RUNNERS, *OWN, *TOLD.values())
