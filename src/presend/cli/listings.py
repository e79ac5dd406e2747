"""The commands `presend schemas` and `presend operations`, which list the targets."""

from __future__ import annotations

import click

import presend
from presend.cli.console import pack_option, write
from presend.cli.refusals import refusing


@click.command()
@pack_option
@refusing()
def schemas(pack: str | None) -> None:
    """List the schemas that payloads can be checked against."""
    write(f"{name}\n" for name in presend.schemas(pack))


@click.command()
@pack_option
@refusing()
def operations(pack: str | None) -> None:
    """List the operations with their schemas.

    The columns are the operation, the schema and the content type of its body, and the schema of its response.
    """
    from presend.packs.find import as_packs  # `presend --help` need not wait for it

    every = presend.operations(pack)
    twins = as_packs(pack).twins  # codegen made this name, and the list shows the names of the spec
    returned = [twins.get(one.response or "", one.response or "-") for one in every]
    rows = [
        (str(one), one.schema or "-", one.content_type or "-", name) for one, name in zip(every, returned, strict=True)
    ]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    write("  ".join(map(str.ljust, row, widths)).rstrip() + "\n" for row in rows)
