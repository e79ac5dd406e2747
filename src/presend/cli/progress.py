"""Show a status line on the terminal during long work.

Nothing is written if standard error is not a terminal, or if the work takes less than a second.
"""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PATIENCE = 1.0  # seconds before the line appears
BEAT = 0.5  # seconds between two updates
CLEAR = "\r\x1b[2K"


@contextlib.contextmanager
def telling(what: str) -> Iterator[None]:
    """Show `what` and the elapsed seconds on the terminal until the block ends."""
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
