"""The main loop of a worker process, which reads items from standard input and answers them."""

from __future__ import annotations

import os
import pickle
import struct
import sys
import traceback
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import BinaryIO

LENGTH = struct.Struct(">Q")  # precedes each answer; 0 after the last answer to an item


def answers_from(pipe: BinaryIO) -> Iterator[bytes]:
    """Yield the answers to one item, as the parent reads them from the pipe of a worker.

    Raises:
        EOFError: The process died.
    """
    while length := LENGTH.unpack(_exactly(pipe, LENGTH.size))[0]:
        yield _exactly(pipe, length)


def _exactly(pipe: BinaryIO, size: int) -> bytes:
    text = pipe.read(size)
    if len(text) < size:
        raise EOFError
    return text


def serve() -> None:
    """Answer the items that come on standard input, until it ends."""
    items, answers = sys.stdin.buffer, os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # output of a rule must not mix with the answers
    function = pickle.load(items)  # noqa: S301 - from our own parent
    while True:
        try:
            item = pickle.load(items)  # noqa: S301
        except EOFError:
            return
        try:
            for text in _pickled(function, item):
                answers.write(LENGTH.pack(len(text)))
                answers.write(text)
                answers.flush()
            answers.write(LENGTH.pack(0))
            answers.flush()
        except BrokenPipeError:  # the parent is gone
            os.dup2(os.open(os.devnull, os.O_WRONLY), answers.fileno())  # or closing it fails again, with a message
            return


def _pickled(function: Callable[[Any], Any], item: Any) -> Iterator[bytes]:
    """Yield the answers to an item."""
    try:
        result = function(item)
        for one in result if isinstance(result, Iterator) else [result]:
            yield pickle.dumps((None, one))
    except Exception as error:  # noqa: BLE001 - the parent raises it
        error.add_note(f"In a worker process:\n{traceback.format_exc()}")
        yield pickle.dumps((error, None))
