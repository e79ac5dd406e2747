"""The part of a proof that is about unions: which branch is tried, of all that a value may fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.checking.choices import likely_branches, open_branches
from presend.checking.tables import Table
from presend.keywords import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from presend.checking.said import Heard
    from presend.checking.tables import Proof, Test
    from presend.schema import Node

    Find = Callable[[Node], Table]

SCALARS = frozenset({"string", "boolean", "integer", "number", "null"})
# What makes a node more than its type and limits say.
MORE = "rules branches parts denied condition expected is_file".split()


def of_union(node: Node, now: Find, later: Find) -> dict[type, Test]:
    """Return the tests for the branch that `examine` takes, by the type of the value.

    Of a branch that a rule has a warning or an error for, `examine` looks whether another one fits better.

    Args:
        node: The union.
        now: Returns the table of a branch.
        later: Returns it while a value is looked at; so no table is made of a branch that no payload meets.
    """
    tests: dict[type, Test] = {}
    for kind, name in KINDS.items():
        branches = [branch for branch in node.branches if name in branch.kinds or name == "number"]
        is_plain = kind is not float and all(_is_plain(branch) for branch in branches)  # a float may be an integer
        if branches and is_plain:
            test = _of_plain([now(branch).later(kind) for branch in branches], node.exclusive)
        else:
            test = _of_branches(node, branches, kind, later) if branches else None
        if test is not None:
            tests[kind] = test
    return tests


def _is_plain(branch: Node) -> bool:
    """Say whether a type and limits are all that there is to a branch."""
    return branch.kinds <= SCALARS and not any(getattr(branch, word) for word in MORE)


def _of_plain(tests: Sequence[Test | None], is_exclusive: bool) -> Test | None:
    """Return the test for branches of which a type and limits say all.

    A value that has no proof for one of these does not fit it, so that the order of the branches says nothing.
    """
    left = [test for test in tests if test is not None]
    if len(left) < 2:  # noqa: PLR2004 - nothing to choose
        return left[0] if left else None
    if not is_exclusive and all(isinstance(test, frozenset) for test in left):
        return frozenset().union(*left)  # type: ignore[arg-type]
    if not is_exclusive and True in left:
        return True
    tables = [Table([(kind, test) for kind in KINDS], is_made=True) for test in left]
    if is_exclusive:
        return lambda value, heard: sum(table.proves(value, heard) for table in tables) == 1
    return lambda value, heard: any(table.proves(value, heard) for table in tables)


def _of_branches(node: Node, fitting: Sequence[Node], kind: type, find: Find) -> Proof:
    """Return the proof for values of one type, which may fit some branches."""
    tagged, tag, name = node.tagged if kind is dict else {}, node.tag, KINDS[kind]
    is_single = len(fitting) == 1
    ready: dict[int, Table] = {}  # of the branches that were met

    def prove(value: Any, heard: Heard) -> bool:
        branches = fitting
        if tagged:
            branch = tagged.get(found) if isinstance(found := value.get(tag), str) else None
            branches = () if branch is None else (branch,)
        elif not is_single:
            branches = likely_branches(node, value) if kind is dict else open_branches(node, value, name)[0]
        if not branches:
            return False
        first = branches[0]  # one is tried and no other, at each level: else the time would double with each
        table = ready.get(id(first))
        if table is None:
            table = ready[id(first)] = find(first)
        test, before = table.get(kind), len(heard)
        if test is not True and (
            not test or not (value in test if type(test) is frozenset else test(value, heard))  # type: ignore[operator]
        ):
            return False
        if len(heard) > before and any(said.severity != "note" for said in heard[before:]):
            return False
        return len(branches) == 1 or not (node.exclusive and any(_may_fit(other, value) for other in branches[1:]))

    return prove


def _may_fit(node: Node, value: Any) -> bool:
    """Say whether a value may fit a node, as far as its type and the members that it needs tell."""
    if KINDS[type(value)] not in node.kinds:
        return type(value) is float
    return not isinstance(value, dict) or all(name in value for name in node.required)
