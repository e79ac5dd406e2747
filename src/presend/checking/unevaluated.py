"""Find the members or items that some schema has evaluated, for `unevaluatedProperties` and `unevaluatedItems`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.schema.patterns import searcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.schema.nodes import Node

    Accepts = Callable[[Node, Any], bool]


def evaluated(node: Node, value: Any, accepts: Accepts) -> set[Any]:
    """Return the names, or the indexes, that a schema which takes `value` has spoken of.

    Args:
        node: The schema. What it says of the rest (`unevaluated…`) counts where it stands deeper down alone.
        value: An object or an array.
        accepts: Says whether a node takes a value.
    """
    spoken = _members(node, value) if isinstance(value, dict) else _items(node, value, accepts)
    for part in _beside(node, value, accepts):
        whole = part.other_members if isinstance(value, dict) else part.other_items
        if whole is not None:
            return {*value} if isinstance(value, dict) else {*range(len(value))}
        spoken |= evaluated(part, value, accepts)
    return spoken


def _members(node: Node, value: dict[str, Any]) -> set[Any]:
    if node.additional is not None:
        return {*value}
    matching = {name for name in value for pattern, _ in node.patterns if searcher(pattern)(name)}
    return matching | (value.keys() & node.properties.keys())


def _items(node: Node, value: list[Any], accepts: Accepts) -> set[Any]:
    if node.items is not None:
        return {*range(len(value))}
    found = {index for index, item in enumerate(value) if node.contained and accepts(node.contained[0], item)}
    return found | {*range(min(len(node.prefix), len(value)))}


def _beside(node: Node, value: Any, accepts: Accepts) -> Iterator[Node]:
    """Yield the schemas that a node holds the same value against, and that take it."""
    yield from node.parts
    yield from (branch for branch in node.branches if accepts(branch, value))
    if node.condition is not None:
        condition, then, otherwise = node.condition
        fits = accepts(condition, value)
        yield from (part for part in ((condition, then) if fits else (otherwise,)) if part is not None)
    yield from (part for name, part in node.dependents.items() if isinstance(value, dict) and name in value)
