"""Merge `allOf`, or a `$ref` with keywords beside it, into one equivalent schema."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

from presend.json_schemas.disjoint import canonical
from presend.schema.subschemas import common_kinds
from presend.schema.vocabulary import LEAST, MOST
from presend.structured.strict import definition_of

if TYPE_CHECKING:
    from presend.schema.subschemas import Schema

TOLD = frozenset(("title", "description", "default", "examples", "deprecated", "readOnly", "writeOnly", "$comment"))
MOST_PARTS = 100


class CannotMerge(ValueError):  # reported as a problem
    """Error with the reason why several schemas cannot be merged."""


def merged(node: Schema, root: Schema) -> Schema:
    """Return one schema for a node and all of its `allOf` and `$ref`; annotations of the node itself win.

    Raises:
        CannotMerge: One schema cannot express them, or they contain themselves.
    """
    result: Schema = {}
    waiting: list[Any] = [node]
    for _ in range(MOST_PARTS):
        if not waiting:
            return result
        part = waiting.pop(0)
        if part is True:
            continue
        if not isinstance(part, dict):
            raise CannotMerge("allOf contains a value that is not a schema.")
        own = {word: copy.deepcopy(sub) for word, sub in part.items() if word not in {"allOf", "$ref"}}
        _join(result, own)
        if "$ref" in part:
            waiting.append(root if part["$ref"] == "#" else definition_of(part["$ref"], root))
        waiting.extend(part["allOf"] if isinstance(part.get("allOf"), list) else ())
    raise CannotMerge("A schema contains itself through allOf or $ref, or has over 100 parts.")


def _join(result: Schema, part: Schema) -> None:
    open_to = [result.get("additionalProperties", True), part.get("additionalProperties", True)]
    if ("properties" in result or "properties" in part) and result:
        _require_same_names(result, part, open_to)
    for word, sub in part.items():
        if word not in result or canonical(result[word]) == canonical(sub):
            result[word] = sub
        elif word == "properties":
            _join_properties(result[word], sub)
        elif word == "required":
            result[word] = [*dict.fromkeys([*result[word], *sub])]
        elif word in LEAST:
            result[word] = max(result[word], sub)
        elif word in MOST:
            result[word] = min(result[word], sub)
        elif word == "type":
            result[word] = _common(result[word], sub)
        elif word == "enum":
            both = set(map(canonical, sub))
            result[word] = [value for value in result[word] if canonical(value) in both]
        elif word not in TOLD:
            raise CannotMerge(f"Two parts of an allOf have different {word}.")


def _require_same_names(result: Schema, part: Schema, open_to: list[Any]) -> None:
    """Refuse a closed object beside one with other properties, which the closed object does not allow."""
    names = [set(schema.get("properties") or ()) for schema in (result, part)]
    for closed, own, others in ((open_to[0], *names), (open_to[1], *reversed(names))):
        if closed is not True and others - own:
            raise CannotMerge("One part of an allOf does not allow the properties of another.")


def _join_properties(members: Schema, others: Schema) -> None:
    for name, sub in others.items():
        if name in members and canonical(members[name]) != canonical(sub):
            members[name] = {"allOf": [members[name], sub]}
        else:
            members[name] = sub


def _common(one: Any, other: Any) -> Any:
    found = common_kinds(one, other)
    if not found:
        raise CannotMerge("The parts of an allOf have no type in common.")
    return found[0] if len(found) == 1 else found
