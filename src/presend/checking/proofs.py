"""Prove that a value has the right shape, with a table per node: type of the value → what is left to test.

Decided 2026-11-30: most payloads are valid, and a walk that can report the place and message of a problem costs five
times as much as one that only looks for any problem. So `examine` asks for a proof first. A proof uses the same nodes,
keywords and choices of branches as `examine`, runs each rule where `examine` does, and keeps its findings. Cases that
a proof does not cover (files, conditions, members without end, what a response is expected to have), and cases that
need a message, are left to `examine`. tests/test_proofs.py checks that both report the same.

Decided 2026-12-01: proofs are tables by type (`tables.py`). Most members are proved by one table lookup without a call:
only their type matters, or their text is in a list.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.checking.limits import limited
from presend.checking.rule_findings import RuleFindings, active_rules
from presend.checking.rule_proofs import holds_any_object, of_rules, remembered, rules_of_members
from presend.checking.tables import ANYTHING, NOTHING, Table, is_anything, joined
from presend.checking.union_proofs import of_union
from presend.reading.json_data import CONTAINERS, LONG_ARRAY
from presend.rule import RuleFault
from presend.schema.keywords import KINDS
from presend.schema.nodes import Node

if TYPE_CHECKING:
    from collections.abc import Mapping

    from presend.checking.rule_findings import Names
    from presend.checking.rule_proofs import RulesOfMember
    from presend.checking.tables import Proof, Test
    from presend.problems import Path

NOBODY: frozenset[str] = frozenset()
OPEN = "denied condition dependents patterns prefix contained other_members other_items expected is_file".split()


def table_of(node: Node, enabled: Names, beside: Names = NOBODY) -> Table:
    """Return the table that proves values of a node valid, apart from rule findings; cached in the node.

    Args:
        node: The node.
        enabled: Ids of the opt-in rules that apply.
        beside: Names of members that other schemas declare for the same object.
    """
    known: dict[tuple[Names, Names], Table] | None = node.__dict__.get("proofs")
    found = known.get((enabled, beside)) if known else None
    return _Maker(enabled).of(node, beside) if found is None else found


def is_settled(node: Node, value: Any, enabled: Names) -> bool:
    """Return whether a value is no object or array and has a proof; objects and arrays only if any would do."""
    test = table_of(node, enabled).get(type(value))
    if test is True or not test:
        return test is True
    if type(test) is frozenset:
        return value in test
    try:
        return type(value) not in CONTAINERS and test(value, RuleFindings())  # type: ignore[operator]
    except RuleFault:  # the walk reports it, in its order
        return False


def place_of(value: Any, part: Any) -> Path:
    """Return the path of an object or array inside a value, compared by identity. It does not recurse."""
    waiting: list[tuple[Any, Path]] = [(value, ())]
    while waiting:
        holder, path = waiting.pop()
        if holder is part:
            return path
        for step, below in holder.items() if isinstance(holder, dict) else enumerate(holder):
            if isinstance(below, dict | list):
                waiting.append((below, (*path, step)))
    raise LookupError(type(part).__name__)


class _Maker:
    """Make tables. The state is the unfinished tables, which other threads must not see.

    Args:
        enabled: Ids of the opt-in rules that apply.
    """

    def __init__(self, enabled: Names) -> None:
        self.enabled = enabled
        self._open: dict[tuple[int, Names], Table] = {}

    def of(self, node: Node, beside: Names = NOBODY) -> Table:
        """Return the table of a node; inside a recursive schema, this can be an unfinished one."""
        known: dict[tuple[Names, Names], Table] = node.__dict__.setdefault("proofs", {})
        if (found := known.get((self.enabled, beside))) is not None:
            return found
        key = id(node), beside
        if key in self._open:
            return self._open[key]
        table = self._open[key] = Table()
        table.update(self._tests(node, beside))
        table.is_made = True
        del self._open[key]
        known[self.enabled, beside] = table
        return table

    def _tests(self, node: Node, beside: Names) -> dict[type, Test]:
        if any(getattr(node, word) for word in OPEN):
            return {}
        if not node.is_simple and node.is_composed:
            beside |= node.declared
        rules = active_rules(node.rules, self.enabled)
        union = self._of_union(node, beside) if node.branches else {}
        parts = [self.of(part, beside) for part in node.parts]
        is_remembered = bool(rules) and holds_any_object(node)
        tests: dict[type, Test] = {}
        for kind in (kind for kind, name in KINDS.items() if name in node.kinds):
            wanted = [limited(one.keyword, one.limit, one.check, kind) for one in node.checks]
            wanted += [of_rules(rules, kind, few=int(is_remembered))] if rules else []
            wanted += [union.get(kind)] if node.branches else []
            wanted += [self._of_object(node, beside)] if kind is dict else []
            wanted += [self._of_items(node.items)] if kind is list and node.items is not None else []
            wanted += [part.later(kind) for part in parts]
            test = joined(wanted)
            if test is True and kind in CONTAINERS:
                test = is_anything
            if test is not None:
                tests[kind] = remembered(test) if kind is dict and is_remembered else test  # type: ignore[arg-type]
        return tests

    def _of_union(self, node: Node, beside: Names) -> dict[type, Test]:
        enabled = self.enabled  # the closure must keep this, and not the maker
        return of_union(node, lambda branch: self.of(branch, beside), lambda branch: table_of(branch, enabled, beside))

    def _of_object(self, node: Node, beside: Names) -> Test:
        """Return the test for the members of an object."""
        others = self._of_others(node)
        if not node.properties and not node.required and node.keys is None and others is ANYTHING:
            return True
        members = _Members(node, self.enabled, others, beside)
        ruled = rules_of_members(node.member_rules, self.enabled)
        proof = _of_members(members, frozenset(node.required), ruled)
        return proof if node.keys is None else joined([proof, _of_names(self.of(node.keys))])  # type: ignore[return-value]

    def _of_items(self, items: Node) -> Proof:
        table = self.of(items)
        if (items.branches or items.rules) and callable(test := table.later(dict)):
            table = Table({**table, dict: remembered(test)}.items(), is_made=True)
        return _of_items(table)

    def _of_others(self, node: Node) -> Table:
        """Return the table for undeclared members."""
        if isinstance(node.additional, Node):
            return self.of(node.additional)
        is_reported = not node.additional and (node.is_record or node.additional is False)
        return NOTHING if is_reported else ANYTHING


class _Members(dict[str, Table]):
    """Name of a member → its table, made when a payload first has the member."""

    def __init__(self, node: Node, enabled: Names, others: Table, beside: Names) -> None:
        super().__init__()
        self.properties, self.enabled, self.others = node.properties, enabled, others
        self.beside = beside if node.additional is None else NOBODY

    def __missing__(self, name: str) -> Table:
        """Return the table of a member. Undeclared names are not cached, because payloads supply them."""
        member = self.properties.get(name)
        if member is None:
            return ANYTHING if name in self.beside else self.others
        self[name] = table_of(member, self.enabled)
        return self[name]


def _of_members(members: _Members, required: Names, ruled: Mapping[str, RulesOfMember]) -> Proof:
    def prove(value: dict[str, Any], findings: RuleFindings) -> bool:
        if not required <= value.keys():
            return False
        for name, member in value.items():
            test = members[name].get(type(member))
            if test is not True and (
                not test or not (member in test if type(test) is frozenset else test(member, findings))  # type: ignore[operator]
            ):
                return False
            if name in ruled:
                rules = ruled[name]
                if rules.look is None or not rules.look(member):
                    rules.ask(value, name, member, findings)
        return True

    return prove


def _of_items(table: Table) -> Proof:
    def prove(value: list[Any], findings: RuleFindings) -> bool:
        if len(value) > LONG_ARRAY and all(table.get(kind) is True for kind in {*map(type, value)}):
            return True
        for item in value:
            test = table.get(type(item))
            if test is not True and (
                not test or not (item in test if type(test) is frozenset else test(item, findings))  # type: ignore[operator]
            ):
                return False
        return True

    return prove


def _of_names(table: Table) -> Proof:
    def prove(value: dict[str, Any], findings: RuleFindings) -> bool:
        return all(table.proves(name, findings) for name in value)

    return prove
