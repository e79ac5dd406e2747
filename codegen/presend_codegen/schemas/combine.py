"""Merge schemas that all apply to the same value (the parts of an `allOf`) into one schema, as far as possible.

The rest stays under `allOf`, so the result accepts the same values as all parts together. Some keywords depend on
others of the same schema (`GROUPS`); each such group is merged as a whole or not at all.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from presend.schema.equality import equal
from presend.schema.subschemas import common_kinds
from presend.schema.vocabulary import CONDITION, LEAST, MOST, READ_WITH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from presend_codegen.source.load import Json, Object

    Group = tuple[str, ...]

NOTHING: dict[str, Any] = {"not": {}}
MEMBERS: Group = (*READ_WITH["additionalProperties"], "additionalProperties")
ITEMS: Group = (*READ_WITH["items"], "items")
VALUES: Group = ("const", "enum")
CONTENTS: Group = ("contains", *READ_WITH["contains"])
LED = {"if": CONDITION, "contains": CONTENTS}  # the other keywords of the group have no effect without this one
RESTS = {"unevaluatedProperties": MEMBERS, "unevaluatedItems": ITEMS}  # apply to what no other keyword covers


def text_of(node: Json) -> str:
    """Return a text that is the same for equal JSON values; 1 and true differ, the order of members does not matter."""
    return json.dumps(node, sort_keys=True)


def alike(left: Json, right: Json) -> bool:
    """Say whether two values of a keyword are equal as JSON; Python's `==` takes 1 for true."""
    return left is right or text_of(left) == text_of(right)


def is_free(node: Json) -> bool:
    """Say whether a schema obviously accepts every value."""
    return node is True or (isinstance(node, dict) and not node)


def _both(left: Json, right: Json) -> Json:
    if is_free(left) or is_free(right):
        return right if is_free(left) else left
    if left is False or right is False or NOTHING in (left, right):
        return False
    return left if alike(left, right) else {"allOf": [left, right]}


def _each(left: Object, right: Object) -> Object:
    return {
        name: _both(left[name], right[name]) if name in left and name in right else (left | right)[name]
        for name in left | right
    }


def _kinds(left: Json, right: Json) -> Json:
    kept = common_kinds(left, right)
    return kept[0] if len(kept) == 1 else kept


def _members(left: Object, right: Object) -> Object | None:
    """Merge the keywords about members; `None` where one schema has patterns and the other limits the rest."""
    word = "additionalProperties"
    others = [side.get(word, True) for side in (left, right)]
    if all(map(is_free, others)):
        words = [word for word in MEMBERS[:2] if word in left or word in right]
        return {word: _each(left.get(word, {}), right.get(word, {})) for word in words}
    if "patternProperties" in left or "patternProperties" in right:
        return None
    names = {**left.get("properties", {}), **right.get("properties", {})}
    rest = _both(*others)
    views = {
        name: _both(
            *(side.get("properties", {}).get(name, other) for side, other in zip((left, right), others, strict=True))
        )
        for name in names
    }
    return {"properties": {name: view for name, view in views.items() if view is not False or rest}, word: rest}


def _items(left: Object, right: Object) -> Object:
    """Merge the keywords about items, position by position."""
    firsts = [side.get("prefixItems", []) for side in (left, right)]
    rests = [side.get("items", True) for side in (left, right)]
    longest = max(map(len, firsts))
    rows = [[*first, *[rest] * (longest - len(first))] for first, rest in zip(firsts, rests, strict=True)]
    prefix = {"prefixItems": [_both(one, other) for one, other in zip(*rows, strict=True)]} if longest else {}
    items = _both(*rests)
    return prefix if is_free(items) else {**prefix, "items": items}


def _values(left: Object, right: Object) -> Object:
    first, second = ([side["const"]] if "const" in side else side["enum"] for side in (left, right))
    return {"enum": [value for value in first if any(equal(value, other) for other in second)]}


MERGED: dict[str, Callable[[Any, Any], Any]] = {
    "required": lambda left, right: list(dict.fromkeys([*left, *right])),
    "propertyNames": _both,
    "type": _kinds,
    **dict.fromkeys(LEAST, max),
    **dict.fromkeys(MOST, min),
    "uniqueItems": lambda left, right: left or right,
}
GROUPS: dict[Group, Callable[[Object, Object], Object | None]] = {
    MEMBERS: _members,
    ITEMS: _items,
    VALUES: _values,
    CONDITION: lambda *_: None,
    CONTENTS: lambda *_: None,
}
GROUP_OF = {word: group for group in GROUPS for word in group}


def combine(schemas: Iterable[Json]) -> Object:
    """Merge schemas that all apply to the same value."""
    result: Object = {}
    left: list[Json] = []
    for schema in schemas:
        part: Object = schema if isinstance(schema, dict) else {} if schema else NOTHING
        if any(word in part for word in RESTS):
            left.append(part)
            continue
        left += part.get("allOf", ())
        for told in _split(part):
            joined = _joined(result, told)
            if joined is None:
                left.append(told)
            else:
                result = joined
    if is_free(result.get("not")) or result.get("type") == [] or result.get("enum") == []:
        return NOTHING
    left = list({text_of(part): part for part in left}.values())
    return {**result, "allOf": left} if left else result


def _split(part: Object) -> list[Object]:
    """Split a schema into its groups of keywords and its single keywords."""
    found: dict[Group, Object] = {}
    for word, value in part.items():
        if word != "allOf":
            found.setdefault(GROUP_OF.get(word, (word,)), {})[word] = value
    told = [found[group] for group in found if group[0] not in LED or group[0] in found[group]]
    return [one for one in told if one.keys() != {*VALUES}] + [
        {word: one[word]} for one in told if one.keys() == {*VALUES} for word in VALUES
    ]


def _joined(result: Object, told: Object) -> Object | None:
    """Add a group or a keyword to the result; return `None` if the result has one that cannot be merged with it."""
    word = next(iter(told))
    group = GROUP_OF.get(word, (word,))
    before = {key: result[key] for key in group if key in result}
    if not before or alike(before, told):
        return {**result, **told}
    if group in GROUPS:
        merged = GROUPS[group](before, told)
    else:
        merged = {word: MERGED[word](result[word], told[word])} if word in MERGED else None
    if merged is None:
        return None
    return {**{key: value for key, value in result.items() if key not in group}, **merged}


def closed(parts: list[Object], rests: Object) -> Object | None:
    """Merge parts of an `allOf` with the `unevaluated…` keywords beside them.

    Return `None` where the result depends on the value: a branch of a union counts only if the value fits it.
    """
    result = combine(parts)
    for word in rests:
        group, simple = RESTS[word], RESTS[word][-1]
        if any(_depends(part, group) for part in parts) or _depends(result, group):
            return None
        if result != NOTHING and not any(simple in part for part in parts):
            result = {**result, simple: rests[word]}
    return result


def _depends(part: Object, group: Group) -> bool:
    """Say whether the members, or items, that a schema covers depend on the value."""
    words = {"$ref", "anyOf", "if", "dependentSchemas", *RESTS} | ({"contains"} if group is ITEMS else set())
    left = part.get("allOf", ())
    return bool(words & part.keys()) or any(
        not isinstance(one, dict) or {*group, "allOf"} & one.keys() or _depends(one, group) for one in left
    )
