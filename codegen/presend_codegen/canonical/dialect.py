"""Read what specs write in older dialects of JSON Schema, or can only have meant otherwise, as JSON Schema 2020-12."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.source.load import Json, Object

BOUNDS = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}
UNIONS = ("allOf", "anyOf", "oneOf")
BESIDE_A_REFERENCE = frozenset(  # what counts there in OpenAPI 3.0 too: texts, and what its authors can only mean so
    "$ref title summary description default deprecated example examples externalDocs "
    "nullable readOnly writeOnly".split()
)


def in_2020_12(node: Object) -> Object:
    """Return a schema, but not what is below it, in JSON Schema 2020-12.

    >>> in_2020_12({"type": "number", "minimum": 0, "exclusiveMinimum": True})
    {'type': 'number', 'exclusiveMinimum': 0}
    """
    result = {word: value for word, value in node.items() if not (word in UNIONS and value == [])}
    for exclusive, bound in BOUNDS.items():
        is_old = isinstance(result.get(exclusive), bool)  # as in OpenAPI 3.0: whether the bound itself is left out
        if is_old and result.pop(exclusive) and bound in result:
            result[exclusive] = result.pop(bound)
    required = result.get("required")
    if isinstance(required, list) and all(isinstance(name, str) for name in required):
        result["required"] = list(dict.fromkeys(required))  # listed twice is listed
    elif isinstance(required, bool):  # as in draft 3, and on parameters
        del result["required"]
    return result


def ignored_in_3_0(node: Json) -> list[str]:
    """Return the keywords that OpenAPI 3.0 ignores in a schema because they stand beside a reference.

    From 3.1 on they hold as well as what it refers to.
    """
    if not isinstance(node, dict) or not isinstance(node.get("$ref"), str):
        return []
    return [word for word in node if word not in BESIDE_A_REFERENCE and not word.startswith("x-")]


def doubts(node: Object, place: str) -> Iterator[str]:
    """Yield what of a schema is read otherwise than it stands, where that may not be what its author meant."""
    for word in UNIONS:
        if node.get(word) == []:
            yield f"{place}/{word}: expected at least one branch; taken as if it were not there"
    if isinstance(node.get("required"), bool):
        yield f"{place}/required: expected a list of names; taken as if it were not there"
