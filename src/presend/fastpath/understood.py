"""Find schemas that constrain one value at a time, and members that tell branches of a union apart."""

from __future__ import annotations

import dataclasses
import itertools
import operator

from presend.schema.nodes import Node

LIMITS = {  # JSON type → keyword → the same limit in msgspec's words
    "string": {"minLength": "min_length", "maxLength": "max_length", "pattern": "pattern"},
    "integer": {"minimum": "ge", "maximum": "le", "exclusiveMinimum": "gt", "exclusiveMaximum": "lt"},
    "number": {"minimum": "ge", "maximum": "le", "exclusiveMinimum": "gt", "exclusiveMaximum": "lt"},
    "array": {"minItems": "min_length", "maxItems": "max_length"},
    "object": {"minProperties": "min_length", "maxProperties": "max_length"},
    "boolean": {},
    "null": {},
}
# Attributes of a node that generated types express, or that have no effect on errors.
UNDERSTOOD = frozenset(
    "name source kinds checks expected rule_ids hints rules_at residual_of properties required additional keys items "
    "branches tag tagged is_open exclusive default".split()
)
_NOTHING = Node("", "")
_not_understood = operator.attrgetter(
    *(field.name for field in dataclasses.fields(Node) if field.name not in UNDERSTOOD)
)


def is_understood(node: Node) -> bool:
    """Return whether types can express everything in a node."""
    if node.error_rules or node.member_error_rules or node.residual is not None or node.is_file:
        return False
    if node.exclusive and not all(differ(one, other) for one, other in itertools.combinations(node.branches, 2)):
        return False
    return bool(_not_understood(node) == _not_understood(_NOTHING))


def differ(one: Node, other: Node) -> bool:
    """Return whether it is evident that no value fits both of two nodes."""
    common = one.kinds & other.kinds
    if common == {"array"}:
        never_empty = any(node.limits.get("minItems") for node in (one, other))
        return bool(never_empty and one.items and other.items and differ(one.items, other.items))
    return not common or bool(told_apart((one, other))[1])


def told_apart(branches: tuple[Node, ...]) -> tuple[str, dict[str, Node]]:
    """Return a member that distinguishes the branches without a discriminator, and the branch for each value."""
    for name in branches[0].required if len(branches) > 1 else ():
        pairs = [(value, branch) for branch in branches for value in tags(branch, name)]
        if len({value for value, _ in pairs}) == len(pairs) and all(tags(branch, name) for branch in branches):
            return name, dict(pairs)
    return "", {}


def tags(branch: Node, name: str) -> list[str]:
    """Return the values of a required member of an object branch, if an enum of strings is its only constraint."""
    member = branch.properties.get(name)
    if member is None or branch.kinds != {"object"} or name not in branch.required or not is_understood(member):
        return []
    limits = member.limits
    values = limits.get("enum", ()) if len(limits) == 1 else ()
    return list(values) if all(isinstance(value, str) for value in values) else []
