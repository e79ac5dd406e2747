"""The part of a proof about rules: it keeps what they find, and remembers when they find nothing."""

from __future__ import annotations

import marshal
from time import time
from typing import TYPE_CHECKING, Any

from presend.checking.rule_findings import RuleFinding, RuleFindings, RulesOfPlace, active_rules
from presend.checking.rule_memory import EXACT, Memory
from presend.reading.json_data import FOLLOWED
from presend.reading.json_depth import is_deep
from presend.schema.nodes import ALL_KINDS, Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from presend.checking.rule_findings import ActiveRule, Names
    from presend.checking.tables import Proof
    from presend.rule import Rule

LONGEST = 16_384  # bytes of a part that is cached
REMEMBERED = 128  # cached parts of each node; at most 2 MiB with the limit above
TRIED = 256  # lookups of a round
WORTH = 8  # a round is worth its lookups if one of so many finds a value
HOUR = 3600  # seconds that a cached value is valid
SKIPPED = 2048  # values that are not looked up after a round without success


def of_rules(rules: tuple[ActiveRule, ...], kind: type, *, few: int) -> Proof:
    """Return the proof that runs rules on a value. It fails if a finding cannot be located.

    For an object with more than `few` rules without a quick look, all known to read nothing else, the settings without
    findings are cached.
    """
    asked, is_holder, is_object = RulesOfPlace(rules), kind is dict or kind is list, kind is dict
    if kind is dict and len(asked.others) > few and all(one.rule.is_known for one in asked.others):
        return Memory(rules).prove

    look = asked.shared

    def prove(value: Any, findings: RuleFindings) -> bool:
        if look is not None and look(value):
            return True
        if not asked.are_repeatable:
            findings.are_repeatable = False
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
    """The rules of one member of an object; `look` is the quick look that all of them share, or `None`."""

    __slots__ = ("asked", "look")

    def __init__(self, rules: tuple[ActiveRule, ...]) -> None:
        self.asked = RulesOfPlace(rules)
        self.look = self.asked.shared

    def ask(self, holder: dict[str, Any], name: str, member: Any, findings: RuleFindings) -> None:
        """Run the rules on a member, and keep their findings."""
        if not self.asked.are_repeatable:
            findings.are_repeatable = False
        for check, rule, _, _ in self.asked.of(member):
            for finding in check(member):
                findings.append(RuleFinding(holder, (name,), rule, finding))


def rules_of_members(ruled: Mapping[str, Iterable[Rule]], enabled: Names) -> dict[str, RulesOfMember]:
    """Return the rules for single members, by name of the member."""
    return {name: RulesOfMember(found) for name, rules in ruled.items() if (found := active_rules(rules, enabled))}


def silence(rules: Iterable[Rule], ruled: Mapping[str, Iterable[Rule]]) -> Callable[[Any], bool]:
    """Return a function that tells whether the rules of an object and of its members find nothing."""
    of_whole = active_rules(rules, frozenset())
    asked = of_rules(of_whole, dict, few=0) if of_whole else None
    of_members = tuple(rules_of_members(ruled, frozenset()).items())

    def is_silent(value: Any) -> bool:
        findings = RuleFindings()
        if type(value) is not dict or (asked is not None and not asked(value, findings)):
            return False
        for name, of_member in of_members:
            if name in value and (of_member.look is None or not of_member.look(value[name])):
                of_member.ask(value, name, value[name], findings)
        return not findings

    return is_silent


def holds_any_object(node: Node) -> bool:
    """Return whether a member accepts any object, as a member for a JSON Schema does."""
    waiting = list(node.properties.values())
    seen: set[int] = set()
    while waiting:
        part = waiting.pop()
        if id(part) in seen or "object" not in part.kinds:  # reading the types does not make the node
            continue
        seen.add(id(part))
        is_any = not isinstance(part.additional, Node) or part.additional.kinds == ALL_KINDS
        if is_any and not (part.properties or part.branches or part.parts):
            return True
        waiting += part.near
    return False


def remembered(proof: Proof) -> Proof:
    """Return the same proof with a cache of values that were valid and had no findings.

    Rules take long on JSON Schemas in a payload. Applications resend the same functions, and with each request the
    conversation so far. If few values of a node recur, most are proved without a lookup.
    """
    right: set[bytes] = set()
    chance, hour = Chance(), 0

    def prove(value: Any, findings: RuleFindings) -> bool:
        nonlocal hour
        if chance.is_out():
            return proof(value, findings)
        if (now := int(time() // HOUR)) != hour:  # a rule can read the date, as those on the end of a model
            hour = now
            right.clear()
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
        if len(findings) > before or len(text) > LONGEST or not findings.are_repeatable:
            return True
        if not findings.have_free_parts or not is_deep(text, value, FOLLOWED):  # marshal has the brackets of JSON
            if len(right) >= REMEMBERED:
                right.clear()
            right.add(text)
        return True

    return prove


class Chance:
    """Decide whether it pays to look a value up in a cache.

    Attributes:
        hits: Lookups of this round that found a value.
    """

    __slots__ = ("_left", "hits")

    def __init__(self) -> None:
        self.hits, self._left = 0, TRIED

    def is_out(self) -> bool:
        """Return whether the next value should not be looked up."""
        self._left -= 1
        if self._left < 0 and (self._left < -SKIPPED or self.hits * WORTH >= TRIED):  # a new round
            self.hits, self._left = 0, TRIED
        return self._left < 0
