"""List the forms of a value: the branches of its schema's unions, with references followed, and their JSON types."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from presend.schema.keywords import kind_of
from presend.schema.marks import RULES
from presend.words.pointers import last_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from presend_codegen.source.load import Json, Object

UNIONS = ("anyOf", "oneOf", "allOf")
JSON_TYPES = frozenset(("null", "boolean", "number", "integer", "string", "array", "object"))
LIKE = 0.5  # the least share of common members of two objects to be counterparts


class Form(NamedTuple):
    """One form of a value: the name of its schema, if it has one, the schema, and all schemas of its spec."""

    name: str
    node: Object
    schemas: Mapping[str, Json]


def forms(schemas: Mapping[str, Json], node: Json, name: str = "", seen: frozenset[str] = frozenset()) -> list[Form]:
    """Return the forms of a value, except null."""
    if not isinstance(node, dict):
        return []
    if "$ref" in node:
        name = last_of(node["$ref"])
        return [] if name in seen else forms(schemas, schemas[name], name, seen | {name})
    if unions := branches(node):
        return [form for branch in unions for form in forms(schemas, branch, "", seen)]
    return [Form(name, node, schemas)] if kinds(node) != {"null"} else []


def branches(node: Object) -> list[Json]:
    """Return the branches of a schema's unions, unless only the schema itself decides the type of the value."""
    unions = [branch for word in UNIONS for branch in node.get(word, ())]
    return unions if "properties" not in node and any(map(_is_form, unions)) else []


def _is_form(branch: Json) -> bool:
    """Say whether a branch defines a kind of value, rather than only adding a requirement."""
    return isinstance(branch, dict) and bool({"type", "$ref", "properties", "enum", "const", *UNIONS} & branch.keys())


def kinds(node: Object) -> frozenset[str]:
    """Return the JSON types that a form may have."""
    listed = node["enum"] if "enum" in node else [node["const"]] if "const" in node else None
    if listed is not None:
        return frozenset(kind_of(value) for value in listed)
    named = node.get("type", [*JSON_TYPES])
    return frozenset([named] if isinstance(named, str) else named)


def wide(found: frozenset[str]) -> frozenset[str]:
    """Return kinds together with the narrower kinds that they include."""
    return found | {"integer"} if "number" in found else found


def allowed_values(node: Object) -> frozenset[str] | None:
    """Return the strings that a form lists; `None` if it allows any, or if only a rule's limit lists them."""
    if "enum" in node.get(RULES, ()):
        return None
    listed = node["enum"] if "enum" in node else [node["const"]] if "const" in node else None
    return None if listed is None else frozenset(map(str, listed))


def spelling_key(name: str) -> str:
    """Return the name of a schema without differences in spelling between dialects."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def paired(old: list[Form], new: list[Form]) -> Iterator[tuple[Form | None, Form]]:
    """Yield each form of the new spec with its counterpart in the old one, or with `None`."""
    theirs = [(one, wide(kinds(one.node))) for one in old]
    objects = [one for one, said in theirs if "object" in said]
    is_only = sum("object" in kinds(one.node) for one in new) == 1
    for form in new:
        mine = wide(kinds(form.node))
        if "object" in mine:
            yield _nearest(objects, form, is_only=is_only), form
        else:
            near = [one for one, said in theirs if said & mine - {"null"}]
            yield next((one for one in near if _kinds_of_items(one) & _kinds_of_items(form)), None), form


def _kinds_of_items(form: Form) -> frozenset[str]:
    """Return the types that items of an array may have; all types for other forms and for free items."""
    said = forms(form.schemas, form.node["items"]) if "items" in form.node else []
    return frozenset[str]().union(*(wide(kinds(one.node)) for one in said)) if said else JSON_TYPES


def _nearest(old: list[Form], new: Form, *, is_only: bool) -> Form | None:
    """Return the old object that corresponds to a new one: by name, otherwise by tag, otherwise by common members."""
    for one in old:
        if new.name and spelling_key(one.name) == spelling_key(new.name):
            return one
    fitting = [one for one in old if not _is_tagged_apart(one.node, new.node)]
    if len(old) == 1 and is_only:
        return next(iter(fitting), None)
    ranked = sorted(fitting, key=lambda one: _likeness(one.node, new.node), reverse=True)
    likest = [_likeness(one.node, new.node) for one in ranked]
    is_sure = bool(likest) and likest[0] >= LIKE and likest[0] > [*likest, 0][1]
    return ranked[0] if is_sure else None


def _is_tagged_apart(old: Object, new: Object) -> bool:
    """Say whether two objects share a member that never has the same value in both."""
    return any(
        not mine & theirs
        for name, member in old.get("properties", {}).items()
        if (mine := allowed_values(member)) is not None
        and (theirs := allowed_values(new.get("properties", {}).get(name, {}))) is not None
    )


def _likeness(old: Object, new: Object) -> float:
    mine, theirs = set(old.get("properties", ())), set(new.get("properties", ()))
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0
