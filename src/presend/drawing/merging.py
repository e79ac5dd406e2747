"""Merge several schemas for one value into schemas without unions and references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.schema.nodes import PREFIX
from presend.schema.subschemas import common_kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from presend.schema.nodes import Schema

COMPOSED = ("$ref", "allOf", "oneOf", "anyOf")  # keywords that apply other schemas to the same value


def alternatives(schema: Schema | bool, named: Mapping[str, Schema], within: tuple[str, ...] = ()) -> list[Schema]:
    """Return the ways to fit a schema, each as a schema without unions, parts and references.

    Args:
        schema: The schema.
        named: The schemas that a reference may name.
        within: The names that are being followed; a reference to one of them adds nothing.
    """
    if isinstance(schema, bool):
        return [{}] if schema else []
    found = [{word: value for word, value in schema.items() if word not in COMPOSED}]
    ways: list[list[Schema]] = [alternatives(part, named, within) for part in schema.get("allOf", ())]
    name = schema.get("$ref", "").removeprefix(PREFIX)
    if name and name not in within:
        ways.append(alternatives(named[name], named, (*within, name)))
    unions = [schema[word] for word in ("oneOf", "anyOf") if word in schema]
    ways += [[flat for branch in union for flat in alternatives(branch, named, within)] for union in unions]
    for way in ways:
        found = [both for one in found for other in way for both in _merged(one, other)]
    return found


def kinds_of_type(schema: Schema) -> list[str]:
    """Return the JSON types of a schema that has a type or is a file."""
    kinds = schema.get("type", "string")  # a file may have no type
    return list(kinds) if isinstance(kinds, list) else [kinds]


def _merged(one: Schema, other: Schema) -> Iterable[Schema]:
    """Yield one schema for two schemas of one value, as exact as possible; nothing if no value can fit both."""
    both = {**one, **other}
    if "type" in one and "type" in other:
        both["type"] = common_kinds(kinds_of_type(one), kinds_of_type(other))
        if not both["type"]:
            return
    if "properties" in one and "properties" in other:
        twice = one["properties"].keys() & other["properties"].keys()
        joined = {name: {"allOf": [one["properties"][name], other["properties"][name]]} for name in twice}
        both["properties"] = {**one["properties"], **other["properties"], **joined}
    if "required" in one and "required" in other:
        both["required"] = [*dict.fromkeys([*one["required"], *other["required"]])]
    yield both
