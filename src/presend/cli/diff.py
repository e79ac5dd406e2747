"""`presend diff`: what changes from one spec or pack to another. Codegen is an extra, loaded when the command runs."""

from __future__ import annotations

import click

from presend.cli.console import FOUND, codegen_running, import_packs_from, write
from presend.cli.progress import telling

FAIL_ON = {  # value of --fail-on → kind of difference in codegen, the worst first
    "breaking": "breaking",
    "unproven": "unproven",
    "compatible": "compatible",
    "text": "text only",
}
FORMATS = ("text", "json", "markdown")
_format = click.option("--format", "report", default="text", type=click.Choice(FORMATS), help="Format of the report.")


@click.command()
@click.argument("old")
@click.argument("new")
@_format
@click.option(
    "--fail-on",
    default="unproven",
    type=click.Choice([*FAIL_ON]),
    help="Lowest kind that fails the run (default: unproven). `text` is `text only` in reports "
    "and `text_only` in the JSON summary.",
)
@click.option("--texts/--no-texts", default=True, help="Also report changes of descriptions only.")
@click.option(
    "--one-of",
    type=click.Choice(["any", "exact"]),
    help="How many branches of a oneOf must fit: at least one (any), or exactly one (exact). Default: the setting of "
    "the pack on the other side, otherwise any.",
)
@codegen_running()
def diff(  # noqa: PLR0913 - one parameter for each option
    *, old: str, new: str, report: str, fail_on: str, texts: bool, one_of: str | None
) -> None:
    """Compare two specs, and show each change.

    Each change comes with a payload that it affects, if there is one.

    OLD and NEW are each a spec (a YAML or JSON file, or an https address), the import name of a pack, or REVISION:path
    for a file in git.
    """
    from presend_codegen.comparing.diff import differences, on_one_of  # an extra
    from presend_codegen.comparing.difference import CLASSES
    from presend_codegen.comparing.read_side import read_side
    from presend_codegen.comparing.reports import REPORTS
    from presend_codegen.comparing.side import unlike

    import_packs_from()
    with telling("presend diff: comparing"):
        sides = read_side(old, one_of), read_side(new, one_of)
        found = differences(*sides, with_texts=texts)
    write(REPORTS[report](old, new, found, on_one_of(*sides)))
    if names := unlike(*sides):
        click.echo(f"not compared, though they differ: {', '.join(names)}", err=True)
    failing = CLASSES[: CLASSES.index(FAIL_ON[fail_on]) + 1]
    click.get_current_context().exit(FOUND if any(one.kind in failing for one in found) else 0)
