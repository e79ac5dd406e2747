"""Walk a payload beside its schema node, and report every problem of shape and rules in one pass.

Decided 2026-11-22: problems are found here, over the effective schema, and not taken from pydantic's errors. A pydantic
error gives neither the schema keyword that failed nor its place in the spec. It lists every branch of an untagged
union, and skips an object's own checks once a member is broken. Warnings need this walk anyway. For `validate` and
`is_valid`, the models judge everything that has no quick proof; tests/test_properties.py checks that both give one
verdict.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from presend.checking.asides import examine_expected, examine_file, file_node
from presend.checking.choices import choices_of, open_branches
from presend.checking.collector import INTEGRAL_FLOAT, UNKNOWN_KEY, UNKNOWN_PARAMETER, Report
from presend.checking.messages import (
    MISSING,
    advice_of_form,
    holds_unreadable,
    is_flawless,
    is_right,
    likeliest,
    missing,
    tag_name,
    wrong_tag,
    wrong_type,
)
from presend.checking.proofs import NOBODY, place_of, table_of
from presend.checking.unevaluated import evaluated
from presend.problems import Finding
from presend.reading.python_values import UNREADABLE
from presend.rule import RuleFault
from presend.schema.keywords import KINDS, did_you_mean, kind_of, shown
from presend.schema.patterns import searcher

if TYPE_CHECKING:
    from presend.checking.said import Heard
    from presend.problems import Path
    from presend.rule import Rule
    from presend.schema.nodes import Node


PROVED = 2  # steps of a path down to which a proof is tried: of a list that holds one fault, the other items have one


def examine(node: Node, value: Any, path: Path, report: Report) -> None:  # noqa: PLR0912 - a line for each kind
    """Add to `report` every problem that `value`, standing at `path`, has with `node`."""
    if value is UNREADABLE:
        return  # which has been told
    if len(path) <= PROVED and _is_proved(node, value, path, report):
        return
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
        _apply(node.rules, value, path, report)
    if node.expected and not report.errors_only:
        examine_expected(node, value, path, report)
    if node.branches:
        _examine_branch(node, value, kind, path, report)
    if kind == "object":
        _examine_members(node, value, path, report)
    elif kind == "array" and node.items is not None:
        for index in range(len(node.prefix), _looked_at(node, value, report)):
            examine(node.items, value[index], (*path, index), report)
    if node.condition:
        _examine_condition(node, value, path, report)
    if not node.is_simple:
        _examine_further(node, value, path, report)


def _is_proved(node: Node, value: Any, path: Path, report: Report) -> bool:
    """Say whether the shape of a value is proved right; what rules say of it is then told."""
    if not path and node.files:  # which rules would read twice
        return False
    at, names = report.beside
    heard: Heard = []
    try:
        if not table_of(node, report.enabled, names if at == path else NOBODY).proves(value, heard):
            return False
    except (RuleFault, RecursionError):  # told by the walk, in its order
        return False
    tell(heard, value, path, report)
    return True


def tell(heard: Heard, value: Any, path: Path, report: Report) -> None:
    """Add what rules have said of a value, standing at `path`, while its shape was proved."""
    for holder, member, rule, finding in heard:
        if rule.severity == "error" or not report.errors_only:
            _tell(rule, finding, (*path, *place_of(value, holder), *member), report)


def _looked_at(node: Node, value: list[Any], report: Report) -> int:
    """Return how many items of an array are looked at: of one that is told to be too long, those that may be there.

    The rest has to go whatever it is. Where somebody ignores that rule, all of them count.
    """
    if node.most_items is None or len(value) <= node.most_items[0]:
        return len(value)
    most, rule = node.most_items
    return len(value) if rule in report.whole else most


def _scoped(node: Node, path: Path, report: Report) -> Report:
    """Return `report` for the parts of a schema that speak of one object: what one of them knows is not unknown."""
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
            spoken = evaluated(node, value, accepts)
            for name in (name for name in value if name not in spoken):
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
    """Say whether a decimal number stands for the integer that is wanted; of a request, tell of it."""
    if kind != "number" or "integer" not in node.kinds or not value.is_integer():
        return False
    if not report.response and not node.branches:  # of which one tells of it
        got = f"the decimal number {value!r}"
        text = f"Invalid type for {{param}}: expected an integer, but got {got}. Send int(…)."
        report.add_softly(Finding(text, "invalid_type"), path, f"{node.source}/type", INTEGRAL_FLOAT)
    return True


def examine_own(node: Node, value: Any, path: Path, report: Report) -> None:
    """Add the errors that a value has beyond those of its type: by rules, and by what its type could not say."""
    if kind_of(value) in node.kinds:
        _apply(node.error_rules, value, path, report)
    for name, rules in node.member_error_rules.items() if isinstance(value, dict) else ():
        if name in value:
            _apply(rules, value[name], (*path, name), report)
    if node.residual is not None:
        examine(node.residual, value, path, report)


def _examine_condition(node: Node, value: Any, path: Path, report: Report) -> None:
    condition, then, otherwise = node.condition or (node, None, None)
    outcome = then if accepts(condition, value) else otherwise
    if outcome is not None:
        examine(outcome, value, path, report)


def accepts(node: Node, value: Any) -> bool:
    """Say whether `value` has no error with `node`."""
    report = Report(errors_only=True)
    examine(node, value, (), report)
    return is_right(report)


def _apply(rules: tuple[Rule, ...], value: Any, path: Path, report: Report) -> None:
    for rule in rules:
        if rule.check is None or (rule.opt_in and rule.id not in report.enabled):
            continue
        if report.errors_only and rule.severity != "error":
            continue
        if rule.needs and isinstance(value, dict) and value.keys().isdisjoint(rule.needs):
            continue
        for finding in rule.check(value):
            _tell(rule, finding, path, report)


def _tell(rule: Rule, finding: Finding, path: Path, report: Report) -> None:
    report.add(finding, path, rule.sources[0] if rule.sources else "", rule.id, rule.severity, rule.basis)


def _examine_branch(node: Node, value: Any, kind: str, path: Path, report: Report) -> None:
    if kind == "object" and node.tagged:
        branch = tagged_branch(node, value)
        if branch is None:
            _add_wrong_tag(node, value.get(node.tag, MISSING), path, report)
        else:
            examine(branch, value, path, report)
        return
    branches, is_chosen = open_branches(node, value, kind)
    if is_chosen or (len(branches) == 1 and not (kind == "object" and choices_of(node).members) and kind != "string"):
        examine(branches[0], value, path, report)
        return
    trials = _trials(node, branches, value, path, report)
    _, trial = likeliest(trials)
    if kind == "object" and choices_of(node).members and not is_right(trial):
        _examine_meant(node, value, path, report)
        return
    if trial.found and kind == "string" and any(value in branch.tagged for branch in node.branches):
        hint = f" Or did you mean the object {{'{tag_name(node, value)}': {shown(value)}}}?"
        hinted = [(at, dataclasses.replace(problem, message=problem.message + hint)) for at, problem in trial.found]
        trial = dataclasses.replace(trial, found=hinted)
    report.take(trial)
    fitting = sum(is_right(tried) for _, tried in trials) if node.exclusive else 0
    if fitting > 1 and not holds_unreadable(value):
        sentence = f"Expected a value that fits exactly one of {len(node.branches)} schemas, but it fits {fitting}."
        report.add(Finding(f"Invalid {{param}}: {sentence}"), path, f"{node.source}/oneOf", "schema.oneOf")


def _add_wrong_tag(node: Node, tag: object, path: Path, report: Report) -> None:
    """Tell of a tag that chooses no branch: an error, but in an answer, where it may be new, null or missing."""
    is_new = node.is_open and (tag is MISSING or tag is None or isinstance(tag, str))
    is_optional = node.expected.get("discriminator") == "optional" and (tag is MISSING or tag is None)
    if not (is_new and (report.errors_only or is_optional)):
        report.add(*wrong_tag(node, tag, path, node.tag, list(node.tagged)), "warning" if is_new else "error")


def likeliest_branch(node: Node, value: Any, path: Path, report: Report) -> tuple[Node, Report]:
    """Return the branch of a union that is wrong in the smallest part of `value`, if at all, and its problems."""
    branches, _ = open_branches(node, value, kind_of(value))
    return likeliest(_trials(node, branches, value, path, report))


def _examine_meant(node: Node, value: dict[str, Any], path: Path, report: Report) -> None:
    """Tell of an object that fits no branch: its tag, or what is wrong with it as the branch that is likely meant."""
    branches, choice, legal = choices_of(node).meant(value)
    if choice is not None:
        report.add(*wrong_tag(node, value.get(choice.name, MISSING), path, choice.name, legal))
    elif len(branches) == 1:
        examine(branches[0], value, path, report)
    else:
        report.take(likeliest(_trials(node, branches, value, path, report))[1])


def tagged_branch(node: Node, value: dict[str, Any]) -> Node | None:
    """Return the branch that the tag of an object chooses, or `None` where it chooses none."""
    tag = value.get(node.tag)
    return node.tagged.get(tag) if isinstance(tag, str) else None


def _trials(
    node: Node, branches: tuple[Node, ...], value: Any, path: Path, report: Report
) -> list[tuple[Node, Report]]:
    """Return those branches of a union, each with the problems that `value` has with it.

    After one that is right, without a warning, no other is tried, but where no two may be.
    """
    known = {} if report.trials is None else report.trials
    key = (id(node), *map(id, branches), id(value), path, report.beside)
    if key not in known:
        trials = []
        for branch in branches:
            trials.append((branch, _trial(branch, value, path, report, known)))
            if is_flawless(trials[-1][1]) and not node.exclusive:
                break  # the first that is right is the likeliest
        if report.trials is None:
            return trials
        known[key] = trials
    return list(known[key])


def _trial(branch: Node, value: Any, path: Path, report: Report, known: dict[Any, Any]) -> Report:
    trial = report.trial(known)
    examine(branch, value, path, trial)
    trial.trials = None  # which hold this one
    return trial


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
            examine(known, member, place, report)
            if name in node.member_rules:
                _apply(node.member_rules[name], member, place, report)
        if node.patterns and _examine_matching(node, name, member, place, report):
            continue
        if known is not None:
            continue
        if isinstance(node.additional, bool) or node.additional is None:
            if not node.additional and (node.is_record or node.additional is False):
                _add_unknown(node, name, path, report)
        else:
            examine(node.additional, member, place, report)


def _examine_matching(node: Node, name: str, member: Any, place: Path, report: Report) -> bool:
    """Hold a member against the schemas whose patterns its name matches; say whether there is one."""
    matching = [part for pattern, part in node.patterns if searcher(pattern)(name)]
    for part in matching:
        examine(part, member, place, report)
    return bool(matching)


def _examine_name(keys: Node, name: str, path: Path, report: Report) -> None:
    told = False
    for one in keys.checks:
        for finding in one.check(one.limit, name):
            named = finding._replace(message=finding.message.replace("{param}", "key of {param}"))
            report.add(named, (*path, name), f"{keys.source}/{one.keyword}", one.rule_id, place=path)
            told = True
    if not told and not accepts(keys, name):
        text = "Invalid key of {param}: expected a name that the schema under 'propertyNames' accepts."
        report.add(Finding(text), (*path, name), keys.source, "schema.propertyNames", place=path)


def _add_unknown(node: Node, name: str, path: Path, report: Report) -> None:
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
