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
OF_FORM = {  # type of a form field → how to send it instead
    "array": " A field that comes more than once is an array, and so is name[]: send it once.",
    "string": " Write it as JSON, or each of its members as a field of its own: name[member].",
}


def _misfit(report: Report) -> tuple[int, int, int, list[int]]:
    """Return a sort key for how badly a branch fits: the smaller, the better.

    Deep errors, few errors and errors at late items make it smaller. A tag outside its closed list makes it larger than
    other errors do. Without errors, the number of warnings counts.
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
    """Return the number of problems of one severity in a report, kept or counted."""
    kept = sum(problem.severity == severity for _, problem in report.found)
    return kept + sum(one.count for (_, counted), one in report.counted.items() if counted == severity)


def wrong_type(kinds: frozenset[str], kind: str) -> Finding:
    """Return the finding for a value of a wrong type."""
    if not kinds:
        return Finding("Unexpected {param}: the schema accepts no value here.", "invalid_type")
    wanted = kinds - {"null"} or kinds
    if "number" in wanted:
        wanted -= {"integer"}
    expected = listed([described(name) for name in sorted(wanted)], "or")
    got = "a decimal number" if kind == "number" else described(kind)
    return Finding(f"Invalid type for {{param}}: expected {expected}, but got {got}.", "invalid_type")


def advice_of_form(kinds: frozenset[str], kind: str) -> str:
    """Return advice for a form field of a wrong type, or an empty string."""
    return OF_FORM.get(kind, "") if kind == "array" or (kinds - {"null"} and kinds <= {"object", "null"}) else ""


def missing(name: str, hint: str = "") -> Finding:
    """Return the finding for a missing member."""
    return Finding(f"Missing required parameter: {{param}}.{hint}", "missing_required_parameter", (name,))


def likeliest(trials: list[tuple[Tried, Report]]) -> tuple[Tried, Report]:
    """Return the trial (a branch or a reading) whose report shows the fewest and smallest problems."""
    return min(trials, key=lambda trial: _misfit(trial[1])) if len(trials) > 1 else trials[0]


def is_right(report: Report) -> bool:
    """Return whether a report has no errors."""
    return not (report.has_error or any(problem.severity == "error" for _, problem in report.found))


def is_flawless(report: Report) -> bool:
    """Return whether a report has neither errors nor warnings."""
    return not report.has_error and all(problem.severity == "note" for _, problem in report.found)


def holds_unreadable(value: Any) -> bool:
    """Return whether a part of a value could not be read; it was reported, and its shape is unknown."""
    if isinstance(value, list | dict):
        return any(map(holds_unreadable, value if isinstance(value, list) else value.values()))
    return value is UNREADABLE


def tag_name(node: Node, value: str) -> str:
    """Return the name of the tag that has the value `value` in a branch of a union."""
    return next(branch.tag for branch in node.branches if value in branch.tagged)


def wrong_tag(node: Node, tag: object, path: Path, name: str, legal: list[str]) -> tuple[Finding, Path, str, str]:
    """Return the finding for a tag that selects no branch, with its path, source and rule.

    Args:
        node: The union.
        tag: The value of the tag, or `MISSING`.
        path: Path of the union.
        name: Name of the member that is the tag.
        legal: The values that select a branch.
    """
    source = f"{node.source}/discriminator" if name == node.tag else node.source
    if not legal:  # the tags exclude one another
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
