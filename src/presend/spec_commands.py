"""The commands about specs. They need the extra `codegen`, and import it only when they run."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import click

from presend.console import usage, write

if TYPE_CHECKING:
    from collections.abc import Iterator

FOUND = 1
FAIL_ON = ("breaking", "unproven", "compatible", "text only")  # from here on, and all that is worse; as codegen has it
FORMATS = ("text", "json", "markdown")

_format = click.option("--format", "report", default="text", type=click.Choice(FORMATS), help="Format of the report.")


@contextlib.contextmanager
def _codegen() -> Iterator[None]:
    """Tell a missing extra, and whatever is wrong with a spec, as a usage error."""
    try:
        yield
    except ImportError as error:
        raise usage(f"This needs the extra `codegen` ({error}): pip install 'presend[codegen]'.") from None
    except RecursionError:
        raise usage("The spec nests deeper than any spec needs to.") from None
    except OSError as error:
        raise usage(f"Cannot read or write {error.filename}: {error.strerror}.") from None
    except ValueError as error:
        if type(error).__name__ != "SpecError":  # of codegen, which may not be there to be named
            raise
        raise usage(f"{error}") from None


@click.command()
@click.argument("old")
@click.argument("new")
@_format
@click.option("--fail-on", default="breaking", type=click.Choice(FAIL_ON), help="Exit 1 from here on.")
@click.option("--texts/--no-texts", default=True, help="Tell what differs in words alone as well.")
@_codegen()
def diff(*, old: str, new: str, report: str, fail_on: str, texts: bool) -> None:
    """Tell what changes from OLD to NEW, with a payload that shows it.

    Each is a spec (YAML or JSON), the import name of a pack, or REVISION:path, a file as git has it.
    """
    from presend_codegen.diff import differences  # noqa: PLC0415 - an extra
    from presend_codegen.diff_reports import REPORTS  # noqa: PLC0415
    from presend_codegen.sides import read_side  # noqa: PLC0415

    found = differences(read_side(old), read_side(new), with_texts=texts)
    write(REPORTS[report](old, new, found))
    failing = FAIL_ON[: FAIL_ON.index(fail_on) + 1]
    click.get_current_context().exit(FOUND if any(one.kind in failing for one in found) else 0)


COMMANDS: tuple[click.Command, ...] = (diff,)
