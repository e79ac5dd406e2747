"""Inputs to results: read each payload, find its problems, and say what could not be read."""

from __future__ import annotations

import contextlib
import dataclasses
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from presend.form_fields import fields
from presend.problems import printable
from presend.readers import documents, label_of
from presend.reports import Result

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.problems import Problem

MANY_FILES, MANY_BYTES = 50, 2_000_000  # from either on, checking takes long enough for a progress bar

_ADVICE = {  # what the system says → what to do about it
    IsADirectoryError: " Give the files in it.",
    FileNotFoundError: " Check the name.",
    PermissionError: " Check its permissions.",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Job:
    """What to do with each payload.

    Attributes:
        target: What payloads are checked against, as given.
        find: `presend.check` with that target and all switches.
        ignore: Ids of rules not to hear.
        input_format: Format of files; `None` to go by their extensions.
    """

    target: str
    find: Callable[..., tuple[Problem, ...]]
    ignore: tuple[str, ...] = ()
    input_format: str | None = None


def of_form(job: Job, items: tuple[str, ...]) -> Result:
    """Return the result for curl's `-F` fields.

    Raises:
        FieldFault: A field is not written as curl has it.
    """
    try:
        return Result("<form>", job.target, job.find(fields(items), form=True))
    except OSError as error:
        unreadable = _unreadable(str(error.filename), error)
    return Result("<form>", job.target, payloads=0, unreadable=unreadable)


def of_files(job: Job, names: tuple[str, ...]) -> Iterator[Result]:
    """Yield the results for files; on a terminal, with a progress bar where it takes long."""
    total = sum(map(_size, names))
    is_long = len(names) >= MANY_FILES or total >= MANY_BYTES
    if not (is_long and sys.stderr.isatty()):
        for name in names:
            yield from _of_file(job, name)
        return
    with click.progressbar(length=total, label="Checking", file=sys.stderr) as bar:
        bar.update_min_steps = total // 100  # drawing costs more than checking
        kept = [result for name in names for result in _of_file(job, name, bar.update)]
    yield from kept  # the report may go to the same terminal, so it waited


def _size(name: str) -> int:
    with contextlib.suppress(OSError):  # told when the file's turn comes
        return Path(name).stat().st_size
    return 0


def _of_file(job: Job, name: str, advance: Callable[[int], object] = bool) -> Iterator[Result]:
    """Yield a result for each payload with problems, and one for all the others."""
    good, unreadable = 0, None
    try:
        for document in documents(name, job.input_format):
            found = () if document.is_broken else job.find(document.payload)
            read = (p for p in document.problems if document.is_broken or p.rule not in job.ignore)
            problems = sorted([*read, *map(document.place, found)], key=_place)
            if problems:
                yield Result(label_of(name), job.target, tuple(problems))
            good += not problems
            advance(document.size)
    except OSError as error:
        unreadable = _unreadable(name, error)
    yield Result(label_of(name), job.target, payloads=good, unreadable=unreadable)


def _place(problem: Problem) -> tuple[int, int]:
    return problem.line or 0, problem.column or 0


def _unreadable(name: str, error: OSError) -> str:
    reason = error.strerror or type(error).__name__
    advice = next((advice for kind, advice in _ADVICE.items() if isinstance(error, kind)), "")
    click.echo(f"presend: cannot read {printable(name)}: {reason}.{advice}", err=True)
    return reason
