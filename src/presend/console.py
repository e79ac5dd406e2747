"""What every command of the command line does alike: write its output, and refuse wrong usage."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Iterable

BROKEN_PIPE = 141


def usage(message: str) -> click.UsageError:
    """Return a usage error with the running command's own help line."""
    return click.UsageError(message, click.get_current_context())


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
