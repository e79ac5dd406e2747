"""Collect the findings in one payload, and make each a problem with its place."""

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
UNKNOWN_PARAMETER = "unknown_parameter"  # the API's code for it
INTEGRAL_FLOAT = "type.integral-float"
FILE_TYPE = "type.file"
ADJECTIVES = ("Invalid {param}", "Unexpected {param}")  # how messages begin in which a noun alone reads well
LONGEST_PARAM = 120  # code points of a place that a message quotes; keys come from the payload and have no limit
# The opt-in rules that sharpen what is a warning by default: rule → the observed rule.
SHARPENED = {UNKNOWN_KEY: "observed.request.no-unknown-keys", INTEGRAL_FLOAT: "observed.integer.no-decimal-point"}


@dataclasses.dataclass(eq=False, repr=False, slots=True)
class Counted:
    """Problems of one rule and severity beyond those that a report keeps.

    Attributes:
        path: Where the first of them is.
        first: The first.
        count: How many there are.
        shallowest: Steps of the shortest path that one of them has.
        items: The least indexes on the path of one.
    """

    path: Path
    first: Problem
    count: int
    shallowest: int
    items: list[int]

    def join(self, other: Counted) -> None:
        """Count others too."""
        self.count += other.count
        self.shallowest = min(self.shallowest, other.shallowest)
        self.items = min(self.items, other.items)


def items_of(path: Path) -> list[int]:
    """Return the indexes on a path."""
    return [step for step in path if isinstance(step, int)]


@dataclasses.dataclass(eq=False, repr=False, slots=True)
class Report:
    """Collect the problems of one payload.

    Attributes:
        rules: The pack's rules by id, for the basis of keywords that enforce one.
        enabled: Ids of the opt-in rules that speak.
        strict: Whether unknown members and integral floats are errors.
        response: Whether the payload is a response, which may write integers as 1.0.
        form: Whether the values came as form fields.
        errors_only: Whether nobody will hear of warnings and notes, so that rules with no errors need not look.
        takes_unknown_below: Whether unknown members below the payload itself are nothing to tell of, but with `strict`.
        most: How many problems of one rule and severity are kept; what comes after them is counted. `None` for all.
        whole: Rules whose problems are no reason to leave the rest of a value alone, as nobody may hear of them.
        beside: A place, and the members that the schemas which speak of it together know.
        found: The problems so far, each with its path.
        kept: How many of each rule and severity these are, where there is a most.
        counted: The problems beyond that, by rule and severity.
        unknown: The places of members that were told to be unknown.
        trials: Within a branch of a union that is tried, what came of branches tried in it, so that the same value is
            not looked at again for each branch further up.
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
        """Turn a finding into a problem at `path`; its message quotes `place` where that is another."""
        if finding.rule and finding.rule in self.rules:  # one function may speak for several rules
            source = next(iter(self.rules[finding.rule].sources), source)
        rule = finding.rule or rule
        named = None if finding.named is None else (*path, *finding.named)
        path = (*path, *finding.member)
        key = rule, finding.severity or severity
        if key in self.counted:  # so it has its first, and this one need not be put into words
            self._count(key, path, finding.code)
            return
        quoted = param_of(path if place is None else place)  # empty for the member whose name is
        if quoted and len(quoted) > LONGEST_PARAM:
            quoted = f"{quoted[:LONGEST_PARAM]}…"
        problem = Problem(
            pointer=pointer_of(path),
            param=param_of(path if named is None else named),
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
        """Return a report for a branch that is tried: nothing found yet, what was tried before in `trials`."""
        switches = (self.rules, self.enabled, self.strict, self.response, self.form, self.errors_only)
        return Report(*switches, self.takes_unknown_below, self.most, self.whole, self.beside, trials=trials)

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
        """Add what is a warning by default, and an error in the strict profile or where its observed rule is on."""
        if SHARPENED[rule] in self.enabled:
            self.add(finding, path, source, SHARPENED[rule])
        elif rule == UNKNOWN_KEY and path and self.takes_unknown_below and not self.strict:
            return
        else:
            self.add(finding, path, source, rule, "error" if self.strict else "warning", "inferred")


def _whole(message: str) -> str:
    """Return what a message calls the payload as a whole: `Invalid payload: …`, `Invalid type for the payload: …`."""
    return "payload" if message.startswith(ADJECTIVES) else "the payload"
