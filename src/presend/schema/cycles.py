"""Find the parts of a schema that contain themselves.

Decided 2026-11, after H. Gabow's path-based algorithm (Information Processing Letters 74, 2000); without recursion.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from typing import Protocol

    class Holder(Protocol):
        """A part that consists of others of its kind."""

        @property
        def below(self) -> tuple[Self, ...]:
            """The direct parts of this one."""


Part = TypeVar("Part", bound="Holder")


def cycles_of(root: Part) -> dict[int, tuple[Part, int]]:
    """Return a part and all parts that it reaches, by identity, each after those that it refers to.

    Each has a number; parts that reach one another have the same number.
    """
    cycle_of: dict[int, tuple[Part, int]] = {}
    places, path, starts = {id(root): 0}, [root], [0]  # index of each node in the path; start of each open cycle
    ways = [(root, iter(root.below))]
    while ways:
        node, rest = ways[-1]
        part = next(rest, None)
        if part is None:
            ways.pop()
            place = places[id(node)]
            if starts[-1] == place:
                starts.pop()
                cycle_of |= {id(member): (member, id(node)) for member in reversed(path[place:])}
                del path[place:]
        elif id(part) not in places:
            places[id(part)] = len(path)
            starts.append(len(path))
            path.append(part)
            ways.append((part, iter(part.below)))
        elif id(part) not in cycle_of:
            while places[id(part)] < starts[-1]:
                starts.pop()
    return cycle_of
