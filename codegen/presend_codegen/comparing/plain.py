"""Say schemas as plain JSON Schema 2020-12, so that two specs can be held against each other whatever their dialect.

`normalise` has honoured `nullable` before; here go the words that decide nothing (annotations, discriminators). A
`oneOf` means "at least one", as everywhere in presend. What a pack only expects of a response counts as what its spec
says, which it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.schema.vocabulary import COUNTS, ENFORCED, OPENAPI_ONLY
from presend.words.pointers import last_of
from presend_codegen.passes.open_tags import is_open
from presend_codegen.schemas.normalise import EXPECTED, NULL, transform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend_codegen.source.load import Json, Object

PREFIX = "#/$defs/"  # of every reference in a plain schema
KEYWORDS = frozenset(ENFORCED) - frozenset(OPENAPI_ONLY)


def plain(schema: Json, localised: Callable[[str], str]) -> Json:
    """Return `schema` with keywords alone; `localised` makes each `$ref` anew."""

    def one_pass(node: Object) -> Object:
        if EXPECTED in node:
            node = _as_expected(node)
        result: Object = {
            word: int(value) if word in COUNTS else value for word, value in node.items() if word in KEYWORDS
        }
        if "$ref" in result:
            result["$ref"] = localised(result["$ref"])
        if "oneOf" in result:
            union = {"anyOf": result.pop("oneOf")}
            result = {**result, "allOf": [*result.get("allOf", ()), union]} if "anyOf" in result else result | union
        return result

    return transform(schema, one_pass)


def _as_expected(node: Object) -> Object:
    """Undo the lenient profile of responses: what is expected is what the spec says."""
    expected = dict(node[EXPECTED])
    nullable = expected.pop("nullable", True)
    result = {**{word: value for word, value in node.items() if word != EXPECTED}, **expected}
    if is_open(node):
        result["anyOf"] = [
            {"$ref": branch["$ref"]} if "$ref" in branch else branch
            for branch in node["anyOf"][:-1]  # the last takes what is new
        ]
    if nullable:
        return result
    if isinstance(result.get("type"), list):
        result["type"] = [kind for kind in result["type"] if kind != "null"]
    if "anyOf" in result:
        result["anyOf"] = [branch for branch in result["anyOf"] if branch != NULL]
    return result


def label_of(schema: Json) -> str:
    """Return what the schema is called that a reference leads to."""
    target = str(schema.get("$ref", "")) if isinstance(schema, dict) else ""
    return last_of(target)


def targets(node: Json) -> Iterator[str]:
    """Yield what every `$ref` below a node points at."""
    if isinstance(node, dict):
        if isinstance(node.get("$ref"), str):
            yield node["$ref"]
        for value in node.values():
            yield from targets(value)
    elif isinstance(node, list):
        for value in node:
            yield from targets(value)
