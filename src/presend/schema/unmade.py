"""A node that is made on first use, as importlib's `LazyLoader` does with modules."""

from __future__ import annotations

import dataclasses
import operator
from typing import TYPE_CHECKING, Any

from presend.schema.nodes import Node

if TYPE_CHECKING:
    from typing import Protocol

    from presend.schema.nodes import Schema

    class Maker(Protocol):
        """An object that makes nodes."""

        def make(self, node: Node) -> Node:
            """Return the node that holds the fields."""

        def kinds(self, node: Node) -> frozenset[str]:
            """Return the legal types of a node without making it."""


FIELDS = tuple(field.name for field in dataclasses.fields(Node))
_fields = operator.attrgetter(*FIELDS)


class Unmade(Node):
    """A node that is not made yet."""

    __slots__ = ()

    def __init__(self, maker: Maker, name: str, source: str, schema: Schema | bool) -> None:
        """Keep the maker and its input. A closure for each node would cost more, and most nodes are never used."""
        self._maker, self.origin = maker, (name, source, schema)

    def __getattr__(self, name: str) -> Any:
        """Make the node, and return one of its fields. Other threads, and the maker, can call this too."""
        if name.startswith("__"):  # `copy` asks for these before the object has attributes
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
        self.__class__ = Node  # type: ignore[assignment]  # it has all the fields of one now
        del self._maker, self.origin
