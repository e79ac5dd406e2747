"""Reduce schemas to plain JSON Schema 2020-12, so that specs in different dialects can be compared.

`normalise` has already rewritten `nullable`. This module removes keywords that decide nothing (annotations,
discriminators). A `oneOf` means "at least one", as everywhere in presend. The expectations of a pack count as
constraints, since the spec of the pack has them as constraints.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.schema.marks import EXPECTED
from presend.schema.vocabulary import COUNTS, ENFORCED, OPENAPI_ONLY
from presend.words.pointers import last_of
from presend_codegen.passes.open_tags import is_open
from presend_codegen.schemas.normalise import NULL, transform

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend_codegen.source.load import Json, Object

PREFIX = "#/$defs/"  # start of every reference in a plain schema
KEYWORDS = frozenset(ENFORCED) - frozenset(OPENAPI_ONLY)


def without_annotations(schema: Json, localised: Callable[[str], str]) -> Json:
    """Return `schema` with only its deciding keywords; `localised` rewrites each `$ref`."""

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
    """Undo the lenient reading of responses: turn expectations back into constraints."""
    expected = dict(node[EXPECTED])
    nullable = expected.pop("nullable", True)
    result = {**{word: value for word, value in node.items() if word != EXPECTED}, **expected}
    if is_open(node):
        result["anyOf"] = [
            {"$ref": branch["$ref"]} if "$ref" in branch else branch
            for branch in node["anyOf"][:-1]  # the last branch accepts unknown tags
        ]
    if nullable:
        return result
    if isinstance(result.get("type"), list):
        result["type"] = [kind for kind in result["type"] if kind != "null"]
    if "anyOf" in result:
        result["anyOf"] = [branch for branch in result["anyOf"] if branch != NULL]
    return result


def label_of(schema: Json) -> str:
    """Return the label of the schema that a reference points at."""
    target = str(schema.get("$ref", "")) if isinstance(schema, dict) else ""
    return last_of(target)


def targets(node: Json) -> Iterator[str]:
    """Yield the target of every `$ref` below a node, in any order."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            if isinstance(one.get("$ref"), str):
                yield one["$ref"]
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
