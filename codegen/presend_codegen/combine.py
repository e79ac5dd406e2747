"""Put schemas that hold together (the parts of an `allOf`) into one, as far as that can be said in one.

What cannot stays behind under `allOf`. The result guides the search for differences and for payloads; a validator
decides about each payload in the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from presend_codegen.load import Json, Object

NOTHING: dict[str, Any] = {"not": {}}


def _both(left: Json, right: Json) -> Json:
    return left if left == right else {"allOf": [left, right]}


def _each(left: Object, right: Object) -> Object:
    return {
        name: _both(left[name], right[name]) if name in left and name in right else (left | right)[name]
        for name in left | right
    }


def _kinds(left: Json, right: Json) -> Json:
    first, second = ([kinds] if isinstance(kinds, str) else kinds for kinds in (left, right))
    kept = [kind for kind in first if kind in second or (kind == "integer" and "number" in second)]
    kept += ["integer"] if "number" in first and "integer" in second else []
    return kept[0] if len(kept) == 1 else kept


MERGED: dict[str, Callable[[Any, Any], Any]] = {
    "required": lambda left, right: list(dict.fromkeys([*left, *right])),
    "properties": _each,
    "patternProperties": _each,
    "additionalProperties": _both,
    "propertyNames": _both,
    "items": _both,
    "type": _kinds,
    "enum": lambda left, right: [value for value in left if value in right],
    **dict.fromkeys(("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"), max),
    **dict.fromkeys(("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"), min),
    "uniqueItems": lambda left, right: left or right,
}


def combine(schemas: Iterable[Json]) -> Object:
    """Return one schema for several that hold together."""
    result: Object = {}
    left: list[Json] = []
    for schema in schemas:
        part: Object = schema if isinstance(schema, dict) else {} if schema else NOTHING
        for word, value in part.items():
            if word == "allOf":
                left += value
            elif word not in result or result[word] == value:
                result[word] = value
            elif word in MERGED:
                result[word] = MERGED[word](result[word], value)
            else:
                left.append({word: value})
    return {**result, "allOf": left} if left else result
