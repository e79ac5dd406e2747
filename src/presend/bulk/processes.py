"""Run a function on many items in several processes, and yield the results in order.

Decided 2026-11-30: one item may have many results, and a process sends each as soon as it has it. Results that wait for
their turn are kept as pickled bytes. A process with many waiting results pauses, so memory does not grow with the
results. A process that is started again for an item leaves out the results that were already sent.
"""

from __future__ import annotations

import collections
import queue
from typing import TYPE_CHECKING, Any, TypeVar, overload

from presend.bulk.answers import Answers
from presend.bulk.worker import Worker

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

T = TypeVar("T")
R = TypeVar("R")
AHEAD = 3  # items for each process that are being done or wait to be fetched; more would only take memory


@overload
def mapped(function: Callable[[T], Iterator[R]], items: Iterable[T], jobs: int) -> Iterator[R]: ...


@overload
def mapped(function: Callable[[T], R], items: Iterable[T], jobs: int) -> Iterator[R]: ...


def mapped(function: Callable[[T], Any], items: Iterable[T], jobs: int) -> Iterator[Any]:
    """Yield `function(item)` for each item, in the order of the items, computed by `jobs` processes.

    Function, items and results are pickled. Items are taken as results are fetched, so memory does not grow with them.
    If the function returns an iterator, its results are yielded one by one and are not collected in memory.

    Raises:
        ChildProcessError: The process that had an item died, and so did the next that had it.
        Exception: What the function raised for an item, when the item's turn comes.

    >>> list(mapped(abs, [-1, -2, -3], jobs=2))
    [1, 2, 3]
    """
    from concurrent.futures import ThreadPoolExecutor  # slow to import

    workers = [Worker(function) for _ in range(jobs)]
    idle: queue.SimpleQueue[Worker] = queue.SimpleQueue()
    for worker in workers:
        idle.put(worker)

    threads = ThreadPoolExecutor(jobs)  # each waits for one process
    under_way: collections.deque[Answers] = collections.deque()
    try:
        for item in items:
            under_way.append(Answers())
            threads.submit(_run, idle, item, under_way[-1])
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


def _run(idle: queue.SimpleQueue[Worker], item: object, answers: Answers) -> None:
    """Let an idle worker answer an item; runs in a thread."""
    worker = idle.get()
    try:
        for answer in worker.run(item):
            answers.put(answer)
    except BaseException as error:  # noqa: BLE001 - raised when the item's turn comes
        answers.end(error)
    else:
        answers.end()
    finally:
        idle.put(worker)
