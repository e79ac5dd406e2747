"""Cut a file of JSON lines into ranges of bytes, and check them in several processes.

A line belongs to the range in which it begins, so any cut gives the same lines. Each process opens the file itself.
A file that is replaced or cut short during the check is an error.
"""

from __future__ import annotations

import dataclasses
import errno
import functools
import os
import stat
import weakref
from typing import TYPE_CHECKING, BinaryIO

from presend.bulk.parts import FilePart, judged
from presend.reading.documents import unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.bulk.check import Check

RANGE = 4 << 20  # bytes; checking takes 10 ms or more, far longer than handing the range to a process
BUFFER = 1 << 18  # bytes read at a time; with Python's 8 KiB, reading takes a sixth of the time of a quick check
RANGES = 4  # for each process at least; with fewer, all wait for the last one
# Bytes for which one more process is worth its start, which takes 0.15 s (docs/bulk.md).
LEAST, LEAST_QUICK = 8 << 20, 64 << 20


@dataclasses.dataclass(frozen=True, slots=True)
class Range:
    """A range of bytes of a file.

    Attributes:
        path: The file.
        start: The first byte.
        end: The byte after the last.
        file: Device and inode of the file, and its size when the check began.
    """

    path: str
    start: int
    end: int
    file: tuple[int, int, int]


def parts_of(check: Check, path: str, jobs: int | None = None, size: int | None = None) -> Iterator[FilePart]:
    """Yield the results of each part of a file of JSON lines, in order.

    Args:
        check: The check for its payloads.
        path: The file.
        jobs: Most processes to use; default: one for each core.
        size: Bytes of a part; default: the fastest size.

    Raises:
        OSError: The file cannot be read, or is compressed.
    """
    handle = open(path, "rb", BUFFER)  # noqa: PTH123, SIM115 - its errors name the path as given; closed below
    try:
        unpacked(handle, path)
    except OSError:
        handle.close()
        raise
    about = os.fstat(handle.fileno())
    count = processes(check, about.st_size, jobs) if size is None else jobs or usable_cores()
    if count == 1 or not stat.S_ISREG(about.st_mode):
        parts = _streamed(check, handle, size or RANGE)
        weakref.finalize(parts, handle.close)  # `with` does not close the file of a generator that never starts
        return parts
    handle.close()
    from presend.bulk.processes import mapped  # `subprocess` takes its time to import

    step = size or max(1, min(RANGE, about.st_size // (count * RANGES)))
    file = about.st_dev, about.st_ino, about.st_size
    starts = range(0, about.st_size, step)
    ranges = (Range(path, start, min(start + step, about.st_size), file) for start in starts)
    return mapped(functools.partial(_judge_range, check), ranges, count)


def usable_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def processes(check: Check, size: int, jobs: int | None = None) -> int:
    """Return how many processes are worth starting for a file of `size` bytes; 1 means this process alone."""
    least = LEAST_QUICK if check.is_quick else LEAST
    return max(1, min(jobs or usable_cores(), size // least))


def lines_from(handle: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    """Yield the lines that begin at a byte from `start` to before `end`; the last may end later."""
    position = handle.seek(max(start - 1, 0))
    if start:  # skip the rest of a line that began before, up to `end` at most
        position += len(handle.readline(end - position))
    while position < end and (lines := handle.readlines(1)):  # one line at a time: it may be long
        position += len(lines[0])
        yield lines.pop()


def _judge_range(check: Check, some: Range) -> Iterator[FilePart]:
    """Check the lines that begin in a range; runs in a worker process."""
    with open(some.path, "rb", BUFFER) as handle:  # noqa: PTH123
        about = os.fstat(handle.fileno())
        if (about.st_dev, about.st_ino) != some.file[:2] or about.st_size < some.file[2]:
            raise OSError(errno.ESTALE, "It was replaced or cut short while it was checked", some.path)
        yield from judged(check, lines_from(handle, some.start, some.end))


def _streamed(check: Check, handle: BinaryIO, size: int) -> Iterator[FilePart]:
    with handle:
        yield from judged(check, handle, size)
