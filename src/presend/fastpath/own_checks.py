"""Checks beyond the types of an object's members: its rules, and its residual."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.checking.collector import Report
from presend.checking.proofs import NOBODY, table_of
from presend.checking.rule_findings import RuleFindings
from presend.checking.rule_proofs import silence
from presend.checking.walk import examine_own

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.schema.nodes import Node


def rules_of(node: Node) -> Callable[[Any], None] | None:
    """Return a function that raises `ValueError` if a payload of valid shape breaks a rule or residual of the root."""
    if not node.has_own_checks:
        return None

    is_silent, residual = silence(node.error_rules, node.member_error_rules), node.residual

    def obey(value: Any) -> None:
        if is_silent(value):
            findings = RuleFindings()
            if residual is None or (table_of(residual, NOBODY).proves(value, findings) and not findings):
                return
        report = Report(errors_only=True)
        examine_own(node, value, (), report)
        if any(problem.severity == "error" for _, problem in report.found):
            raise ValueError(node.name)

    return obey


def ruled(hold: Callable[[Any], Any], obeys: Callable[[Any], None] | None) -> Callable[[Any], Any]:
    """Return a function that checks a payload against its types, and then its rules and residual."""
    if obeys is None:
        return hold

    def hold_and_obey(value: Any) -> None:
        hold(value)
        obeys(value)

    return hold_and_obey
