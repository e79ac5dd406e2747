"""Delay signals that would end the process in the middle of writing files, until all files are written."""

from __future__ import annotations

import contextlib
import signal
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
SIGNALLED = 128  # plus the number of the signal: the exit code of a process that a signal ended


@contextlib.contextmanager
def put_off() -> Iterator[list[int]]:
    """Record the signals that would end the process; the caller decides what to do about them."""
    told: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield told  # only the main thread receives signals
        return
    ending = [name for name in ENDING if signal.getsignal(name) is not signal.SIG_IGN]  # `nohup` sets SIG_IGN
    handlers = {name: signal.signal(name, lambda number, _: told.append(number)) for name in ending}
    try:
        yield told
    finally:
        for name, handler in handlers.items():
            signal.signal(name, handler)
