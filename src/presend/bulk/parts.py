"""Check lines one after another, and collect the results in parts.

Decided 2026-11-30: a range of a file with many problems gives several parts, so that no process holds more problems
than `MANY` and those of one line. Only one copy of a long line is kept in memory.
"""

from __future__ import annotations

import dataclasses
import sys
from typing import TYPE_CHECKING

from presend.problems import FoundProblems
from presend.reading.documents import text_of_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from presend.bulk.check import Check
    from presend.problems import More, Problem

MANY = 500  # problems after which a part ends


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """A line with problems.

    Attributes:
        line: Its number among the lines of its part, from 1.
        payloads: How many payloads the part has up to it, itself included.
        problems: Those of the payload; their lines count from the first line of the payload.
        text: The payload, if `Check.with_text` asks for it.
        more: The problems that are counted but not listed.
    """

    line: int
    payloads: int
    problems: tuple[Problem, ...]
    text: bytes
    more: tuple[More, ...] = ()

    def placed(self, lines: int) -> tuple[Problem, ...]:
        """Return the problems with their lines in a file that has `lines` lines before this part."""
        return self.at_lines(lines).problems

    def at_lines(self, lines: int) -> FoundProblems:
        """Return the same, with the problems that are only counted."""
        before = lines + self.line - 1
        return FoundProblems(self.problems, self.more).each(lambda problem: _moved(problem, before))


def _moved(problem: Problem, lines: int) -> Problem:
    return dataclasses.replace(problem, line=problem.line + lines) if problem.line else problem


@dataclasses.dataclass(frozen=True, slots=True)
class FilePart:
    """The results of some consecutive lines of a file.

    Attributes:
        size: Bytes of these lines.
        lines: How many there are.
        payloads: How many of them hold a payload; blank lines do not.
        found: The lines with problems, in order.
    """

    size: int
    lines: int
    payloads: int
    found: tuple[Found, ...]


def judged(check: Check, lines: Iterable[bytes], size: int | None = None) -> Iterator[FilePart]:
    """Yield the results of some lines, in parts of about `MANY` problems or `size` bytes.

    Without `size` there is at least one part.
    """
    look = check.first_look()
    bound = sys.maxsize if size is None else size
    number = blank = read = many = 0
    found: list[Found] = []
    for line in lines:  # without `enumerate`, which keeps a reference to the last line
        number += 1
        read += len(line)
        if look is None or not _is_taken(look, line):
            text = text_of_line(line)
            del line
            if not text:
                blank += 1
            elif (result := check.found(text)).problems:
                kept = text if check.with_text else b""
                found.append(Found(number, number - blank, result.problems, kept, result.more))
                many += len(result.problems)
            del text
        if many >= MANY or read >= bound:
            yield FilePart(read, number, number - blank, tuple(found))
            number = blank = read = many = 0
            found = []
    if number or size is None:
        yield FilePart(read, number, number - blank, tuple(found))


def _is_taken(look: Callable[[bytes], object], line: bytes) -> bool:
    try:
        look(line)
    except (ValueError, RecursionError):
        return False
    return True
