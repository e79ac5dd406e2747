"""Apply an OpenAPI Overlay 1.1 document, whose actions correct a spec or add limits to it.

In presend an action may have `x-presend-rule`, the id of the rule that its keywords enforce. Applying the action notes
the id beside each keyword that it sets (`x-presend-rules: {maxProperties: metadata.max-pairs}`). A problem that the
keyword finds is then reported under this rule.

Overlays of version 1.0 are read by the rules of 1.1. The only difference is that 1.1 also allows primitive targets.

presend is stricter than the Overlay specification, which ignores an action without a match. Here an action is an error
if its target matches nothing or if it changes nothing, so that no overlay goes stale unnoticed. The exception is an
action with only `remove: false`: its author asks for no change.
"""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import jsonpath_rfc9535 as jsonpath

from presend.reading.yaml_text import MAX_DEPTH
from presend.schema.equality import equal
from presend.schema.keywords import described, kind_of
from presend.schema.marks import RULES
from presend.schema.vocabulary import ENFORCED, MAPS, SINGLES
from presend_codegen.source.load import Json, Object, SpecError, unshared
from presend_codegen.source.updates import family_of, merge

if TYPE_CHECKING:
    from collections.abc import Iterator

    Location = tuple[str | int, ...]

RULE = "x-presend-rule"  # on an action: the rule that its keywords enforce

QUERIES = jsonpath.JSONPathEnvironment()
QUERIES.max_recursion_depth = MAX_DEPTH + 1  # as deep as presend reads documents; the library's default is 100 levels
ACTION_KEYS = {"target", "description", "update", "remove", "copy"}
WITHIN = SINGLES.intersection(ENFORCED)  # an update of these sets keywords inside them; one of lists adds branches


def apply_overlay(document: Object, overlay: Object) -> Object:
    """Return `document` with every action of `overlay` applied, in order.

    Raises:
        SpecError: An action is malformed, matches nothing, changes nothing, or does not fit its target.
    """
    result: Object = unshared(document)
    for action, where in _actions(overlay):
        _apply(result, _find(result, action["target"], where), action, where)
    return result


def apply_apart(document: Object, overlay: Object) -> Object:
    """Apply an overlay like `apply_overlay`, but share with `document` the parts that no action touches.

    A full copy would take most of the time where hundreds of actions are tried one by one on a whole API.
    """
    result = document
    for action, where in _actions(overlay):
        locations = [*_find(result, action["target"], where)]
        result = _copied_on_the_way(result, locations)
        _apply(result, {location: _at(result, location) for location in locations}, action, where)
    return result


def _actions(overlay: Object) -> Iterator[tuple[Object, str]]:
    """Yield each action with its name for error messages."""
    if not str(overlay.get("overlay", "")).startswith("1."):
        raise SpecError(f"overlay: expected version 1.x, got {overlay.get('overlay')!r}")
    for number, action in enumerate(overlay.get("actions", ())):
        if not isinstance(action, dict) or not isinstance(action.get("target"), str):
            raise SpecError(f"overlay action {number}: expected a mapping with a target")
        where = f"overlay action {number} ({action['target']})"
        _require_action(action, where)
        yield action, where


def _apply(document: Object, nodes: dict[Location, Json], action: Object, where: str) -> None:
    if action.get("remove"):
        _remove(document, [*nodes], where)
    elif "update" in action or "copy" in action:
        _update(document, nodes, action, where)


def _copied_on_the_way(document: Object, locations: list[Location]) -> Object:
    """Copy a document, but only the values at the locations and the containers above them."""
    holder: list[Object] = [document.copy()]
    copied = {id(holder[0])}  # ids of copies; an id cannot be reused while its copy lives
    for location in locations:
        node: Json = holder
        step: int | str = 0
        for above, following in itertools.pairwise((0, *location)):
            node, step = node[above], following
            if isinstance(node[step], dict | list) and id(node[step]) not in copied:
                node[step] = node[step].copy()
                copied.add(id(node[step]))
        node[step] = unshared(node[step])
    return holder[0]


def _require_action(action: Object, where: str) -> None:
    """Raise `SpecError` unless an action has exactly one well-formed change."""
    unknown = [key for key in action if key not in ACTION_KEYS and not key.startswith("x-")]
    if unknown:
        raise SpecError(f"{where}: expected {sorted(ACTION_KEYS)}, got {sorted(action)}")
    if not isinstance(action.get("remove", False), bool):
        raise SpecError(f"{where}: expected true or false as `remove`, got {described(kind_of(action['remove']))}")
    if not isinstance(action.get("copy", ""), str):
        raise SpecError(f"{where}: expected a query as `copy`, got {described(kind_of(action['copy']))}")
    if action.get("remove"):
        return  # by the specification, `update` and `copy` have no effect beside `remove`
    if "update" in action and "copy" in action:
        raise SpecError(f"{where}: expected `update` or `copy`, got both")
    if not {"update", "remove", "copy"} & action.keys():
        raise SpecError(f"{where}: expected one of update, remove, copy")


def _find(document: Object, target: str, where: str) -> dict[Location, Json]:
    """Return the values that match a query, by location: deeper ones first, and later items of a list first."""
    try:
        nodes = QUERIES.find(target, document)
    except jsonpath.JSONPathError as error:
        raise SpecError(f"{where}: the target is not an RFC 9535 query: {error}") from None
    if not nodes:
        raise SpecError(f"{where}: the target matches nothing; correct it, or remove the action")
    # In this order a change does not move the values that are still to be changed.
    return dict(sorted(((node.location, node.value) for node in nodes), key=lambda pair: _order(pair[0]), reverse=True))


def _order(location: Location) -> list[tuple[int, str]]:
    return [(step, "") if isinstance(step, int) else (-1, step) for step in location]


def _remove(document: Object, locations: list[Location], where: str) -> None:
    for location in locations:
        if not location:
            raise SpecError(f"{where}: the root cannot be removed")
        del _at(document, location[:-1])[location[-1]]


def _update(document: Object, nodes: dict[Location, Json], action: Object, where: str) -> None:
    """Merge the update of an action into each of its targets; all targets must have the same kind."""
    update = action["update"] if "update" in action else _copied(document, action, where)
    families = {family_of(value) for value in nodes.values()}
    if len(families) > 1:
        raise SpecError(f"{where}: expected targets of one kind, got {' and '.join(sorted(families))}")
    (family,) = families
    if family != "arrays" and family_of(update) != family:
        raise SpecError(
            f"{where}: expected an update that fits its targets, which are {family}, got {described(kind_of(update))}"
        )
    changes = [_set(document, location, update, action.get(RULE), where) for location in nodes]
    if not any(changes):
        raise SpecError(f"{where}: changes nothing; remove the action")


def _set(document: Object, location: Location, update: Json, rule: str | None, where: str) -> bool:
    """Merge an update into one target, note the rule of its keywords, and say whether anything changed."""
    before = _at(document, location)
    if isinstance(before, list):
        after = [*before, *(unshared(update) if isinstance(update, list) else [unshared(update)])]
    else:
        after = merge(before, update, where)
    noted = False
    if rule is not None and isinstance(update, dict) and isinstance(after, dict):
        for schema, keyword in _keywords(after, update):
            schema[RULES] = {**schema.get(RULES, {}), keyword: rule}
    elif rule is not None:
        noted = _note(document, location, rule)
    is_changed = noted or not equal(before, after)
    if location:
        holder: Json = _at(document, location[:-1])
        holder[location[-1]] = after
    else:
        document.update(after)  # the merged object has all members of the old one
    return is_changed


def _note(document: Object, location: Location, rule: str) -> bool:
    """Note the rule beside the keyword that is the target or contains it; say whether the note is new."""
    while location and isinstance(location[-1], int):
        location = location[:-1]
    if not location or location[-1] not in ENFORCED or location[-1] == "type":
        return False
    schema = _at(document, location[:-1])
    rules = {**schema.get(RULES, {}), str(location[-1]): rule}
    is_new: bool = schema.get(RULES) != rules
    schema[RULES] = rules
    return is_new


def _at(document: Object, location: Location) -> Json:
    node: Json = document
    for step in location:
        node = node[step]
    return node


def _copied(document: Object, action: Object, where: str) -> Json:
    found = _find(document, action["copy"], where)
    if len(found) != 1:
        raise SpecError(f"{where}: expected `copy` to match one place, got {len(found)}")
    return unshared(next(iter(found.values())))


def _keywords(schema: Json, update: Object) -> Iterator[tuple[Object, str]]:
    """Yield each schema that `update` reached with each keyword that it set there."""
    for key, part in update.items():
        if key in MAPS and isinstance(part, dict):
            for name, sub in part.items():
                if isinstance(sub, dict):
                    yield from _keywords(schema[key][name], sub)
        elif key in WITHIN and isinstance(part, dict):
            if key != "if":  # `if` alone decides nothing
                yield from _keywords(schema[key], part)
        elif key != "type" and not key.startswith("x-"):
            yield schema, key
