"""Prove that a value has the right shape: of a node, a function that says yes, or that it cannot tell.

Decided 2026-11-30: most payloads are right, and a walk that is ready to tell the place and the words of a problem costs
five times as much as one that only looks whether there is any. So `examine` asks for a proof first. A proof is made of
the same nodes, keywords and choices of branches as `examine`, asks each rule just where `examine` does, and keeps what
it says. What it has no row for (files, conditions, members without end, what is expected of an answer), and what needs
words of its own, it leaves to `examine`. tests/test_proofs.py holds that both tell the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.checking.limits import held
from presend.checking.rule_proofs import Said, holds_any_object, of_rules, remembered, speaking
from presend.checking.union_proofs import of_union
from presend.schema.keywords import KINDS
from presend.schema.nodes import Node

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.checking.rule_proofs import Heard, Names, Proof
    from presend.problems import Path

NOBODY: frozenset[str] = frozenset()
OPEN = "denied condition dependents patterns prefix contained other_members other_items expected is_file".split()


def proof_of(node: Node, enabled: Names, beside: Names = NOBODY) -> Proof:
    """Return what says whether a value surely has no problem but those that rules say; made once, kept with the node.

    Args:
        node: What the value is held against.
        enabled: Ids of the opt-in rules that speak.
        beside: Names of members that other schemas which speak of the same object know.
    """
    known: dict[tuple[Names, Names], Proof] = node.__dict__.setdefault("proofs", {})
    key = enabled, beside
    if key not in known:
        known[key] = lambda value, heard: known[key](value, heard)  # noqa: PLW0108 - where it holds itself
        known[key] = _proof(node, enabled, beside)
    return known[key]


def place_of(value: Any, part: Any) -> Path:
    """Return the path to an object or array that is a part of a value, by identity; without recursion."""
    waiting: list[tuple[Any, Path]] = [(value, ())]
    while waiting:
        holder, path = waiting.pop()
        if holder is part:
            return path
        for step, below in holder.items() if isinstance(holder, dict) else enumerate(holder):
            if isinstance(below, dict | list):
                waiting.append((below, (*path, step)))
    raise LookupError(type(part).__name__)


def _proof(node: Node, enabled: Names, beside: Names) -> Proof:
    if any(getattr(node, word) for word in OPEN) or node.holds_file or not node.kinds:
        return _never
    if not node.is_simple and node.is_composed:
        beside |= node.declared
    types = frozenset(kind for kind, name in KINDS.items() if name in node.kinds)
    limits = tuple(held(word, limit, check) for check, limit, word, _ in node.checks)
    proofs: list[Proof] = []
    if rules := speaking(node.rules, enabled):
        proofs.append(of_rules(rules))
    if node.branches:
        proofs.append(of_union(node, lambda branch: proof_of(branch, enabled, beside)))
    if dict in types and (of_object := _of_object(node, enabled, beside)) is not None:
        proofs.append(of_object)
    if list in types and node.items is not None:
        proofs.append(_of_items(proof_of(node.items, enabled)))
    proofs += [proof_of(part, enabled, beside) for part in node.parts]
    proof = _all(types, limits, tuple(proofs))
    return remembered(proof) if rules and holds_any_object(node) else proof


def _never(value: object, heard: Heard) -> bool:  # noqa: ARG001 - as every proof takes them
    return False


def _always(value: object, heard: Heard) -> bool:  # noqa: ARG001 - the same
    return True


def _all(types: frozenset[type], limits: tuple[Callable[[Any], bool], ...], proofs: tuple[Proof, ...]) -> Proof:
    """Return the proof that a value is of one of some types, keeps its limits, and has several other proofs."""
    if not proofs and len(limits) < 2:  # noqa: PLR2004 - the most usual members, a call the quicker
        is_kept = limits[0] if limits else None
        if is_kept is None:
            return lambda value, heard: type(value) in types  # noqa: ARG005
        return lambda value, heard: type(value) in types and is_kept(value)  # noqa: ARG005
    if len(proofs) == 1 and not limits:
        (proof,) = proofs
        return lambda value, heard: type(value) in types and proof(value, heard)

    def prove(value: Any, heard: Heard) -> bool:
        if type(value) not in types:
            return False
        for is_kept in limits:
            if not is_kept(value):
                return False
        for proof in proofs:  # noqa: SIM110 - `all` takes twice as long
            if not proof(value, heard):
                return False
        return True

    return prove


class _Members(dict[str, "Proof"]):
    """Name of a member → its proof, made when the member is first met."""

    def __init__(self, node: Node, enabled: Names, beside: Names) -> None:
        super().__init__()
        self.node, self.enabled = node, enabled
        self.others = _of_others(node, enabled)
        self.beside = beside if node.additional is None else NOBODY

    def __missing__(self, name: str) -> Proof:
        """Return the proof for a member; of one that is not declared nothing is kept, as names come from outside."""
        member = self.node.properties.get(name)
        if member is None:
            return _always if name in self.beside else self.others
        self[name] = proof_of(member, self.enabled)
        return self[name]


def _of_others(node: Node, enabled: Names) -> Proof:
    """Return the proof for members that an object does not declare."""
    if isinstance(node.additional, Node):
        return proof_of(node.additional, enabled)
    is_told = not node.additional and (node.is_record or node.additional is False)
    return _never if is_told else _always


def _of_object(node: Node, enabled: Names, beside: Names) -> Proof | None:
    """Return the proof for the members of an object; `None` where nothing is said of them."""
    members = _Members(node, enabled, beside)
    if not node.properties and not node.required and node.keys is None and members.others is _always:
        return None
    required = frozenset(node.required)
    keys = None if node.keys is None else proof_of(node.keys, enabled)
    ruled = {name: found for name, rules in node.member_rules.items() if (found := speaking(rules, enabled))}

    def prove(value: Any, heard: Heard) -> bool:
        if type(value) is not dict:
            return True
        if not required <= value.keys():
            return False
        for name, member in value.items():
            if not members[name](member, heard):
                return False
            if name in ruled:
                for check, rule, _ in ruled[name]:
                    for finding in check(member):
                        heard.append(Said(value, (name,), rule, finding))
        return keys is None or all(keys(name, heard) for name in value)

    return prove


def _of_items(proof: Proof) -> Proof:
    def prove(value: Any, heard: Heard) -> bool:
        if type(value) is list:
            for item in value:
                if not proof(item, heard):
                    return False
        return True

    return prove
