"""The formats of reports, and writing one result to several of them at once."""

from __future__ import annotations

import contextlib
import itertools
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

import click

from presend.annotations import as_github
from presend.junit import as_junit
from presend.keywords import did_you_mean
from presend.reports import as_json, as_text
from presend.sarif import as_sarif

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from presend.reports import Result

    Report = Callable[[Iterable[Result]], Iterator[str]]

REPORTS: dict[str, Report] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
    "junit": as_junit,
}


class FormatFault(ValueError):  # noqa: N818 - a slip on the command line
    """Say what is wrong with a `--format`, and how to write it."""


def destinations(given: Iterable[str], reports: Mapping[str, Report]) -> dict[str | None, Report]:
    """Return where to write which report: a file's name, or `None` for standard output, to its function.

    Args:
        given: `NAME` or `NAME=FILE`, as the options have it.
        reports: The formats there are.

    Raises:
        FormatFault: A format is unknown, or two would go to one place.

    >>> list(destinations(["text", "sarif=out.sarif"], REPORTS))
    [None, 'out.sarif']
    """
    chosen: dict[str | None, Report] = {}
    for item in given:
        name, equals, file = item.partition("=")
        if name not in reports:
            hint = did_you_mean(name, reports) or f" Known are {', '.join(reports)}."
            raise FormatFault(f"Unknown format '{name}'.{hint}")
        if equals and not file:
            raise FormatFault(f"'{item}' names no file. Write {name}=FILE, or {name} for standard output.")
        place = file or None
        if place in chosen:
            where = f"'{file}'" if file else "standard output"
            raise FormatFault(f"Two reports would go to {where}. Give one a file of its own: {name}=FILE.")
        chosen[place] = reports[name]
    return chosen


def write_all(
    results: Iterable[Result], chosen: Mapping[str | None, Report], write: Callable[[Iterable[str]], object]
) -> None:
    """Write each report to its file, and with `write` the one for standard output, which comes first.

    Raises:
        FormatFault: A file cannot be written.
    """
    places = sorted(chosen, key=lambda place: place is not None)
    with contextlib.ExitStack() as stack:
        files = {place: stack.enter_context(_opened(place)) for place in places if place}  # before any work is done
        copies = itertools.tee(results, len(places))
        for place, copy in zip(places, copies, strict=True):
            report = chosen[place](copy)
            if place is None:
                write(report)
                continue
            try:
                files[place].writelines(click.unstyle(piece) for piece in report)
                files[place].flush()
            except OSError as error:
                raise _unwritten(place, error) from None


@contextlib.contextmanager
def _opened(place: str) -> Iterator[TextIO]:
    try:
        handle = Path(place).open("w", encoding="utf-8", errors="backslashreplace", newline="\n")  # noqa: SIM115 - below
    except OSError as error:
        raise _unwritten(place, error) from None
    with handle:
        yield handle


def _unwritten(place: str, error: OSError) -> FormatFault:
    advice = " Give the name of a file in it." if isinstance(error, IsADirectoryError) else " Is its folder there?"
    return FormatFault(f"Cannot write '{place}': {error.strerror}.{advice}")
