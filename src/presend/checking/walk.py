"""Walk a payload beside its schema node, and report every problem of shape and rules in one pass.

Decided 2026-11-22: problems are found here, over the effective schema, and not taken from pydantic's errors. A pydantic
error gives neither the schema keyword that failed nor its place in the spec. It lists every branch of an untagged
union, and skips an object's own checks once a member is broken. Warnings need this walk anyway. Since 2026-12-01 the
walk also gives the verdict of `validate` and `is_valid` where no fast path accepts a payload. tests/test_properties.py
checks that models used directly give the same one.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from presend.checking.apply_rules import apply_rules, is_proved
from presend.checking.asides import examine_expected, examine_file, file_node
from presend.checking.collector import INTEGRAL_FLOAT, UNKNOWN_KEY, UNKNOWN_PARAMETER, HasError, Report
from presend.checking.messages import advice_of_form, holds_unreadable, missing, wrong_type
from presend.checking.proofs import is_settled
from presend.checking.unevaluated import evaluated
from presend.checking.unions import examine_union
from presend.problems import Finding
from presend.reading.python_values import UNREADABLE
from presend.schema.keywords import KINDS, did_you_mean, kind_of
from presend.schema.patterns import searcher

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.problems import Path
    from presend.schema.nodes import Node


PROVED = 2  # longest path at which a proof is tried; in a list with one faulty item, the others still get a proof


def examine(node: Node, value: Any, path: Path, report: Report) -> None:
    """Add to `report` every problem that `value`, standing at `path`, has with `node`."""
    if len(path) > PROVED or not is_proved(node, value, path, report):
        examine_unproved(node, value, path, report)


def examine_unproved(node: Node, value: Any, path: Path, report: Report) -> None:  # noqa: PLR0912 - a line for each kind
    """Do as `examine` for a value that has no proof as a whole."""
    if value is UNREADABLE:
        return  # reported when the payload was read
    file = file_node(node, value) if node.holds_file else None
    if file is not None:
        examine_file(file, value, path, report)
        return
    if type(value) not in KINDS:
        report.add(wrong_type(node.kinds, "file"), path, f"{node.source}/type", "schema.type")
        return
    kind = kind_of(value)
    if kind not in node.kinds and not _is_integral(node, value, kind, path, report):
        finding = wrong_type(node.kinds, kind)
        if report.form:
            finding = finding._replace(message=finding.message + advice_of_form(node.kinds, kind))
        report.add(finding, path, f"{node.source}/type", "schema.type")
        return
    if not node.is_simple:
        report = _scoped(node, path, report)
    for one in node.checks:
        for finding in one.check(one.limit, value):
            hint = node.hints.get(one.keyword)
            found = finding._replace(message=f"{finding.message} {hint}") if hint else finding
            report.add(found, path, f"{node.source}/{one.keyword}", one.rule_id)
    if node.rules:
        apply_rules(node.rules, value, path, report)
    if node.expected and not report.errors_only:
        examine_expected(node, value, path, report)
    if node.branches:
        examine_union(examine, node, value, kind, path, report)
    if kind == "object":
        _examine_members(node, value, path, report)
    elif kind == "array" and node.items is not None:
        for index in range(len(node.prefix), _checked_items(node, value, report)):
            if not is_settled(node.items, value[index], report.enabled):
                examine(node.items, value[index], (*path, index), report)
    if node.condition:
        _examine_condition(node, value, path, report)
    if not node.is_simple:
        _examine_further(node, value, path, report)


def _checked_items(node: Node, value: list[Any], report: Report) -> int:
    """Return how many items of an array to check: of an array that is too long, only the allowed number.

    The items after that must be removed anyway. If that rule is ignored, all items are checked.
    """
    if node.most_items is None or len(value) <= node.most_items[0]:
        return len(value)
    most, rule = node.most_items
    return len(value) if rule in report.whole else most


def _scoped(node: Node, path: Path, report: Report) -> Report:
    """Return a report in which a property declared by any subschema of an object counts as known."""
    if not node.is_composed:
        return report
    at, names = report.beside
    return dataclasses.replace(report, beside=(path, node.declared | names if at == path else node.declared))


def _examine_further(node: Node, value: Any, path: Path, report: Report) -> None:
    for part in node.parts:
        examine(part, value, path, report)
    if node.denied is not None and accepts(node.denied, value) and not holds_unreadable(value):
        text = "Invalid {param}: expected a value that the schema under 'not' refuses, but it accepts this one."
        report.add(Finding(text), path, f"{node.source}/not", "schema.not")
    if isinstance(value, list):
        for index, (part, item) in enumerate(zip(node.prefix, value, strict=False)):
            examine(part, item, (*path, index), report)
        if node.contained is not None:
            _examine_contained(node.contained, value, path, report, node.source)
        if node.other_items is not None:
            rest = sorted({*range(len(value))} - evaluated(node, value, accepts))
            for index in rest:
                examine(node.other_items, value[index], (*path, index), report)
    elif isinstance(value, dict):
        for name, part in node.dependents.items():
            if name in value:
                examine(part, value, path, report)
        if node.other_members is not None:
            covered = evaluated(node, value, accepts)
            for name in (name for name in value if name not in covered):
                _examine_other(node.other_members, name, value, path, report)


def _examine_other(other: Node, name: str, value: dict[str, Any], path: Path, report: Report) -> None:
    if other.kinds:
        examine(other, value[name], (*path, name), report)
    else:
        finding = Finding("Unknown parameter: {param}.", UNKNOWN_PARAMETER)
        report.add(finding, (*path, name), other.source, "schema.unevaluatedProperties")


def _examine_contained(
    contained: tuple[Node, int, int | None], value: list[Any], path: Path, report: Report, source: str
) -> None:
    wanted, least, most = contained
    got = sum(accepts(wanted, item) for item in value)
    for word, is_wrong in (("contains", got < least), ("maxContains", most is not None and got > most)):
        if is_wrong:
            limit = f"at least {least}" if word == "contains" else f"at most {most}"
            text = f"Expected {limit} of the items to fit the schema under 'contains', but {got} of {len(value)} do."
            report.add(Finding(f"Invalid {{param}}: {text}"), path, f"{source}/contains", f"schema.{word}")


def _is_integral(node: Node, value: Any, kind: str, path: Path, report: Report) -> bool:
    """Return whether a decimal number such as 1.0 counts as the required integer; in a request, also report it."""
    if kind != "number" or "integer" not in node.kinds or not value.is_integer():
        return False
    if not (report.response or report.for_verdict or node.branches):  # a branch reports it
        got = f"the decimal number {value!r}"
        text = f"Invalid type for {{param}}: expected an integer, but got {got}. Send int(…)."
        report.add_softly(Finding(text, "invalid_type"), path, f"{node.source}/type", INTEGRAL_FLOAT)
    return True


def examine_own(node: Node, value: Any, path: Path, report: Report) -> None:
    """Add the errors of a value that its generated type cannot find: those of rules and of the residual."""
    if kind_of(value) in node.kinds:
        apply_rules(node.error_rules, value, path, report)
    for name, rules in node.member_error_rules.items() if isinstance(value, dict) else ():
        if name in value:
            apply_rules(rules, value[name], (*path, name), report)
    if node.residual is not None:
        examine(node.residual, value, path, report)


def _examine_condition(node: Node, value: Any, path: Path, report: Report) -> None:
    condition, then, otherwise = node.condition or (node, None, None)
    outcome = then if accepts(condition, value) else otherwise
    if outcome is not None:
        examine(outcome, value, path, report)


def accepts(node: Node, value: Any, look: Callable[[Node, Any, Path, Report], None] = examine) -> bool:
    """Return whether a value has no errors with a node; the first one ends the walk."""
    try:
        look(node, value, (), Report(errors_only=True, for_verdict=True))
    except HasError:
        return False
    return True


def _examine_members(node: Node, value: dict[str, Any], path: Path, report: Report) -> None:
    for name in node.required:
        if name not in value:
            hint = node.hints.get("required", "")
            rule = node.rule_ids.get("required", "schema.required")
            report.add(missing(name, hint and f" {hint}"), path, f"{node.source}/required", rule)
    for name, member in value.items():
        place = (*path, name)
        if node.keys is not None:
            _examine_name(node.keys, name, path, report)
        known = node.properties.get(name)
        if known is not None:
            if not is_settled(known, member, report.enabled):
                examine(known, member, place, report)
            if name in node.member_rules:
                apply_rules(node.member_rules[name], member, place, report)
        if node.patterns and _examine_matching(node, name, member, place, report):
            continue
        if known is not None:
            continue
        if isinstance(node.additional, bool) or node.additional is None:
            if not node.additional and (node.is_record or node.additional is False):
                _add_unknown(node, name, path, report)
        elif not is_settled(node.additional, member, report.enabled):
            examine(node.additional, member, place, report)


def _examine_matching(node: Node, name: str, member: Any, place: Path, report: Report) -> bool:
    """Check a member against the schemas whose patterns match its name; return whether there is one."""
    matching = [part for pattern, part in node.patterns if searcher(pattern)(name)]
    for part in matching:
        examine(part, member, place, report)
    return bool(matching)


def _examine_name(keys: Node, name: str, path: Path, report: Report) -> None:
    if is_settled(keys, name, report.enabled):
        return
    has_finding = False
    for one in keys.checks:
        for finding in one.check(one.limit, name):
            named = finding._replace(message=finding.message.replace("{param}", "key of {param}"))
            report.add(named, (*path, name), f"{keys.source}/{one.keyword}", one.rule_id, place=path)
            has_finding = True
    if not has_finding and not accepts(keys, name):
        text = "Invalid key of {param}: expected a name that the schema under 'propertyNames' accepts."
        report.add(Finding(text), (*path, name), keys.source, "schema.propertyNames", place=path)


def _add_unknown(node: Node, name: str, path: Path, report: Report) -> None:
    if report.for_verdict and node.additional is not False:
        return  # at most a warning
    at, names = report.beside
    if node.additional is None and at == path and (name in names or (*path, name) in report.unknown):
        return
    hint = node.hints.get("members", {}).get(name) or did_you_mean(name, node.properties)
    finding = Finding(f"Unknown parameter: {{param}}.{hint}", UNKNOWN_PARAMETER, (name,))
    if node.additional is False:
        rule = node.rule_ids.get("additionalProperties", "schema.additionalProperties")
        report.add(finding, path, f"{node.source}/additionalProperties", rule)
    else:
        report.add_softly(finding, path, node.source, UNKNOWN_KEY)
