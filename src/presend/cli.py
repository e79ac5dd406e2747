"""The command line: options to results, results to a report and an exit code.

Exit codes: 0, nothing at or above --fail-on; 1, problems; 2, usage, unreadable input, an unknown target, rule or
pack; 130 after Ctrl-C and 141 after a broken pipe, as shells have it.
"""

from __future__ import annotations

import contextlib
import dataclasses
import io
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

import presend
from presend.problems import SEVERITIES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from presend.problems import Problem
    from presend.reports import Result
    from presend.rule import Rule

    Check = Callable[..., tuple[Problem, ...]]

PROBLEMS, USAGE, INTERRUPTED, BROKEN_PIPE = 1, 2, 130, 141
MANY_FILES, MANY_BYTES = 50, 2_000_000  # from either on, checking takes long enough for a progress bar
FORM = "<form>"

_ADVICE = {  # errors of the system → what to do about them
    IsADirectoryError: "Give the files in it.",
    FileNotFoundError: "Check the name.",
    PermissionError: "Check its permissions.",
}
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


@contextlib.contextmanager
def _refusing() -> Iterator[None]:
    """Tell an unknown target, rule or pack as a usage error."""
    try:
        yield
    except LookupError as error:
        if isinstance(error, KeyError | IndexError):
            raise
        raise click.UsageError(str(error), click.get_current_context()) from None


def _completing(names: Callable[[], Iterable[str]]) -> Callable[[Any, Any, str], list[str]]:
    return lambda _context, _parameter, typed: [name for name in names() if name.startswith(typed)]


_targets = _completing(lambda: presend.schemas())
_rule_ids = _completing(lambda: (rule.id for rule in presend.rules()))
_pack = click.option("--pack", metavar="NAME", help="Use this generated pack instead of the OpenAI one.")
_format = click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(presend.__version__, prog_name="presend")
@click.pass_context
def command(context: click.Context) -> None:
    """Catch a bad OpenAI API payload before it leaves the machine."""
    context.color = _wants_colour(os.environ)


@command.command()
@click.argument("target", shell_complete=_targets)
@click.argument("files", metavar="[FILE]...", nargs=-1, type=click.Path())
@click.option("-F", "items", metavar="NAME=VALUE", multiple=True, help="Form field like curl's: name=text, name=@file.")
@click.option("--format", "report", default="text", show_default=True, type=click.Choice(["text", "json"]))
@click.option("--fail-on", default="error", show_default=True, type=click.Choice(SEVERITIES), help="Exit 1 from here on.")
@click.option("--strict", is_flag=True, help="Unknown members, and integers written as decimals, are errors.")
@click.option("--ignore", metavar="RULE", multiple=True, shell_complete=_rule_ids, help="Switch a rule off.")
@click.option("--enable", metavar="RULE", multiple=True, shell_complete=_rule_ids, help="Switch an opt-in rule on.")
@click.option("--input-format", type=click.Choice(["json", "jsonl", "yaml"]), help="Instead of going by the extension.")
@_pack
@click.pass_context
def check(context: click.Context) -> None: ...
