"""Run rules on a value, and add their findings to a report."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.checking.proofs import NOBODY, place_of, table_of
from presend.checking.rule_findings import RuleFindings
from presend.rule import RuleFault

if TYPE_CHECKING:
    from presend.checking.collector import Report
    from presend.problems import Finding, Path
    from presend.rule import Rule
    from presend.schema.nodes import Node


def is_proved(node: Node, value: Any, path: Path, report: Report) -> bool:
    """Return whether the shape of a value has a proof; if so, add the findings of its rules to `report`."""
    if not path and node.files:  # rules would read the files twice
        return False
    at, names = report.beside
    findings = RuleFindings()
    try:
        if not table_of(node, report.enabled, names if at == path else NOBODY).proves(value, findings):
            return False
    except (RuleFault, RecursionError):  # the walk reports these, in its order
        return False
    add_rule_findings(findings, value, path, report)
    return True


def add_rule_findings(findings: RuleFindings, value: Any, path: Path, report: Report) -> None:
    """Add the findings of rules that ran during the proof of a value at `path`."""
    for holder, member, rule, finding in findings:
        if rule.severity == "error" or not report.errors_only:
            _add(rule, finding, (*path, *place_of(value, holder), *member), report)


def apply_rules(rules: tuple[Rule, ...], value: Any, path: Path, report: Report) -> None:
    """Run the rules that apply on a value at `path`, and add their findings."""
    for rule in rules:
        if rule.check is None or (rule.opt_in and rule.id not in report.enabled):
            continue
        if report.errors_only and rule.severity != "error":
            continue
        if rule.needs and isinstance(value, dict) and value.keys().isdisjoint(rule.needs):
            continue
        for finding in rule.check(value):
            _add(rule, finding, path, report)


def _add(rule: Rule, finding: Finding, path: Path, report: Report) -> None:
    report.add(finding, path, rule.sources[0] if rule.sources else "", rule.id, rule.severity, rule.basis)
