"""The rules of every pack: for JSON itself, for schema keywords, and for files, integers and unknown members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.rule import Rule
from presend.schema.keywords import KEYWORDS, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from presend.problems import Severity

_KEYWORD_TEXTS = {
    "type": ("A value has one of the JSON types that the schema allows.", "Send the type that the message names."),
    "required": ("A required member is present.", "Add the member."),
    "additionalProperties": ("A closed object has no other members.", "Remove the member, or fix its name."),
    "enum": ("A value is one of a closed set.", "Send one of the values that the message lists."),
    "const": ("A value is the one that is allowed.", "Send that value."),
    "minimum": ("A number is not below its minimum.", "Send a larger number."),
    "maximum": ("A number is not above its maximum.", "Send a smaller number."),
    "exclusiveMinimum": ("A number is above its bound.", "Send a larger number."),
    "exclusiveMaximum": ("A number is below its bound.", "Send a smaller number."),
    "multipleOf": ("A number is a multiple of a step.", "Send a multiple."),
    "minLength": ("A string has at least `minLength` code points.", "Send a longer string."),
    "maxLength": ("A string has at most `maxLength` code points.", "Shorten the string."),
    "pattern": ("A string matches a regular expression.", "Use only what the pattern allows."),
    "minItems": ("An array has at least `minItems` items.", "Add items."),
    "maxItems": ("An array has at most `maxItems` items.", "Remove items."),
    "minProperties": ("An object has at least `minProperties` members.", "Add members."),
    "maxProperties": ("An object has at most `maxProperties` members.", "Remove members."),
    "uniqueItems": ("The items of an array differ from one another.", "Remove the repeated item."),
    "contains": ("An array contains enough matching items.", "Add such an item."),
    "maxContains": ("An array contains at most the allowed number of matching items.", "Remove some of them."),
    "propertyNames": ("The name of a member is one that the schema allows.", "Fix the name."),
    "dependentRequired": ("A member comes with the members that it requires.", "Add the missing member."),
    "unevaluatedProperties": ("Every member is covered by a schema.", "Remove the member."),
    "unevaluatedItems": ("Every item is covered by a schema.", "Remove the item."),
    "oneOf": ("A value fits one of several schemas, and no second one.", "Leave out what makes it fit another."),
    "not": ("The value does not match the excluded schema.", "Change what makes it fit the excluded schema."),
}

_JSON_TEXTS: tuple[tuple[str, Severity, str, str], ...] = (
    ("json.malformed", "error", "The text is JSON.", "Fix the text at the line and column given."),
    ("json.encoding", "error", "The bytes are UTF-8.", "Save the text as UTF-8."),
    ("json.non-finite-number", "error", "Numbers are finite: JSON has no NaN or Infinity.", "Leave the member out."),
    ("json.lone-surrogate", "error", "Strings hold whole characters, not half surrogate pairs.", "Fix the string."),
    (
        "json.too-deep",
        "error",
        "There are at most 900 levels of nesting (100 in a recursive schema).",
        "Flatten the payload.",
    ),
    ("json.number-too-long", "error", "Integers have at most 4,300 digits.", "Send the number as a string."),
    ("json.not-json", "error", "Every value is one that JSON has.", "Convert the object first."),
    ("json.key-not-string", "error", "The keys of an object are strings.", "Use str keys."),
    ("yaml.malformed", "error", "A YAML payload is well-formed UTF-8.", "Fix the text at the place given."),
    ("yaml.unsupported", "error", "YAML says only what JSON can: no tags, merge keys or cycles.", "Write it out."),
    (
        "yaml.too-large",
        "error",
        "YAML nests at most 500 levels; its aliases add at most 1,000,000 nodes or characters.",
        "Write it out.",
    ),
    ("yaml.duplicate-key", "warning", "A key occurs once in its mapping; the last one counts.", "Remove the others."),
    ("json.duplicate-key", "warning", "A key occurs once in its object; parsers keep the last.", "Remove the others."),
)

UNIVERSAL: tuple[Rule, ...] = (
    *(Rule(name, severity, "schema", summary, fix) for name, severity, summary, fix in _JSON_TEXTS),
    *(Rule(f"schema.{word}", "error", "schema", *texts) for word, texts in _KEYWORD_TEXTS.items()),
    Rule(
        "type.file",
        "error",
        "schema",
        "A file field holds a file: bytes, a path object, a binary file object, or the SDK's tuple.",
        "Pass pathlib.Path(…) or open(…, 'rb'); a str is not a path.",
    ),
    Rule(
        "type.integral-float",
        "warning",
        "inferred",
        "An integer is written without a decimal point.",
        "Send int(x). An error with `strict`, or under observed.integer.no-decimal-point.",
    ),
    Rule(
        "unknown-key",
        "warning",
        "inferred",
        "An object that the schema leaves open has no members that the schema does not name.",
        "Fix the name, or remove the member. An error with `strict`, or under observed.request.no-unknown-keys.",
    ),
    Rule(
        "observed.integer.no-decimal-point",
        "error",
        "observed",
        "The API refuses an integer that is written as a decimal (Jeffser/Alpaca#904).",
        "Send int(x).",
        opt_in=True,
        as_of="2026-08-21",
    ),
    Rule(
        "observed.request.no-unknown-keys",
        "error",
        "observed",
        "The API refuses unknown members, in objects that the schema leaves open too (openai-node#886).",
        "Fix the name, or remove the member.",
        opt_in=True,
        as_of="2026-08-21",
    ),
)

assert _KEYWORD_TEXTS.keys() >= KEYWORDS.keys()  # noqa: S101 - a new keyword needs its words


def require_rules(ids: Iterable[str], known: Collection[str]) -> None:
    """Raise if one of the ids is unknown.

    Raises:
        LookupError: The text names the nearest ones.
    """
    for name in ids:
        if name not in known:
            raise LookupError(f"Unknown rule '{name}'.{did_you_mean(name, known)} `presend rules` lists them.")
