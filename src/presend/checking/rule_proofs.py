"""The part of a proof about rules: it keeps what they find, and remembers when they find nothing."""

from __future__ import annotations

import marshal
from typing import TYPE_CHECKING, Any

from presend.checking.rule_findings import RuleFinding, RulesOfPlace, active_rules
from presend.checking.rule_memory import EXACT, Memory
from presend.schema.nodes import ALL_KINDS, Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from presend.checking.rule_findings import ActiveRule, Names, RuleFindings
    from presend.checking.tables import Proof
    from presend.rule import Rule

LONGEST = 16_384  # bytes of a part that is remembered
REMEMBERED = 128  # parts, of each node; with the above at most 2 MiB
TRIED = 256  # parts that are looked for in a round
WORTH = 8  # one of so many has to be found, or else
SKIPPED = 2048  # parts are not looked for


def of_rules(rules: tuple[ActiveRule, ...], kind: type, *, few: int) -> Proof:
    """Return the proof that what rules say of a value, if anything, can be kept: its place is known.

    Of an object with more than a `few` rules that share no look, and are known to look at nothing else, what they were
    silent of is known again.
    """
    asked, is_holder, is_object = RulesOfPlace(rules), kind is dict or kind is list, kind is dict
    if kind is dict and len(asked.others) > few and all(one.rule.is_known for one in asked.others):
        return Memory(rules).prove

    look = asked.shared

    def prove(value: Any, findings: RuleFindings) -> bool:
        if look is not None and look(value):
            return True
        for check, rule, needs, _ in asked.of(value):
            if needs and is_object and value.keys().isdisjoint(needs):
                continue
            for finding in check(value):
                if not is_holder:
                    return False
                findings.append(RuleFinding(value, (), rule, finding))
        return True

    return prove


class RulesOfMember:
    """The rules of one member of an object; `look` is the one that all of them share, if they do."""

    __slots__ = ("asked", "look")

    def __init__(self, rules: tuple[ActiveRule, ...]) -> None:
        self.asked = RulesOfPlace(rules)
        self.look = self.asked.shared

    def ask(self, holder: dict[str, Any], name: str, member: Any, findings: RuleFindings) -> None:
        """Keep what the rules say of a member."""
        for check, rule, _, _ in self.asked.of(member):
            for finding in check(member):
                findings.append(RuleFinding(holder, (name,), rule, finding))


def rules_of_members(ruled: Mapping[str, Iterable[Rule]], enabled: Names) -> dict[str, RulesOfMember]:
    """Return the rules that speak of members, by the name of the member."""
    return {name: RulesOfMember(found) for name, rules in ruled.items() if (found := active_rules(rules, enabled))}


def silence(rules: Iterable[Rule], ruled: Mapping[str, Iterable[Rule]]) -> Callable[[Any], bool]:
    """Return what says whether rules of an object, and those of its members, have nothing at all to say of it."""
    of_whole = active_rules(rules, frozenset())
    asked = of_rules(of_whole, dict, few=0) if of_whole else None
    of_members = tuple(rules_of_members(ruled, frozenset()).items())

    def is_silent(value: Any) -> bool:
        findings: RuleFindings = []
        if type(value) is not dict or (asked is not None and not asked(value, findings)):
            return False
        for name, of_member in of_members:
            if name in value and (of_member.look is None or not of_member.look(value[name])):
                of_member.ask(value, name, value[name], findings)
        return not findings

    return is_silent


def holds_any_object(node: Node) -> bool:
    """Return whether a member may be any object, as a JSON Schema is."""
    return any(_is_any_object(part) for member in node.properties.values() for part in member.alike)


def _is_any_object(node: Node) -> bool:
    is_any = not isinstance(node.additional, Node) or node.additional.kinds == ALL_KINDS
    return "object" in node.kinds and is_any and not (node.properties or node.branches or node.parts)


def remembered(proof: Proof) -> Proof:
    """Return the same proof, which knows again the objects for which it held and no rule had a finding.

    Applications send the same functions again and again, and with each request the conversation so far. As long as
    few objects come again, most are proved without being remembered.
    """
    right: set[bytes] = set()
    chance = Chance()

    def prove(value: Any, findings: RuleFindings) -> bool:
        if chance.is_out():
            return proof(value, findings)
        try:
            text = marshal.dumps(value, EXACT)
        except ValueError:  # nested too deep
            return proof(value, findings)
        if text in right:
            chance.hits += 1
            return True
        before = len(findings)
        if not proof(value, findings):
            return False
        if len(findings) == before and len(text) <= LONGEST:
            if len(right) >= REMEMBERED:
                right.clear()
            right.add(text)
        return True

    return prove


class Chance:
    """Decide whether it pays to look for a value among those that were remembered.

    Attributes:
        hits: Values that were found in this round.
    """

    __slots__ = ("_left", "hits")

    def __init__(self) -> None:
        self.hits, self._left = 0, TRIED

    def is_out(self) -> bool:
        """Return whether this value is better not looked for."""
        self._left -= 1
        if self._left < -SKIPPED or (self._left < 0 and self.hits * WORTH >= TRIED):  # a new round
            self.hits, self._left = 0, TRIED
        return self._left < 0
