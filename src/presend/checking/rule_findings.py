"""Findings of rules from a proof, and the rules that a proof runs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from presend.problems import Finding, Path
    from presend.rule import Check, Look, Rule

    Names = frozenset[str]


class RuleFindings(list["RuleFinding"]):
    """The findings of a proof.

    Attributes:
        are_repeatable: Whether the rules that ran would find the same in the same values again.
        have_free_parts: Whether the proof met an object or array whose depth no schema limits.
    """

    are_repeatable = True
    have_free_parts = False


class RuleFinding(NamedTuple):
    """A finding of a rule, with the object or array that holds the value, and the path to the value in it."""

    holder: dict[str, Any] | list[Any]
    member: Path
    rule: Rule
    finding: Finding

    @property
    def severity(self) -> str:
        """Return the severity of the problem."""
        return self.finding.severity or self.rule.severity


class ActiveRule(NamedTuple):
    """A rule that applies: its function, the members that it needs, and its quick look (see `Rule`)."""

    check: Check
    rule: Rule
    needs: Names
    look: Look | None


def active_rules(rules: Iterable[Rule], enabled: Names) -> tuple[ActiveRule, ...]:
    """Return the rules that have a function, opt-in rules only if enabled."""
    asked = (rule for rule in rules if rule.check and (not rule.opt_in or rule.id in enabled))
    return tuple(ActiveRule(rule.check, rule, rule.needs, rule.look) for rule in asked if rule.check)


class RulesOfPlace:
    """The rules of one place in a schema, and the quick looks that some of them share.

    Attributes:
        are_repeatable: Whether all would find the same in the same value again; third-party rules might not.
    """

    __slots__ = ("are_repeatable", "looks", "others", "rules")

    def __init__(self, rules: tuple[ActiveRule, ...]) -> None:
        self.rules = rules
        self.looks = tuple(dict.fromkeys(one.look for one in rules if one.look is not None))
        self.others = tuple(one for one in rules if one.look is None)
        self.are_repeatable = all(one.rule.is_known for one in self.others)

    @property
    def shared(self) -> Look | None:
        """Return the quick look that all of the rules share, or `None`."""
        return self.looks[0] if len(self.looks) == 1 and not self.others else None

    def of(self, value: Any) -> tuple[ActiveRule, ...]:
        """Return the rules to run on a value, without those that a quick look rules out."""
        for look in self.looks:
            if not look(value):
                return self.rules
        return self.others
