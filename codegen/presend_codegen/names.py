"""Give every inline object a name of its own, made from its place, so that no class is ever numbered.

`CreateMessageRequest/properties/attachments/items` becomes `CreateMessageRequestAttachment`; a branch of a
tagged union is named by its tag. All names are decided here, before anything is emitted.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from presend_codegen.closure import PREFIX
from presend_codegen.load import Json, Object, SpecError
from presend_codegen.normalise import LISTS, MAPS, NULL, SINGLES, branches_of

if TYPE_CHECKING:
    from collections.abc import Iterator

SOURCE = "x-presend-source"
TYPED = ("properties", "items", "additionalProperties", "anyOf", "oneOf")  # what stands elsewhere is only a condition


def hoist(schemas: Object, settled: Object | None = None) -> Object:
    """Return `schemas` with each inline object that has properties moved to a schema of its own.

    Every schema records where it stands in the spec (`x-presend-source`), also those that moved. Schemas that are the
    same in `settled` stay as they are.
    """
    result: Object = {}
    for name, schema in schemas.items():
        if settled is not None and settled.get(name) == schema:
            result[name] = schema
            continue
        hoisted: Object = {}
        body = _hoist_below(schema, name, f"{PREFIX}{name}", hoisted)
        if _is_mixed_union(body):
            body = _split(body, f"{name}Object", f"{PREFIX}{name}", hoisted)
        for inner, part in {**hoisted, name: body}.items():
            if inner in result or (inner in schemas and inner != name):
                raise SpecError(f"{part[SOURCE]}: the name {inner} is taken; give the place another with an overlay")
            result[inner] = {SOURCE: f"{PREFIX}{name}", **part}
    return result


def _hoist_below(node: Json, name: str, source: str, hoisted: Object) -> Json:
    if not isinstance(node, dict):
        return node
    result = dict(node)
    for step, sub in subschemas(node):
        place = f"{source}/" + "/".join(str(part).replace("~", "~0").replace("/", "~1") for part in step)
        inner = _name_below(name, step, sub)
        moved = _hoist_below(sub, inner, place, hoisted)
        if step[0] in TYPED and (_is_record(moved) or _is_union_part(moved, step)):
            moved = _move(moved, inner, place, hoisted)
        if len(step) == 1:
            result[step[0]] = moved
        else:
            key, at = step
            result[key] = list(result[key]) if isinstance(result[key], list) else dict(result[key])
            result[key][at] = moved
    return result


def subschemas(node: Object) -> Iterator[tuple[tuple[str | int, ...], Json]]:
    """Yield the step to each direct subschema, and the subschema."""
    for key in MAPS:
        for name, sub in node.get(key, {}).items():
            yield (key, name), sub
    for key in LISTS:
        for number, sub in enumerate(node.get(key, ())):
            yield (key, number), sub
    for key in SINGLES:
        if isinstance(node.get(key), dict):
            yield (key,), node[key]


def _is_record(node: Json) -> bool:
    types = node.get("type") if isinstance(node, dict) else None
    return bool(types == "object" or (isinstance(types, list) and "object" in types)) and bool(node.get("properties"))


def _is_union_part(node: Json, step: tuple[str | int, ...]) -> bool:
    """Say whether the place needs a name: a union of objects, or a limited array that is a branch of a union."""
    if not isinstance(node, dict):
        return False
    objects = [branch for branch in branches_of(node) if "$ref" in branch]
    limited = step[0] in ("oneOf", "anyOf") and node.get("type") == "array" and {"minItems", "maxItems"} & set(node)
    return len(objects) > 1 or bool(limited)


def _is_mixed_union(node: Object) -> bool:
    """Say whether a named union has objects (two or more) and something else beside them."""
    branches = branches_of(node)
    return 1 < sum("$ref" in branch for branch in branches) < len(branches)


def _split(node: Object, name: str, place: str, hoisted: Object) -> Object:
    """Give the objects of a mixed union a union, and a name, of their own."""
    union = "oneOf" if "oneOf" in node else "anyOf"
    objects = [branch for branch in node[union] if "$ref" in branch]
    inner: Object = {union: objects, **{key: node[key] for key in ("discriminator", "description") if key in node}}
    hoisted[name] = {SOURCE: place, **inner}
    others = [branch for branch in node[union] if branch not in objects]
    outer = {key: value for key, value in node.items() if key != "discriminator"}
    return {**outer, union: [*others, {"$ref": PREFIX + name}]}


def _move(node: Object, name: str, place: str, hoisted: Object) -> Object:
    """Put the object under its own name; what belongs to the site (null, expectations) stays at the site."""
    expected = dict(node.get("x-presend-expected", {}))
    site = {"nullable": expected.pop("nullable")} if "nullable" in expected else {}
    body = {key: value for key, value in node.items() if key != "x-presend-expected"}
    if expected:
        body["x-presend-expected"] = expected
    if name in hoisted:
        raise SpecError(f"{place}: the name {name} is taken by {hoisted[name][SOURCE]}")
    null = isinstance(node.get("type"), list)
    if null:
        body["type"] = next(kind for kind in node["type"] if kind != "null")
    hoisted[name] = {SOURCE: place, **body}
    reference: Object = {"$ref": PREFIX + name}
    if null:
        reference = {"anyOf": [reference, dict(NULL)]}
    return {**reference, "x-presend-expected": site} if site else reference


def _name_below(name: str, step: tuple[str | int, ...], sub: Json) -> str:
    """Return the name of the place one step below the place called `name`."""
    if step[0] == "properties":
        return name + pascal(str(step[1]))
    if step[0] == "items":
        return name[:-1] if re.search(r"[^s]s$", name) else f"{name}Item"
    if step[0] not in TYPED or not isinstance(sub, dict):
        return name
    if sub.get("type") == "array":
        kind = sub.get("items", {}).get("type")
        return f"{name}{kind.capitalize()}s" if kind in ("string", "integer", "number", "array") else f"{name}Parts"
    tags = [value["enum"][0] for value in sub.get("properties", {}).values() if len(value.get("enum", ())) == 1]
    return name + pascal(str(tags[0])) if tags else name


def pascal(text: str) -> str:
    """Return `text` in PascalCase: `hate/threatening` is `HateThreatening`."""
    return "".join(word[:1].upper() + word[1:] for word in re.split(r"[^A-Za-z0-9]+", text))
