"""Build the typed model of a payload that the model itself refuses, because a rule that it enforces is ignored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.examine import accepts, tagged_branch
from presend.keywords import kind_of

if TYPE_CHECKING:
    from presend.pack import Pack
    from presend.schema import Node


def construct(pack: Pack, node: Node, value: Any) -> Any:
    """Return `value` with each object as an instance of its model, nothing checked; other values stay plain."""
    if node.is_file:
        return value
    if node.branches:
        branch = _branch(node, value)
        return value if branch is None else construct(pack, branch, value)
    if isinstance(value, list) and node.items is not None:
        return [construct(pack, node.items, item) for item in value]
    if isinstance(value, dict) and node.name and node.is_record:
        members = {
            name: construct(pack, node.properties[name], member) if name in node.properties else member
            for name, member in value.items()
        }
        return pack.model(node.name).model_construct(**members)
    return value


def _branch(node: Node, value: Any) -> Node | None:
    if node.tagged and isinstance(value, dict):
        return tagged_branch(node, value)
    fitting = [branch for branch in node.branches if kind_of(value) in branch.kinds]
    return next((branch for branch in fitting if accepts(branch, value)), fitting[0] if fitting else None)
