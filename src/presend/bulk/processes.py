"""Work done by several processes, its results in order.

Decided 2026-11: processes are started with `subprocess`, and not by `multiprocessing`.

- fork copies a process that may have threads, which from Python 3.12 on warns; spawn and the fork server run the
  caller's main module again, so a script without `if __name__ == "__main__"` would start itself over and over.
- A process that dies closes its pipe: its item alone is done again. A pool of `concurrent.futures` gives up all items.
- A parent that is killed closes its pipes too, so no process stays behind.

Decided 2026-11-30: what comes of an item may be many results, which a process sends as it has them. Those that wait for
their turn are kept as the bytes that they came as, and a process with many of them waits, so that memory does not grow
with what is found. A process that is started again for an item leaves out the results that its forerunner sent.
"""

from __future__ import annotations

import collections
import contextlib
import errno
import os
import pickle
import queue
import struct
import subprocess
import sys
import threading
import traceback
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

T = TypeVar("T")
R = TypeVar("R")

ATTEMPTS = 2  # an item whose process died is done once more; then the item itself is the likely cause
AHEAD = 3  # items for each process that are under way or wait to be fetched; more would only take memory
WAITING = 1 << 20  # bytes of answers to one item that wait to be fetched; one that is longer waits alone
_LENGTH = struct.Struct(">Q")  # stands before each answer; 0 where an item has no more of them
_PROGRAM = """\
import pickle, signal, sys
signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this process
sys.path[:] = pickle.load(sys.stdin.buffer)  # so that presend and packs are found where the parent finds them
from presend.bulk.processes import serve
serve()
"""


@overload
def mapped(function: Callable[[T], Iterator[R]], items: Iterable[T], jobs: int) -> Iterator[R]: ...
@overload
def mapped(function: Callable[[T], R], items: Iterable[T], jobs: int) -> Iterator[R]: ...
def mapped(function: Callable[[T], Any], items: Iterable[T], jobs: int) -> Iterator[Any]:
    """Yield `function(item)` for each item, in the order of the items, computed by `jobs` processes.

    Function, items and results are pickled. Items are taken as results are fetched, so memory does not grow with them.
    Where the function returns an iterator, its results are yielded one by one, and do not add up in memory either.

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

    def run(item: T, answers: _Answers) -> None:
        worker = idle.get()
        try:
            for answer in worker.run(item):
                answers.put(answer)
        except BaseException as error:  # noqa: BLE001 - whatever it is, it is raised when the item's turn comes
            answers.end(error)
        else:
            answers.end()
        finally:
            idle.put(worker)

    threads = ThreadPoolExecutor(jobs)  # each waits for one process
    under_way: collections.deque[_Answers] = collections.deque()
    try:
        for item in items:
            under_way.append(_Answers())
            threads.submit(run, item, under_way[-1])
            if len(under_way) >= jobs * AHEAD:
                yield from under_way[0]
                under_way.popleft()
        while under_way:
            yield from under_way[0]
            under_way.popleft()
    finally:
        threads.shutdown(wait=False, cancel_futures=True)
        for answers in under_way:
            answers.close()
        for worker in workers:
            worker.stop()
        threads.shutdown()


class _Answers:
    """The answers to one item: a thread puts them in as they come, and waits where many are not yet fetched."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: collections.deque[bytes] = collections.deque()
        self._size = 0
        self._is_over = self._is_closed = False
        self._error: BaseException | None = None

    def put(self, answer: bytes) -> None:
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._size + len(answer) <= WAITING or not self._size)
            if self._is_closed:
                raise ChildProcessError(errno.ECHILD, "The work was stopped.")
            self._waiting.append(answer)
            self._size += len(answer)
            self._changed.notify_all()

    def end(self, error: BaseException | None = None) -> None:
        with self._changed:
            self._is_over, self._error = True, error
            self._changed.notify_all()

    def close(self) -> None:
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def __iter__(self) -> Iterator[Any]:
        """Yield the results, or raise what stopped them."""
        while (answer := self._fetched()) is not None:
            error, value = pickle.loads(answer)  # noqa: S301 - from our own process
            if error is not None:
                raise error
            yield value
        if self._error is not None:
            raise self._error

    def _fetched(self) -> bytes | None:
        with self._changed:
            self._changed.wait_for(lambda: self._waiting or self._is_over)
            if not self._waiting:
                return None
            answer = self._waiting.popleft()
            self._size -= len(answer)
            self._changed.notify_all()
            return answer


class _Worker:
    """One process, started when it first has something to do, and again when it died."""

    def __init__(self, function: Callable[[Any], Any]) -> None:
        self._function = function
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._is_stopped = False

    def run(self, item: Any) -> Iterator[bytes]:
        """Yield the answers to an item, each a pickled pair: what was raised, or the result."""
        status = sent = 0
        for _ in range(ATTEMPTS):
            process = self._started()
            try:
                pickle.dump(item, process.stdin)  # type: ignore[arg-type]
                process.stdin.flush()  # type: ignore[union-attr]
                for number, answer in enumerate(_answers(process.stdout), start=1):  # type: ignore[arg-type]
                    if number > sent:
                        yield answer
                        sent = number
            except (EOFError, BrokenPipeError):  # it died: waiting, or while it answered
                status = self._ended(process)
                continue
            return
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


def _answers(pipe: BinaryIO) -> Iterator[bytes]:
    """Yield the answers to one item."""
    while length := _LENGTH.unpack(_exactly(pipe, _LENGTH.size))[0]:
        yield _exactly(pipe, length)


def _exactly(pipe: BinaryIO, size: int) -> bytes:
    text = pipe.read(size)
    if len(text) < size:
        raise EOFError
    return text


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
        try:
            for text in _pickled(function, item):
                answers.write(_LENGTH.pack(len(text)))
                answers.write(text)
                answers.flush()
            answers.write(_LENGTH.pack(0))
            answers.flush()
        except BrokenPipeError:  # nobody waits any more
            os.dup2(os.open(os.devnull, os.O_WRONLY), answers.fileno())  # or closing it would fail again, and say so
            return


def _pickled(function: Callable[[Any], Any], item: Any) -> Iterator[bytes]:
    """Yield the answers to an item."""
    try:
        result = function(item)
        for one in result if isinstance(result, Iterator) else [result]:
            yield pickle.dumps((None, one))
    except Exception as error:  # noqa: BLE001 - whatever it is, the parent raises it
        error.add_note(f"In a worker process:\n{traceback.format_exc()}")
        yield pickle.dumps((error, None))
