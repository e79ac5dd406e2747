"""What rules found while a shape was proved, and the rules to ask."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from presend.problems import Finding, Path
    from presend.rule import Check, Look, Rule

    Names = frozenset[str]
    RuleFindings = list["RuleFinding"]


class RuleFinding(NamedTuple):
    """What a rule has said: the object or array that it looked at, or the member of it, and what was found."""

    holder: dict[str, Any] | list[Any]
    member: Path
    rule: Rule
    finding: Finding

    @property
    def severity(self) -> str:
        """Return how severe the problem is."""
        return self.finding.severity or self.rule.severity


class ActiveRule(NamedTuple):
    """A rule that speaks: its function, the members without any of which it is silent, and a look that it shares."""

    check: Check
    rule: Rule
    needs: Names
    look: Look | None


def active_rules(rules: Iterable[Rule], enabled: Names) -> tuple[ActiveRule, ...]:
    """Return the rules that speak."""
    asked = (rule for rule in rules if rule.check and (not rule.opt_in or rule.id in enabled))
    return tuple(ActiveRule(rule.check, rule, rule.needs, rule.look) for rule in asked if rule.check)


class RulesOfPlace:
    """Rules of one place, and the looks that some of them share."""

    __slots__ = ("looks", "others", "rules")

    def __init__(self, rules: tuple[ActiveRule, ...]) -> None:
        self.rules = rules
        self.looks = tuple(dict.fromkeys(one.look for one in rules if one.look is not None))
        self.others = tuple(one for one in rules if one.look is None)

    @property
    def shared(self) -> Look | None:
        """Return the look that all of the rules share, if they do."""
        return self.looks[0] if len(self.looks) == 1 and not self.others else None

    def of(self, value: Any) -> tuple[ActiveRule, ...]:
        """Return the rules that are to be asked about a value: without those that a look says are silent."""
        for look in self.looks:
            if not look(value):
                return self.rules
        return self.others
