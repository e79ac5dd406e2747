"""The result of checking one body of a request or response."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from presend.packs.operation import Operation
    from presend.problems import Problem


@dataclasses.dataclass(frozen=True, slots=True)
class Verdict:
    """The problems of one body.

    Attributes:
        operation: The operation of the body.
        is_response: Whether it is the body of the response, not of the request.
        problems: Its problems, ordered as `presend.check` does, those of a request's query first.
        is_event: Whether it is one event of a stream in a response.
    """

    operation: Operation
    is_response: bool
    problems: tuple[Problem, ...]
    is_event: bool = False

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems for which the API refuses the request."""
        return tuple(problem for problem in self.problems if problem.severity == "error")
