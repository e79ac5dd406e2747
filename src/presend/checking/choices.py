"""Find the branches of a union that an object can fit, and the one that it was meant for, from its members.

A branch is excluded if it closes the values of a member and the object has another value there, or if it requires such
a member and the object lacks it. This works with or without a discriminator, for several values of a tag in one branch,
and for a second member (`role`) beside the first (`type`). It does not change the verdict, since an excluded branch
cannot accept the object. Only the remaining branches have to be tried.

If an object fits no branch, problems are reported for the branch with the fewest wrong tags and undeclared members, and
then the fewest missing required members. The branches of nested unions count one by one.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any, NamedTuple

from presend.checking.member_values import is_required, leaf_branches, legal_texts
from presend.schema.equality import equal
from presend.schema.keywords import KINDS, kind_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from presend.checking.member_values import Values
    from presend.schema.nodes import Node

FIRST = ("type", "role", "object", "event")  # the usual tags of an API, in the order in which people read them
MANY = 2  # branches, from which there is a choice
MOST = 1024  # results cached for one union
MISSING = object()


class Choice(NamedTuple):
    """A member whose value distinguishes the branches of a union.

    Attributes:
        name: Name of the member.
        legal: For each branch, the strings that it allows for the member; `None` if it does not list them.
        needed: For each branch, whether it requires the member.
        values: The strings that at least one branch allows.
    """

    name: str
    legal: tuple[Values | None, ...]
    needed: tuple[bool, ...]
    values: frozenset[str]


@dataclasses.dataclass(eq=False, repr=False, slots=True)
class Choices:
    """The branches of a union that accept objects, and the members that distinguish them, the usual tags first.

    Attributes:
        branches: The branches; a nested union is replaced by its own branches.
        outer: For each branch, the branch of the outer union that contains it.
        members: The members that distinguish the branches.
        known: Cached results of `left`, by the tags of the object; at most `MOST`.
    """

    branches: tuple[Node, ...]
    outer: tuple[Node, ...]
    members: tuple[Choice, ...]
    known: dict[tuple[object, ...], tuple[tuple[Node, ...], bool]] = dataclasses.field(default_factory=dict)

    def left(self, value: dict[str, Any]) -> tuple[tuple[Node, ...], bool]:
        """Return the outer branches that an object can fit, and whether a tag chose the only one."""
        get = value.get
        key = tuple(
            [
                (got if got in choice.values else str)
                if isinstance(got := get(choice.name, MISSING), str)
                else (got is MISSING)
                for choice in self.members
            ]
        )
        if key not in self.known:
            if len(self.known) >= MOST:
                self.known.clear()
            self.known[key] = self._left(value)
        return self.known[key]

    def _left(self, value: dict[str, Any]) -> tuple[tuple[Node, ...], bool]:
        numbers: Sequence[int] = range(len(self.branches))
        is_chosen = False
        for choice in self.members:
            got = value.get(choice.name)
            if isinstance(got, str):
                numbers = [n for n in numbers if (legal := choice.legal[n]) is None or got in legal]
                is_chosen |= any(choice.legal[n] is not None for n in numbers)
            elif choice.name not in value:
                numbers = [n for n in numbers if choice.legal[n] is None or not choice.needed[n]]
        left = tuple({id(self.outer[n]): self.outer[n] for n in numbers}.values())
        return left, is_chosen and len(left) == 1

    def meant(self, value: dict[str, Any]) -> tuple[tuple[Node, ...], Choice | None, list[str]]:
        """Return the branches that an object without a fitting branch was probably meant for, and the wrong tag.

        Returns:
            The branches, several if they are equally likely. If a tag is missing or unknown, also its choice and the
            legal values.
        """
        costs = [self._cost(number, value) for number in range(len(self.branches))]
        least = min(costs)
        alike = tuple(branch for branch, cost in zip(self.branches, costs, strict=True) if cost == least)
        if not any(value.keys() & branch.declared for branch in alike):
            return alike, self.members[0], self._values(self.members[0], range(len(self.branches)))
        wrong = self._wrong(costs.index(least), value)
        if not wrong:
            return alike, None, []
        place = self.members.index(wrong[0])
        rivals = [n for n in range(len(self.branches)) if not {*self._wrong(n, value)} & {*self.members[:place]}]
        legal = self._values(wrong[0], rivals)
        if value[wrong[0].name] in legal:  # the tag of another branch, so something else is wrong too
            return self.branches, None, []
        return alike, wrong[0], legal

    def _cost(self, number: int, value: dict[str, Any]) -> tuple[int, int]:
        branch = self.branches[number]
        is_map = not isinstance(branch.additional, bool) and branch.additional is not None
        strangers = 0 if is_map else len(value.keys() - branch.declared)
        return len(self._wrong(number, value)) + strangers, sum(name not in value for name in branch.required)

    def _wrong(self, number: int, value: dict[str, Any]) -> list[Choice]:
        """Return the tags of an object that a branch does not allow."""
        found = []
        for choice in self.members:
            got, legal = value.get(choice.name), choice.legal[number]
            if isinstance(got, str) and legal is not None and got not in legal:
                found.append(choice)
        return found

    def _values(self, choice: Choice, numbers: Iterable[int]) -> list[str]:
        parts = (choice.legal[number] or () for number in numbers)
        return [*dict.fromkeys(value for part in parts for value in part)]


def choices_of(node: Node) -> Choices:
    """Return the choices of a union; computed once, and cached in the node."""
    found: Choices | None = node.__dict__.get("choices")
    if found is None:
        found = node.__dict__["choices"] = _choices(node, None)
    return found


def likely_branches(node: Node, value: dict[str, Any]) -> tuple[Node, ...]:
    """Return the branches of a union that an object can fit by the usual tags: those of `open_branches`, or more.

    Only these few members are read. If the branches differ in none of them, all members count.
    """
    found = _usual(node)
    return found.left(value)[0] if found.members else open_branches(node, value, "object")[0]


def tags_of(node: Node) -> tuple[str, ...]:
    """Return the names of the usual tags that `likely_branches` reads; empty if it reads other members."""
    return tuple(choice.name for choice in _usual(node).members)


def _usual(node: Node) -> Choices:
    found: Choices | None = node.__dict__.get("tags")
    if found is None:
        found = node.__dict__["tags"] = _choices(node, FIRST)
    return found


def open_branches(node: Node, value: Any, kind: str) -> tuple[tuple[Node, ...], bool]:
    """Return the branches of a union that a value can fit, and whether a tag chose the only one.

    If the value can fit no branch, the branches are those that are worth reporting about.
    """
    branches = node.branches
    if len(branches) >= MANY:
        if kind == "object":
            left, is_chosen = choices_of(node).left(value)
            if left:
                return left, is_chosen
        branches = tuple(branch for branch in branches if kind in branch.kinds or kind == "number") or branches
    if len(branches) >= MANY:
        of_items = {kind_of(item) for item in value if type(item) in KINDS} if kind == "array" else set()
        branches = tuple(branch for branch in branches if _may_be(branch, value, of_items)) or branches
    return branches, False


def _may_be(branch: Node, value: Any, of_items: set[str]) -> bool:
    """Return whether a closed list or the types of items allow that a value fits a branch; not for objects."""
    if of_items and branch.items is not None and not branch.prefix:
        if not of_items <= branch.items.kinds | {"number"}:
            return False
        if "object" in of_items and not all(_has_branch(branch.items, item) for item in value):
            return False
    return all(any(equal(value, member) for member in members) for members in branch.closed_lists)


def _has_branch(items: Node, item: Any) -> bool:
    """Return whether an item can fit a branch of the union of items; true for other items than objects."""
    if not isinstance(item, dict) or len(items.branches) < MANY:
        return True
    if items.tagged and isinstance(tag := item.get(items.tag), str):
        return items.is_open or tag in items.tagged
    return bool(choices_of(items).left(item)[0])


def _choices(node: Node, names: Iterable[str] | None) -> Choices:
    """Compare the branches of a union by some members, or by all members if `names` is `None`."""
    pairs = [(leaf, outer) for outer in node.branches for leaf in leaf_branches(outer) if "object" in leaf.kinds]
    leaves = tuple(leaf for leaf, _ in pairs)
    if names is None:
        names = dict.fromkeys(name for leaf in leaves for part in leaf.alike for name in part.properties)
    rows = []
    for name in names if len(leaves) >= MANY else ():
        legal = tuple(legal_texts(leaf, name) if name in leaf.declared else None for leaf in leaves)
        if len({*legal}) > 1:  # otherwise the member distinguishes nothing
            needed = tuple(is_required(leaf, name) for leaf in leaves)
            rows.append(Choice(name, legal, needed, frozenset(value for values in legal for value in values or ())))
    rows.sort(key=lambda row: FIRST.index(row.name) if row.name in FIRST else len(FIRST))
    return Choices(leaves, tuple(outer for _, outer in pairs), tuple(rows))
