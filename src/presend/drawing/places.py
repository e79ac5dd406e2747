"""The places of a valid payload, each with its value and the node that the value has to fit."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from presend.checking.unions import tagged_branch
from presend.checking.walk import accepts
from presend.schema.keywords import KINDS, kind_of
from presend.schema.patterns import searcher

if TYPE_CHECKING:
    from collections.abc import Iterator

    from hypothesis import strategies as st

    from presend.problems import Path
    from presend.schema.nodes import Node

    Draw = st.DrawFn


@dataclasses.dataclass(frozen=True, slots=True)
class Place:
    """A value of a payload, the node that it has to fit, and its parent.

    Attributes:
        node: The node.
        holder: The object or array that holds the value.
        key: The value's key or index in it.
        path: The path from the payload to the value.
        is_branch: Whether the node is a branch that a union chose, or a part of `allOf`.
        spared: Types that are not drawn as wrong ones, as they would make another branch more likely.
    """

    node: Node
    holder: Any
    key: Any
    path: Path
    is_branch: bool = False
    spared: frozenset[str] = frozenset()

    @property
    def value(self) -> Any:
        """The value itself."""
        return self.holder[self.key]

    def put(self, value: Any) -> None:
        """Replace the value."""
        self.holder[self.key] = value


def places_in(place: Place) -> Iterator[Place]:
    """Yield a place and all places below it; a union also gives a place for the branch that its tag or type chose."""
    node, value = place.node, place.value
    if node.is_file:
        return
    yield place
    for part in node.parts:
        yield from places_in(dataclasses.replace(place, node=part, is_branch=True))
    for branch in _chosen(node, value):
        items = [rival.items.kinds for rival in node.branches if rival.items and rival is not branch]
        yield from places_in(dataclasses.replace(place, node=branch, is_branch=True, spared=frozenset().union(*items)))
    if isinstance(value, dict):
        for name in value:
            matching = (part for pattern, part in node.patterns if searcher(pattern)(name))
            sub = node.properties.get(name) or next(matching, node.additional)
            if sub is not None and not isinstance(sub, bool):
                yield from places_in(Place(sub, value, name, (*place.path, name)))
    elif isinstance(value, list):
        for index in range(len(value)):
            sub = node.prefix[index] if index < len(node.prefix) else node.items
            if sub is not None:
                yield from places_in(Place(sub, value, index, (*place.path, index), spared=place.spared))


def _chosen(node: Node, value: Any) -> list[Node]:
    if isinstance(value, dict) and node.tagged:
        branch = tagged_branch(node, value)
        return [branch] if branch else []
    fitting = [branch for branch in node.branches if _kind(value) in branch.kinds]
    if len(fitting) > 1 and isinstance(value, list) and value:  # choose by the first item
        fitting = [branch for branch in fitting if branch.items and _kind(value[0]) in branch.items.kinds]
    if len(fitting) > 1 and not isinstance(value, list):
        fitting = [branch for branch in fitting if accepts(branch, value)]
    return fitting[:1]


def _kind(value: Any) -> str:
    """Return the JSON type of a value; a file is a string in a schema."""
    return kind_of(value) if type(value) in KINDS else "string"


def limits_of(node: Node) -> list[tuple[str, Any]]:
    """Return the keywords of a node that are checks, each with its limit."""
    return [*node.limits.items()]
