"""The command `presend models`: list the known facts about language models."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from presend.cli.console import write
from presend.cli.help import EXAMPLES
from presend.cli.outputs import completing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from presend.openai.today.model_facts import Fact

MEANING = {"+": "accepted", "-": "not accepted", "?": "not known"}
UNKNOWN = "presend: unknown model {}. Rules about models do not apply to it."


def _ids() -> Iterable[str]:
    from presend.openai.today.model_facts import facts  # `presend --help` need not wait for it

    return dict.fromkeys(fact.model for fact in facts() if "*" not in fact.model)


@click.command(epilog=EXAMPLES["models"])
@click.argument("names", metavar="[MODEL]...", nargs=-1, shell_complete=completing(_ids))
@click.option("--format", "report", default="text", type=click.Choice(["text", "json"]))
def models(names: tuple[str, ...], report: str) -> None:
    """List known facts about models: fact, value, date, source.

    With MODELs, list only their facts. A snapshot has the facts of its model. Rules ignore unknown models. The `end` of
    a model is the announced date.
    """
    from presend.openai.today.model_facts import facts, facts_of  # the same

    found: list[Fact] = sorted(facts(), key=lambda fact: fact.model)
    if names:
        by_name = {name: facts_of(name) for name in dict.fromkeys(names)}
        found = [fact for rows in by_name.values() for fact in rows]
        for name in (name for name, rows in by_name.items() if not rows):
            click.echo(UNKNOWN.format(click.format_filename(name)), err=True)
    rows = [dict(zip(("model", "fact", "value", "date", "source"), fact, strict=True)) for fact in found]
    write([json.dumps(rows, indent=2) + "\n"] if report == "json" else _listed(rows))


def _listed(rows: list[dict[str, str]]) -> Iterator[str]:
    """Yield the rows in columns."""
    cells = [[MEANING.get(cell, cell) for cell in row.values()] for row in rows]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for row in cells:
        yield "  ".join(map(str.ljust, row, widths)).rstrip() + "\n"
