"""The command line: options to results, results to a report and an exit code.

Exit codes: 0, nothing at or above --fail-on; 1, problems; 2, usage, unreadable input, an unknown target, rule
or pack; 130 after Ctrl-C and 141 after a broken pipe, as shells have it.
"""

from __future__ import annotations

import contextlib
import dataclasses
import io
import json
import os
import sys
from typing import TYPE_CHECKING, Any

import click

import presend
from presend.form_fields import FieldFault
from presend.generating import generate
from presend.keywords import did_you_mean
from presend.problems import SEVERITIES
from presend.readers import FORMATS, STANDARD_INPUT
from presend.reports import REPORTS
from presend.results import Job, of_files, of_form

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from presend.problems import Problem
    from presend.reports import Result
    from presend.rule import Rule

_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100, "show_default": True}
PROBLEMS, USAGE, INTERRUPTED, BROKEN_PIPE = 1, 2, 130, 141

_BASES = {
    "schema": "a keyword of the schema",
    "prose": "the words of the spec",
    "observed": "what the API was seen to do",
    "inferred": "what other statements imply",
}


def main() -> None:
    """Run `presend` and exit."""
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


def _completing(names: Callable[[], Iterable[str]]) -> Callable[[Any, Any, str], list[str]]:
    return lambda _context, _parameter, typed: [name for name in names() if name.startswith(typed)]


_rule_ids = _completing(lambda: (rule.id for rule in presend.rules()))


def _importable(_context: click.Context, _parameter: click.Parameter, name: str | None) -> str | None:
    """Let a pack in the working folder be imported too, after all that is installed."""
    if name is not None and os.getcwd() not in sys.path:  # noqa: PTH109 - sys.path holds texts
        sys.path.append(os.getcwd())  # noqa: PTH109 - the same
    return name


_pack = click.option(
    "--pack", metavar="NAME", callback=_importable, help="Use this generated pack, not the OpenAI one."
)


@contextlib.contextmanager
def _refusing() -> Iterator[None]:
    """Tell an unknown target, rule or pack, and a form field that is none, as a usage error."""
    try:
        yield
    except (LookupError, FieldFault) as error:
        if isinstance(error, KeyError | IndexError):
            raise  # ours, not the user's
        raise _usage(str(error)) from None


@click.group(context_settings=_SETTINGS)
@click.version_option(presend.__version__, prog_name="presend")
@click.pass_context
def command(context: click.Context) -> None:
    """Catch a bad OpenAI API payload before it leaves the machine."""
    context.color = _colour(os.environ)


command.add_command(generate)


@command.command()
@click.argument("target", shell_complete=_completing(lambda: [*presend.schemas()]))
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path())
@click.option("-F", "fields", metavar="NAME=VALUE", multiple=True, help="Form field, as curl writes it.")
@click.option("--format", "report", default="text", type=click.Choice([*REPORTS]), help="Format of the report.")
@click.option("--fail-on", default="error", type=click.Choice(SEVERITIES), help="Exit 1 from here on.")
@click.option("--strict", is_flag=True, help="Unknown members, and integers written as 1.0, are errors.")
@click.option("--ignore", metavar="RULE", multiple=True, shell_complete=_rule_ids, help="Switch a rule off.")
@click.option("--enable", metavar="RULE", multiple=True, shell_complete=_rule_ids, help="Switch one on.")
@click.option("--input-format", type=click.Choice([*FORMATS]), help="Format of FILE, whatever its extension.")
@_pack
@_refusing()
def check(  # noqa: PLR0913 - one parameter for each option
    *,
    target: str,
    files: tuple[str, ...],
    fields: tuple[str, ...],
    report: str,
    fail_on: str,
    input_format: str | None,
    pack: str | None,
    **switches: Any,
) -> None:
    """Check payloads against TARGET.

    TARGET is a schema, such as CreateRunRequest, or an operation, such as 'POST /moderations'. FILE is JSON,
    JSONL (one payload per line) or YAML; - is standard input, read also where there is neither FILE nor -F.
    """
    from presend.pack import find_pack  # noqa: PLC0415 - `presend --help` need not wait for it

    chosen = find_pack(pack)
    schema = chosen.resolve(target, form=bool(fields))

    def find(payload: Any, *, form: bool = False) -> tuple[Problem, ...]:
        return presend.check(target, payload, pack=chosen, form=form, **switches)

    find({})  # hears of an unknown rule before any input is read
    job = Job(target, find, switches["ignore"], input_format)
    if files and fields:
        raise _usage("Give FILE or -F, not both.")
    if fields and schema not in chosen.forms:
        raise _usage(f"-F is for {', '.join(sorted(chosen.forms))}, sent as forms. Give {schema} as a FILE.")
    results = [of_form(job, fields)] if fields else of_files(job, files or _standard_input())
    codes = {0}
    _write(REPORTS[report](_watched(results, fail_on, codes)))
    click.get_current_context().exit(max(codes))


def _standard_input() -> tuple[str, ...]:
    if sys.stdin is None or sys.stdin.isatty():
        raise _usage("Give a FILE, -F fields, or a payload on standard input.")
    return (STANDARD_INPUT,)


def _usage(message: str) -> click.UsageError:
    return click.UsageError(message, click.get_current_context())


def _watched(results: Iterable[Result], fail_on: str, codes: set[int]) -> Iterator[Result]:
    failing = SEVERITIES[: SEVERITIES.index(fail_on) + 1]
    for result in results:
        if result.unreadable is not None:
            codes.add(USAGE)
        if any(problem.severity in failing for problem in result.problems):
            codes.add(PROBLEMS)
        yield result


@command.command()
@click.option("--format", "report", default="text", type=click.Choice(["text", "json"]))
@_pack
@_refusing()
def rules(report: str, pack: str | None) -> None:
    """List the rules: id, severity, basis, requirement."""
    every = presend.rules(pack)
    if report == "json":
        _write([json.dumps([_facts(rule) for rule in every], indent=2) + "\n"])
    else:
        width = max(len(rule.id) for rule in every)
        _write(
            f"{rule.id:{width}}  {rule.severity:7}  {rule.basis:8}  {'(opt-in) ' * rule.opt_in}{rule.summary}\n"
            for rule in every
        )


def _facts(rule: Rule) -> dict[str, object]:
    skipped = {"at", "check"}
    names = [field.name for field in dataclasses.fields(rule) if field.name not in skipped]
    return {**{name: getattr(rule, name) for name in names}, "targets": rule.targets}


@command.command()
@click.argument("rule_id", metavar="RULE", shell_complete=_rule_ids)
@_pack
@_refusing()
def explain(rule_id: str, pack: str | None) -> None:
    """Explain RULE: what it requires, why, what to do, how to switch it off."""
    known = {rule.id: rule for rule in presend.rules(pack)}
    if rule_id not in known:
        raise _usage(f"Unknown rule '{rule_id}'.{did_you_mean(rule_id, known)} `presend rules` lists them.")
    rule = known[rule_id]
    switch = "enable" if rule.opt_in else "ignore"
    rows = [
        ("Severity", f"{rule.severity}{', only where it is enabled' if rule.opt_in else ''}"),
        ("Basis", f"{rule.basis}: {_BASES[rule.basis]}"),
        ("Checked on", ", ".join(rule.targets)),
        ("To do", rule.fix),
        *(("Source", f"{source} (sha256 {digest[:12]}…)") for source, digest in rule.statements),
        ("As of", rule.as_of or ""),
        ("Switch on" if rule.opt_in else "Switch off", f"presend check --{switch} {rule.id} TARGET FILE"),
        ("", f'presend.check(target, payload, {switch}=["{rule.id}"])'),
    ]
    _write([f"{click.style(rule.id, bold=True)}\n{rule.summary}\n\n"])
    _write(f"{label and label + ':':12}{text}\n" for label, text in rows if text)


@command.command()
@_pack
@_refusing()
def schemas(pack: str | None) -> None:
    """List the schemas that payloads can be checked against."""
    _write(f"{name}\n" for name in presend.schemas(pack))


@command.command()
@_pack
@_refusing()
def operations(pack: str | None) -> None:
    """List the operations, with the schema and type of their bodies."""
    every = presend.operations(pack)
    rows = [(str(operation), operation.schema or "-", operation.content_type or "-") for operation in every]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    _write("  ".join(map(str.ljust, row, widths)).rstrip() + "\n" for row in rows)


def _colour(environment: Mapping[str, str]) -> bool | None:
    """Return whether to colour; `None` leaves it to click, which colours on a terminal (no-color.org)."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return True if environment.get("FORCE_COLOR") else None


def _write(pieces: Iterable[str]) -> None:
    try:
        for piece in pieces:
            click.echo(piece, nl=False)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the last flush fails once more
        if isinstance(error, BrokenPipeError):  # such as `presend rules | head`
            raise click.exceptions.Exit(BROKEN_PIPE) from None
        raise click.UsageError(f"Cannot write the report: {error.strerror}.") from None
