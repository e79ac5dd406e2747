"""A queue for the answers to one item: a thread adds them, and the caller fetches them in order."""

from __future__ import annotations

import collections
import errno
import pickle
import threading
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator


WAITING = 1 << 20  # bytes of answers to one item that may wait; a longer answer waits alone


class Answers:
    """A queue of the answers to one item; `put` waits while too many are not yet fetched."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._waiting: collections.deque[bytes] = collections.deque()
        self._size = 0
        self._is_over = self._is_closed = False
        self._error: BaseException | None = None

    def put(self, answer: bytes) -> None:
        """Add an answer; wait while too many are not yet fetched."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._size + len(answer) <= WAITING or not self._size)
            if self._is_closed:
                raise ChildProcessError(errno.ECHILD, "The work was stopped.")
            self._waiting.append(answer)
            self._size += len(answer)
            self._changed.notify_all()

    def end(self, error: BaseException | None = None) -> None:
        """Mark the end of the answers, with the error that stopped them, if any."""
        with self._changed:
            self._is_over, self._error = True, error
            self._changed.notify_all()

    def close(self) -> None:
        """Mark that no more answers will be fetched."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def __iter__(self) -> Iterator[Any]:
        """Yield the results, then raise the error that stopped them, if any."""
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
