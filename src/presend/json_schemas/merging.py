"""`allOf`, and a `$ref` with keywords beside it, as one schema that says the same."""

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


class CannotMerge(ValueError):  # told as a problem
    """Say why several schemas cannot be written as one."""


def merged(node: Schema, root: Schema) -> Schema:
    """Return one schema for a node and all of its `allOf` and `$ref`; annotations of the node itself win.

    Raises:
        CannotMerge: They say what one schema cannot, or hold themselves.
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
            raise CannotMerge("allOf holds what is no schema.")
        own = {word: copy.deepcopy(sub) for word, sub in part.items() if word not in {"allOf", "$ref"}}
        _join(result, own)
        if "$ref" in part:
            waiting.append(root if part["$ref"] == "#" else definition_of(part["$ref"], root))
        waiting.extend(part["allOf"] if isinstance(part.get("allOf"), list) else ())
    raise CannotMerge("A schema is part of itself by allOf or $ref, or has over 100 parts.")


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
            raise CannotMerge(f"Two parts of an allOf differ in {word}.")


def _require_same_names(result: Schema, part: Schema, open_to: list[Any]) -> None:
    """Refuse a closed object beside one with other properties: the one does not allow what the other names."""
    names = [set(schema.get("properties") or ()) for schema in (result, part)]
    for closed, own, others in ((open_to[0], *names), (open_to[1], *reversed(names))):
        if closed is not True and others - own:
            raise CannotMerge("One part of an allOf is closed to properties that another has.")


def _join_properties(members: Schema, others: Schema) -> None:
    for name, sub in others.items():
        if name in members and canonical(members[name]) != canonical(sub):
            members[name] = {"allOf": [members[name], sub]}
        else:
            members[name] = sub


def _common(one: Any, other: Any) -> Any:
    found = common_kinds(one, other)
    if not found:
        raise CannotMerge("No type fits all parts of an allOf.")
    return found[0] if len(found) == 1 else found
