"""The core schema of a union in responses: the tag selects the class; with an unknown tag, any object is accepted."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pydantic import BaseModel
from pydantic_core import core_schema

if TYPE_CHECKING:
    from presend.schema.nodes import Node

    Schema = Any  # one of pydantic_core's TypedDicts, by its `type`

MISSING = object()
OTHER = ""  # key of the branch for all other values; no class has this name


def by_tag(schema: Schema, node: Node) -> Schema:
    """Return `schema`, a rewritten union of the branches of `node`, as a union that its tag decides."""
    if schema["type"] == "nullable":
        return {**schema, "schema": by_tag(schema["schema"], node)}
    choices = schema.get("choices", ())
    names = {tag: branch.name for tag, branch in node.tagged.items()}
    wanted = {*names.values()}
    named = {choice[1]: choice[0] for choice in choices if isinstance(choice, tuple) and choice[1] in wanted}
    if named.keys() != wanted:
        return schema
    others = [choice[0] if isinstance(choice, tuple) else choice for choice in choices]
    others = [choice for choice in others if not any(choice is one for one in named.values())]
    rest = core_schema.union_schema(others, mode="left_to_right")

    def chosen(value: object) -> str | None:
        if isinstance(value, BaseModel):
            own = next((base.__name__ for base in type(value).__mro__ if base.__name__ in named), None)
            if own is not None:
                return own
        tag = _tag(value, node.tag)
        if isinstance(tag, str):
            return names.get(tag, OTHER)
        return OTHER if tag is None or tag is MISSING else None

    return core_schema.tagged_union_schema({**named, OTHER: rest}, chosen)


def _tag(value: object, name: str) -> object:
    if isinstance(value, BaseModel):
        fields = type(value).model_fields.items()
        return next((getattr(value, field) for field, info in fields if (info.alias or field) == name), MISSING)
    return value.get(name, MISSING) if isinstance(value, Mapping) else MISSING
