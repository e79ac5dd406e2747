"""A schema without references and `allOf` of its own, as far as it guides whoever looks for values that it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend_codegen.comparing.plain import PREFIX
from presend_codegen.schemas.combine import RESTS, combine

if TYPE_CHECKING:
    from presend_codegen.source.load import Json, Object


DEEPEST = 64  # levels of parts and references; a schema that needs more has no small value
ALSO = "contains, too"  # further ones, which no keyword holds beside the first


def resolved(schema: Json, defs: Object) -> Object | None:
    """Return a schema without references and `allOf` of its own; `None` where they go round."""
    node = combine([_guiding(schema)])
    for _ in range(DEEPEST):
        if "$ref" not in node and "allOf" not in node:
            return node
        rest = {word: value for word, value in node.items() if word not in ("$ref", "allOf")}
        parts = [_guiding(part) for part in node.get("allOf", ())]
        if "$ref" in node:
            parts.append(_guiding(defs.get(node["$ref"].removeprefix(PREFIX), {})))
        done = combine([rest, *(part for part in parts if not _only_not(part))])
        negated = [part["not"] for part in parts if _only_not(part)]
        if negated:
            done = {**done, "not": {"anyOf": [*([done["not"]] if "not" in done else []), *negated]}}
        if done == node and "anyOf" in node:
            return node  # two unions side by side: the next one's turn comes with each branch of the first
        if done == node:
            also = [part["contains"] for part in node["allOf"] if isinstance(part, dict) and "contains" in part]
            return {word: value for word, value in node.items() if word != "allOf"} | {ALSO: also}
        node = done
    return None


def _guiding(schema: Json) -> Json:
    """Return a schema without what says nothing on its own."""
    return {word: schema[word] for word in schema if word not in RESTS} if isinstance(schema, dict) else schema


def _only_not(part: Json) -> bool:
    return isinstance(part, dict) and part.keys() == {"not"}
