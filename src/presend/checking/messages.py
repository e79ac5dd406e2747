"""Messages for type, required and discriminator errors, and the likeliest branch of a union."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from presend.checking.choices import FIRST
from presend.checking.collector import items_of
from presend.problems import Finding
from presend.reading.python_values import UNREADABLE
from presend.schema.keywords import described, enum, kind_of, listed, shown

if TYPE_CHECKING:
    from typing import TypeVar

    from presend.checking.collector import Report
    from presend.problems import Path, Severity
    from presend.schema.nodes import Node

    Tried = TypeVar("Tried")

MISSING = object()
TAGS = tuple((name,) for name in FIRST)
OF_FORM = {  # type of what came → what to do, where it came as a field of a form
    "array": " A field that comes more than once is an array, and so is name[]: send it once.",
    "string": " Write it as JSON, or each of its members as a field of its own: name[member].",
}


def _misfit(report: Report) -> tuple[int, int, int, list[int]]:
    """Return how badly a branch fits: errors deeper down, fewer of them, and at later items count for less.

    A tag that is on no closed list counts for more than another error. Without errors, fewer warnings count for less.
    """
    errors = [(path, problem) for path, problem in report.found if problem.severity == "error"]
    if not errors:
        return -sys.maxsize, 0, _count(report, "warning"), []
    wrong = [path for path, _ in errors]
    counted = [one for (_, severity), one in report.counted.items() if severity == "error"]
    shallowest = min([*map(len, wrong), *(one.shallowest for one in counted)])
    items = min([*map(items_of, wrong), *(one.items for one in counted)])
    unlisted = sum(problem.rule == "schema.enum" and path[-1:] in TAGS for path, problem in errors)
    return -shallowest, unlisted, _count(report, "error"), [-step for step in items]


def _count(report: Report, severity: Severity) -> int:
    """Return how many problems of a severity a report has, those that it only counts with them."""
    told = sum(problem.severity == severity for _, problem in report.found)
    return told + sum(one.count for (_, counted), one in report.counted.items() if counted == severity)


def wrong_type(kinds: frozenset[str], kind: str) -> Finding:
    """Return the finding for a value of a type that is not among those that are legal."""
    if not kinds:
        return Finding("Unexpected {param}: the schema accepts no value here.", "invalid_type")
    wanted = kinds - {"null"} or kinds
    if "number" in wanted:
        wanted -= {"integer"}
    expected = listed([described(name) for name in sorted(wanted)], "or")
    got = "a decimal number" if kind == "number" else described(kind)
    return Finding(f"Invalid type for {{param}}: expected {expected}, but got {got}.", "invalid_type")


def advice_of_form(kinds: frozenset[str], kind: str) -> str:
    """Return what to do about a field of a form that has a wrong type, where its type tells."""
    return OF_FORM.get(kind, "") if kind == "array" or (kinds - {"null"} and kinds <= {"object", "null"}) else ""


def missing(name: str, hint: str = "") -> Finding:
    """Return the finding for a member that is not there."""
    return Finding(f"Missing required parameter: {{param}}.{hint}", "missing_required_parameter", (name,))


def likeliest(trials: list[tuple[Tried, Report]]) -> tuple[Tried, Report]:
    """Return what is wrong in the smallest part of a value, if at all, and its problems: a branch, or a reading."""
    return min(trials, key=lambda trial: _misfit(trial[1])) if len(trials) > 1 else trials[0]


def is_right(report: Report) -> bool:
    """Say whether there is no error among the problems of a report."""
    return not any(problem.severity == "error" for _, problem in report.found)


def is_flawless(report: Report) -> bool:
    """Say whether there is neither an error nor a warning among the problems of a report."""
    return all(problem.severity == "note" for _, problem in report.found)


def holds_unreadable(value: Any) -> bool:
    """Say whether something in a value is no JSON: that has been told, and what it would have fitted is unknown."""
    if isinstance(value, list | dict):
        return any(map(holds_unreadable, value if isinstance(value, list) else value.values()))
    return value is UNREADABLE


def tag_name(node: Node, value: str) -> str:
    """Return the name of the member that has `value` as a tag, in one of the branches of a union."""
    return next(branch.tag for branch in node.branches if value in branch.tagged)


def wrong_tag(node: Node, tag: object, path: Path, name: str, legal: list[str]) -> tuple[Finding, Path, str, str]:
    """Return the finding for a tag that chooses no branch, with its place, its source and its rule.

    Args:
        node: The union.
        tag: What came, or `MISSING`.
        path: Where the union stands.
        name: Name of the member that is the tag.
        legal: The values that choose a branch.
    """
    source = f"{node.source}/discriminator" if name == node.tag else node.source
    if not legal:  # of tags that exclude one another
        return wrong_type(frozenset(), ""), path if tag is MISSING else (*path, name), source, "schema.type"
    if tag is MISSING:
        values = listed([shown(value) for value in legal])
        hint = " ".join(filter(None, (f" Supported values are: {values}.", node.hints.get("required"))))
        return missing(name, hint), path, source, "schema.required"
    if not isinstance(tag, str):
        return wrong_type(frozenset({"string"}), kind_of(tag)), (*path, name), source, "schema.type"
    finding = next(enum(legal, tag))
    if hint := node.hints.get("tags", {}).get(tag):
        finding = finding._replace(message=finding.message + hint)
    return finding, (*path, name), source, "schema.enum"
