"""Settings for the payloads of an input and for their problems."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend.packs.switches import UNSWITCHED, Switches
from presend.words.pointers import MISSING, displayed, follow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from presend.bulk.check import Check
    from presend.problems import FoundProblems, Problem, Severity
    from presend.rule import Rule

    Advance = Callable[[int], object]

MOST_OF_A_RULE = 1_000  # listed problems of one rule in one payload; nobody reads more


@dataclasses.dataclass(frozen=True, slots=True)
class Options:
    """The options of `presend check` that go into each `Job`."""

    pack: str | None = None
    switches: Switches = UNSWITCHED
    input_format: str | None = None
    show_values: bool = False
    errors_only: bool = False
    engine: str = "local"
    jobs: int | None = None
    most: int = MOST_OF_A_RULE


@dataclasses.dataclass(frozen=True, slots=True)
class Job:
    """Settings for the payloads of one input.

    Attributes:
        target: The target, as given.
        find: `presend.check` with that target and all switches.
        input_format: Format of files; `None` takes it from their extensions.
        severities: Rule → the severity of its problems, where it differs from presend's.
        rules: The rules of the pack by id, for reports.
        show_values: Whether messages end with the value at their place in the payload.
        errors_only: Whether warnings and notes are left out.
        engine: Engine for long files: a key of `presend.inputs.engines.ENGINES`.
        jobs: Most processes that it may use; `None` for one on each core.
    """

    target: str
    find: Check
    input_format: str | None = None
    severities: Mapping[str, Severity] = dataclasses.field(default_factory=dict)
    rules: Mapping[str, Rule] = dataclasses.field(default_factory=dict)
    show_values: bool = False
    errors_only: bool = False
    engine: str = "local"
    jobs: int | None = None

    def adjusted(self, found: FoundProblems, payload: object) -> FoundProblems:
        """Return the problems of a payload with the severities of this job, and with values if it shows them."""
        if self.severities:
            found = found.each(lambda p: dataclasses.replace(p, severity=self.severities.get(p.rule, p.severity)))
        if self.errors_only:
            found = found.only(lambda problem: problem.severity == "error")
        return found._replace(problems=with_values(found.problems, payload)) if self.show_values else found


def with_values(problems: Iterable[Problem], payload: object) -> tuple[Problem, ...]:
    """Return problems whose messages end with the value at their place, if there is one."""
    if isinstance(payload, bytes):
        from presend.reading.json_faults import JsonFault  # pydantic_core, only for this
        from presend.reading.json_text import parse  # pydantic_core, only for this

        try:
            payload = parse(payload)
        except JsonFault:
            return tuple(problems)  # the text is not JSON, so it has no values
    return tuple(_with_value(problem, follow(payload, problem.pointer)[1]) for problem in problems)


def _with_value(problem: Problem, value: object) -> Problem:
    if value is MISSING:
        return problem
    return dataclasses.replace(problem, message=f"{problem.message} Got: {displayed(value)}")
