"""Turn a report into the result of a check: problems that apply, in order, with line and column for text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.checking.collector import DUPLICATE_KEY
from presend.problems import FoundProblems, More, Problem
from presend.reading.json_places import locate

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from presend.checking.collector import Report
    from presend.problems import Path
    from presend.reading.json_tokens import Text
    from presend.rule import Rule


def listed_problems(
    report: Report,
    rules: Mapping[str, Rule],
    ignore: Collection[str],
    text: Text | None,
    faults: list[tuple[Path, Problem]],
) -> FoundProblems:
    """Return the problems of a report without those of ignored rules, ordered by path and then by rule.

    Args:
        report: The report of one payload.
        rules: The pack's rules by id.
        ignore: Ids of the rules that do not apply.
        text: The payload's text, if it came as text; problems then get line and column.
        faults: Problems of the text itself, which already have their place.
    """
    found = [entry for entry in report.found if _applies(entry[1], rules, ignore)]
    counted = [one for one in report.counted.values() if _applies(one.first, rules, ignore)]
    firsts = [(one.path, one.first) for one in counted]
    if text is not None and found:
        is_unique = not any(problem.rule == DUPLICATE_KEY for _, problem in report.found)
        places = locate(text, {path for path, _ in (*found, *firsts)}, is_unique=is_unique and not faults)
        found, firsts = ([(path, one.at(*places[path])) for path, one in some] for some in (found, firsts))
    problems = tuple(problem for _, problem in sorted([*found, *faults], key=_order))
    return FoundProblems(
        problems, tuple(More(first, one.count) for (_, first), one in zip(firsts, counted, strict=True))
    )


def _applies(problem: Problem, rules: Mapping[str, Rule], ignore: Collection[str]) -> bool:
    """Return whether a problem is reported: its rule is not ignored, and no stricter rule reports the same."""
    if problem.severity == "error" and problem.rule.startswith("json."):
        return True  # a payload that cannot be read cannot be called valid
    rule = rules.get(problem.rule)
    behind = rule.behind if rule else None
    return problem.rule not in ignore and (behind is None or behind in ignore)


def _order(entry: tuple[Path, Problem]) -> tuple[list[tuple[bool, str | int]], str, str]:
    path, problem = entry
    steps = [(isinstance(step, str), step) for step in path]  # a duplicated name can hold both an object and an array
    return steps, problem.rule, problem.message
