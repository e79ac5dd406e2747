"""The command `presend batch`."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

import presend
from presend.batch.rules import ENDPOINTS, RULES
from presend.cli.console import DataFault, pack_option, usage
from presend.cli.help import EXAMPLES
from presend.cli.outputs import completing, report_options, rule_options, standard_input, stopping, write_reports
from presend.inputs.progress import with_progress
from presend.packs.switches import Switches
from presend.reports.formats import REPORTS
from presend.rule import PackFault
from presend.schema.keywords import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from presend.problems import Problem, Severity
    from presend.reports.text import Result


def as_batch_errors(results: Iterable[Result]) -> Iterator[str]:
    """Yield the `errors` of the API's Batch object: only the problems that fail the check."""
    yield '{"object": "list", "data": ['
    separator = "\n"
    for result in results:
        for problem in result.failures:
            yield f"{separator}  {json.dumps(_batch_error(problem))}"
            separator = ",\n"
        yield ""
    yield "\n]}\n" if separator != "\n" else "]}\n"


def _batch_error(problem: Problem) -> dict[str, object]:
    return {"code": problem.code or None, "message": problem.message, "param": problem.param, "line": problem.line}


BATCH_REPORTS = {**REPORTS, "json": as_batch_errors}


@click.command(epilog=EXAMPLES["batch"])
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path())
@report_options(BATCH_REPORTS)
@rule_options(lambda: (rule.id for rule in (*presend.rules(), *RULES)))
@pack_option
@click.option(
    "--endpoint",
    metavar="PATH",
    shell_complete=completing(lambda: ENDPOINTS),
    help="Endpoint of the batch, such as /v1/responses (default: the url of the first request).",
)
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
    endpoint: str | None,
) -> None:
    """Check input files of the Batch API, line by line.

    FILE is JSONL. Without FILE, or if it is -, presend reads standard input. The report of --format json has the form
    of the `errors` of the API's Batch object.
    """
    from presend.batch.check import Batch  # `presend --help` need not wait for them
    from presend.batch.lines import of_batch  # `presend --help` need not wait for them
    from presend.packs.find import as_packs

    try:
        job = Batch(as_packs(pack), Switches(strict, enable, ignore), show_values, endpoint)
        job.switches.require_known(job.rules)
    except (LookupError, PackFault) as error:
        raise DataFault(str(error)) from None
    if endpoint is not None and not job.serves(endpoint):
        hint = did_you_mean(endpoint, ENDPOINTS) or f" Supported values are: {', '.join(ENDPOINTS)}."
        raise usage(f"Invalid value for --endpoint: the Batch API does not serve it.{hint}")
    names = files or standard_input()
    stop = stopping(fail_on, max_problems, keep_going=keep_going)
    results = with_progress(names, lambda name, advance: of_batch(name, job, advance), stop)
    write_reports(results, formats, BATCH_REPORTS, fail_on or "error")
