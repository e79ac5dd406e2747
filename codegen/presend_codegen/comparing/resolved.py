"""Merge the references and `allOf` of a schema into it, to guide a search for values that it accepts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend_codegen.comparing.plain import PREFIX
from presend_codegen.schemas.combine import RESTS, combine

if TYPE_CHECKING:
    from presend_codegen.source.load import Json, Object


DEEPEST = 64  # levels of parts and references; a schema that needs more accepts no small value
ALSO = "contains, too"  # further `contains`, since a schema has room for only one


def resolved(schema: Json, defs: Object) -> Object | None:
    """Return a schema without its own references and `allOf`; `None` if they form a circle."""
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
            return node  # of two unions side by side, the second is handled with each branch of the first
        if done == node:
            also = [part["contains"] for part in node["allOf"] if isinstance(part, dict) and "contains" in part]
            return {word: value for word, value in node.items() if word != "allOf"} | {ALSO: also}
        node = done
    return None


def _guiding(schema: Json) -> Json:
    """Return a schema without keywords that have no effect by themselves."""
    return {word: schema[word] for word in schema if word not in RESTS} if isinstance(schema, dict) else schema


def _only_not(part: Json) -> bool:
    return isinstance(part, dict) and part.keys() == {"not"}
