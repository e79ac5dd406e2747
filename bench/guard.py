"""Compare ratios with the committed ones. Times are not compared: they depend too much on the machine."""

from __future__ import annotations

import json
from pathlib import Path

COMMITTED = Path(__file__).parent / "ratios.json"
SLACK = 1.5  # times the committed ratio; noise on a shared machine stays below 1.3
WORST = 25  # rows that are shown


def keep(ratios: dict[str, float], path: Path = COMMITTED) -> None:
    """Write the ratios that later runs are compared with."""
    path.write_text(json.dumps(ratios, indent=1, sort_keys=True) + "\n", "utf-8")


def committed(path: Path = COMMITTED) -> dict[str, float]:
    """Read them."""
    ratios: dict[str, float] = json.loads(path.read_text("utf-8"))
    return ratios


def compare(now: dict[str, float], before: dict[str, float]) -> tuple[list[str], list[str]]:
    """Return the lines of a table, worst first, and the names of ratios that are past the slack."""
    shared = sorted(now.keys() & before.keys(), key=lambda name: before[name] / now[name])
    past = [name for name in shared if now[name] > before[name] * SLACK]
    lines = [f"{'committed':>10} {'now':>10} {'times':>6}"]
    for name in shared[: max(WORST, len(past))]:
        mark = "  past the slack" if name in past else ""
        lines.append(f"{before[name]:>10.3g} {now[name]:>10.3g} {now[name] / before[name]:>6.2f}  {name}{mark}")
    new = len(now.keys() - before.keys())
    lines.append(
        f"{len(past)} of {len(shared)} ratios are more than {SLACK} times the committed ones"
        f" (the worst {min(len(shared), max(WORST, len(past)))} are shown); {new} are new and were not compared."
    )
    return lines, past
