"""Requirements on JSON Schemas in payloads, one rule each, with severity, basis, date and source.

Each requirement is listed once and applies at every place that carries a schema. `places.py` lists those places.
"""

from __future__ import annotations

from presend.rule import Rule

GUIDE = "2026-02"  # the guide to Structured Outputs, which says what strict mode supports
ANSWERS = "2026-08-21"  # date of the newest answers of the API behind the observed rules


def _observed(name: str, summary: str, fix: str) -> Rule:
    return Rule(f"observed.strict.{name}", "error", "observed", summary, fix, as_of=ANSWERS)


def _size(name: str, summary: str, fix: str) -> Rule:
    return Rule(f"strict.{name}", "warning", "prose", summary, fix, as_of=GUIDE)


SMALLER = "Split the schema, or ask for less in one request."
REQUIREMENTS: dict[str, Rule] = {
    "root": _observed(
        "root",
        "With strict, the top level of a schema has the type object, and no anyOf (openai-java#732, spring-ai#4776).",
        "Put the schema into a property of an object.",
    ),
    "typed": _observed(
        "typed",
        "With strict, every schema has a type; an enum of strings, a description or {} without one is refused "
        "(openclaw/clawpatch#60, can1357/oh-my-pi#211).",
        "Add the type. For a value of any type, list the types, or send JSON in a string.",
    ),
    "one-of": _observed(
        "one-of",
        "With strict, there is no oneOf (livekit/agents#5302).",
        "Use anyOf, which means the same where no value fits two branches.",
    ),
    "property-names": _observed(
        "property-names",
        "With strict, there is no propertyNames (can1357/oh-my-pi#209).",
        "List the properties, or send a list of objects with a name each.",
    ),
    "prefix-items": _observed(
        "prefix-items",
        "With strict, there is no prefixItems (pydantic/pydantic-ai#7333, openai/openai-agents-python#4752).",
        "Use an object with a property for each position, or items where all positions are of one type.",
    ),
    "array-items": _observed(
        "array-items",
        "With strict, each schema of the type array has items (sigoden/aichat#1049).",
        "Add items.",
    ),
    "ref-alone": _observed(
        "ref-alone",
        "With strict, a $ref has nothing beside it: a description beside it is refused "
        "(vectorize-io/hindsight#3944, langchain-ai/langchainjs#11384).",
        "Put the $ref into an anyOf of its own, beside which the description may stand, or copy the definition.",
    ),
    "ref-target": _observed(
        "ref-target",
        "With strict, a $ref points to a definition at the top level, or to the whole schema (dotnet/extensions#6918).",
        "Move the schema that it points to into $defs.",
    ),
    "required-known": _observed(
        "required-known",
        "With strict, required lists only properties (kevinwatt/mysql-mcp#5).",
        "Take the name out of required, or add the property.",
    ),
    "line-feed": _observed(
        "line-feed",
        "With strict, no string of an enum or const has a line feed (kchanis1223/-SKALA-KVCache_Report_Agent#61).",
        "Write the string without the line feed.",
    ),
    "format": _observed(
        "format",
        "With strict, a format is one that strict mode knows (can1357/oh-my-pi#206).",
        "Remove the format, and describe the string in the description.",
    ),
    "lookaround": _observed(
        "lookaround",
        "With strict, a pattern looks neither ahead nor behind: the whole request is refused "
        "(vercel/ai#21037, pydantic/pydantic-ai#5519, cline/cline#14019).",
        "Write the pattern without lookaround, or describe it in the description.",
    ),
    "levels": _size("levels", "With strict, a schema nests at most 10 levels (tidyverse/ellmer#671).", SMALLER),
    "properties": _size("properties", "With strict, a schema has at most 5,000 properties in all.", SMALLER),
    "enum-values": _size("enum-values", "With strict, all enums together have at most 1,000 values.", SMALLER),
    "characters": _size(
        "characters",
        "With strict, the names of properties and definitions and the strings in enum and const have at most 120,000 "
        "characters together.",
        SMALLER,
    ),
    "enum-characters": _size(
        "enum-characters",
        "With strict, the strings of an enum with more than 250 values have at most 15,000 characters together.",
        "Shorten the values, or ask for a number and look the value up.",
    ),
    "typed-values": Rule(
        "strict.typed-values",
        "warning",
        "inferred",
        "With strict, a const, or an enum of several types, has a type beside it.",
        "Add the type, or the list of types.",
        as_of=ANSWERS,
    ),
    "empty-object": Rule(
        "strict.empty-object",
        "note",
        "inferred",
        "With strict, a closed object without properties can only be {}; libraries write it where a map was meant.",
        "Send a list of objects with a key and a value each, or JSON in a string.",
        as_of=ANSWERS,
    ),
}
