"""Write docs/performance.md and its plot: the text of bench/performance.md with the tables filled in."""

from __future__ import annotations

import string
from pathlib import Path
from typing import TYPE_CHECKING

from bench import request_tables, tables
from bench.contenders import ROOT
from bench.plot import svg

if TYPE_CHECKING:
    from collections.abc import Collection

    from bench.figures import Figures

TEMPLATE = Path(__file__).parent / "performance.md"
PAGE, PLOT = ROOT / "docs" / "performance.md", ROOT / "docs" / "performance.svg"
TABLES = (
    request_tables.limits,
    tables.targets,
    tables.schemas,
    tables.words,
    tables.runs,
    tables.stages,
    tables.images,
    tables.processes,
    tables.imports,
    request_tables.today,
    request_tables.files,
    request_tables.transport,
    tables.lines,
    tables.growth,
    tables.hostile,
    tables.memory,
    tables.noise,
)
OF_GROUP = {  # what is measured → the tables that show it
    "json": (tables.schemas, tables.words, tables.runs, tables.memory),
    "form": (tables.schemas, tables.words),
    "photos": (tables.images,),
    "growth": (tables.growth,),
    "hostile": (tables.hostile,),
    "stages": (tables.stages,),
    "processes": (tables.processes,),
    "imports": (tables.imports,),
    "lines": (tables.lines,),
    "today": (request_tables.today,),
    "files": (request_tables.files,),
    "transport": (request_tables.transport,),
}


def part(figures: Figures, groups: Collection[str]) -> str:
    """Return the tables of some of what is measured, for whoever reads the output of a run."""
    made = dict.fromkeys(make for group, makes in OF_GROUP.items() if group in groups for make in makes)
    return "\n\n".join(make(figures) for make in made)


def page(figures: Figures, machine: dict[str, str]) -> str:
    """Return the text of docs/performance.md."""
    made = {make.__name__: make(figures) for make in TABLES}
    template = TEMPLATE.read_text("utf-8").partition("-->\n")[2]
    return string.Template(template).substitute(made, **machine)


def write(figures: Figures, machine: dict[str, str]) -> None:
    """Write the page and the plot."""
    PAGE.write_text(page(figures, machine), "utf-8")
    PLOT.write_text(svg(tables.panels(figures)), "utf-8")
