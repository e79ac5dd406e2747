"""Show a progress bar on a terminal while files are checked."""

from __future__ import annotations

import contextlib
import itertools
import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from presend.inputs.stopping import Stop
    from presend.reports.text import Result

    Advance = Callable[[int], object]

MANY_FILES, MANY_BYTES = 50, 2_000_000  # with fewer of both, a check is too short for a progress bar
MOST_WAITING = 10_000  # results that wait for the end of a progress bar


def with_progress(
    names: Sequence[str], check: Callable[[str, Advance], Iterable[Result]], stop: Stop
) -> Iterator[Result]:
    """Yield the results of files; show a progress bar if that takes long and standard error is a terminal.

    Args:
        names: The files.
        check: Makes the results of one file, and reports the bytes of each payload to the progress bar.
        stop: When to stop before the end.
    """

    def results(advance: Advance) -> Iterator[Result]:
        return stop.cut(result for name in names for result in check(name, advance))

    total = sum(map(_size, names))
    is_long = len(names) >= MANY_FILES or total >= MANY_BYTES
    if not (is_long and sys.stderr.isatty()):
        yield from results(bool)
        return
    with click.progressbar(length=total, label="Checking", file=sys.stderr) as bar:
        bar.update_min_steps = total // 100  # drawing takes longer than checking
        every = results(bar.update)
        kept = list(
            itertools.islice(every, MOST_WAITING)
        )  # the report may go to the same terminal: it waits for the end of the bar
        bar.update_min_steps = 1
        bar.update(0)  # click before 8.5 skips steps smaller than `update_min_steps`
    yield from kept
    yield from every


def _size(name: str) -> int:
    with contextlib.suppress(OSError):  # reported when the file is read
        return os.stat(name).st_size  # noqa: PTH116 - see documents.py
    return 0
