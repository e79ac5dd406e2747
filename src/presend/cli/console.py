"""Functions that all commands use: find a pack, write output, report usage errors."""

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
FOUND = 1  # exit code of a comparison that found differences to look at


def import_packs_from(folder: str | Path | None = None) -> None:
    """Add a folder (default: the working folder) to the end of the import path, so that its packs can be found."""
    name = os.path.abspath(folder or os.getcwd())  # noqa: PTH100, PTH109 - sys.path holds texts
    if name not in sys.path:
        sys.path.append(name)


def _importable(_context: click.Context, _parameter: click.Parameter, name: str | None) -> str | None:
    if name is not None:
        import_packs_from()
    return name


def pack_option(function: Any) -> Any:
    """Add the option --pack to a command; it also finds a pack in the working folder."""
    text = "Use this generated pack, not the OpenAI one."
    return click.option("--pack", metavar="NAME", callback=_importable, help=text)(function)


def usage(message: str) -> click.UsageError:
    """Return a usage error that ends with a hint to the running command's help."""
    return click.UsageError(message, click.get_current_context())


class DataFault(click.ClickException):
    """Error in the contents of a file or in a name: exit code 2, without the usage line."""

    exit_code = 2


def install(extra: str) -> str:
    """Return the sentence on how to install presend with an extra.

    >>> install("ray")
    "Install presend with the extra 'ray': pip install 'presend[ray]', or in a clone of it pip install '.[ray]'."
    """
    command = f"pip install 'presend[{extra}]', or in a clone of it pip install '.[{extra}]'"
    return f"Install presend with the extra '{extra}': {command}."


@contextlib.contextmanager
def codegen_running(name: str = "") -> Iterator[None]:
    """Report a wrong spec, a missing file or a missing extra with exit code 2.

    Meanwhile the garbage collector rests: trees of JSON hold no circles, and the search for some takes a fifth of the
    time.

    Args:
        name: Name of the input, for messages without a name.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    except ImportError as error:
        if error.name is None or error.name.partition(".")[0] == "presend":
            raise  # a defect of presend, not a missing package
        raise DataFault(f"This needs {error.name}, which is not installed. {install('codegen')}") from None
    except PackFault as fault:
        raise DataFault(str(fault)) from None
    except RecursionError:
        raise DataFault("The spec has too many levels of nesting.") from None
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
    """Write text to standard output, piece by piece; exit quietly if the reader closes the pipe."""
    try:
        for piece in pieces:
            click.echo(piece, nl=False)
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # otherwise the last flush fails too
        if isinstance(error, BrokenPipeError):  # such as `presend rules | head`
            raise click.exceptions.Exit(BROKEN_PIPE) from None
        raise click.UsageError(f"Cannot write the report: {error.strerror}.") from None
