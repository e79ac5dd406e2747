"""What every command of the command line does alike: find a pack, write its output, and refuse wrong usage."""

from __future__ import annotations

import contextlib
import gc
import os
import sys
from typing import TYPE_CHECKING, Any

import click

from presend.problems import printable
from presend.rule import PackFault
from presend.words.system_errors import reason_and_advice

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

BROKEN_PIPE = 141
FOUND = 1  # exit code of a comparison: it found something that somebody has to look at


def import_packs_from(folder: str | Path | None = None) -> None:
    """Let a pack in a folder, the working folder if none is given, be imported too, after all that is installed."""
    name = os.path.abspath(folder or os.getcwd())  # noqa: PTH100, PTH109 - sys.path holds texts
    if name not in sys.path:
        sys.path.append(name)


def _importable(_context: click.Context, _parameter: click.Parameter, name: str | None) -> str | None:
    if name is not None:
        import_packs_from()
    return name


def pack_option(function: Any) -> Any:
    """Give a command the option --pack, which finds a pack in the working folder too."""
    text = "Use this generated pack, not the OpenAI one."
    return click.option("--pack", metavar="NAME", callback=_importable, help=text)(function)


def usage(message: str) -> click.UsageError:
    """Return a usage error with the running command's own help line."""
    return click.UsageError(message, click.get_current_context())


class DataFault(click.ClickException):
    """Say what is wrong with what a name or a file holds: exit code 2, with no line on how to use the command."""

    exit_code = 2


def install(extra: str) -> str:
    """Return how to install presend with an extra.

    >>> install("ray")
    "Install presend with the extra 'ray': pip install 'presend[ray]', or in a clone of it pip install '.[ray]'."
    """
    command = f"pip install 'presend[{extra}]', or in a clone of it pip install '.[{extra}]'"
    return f"Install presend with the extra '{extra}': {command}."


@contextlib.contextmanager
def codegen_running(name: str = "") -> Iterator[None]:
    """Tell a spec that is wrong, a file that is not there, and an extra that is missing, with exit code 2.

    Meanwhile the garbage collector rests: trees of JSON hold no circles, and the search for some takes a fifth of the
    time.

    Args:
        name: What is read, where a message that does not name it is about that.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    except ImportError as error:
        if error.name is None or error.name.partition(".")[0] == "presend":
            raise  # ours, not the user's
        raise DataFault(f"This needs {error.name}, which is not installed. {install('codegen')}") from None
    except PackFault as fault:
        raise DataFault(str(fault)) from None
    except RecursionError:
        raise DataFault("The spec nests deeper than any spec needs to.") from None
    except OSError as error:
        place = "a file" if error.filename is None else printable(str(error.filename))
        raise DataFault(f"Cannot read or write {place}: {reason_and_advice(error)}") from None
    except ValueError as error:
        from presend_codegen.source.load import SpecError  # of the same extra

        if not isinstance(error, SpecError):
            raise
        text = str(error)
        file = name.rpartition("/")[2]  # by which codegen calls a spec
        raise DataFault(f"{printable(name)}: {text}" if file and file not in text else text) from None
    finally:
        if was_on:
            gc.enable()


def write(pieces: Iterable[str]) -> None:
    """Write text to standard output, piece by piece; end quietly where nobody reads it any more."""
    try:
        for piece in pieces:
            click.echo(piece, nl=False)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or the last flush fails once more
        if isinstance(error, BrokenPipeError):  # such as `presend rules | head`
            raise click.exceptions.Exit(BROKEN_PIPE) from None
        raise click.UsageError(f"Cannot write the report: {error.strerror}.") from None
