"""The part of a proof that is about unions: which branch is tried, of all that a value may fit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.checking.choices import likely_branches, open_branches
from presend.schema.keywords import KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from presend.checking.rule_proofs import Heard, Proof
    from presend.schema.nodes import Node

SCALARS = frozenset({"string", "boolean", "integer", "number", "null"})
# What makes a node more than its type and limits say.
MORE = "rules branches parts denied condition expected is_file".split()


def of_union(node: Node, proof_of: Callable[[Node], Proof]) -> Proof:
    """Return the proof for the branch that `examine` takes.

    Of a branch that a rule has a warning or an error for, `examine` looks whether another one fits better.

    Args:
        node: The union.
        proof_of: Returns the proof for a branch.
    """
    tagged, tag = node.tagged, node.tag
    fitting: dict[type, Sequence[Node]] = {
        kind: [branch for branch in node.branches if name in branch.kinds or name == "number"]
        for kind, name in KINDS.items()
    }
    plain = {kind: _of_plain(branches, proof_of, node.exclusive) for kind, branches in fitting.items()}
    plain[float] = None  # which may stand for an integer

    ready: dict[int, Proof] = {}  # proofs of the branches that were met

    def prove(value: Any, heard: Heard) -> bool:
        kind = type(value)
        if (of_plain := plain[kind]) is not None:
            return of_plain(value, heard)
        if kind is dict and tagged:
            branch = tagged.get(name) if isinstance(name := value.get(tag), str) else None
            branches: Sequence[Node] = () if branch is None else (branch,)
        else:
            branches = fitting[kind]
            if len(branches) > 1:
                branches = likely_branches(node, value) if kind is dict else open_branches(node, value, KINDS[kind])[0]
        if not branches:
            return False
        first = branches[0]  # one is tried and no other, at each level: else the time would double with each
        proof = ready.get(id(first))
        if proof is None:
            proof = ready[id(first)] = proof_of(first)
        before = len(heard)
        if not proof(value, heard) or (len(heard) > before and any(said.severity != "note" for said in heard[before:])):
            return False
        return len(branches) == 1 or not (node.exclusive and any(_may_fit(other, value) for other in branches[1:]))

    return prove


def _of_plain(branches: Sequence[Node], proof_of: Callable[[Node], Proof], is_exclusive: bool) -> Proof | None:
    """Return the proof for branches of which a type and limits say all; `None` where there is more to say.

    A value that has no proof for one of these does not fit it, so that the order of the branches says nothing.
    """
    if not branches or not all(branch.kinds <= SCALARS for branch in branches):
        return None
    if any(getattr(branch, word) for branch in branches for word in MORE):
        return None
    proofs = tuple(proof_of(branch) for branch in branches)
    if len(proofs) == 1:
        return proofs[0]
    if is_exclusive:
        return lambda value, heard: sum(proof(value, heard) for proof in proofs) == 1
    return lambda value, heard: any(proof(value, heard) for proof in proofs)


def _may_fit(node: Node, value: Any) -> bool:
    """Say whether a value may fit a node, as far as its type and the members that it needs tell."""
    if KINDS[type(value)] not in node.kinds:
        return type(value) is float
    return not isinstance(value, dict) or all(name in value for name in node.required)
