"""Find the branch of a union that a model of a value is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.checking.choices import open_branches
from presend.checking.proofs import NOBODY, table_of
from presend.checking.rule_findings import RuleFindings
from presend.checking.union_proofs import MOST, fitting_branches, key_of
from presend.checking.walk import accepts
from presend.schema.keywords import KINDS, kind_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from presend.schema.nodes import Node


def first_fitting(node: Node) -> Callable[[Any], int]:
    """Return a function that tells the first branch of a union that accepts a value, by its index, as pydantic does.

    If no branch accepts the value, it tells any branch. Tags usually leave one branch that the value can fit. Then no
    branch is tried. What tags leave is remembered.
    """
    places = {id(branch): index for index, branch in reversed([*enumerate(node.branches)])}
    readers: dict[type, tuple[list[Node], Callable[[Any], Any]]] = {}
    known: dict[Any, Sequence[Node]] = {}

    def first(value: Any) -> int:
        kind = type(value)
        if kind not in readers:
            readers[kind] = _reader(node, kind)
        fitting, key = readers[kind]
        tags = key(value)
        branches = known.get((kind, tags))
        if branches is None:
            branches = fitting_branches(node, fitting, kind, value)
            if tags is not None and len(known) < MOST:
                known[kind, tags] = branches
        if len(branches) == 1 or (branches and _is_proved(branches[0], value)):
            return places[id(branches[0])]
        *others, last = open_branches(node, value, kind_of(value))[0]
        return places[id(next((branch for branch in others if accepts(branch, value)), last))]

    return first


def _reader(node: Node, kind: type) -> tuple[list[Node], Callable[[Any], Any]]:
    """Return the branches for values of one type, and a function that reads the tags that choose among them."""
    fitting = [branch for branch in node.branches if KINDS[kind] in branch.kinds or KINDS[kind] == "number"]
    return fitting, key_of(node, fitting, kind)


def _is_proved(branch: Node, value: Any) -> bool:
    findings = RuleFindings()
    return table_of(branch, NOBODY).proves(value, findings) and not findings
