"""What the commands that check have in common: the options of reports, where reports go, and the exit code."""

from __future__ import annotations

import dataclasses
import os
import sys
from typing import TYPE_CHECKING, Any

import click

from presend.formats import FormatFault, destinations, write_all
from presend.problems import SEVERITIES
from presend.readers import STANDARD_INPUT
from presend.results import Stop

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from presend.formats import Report
    from presend.problems import Severity
    from presend.reports import Result

PROBLEMS, USAGE, BROKEN_PIPE = 1, 2, 141


def report_options(reports: Mapping[str, Report]) -> Callable[[Any], Any]:
    """Return a decorator that gives a command the options of reports: --format, --fail-on and the like."""
    options = (
        click.option(
            "--format",
            "formats",
            metavar=f"[{'|'.join(reports)}][=FILE]",
            multiple=True,
            default=("text",),
            shell_complete=lambda _context, _parameter, typed: [name for name in reports if name.startswith(typed)],
            help="Format of the report, and a file for it; may be given several times.",
        ),
        click.option(
            "--fail-on", type=click.Choice(SEVERITIES), show_default="error", help="Exit 1 from this severity on."
        ),
        click.option("--keep-going/--no-keep-going", default=True, help="Go on after a payload that fails."),
        click.option("--max-problems", metavar="N", type=click.IntRange(min=1), help="Stop after so many problems."),
        click.option("--show-values", is_flag=True, help="Quote the payload: end each message with the value."),
    )

    def decorate(function: Any) -> Any:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def failing(fail_on: Severity) -> frozenset[Severity]:
    """Return the severities that fail a check."""
    return frozenset(SEVERITIES[: SEVERITIES.index(fail_on) + 1])


def stopping(fail_on: Severity | None, max_problems: int | None, *, keep_going: bool) -> Stop:
    """Return when to stop, as the options say."""
    return Stop(frozenset() if keep_going else failing(fail_on or "error"), max_problems)


def write_reports(
    results: Iterable[Result], formats: Iterable[str], reports: Mapping[str, Report], fail_on: Severity
) -> None:
    """Write the reports and exit: 0 where nothing is as severe as `fail_on`, 1 where something is, 2 after a fault."""
    codes = {0}
    try:
        write_all(_watched(results, failing(fail_on), codes), destinations(formats, reports), write)
    except FormatFault as fault:
        raise usage(str(fault)) from None
    click.get_current_context().exit(max(codes))


def _watched(results: Iterable[Result], severities: frozenset[Severity], codes: set[int]) -> Iterator[Result]:
    for found in results:
        result = dataclasses.replace(found, failing=severities)
        if result.unreadable is not None:
            codes.add(USAGE)
        if result.failures:
            codes.add(PROBLEMS)
        yield result


def standard_input() -> tuple[str, ...]:
    """Return the name of standard input, where something may come from it."""
    if sys.stdin is None or sys.stdin.isatty():
        raise usage("Give a FILE, -F fields, or a payload on standard input.")
    return (STANDARD_INPUT,)


def usage(message: str) -> click.UsageError:
    """Return a usage error of the command at hand."""
    return click.UsageError(message, click.get_current_context())


def write(pieces: Iterable[str]) -> None:
    """Write to standard output, and say in one line why that cannot be done."""
    try:
        for piece in pieces:
            click.echo(piece, nl=False)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the last flush fails once more
        if isinstance(error, BrokenPipeError):  # such as `presend rules | head`
            raise click.exceptions.Exit(BROKEN_PIPE) from None
        raise click.UsageError(f"Cannot write the report: {error.strerror}.") from None
