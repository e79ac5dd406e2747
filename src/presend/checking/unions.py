"""Walk a value beside the branches of a union, and report the problems of the branch that it was meant for.

The functions take `examine` of walk.py as an argument, since each module would otherwise import the other.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from presend.checking.choices import choices_of, open_branches
from presend.checking.collector import HasError
from presend.checking.messages import (
    MISSING,
    holds_unreadable,
    is_flawless,
    is_right,
    likeliest,
    tag_name,
    wrong_tag,
)
from presend.problems import Finding
from presend.reading.python_values import UNREADABLE
from presend.schema.keywords import shown

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.checking.collector import Report
    from presend.problems import Path
    from presend.schema.nodes import Node

    Examine = Callable[[Node, Any, Path, Report], None]


def examine_union(  # noqa: PLR0913, PLR0917 - the arguments of `examine`, and itself
    examine: Examine, node: Node, value: Any, kind: str, path: Path, report: Report
) -> None:
    """Add the problems that a value has with the branches of a union, or with the one branch it was meant for."""
    if kind == "object" and node.tagged:
        if value.get(node.tag) is UNREADABLE:
            return  # reported when the payload was read
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
    trials = try_branches(examine, node, branches, value, path, report)
    fitting = sum(is_right(tried) for _, tried in trials)
    if report.for_verdict:
        if not fitting or (node.exclusive and fitting > 1 and not holds_unreadable(value)):
            raise HasError
        return
    _, trial = likeliest(trials)
    if kind == "object" and choices_of(node).members and not is_right(trial):
        _examine_meant(examine, node, value, path, report)
        return
    if trial.found and kind == "string" and any(value in branch.tagged for branch in node.branches):
        hint = f" Or did you mean the object {{'{tag_name(node, value)}': {shown(value)}}}?"
        hinted = [(at, dataclasses.replace(problem, message=problem.message + hint)) for at, problem in trial.found]
        trial = dataclasses.replace(trial, found=hinted)
    report.take(trial)
    if node.exclusive and fitting > 1 and not holds_unreadable(value):
        sentence = f"Expected a value that fits exactly one of {len(node.branches)} schemas, but it fits {fitting}."
        report.add(Finding(f"Invalid {{param}}: {sentence}"), path, f"{node.source}/oneOf", "schema.oneOf")


def _add_wrong_tag(node: Node, tag: object, path: Path, report: Report) -> None:
    """Add the problem of a tag that chooses no branch: a warning in a response if it is new, null or missing."""
    is_new = node.is_open and (tag is MISSING or tag is None or isinstance(tag, str))
    is_optional = node.expected.get("discriminator") == "optional" and (tag is MISSING or tag is None)
    if not (is_new and (report.errors_only or is_optional)):
        report.add(*wrong_tag(node, tag, path, node.tag, list(node.tagged)), "warning" if is_new else "error")


def _examine_meant(examine: Examine, node: Node, value: dict[str, Any], path: Path, report: Report) -> None:
    """Add the problems of an object that fits no branch: its wrong tag, or those of the branch it was meant for."""
    branches, choice, legal = choices_of(node).meant(value)
    if choice is not None and value.get(choice.name) is UNREADABLE:
        return  # reported when the payload was read
    if choice is not None:
        report.add(*wrong_tag(node, value.get(choice.name, MISSING), path, choice.name, legal))
    elif len(branches) == 1:
        examine(branches[0], value, path, report)
    else:
        report.take(likeliest(try_branches(examine, node, branches, value, path, report))[1])


def tagged_branch(node: Node, value: dict[str, Any]) -> Node | None:
    """Return the branch that the tag of an object selects, or `None`."""
    tag = value.get(node.tag)
    return node.tagged.get(tag) if isinstance(tag, str) else None


def try_branches(  # noqa: PLR0913, PLR0917 - the arguments of `examine`, and itself
    examine: Examine, node: Node, branches: tuple[Node, ...], value: Any, path: Path, report: Report
) -> list[tuple[Node, Report]]:
    """Return each of `branches` with the problems that `value` has with it.

    The first branch without an error or a warning ends the trials, unless the union allows only one fitting branch.
    """
    known = {} if report.trials is None else report.trials
    key = (id(node), *map(id, branches), id(value), path, report.beside)
    if key not in known:
        trials = []
        for branch in branches:
            trials.append((branch, _trial(examine, branch, value, path, report, known)))
            if is_flawless(trials[-1][1]) and not node.exclusive:
                break  # no other branch can be likelier
        if report.trials is None:
            return trials
        known[key] = trials
    return list(known[key])


def _trial(  # noqa: PLR0913, PLR0917 - the same
    examine: Examine, branch: Node, value: Any, path: Path, report: Report, known: dict[Any, Any]
) -> Report:
    trial = report.trial(known)
    try:
        examine(branch, value, path, trial)
    except HasError:
        trial.has_error = True
    trial.trials = None  # they hold this report
    return trial
