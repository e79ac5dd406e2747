"""A node that is not made yet; on first use it becomes a `Node`, as modules do with importlib's `LazyLoader`."""

from __future__ import annotations

import dataclasses
import operator
from typing import TYPE_CHECKING, Any

from presend.schema.nodes import Node

if TYPE_CHECKING:
    from typing import Protocol

    from presend.schema.nodes import Schema

    class Maker(Protocol):
        """What makes nodes."""

        def make(self, node: Node) -> Node:
            """Return where the fields of a node are to be found."""

        def kinds(self, node: Node) -> frozenset[str]:
            """Return the legal types of a node, and do not make it for that."""


FIELDS = tuple(field.name for field in dataclasses.fields(Node))
_fields = operator.attrgetter(*FIELDS)


class Unmade(Node):
    """A node that waits to be made."""

    __slots__ = ()

    def __init__(self, maker: Maker, name: str, source: str, schema: Schema | bool) -> None:
        """Keep what makes the node, and of what: with no function for each, as most nodes are never asked anything."""
        self._maker, self.origin = maker, (name, source, schema)

    def __getattr__(self, name: str) -> Any:
        """Make the node, and return a field of it: other threads may be asking too, and those who make it."""
        if name.startswith("__"):  # as `copy` asks of what it is to copy, before it has anything
            raise AttributeError(name)
        maker = vars(self).get("_maker")
        if maker and name == "kinds":
            self.kinds = maker.kinds(self)
            return self.kinds
        return getattr(maker.make(self) if maker else self, name)

    def become(self, made: Node) -> None:
        """Take the fields of another node."""
        for name, value in zip(FIELDS, _fields(made), strict=True):
            setattr(self, name, value)
        self.__class__ = Node  # type: ignore[assignment]  # with all its fields, it is one
        del self._maker, self.origin
