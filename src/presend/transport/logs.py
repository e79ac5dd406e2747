"""Log what a gate found, and warn of errors in requests that pass."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING
from warnings import warn

from presend.problems import PayloadWarning, printable
from presend.rule import PackFault
from presend.transport.callers import level_of_caller, own_line

if TYPE_CHECKING:
    from presend.transport.verdicts import Verdict

LOG = logging.getLogger("presend")
LEVELS = {"error": logging.WARNING, "warning": logging.WARNING, "note": logging.DEBUG}


def log_problems(verdict: Verdict, outcome: str) -> None:
    """Log each problem of a verdict; `outcome` says what became of the request."""
    for problem in verdict.problems:
        said = f"presend: {verdict.operation} {'answered' if verdict.is_response else outcome}"
        facts = {"operation": str(verdict.operation), "rule": problem.rule, "param": problem.param}
        text = printable(problem.message)
        LOG.log(LEVELS[problem.severity], "%s: %s: %s [%s]", said, problem.severity, text, problem.rule, extra=facts)


def warns_as_error(verdict: Verdict) -> bool:
    """Warn of each error at the line that sent the request; return whether a filter turned a warning into an error."""
    try:
        for problem in verdict.errors:
            text = f"{verdict.operation}: {printable(problem.message)} [{problem.rule}]"
            warn(text, PayloadWarning, stacklevel=level_of_caller())
    except PayloadWarning:
        return True
    return False


def failure_of(error: Exception) -> str:
    """Return what failed in presend, and where, without text of the payload."""
    if isinstance(error, PackFault):  # its text names the file or the rule
        return str(error).removesuffix(".")
    return f"{type(error).__name__} in {own_line(error)}"


def log_failure(what: str, error: Exception) -> None:
    """Log a failure of presend itself; `what` is its `failure_of`."""
    detail = f" ({error})" if isinstance(error, ImportError) else ""  # its text does not quote the payload
    LOG.error(
        "presend failed and let a request pass: %s%s. Further failures at this place are not logged.", what, detail
    )
