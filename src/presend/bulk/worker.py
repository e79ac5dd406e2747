"""One worker process, as its parent sees it.

Decided 2026-11: processes are started with `subprocess`, not by `multiprocessing`.

- fork copies a process that may have threads; Python warns about that from 3.12 on. spawn and the fork server run the
  caller's main module again, so a script without `if __name__ == "__main__"` would start itself over and over.
- A process that dies closes its pipe: only its item is done again. A pool of `concurrent.futures` gives up all items.
- A parent that is killed closes its pipes too, so no process stays behind.
"""

from __future__ import annotations

import contextlib
import errno
import pickle
import subprocess
import sys
import threading
from typing import TYPE_CHECKING, Any

from presend.bulk.serving import answers_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ATTEMPTS = 2  # if two processes die on the same item, the item is the likely cause
PROGRAM = """\
import pickle, signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this process
sys.path[:] = pickle.load(sys.stdin.buffer)  # find presend and packs where the parent finds them
from presend.bulk.serving import serve
serve()
"""


class Worker:
    """One process; it is started for its first item, and again after it died."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self._function = function
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._is_stopped = False

    def run(self, item: Any) -> Iterator[bytes]:
        """Yield the answers to an item; each is a pickled pair: the exception or None, and the result."""
        status = sent = 0
        for _ in range(ATTEMPTS):
            process = self._started()
            try:
                pickle.dump(item, process.stdin)  # type: ignore[arg-type]
                process.stdin.flush()  # type: ignore[union-attr]
                for number, answer in enumerate(answers_from(process.stdout), start=1):  # type: ignore[arg-type]
                    if number > sent:
                        yield answer
                        sent = number
            except (EOFError, BrokenPipeError):  # it died, before or during its answer
                status = self._ended(process)
                continue
            return
        text = f"A process that checked part of it ended twice (exit status {status}). Did it run out of memory?"
        raise ChildProcessError(errno.ECHILD, text)

    def stop(self) -> None:
        """End the process, even while it works."""
        with self._lock:
            self._is_stopped = True
            if self._process is not None:
                self._ended(self._process)

    def _started(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._is_stopped:
                raise ChildProcessError(errno.ECHILD, "The work was stopped.")
            if self._process is None or self._process.poll() is not None:
                command = [sys.executable, "-P", "-c", PROGRAM]
                process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - ours
                with contextlib.suppress(BrokenPipeError):  # it died; `run` reports that
                    pickle.dump(sys.path, process.stdin)  # type: ignore[arg-type]
                    pickle.dump(self._function, process.stdin)  # type: ignore[arg-type]
                    process.stdin.flush()  # type: ignore[union-attr]
                self._process = process
            return self._process

    @staticmethod
    def _ended(process: subprocess.Popen[bytes]) -> int:
        """End a process, close its pipes and return its exit status."""
        process.kill()
        status = process.wait()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):  # written bytes that nobody read
                pipe.close()  # type: ignore[union-attr]
        return status
