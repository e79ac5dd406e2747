"""Many payloads at once: files of JSON lines, cut into ranges of bytes that several processes check.

A line belongs to the range in which it begins, so any cut gives the same lines. A range is told with the lines that
begin in it, and whoever has the ranges before it in order knows the numbers of its lines. Each process opens the file
by itself; the file is taken as it was when the check began, and one that is replaced or cut short is an error.

Decided 2026-11-30: a range with many problems is told in several parts, so that no process ever holds more of them than
`MANY` and those of one line. Of a long line only one copy is kept beside what is made of it.
"""

from __future__ import annotations

import dataclasses
import errno
import functools
import os
import stat
import sys
import weakref
from typing import TYPE_CHECKING, Any, BinaryIO

from presend.problems import Told
from presend.reading.documents import text_of_line

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from pydantic import BaseModel

    from presend.packs.pack import Pack
    from presend.problems import More, Problem

RANGE = 4 << 20  # bytes; takes 10 ms or more to check, far above what it costs to hand it out
BUFFER = 1 << 18  # bytes read at a time; with Python's 8 KiB, reading takes a sixth of the time of a quick check
MANY = 500  # problems that one part tells of; one more line would be another part
RANGES = 4  # for each process at least, or all would wait for the last one
# Bytes that make one more process pay, which takes 0.15 s to start and to load what it needs (docs/bulk.md).
LEAST, LEAST_QUICK = 2 << 20, 64 << 20


@dataclasses.dataclass(frozen=True, slots=True)
class Check:
    """What to hold payloads against: the arguments of `presend.check`; goes to other processes as it is.

    Attributes:
        target: Name of a schema, its model class, or an operation.
        pack: Import name or entry point of a pack, or the pack.
        strict: As for `presend.check`.
        enable: As for `presend.check`.
        ignore: As for `presend.check`.
        errors_only: Leave out warnings and notes, which is quicker by far: what has no errors is not looked at twice.
        with_text: Bring the payloads that have problems back with them, from wherever they were checked.
        most: How many problems of one rule in a payload are listed; further ones are counted. `None` for all.
        softened: Rules whose problems somebody may count as less than errors.
    """

    target: str | type[BaseModel]
    pack: str | Pack | None = None
    strict: bool = False
    enable: Collection[str] = ()
    ignore: Collection[str] = ()
    errors_only: bool = False
    with_text: bool = False
    most: int | None = None
    softened: Collection[str] = ()

    def __call__(self, payload: Any, *, form: bool = False) -> tuple[Problem, ...]:
        """Return the problems of a payload that are listed."""
        return self.told(payload, form=form).problems

    def told(self, payload: Any, *, form: bool = False) -> Told:
        """Return what is wrong with a payload."""
        from presend.api import examined, is_valid  # noqa: PLC0415 - whoever has one of these may not use it

        if self.is_quick and not form and is_valid(self.target, payload, pack=self.pack):
            return Told()
        told = examined(
            self.target,
            payload,
            pack=self.pack,
            strict=self.strict,
            enable=self.enable,
            ignore=self.ignore,
            form=form,
            most=self.most,
            softened=self.softened,
        )
        return told.only(lambda problem: problem.severity == "error") if self.errors_only else told

    @property
    def is_quick(self) -> bool:
        """Whether one look is enough for a payload that has no errors."""
        return self.errors_only and not (self.strict or self.enable or self.ignore)

    def first_look(self) -> Callable[[bytes], object] | None:
        """Return what raises `ValueError` or `RecursionError` unless a line is surely right, if wanted."""
        if not self.is_quick:
            return None
        from presend.fastpath.quick import decoder  # noqa: PLC0415 - msgspec, only for this
        from presend.packs.find import as_pack  # noqa: PLC0415

        pack = as_pack(self.pack, self.target)
        return decoder(pack, pack.resolve(self.target))


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """A line with problems.

    Attributes:
        line: Its number among the lines of its part, from 1.
        payloads: How many payloads the part has up to it, itself included.
        problems: Those of the payload, with lines as if it were all of the file.
        text: The payload, where the check says to bring it.
        more: The problems that are counted and not listed.
    """

    line: int
    payloads: int
    problems: tuple[Problem, ...]
    text: bytes
    more: tuple[More, ...] = ()

    def placed(self, lines: int) -> tuple[Problem, ...]:
        """Return the problems as they are in a file with so many lines before this part."""
        return self.told(lines).problems

    def told(self, lines: int) -> Told:
        """Return what is wrong, listed or not, as it is in a file with so many lines before this part."""
        before = lines + self.line - 1
        return Told(self.problems, self.more).each(lambda problem: _moved(problem, before))


def _moved(problem: Problem, lines: int) -> Problem:
    return dataclasses.replace(problem, line=problem.line + lines) if problem.line else problem


@dataclasses.dataclass(frozen=True, slots=True)
class Part:
    """What came of some lines of a file, one after another.

    Attributes:
        size: Bytes of these lines.
        lines: How many there are.
        payloads: How many of them are payloads: all that are not blank.
        found: The lines with problems, in order.
    """

    size: int
    lines: int
    payloads: int
    found: tuple[Found, ...]


@dataclasses.dataclass(frozen=True, slots=True)
class Range:
    """Some bytes of a file.

    Attributes:
        path: The file.
        start: The first byte.
        end: The byte behind the last.
        file: Device and inode, and the size that it has at least.
    """

    path: str
    start: int
    end: int
    file: tuple[int, int, int]


class CheckedLines:
    """The lines of a file that have problems: an iterator of line numbers, from 1, each with its problems.

    Attributes:
        lines: How many lines were read so far; when all is done, how many the file has.
        payloads: How many of these hold a payload: all that are not blank.
    """

    def __init__(self, parts: Iterator[Part]) -> None:
        self.lines = self.payloads = 0
        self._parts = parts
        self._found: Iterator[Found] = iter(())  # what is left of the part at hand
        self._start = self._end = 0, 0  # lines and payloads before that part, and with it

    def __iter__(self) -> Iterator[tuple[int, tuple[Problem, ...]]]:
        return self

    def __next__(self) -> tuple[int, tuple[Problem, ...]]:
        while (found := next(self._found, None)) is None:
            self.lines, self.payloads = self._start = self._end
            part = next(self._parts)
            self._end = self.lines + part.lines, self.payloads + part.payloads
            self._found = iter(part.found)
        lines, payloads = self._start
        self.lines, self.payloads = lines + found.line, payloads + found.payloads
        return self.lines, found.placed(lines)


def check_lines(  # noqa: PLR0913 - the switches of a validator
    target: str | type[BaseModel],
    path: str | os.PathLike[str],
    *,
    pack: str | Pack | None = None,
    jobs: int | None = None,
    errors_only: bool = False,
    strict: bool = False,
    enable: Collection[str] = (),
    ignore: Collection[str] = (),
) -> CheckedLines:
    """Check a file of JSON lines, one payload on each, and give those that have problems, in order.

    Memory does not grow with the file: each part of it is checked when its results are asked for, or shortly before.

    Args:
        target: As for `presend.check`.
        path: The file; blank lines in it are no payloads. Lines that begin later than the check are not part of it.
        pack: As for `presend.check`.
        jobs: How many processes to use at most; without it one for each core that this process may use. A short file
            is checked right here, and so is what is no regular file, such as a pipe.
        errors_only: Leave out warnings and notes, which is quicker by far.
        strict: As for `presend.check`.
        enable: As for `presend.check`.
        ignore: As for `presend.check`.

    Returns:
        An iterator of `(line number, problems)`, and the counts `lines` and `payloads`.

    Raises:
        LookupError: The target, the pack or a rule is unknown; the text names the nearest ones.
        OSError: The file cannot be read, or was replaced or cut short meanwhile; a `ChildProcessError` where a process
            died twice at one place.
        TypeError: `enable` or `ignore` is a single str.
        ValueError: `jobs` is less than 1.

    >>> import presend
    >>> checked = presend.check_lines("CreateModerationRequest", "examples/bad/moderations.jsonl")
    >>> for number, problems in checked:
    ...     print(number, problems[0].rule)
    2 moderation.input.empty
    >>> checked.payloads
    3
    """
    if jobs is not None and jobs < 1:
        raise ValueError(f"Expected jobs to be 1 or more, got {jobs}.")
    search = Check(target, pack, strict, enable, ignore, errors_only)
    search({})  # hears of an unknown name
    return CheckedLines(parts_of(search, os.fspath(path), jobs))


def parts_of(check: Check, path: str, jobs: int | None = None, size: int | None = None) -> Iterator[Part]:
    """Return what comes of each part of a file of JSON lines, in order.

    Args:
        check: What to hold its payloads against.
        path: The file.
        jobs: How many processes to use at most; without it one for each core.
        size: Bytes of a part, whatever would be best.

    Raises:
        OSError: The file cannot be read.
    """
    handle = open(path, "rb", BUFFER)  # noqa: PTH123, SIM115 - names it in its errors as it was given; closed below
    about = os.fstat(handle.fileno())
    count = processes(check, about.st_size, jobs) if size is None else jobs or usable_cores()
    if count == 1 or not stat.S_ISREG(about.st_mode):
        parts = _streamed(check, handle, size or RANGE)
        weakref.finalize(parts, handle.close)  # of a generator that nobody starts, no `with` closes anything
        return parts
    handle.close()
    from presend.bulk.processes import mapped  # noqa: PLC0415 - `subprocess` takes its time to import

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
    """Return how many processes pay for a file of so many bytes: one means this one."""
    least = LEAST_QUICK if check.is_quick else LEAST
    return max(1, min(jobs or usable_cores(), size // least))


def judged(check: Check, lines: Iterable[bytes], size: int | None = None) -> Iterator[Part]:
    """Yield what comes of some lines, in parts of `MANY` problems or `size` bytes; at the least one part."""
    look = check.first_look()
    bound = sys.maxsize if size is None else size
    number = blank = read = many = 0
    found: list[Found] = []
    for line in lines:  # no `enumerate`, which keeps the line that it gave last
        number += 1
        read += len(line)
        if look is None or not _is_taken(look, line):
            text = text_of_line(line)
            del line
            if not text:
                blank += 1
            elif (told := check.told(text)).problems:
                kept = text if check.with_text else b""
                found.append(Found(number, number - blank, told.problems, kept, told.more))
                many += len(told.problems)
            del text
        if many >= MANY or read >= bound:
            yield Part(read, number, number - blank, tuple(found))
            number = blank = read = many = 0
            found = []
    if number or size is None:
        yield Part(read, number, number - blank, tuple(found))


def _is_taken(look: Callable[[bytes], object], line: bytes) -> bool:
    try:
        look(line)
    except (ValueError, RecursionError):
        return False
    return True


def lines_from(handle: BinaryIO, start: int, end: int) -> Iterator[bytes]:
    """Yield the lines that begin at the bytes from `start` to before `end`; the last may go on behind."""
    position = handle.seek(max(start - 1, 0))
    if start:  # the rest of a line that began before; not read further than to where nothing begins here
        position += len(handle.readline(end - position))
    while position < end and (lines := handle.readlines(1)):  # one, to be handed over: it may be long
        position += len(lines[0])
        yield lines.pop()


def _judge_range(check: Check, some: Range) -> Iterator[Part]:
    """Check the lines that begin in a range: what a process does."""
    with open(some.path, "rb", BUFFER) as handle:  # noqa: PTH123
        about = os.fstat(handle.fileno())
        if (about.st_dev, about.st_ino) != some.file[:2] or about.st_size < some.file[2]:
            raise OSError(errno.ESTALE, "It was replaced or cut short while it was checked", some.path)
        yield from judged(check, lines_from(handle, some.start, some.end))


def _streamed(check: Check, handle: BinaryIO, size: int) -> Iterator[Part]:
    with handle:
        yield from judged(check, handle, size)
