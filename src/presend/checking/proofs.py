"""Prove that a value has the right shape: of a node, a function that says yes, or that it cannot tell.

Decided 2026-11-30: most payloads are right, and a walk that is ready to tell the place and the words of a problem costs
five times as much as one that only looks whether there is any. So `examine` asks for a proof first. A proof is made of
the same nodes, keywords and choices of branches as `examine`, asks each rule just where `examine` does, and keeps what
it says. What it has no row for (files, conditions, members without end, what is expected of an answer), and what needs
words of its own, it leaves to `examine`. tests/test_proofs.py holds that both tell the same.
"""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, Any, NamedTuple

from presend.checking.choices import likely_branches, open_branches
from presend.checking.limits import held
from presend.keywords import KINDS
from presend.schema import ALL_KINDS, Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from presend.problems import Finding, Path
    from presend.rule import Rule

    Names = frozenset[str]
    Heard = list["Said"]
    Proof = Callable[[Any, Heard], bool]

LONGEST = 16_384  # bytes of a part that is remembered
REMEMBERED = 128  # parts, of each node; with the above at most 2 MiB
EXACT = 2  # the version of marshal's format in which equal bytes are the same JSON, and the same JSON is equal bytes
SCALARS = frozenset({"string", "boolean", "integer", "number", "null"})
NOBODY: frozenset[str] = frozenset()
OPEN = "denied condition dependents patterns prefix contained other_members other_items expected is_file".split()


class Said(NamedTuple):
    """What a rule has said: the object or array that it looked at, or the member of it, and what was found."""

    holder: dict[str, Any] | list[Any]
    member: Path
    rule: Rule
    finding: Finding

    @property
    def severity(self) -> str:
        """Return how severe the problem is."""
        return self.finding.severity or self.rule.severity


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
    if rules := _speaking(node.rules, enabled):
        proofs.append(_of_rules(rules))
    if node.branches:
        proofs.append(_of_union(node, enabled, beside))
    if dict in types and (of_object := _of_object(node, enabled, beside)) is not None:
        proofs.append(of_object)
    if list in types and node.items is not None:
        proofs.append(_of_items(proof_of(node.items, enabled)))
    proofs += [proof_of(part, enabled, beside) for part in node.parts]
    proof = _all(types, limits, tuple(proofs))
    return _remembered(proof) if rules and _holds_any_object(node) else proof


def _holds_any_object(node: Node) -> bool:
    """Say whether a member may be any object, as a JSON Schema is."""
    return any(
        "object" in part.kinds and not (part.properties or part.branches or part.parts)
        for member in node.properties.values()
        for part in member.alike
        if not isinstance(part.additional, Node) or part.additional.kinds == ALL_KINDS
    )


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


def _speaking(rules: Iterable[Rule], enabled: Names) -> tuple[tuple[Any, Rule, Names], ...]:
    """Return the functions of the rules that speak, each with its rule and the members that it needs."""
    speaking = (rule for rule in rules if rule.check and (not rule.opt_in or rule.id in enabled))
    return tuple((rule.check, rule, rule.needs) for rule in speaking)


def _of_rules(rules: tuple[tuple[Any, Rule, Names], ...]) -> Proof:
    """Return the proof that what rules say of a value, if anything, can be kept: its place is known."""

    def prove(value: Any, heard: Heard) -> bool:
        names = value.keys() if type(value) is dict else None
        for check, rule, needs in rules:
            if needs and names is not None and names.isdisjoint(needs):
                continue
            for finding in check(value):
                if not isinstance(value, dict | list):
                    return False
                heard.append(Said(value, (), rule, finding))
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
    ruled = {name: found for name, rules in node.member_rules.items() if (found := _speaking(rules, enabled))}

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


def _of_union(node: Node, enabled: Names, beside: Names) -> Proof:
    """Return the proof for the branch that `examine` takes.

    Of a branch that a rule has a warning or an error for, `examine` looks whether another one fits better.
    """
    tagged, tag = node.tagged, node.tag
    fitting: dict[type, Sequence[Node]] = {
        kind: [branch for branch in node.branches if name in branch.kinds or name == "number"]
        for kind, name in KINDS.items()
    }
    plain = {kind: _of_plain(branches, enabled, node.exclusive) for kind, branches in fitting.items()}
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
            proof = ready[id(first)] = proof_of(first, enabled, beside)
        before = len(heard)
        if not proof(value, heard) or (len(heard) > before and any(said.severity != "note" for said in heard[before:])):
            return False
        return len(branches) == 1 or not (node.exclusive and any(_may_fit(other, value) for other in branches[1:]))

    return prove


def _of_plain(branches: Sequence[Node], enabled: Names, is_exclusive: bool) -> Proof | None:
    """Return the proof for branches of which a type and limits say all; `None` where there is more to say.

    A value that has no proof for one of these does not fit it, so that the order of the branches says nothing.
    """
    if not branches or not all(branch.kinds <= SCALARS for branch in branches):
        return None
    if any(branch.rules or branch.branches for branch in branches):
        return None
    if any(getattr(branch, word) for branch in branches for word in (*OPEN, "parts")):
        return None
    proofs = tuple(proof_of(branch, enabled) for branch in branches)
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


def _remembered(proof: Proof) -> Proof:
    """Return the same proof, which knows again what it was right and silent of.

    JSON Schemas in a payload, as those of functions, are read by rules for long, and an application sends the same ones
    again and again.
    """
    right: set[bytes] = set()

    def prove(value: Any, heard: Heard) -> bool:
        try:
            text = marshal.dumps(value, EXACT)
        except ValueError:  # nested too deep
            return proof(value, heard)
        if text in right:
            return True
        before = len(heard)
        if not proof(value, heard):
            return False
        if len(heard) == before and len(text) <= LONGEST:
            if len(right) >= REMEMBERED:
                right.clear()
            right.add(text)
        return True

    return prove
