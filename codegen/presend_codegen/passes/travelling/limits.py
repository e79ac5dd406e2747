"""Copy the limits of today's API that are keywords to the same places of another spec, where they can hold.

A limit can hold if the value has the type that it limits, and no limit of that kind yet. A keyword that closes an
object can hold if the object has every member that today's API has. All limits of a rule in a schema are copied, or
none.
"""

from __future__ import annotations

import copy
import functools
from collections import defaultdict
from typing import TYPE_CHECKING

from presend.schema.marks import RULES, SOURCE
from presend.words.pointers import last_of
from presend_codegen.passes.travelling.forms import Form, branches, kinds, paired, wide
from presend_codegen.passes.travelling.ways import every

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from presend_codegen.passes.travelling.counterparts import Counterparts
    from presend_codegen.source.load import Json, Object

    Steps = tuple[str | int, ...]
    Limit = tuple[Steps, str]  # the path from a schema, and the keyword
    Write = Callable[[], None]

KIND = {  # keyword → the type that it limits
    "maxLength": "string",
    "minLength": "string",
    "pattern": "string",
    "minimum": "number",
    "maximum": "number",
    "minItems": "array",
    "maxItems": "array",
    "maxProperties": "object",
    "additionalProperties": "object",
}
UNIONS = ("anyOf", "oneOf")
COMPONENT = 3  # number of slashes in the pointer of a component
NAMES = "propertyNames"


def limits_of(schemas: Mapping[str, Json]) -> dict[str, dict[str, list[Limit]]]:
    """Return rule → schema → the keywords that enforce the rule there.

    A part that has a name only because of its limits counts as part of the schema that refers to it.
    """
    found: dict[str, dict[str, list[Limit]]] = defaultdict(lambda: defaultdict(list))
    for name in schemas:
        if not _is_part(schemas[name]):
            for steps, node in _with_parts(schemas, schemas[name], frozenset()):
                for word, rule in node.get(RULES, {}).items():
                    found[rule][name].append((steps, word))
    return {rule: dict(places) for rule, places in found.items()}


def _is_part(schema: Object) -> bool:
    """Say whether codegen named this schema only for its limits: it is neither a component nor an object."""
    return "properties" not in schema and schema.get(SOURCE, "").count("/") > COMPONENT


def _with_parts(schemas: Mapping[str, Json], schema: Json, above: frozenset[str]) -> Iterator[tuple[Steps, Object]]:
    """Yield a schema, its subschemas and its named parts, each with its path."""
    for steps, node in every(schema):
        yield steps, node
        name = _referred(node)
        if name and name not in above and _is_part(schemas[name]):
            for way, part in _with_parts(schemas, schemas[name], above | {name}):
                yield (*steps, *way), part


def _referred(node: Object) -> str:
    return last_of(node.get("$ref", ""))


def merged_into(schemas: Object) -> frozenset[str]:
    """Return the names of the schemas that an unflattened `allOf` extends with further members."""
    parts = (part for schema in schemas.values() for _, node in every(schema) for part in node.get("allOf", ()))
    return frozenset(_referred(part) for part in parts if isinstance(part, dict)) - {""}


def writes(found: Counterparts, limits: list[Limit], old: str, new: str, rule: str) -> list[Write] | None:
    """Return functions that copy the limits of a rule from schema `old` to `new`; `None` if one of them cannot hold."""
    result: list[Write] = []
    for steps, word in limits:
        base = found.old[old]
        for step in steps:
            base = _followed(found.old, base[step])
        within = NAMES if steps[-1:] == (NAMES,) else ""
        holder = _node_at(found, steps[:-1] if within else steps, found.old[old], found.new[new])
        if holder is None or not (within not in holder if within else _may_hold(base, holder, word)):
            return None
        result.append(functools.partial(_note, holder, base[word], word, rule, within))
    return result


def _may_hold(old: Object, new: Object, word: str) -> bool:
    """Say whether a limit of one schema can hold in another."""
    if word in new and new[word] != old[word]:
        return False  # it has its own limit
    if word in KIND and kinds(new) - {"null"} - wide(frozenset([KIND[word]])):
        return False
    return word != "additionalProperties" or _is_whole(old, new)


def _is_whole(old: Object, new: Object) -> bool:
    """Say whether an object has every member that it has in the old spec, and no `patternProperties`."""
    return "patternProperties" not in new and set(old.get("properties", ())) <= set(new.get("properties", ()))


def _note(node: Object, value: Json, word: str, rule: str, within: str) -> None:
    target = node.setdefault(within, {}) if within else node
    target[word] = copy.deepcopy(value)
    target.setdefault(RULES, {})[word] = rule


def _node_at(found: Counterparts, steps: Steps, old: Json, new: Json) -> Object | None:
    """Follow a path of the old spec in the new one; return the node there if it is used in no other place."""
    old = _followed(found.old, old)
    if steps and steps[0] in UNIONS:
        return _node_at(found, steps[2:], old[steps[0]][steps[1]], new)
    likes = [form.node for one, form in paired([Form("", old, found.old)], _own_forms(found, new)) if one is not None]
    if len(likes) != 1 or not steps:
        return likes[0] if len(likes) == 1 else None
    below, way = (2, steps[:2]) if steps[0] == "properties" else (1, steps[:1])
    inner: Json = likes[0]
    for step in way:
        old, inner = old[step], inner.get(step) if isinstance(inner, dict) else None
    return _node_at(found, steps[below:], old, inner) if isinstance(inner, dict) else None


def _followed(schemas: Mapping[str, Json], node: Json) -> Json:
    """Return a part that has a name, as if it were written inline."""
    while isinstance(node, dict) and "$ref" in node and _is_part(schemas[_referred(node)]):
        node = schemas[_referred(node)]
    return node


def _own_forms(found: Counterparts, node: Object) -> list[Form]:
    """Return the forms of a value at its place; references are replaced by their targets, except objects."""
    node = _followed(found.new, node)
    if "$ref" in node:
        target = found.new[_referred(node)]
        if "properties" in target:
            return []  # the limit belongs in that schema
        del node["$ref"]
        node.update(copy.deepcopy(target))
    if "allOf" in node:
        return []
    if unions := branches(node):
        return [form for branch in unions if isinstance(branch, dict) for form in _own_forms(found, branch)]
    return [Form("", node, found.new)] if kinds(node) != {"null"} else []
