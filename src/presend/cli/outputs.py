"""Options, reports and exit codes that all checking commands share."""

from __future__ import annotations

import dataclasses
import os
import sys
from typing import TYPE_CHECKING, Any

import click

from presend.cli.console import usage, write
from presend.inputs.stopping import Stop
from presend.packs.rule_groups import OBSERVED
from presend.problems import SEVERITIES
from presend.reading.documents import STANDARD_INPUT
from presend.reports.formats import FormatFault, destinations, write_all

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from presend.problems import Severity
    from presend.reports.formats import Formatter
    from presend.reports.text import Result

PROBLEMS, USAGE = 1, 2


def report_options(reports: Mapping[str, Formatter]) -> Callable[[Any], Any]:
    """Return a decorator that adds the report options, such as --format and --fail-on, to a command."""
    options = (
        click.option(
            "--format",
            "formats",
            metavar=f"[{'|'.join(reports)}][=FILE]",
            multiple=True,
            default=("text",),
            shell_complete=completing(lambda: reports),
            help="Format of the report, and a file to write it to. Repeat the option for several reports.",
        ),
        click.option(
            "--fail-on", type=click.Choice(SEVERITIES), help="Lowest severity that fails the run (default: error)."
        ),
        click.option("--keep-going/--no-keep-going", default=True, help="Continue after a payload that fails."),
        click.option(
            "--max-problems",
            metavar="N",
            type=click.IntRange(min=1),
            help="Stop after N problems (default: no limit, but list at most 1,000 per rule and payload).",
        ),
        click.option("--show-values", is_flag=True, help="End each message with the value, which quotes the payload."),
    )

    return _giving(options)


def rule_options(ids: Callable[[], Iterable[str]], *, with_strict: bool = True) -> Callable[[Any], Any]:
    """Return a decorator that adds --strict, --ignore and --enable to a command; completion offers the `ids`."""
    strict = click.option(
        "--strict", is_flag=True, help="Report unknown members, and integers written as 1.0, as errors."
    )
    options = (
        *([strict] if with_strict else []),
        click.option(
            "--ignore",
            metavar="RULE",
            multiple=True,
            shell_complete=completing(lambda: (OBSERVED, *ids())),
            help="Turn a rule off, or all rules based on observation: observed, observed-before-2026-01-01. May be "
            "given several times.",
        ),
        click.option(
            "--enable",
            metavar="RULE",
            multiple=True,
            shell_complete=completing(ids),
            help="Turn an opt-in rule on; may be given several times.",
        ),
    )
    return _giving(options)


def _giving(options: Sequence[Callable[[Any], Any]]) -> Callable[[Any], Any]:
    def decorate(function: Any) -> Any:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def completing(names: Callable[[], Iterable[str]]) -> Callable[[Any, Any, str], list[str]]:
    """Return a function that completes a typed word to one of the names."""

    def complete(_context: Any, _parameter: Any, typed: str) -> list[str]:
        found = [name for name in names() if name.startswith(typed)]
        is_bash = os.environ.get("_PRESEND_COMPLETE", "").startswith("bash")  # which inserts a word unchanged
        return [name.replace(" ", "\\ ") for name in found] if is_bash else found

    return complete


def failing(fail_on: Severity) -> frozenset[Severity]:
    """Return the severities that fail a check."""
    return frozenset(SEVERITIES[: SEVERITIES.index(fail_on) + 1])


def stopping(fail_on: Severity | None, max_problems: int | None, *, keep_going: bool) -> Stop:
    """Return the condition for an early stop that the options ask for."""
    return Stop(frozenset() if keep_going else failing(fail_on or "error"), max_problems)


def write_reports(
    results: Iterable[Result], formats: Iterable[str], reports: Mapping[str, Formatter], fail_on: Severity
) -> None:
    """Write the reports and exit: 1 if a problem is at least as severe as `fail_on`, 2 if an input failed, else 0."""
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
        if result.fails:
            codes.add(PROBLEMS)
        yield result


def standard_input() -> tuple[str, ...]:
    """Return the name of standard input, or refuse to read from a terminal."""
    if sys.stdin is None or sys.stdin.isatty():
        raise usage("Give a FILE, -F fields, or a payload on standard input.")
    return (STANDARD_INPUT,)
