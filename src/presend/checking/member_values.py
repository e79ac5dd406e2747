"""Read from schemas which strings a member may be, and whether an object needs the member."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from presend.schema.nodes import Node

LEVELS = 8  # nesting of unions that is followed; a schema can contain itself

Values = tuple[str, ...]


def leaf_branches(node: Node, depth: int = LEVELS) -> Iterable[Node]:
    """Yield the branches of a union that has no other keyword, and of unions within; else the node itself."""
    is_pure = node.branches and not (node.properties or node.parts or node.rules or node.checks or node.condition)
    if not is_pure or not depth:
        yield node
        return
    for branch in node.branches:
        yield from leaf_branches(branch, depth - 1)


def legal_texts(node: Node, name: str, depth: int = LEVELS) -> Values | None:
    """Return the strings that a schema allows for the member `name`; `None` if it does not list them."""
    lists = [_closed(node.properties[name])] if name in node.properties else []
    if depth:
        lists += [legal_texts(part, name, depth - 1) for part in node.parts]
        branches = [branch for branch in node.branches if "object" in branch.kinds]
        lists.append(_any([legal_texts(branch, name, depth - 1) for branch in branches]))
    return _all(lists)


def is_required(node: Node, name: str, depth: int = LEVELS) -> bool:
    """Return whether an object that fits a node needs the member `name`."""
    if name in node.required or not depth:
        return name in node.required
    taking = [is_required(branch, name, depth - 1) for branch in node.branches if "object" in branch.kinds]
    return any(is_required(part, name, depth - 1) for part in node.parts) or (bool(taking) and all(taking))


def _closed(member: Node, depth: int = LEVELS) -> Values | None:
    """Return the strings that the schema of a member allows; `None` if it does not list them."""
    lists: list[Values | None] = [
        tuple(value for value in values if isinstance(value, str)) for values in member.closed_lists
    ]
    if depth:
        lists.append(_any([_closed(branch, depth - 1) for branch in member.branches if "string" in branch.kinds]))
    return _all(lists)


def _all(lists: list[Values | None]) -> Values | None:
    """Return the values that are on every closed list; `None` if there is no closed list."""
    closed = [values for values in lists if values is not None]
    return tuple(value for value in closed[0] if all(value in values for values in closed)) if closed else None


def _any(lists: list[Values | None]) -> Values | None:
    """Return the values that are on at least one list; `None` if there is no list, or one of them is open."""
    if not lists or None in lists:
        return None
    return tuple(dict.fromkeys(value for values in lists for value in values or ()))
