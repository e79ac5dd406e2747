"""The command `presend check`."""

from __future__ import annotations

import datetime as dt
import itertools
import os
from typing import TYPE_CHECKING, Any

import click

import presend
from presend.bulk.check import Check
from presend.cli.console import DataFault, import_packs_from, install, pack_option, usage
from presend.cli.help import EXAMPLES
from presend.cli.outputs import completing, report_options, rule_options, standard_input, stopping, write_reports
from presend.cli.refusals import refusing
from presend.inputs.engines import ENGINES
from presend.inputs.jobs import MOST_OF_A_RULE, Job, Options
from presend.inputs.results import of_files, of_form
from presend.packs.switches import Switches
from presend.reading.documents import FORMATS
from presend.reports.formats import REPORTS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from presend.packs.pack import Pack
    from presend.problems import Severity
    from presend.reports.text import Result


def _targets() -> list[str]:
    """Return every target for shell completion, the only case that loads packs here."""
    return [*presend.schemas(), *dict.fromkeys(str(one) for one in presend.operations() if one.schema)]


@click.command(epilog=EXAMPLES["check"])
@click.argument("target", required=False, shell_complete=completing(_targets))
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path())
@click.option("-F", "fields", metavar="NAME=VALUE", multiple=True, help="Form field, as curl writes it.")
@report_options(REPORTS)
@rule_options(lambda: (rule.id for rule in presend.rules()))
@click.option("--input-format", type=click.Choice([*FORMATS]), help="Format of FILE (default: from its extension).")
@click.option("--errors-only", is_flag=True, help="Report errors only (much faster).")
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="Number of processes for long JSONL files (default: one per core).",
)
@click.option("--engine", type=click.Choice([*ENGINES]), default="local", help="Where to check JSONL files.")
@pack_option
@refusing()
def check(  # noqa: PLR0913 - one parameter for each option
    *,
    target: str | None,
    files: tuple[str, ...],
    fields: tuple[str, ...],
    formats: tuple[str, ...],
    fail_on: Severity | None,
    input_format: str | None,
    pack: str | None,
    show_values: bool,
    keep_going: bool,
    max_problems: int | None,
    strict: bool,
    enable: tuple[str, ...],
    ignore: tuple[str, ...],
    **engine: Any,
) -> None:
    """Check payloads against TARGET, or as configured.

    TARGET is a schema, such as CreateRunRequest, or an operation, such as 'POST /moderations'. FILE is JSON, JSONL (one
    payload per line) or YAML. Without FILE and -F, or if FILE is -, presend reads standard input.

    Without TARGET, presend checks the files that presend.toml, or [tool.presend] in pyproject.toml, lists. It looks
    for them in the working folder and the folders above.
    """
    options = Options(
        pack,
        Switches(strict, enable, ignore),
        input_format=input_format,
        show_values=show_values,
        most=max_problems or MOST_OF_A_RULE,
        **engine,
    )
    _require_usable_options(options, fail_on)
    first: list[Result] = []
    work: Sequence[tuple[Job, str]] = ()
    if target is None:
        if fields:
            raise usage("-F needs a TARGET.")
        first, work, fail_on = _configured(options, fail_on)
    elif fields:
        first = [of_form(_job(target, options, files, has_fields=True), fields)]
    else:
        job = _job(target, options, files)
        work = [(job, name) for name in files or standard_input()]
    stop = stopping(fail_on, max_problems, keep_going=keep_going)
    write_reports(itertools.chain(first, of_files(work, stop)), formats, REPORTS, fail_on or "error")


def _require_usable_options(options: Options, fail_on: Severity | None) -> None:
    """Refuse options that contradict each other, and an engine that is not installed."""
    if options.errors_only and fail_on not in {None, "error"}:
        raise usage(f"--errors-only finds no {fail_on}s. Leave out --errors-only or --fail-on {fail_on}.")
    if options.engine == "ray":
        from importlib import util  # for this engine alone

        if util.find_spec("ray") is None:
            raise usage(f"--engine ray needs Ray Data. {install('ray')}")


def _job(target: str, options: Options, files: Sequence[str], *, has_fields: bool = False) -> Job:
    """Return the job for a target; report an unknown name before any input is read."""
    from presend.packs.find import as_pack  # `presend --help` need not wait for it

    try:
        pack = as_pack(options.pack, target)
        schema = pack.resolve(target, form=has_fields)
    except LookupError:
        if os.path.isfile(target):  # noqa: PTH113 - Path raises where a target is too long for a name
            raise usage(f"{target} is a file. Give TARGET first: presend check TARGET {target}") from None
        raise
    find = Check(
        target,
        pack,
        options.switches,
        options.errors_only,
        options.show_values,
        options.most,
    )
    if options.switches.enable or options.switches.ignore:
        options.switches.require_known(pack.known_rules)  # imports every rule
    _require_readable_type(pack, schema)
    _require_fitting_inputs(pack, schema, files, has_fields=has_fields)
    return Job(
        target,
        find,
        options.input_format,
        rules=pack.rules,
        show_values=options.show_values,
        errors_only=options.errors_only,
        engine=options.engine,
        jobs=options.jobs,
    )


def _require_fitting_inputs(pack: Pack, schema: str, files: Sequence[str], *, has_fields: bool) -> None:
    """Refuse form fields for a schema that is sent as JSON, and images as payloads."""
    if has_fields and files:
        raise usage("Give FILE or -F, not both.")
    if has_fields and schema not in pack.forms | pack.parameters:
        forms = ", ".join(sorted(pack.forms)) or "none of this pack"
        raise usage(f"{schema} is not sent as a form: give it as a FILE. -F is for these: {forms}.")
    if schema not in pack.forms:
        return
    from presend.inputs.form_fields import is_picture  # for forms alone

    for name in files:
        if is_picture(name):
            field = min(pack.node(schema).files, default="file")
            raise usage(f"{name} is an image, not a payload. Give it as a form field: -F {field}=@{name}")


def _require_readable_type(pack: Pack, schema: str) -> None:
    """Refuse a schema with a binary body; warn that text that is neither JSON nor a form is read as JSON."""
    from presend.packs.contents import foreign_type  # `presend --help` need not wait for it

    if (found := foreign_type(pack, schema)) is None:
        return
    kind, is_binary = found
    if is_binary:
        raise usage(f"{schema} is sent as {kind}, which is binary, so presend cannot check it.")
    click.echo(f"presend: {schema} is sent as {kind}. presend reads FILE as JSON with the same value.", err=True)


def _configured(
    options: Options, fail_on: Severity | None
) -> tuple[list[Result], Sequence[tuple[Job, str]], Severity | None]:
    """Return the results for the configuration itself, the files to check, and the severity that fails the run."""
    from pathlib import Path  # all of these only here

    from presend.cli.schema import of_object
    from presend.settings.configuration import ConfigFault, find_settings
    from presend.settings.work import plan

    try:
        settings = find_settings(Path.cwd())
        if settings is None:
            raise usage(
                "Give TARGET, or list the files to check in presend.toml or in [tool.presend] of pyproject.toml."
            )
        import_packs_from(settings.file.parent)  # the folder that its globs start from too
        work = plan(settings, options, dt.datetime.now(dt.UTC).date())
    except ConfigFault as fault:
        raise DataFault(str(fault)) from None
    made = [of_object(name, strict, job) for job, name, strict in work.objects]
    return [*work.remarks, *made], work.files, fail_on or settings.data.get("fail-on")
