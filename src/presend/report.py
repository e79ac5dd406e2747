"""Collect what is found in one payload: findings in, problems out, each at its place."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from presend.problems import Finding, Path, Problem, param_of, pointer_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from presend.problems import Basis, Severity
    from presend.rule import Rule

UNKNOWN_KEY = "unknown-key"
UNKNOWN_PARAMETER = "unknown_parameter"  # the API's code for it
INTEGRAL_FLOAT = "type.integral-float"
FILE_TYPE = "type.file"
ADJECTIVES = ("Invalid {param}", "Unexpected {param}")  # how messages begin in which a noun alone reads well
LONGEST_PARAM = 120  # code points of a place that a message quotes; keys come from the payload and have no limit
# The opt-in rules that sharpen what is a warning by default: rule → the observed rule.
SHARPENED = {UNKNOWN_KEY: "observed.request.no-unknown-keys", INTEGRAL_FLOAT: "observed.integer.no-decimal-point"}


@dataclasses.dataclass(slots=True)
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
        beside: A place, and the members that the schemas which speak of it together know.
        found: The problems so far, each with its path.
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
    beside: tuple[Path, frozenset[str]] = ((), frozenset())
    found: list[tuple[Path, Problem]] = dataclasses.field(default_factory=list)
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
        self.take([(path, problem)])

    def trial(self, trials: dict[Any, Any]) -> Report:
        """Return a report for a branch that is tried: nothing found yet, what was tried before in `trials`."""
        switches = (self.rules, self.enabled, self.strict, self.response, self.form, self.errors_only)
        return Report(*switches, self.takes_unknown_below, self.beside, trials=trials)

    def take(self, found: list[tuple[Path, Problem]]) -> None:
        """Add problems that are known already."""
        self.found += found
        self.unknown.update(path for path, problem in found if problem.code == UNKNOWN_PARAMETER)

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
