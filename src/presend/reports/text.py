"""Reports as text and as JSON, one function each. formats.py lists all formats.

A report may use ANSI colours; the writer removes them if they are not wanted. A report yields a piece for each result,
possibly an empty one, so that several reports can be written at the same time.
"""

from __future__ import annotations

import dataclasses
import json
from itertools import groupby
from typing import TYPE_CHECKING

import click

import presend
from presend.problems import SEVERITIES, More, Problem, printable
from presend.reports.spool import Spool

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from presend.problems import Severity
    from presend.rule import Rule

COLOURS = {"error": "red", "warning": "yellow", "note": "cyan"}


@dataclasses.dataclass(frozen=True, slots=True)
class Result:
    """The result of one payload, of several valid payloads in a row, or of a file that cannot be checked.

    Attributes:
        file: Name of the input.
        target: The target of the payload.
        problems: The listed problems of the payload.
        more: Problems that are only counted, because there are very many.
        cut: The severities of the problems that were not asked for.
        payloads: Number of payloads; 0 if the problems are those of the file as a whole.
        unreadable: Why the file cannot be read or checked; `None` if it was.
        rules: The rules of the pack by id, for reports that explain them.
        failing: The severities that fail the check, by `--fail-on`.
    """

    file: str
    target: str
    problems: tuple[Problem, ...] = ()
    payloads: int = 1
    unreadable: str | None = None
    rules: Mapping[str, Rule] = dataclasses.field(default_factory=dict, repr=False)
    failing: frozenset[Severity] = frozenset({"error"})
    more: tuple[More, ...] = ()
    cut: frozenset[Severity] = frozenset()

    @property
    def failures(self) -> tuple[Problem, ...]:
        """The problems that fail the check."""
        return tuple(problem for problem in self.problems if problem.severity in self.failing)

    @property
    def fails(self) -> bool:
        """Whether the check fails, also by a problem that is not listed."""
        hidden = self.cut.union(first.severity for first, _ in self.more)
        return bool(self.failures or hidden & self.failing)

    @property
    def listed(self) -> tuple[Problem, ...]:
        """The problems, and for those that are only counted, one problem with their number."""
        return (*self.problems, _rest(self.more)) if self.more else self.problems


@dataclasses.dataclass(slots=True)
class Tally:
    """Count results: `files`, those `unreadable`, `payloads`, those `bad`, and problems by severity."""

    files: int = 0
    unreadable: int = 0
    payloads: int = 0
    bad: int = 0
    severities: dict[str, int] = dataclasses.field(default_factory=lambda: dict.fromkeys(SEVERITIES, 0))
    _last: tuple[str, str] | None = None

    def add(self, result: Result) -> None:
        """Count one result; the results of one file and target come in a row."""
        name = (result.file, result.target)
        is_new, self._last = name != self._last, name
        self.files += is_new
        self.unreadable += result.unreadable is not None
        self.payloads += result.payloads
        self.bad += bool(result.problems) and (is_new or result.payloads > 0)  # or they are those of the whole file
        for problem in result.problems:
            self.severities[problem.severity] += 1
        for first, count in result.more:
            self.severities[first.severity] += count

    def __str__(self) -> str:
        problems = [_count(number, severity) for severity, number in self.severities.items() if number]
        said = ""
        if problems:
            said = f"{', '.join(problems)} in {self._share(self.bad or self.payloads)}"
        elif self.payloads or not self.unreadable:
            said = "ok" if self.payloads == self.files == 1 else f"ok: {self._share(self.payloads)}"
        unread = f"{_count(self.unreadable, 'file')} not checked" if self.unreadable else ""
        return "; ".join(filter(None, (said, unread)))

    def _share(self, some: int) -> str:
        by_file = self.unreadable or 0 < self.payloads <= self.files
        whole, unit = (self.files, "file") if by_file else (self.payloads, "payload")
        return f"{some:,} of {_count(whole, unit)}" if some < whole else _count(some, unit)


def as_text(results: Iterable[Result]) -> Iterator[str]:
    """Yield one line for each problem, in the style of compilers, and a summary line."""
    tally = Tally()
    for result in results:
        tally.add(result)
        yield "".join(f"{line_of(result.file, problem)}\n" for problem in result.listed)
    worst = next((severity for severity, number in tally.severities.items() if number), None)
    colour = COLOURS[worst] if worst else "red" if tally.unreadable else "green"
    yield click.style(str(tally), fg=colour) + "\n"


def as_json(results: Iterable[Result]) -> Iterator[str]:
    """Yield one JSON document, as docs/report.schema.json describes it."""
    tally = Tally()
    before = start = f'{{\n  "presend": {json.dumps(presend.__version__)},\n  "files": ['
    for _, of_file in groupby(results, key=lambda result: (result.file, result.target)):
        yield from _file_entry(of_file, tally, before)
        before = ","
    counts = {"files": tally.files, "unreadable": tally.unreadable, "payloads": tally.payloads}
    summary = {**counts, **{f"{severity}s": number for severity, number in tally.severities.items()}}
    end = f"{start}]" if before is start else "\n  ]"
    yield f'{end},\n  "summary":{indented(summary, 1, " ")}\n}}\n'


def _facts(problem: Problem) -> dict[str, object]:
    """Return a problem as a JSON object; only problems of Python types have a field."""
    facts = dataclasses.asdict(problem)
    return facts if problem.field else {name: value for name, value in facts.items() if name != "field"}


def _file_entry(results: Iterable[Result], tally: Tally, before: str) -> Iterator[str]:
    """Yield the JSON of one file, after the text that precedes it, and count it."""
    entry: dict[str, object] = {}
    payloads = 0
    with Spool() as problems:
        for result in results:
            tally.add(result)
            payloads += result.payloads
            for problem in result.listed:
                problems.add(("" if problems.is_empty else ",") + indented(_facts(problem), 4))
            entry = {"file": printable(result.file), "target": result.target, "unreadable": result.unreadable}
            yield ""
        head = indented({**entry, "payloads": payloads, "problems": []}, 2)
        yield before + head.removesuffix("]\n    }")
        yield from problems.pieces()
        yield "]\n    }" if problems.is_empty else "\n      ]\n    }"


def indented(value: object, level: int, before: str = "") -> str:
    """Return JSON text for one level of an indented document, on a line of its own.

    Args:
        value: What to write.
        level: Number of indents.
        before: Text before it, instead of the line break.
    """
    margin = "\n" + "  " * level
    return (before or margin) + json.dumps(value, indent=2).replace("\n", margin)


def line_of(file: str, problem: Problem) -> str:
    """Return a problem as compilers write one: `file:line:column: severity: message [rule]`."""
    place = ":".join([printable(file), *(str(number) for number in (problem.line, problem.column) if number)])
    severity = click.style(problem.severity, fg=COLOURS[problem.severity], bold=True)
    rule = click.style(f"[{problem.rule}]", dim=True)
    return f"{click.style(place, bold=True)}: {severity}: {printable(problem.message)} {rule}"


def _rest(more: tuple[More, ...]) -> Problem:
    """Return a problem with the number of further problems and the highest severity among them."""
    counts = {name: sum(count for first, count in more if first.severity == name) for name in SEVERITIES}
    said = " and ".join(_count(number, f"more {name}") for name, number in counts.items() if number)
    worst = min((first for first, _ in more), key=lambda first: SEVERITIES.index(first.severity))
    text = f"{said} of this payload not listed, the first of them here. --max-problems N lists up to N of a payload."
    return dataclasses.replace(worst, message=text)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}" + ("" if number == 1 else "s")
