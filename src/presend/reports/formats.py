"""The formats of reports, and a way to write several reports at once."""

from __future__ import annotations

import contextlib
import functools
import importlib
import itertools
from typing import TYPE_CHECKING, TextIO

import click

from presend.reports.text import as_json, as_text
from presend.schema.keywords import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from presend.reports.text import Result

    Formatter = Callable[[Iterable[Result]], Iterator[str]]


def _loaded(name: str) -> Formatter:
    """Return the report with a name; its module is imported when the report is written."""

    def report(results: Iterable[Result]) -> Iterator[str]:
        formatter: Formatter = getattr(importlib.import_module(f"presend.reports.{name}"), f"as_{name}")
        return formatter(results)

    return report


REPORTS: dict[str, Formatter] = {
    "text": as_text,
    "json": as_json,
    **{name: _loaded(name) for name in ("github", "sarif", "junit")},
}


class FormatFault(ValueError):  # the user's mistake, not an error of presend
    """Error in a `--format`, with advice on how to write it."""


def destinations(given: Iterable[str], reports: Mapping[str, Formatter]) -> dict[str | None, Formatter]:
    """Return the destination of each report, a file name or `None` for standard output, with its function.

    Args:
        given: Values of the option: `NAME` or `NAME=FILE`.
        reports: The known formats.

    Raises:
        FormatFault: A format is unknown, or two reports have the same destination.

    >>> list(destinations(["text", "sarif=out.sarif"], REPORTS))
    [None, 'out.sarif']
    """
    chosen: dict[str | None, Formatter] = {}
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
    results: Iterable[Result], chosen: Mapping[str | None, Formatter], write: Callable[[Iterable[str]], object]
) -> None:
    """Write each report to its file, or with `write` to standard output, all at the same time.

    If one cannot be written, the others continue, and the error is reported at the end.

    Raises:
        FormatFault: A file cannot be written.
    """
    places = sorted(chosen, key=lambda place: place is not None)
    faults: list[Exception] = []
    with contextlib.ExitStack() as stack:
        files = {
            place: stack.enter_context(_opened(place)) for place in places if place
        }  # fail before any work is done
        copies = itertools.tee(results, len(places))
        under_way = [
            _Writing(chosen[place], copy, functools.partial(_to_file, place, files[place]) if place else write)
            for place, copy in zip(places, copies, strict=True)
        ]
        del copies  # otherwise results that a failed report did not take stay in memory
        while under_way:
            last = min(under_way, key=lambda writing: writing.taken)  # so that no report waits long for the others
            try:
                if last.goes_on():
                    continue
            except (FormatFault, click.ClickException, click.exceptions.Exit) as fault:
                faults.append(fault)
            under_way.remove(last)
    if faults:
        raise faults[0]


class _Writing:
    """A report in progress, with the number of results that it has taken."""

    def __init__(self, report: Formatter, results: Iterable[Result], write: Callable[[Iterable[str]], object]) -> None:
        self.taken = 0
        self._pieces = report(self._counted(results))
        self._write = write

    def _counted(self, results: Iterable[Result]) -> Iterator[Result]:
        for result in results:
            self.taken += 1
            yield result

    def goes_on(self) -> bool:
        """Write the next piece, and say whether there was one."""
        try:
            piece = next(self._pieces, None)
        except OSError as error:  # of a temporary file
            raise FormatFault(f"Cannot write the report: {error.strerror}.") from None
        if piece:
            self._write([piece])
        return piece is not None


def _to_file(place: str, file: TextIO, pieces: Iterable[str]) -> None:
    try:
        file.writelines(map(click.unstyle, pieces))
    except OSError as error:
        raise _unwritten(place, error) from None


@contextlib.contextmanager
def _opened(place: str) -> Iterator[TextIO]:
    try:
        handle = open(place, "w", encoding="utf-8", errors="backslashreplace", newline="\n")  # noqa: PTH123, SIM115 - below
    except OSError as error:
        raise _unwritten(place, error) from None
    try:
        yield handle
    finally:
        try:
            handle.close()
        except OSError as error:
            raise _unwritten(place, error) from None


def _unwritten(place: str, error: OSError) -> FormatFault:
    advice = ""
    if isinstance(error, IsADirectoryError):
        advice = " Give the name of a file in it."
    elif isinstance(error, FileNotFoundError):
        advice = " Is its folder there?"
    return FormatFault(f"Cannot write '{place}': {error.strerror}.{advice}")
