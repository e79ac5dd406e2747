"""Find the members or items that a schema covers, for `unevaluatedProperties` and `unevaluatedItems`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.schema.patterns import searcher

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.schema.nodes import Node

    Accepts = Callable[[Node, Any], bool]


def evaluated(node: Node, value: Any, accepts: Accepts) -> set[Any]:
    """Return which members (names) or items (indexes) of a value the schema covers; the value is valid.

    Args:
        node: The schema. Its own `unevaluated…` keywords do not count; those of its subschemas do.
        value: An object or an array.
        accepts: Tells whether a node accepts a value.
    """
    covered = _members(node, value) if isinstance(value, dict) else _items(node, value, accepts)
    for part in _beside(node, value, accepts):
        whole = part.other_members if isinstance(value, dict) else part.other_items
        if whole is not None:
            return {*value} if isinstance(value, dict) else {*range(len(value))}
        covered |= evaluated(part, value, accepts)
    return covered


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
    """Yield the subschemas that a node applies to the same value, and that accept it."""
    yield from node.parts
    yield from (branch for branch in node.branches if accepts(branch, value))
    if node.condition is not None:
        condition, then, otherwise = node.condition
        fits = accepts(condition, value)
        yield from (part for part in ((condition, then) if fits else (otherwise,)) if part is not None)
    yield from (part for name, part in node.dependents.items() if isinstance(value, dict) and name in value)
