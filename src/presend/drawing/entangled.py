"""Find nodes with keywords that the strategies do not support, so that drawn values must be checked."""

from __future__ import annotations

from presend.schema.nodes import ALL_KINDS, Node

ENTANGLING = frozenset(
    {"dependentRequired", "minProperties", "uniqueItems"}
)  # keywords about several members or items at once
SCALAR_OR_OBJECT = frozenset({"boolean", "number", "object", "string"})  # arrays differ by their items


def is_entangled(node: Node) -> bool:
    """Say whether a node has keywords that its strategy does not support."""
    words = node.limits.keys()
    rivals = [kind for branch in node.branches if not node.tagged for kind in branch.kinds & SCALAR_OR_OBJECT]
    own = (
        node.checks or node.properties or node.required or node.items or node.keys or isinstance(node.additional, Node)
    )
    return bool(
        not node.is_simple
        or node.exclusive
        or node.condition is not None
        or len(rivals) > len(set(rivals))
        or (node.properties and "maxProperties" in words)
        or not words.isdisjoint(ENTANGLING)
        or (own and (node.branches or node.kinds == ALL_KINDS))
    )
