"""Collect the findings about one payload, and turn each into a problem with its path."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from presend.problems import Finding, Path, Problem, param_of, pointer_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from presend.problems import Basis, Severity
    from presend.rule import Rule

UNKNOWN_KEY = "unknown-key"
DUPLICATE_KEY = "json.duplicate-key"
UNKNOWN_PARAMETER = "unknown_parameter"  # the API's error code for an unknown member
INTEGRAL_FLOAT = "type.integral-float"
FILE_TYPE = "type.file"
ADJECTIVES = ("Invalid {param}", "Unexpected {param}")  # beginnings of messages that need no article
LONGEST_PARAM = 120  # code points of a place that a message quotes; keys come from the payload and have no limit
# Opt-in rules that turn a default warning into an error: rule → the observed rule.
SHARPENED = {UNKNOWN_KEY: "observed.request.no-unknown-keys", INTEGRAL_FLOAT: "observed.integer.no-decimal-point"}


@dataclasses.dataclass(eq=False, repr=False, slots=True)
class Counted:
    """Problems of one rule and severity that a report only counts.

    Attributes:
        path: Path of the first one.
        first: The first problem.
        count: Number of problems.
        shallowest: Length of the shortest path among them.
        items: The smallest indexes on a path among them.
    """

    path: Path
    first: Problem
    count: int
    shallowest: int
    items: list[int]

    def join(self, other: Counted) -> None:
        """Add the counts of another record."""
        self.count += other.count
        self.shallowest = min(self.shallowest, other.shallowest)
        self.items = min(self.items, other.items)


def items_of(path: Path) -> list[int]:
    """Return the indexes on a path."""
    return [step for step in path if isinstance(step, int)]


class HasError(Exception):  # not an error: the answer to the question for a verdict
    """Raised for the first error, if a report is for a verdict alone."""


@dataclasses.dataclass(eq=False, repr=False, slots=True)
class Report:
    """Collect the problems of one payload.

    Attributes:
        rules: The pack's rules by id; they give the basis of a keyword that enforces a rule.
        enabled: Ids of the opt-in rules that apply.
        strict: Whether unknown members and integral floats are errors.
        response: Whether the payload is a response, which may write integers as 1.0.
        form: Whether the values came as form fields.
        errors_only: Whether warnings and notes are dropped, so that their rules do not run.
        takes_unknown_below: Whether unknown members below the top level are reported only with `strict`.
        most: Maximum of problems kept for each rule and severity; further ones are counted. `None` keeps all.
        whole: Ids of rules that may be ignored; after a problem of theirs, the rest of a value is still checked.
        beside: A path, and the members that the schemas for that path declare together.
        found: The problems so far, with their paths.
        kept: Number of kept problems by rule and severity, if `most` is set.
        counted: The further problems, by rule and severity.
        unknown: Paths of members that were reported as unknown.
        trials: While a branch of a union is tried: results of nested branches, so that each value is tried once, and
            not once for each outer branch.
        for_verdict: Whether the first error ends the walk with `HasError`. No problems are made.
        has_error: Whether a branch that was tried for a verdict has an error.
    """

    rules: Mapping[str, Rule] = dataclasses.field(default_factory=dict)
    enabled: frozenset[str] = frozenset()
    strict: bool = False
    response: bool = False
    form: bool = False
    errors_only: bool = False
    takes_unknown_below: bool = False
    most: int | None = None
    whole: Collection[str] = ()
    beside: tuple[Path, frozenset[str]] = ((), frozenset())
    found: list[tuple[Path, Problem]] = dataclasses.field(default_factory=list)
    kept: dict[tuple[str, Severity], int] = dataclasses.field(default_factory=dict)
    counted: dict[tuple[str, Severity], Counted] = dataclasses.field(default_factory=dict)
    unknown: set[Path] = dataclasses.field(default_factory=set)
    trials: dict[Any, Any] | None = None
    for_verdict: bool = False
    has_error: bool = False

    def add(  # noqa: PLR0913, PLR0917 - the parts of a problem
        self,
        finding: Finding,
        path: Path,
        source: str,
        rule: str,
        severity: Severity = "error",
        basis: Basis = "schema",
        place: Path | None = None,
    ) -> None:
        """Turn a finding into a problem at `path`; its message quotes `place` instead, if given."""
        if self.for_verdict:
            if (finding.severity or severity) == "error":
                raise HasError
            return
        if finding.rule and finding.rule in self.rules:  # one function can report for several rules
            source = next(iter(self.rules[finding.rule].sources), source)
        rule = finding.rule or rule
        named = None if finding.named is None else (*path, *finding.named)
        path = (*path, *finding.member)
        key = rule, finding.severity or severity
        if key in self.counted:  # the first one is known; this one needs no message
            self._count(key, path, finding.code)
            return
        param = param_of(path)
        quoted = param if place is None else param_of(place)  # the empty string is a member name too
        if quoted and len(quoted) > LONGEST_PARAM:
            quoted = f"{quoted[:LONGEST_PARAM]}…"
        problem = Problem(
            pointer=pointer_of(path),
            param=param if named is None else param_of(named),
            rule=rule,
            severity=finding.severity or severity,
            basis=self.rules[rule].basis if rule in self.rules else basis,
            message=finding.message.replace("{param}", _whole(finding.message) if quoted is None else f"'{quoted}'", 1),
            code=finding.code,
            source=source,
        )
        self._add(path, problem)

    def take(self, other: Report) -> None:
        """Add the problems of another report."""
        for path, problem in other.found:
            self._add(path, problem)
        for key, counted in other.counted.items():
            if key in self.counted:
                self.counted[key].join(counted)
            else:
                self.counted[key] = counted

    def trial(self, trials: dict[Any, Any]) -> Report:
        """Return an empty report with the same settings for trying a branch; `trials` holds earlier results."""
        switches = (self.rules, self.enabled, self.strict, self.response, self.form, self.errors_only)
        settings = (self.takes_unknown_below, self.most, self.whole, self.beside)
        return Report(*switches, *settings, trials=trials, for_verdict=self.for_verdict)

    def _add(self, path: Path, problem: Problem) -> None:
        if self.most is not None:
            key = problem.rule, problem.severity
            if key in self.counted:
                self._count(key, path, problem.code)
                return
            if self.kept.get(key, 0) >= self.most:
                self.counted[key] = Counted(path, problem, 1, len(path), items_of(path))
                if problem.code == UNKNOWN_PARAMETER:
                    self.unknown.add(path)
                return
            self.kept[key] = self.kept.get(key, 0) + 1
        self.found.append((path, problem))
        if problem.code == UNKNOWN_PARAMETER:
            self.unknown.add(path)

    def _count(self, key: tuple[str, Severity], path: Path, code: str) -> None:
        counted = self.counted[key]
        counted.join(Counted(path, counted.first, 1, len(path), items_of(path)))
        if code == UNKNOWN_PARAMETER:
            self.unknown.add(path)

    def add_softly(self, finding: Finding, path: Path, source: str, rule: str) -> None:
        """Add a warning, or an error if `strict` is set or the observed rule for it is enabled."""
        if SHARPENED[rule] in self.enabled:
            self.add(finding, path, source, SHARPENED[rule])
        elif rule == UNKNOWN_KEY and path and self.takes_unknown_below and not self.strict:
            return
        else:
            self.add(finding, path, source, rule, "error" if self.strict else "warning", "inferred")


def _whole(message: str) -> str:
    """Return the words for the whole payload: `Invalid payload: …`, `Invalid type for the payload: …`."""
    return "payload" if message.startswith(ADJECTIVES) else "the payload"
