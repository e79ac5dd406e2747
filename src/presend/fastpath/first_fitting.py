"""Find the branch of a union that a model of a value is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.checking.choices import open_branches
from presend.checking.proofs import NOBODY, table_of
from presend.checking.union_proofs import MOST, fitting_branches, key_of
from presend.checking.walk import accepts
from presend.schema.keywords import KINDS, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.checking.rule_findings import RuleFindings
    from presend.schema.nodes import Node


def first_fitting(node: Node) -> Callable[[Any], int]:
    """Return a function that tells the first branch of a union that accepts a value, by its index, as pydantic does.

    If no branch accepts the value, it tells any branch. Tags usually leave one branch that the value can fit. Then no
    branch is tried, and the index is remembered for these tags.
    """
    places = {id(branch): index for index, branch in reversed([*enumerate(node.branches)])}
    readers = {kind: _reader(node, kind) for kind in KINDS}
    known: dict[Any, int] = {}

    def first(value: Any) -> int:
        kind = type(value)
        fitting, key = readers[kind](value)
        found = known.get((kind, key))
        if found is None:
            branches = fitting_branches(node, fitting, kind, value)
            if len(branches) != 1:
                *others, last = open_branches(node, value, kind_of(value))[0]
                return places[id(next((branch for branch in others if _fits(branch, value)), last))]
            found = places[id(branches[0])]
            if key is not None and len(known) < MOST:
                known[kind, key] = found
        return found

    return first


def _reader(node: Node, kind: type) -> Callable[[Any], tuple[list[Node], Any]]:
    """Return a function from a value of one type to the branches for that type, and a key for its tags."""
    fitting = [branch for branch in node.branches if KINDS[kind] in branch.kinds or KINDS[kind] == "number"]
    key: Callable[[Any], Any] | None = None  # found with the first value, because it needs the branches

    def read(value: Any) -> tuple[list[Node], Any]:
        nonlocal key
        key = key or key_of(node, fitting, kind)
        return fitting, key(value)

    return read


def _fits(branch: Node, value: Any) -> bool:
    findings: RuleFindings = []
    return (table_of(branch, NOBODY).proves(value, findings) and not findings) or accepts(branch, value)
