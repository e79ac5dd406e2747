"""Signals that would end the process while files are half written, kept until the files are whole."""

from __future__ import annotations

import contextlib
import signal
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
SIGNALLED = 128  # and the number of the signal: the exit code of what a signal ended


@contextlib.contextmanager
def put_off() -> Iterator[list[int]]:
    """Note the signals that would end the process; what is noted is for the caller to act on."""
    told: list[int] = []
    if threading.current_thread() is not threading.main_thread():
        yield told  # only the main thread is told of signals
        return
    ending = [name for name in ENDING if signal.getsignal(name) is not signal.SIG_IGN]  # as `nohup` has it
    handlers = {name: signal.signal(name, lambda number, _: told.append(number)) for name in ending}
    try:
        yield told
    finally:
        for name, handler in handlers.items():
            signal.signal(name, handler)
