"""Check a file of JSON lines, one payload on each line.

`presend.bulk.ranges` cuts the file into parts. A part has the results of its lines with numbers from 1, and parts come
in the order of the file, so `CheckedLines` can add up the numbers of the lines.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from presend.bulk.check import Check
from presend.bulk.ranges import parts_of
from presend.packs.switches import Switches

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from pydantic import BaseModel

    from presend.bulk.parts import FilePart, Found
    from presend.packs.pack import Pack
    from presend.problems import Problem


class CheckedLines:
    """Iterate over the lines that have problems: the line number, from 1, and the problems.

    Attributes:
        lines: Lines read so far; at the end, all lines of the file.
        payloads: How many of them hold a payload; blank lines do not.
    """

    def __init__(self, parts: Iterator[FilePart]) -> None:
        self.lines = self.payloads = 0
        self._parts = parts
        self._found: Iterator[Found] = iter(())  # of the current part, not yet returned
        self._start = self._end = 0, 0  # lines and payloads before the current part, and up to its end

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
    """Check a file of JSON lines, one payload on each, and return the lines with problems, in order.

    Memory does not grow with the file: each part of it is checked when its results are asked for, or shortly before.

    Args:
        target: As for `presend.check`.
        path: The file. Blank lines are skipped. Lines that are added during the check are not read.
        pack: As for `presend.check`.
        jobs: How many processes to use at most; default: one for each core that this process may use. A short file
            and a file that is not regular, such as a pipe, are checked in this process.
        errors_only: Report errors only (much faster).
        strict: As for `presend.check`.
        enable: As for `presend.check`.
        ignore: As for `presend.check`.

    Returns:
        An iterator of `(line number, problems)`, and the counts `lines` and `payloads`.

    Raises:
        LookupError: The target, the pack or a rule is unknown; the text names the nearest ones.
        OSError: The file cannot be read, or was replaced or cut short during the check.
        ChildProcessError: A process died, and so did the next one that had the same range.
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
    search = Check(target, pack, Switches(strict, enable, ignore), errors_only)
    search({})  # raises for an unknown name
    return CheckedLines(parts_of(search, os.fspath(path), jobs))
