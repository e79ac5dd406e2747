"""Whose line of code sent a request? The first frame that is not of presend, an HTTP client or the openai SDK."""

from __future__ import annotations

import sys

PASSED = frozenset({"presend", "openai", "httpx", "httpx2", "httpcore", "httpcore2", "anyio", "asyncio", "contextlib"})


def level_of_caller() -> int:
    """Return the `stacklevel` with which the function that calls this warns at the line that sent the request."""
    level, frame = 1, sys._getframe(1)  # noqa: SLF001 - `warnings` has skip_file_prefixes from Python 3.12 on only
    while str(frame.f_globals.get("__name__")).partition(".")[0] in PASSED and frame.f_back:
        level, frame = level + 1, frame.f_back
    return level
