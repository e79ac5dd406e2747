"""The command `presend batch`."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import click

from presend.formats import REPORTS
from presend.keywords import did_you_mean
from presend.outputs import failing, report_options, standard_input, usage, write_reports
from presend.results import with_progress

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from presend.problems import Problem, Severity
    from presend.reports import Result

CODES = {"invalid_json": "invalid_json_line"}  # our code → the one that the API has for a line of a batch


def as_batch_errors(results: Iterable[Result]) -> Iterator[str]:
    """Yield the `errors` of the API's Batch object: the problems that fail the check, and no others."""
    yield '{"object": "list", "data": ['
    separator = "\n"
    for result in results:
        for problem in result.failures:
            yield f"{separator}  {json.dumps(_batch_error(problem))}"
            separator = ",\n"
    yield "\n]}\n" if separator != "\n" else "]}\n"


def _batch_error(problem: Problem) -> dict[str, object]:
    code = CODES.get(problem.code, problem.code)
    return {"code": code, "message": problem.message, "param": problem.param, "line": problem.line}


BATCH_REPORTS = {**REPORTS, "json": as_batch_errors}


@click.command()
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path())
@report_options(BATCH_REPORTS)
@click.option("--keep-going/--no-keep-going", default=True, help="Go on after a line that fails.")
@click.option("--max-problems", metavar="N", type=click.IntRange(min=1), help="Stop after so many problems.")
@click.option("--strict", is_flag=True, help="Unknown members, and integers written as 1.0, are errors.")
@click.option("--ignore", metavar="RULE", multiple=True, help="Switch a rule off.")
@click.option("--enable", metavar="RULE", multiple=True, help="Switch one on.")
@click.option("--pack", metavar="NAME", help="Use this generated pack, not the OpenAI one.")
def batch(  # noqa: PLR0913 - one parameter for each option
    *,
    files: tuple[str, ...],
    formats: tuple[str, ...],
    fail_on: Severity | None,
    keep_going: bool,
    max_problems: int | None,
    strict: bool,
    ignore: tuple[str, ...],
    enable: tuple[str, ...],
    pack: str | None,
    show_values: bool,
) -> None:
    """Check input files of the Batch API, line by line.

    FILE is JSONL; - is standard input, read also where there is no FILE. With --format json the report is what the
    API would put into the `errors` of the batch.
    """
    from presend.batch.lines import Batch, of_batch  # noqa: PLC0415 - `presend --help` need not wait for them
    from presend.pack import find_pack  # noqa: PLC0415

    try:
        job = Batch(find_pack(pack), strict, enable, ignore, show_values)
    except LookupError as error:
        raise usage(str(error)) from None
    for name in (*enable, *ignore):
        if name not in job.rules:
            raise usage(f"Unknown rule '{name}'.{did_you_mean(name, job.rules)} `presend rules` lists them.")
    names = files or standard_input()
    results = with_progress(
        names,
        lambda advance: _until(
            (result for name in names for result in of_batch(name, job, advance)),
            None if keep_going else failing(fail_on or "error"),
            max_problems,
        ),
    )
    write_reports(results, formats, BATCH_REPORTS, fail_on or "error")


def _until(results: Iterable[Result], stopping: frozenset[Severity] | None, most: int | None) -> Iterator[Result]:
    """Yield results up to the first with one of the `stopping` severities, or to the problem that is one too many."""
    left = most
    for result in results:
        problems = result.problems[:left]
        if left is not None:
            left -= len(problems)
        yield dataclasses.replace(result, problems=problems) if len(problems) < len(result.problems) else result
        reason = ""
        if stopping and any(problem.severity in stopping for problem in problems):
            reason = "--no-keep-going"
        elif left == 0:
            reason = f"--max-problems {most}"
        if reason:
            line = next((f" line {problem.line}" for problem in reversed(problems) if problem.line), "")
            click.echo(
                f"presend: stopped after{line or ' this'}, as {reason} asks; the rest was not checked.", err=True
            )
            return
