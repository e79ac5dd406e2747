"""Measure presend and its peers; write docs/performance.md, its plot, and the ratios to keep.

Run it with `make bench`. BENCH_ARGS="--only photos --rounds 3" measures one group, prints its tables and writes
nothing. `make bench-check` measures only presend and the floors, and exits 1 if a ratio exceeds its limit.
"""

from __future__ import annotations

import argparse
import sys
import time
from typing import TYPE_CHECKING

from bench.contenders import BUILD
from bench.figures import OURS, Figures
from bench.groups import GROUPS
from bench.guard import committed, compare, keep
from bench.importing import measure_imports
from bench.line_files import ROUNDS as FILE_ROUNDS
from bench.line_files import measure_line_files
from bench.lines import ROUNDS, measure_lines
from bench.machine import describe
from bench.processes import PROCESSES, commands, measure_commands, prepare
from bench.report import part, write
from bench.rounds import Result, measure, save
from bench.transport import ROUNDS as TRANSPORT_ROUNDS
from bench.transport import measure_transport

if TYPE_CHECKING:
    from collections.abc import Iterator

RESULTS = BUILD / "results.json"
SECONDS = 0.01  # of a sample: far above the clock's grain, and short enough for many rounds
CHECK_ROUNDS = 5
PROCESS_GROUPS = ("processes", "imports", "files", "transport", "lines")
NAMES = (*(group.name for group in GROUPS), *PROCESS_GROUPS)


def main() -> int:
    """Run the measurements that the options choose; return exit code 1 if a check fails."""
    options = _options()
    started = time.monotonic()
    prepare()
    only = frozenset(options.only.split(",")) if options.only else frozenset(NAMES)
    if unknown := only - set(NAMES):
        sys.exit(f"Unknown table {', '.join(sorted(unknown))}. Known are {', '.join(NAMES)}.")
    results = list(_measured(only, options))
    print(f"measured in {time.monotonic() - started:.0f} s", file=sys.stderr)
    if options.check:
        lines, past = compare(Figures(results).kept(), committed())
        print("\n".join(lines))
        return 1 if past else 0
    figures = Figures(results)
    if only < set(NAMES):
        print(part(figures, only))
        return 0
    machine = describe()
    save(results, machine, RESULTS)
    keep(figures.kept())
    write(figures, machine)
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare with the committed ratios; write nothing")
    parser.add_argument("--only", metavar="TABLES", help=f"measure and print these alone: {','.join(NAMES)}")
    parser.add_argument("--rounds", type=int, metavar="N", help="rounds of each table, in place of its own number")
    parser.add_argument("--seconds", type=float, default=SECONDS, help="CPU time of a sample (default %(default)s)")
    return parser.parse_args()


def _measured(only: frozenset[str], options: argparse.Namespace) -> Iterator[Result]:
    most = options.rounds or (CHECK_ROUNDS if options.check else None)
    for group in GROUPS:
        names = [name for name in group.contenders if not options.check or OURS in name or name == group.floor]
        if group.name in only and names != [group.floor]:
            print(f"{group.name}: {len(names)} contenders, {len(group.cases)} payloads", file=sys.stderr)
            yield from measure(group, names, options.seconds, most or group.rounds)
    if "processes" in only:
        print("processes", file=sys.stderr)
        floors = {floor for _, floor in PROCESSES}
        wanted = {c.name for c in commands() if not options.check or OURS in c.name or c.name in floors}
        yield from measure_commands(frozenset(wanted), most or max(command.rounds for command in commands()))
    if options.check:
        return
    if "imports" in only:
        yield from measure_imports()
    if "files" in only:
        print("files", file=sys.stderr)
        yield from measure_line_files(most or FILE_ROUNDS)
    if "transport" in only:
        print("transport", file=sys.stderr)
        yield from measure_transport(most or TRANSPORT_ROUNDS)
    if "lines" in only:
        print("lines", file=sys.stderr)
        yield from measure_lines(most or ROUNDS)


if __name__ == "__main__":
    sys.exit(main())
