"""Work done by several processes, its results in order.

Decided 2026-11: processes are started with `subprocess`, and not by `multiprocessing`.

- fork copies a process that may have threads, which from Python 3.12 on warns; spawn and the fork server run the
  caller's main module again, so a script without `if __name__ == "__main__"` would start itself over and over.
- A process that dies closes its pipe: its item alone is done again. A pool of `concurrent.futures` gives up all items.
- A parent that is killed closes its pipes too, so no process stays behind.
"""

from __future__ import annotations

import collections
import contextlib
import errno
import os
import pickle
import queue
import subprocess
import sys
import threading
import traceback
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

T = TypeVar("T")
R = TypeVar("R")

ATTEMPTS = 2  # an item whose process died is done once more; then the item itself is the likely cause
AHEAD = 3  # items for each process that are under way or wait to be fetched; more would only take memory
_PROGRAM = """\
import pickle, signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this process
sys.path[:] = pickle.load(sys.stdin.buffer)  # so that presend and packs are found where the parent finds them
from presend.workers import serve
serve()
"""


def mapped(function: Callable[[T], R], items: Iterable[T], jobs: int) -> Iterator[R]:
    """Yield `function(item)` for each item, in the order of the items, computed by `jobs` processes.

    Function, items and results are pickled. Items are taken as results are fetched, so memory does not grow with them.

    Raises:
        ChildProcessError: The process that had an item died, and so did the next that had it.
        Exception: What the function raised for an item, when the item's turn comes.

    >>> list(mapped(abs, [-1, -2, -3], jobs=2))
    [1, 2, 3]
    """
    from concurrent.futures import ThreadPoolExecutor  # noqa: PLC0415 - slow to import, and the processes need none

    workers = [_Worker(function) for _ in range(jobs)]
    idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
    for worker in workers:
        idle.put(worker)

    def run(item: T) -> R:
        worker = idle.get()
        try:
            result: R = worker.run(item)
        finally:
            idle.put(worker)
        return result

    threads = ThreadPoolExecutor(jobs)  # each waits for one process
    under_way: collections.deque[Future[R]] = collections.deque()
    try:
        for item in items:
            under_way.append(threads.submit(run, item))
            if len(under_way) >= jobs * AHEAD:
                yield under_way.popleft().result()
        while under_way:
            yield under_way.popleft().result()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.stop()
        threads.shutdown()


class _Worker:
    """One process, started when it first has something to do, and again when it died."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self._function = function
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._is_stopped = False

    def run(self, item: Any) -> Any:
        status = 0
        for _ in range(ATTEMPTS):
            process = self._started()
            try:
                pickle.dump(item, process.stdin)  # type: ignore[arg-type]
                process.stdin.flush()  # type: ignore[union-attr]
                error, value = pickle.load(process.stdout)  # type: ignore[arg-type] # noqa: S301 - from our own process
            except (EOFError, BrokenPipeError, pickle.UnpicklingError):  # it died: waiting, or while it answered
                status = self._ended(process)
                continue
            if error is not None:
                raise error
            return value
        text = f"A process that checked part of it ended twice (exit status {status}). Did it run out of memory?"
        raise ChildProcessError(errno.ECHILD, text)

    def stop(self) -> None:
        """End the process, also in the midst of its work."""
        with self._lock:
            self._is_stopped = True
            if self._process is not None:
                self._ended(self._process)

    def _started(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._is_stopped:
                raise ChildProcessError(errno.ECHILD, "The work was stopped.")
            if self._process is None or self._process.poll() is not None:
                command = [sys.executable, "-P", "-c", _PROGRAM]
                process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603 - ours
                with contextlib.suppress(BrokenPipeError):  # it died: told when it is asked
                    pickle.dump(sys.path, process.stdin)  # type: ignore[arg-type]
                    pickle.dump(self._function, process.stdin)  # type: ignore[arg-type]
                    process.stdin.flush()  # type: ignore[union-attr]
                self._process = process
            return self._process

    @staticmethod
    def _ended(process: subprocess.Popen[bytes]) -> int:
        """Return the exit status of a process that is of no more use."""
        process.kill()
        status = process.wait()
        for pipe in (process.stdin, process.stdout):
            with contextlib.suppress(OSError):  # what was written and never read
                pipe.close()  # type: ignore[union-attr]
        return status


def serve() -> None:
    """Answer the items that come on standard input, until it ends; what a worker process runs."""
    items, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a rule prints would be no answer
    function = pickle.load(items)  # noqa: S301 - from our own parent
    while True:
        try:
            item = pickle.load(items)  # noqa: S301
        except EOFError:
            return
        answer: tuple[BaseException | None, Any]
        try:
            answer = None, function(item)
            text = pickle.dumps(answer)
        except Exception as error:  # noqa: BLE001 - whatever it is, the parent raises it
            error.add_note(f"In a worker process:\n{traceback.format_exc()}")
            text = pickle.dumps((error, None))
        try:
            answers.write(text)
            answers.flush()
        except BrokenPipeError:  # nobody waits any more
            return
