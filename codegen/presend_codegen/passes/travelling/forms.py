"""The forms that a value may have: the branches of its schema's unions, followed to where they end, and their kinds."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from presend.schema.keywords import kind_of
from presend.words.pointers import last_of
from presend_codegen.source.overlay import RULES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from presend_codegen.source.load import Json, Object

UNIONS = ("anyOf", "oneOf", "allOf")
KINDS = frozenset(("null", "boolean", "number", "integer", "string", "array", "object"))
LIKE = 0.5  # of the members of two objects that are taken for one another, at least so many are the same


class Form(NamedTuple):
    """One form: the named schema that it is, if it is one, what is said of it, and all schemas of its spec."""

    name: str
    node: Object
    schemas: Mapping[str, Json]


def forms(schemas: Mapping[str, Json], node: Json, name: str = "", seen: frozenset[str] = frozenset()) -> list[Form]:
    """Return the forms of a value, without that of null."""
    if not isinstance(node, dict):
        return []
    if "$ref" in node:
        name = last_of(node["$ref"])
        return [] if name in seen else forms(schemas, schemas[name], name, seen | {name})
    if unions := branches(node):
        return [form for branch in unions for form in forms(schemas, branch, "", seen)]
    return [Form(name, node, schemas)] if kinds(node) != {"null"} else []


def branches(node: Object) -> list[Json]:
    """Return the branches of a schema's unions, where they and not the schema say what a value is."""
    unions = [branch for word in UNIONS for branch in node.get(word, ())]
    return unions if "properties" not in node and any(map(_is_form, unions)) else []


def _is_form(branch: Json) -> bool:
    """Say whether a branch says what a value is, and not only what it has to have."""
    return isinstance(branch, dict) and bool({"type", "$ref", "properties", "enum", "const", *UNIONS} & branch.keys())


def kinds(node: Object) -> frozenset[str]:
    """Return the JSON types that a form may have."""
    listed = node["enum"] if "enum" in node else [node["const"]] if "const" in node else None
    if listed is not None:
        return frozenset(kind_of(value) for value in listed)
    named = node.get("type", [*KINDS])
    return frozenset([named] if isinstance(named, str) else named)


def wide(found: frozenset[str]) -> frozenset[str]:
    """Return kinds with what each includes."""
    return found | {"integer"} if "number" in found else found


def values(node: Object) -> frozenset[str] | None:
    """Return the texts that a form is one of; `None` where it is any, but for a rule that says so."""
    if "enum" in node.get(RULES, ()):
        return None
    listed = node["enum"] if "enum" in node else [node["const"]] if "const" in node else None
    return None if listed is None else frozenset(map(str, listed))


def plain(name: str) -> str:
    """Return the name of a schema without what dialects spell differently."""
    return re.sub(r"[^a-z0-9]", "", name.lower())


def paired(old: list[Form], new: list[Form]) -> Iterator[tuple[Form | None, Form]]:
    """Yield each form of the new spec with the one that it is in the old; `None` where it is none of them."""
    for form in new:
        if "object" in kinds(form.node):
            near = [one for one in old if "object" in kinds(one.node)]
            yield _nearest(near, form, is_only=sum("object" in kinds(one.node) for one in new) == 1), form
        else:
            near = [one for one in old if wide(kinds(one.node)) & wide(kinds(form.node)) - {"null"}]
            yield next((one for one in near if _kinds_of_items(one) & _kinds_of_items(form)), None), form


def _kinds_of_items(form: Form) -> frozenset[str]:
    """Return the types that the items of arrays may have; of other forms, and where nothing is said, all."""
    said = forms(form.schemas, form.node["items"]) if "items" in form.node else []
    return frozenset[str]().union(*(wide(kinds(one.node)) for one in said)) if said else KINDS


def _nearest(old: list[Form], new: Form, *, is_only: bool) -> Form | None:
    """Return the object that another is: of the same name, else with the same tag, else with most of its members."""
    for one in old:
        if new.name and plain(one.name) == plain(new.name):
            return one
    fitting = [one for one in old if not _is_tagged_apart(one.node, new.node)]
    if len(old) == 1 and is_only:
        return next(iter(fitting), None)
    ranked = sorted(fitting, key=lambda one: _likeness(one.node, new.node), reverse=True)
    likest = [_likeness(one.node, new.node) for one in ranked]
    is_sure = bool(likest) and likest[0] >= LIKE and likest[0] > [*likest, 0][1]
    return ranked[0] if is_sure else None


def _is_tagged_apart(old: Object, new: Object) -> bool:
    """Say whether two objects have a member in common that never has the same value."""
    return any(
        not mine & theirs
        for name, member in old.get("properties", {}).items()
        if (mine := values(member)) is not None
        and (theirs := values(new.get("properties", {}).get(name, {}))) is not None
    )


def _likeness(old: Object, new: Object) -> float:
    mine, theirs = set(old.get("properties", ())), set(new.get("properties", ()))
    return len(mine & theirs) / len(mine | theirs) if mine | theirs else 0
