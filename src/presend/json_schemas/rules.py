"""The rules for a schema, alone or in a tool or format; the other rules are those of payloads."""

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

BY_ITSELF = functions.IN_CHAT_FORMATS  # for strict mode; every strict function is asked the same
EACH = tuple(TARGETS.values())
UNLIMITED = 1 << 30
IS_JSON_SCHEMA = ".is-json-schema"  # how the ids of the rules end that ask for a schema at all
NAMESPACE = "namespace"  # a tool that holds tools
WITHOUT_SCHEMA = re.compile(  # types of tools and formats that carry no schema
    "text|json_object|custom|mcp|tool_search|file_search|web_search.*|code_interpreter|image_generation|computer.*|"
    "(local_)?shell|apply_patch|grammar"
)


class Held(NamedTuple):
    """A schema, where it stands in what holds it, whether that says strict, and the place with its rules."""

    schema: Any
    at: Path
    strict: bool
    place: Place


def held(value: dict[str, Any]) -> Held | None:
    """Return the schema that a tool, a function or a response format holds; `None` for a tool or format without one.

    Anything else is a schema itself.
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
    """Return the function that tells what is wrong, with strict mode or without, or as the tool says."""

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
        "A schema keeps to what the API asks of it; each requirement is a rule of its own.",
        "Fix the member that the message names.",
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
    "Give the field a type that JSON has, or a pydantic type that says how it is written.",
    at=EACH,
)
UNSAYABLE = Rule(
    "schema.strict.sayable",
    "error",
    "inferred",
    "Strict mode can say what a schema says.",
    "Take the way out that the message names.",
    at=EACH,
)
MENDED = Rule(
    "schema.strict.mended",
    "note",
    "inferred",
    "A schema was changed to its strict equivalent.",
    "See that the message says what you want.",
    at=EACH,
)
MENDED_WIDER = Rule(
    "schema.strict.limit-in-words",
    "warning",
    "inferred",
    "A limit that strict mode does not hold values to stands in the description.",
    "Hold the answers to it yourself.",
    at=EACH,
)
FITS = Rule(
    "output.fits-schema",
    "error",
    "inferred",
    "Structured text, and the arguments of a call, fit the schema that the request carried.",
    "Ask again; with strict: true the API holds the model to the schema.",
    at=EACH,
)
IS_JSON = Rule(
    "output.is-json",
    "error",
    "inferred",
    "Structured text, and the arguments of a call, are JSON.",
    "Ask again; with strict: true the API holds the model to the schema.",
    at=EACH,
)
KNOWN = Rule(
    "output.function-known",
    "error",
    "inferred",
    "A function that is called is one of the request.",
    "Ask again, or add the function.",
    at=EACH,
)
REFUSED = Rule(
    "output.refused",
    "note",
    "inferred",
    "The model may refuse to answer; then there is no structured text.",
    "Show the refusal, or ask otherwise.",
    at=EACH,
)
INCOMPLETE = Rule(
    "output.incomplete",
    "warning",
    "inferred",
    "An answer that was cut off holds no whole structured text.",
    "Allow more tokens.",
    at=EACH,
)
ABOUT_OUTPUT = (FITS, IS_JSON, KNOWN, REFUSED, INCOMPLETE)
OWN = (DESCRIBABLE, UNSAYABLE, MENDED, MENDED_WIDER, *ABOUT_OUTPUT)  # which payloads by themselves cannot break
RULES: tuple[Rule, ...] = (*RUNNERS, *OWN, *TOLD.values())
