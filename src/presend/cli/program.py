"""The command line: its group of commands, and its exit code.

Exit codes: 0, nothing at or above --fail-on; 1, problems; 2, usage, unreadable input, an unknown target, rule
or pack; 130 after Ctrl-C and 141 after a broken pipe, as in shells.
"""

from __future__ import annotations

import io
import os
import signal
import sys
from typing import TYPE_CHECKING

import click

import presend
from presend.cli.help import EXAMPLES, Commands

if TYPE_CHECKING:
    from collections.abc import Mapping


COMMANDS = {  # each with the module that defines it, which is imported when the command is first asked for
    "batch": "presend.cli.batch",
    "check": "presend.cli.check",
    "diff": "presend.cli.diff",
    "explain": "presend.cli.rules",
    "export": "presend.cli.export",
    "generate": "presend.cli.generate",
    "models": "presend.cli.models",
    "operations": "presend.cli.listings",
    "rules": "presend.cli.rules",
    "schema": "presend.cli.schema",
    "schemas": "presend.cli.listings",
    "sync": "presend.cli.sync",
}
_SETTINGS = {"help_option_names": ["-h", "--help"], "max_content_width": 100, "show_default": True}
INTERRUPTED = 130


def main() -> None:
    """Run `presend` and exit."""
    if signal.getsignal(signal.SIGINT) is not signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)  # click reports it from here on; see __main__.py
    for stream in (sys.stdout, sys.stderr):  # a message may have characters that the terminal cannot show
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


@click.group(cls=Commands, modules=COMMANDS, context_settings=_SETTINGS, epilog=EXAMPLES[""])
@click.version_option(presend.__version__, "-V", "--version", prog_name="presend")
@click.pass_context
def command(context: click.Context) -> None:
    """Catch a bad OpenAI API payload before it leaves the machine."""
    context.color = _colour(os.environ)


def _colour(environment: Mapping[str, str]) -> bool | None:
    """Return whether to colour the output; `None`: click decides, and colours on a terminal (see no-color.org)."""
    if environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    return True if environment.get("FORCE_COLOR") else None
