"""Apply an OpenAPI Overlay 1.1 document: corrections and limits as data, one action each.

An action of ours may carry `x-presend-rule`, the id of the rule that its keywords enforce. Applying it notes the
id beside each keyword it sets (`x-presend-rules: {maxProperties: metadata.max-pairs}`), which is how a problem
found by that keyword gets its name.

Stricter than the Overlay specification, which lets an action miss: here an action whose target matches nothing,
or that changes nothing, is an error, so that an overlay cannot go stale unnoticed.
"""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING

import jsonpath_rfc9535 as jsonpath

from presend_codegen.load import Json, Object, SpecError

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE = "x-presend-rule"  # on an action: the rule that its keywords enforce
RULES = "x-presend-rules"  # on a schema: keyword → rule id
ACTION_KEYS = {"target", "description", "update", "remove", "copy"}
SUBSCHEMAS = frozenset(  # an update of these sets keywords inside them, not on the schema itself
    {"items", "additionalProperties", "propertyNames", "properties", "if", "then", "else", "not", "contains"}
)


def apply_overlay(document: Object, overlay: Object) -> Object:
    """Return `document` with every action of `overlay` applied, in order.

    Raises:
        SpecError: An action is malformed, matches nothing, or changes nothing.
    """
    result = copy.deepcopy(document)
    if not str(overlay.get("overlay", "")).startswith("1."):
        raise SpecError(f"overlay: expected version 1.x, got {overlay.get('overlay')!r}")
    for number, action in enumerate(overlay.get("actions", ())):
        if not isinstance(action, dict) or not isinstance(action.get("target"), str):
            raise SpecError(f"overlay action {number}: expected a mapping with a target")
        where = f"overlay action {number} ({action['target']})"
        unknown = [key for key in action if key not in ACTION_KEYS and not key.startswith("x-")]
        if unknown:
            raise SpecError(f"{where}: expected {sorted(ACTION_KEYS)}, got {sorted(action)}")
        before = copy.deepcopy(result)
        nodes = _find(result, action["target"], where)
        for location, value in nodes:
            _apply(result, action, location, value, where)
        if result == before:
            raise SpecError(f"{where}: changes nothing; remove the action")
    return result


def _find(document: Object, target: str, where: str) -> list[tuple[tuple[str | int, ...], Json]]:
    try:
        nodes = jsonpath.find(target, document)
    except jsonpath.JSONPathError as error:
        raise SpecError(f"{where}: the target is not an RFC 9535 query: {error}") from None
    if not nodes:
        raise SpecError(f"{where}: the target matches nothing; correct it, or remove the action")
    # Deepest first, so that removing one array item leaves the indexes of those still to come.
    return sorted(
        ((node.location, node.value) for node in nodes), key=lambda pair: tuple(map(str, pair[0])), reverse=True
    )


def _apply(document: Object, action: Object, location: tuple[str | int, ...], value: Json, where: str) -> None:
    if sum(key in action for key in ("update", "remove", "copy")) != 1:
        raise SpecError(f"{where}: expected one of update, remove, copy")
    if action.get("remove") is True:
        if not location:
            raise SpecError(f"{where}: the root cannot be removed")
        parent = document
        for step in location[:-1]:
            parent = parent[step]  # type: ignore[index]
        del parent[location[-1]]  # type: ignore[arg-type]
        return
    source = action["update"] if "update" in action else _copied(document, action, where)
    merged = merge(value, source)
    if RULE in action and isinstance(source, dict):
        for schema, keyword in _keywords(merged, source):
            schema.setdefault(RULES, {})[keyword] = action[RULE]


def _copied(document: Object, action: Object, where: str) -> Json:
    found = _find(document, action["copy"], where)
    if len(found) != 1:
        raise SpecError(f"{where}: expected `copy` to match one place, got {len(found)}")
    return copy.deepcopy(found[0][1])


def merge(value: Json, update: Json) -> Json:
    """Merge `update` into `value` as Overlay 1.1 says: objects key by key, arrays appended, the rest replaced."""
    if isinstance(value, dict) and isinstance(update, dict):
        for key, part in update.items():
            value[key] = merge(value[key], part) if key in value else copy.deepcopy(part)
        return value
    if isinstance(value, list):
        value.extend(copy.deepcopy(update) if isinstance(update, list) else [copy.deepcopy(update)])
        return value
    return copy.deepcopy(update)


def _keywords(schema: Json, update: Object) -> Iterator[tuple[Object, str]]:
    """Yield each schema that `update` reached with each keyword that it set there."""
    for key, part in update.items():
        if key == "properties" and isinstance(part, dict):
            for name, sub in part.items():
                yield from _keywords(schema[key][name], sub)
        elif key in SUBSCHEMAS and isinstance(part, dict):
            if key != "if":  # a condition decides nothing by itself
                yield from _keywords(schema[key], part)
        elif key != "type" and not key.startswith("x-"):
            yield schema, key
