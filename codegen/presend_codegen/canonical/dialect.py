"""Rewrite older dialects of JSON Schema, and obvious mistakes, as JSON Schema 2020-12."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.source.load import Json, Object

BOUNDS = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}
UNIONS = ("allOf", "anyOf", "oneOf")
BESIDE_A_REFERENCE = frozenset(  # has an effect there in OpenAPI 3.0 too: texts, and keywords that authors clearly mean
    "$ref title summary description default deprecated example examples externalDocs "
    "nullable readOnly writeOnly".split()
)


def in_2020_12(node: Object) -> Object:
    """Rewrite a schema, but not its subschemas, as JSON Schema 2020-12.

    >>> in_2020_12({"type": "number", "minimum": 0, "exclusiveMinimum": True})
    {'type': 'number', 'exclusiveMinimum': 0}
    """
    result = {word: value for word, value in node.items() if not (word in UNIONS and value == [])}
    for exclusive, bound in BOUNDS.items():
        is_old = isinstance(result.get(exclusive), bool)  # as in OpenAPI 3.0: says whether the bound itself is excluded
        if is_old and result.pop(exclusive) and bound in result:
            result[exclusive] = result.pop(bound)
    required = result.get("required")
    if isinstance(required, list) and all(isinstance(name, str) for name in required):
        result["required"] = list(dict.fromkeys(required))  # a name that is listed twice counts once
    elif isinstance(required, bool):  # as in draft 3, and in parameters
        del result["required"]
    return result


def ignored_in_3_0(node: Json) -> list[str]:
    """Return the keywords beside a `$ref`, which OpenAPI 3.0 ignores.

    From 3.1 on they apply together with the referenced schema.
    """
    if not isinstance(node, dict) or not isinstance(node.get("$ref"), str):
        return []
    return [word for word in node if word not in BESIDE_A_REFERENCE and not word.startswith("x-")]


def doubts(node: Object, place: str) -> Iterator[str]:
    """Yield a warning for each part of a schema whose reading may differ from what its author meant."""
    for word in UNIONS:
        if node.get(word) == []:
            yield f"{place}/{word}: expected at least one branch; the keyword is ignored"
    if isinstance(node.get("required"), bool):
        yield f"{place}/required: expected a list of names; the keyword is ignored"
