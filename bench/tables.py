"""Write the tables of docs/performance.md as Markdown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bench.contenders import FLOOR, IMAGE_FLOOR
from bench.figures import DASH, OURS, Figures, Spread, number, spread
from bench.groups import FROM_BYTES, GROUPS
from bench.growth import AXES, COUNTS, FEW, HOSTILE, MANY, photos
from bench.importing import FACES
from bench.lines import CALLS, EACH
from bench.payloads import BY_WORDS, IMAGE, RUN, SIZES, cases
from bench.plot import Panel
from bench.processes import BARE, CHECK, MANY_FILES, ONE_FILE, PEER, PROCESSES, PYDANTIC, STARTS
from bench.targets import DIFFERENT, EIGHT, PHOTO, RIGHT, TARGETS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bench.rounds import Result

MEGABYTE = 1_000_000
MIB = 2**20
KILOBYTE = 1_000
CANNOT = "cannot"
NOTHING = DASH  # in a cell for which there is no figure
UNITS, TEN = ((1, "s"), (1e-3, "ms"), (1e-6, "µs")), 10
MILLISECOND = 0.001
CONTENDERS = {group.name: group.contenders for group in GROUPS}


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; all columns but the first are numbers."""
    lines = ["| " + " | ".join(head) + " |", "| --- |" + " ---: |" * (len(head) - 1)]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows)])


def length(size: float) -> str:
    """Return a length in bytes as people say it.

    >>> length(3326), length(59), length(3_900_000)
    ('3.3 KB', '59 B', '3.9 MB')
    """
    if size >= MEGABYTE:
        return f"{size / MEGABYTE:.1f} MB"
    return f"{size / 1000:.1f} KB" if size >= KILOBYTE else f"{size:.0f} B"


def duration(seconds: float) -> str:
    """Return a time as people say it.

    >>> duration(5.9e-6), duration(0.0123), duration(1.69)
    ('5.9 µs', '12 ms', '1.7 s')
    """
    for unit, name in UNITS:
        if seconds >= unit:
            return f"{seconds / unit:.{int(seconds < TEN * unit)}f} {name}"
    return f"{seconds * 1e9:.0f} ns" if seconds else NOTHING


def cell(figures: Figures, group: str, case: str, contender: str, floor: str) -> str:
    """Return a ratio, or the reason why there is none."""
    ratio = figures.ratio(group, case, contender, floor)
    result = figures.find(group, case, contender)
    return str(ratio) if ratio else result.cannot if result and result.cannot else NOTHING


def targets(figures: Figures) -> str:
    """Return what was to be reached, and what was."""
    lines = ["| target | at most | measured | |", "| --- | ---: | ---: | --- |"]
    return "\n".join([*lines, *(target.row(figures) for target in TARGETS)])


def schemas(figures: Figures) -> str:
    """Return a table for each schema: contenders by payloads."""
    parts = []
    for schema in dict.fromkeys(case.schema for case in cases().values()):
        group, floor = ("form", IMAGE_FLOOR) if schema == IMAGE else ("json", FLOOR)
        columns = [f"{schema} {size} {kind}" for kind in ("valid", "invalid") for size in SIZES]
        parts.append(f"### {schema}\n\n{by_case(figures, group, columns, floor)}")
    return "\n\n".join(parts)


def by_case(figures: Figures, group: str, columns: Sequence[str], floor: str) -> str:
    """Return a table of contenders by payloads of one schema; the floor's row holds its times."""
    head = [f"times `{floor}`", *(_column(figures, group, name) for name in columns)]
    floors = [figures.seconds(group, name, floor) for name in columns]
    rows = [[f"{floor}, in time", *(duration(time.median) if time else NOTHING for time in floors)]]
    unable: dict[str, list[str]] = {}
    for contender in CONTENDERS[group]:
        cells = [cell(figures, group, name, contender, floor) for name in columns]
        if cells[0].startswith(CANNOT) and len(set(cells)) == 1:
            unable.setdefault(cells[0], []).append(contender)
        elif contender != floor:
            rows.append([bold(contender), *cells])
    notes = (f"{', '.join(names)}: {reason}." for reason, names in unable.items())
    return "\n\n".join([table(head, rows), *notes])


def _column(figures: Figures, group: str, case: str) -> str:
    size = max((result.size for key, result in figures.results.items() if key[:2] == (group, case)), default=0)
    return f"{case.partition(' ')[2]}, {length(size)}"


def bold(name: str) -> str:
    """Return the name of a contender, in bold if it is one of presend's own."""
    return f"**{name}**" if OURS in name else name


def words(figures: Figures) -> str:
    """Return the contenders that find the faults against limits in prose."""
    columns = [(schema, f"{schema} typical by words") for schema, _, _ in BY_WORDS]
    rows = []
    for contender in CONTENDERS["json"]:
        if contender not in (FLOOR, "json.loads"):
            found = (figures.find("form" if schema == IMAGE else "json", case, contender) for schema, case in columns)
            rows.append([bold(contender), *(_verdict(result) for result in found)])
    return table(["finds the fault", *(schema for schema, _ in columns)], rows)


def _verdict(result: Result | None) -> str:
    return result.cannot or "yes" if result else NOTHING


def runs(figures: Figures) -> str:
    """Return the typical run: repeated, always different, and with eight faults."""
    return by_case(figures, "json", (RIGHT, DIFFERENT, EIGHT), FLOOR)


def images(figures: Figures) -> str:
    """Return the image checks: of valid files beside Pillow, of invalid ones without it."""
    right = [name for name, case in photos().items() if case.is_valid]
    wrong = [name for name, case in photos().items() if not case.is_valid]
    rows = []
    for contender in ("presend.is_valid, mapping", "presend.check, mapping"):
        times = (figures.seconds("photos", name, contender) for name in wrong)
        rows.append([bold(contender), *(duration(time.median) if time else NOTHING for time in times)])
    head = ["time to reject", *(" ".join(name.split(" ")[1:]) for name in wrong)]
    return f"{by_case(figures, 'photos', right, IMAGE_FLOOR)}\n\n{table(head, rows)}"


def processes(figures: Figures) -> str:
    """Return what whole processes take."""
    parts = []
    for case, floor in PROCESSES:
        rows = []
        for group, name, contender in figures.results:
            time = figures.seconds(group, name, contender) if (group, name) == ("processes", case) else None
            if time:
                peak = figures.results[group, name, contender].peak
                ratio = cell(figures, group, name, contender, floor)
                rows.append(
                    [bold(contender), duration(time.median), ratio, f"{peak / MIB:.0f} MiB" if peak else NOTHING]
                )
        parts.append(table([case, "CPU time", f"times `{floor}`", "peak memory"], rows))
    return "\n\n".join(parts)


def growth(figures: Figures) -> str:
    """Return what a part costs, by how many there are."""
    rows = []
    for what, schema, most, _ in AXES:
        for contender in (FLOOR, *FROM_BYTES):
            cells = [bold(contender), what if most == COUNTS[-1] else f"{what} (past {most} wrong)"]
            for count in COUNTS:
                time = figures.seconds("growth", f"{schema} {count:,} {what}", contender)
                cells.append(duration(time.median / count) if time else NOTHING)
            rows.append(cells)
    return table(["time for each part", "parts", *(f"of {count:,}" for count in COUNTS)], rows)


def hostile(figures: Figures) -> str:
    """Return what a kilobyte of each hostile payload costs, and how that grows."""
    rows = []
    for what, schema, is_valid, _ in HOSTILE:
        many, few = (f"{schema} {count:,} {what}" for count in (MANY, FEW))
        result = figures.find("hostile", many, "presend.check")
        row = [what, "right" if is_valid else "wrong", length(result.size) if result else NOTHING]
        for contender in FROM_BYTES:
            time, factor = figures.seconds("hostile", many, contender), figures.between("hostile", many, few, contender)
            if result and time and factor:
                row.append(f"{duration(time.median / result.size * KILOBYTE)}, {number(factor)}")
        rows.append(row)
    return table(["what", "verdict", "size", *(f"{bold(name)}" for name in FROM_BYTES)], rows)


def memory(figures: Figures) -> str:
    """Return the peak memory of each contender's process, by payload size."""
    rows = []
    for contender in CONTENDERS["json"]:
        peaks = []
        for size in SIZES:
            names = [name for name, case in cases().items() if case.size == size and case.schema != IMAGE]
            found = (figures.find("json", name, contender) for name in names)
            peaks.append(max((result.peak for result in found if result), default=0))
        rows.append([bold(contender), *(f"{peak / MIB:.0f} MiB" for peak in peaks)])
    return table(["peak memory of the process", *SIZES], rows)


def stages(figures: Figures) -> str:
    """Return what the calls are made of."""
    rows = []
    for contender in CONTENDERS["stages"]:
        time = figures.seconds("stages", RIGHT, contender)
        ratio = cell(figures, "stages", RIGHT, contender, FLOOR)
        rows.append([contender, duration(time.median) if time else NOTHING, ratio])
    return table(["typical run", "CPU time", f"times `{FLOOR}`"], rows)


def lines(figures: Figures) -> str:
    """Return how fast files of JSON lines are gone through, by the clock."""
    rows = []
    each = figures.find("lines", RUN, EACH)
    for name, _, _ in CALLS:
        result, ratio = figures.find("lines", RUN, name), figures.ratio("lines", RUN, name, EACH)
        if result and result.samples:
            compared = str(ratio) if ratio and each and each.size == result.size else NOTHING
            rate = result.size / MEGABYTE / spread(result.samples).median
            rows.append([bold(name), f"{rate:,.0f} MB/s", compared, f"{result.peak / MIB:.0f} MiB"])
    return table(["a file of JSON lines", "rate", f"time, of `{EACH}`", "peak memory of the caller"], rows)


def imports(figures: Figures) -> str:
    """Return what a first verdict imports, by package, where that takes a millisecond."""
    times = {
        (case, package): min(result.samples)  # the clock's time: what is above the least is other work
        for (group, case, package), result in figures.results.items()
        if group == "imports"
    }
    packages = dict.fromkeys(package for (_, package), time in times.items() if time >= MILLISECOND)
    rows = [[name, *(duration(times.get((face, name), 0)) for face in FACES)] for name in packages]
    return table(["own time of imports", *(f"`{face}`" for face in FACES)], rows)


def panels(figures: Figures) -> list[Panel]:
    """Return what is plotted: the typical run, the photo, and starting up."""
    first = (BARE, "import presend")
    starts = [name for _, case, name in figures.results if case == STARTS and name not in first]
    run, photo = ("json", RIGHT, FLOOR), ("photos", PHOTO, IMAGE_FLOOR)
    return [
        _panel(figures, "Typical run request, right, 3.3 KB of JSON", run, CONTENDERS["json"]),
        _panel(figures, "Image request, right, photo of 3.9 MB", photo, CONTENDERS["photos"]),
        _panel(figures, "New process, until its first verdict", ("processes", STARTS, PYDANTIC), starts),
        _command_line(figures),
    ]


def _panel(figures: Figures, title: str, place: tuple[str, str, str], names: Sequence[str]) -> Panel:
    group, case, floor = place
    ratios: list[tuple[str, Spread, bool]] = []
    for name in names:
        ratio = figures.ratio(group, case, name, floor)
        if ratio:
            ratios.append((name, ratio, OURS in name))
    return Panel(title, f"CPU time, as a multiple of {floor}'s", sorted(ratios, key=lambda bar: bar[1].median))


def _command_line(figures: Figures) -> Panel:
    ratios = {case: figures.ratio("processes", case, CHECK, PEER) for case in (ONE_FILE, MANY_FILES)}
    bars = [(f"{CHECK}, {case}", ratio, True) for case, ratio in ratios.items() if ratio]
    return Panel("Command line, good files", f"CPU time, as a multiple of {PEER}'s", bars)


def noise(figures: Figures) -> str:
    """Return how large the spread between quartiles is, over all ratios: what the machine's noise makes of them."""
    spreads = []
    for group, case, contender in figures.results:
        time = figures.seconds(group, case, contender)
        spreads += [(time.high - time.low) / time.median] if time else []
    return f"{spread(spreads).median:.0%}" if spreads else NOTHING
