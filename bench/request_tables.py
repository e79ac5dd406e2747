"""Write the tables of docs/performance.md about today's requests, files of lines, the transport, and the limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.contenders import FLOOR
from bench.limits import LIMITS
from bench.line_files import FILES, FLOORS
from bench.tables import MEGABYTE, MIB, NOTHING, bold, by_case, cell, duration, table
from bench.today import CHAT, EMBEDDINGS, RESPONSES, todays
from bench.transport import WITH, WITHOUT, requests

if TYPE_CHECKING:
    from bench.figures import Figures


def limits(figures: Figures) -> str:
    """Return the limits of the issue, and what was measured."""
    lines = ["| what | at most | measured | |", "| --- | ---: | ---: | --- |"]
    return "\n".join([*lines, *(limit.row(figures) for limit in LIMITS)])


def today(figures: Figures) -> str:
    """Return a table for each of today's operations that is measured."""
    parts = []
    for target in (RESPONSES, CHAT, EMBEDDINGS):
        columns = [name for name, case in todays().items() if case.schema == target]
        parts.append(f"### {target}\n\n{by_case(figures, 'today', columns, FLOOR)}")
    return "\n\n".join(parts)


def files(figures: Figures) -> str:
    """Return what whole files of JSON lines take on the command line."""
    parts = []
    for lines in FILES:
        rows = []
        for group, case, name in figures.results:
            time = figures.seconds(group, case, name) if (group, case) == ("files", lines.case) else None
            if time:
                result = figures.results[group, case, name]
                ratio = cell(figures, group, case, name, FLOORS[case])
                rate = f"{result.size / MEGABYTE / time.median:,.0f} MB/s"
                peak = f"{result.peak / MIB:.0f} MiB" if result.peak else NOTHING
                rows.append([bold(name), duration(time.median), rate, ratio, peak])
        head = [lines.case, "CPU time", "rate", f"times `{FLOORS[lines.case]}`", "peak memory"]
        parts.append(table(head, rows))
    return "\n\n".join(parts)


def transport(figures: Figures) -> str:
    """Return what requests take without presend and with it."""
    rows = []
    for request in requests():
        times = [figures.seconds("transport", request.case, name) for name in (WITHOUT, WITH)]
        ratio = cell(figures, "transport", request.case, WITH, WITHOUT)
        rows.append([request.case, *(duration(time.median) if time else NOTHING for time in times), ratio])
    return table(["request, sent by", WITHOUT, WITH, "ratio"], rows)
