"""Give every inline object a name made from its place, so that no class is ever numbered.

`CreateMessageRequest/properties/attachments/items` becomes `CreateMessageRequestAttachment`. A branch of a tagged union
is named by its tag, another branch by a member that only this branch has. Titles are never used as names. All names
are decided here, before the generator runs.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from presend.problems import pointer_of
from presend.schema.marks import EXPECTED, SOURCE
from presend.schema.subschemas import below
from presend.schema.vocabulary import DECIDING, MAPS, REFUSING_NULL
from presend_codegen.canonical.spelling import free_name, pascal
from presend_codegen.schemas.closure import PREFIX
from presend_codegen.schemas.disjoint import kinds
from presend_codegen.schemas.normalise import NULL, branches_of

if TYPE_CHECKING:
    from collections.abc import Container

    from presend_codegen.source.load import Json, Object

LIMITS = {"array": {"minItems", "maxItems"}, "object": {"minProperties", "maxProperties"}}  # the generator loses some
# A schema under any other keyword is only a condition.
TYPED = ("properties", "items", "additionalProperties", "anyOf", "oneOf")


def hoist(schemas: Object, settled: Object | None = None) -> Object:
    """Move each inline object with properties to a named schema.

    Every schema, moved or not, records its place in the spec (`x-presend-source`). Schemas that are equal in `settled`
    stay as they are.
    """
    result: Object = {}
    taken = set(schemas)
    for name, schema in schemas.items():
        if settled is not None and settled.get(name) == schema:
            result[name] = schema
            continue
        place = schema.get(SOURCE, f"{PREFIX}{name}")
        moved = _Moved({}, taken)
        body = _hoist_below(schema, name, place, moved)
        if _is_mixed_union(body, schemas, moved):
            body = _split(body, f"{name}Object", place, moved)
        result.update(moved.schemas)
        result[name] = {SOURCE: place, **body}
    return result


@dataclasses.dataclass(frozen=True, slots=True)
class _Moved:
    """The schemas that were moved out of one schema, and all names that are taken."""

    schemas: Object
    taken: set[str]

    def add(self, name: str, place: str, body: Object) -> str:
        free = free_name(f"{name}Object" if name in self.taken else name, self.taken, place)
        self.schemas[free] = {SOURCE: place, **body}
        return free


def _hoist_below(node: Json, name: str, source: str, hoisted: _Moved) -> Json:
    if not isinstance(node, dict):
        return node
    result = dict(node)
    branches = _branch_names(name, node, hoisted.taken)
    for step, sub in below(node, DECIDING):
        if step[0] not in TYPED:
            continue
        place = source + pointer_of(step)
        inner = branches.get(step) or _name_below(name, step, sub, hoisted.taken)
        moved = _hoist_below(sub, inner, place, hoisted)
        if _is_record(moved) or _is_union_part(moved, step):
            moved = _move(moved, inner, place, hoisted)
        if len(step) == 1:
            result[step[0]] = moved
        else:
            key, at = step
            result[key] = list(result[key]) if isinstance(result[key], list) else dict(result[key])
            result[key][at] = moved
    return result


def _is_record(node: Json) -> bool:
    if not isinstance(node, dict) or not node.get("properties"):
        return False
    types = node.get("type", ())
    return {*(types if isinstance(types, list) else [types])} - {"null"} == {"object"}


def _is_union_part(node: Json, step: tuple[str | int, ...]) -> bool:
    """Say whether a place needs a named schema: a union of objects, or a limited array or map, not a member."""
    if not isinstance(node, dict):
        return False
    objects = [branch for branch in branches_of(node) if "$ref" in branch]
    limits = LIMITS.get(node.get("type", "") if isinstance(node.get("type"), str) else "", set())
    return len(objects) > 1 or bool(step[0] != "properties" and limits & set(node))


def _is_mixed_union(node: Object, schemas: Object, moved: _Moved) -> bool:
    """Say whether a named union has two or more objects and something else, and can be split in two."""
    branches = branches_of(node)
    objects = [branch for branch in branches if "$ref" in branch]
    if not 1 < len(objects) < len(branches):
        return False
    others = [branch for branch in branches if branch not in objects]
    every = {**schemas, **moved.schemas}
    shared = kinds({"anyOf": objects}, every) & kinds({"anyOf": others}, every)
    return "oneOf" not in node or not shared  # "exactly one of three" cannot be split into "exactly one" of one and two


def _split(node: Object, name: str, place: str, hoisted: _Moved) -> Object:
    """Move the objects of a mixed union to a named union."""
    union = "oneOf" if "oneOf" in node else "anyOf"
    objects = [branch for branch in node[union] if "$ref" in branch]
    inner: Object = {union: objects, **{key: node[key] for key in ("discriminator", "description") if key in node}}
    name = hoisted.add(name, place, inner)
    others = [branch for branch in node[union] if branch not in objects]
    outer = {key: value for key, value in node.items() if key != "discriminator"}
    return {**outer, union: [*others, {"$ref": PREFIX + name}]}


def _move(node: Object, name: str, place: str, hoisted: _Moved) -> Object:
    """Move the object to a named schema; null and expectations stay at the place where it was."""
    expected = dict(node.get(EXPECTED, {}))
    site = {"nullable": expected.pop("nullable")} if "nullable" in expected else {}
    body = {key: value for key, value in node.items() if key != EXPECTED}
    if expected:
        body[EXPECTED] = expected
    null = False
    if isinstance(node.get("type"), list):
        others = [kind for kind in node["type"] if kind != "null"]
        null = others != node["type"] and not REFUSING_NULL & node.keys()
        if null or others == node["type"]:
            body["type"] = others[0] if len(others) == 1 else others
    reference: Object = {"$ref": PREFIX + hoisted.add(name, place, body)}
    if null:
        reference = {"anyOf": [reference, dict(NULL)]}
    return {**reference, EXPECTED: site} if site else reference


def _name_below(name: str, step: tuple[str | int, ...], sub: Json, taken: Container[str]) -> str:
    """Return the name for the place one step below the place called `name`."""
    if step[0] in MAPS:
        return name + pascal(str(step[1]))
    if step[0] == "items":
        singular = name[:-1] if re.search(r"[^s]s$", name) else ""
        return singular if singular and singular not in taken else f"{name}Item"
    if step[0] == "additionalProperties":
        return f"{name}Value"
    if not isinstance(sub, dict):
        return name
    if sub.get("type") == "array":
        items = sub.get("items")
        kind = items.get("type") if isinstance(items, dict) else None
        return f"{name}{kind.capitalize()}s" if kind in ("string", "integer", "number", "array") else f"{name}Parts"
    tags = _tags(sub)
    return name + pascal(tags[0]) if tags else name


def _tags(branch: Object) -> list[str]:
    members = branch.get("properties", {}).values()
    said = [{**value, **value.get(EXPECTED, {})} for value in members if isinstance(value, dict)]
    values = [value["enum"] if "enum" in value else [value["const"]] for value in said
              if "const" in value or len(value.get("enum", ())) == 1]  # fmt: skip
    return [str(value[0]) for value in values if isinstance(value[0], str)]


def _branch_names(name: str, node: Object, taken: set[str]) -> dict[tuple[str | int, ...], str]:
    """Return names for inline objects of a union whose usual names (`_name_below`) are taken."""
    names: dict[tuple[str | int, ...], str] = {}
    for key in ("anyOf", "oneOf"):
        records = {(key, at): sub for at, sub in enumerate(node.get(key, ())) if _is_record(sub)}
        plain = {step: _name_below(name, step, sub, taken) for step, sub in records.items()}
        for step, sub in records.items():
            if [*plain.values()].count(plain[step]) > 1 or plain[step] in taken:
                others = {word for at, sibling in records.items() if at != step for word in sibling["properties"]}
                own = [member for member in sub["properties"] if member not in others]
                names[step] = f"{plain[step]}With{pascal(own[0])}" if own else f"{plain[step]}Object"
    return names
