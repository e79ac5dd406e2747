"""Would strict mode refuse a schema? A judge of its own, so that presend's column is not judged by presend alone.

It holds what OpenAI's guide to Structured Outputs says and what the API was seen to answer, as of 2026-11. Where
support has changed, the newest answer counts: `default`, bounds, lengths and numbers of items are taken. The limits of
size are left out, because no model of the table comes near them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

UNSUPPORTED = frozenset(  # the guide, "Some type-specific keywords are not yet supported"
    "allOf not if then else dependentRequired dependentSchemas patternProperties propertyNames "
    "unevaluatedProperties unevaluatedItems minProperties maxProperties contains minContains maxContains uniqueItems "
    "prefixItems oneOf".split()  # prefixItems: pydantic-ai#7333; oneOf: livekit/agents#5302
)
FORMATS = frozenset("date-time time date duration email hostname ipv4 ipv6 uuid".split())  # the guide; oh-my-pi#206
LOOKAROUND = ("(?=", "(?!", "(?<=", "(?<!")  # vercel/ai#21037
TYPES = frozenset("string number integer boolean object array null".split())


def refusals(schema: Any) -> list[str]:
    """Return the rules of strict mode that `schema` breaks, in the order in which they come up, each once."""
    if not isinstance(schema, dict):
        return ["root is no object"]
    return list(dict.fromkeys((*_of_root(schema), *_of(schema, schema))))


def _of_root(schema: dict[str, Any]) -> Iterator[str]:
    if schema.get("type") != "object" or "anyOf" in schema:  # the guide
        yield "root is no object"


def _of(schema: Any, root: dict[str, Any]) -> Iterator[str]:
    if not isinstance(schema, dict) or not schema:
        yield "no type"
        return
    if "$ref" in schema:
        yield from _of_reference(schema, root)
        return
    yield from sorted(UNSUPPORTED & schema.keys())
    kinds = schema.get("type", [])
    kinds = [kinds] if isinstance(kinds, str) else kinds
    if "anyOf" not in schema and not (kinds and set(kinds) <= TYPES) and not UNSUPPORTED & schema.keys():
        yield "no type"  # an enum or a const alone, too: oh-my-pi#211
    if "object" in kinds:
        yield from _of_object(schema)
    if "array" in kinds and "items" not in schema and "prefixItems" not in schema:
        yield "array without items"  # aichat#1049
    yield from _of_words(schema)
    for below in _below(schema):
        yield from _of(below, root)


def _of_reference(schema: dict[str, Any], root: dict[str, Any]) -> Iterator[str]:
    where = schema["$ref"]
    if schema.keys() - {"$ref"} - ({"$defs"} if schema is root else set()):
        yield "keyword beside $ref"  # defog#244
    if where == "#":  # the guide: recursion to the root
        return
    hash_, holder, name = (*str(where).split("/", 2), "", "")[:3]
    if hash_ != "#" or holder not in ("$defs", "definitions") or name not in root.get(holder, {}):
        yield "$ref to no definition"  # langchainjs#8389


def _of_object(schema: dict[str, Any]) -> Iterator[str]:
    if schema.get("additionalProperties") is not False:
        yield "open object"  # mysql-mcp#5
    if set(schema.get("required", ())) != set(schema.get("properties", {})):
        yield "not all required"  # codex2api#687


def _of_words(schema: dict[str, Any]) -> Iterator[str]:
    if "format" in schema and schema["format"] not in FORMATS:
        yield f"format {schema['format']}"
    if any(look in schema.get("pattern", "") for look in LOOKAROUND):
        yield "lookaround"
    if any(isinstance(value, str) and "\n" in value for value in (*schema.get("enum", ()), schema.get("const"))):
        yield "line feed in enum"  # dotnet/extensions#6918


def _below(schema: dict[str, Any]) -> Iterator[Any]:
    for word in ("properties", "$defs", "definitions"):
        yield from schema.get(word, {}).values()
    for word in ("anyOf", "oneOf", "allOf", "prefixItems"):
        yield from schema.get(word, ())
    if "items" in schema:
        yield schema["items"]
    if isinstance(schema.get("additionalProperties"), dict):
        yield schema["additionalProperties"]
