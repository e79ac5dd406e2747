"""What is said of a value that does not fit a node, and which branch of a union it was likely meant for."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from presend.keywords import described, enum, kind_of, listed, shown
from presend.plain import UNREADABLE
from presend.problems import Finding

if TYPE_CHECKING:
    from typing import TypeVar

    from presend.problems import Path, Problem
    from presend.schema import Node

    Found = list[tuple[Path, Problem]]
    Tried = TypeVar("Tried")

MISSING = object()
OF_FORM = {  # type of what came → what to do, where it came as a field of a form
    "array": " A field that comes more than once is an array, and so is name[]: send it once.",
    "string": " Write it as JSON, or each of its members as a field of its own: name[member].",
}


def _misfit(found: Found) -> tuple[int, int, list[int]]:
    """Return how badly a branch fits: errors deeper down, fewer of them, and at later items count for less.

    Without errors, fewer warnings do.
    """
    wrong = [path for path, problem in found if problem.severity == "error"]
    if not wrong:
        return -sys.maxsize, sum(problem.severity == "warning" for _, problem in found), []
    items = min([step for step in path if isinstance(step, int)] for path in wrong)
    return -min(map(len, wrong)), len(wrong), [-step for step in items]


def wrong_type(kinds: frozenset[str], kind: str) -> Finding:
    """Return the finding for a value of a type that is not among those that are legal."""
    if not kinds:
        return Finding("Unexpected {param}: the schema takes no value here.", "invalid_type")
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


def likeliest(trials: list[tuple[Tried, Found]]) -> tuple[Tried, Found]:
    """Return what is wrong in the smallest part of a value, if at all, and its problems: a branch, or a reading."""
    return min(trials, key=lambda trial: _misfit(trial[1])) if len(trials) > 1 else trials[0]


def is_right(found: Found) -> bool:
    """Say whether there is no error among problems."""
    return not any(problem.severity == "error" for _, problem in found)


def is_flawless(found: Found) -> bool:
    """Say whether there is neither an error nor a warning among problems."""
    return all(problem.severity == "note" for _, problem in found)


def holds_unreadable(value: Any) -> bool:
    """Say whether something in a value is no JSON: that has been told, and what it would have fitted is unknown."""
    if isinstance(value, list | dict):
        return any(map(holds_unreadable, value if isinstance(value, list) else value.values()))
    return value is UNREADABLE


def tag_name(node: Node, value: str) -> str:
    """Return the name of the member that has `value` as a tag, in one of the branches of a union."""
    return next(branch.tag for branch in node.branches if value in branch.tagged)


def wrong_tag(node: Node, tag: object, path: Path) -> tuple[Finding, Path, str, str]:
    """Return the finding for a tag that chooses no branch, with its place, its source and its rule."""
    source = f"{node.source}/discriminator"
    if tag is MISSING:
        values = listed([shown(name) for name in node.tagged])
        return missing(node.tag, f" Supported values are: {values}."), path, source, "schema.required"
    if not isinstance(tag, str):
        return wrong_type(frozenset({"string"}), kind_of(tag)), (*path, node.tag), source, "schema.type"
    return next(enum(list(node.tagged), tag)), (*path, node.tag), source, "schema.enum"
