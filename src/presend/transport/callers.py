"""Find the user's line of code that sent a request."""

from __future__ import annotations

import sys
from types import TracebackType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import FrameType

CLIENTS = ("presend", "openai", "httpx", "httpx2", "httpcore", "httpcore2")
THEIR_RUNNERS = ("anyio", "asyncio", "concurrent", "contextlib", "threading")
DEPRECATORS = ("typing_extensions", "warnings", "_py_warnings")  # around the SDK's deprecated methods
PASSED = frozenset((*CLIENTS, *THEIR_RUNNERS, *DEPRECATORS))
RUNNERS = frozenset({"_pytest", "pluggy"})


def level_of_caller() -> int:
    """Return the `stacklevel` for a warning in the calling function that points to the line that sent the request."""
    level, frame = 1, sys._getframe(1)  # noqa: SLF001 - `warnings` has skip_file_prefixes from Python 3.12 on only
    while _package(frame) in PASSED and frame.f_back:
        level, frame = level + 1, frame.f_back
    return level


def trace_of_caller() -> TracebackType | None:
    """Return a traceback from the test to the line that sent the request, as if it had raised an exception."""
    trace: TracebackType | None = None
    frame: FrameType | None = sys._getframe(1)  # noqa: SLF001 - as above
    while frame and _package(frame) not in RUNNERS:
        if _package(frame) not in PASSED:
            trace = TracebackType(trace, frame, frame.f_lasti, frame.f_lineno)
        frame = frame.f_back
    return trace


def without_passed(trace: TracebackType | None) -> TracebackType | None:
    """Return a traceback without the frames of clients and SDK, because their arguments hold the payload."""
    frames = []
    while trace:
        if _package(trace.tb_frame) not in PASSED:
            frames.append((trace.tb_frame, trace.tb_lasti, trace.tb_lineno))
        trace = trace.tb_next
    for frame in reversed(frames):
        trace = TracebackType(trace, *frame)
    return trace


def own_line(error: Exception) -> str:
    """Return the innermost line of presend in the traceback of an error."""
    trace, place = error.__traceback__, "?"
    while trace:
        if _package(trace.tb_frame) == "presend":
            place = f"{trace.tb_frame.f_globals['__name__']}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _package(frame: FrameType) -> str:
    return str(frame.f_globals.get("__name__")).partition(".")[0]
