"""Stop a check before the end of its inputs."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import click

from presend.problems import More, printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from presend.problems import Severity
    from presend.reports.text import Result

    Advance = Callable[[int], object]


@dataclasses.dataclass(frozen=True, slots=True)
class Stop:
    """Conditions for an early stop.

    Attributes:
        severities: Stop after a payload with a problem of one of these.
        most: Stop after this many problems; `None` for no limit.
    """

    severities: frozenset[Severity] = frozenset()
    most: int | None = None

    def cut(self, results: Iterable[Result]) -> Iterator[Result]:
        """Yield results up to the limits; report on standard error if that is before the end."""
        left = self.most
        for result in results:
            problems = result.problems[:left]
            cut = result.problems[len(problems) :]
            more = result.more
            if cut and more:  # count the cut problems too, as the report's line about them gives the total
                more = (*more, *(More(problem, 1) for problem in cut))
            severities = frozenset(problem.severity for problem in cut)
            yield dataclasses.replace(result, problems=problems, more=more, cut=severities)
            if left is not None:
                left -= len(problems)
            reason = ""
            if any(problem.severity in self.severities for problem in problems):
                reason = "--no-keep-going"
            elif left == 0:
                reason = f"--max-problems {self.most}"
            if reason:
                line = next((f", line {problem.line}" for problem in reversed(problems) if problem.line), "")
                place = f"{printable(result.file)}{line}"
                click.echo(f"presend: stopped after {place}, as {reason} asks; the rest was not checked.", err=True)
                return
