"""Rewrite the problems of a line in the API's words."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend.batch.rules import INVALID_LINE, INVALID_REQUEST, NEEDED, NO_FORMAT, NO_JSON

if TYPE_CHECKING:
    from presend.problems import Problem

WHOLE = ("the payload", "payload")  # name of the whole body in messages


def worded_as_by_the_api(problem: Problem, *, is_first: bool) -> Problem:
    """Put the API's words before the message for a line that is not JSON; leave other problems unchanged."""
    if problem.code != "invalid_json" or problem.severity != "error":
        return problem
    refused = f" {NO_FORMAT}: POST /files refuses a file whose first line is no JSON." if is_first else ""
    return dataclasses.replace(problem, message=f"{NO_JSON} {problem.message}{refused}", code=INVALID_LINE)


def worded_if_missing(problem: Problem) -> Problem:
    """Use the API's words for a missing member that every request needs; leave other problems unchanged."""
    name = problem.pointer[1:]
    if problem.rule != "schema.required" or name not in NEEDED:
        return problem
    return dataclasses.replace(problem, message=NEEDED[name], code=INVALID_REQUEST)


def placed_in_body(problem: Problem) -> Problem:
    """Return a problem of a body as a problem of the request that holds it."""
    below = "" if problem.param is None else problem.param if problem.param.startswith("[") else f".{problem.param}"
    names = {f"'{problem.param}'": f"'body{below}'"} if problem.param is not None else dict.fromkeys(WHOLE, "'body'")
    name = next((name for name in (*names, WHOLE[0]) if name in problem.message), "")
    message = problem.message.replace(name, names.get(name, "'body'"), 1) if name else problem.message
    return dataclasses.replace(problem, pointer=f"/body{problem.pointer}", param=f"body{below}", message=message)


def at_line(problems: list[Problem], line: int) -> tuple[Problem, ...]:
    """Return problems with the number of their line in the file."""
    return tuple(dataclasses.replace(problem, line=line) for problem in problems)
