"""A line on a terminal that says what is being done, where that takes a while.

Nothing is written where standard error is no terminal, nor where the work is done within a second.
"""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 1.0  # seconds without a word
BEAT = 0.5  # seconds from one look at the clock to the next
CLEAR = "\r\x1b[2K"


@contextlib.contextmanager
def telling(what: str) -> Iterator[None]:
    """Show on the terminal that `what` is being done, and for how many seconds, until the block is left."""
    if not sys.stderr.isatty():
        yield
        return
    done = threading.Event()
    teller = threading.Thread(target=_tell, args=(what, done), daemon=True)
    teller.start()
    try:
        yield
    finally:
        done.set()
        teller.join()


def _tell(what: str, done: threading.Event) -> None:
    start = time.monotonic()
    wait = PATIENCE
    is_shown = False
    while not done.wait(wait):
        sys.stderr.write(f"{CLEAR}{what}: {time.monotonic() - start:.0f} s")
        sys.stderr.flush()
        wait, is_shown = BEAT, True
    if is_shown:
        sys.stderr.write(CLEAR)
        sys.stderr.flush()
