"""Fast path: prove in one walk that a schema meets all requirements; a schema without proof is checked in full.

The proof covers the most common keywords and schemas of a usual size. It never rejects.
"""

from __future__ import annotations

import itertools
import math
from typing import TYPE_CHECKING, Any

from presend.structured.meta_schema import is_count, is_proven_schema
from presend.structured.strict import FORMATS, is_definition

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.schema.subschemas import Schema

    Proof = Callable[["Ahead", Schema], bool]

LEVELS = 10  # most levels for the proof, where each keyword with schemas counts; strict mode counts fewer (sizes.py)
NAMES, CHARACTERS = (
    500,
    50_000,
)  # most properties, and most characters in their names: far below the limits of strict mode
VALUES = 200  # most values in all enums together
TEXTS = frozenset(("title", "description"))
COUNTS = frozenset(("minLength", "maxLength", "minItems", "maxItems"))
BOUNDS = frozenset(("minimum", "maximum"))
OF_OBJECTS = frozenset(("type", "properties", "required", "additionalProperties", "$defs", *TEXTS))
OF_ARRAYS = frozenset(("type", "items", "minItems", "maxItems", *TEXTS))
USUAL = ("type", "description")  # the keywords of most scalars
USUAL_KINDS = ("string", "integer", "number", "boolean", "null")
UNASKED = frozenset(("type", "default"))  # of scalars
NO_NAMES: list[str] = []
MISSING = object()


class Ahead:
    """The schemas that a proof has not visited yet."""

    __slots__ = ("enums", "names", "nodes", "references", "strict")

    def __init__(self, strict: bool) -> None:
        self.strict = strict
        self.names: list[str] = []
        self.nodes: list[Any] = []
        self.enums: list[list[str]] = []
        self.references: list[str] = []


def is_proven_sound(schema: Schema, *, strict: bool, is_function: bool) -> bool:
    """Say whether it is proven that no requirement is broken; `False` proves nothing."""
    if not strict and not is_function:
        return is_proven_schema(schema)
    try:
        return _is_proven(schema, strict=strict)
    except (TypeError, AttributeError):  # a name that is not a string, or a list or a number in place of a schema
        return False


def _is_proven(schema: Schema, *, strict: bool) -> bool:
    if schema.get("type") != "object":
        return False
    ahead, level = Ahead(strict), [schema]
    for _ in range(LEVELS):
        for node in level:
            kind = node.get("type")
            if len(node) == len(USUAL) and kind in USUAL_KINDS and type(node.get("description")) is str:
                continue  # most are {"type": …, "description": …}
            proof = PROOFS.get(kind, _is_no) if type(kind) is str else _is_mixed if kind else _is_union
            if not proof(ahead, node):
                return False
        if not ahead.nodes:
            return _is_small(ahead) and all(is_definition(reference, schema) for reference in ahead.references)
        level, ahead.nodes = ahead.nodes, []
    return False


def _is_small(ahead: Ahead) -> bool:
    """Say whether the visited schemas are far below the limits of strict mode."""
    names = ahead.names
    if ahead.enums:
        listed = list(itertools.chain.from_iterable(ahead.enums))
        names += filter(None, listed)  # the types include null
        if len(listed) > VALUES:
            return False
    return len(names) <= NAMES and len("".join(names)) <= CHARACTERS


def _is_object(ahead: Ahead, node: Schema) -> bool:
    members, required = node.get("properties"), node.get("required", NO_NAMES)
    if type(members) is not dict or type(required) is not list or not node.keys() <= OF_OBJECTS:
        return False
    closed = node.get("additionalProperties", MISSING)
    if ahead.strict:
        if closed is not False or not members or (required != list(members) and not _are_same(required, members)):
            return False
    elif required and not (len(set(required)) == len(required) and "".join(required)):
        return False
    elif closed is not MISSING and type(closed) is not bool:
        ahead.nodes.append(closed)
    ahead.nodes += members.values()
    ahead.names += members
    if "$defs" in node:
        ahead.nodes += node["$defs"].values() if type(node["$defs"]) is dict else [MISSING]
        ahead.enums.append([*node["$defs"]])  # names that are counted with the strings of enums
    return _has_texts(node)


def _are_same(required: list[str], members: Schema) -> bool:
    return len(required) == len(members) and members.keys() == set(required)


def _has_texts(node: Schema) -> bool:
    return type(node.get("description", "")) is str and type(node.get("title", "")) is str


def _is_array(ahead: Ahead, node: Schema) -> bool:
    if "items" not in node or not node.keys() <= OF_ARRAYS:
        return False
    ahead.nodes.append(node["items"])
    return _has_texts(node) and is_count(node.get("minItems", 0)) and is_count(node.get("maxItems", 0))


def _is_number(value: Any) -> bool:
    return type(value) is int or (type(value) is float and math.isfinite(value))


def _is_scalar(ahead: Ahead, node: Schema) -> bool:
    for word, part in node.items():
        if word in UNASKED:
            continue
        if word in TEXTS:
            if type(part) is not str:
                return False
        elif word == "enum":
            if type(part) is not list or not part or len(set(part)) != len(part):
                return False
            texts = part if None not in part else [value for value in part if value is not None]
            if "\n" in "".join(texts):
                return False
            ahead.enums.append(part)
        elif word == "format":
            if type(part) is not str or (ahead.strict and part not in FORMATS):
                return False
        elif not (is_count(part) if word in COUNTS else word in BOUNDS and _is_number(part)):
            return False
    return True


def _is_mixed(ahead: Ahead, node: Schema) -> bool:
    """Prove a schema of several scalar types."""
    kinds = node["type"]
    if type(kinds) is not list or len(set(kinds)) != len(kinds):
        return False
    for kind in kinds:
        if PROOFS.get(kind) is not _is_scalar:
            return False
    return _is_scalar(ahead, node)


def _is_union(ahead: Ahead, node: Schema) -> bool:
    branches = node.get("anyOf")
    if type(branches) is list and branches:
        ahead.nodes += branches
        return node.keys() <= {"anyOf", "default", *TEXTS} and _has_texts(node)
    if len(node) == 1 and type(node.get("$ref")) is str:
        ahead.references.append(node["$ref"])
        return True
    return not node and not ahead.strict


def _is_no(_ahead: Ahead, _node: Schema) -> bool:
    return False


PROOFS: dict[str, Proof] = {
    "object": _is_object,
    "array": _is_array,
    **dict.fromkeys(USUAL_KINDS, _is_scalar),
}
