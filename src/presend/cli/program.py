"""The command line: options to results, results to a report and an exit code.

Exit codes: 0, nothing at or above --fail-on; 1, problems; 2, usage, unreadable input, an unknown target, rule
or pack; 130 after Ctrl-C and 141 after a broken pipe, as shells have it.
"""

from __future__ import annotations

import contextlib
import dataclasses
import datetime as dt
import io
import itertools
import json
import os
import shutil
import signal
import sys
import textwrap
from importlib import util
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import presend
from presend.batch.rules import RULES as BATCH_RULES
from presend.bulk.lines import Check
from presend.cli.batch import batch
from presend.cli.console import DataFault, import_packs_from, install, pack_option, usage, write
from presend.cli.generate import generate
from presend.cli.help import EXAMPLES, Commands
from presend.cli.models import models
from presend.cli.outputs import completing, report_options, rule_options, standard_input, stopping, write_reports
from presend.cli.schema import of_object, rules_of_schemas, schema
from presend.cli.specs import COMMANDS
from presend.inputs.form_fields import FieldFault, is_picture
from presend.inputs.results import ENGINES, MOST_OF_A_RULE, Job, Switches, of_files, of_form
from presend.packs.rule_groups import OBSERVED, reports_of, require_switches
from presend.reading.documents import FORMATS
from presend.reports.formats import REPORTS
from presend.rule import PackFault
from presend.schema.catalogue import require_rules
from presend.settings.rules import RULES as CONFIGURATION_RULES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from presend.packs.pack import Pack
    from presend.problems import Severity
    from presend.reports.text import Result
    from presend.rule import Rule

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100, "show_default": True}
INTERRUPTED = 130
NARROWEST, INDENT = 40, "    "  # columns to which text is wrapped at least, and what wrapped lines begin with
OTHER_RULES = (
    "presend: rules of batch files: presend rules --pack presend.batch; "
    "of the configuration: presend rules --pack presend.settings"
)

_BASES = {
    "schema": "a keyword of the schema",
    "prose": "the words of the spec",
    "observed": "what the API was seen to do",
    "inferred": "what other statements imply",
}


def main() -> None:
    """Run `presend` and exit."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)  # from here on click tells of it; see __main__.py
    for stream in (sys.stdout, sys.stderr):  # a message may hold what the terminal's encoding has not
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = command.main(prog_name="presend", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        code = error.exit_code
    except click.Abort:
        code = INTERRUPTED
    sys.exit(code)


@contextlib.contextmanager
def _refusing() -> Iterator[None]:
    """Tell an unknown target, rule or pack, a form field that is none, and a damaged pack, with exit code 2."""
    try:
        yield
    except (LookupError, FieldFault, PackFault) as error:
        if isinstance(error, KeyError | IndexError):
            raise  # ours, not the user's
        raise DataFault(str(error)) from None


@click.group(cls=Commands, context_settings=_SETTINGS, epilog=EXAMPLES[""])
@click.version_option(presend.__version__, "-V", "--version", prog_name="presend")
@click.pass_context
def command(context: click.Context) -> None:
    """Catch a bad OpenAI API payload before it leaves the machine."""
    context.color = _colour(os.environ)


def _targets() -> list[str]:
    """Return what can be a target, for completion; not loaded before it is asked for."""
    return [*presend.schemas(), *dict.fromkeys(str(one) for one in presend.operations() if one.schema)]


for one in (batch, generate, models, schema, *COMMANDS):
    command.add_command(one)


@command.command(epilog=EXAMPLES["check"])
@click.argument("target", required=False, shell_complete=completing(_targets))
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path())
@click.option("-F", "fields", metavar="NAME=VALUE", multiple=True, help="Form field, as curl writes it.")
@report_options(REPORTS)
@rule_options(lambda: (rule.id for rule in presend.rules()))
@click.option("--input-format", type=click.Choice([*FORMATS]), help="Format of FILE, whatever its extension.")
@click.option("--errors-only", is_flag=True, help="Look for errors alone, which is quicker by far.")
@click.option(
    "--jobs",
    metavar="N",
    type=click.IntRange(min=1),
    help="Check long JSONL files in so many processes, not one a core.",
)
@click.option("--engine", type=click.Choice([*ENGINES]), default="local", help="Where to check JSONL files.")
@pack_option
@_refusing()
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
    **switches: Any,
) -> None:
    """Check payloads against TARGET, or as the configuration says.

    TARGET is a schema, such as CreateRunRequest, or an operation, such as 'POST /moderations'. FILE is JSON,
    JSONL (one payload per line) or YAML; - is standard input, read also where there is neither FILE nor -F.

    Without TARGET, check what [tool.presend] in pyproject.toml, or presend.toml, lists: here or in a folder above.
    """
    most = max_problems or MOST_OF_A_RULE
    options = Switches(pack, input_format=input_format, show_values=show_values, most=most, **switches)
    if options.errors_only and fail_on not in {None, "error"}:
        raise usage(f"--errors-only finds no {fail_on}s. Leave out --errors-only or --fail-on {fail_on}.")
    if options.engine == "ray" and util.find_spec("ray") is None:
        raise usage(f"--engine ray needs Ray Data. {install('ray')}")
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


def _job(target: str, options: Switches, files: Sequence[str], *, has_fields: bool = False) -> Job:
    """Return what to do with payloads for a target; an unknown name is told before any input is read."""
    from presend.packs.find import as_pack  # noqa: PLC0415 - `presend --help` need not wait for it

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
        options.strict,
        options.enable,
        options.ignore,
        options.errors_only,
        options.show_values,
        options.most,
    )
    require_switches(options.enable, options.ignore, pack.known_rules)
    _tell_of_type(pack, schema)
    if has_fields and files:
        raise usage("Give FILE or -F, not both.")
    if has_fields and schema not in pack.forms | pack.parameters:
        forms = ", ".join(sorted(pack.forms)) or "none of this pack"
        raise usage(f"{schema} is not sent as a form: give it as a FILE. -F is for these: {forms}.")
    for name in files if schema in pack.forms else ():
        if is_picture(name):
            field = min(pack.node(schema).files, default="file")
            raise usage(f"{name} is a picture, and no payload. Give it as a form field: -F {field}=@{name}")
    return Job(
        target,
        find,
        options.ignore,
        options.input_format,
        rules=pack.rules,
        show_values=options.show_values,
        errors_only=options.errors_only,
        engine=options.engine,
        jobs=options.jobs,
    )


def _tell_of_type(pack: Pack, schema: str) -> None:
    """Say how a body is read that is sent neither as JSON nor as a form."""
    from presend.packs.contents import foreign_type  # noqa: PLC0415 - `presend --help` need not wait for it

    if (found := foreign_type(pack, schema)) is None:
        return
    kind, is_binary = found
    if is_binary:
        raise usage(f"{schema} is sent as {kind}, which is no text, so there is nothing to check it by.")
    click.echo(f"presend: {schema} is sent as {kind}; here it is read as JSON, which has to hold its value.", err=True)


def _configured(
    options: Switches, fail_on: Severity | None
) -> tuple[list[Result], Sequence[tuple[Job, str]], Severity | None]:
    """Return what is said of the configuration, what it asks for, and from which severity on the command fails."""
    from presend.settings.configuration import ConfigFault, find_settings  # noqa: PLC0415 - only here
    from presend.settings.work import plan  # noqa: PLC0415

    try:
        settings = find_settings(Path.cwd())
        if settings is None:
            raise usage("Give TARGET, or say what to check in [tool.presend] of pyproject.toml or in presend.toml.")
        import_packs_from(settings.file.parent)  # where its globs begin too
        work = plan(settings, options, dt.datetime.now(dt.UTC).date())
    except ConfigFault as fault:
        raise DataFault(str(fault)) from None
    made = [of_object(name, strict, job) for job, name, strict in work.objects]
    return [*work.remarks, *made], work.files, fail_on or settings.data.get("fail-on")


@command.command()
@click.option("--format", "report", default="text", type=click.Choice(["text", "json"]))
@pack_option
@_refusing()
def rules(report: str, pack: str | None) -> None:
    """List the rules: id, severity, basis, requirement.

    They are those of payloads. `--pack presend.batch` lists those of batch files too, `--pack presend.settings` those
    of the configuration.
    """
    every = presend.rules(pack)
    if report == "json":
        write([json.dumps([_facts(rule) for rule in every], indent=2) + "\n"])
    else:
        write(_listed(every))
        if pack is None:
            columns = shutil.get_terminal_size().columns if sys.stderr.isatty() else len(OTHER_RULES)
            click.echo(textwrap.fill(OTHER_RULES, max(columns, NARROWEST)), err=True)


def _listed(rules: Sequence[Rule]) -> Iterator[str]:
    """Yield the rules, one in a line; on a terminal that is too narrow, with the summaries in lines below."""
    width = max(len(rule.id) for rule in rules)
    heads = [f"{rule.id:{width}}  {rule.severity:7}  {rule.basis:8}" for rule in rules]
    texts = [f"{'(opt-in) ' * rule.opt_in}{rule.summary}" for rule in rules]
    columns = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    is_wide = not columns or all(len(head) + 2 + len(text) <= columns for head, text in zip(heads, texts, strict=True))
    for rule, head, text in zip(rules, heads, texts, strict=True):
        if is_wide:
            yield f"{head}  {text}\n"
        else:
            below = textwrap.fill(text, max(columns, NARROWEST), initial_indent=INDENT, subsequent_indent=INDENT)
            yield f"{rule.id} ({rule.severity}, {rule.basis})\n{below}\n"


def _facts(rule: Rule) -> dict[str, object]:
    skipped = {"at", "check", "needs"}
    names = [field.name for field in dataclasses.fields(rule) if field.name not in skipped]
    return {**{name: getattr(rule, name) for name in names}, "targets": rule.targets}


def _known(pack: str | None) -> dict[str, Rule]:
    """Return the rules that can be explained: those of payloads, of batch files and of the configuration."""
    every = (*presend.rules(pack), *BATCH_RULES, *CONFIGURATION_RULES, *rules_of_schemas())
    return {rule.id: rule for rule in every}


@command.command()
@click.argument("rule_id", metavar="RULE", shell_complete=completing(lambda: [*_known(None)]))
@pack_option
@_refusing()
def explain(rule_id: str, pack: str | None) -> None:
    """Explain RULE: what it wants, why, how to switch it off."""
    known = _known(pack)
    require_rules([rule_id], known)
    rule = known[rule_id]
    rows = [
        ("Severity", f"{rule.severity}{', only where it is enabled' if rule.opt_in else ''}"),
        ("Basis", f"{rule.basis}: {_BASES[rule.basis]}"),
        ("Checked on", ", ".join(rule.targets)),
        ("To do", rule.fix),
        *(("Source", f"{place} (sha256 {digest[:12]}…)" if digest else place) for place, digest in rule.statements),
        ("As of", rule.as_of or ""),
        ("Seen in", ", ".join(reports_of(rule))),
        *_switching(rule, pack),
    ]
    write([f"{click.style(rule.id, bold=True)}\n{rule.summary}\n\n"])
    write(f"{label and label + ':':12}{text}\n" for label, text in rows if text)


def _switching(rule: Rule, pack: str | None) -> list[tuple[str, str]]:
    """Return how a rule is switched off, or on where it is off."""
    if rule in CONFIGURATION_RULES:
        return [("Switch off", "It cannot be; it fails `presend check` only with --fail-on warning.")]
    if rule in BATCH_RULES:
        return [("Switch off", f"presend batch --ignore {rule.id} FILE")]
    switch = "enable" if rule.opt_in else "ignore"
    option, argument = (f" --pack {pack}", f'pack="{pack}", ') if pack else ("", "")
    return [
        ("Switch on" if rule.opt_in else "Switch off", f"presend check --{switch} {rule.id} TARGET FILE{option}"),
        ("", f'presend.check(target, payload, {argument}{switch}=["{rule.id}"])'),
        *([("All observed", f"presend check --ignore {OBSERVED} TARGET FILE{option}")] if _is_of_group(rule) else []),
    ]


def _is_of_group(rule: Rule) -> bool:
    return rule.basis == OBSERVED and not rule.opt_in


@command.command()
@pack_option
@_refusing()
def schemas(pack: str | None) -> None:
    """List the schemas that payloads can be checked against."""
    write(f"{name}\n" for name in presend.schemas(pack))


@command.command()
@pack_option
@_refusing()
def operations(pack: str | None) -> None:
    """List the operations, with what they take and return.

    The columns are the operation, the schema and the content type of its body, and the schema of its response.
    """
    from presend.packs.find import as_packs  # noqa: PLC0415 - `presend --help` need not wait for it

    every = presend.operations(pack)
    twins = as_packs(pack).twins  # which are listed by the names that the spec has
    returned = [twins.get(one.response or "", one.response or "-") for one in every]
    rows = [
        (str(one), one.schema or "-", one.content_type or "-", name) for one, name in zip(every, returned, strict=True)
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    write("  ".join(map(str.ljust, row, widths)).rstrip() + "\n" for row in rows)


def _colour(environment: Mapping[str, str]) -> bool | None:
    """Return whether to colour; `None` leaves it to click, which colours on a terminal (no-color.org)."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return True if environment.get("FORCE_COLOR") else None
