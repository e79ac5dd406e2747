"""Statistics of samples: ratios within rounds, their median and spread, and the ratios that are kept."""

from __future__ import annotations

import statistics
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench.groups import GROUPS
from bench.growth import FEW, HOSTILE, MANY
from bench.line_files import FLOORS as LINE_FLOORS
from bench.processes import PROCESSES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bench.rounds import Result

DASH = "–"  # noqa: RUF001 - from … to
LEAST = 0.01  # smaller ratios are reported as this
OURS = "presend"  # what the names of presend's own contenders have in them
FLOORS = {group.name: group.floor for group in GROUPS}
PROCESS_FLOORS = dict(PROCESSES) | LINE_FLOORS
WHOLE = ("processes", "files")  # groups of whole processes


@dataclass(frozen=True, slots=True)
class Spread:
    """A median and the quartiles around it."""

    median: float
    low: float
    high: float

    def __str__(self) -> str:
        """Say it in a cell of a table."""
        if self.low == self.high or self.high < LEAST:
            return number(self.median)
        return f"{number(self.median)} ({number(self.low)}{DASH}{number(self.high)})"


def spread(samples: Sequence[float]) -> Spread:
    """Return the median and the quartiles of samples, of which there is at least one."""
    if len(samples) == 1:
        return Spread(samples[0], samples[0], samples[0])
    low, median, high = statistics.quantiles(samples, n=4, method="inclusive")
    return Spread(median, low, high)


def number(value: float) -> str:
    """Return a ratio with two or three digits that mean something.

    >>> number(0.01234), number(0.002), number(1.449), number(12.34), number(1234.5)
    ('0.012', '< 0.01', '1.45', '12.3', '1,234')
    """
    for least, digits in ((100, 0), (10, 1), (1, 2), (0.1, 2), (0.01, 3)):
        if value >= least:
            return f"{value:,.{digits}f}"
    return "< 0.01"


class Figures:
    """Answer questions about results, by group, case and contender."""

    def __init__(self, results: Iterable[Result]) -> None:
        self.results = {(result.group, result.case, result.contender): result for result in results}

    def find(self, group: str, case: str, contender: str) -> Result | None:
        """Return a result, if it was measured."""
        return self.results.get((group, case, contender))

    def seconds(self, group: str, case: str, contender: str) -> Spread | None:
        """Return what a contender takes for a case, in seconds, if it can judge it."""
        result = self.find(group, case, contender)
        return spread(result.samples) if result and result.samples else None

    def ratio(self, group: str, case: str, contender: str, floor: str) -> Spread | None:
        """Return how many times as long as another a contender takes, round by round."""
        ours, theirs = self.find(group, case, contender), self.find(group, case, floor)
        if not (ours and theirs and ours.samples and theirs.samples):
            return None
        return spread([one / other for one, other in zip(ours.samples, theirs.samples, strict=True)])

    def between(self, group: str, case: str, other: str, contender: str) -> float | None:
        """Return how many times as long as for another case a contender takes for a case."""
        ours, theirs = self.seconds(group, case, contender), self.seconds(group, other, contender)
        return ours.median / theirs.median if ours and theirs else None

    def across(self, group: str, case: str, other: str, contender: str) -> float | None:
        """Return the same as `between`, round by round."""
        ours, theirs = self.find(group, case, contender), self.find(group, other, contender)
        if not (ours and theirs and ours.samples and theirs.samples):
            return None
        return spread([one / other for one, other in zip(ours.samples, theirs.samples, strict=True)]).median

    def kept(self) -> dict[str, float]:
        """Return the ratios of presend's own that `make bench-check` compares, by a name for each."""
        kept = {}
        for group, case, contender in self.results:
            floor = PROCESS_FLOORS.get(case, "") if group in WHOLE else FLOORS.get(group, "")
            ratio = self.ratio(group, case, contender, floor) if OURS in contender else None
            if ratio:
                kept[f"{group}: {case}: {contender} / {floor}"] = ratio.median
        return {name: float(f"{ratio:.3g}") for name, ratio in {**kept, **self._growth()}.items()}

    def _growth(self) -> dict[str, float]:
        grown = {}
        for what, schema, _, _ in HOSTILE:
            many, few = (f"{schema} {count:,} {what}" for count in (MANY, FEW))
            for contender in ("presend.is_valid", "presend.validate", "presend.check"):
                if factor := self.between("hostile", many, few, contender):
                    grown[f"hostile: {what}: {contender}: ten times as much / once"] = factor
        return grown
