"""Compare this build of presend with another one where people wait for codegen, and for a pack's first payload.

Run it with `python -m bench.packs --against WORKTREE`; the other build is a worktree with its own .venv. Both run in
turns, so that a busy machine slows both. Time is CPU time, of a process and of those that it starts; memory is the
peak resident set size, and of a first payload the size beyond an interpreter that does nothing.
"""

from __future__ import annotations

import dataclasses
import os
import random
import re
import statistics
import subprocess
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

MEGABYTE = 1024  # in the kilobytes that getrusage counts on Linux
CHANGED = 0.06  # share of the limits to change for a second revision: a few dozen
LIMIT = re.compile(r"^( +(?:max|min)(?:imum|Length|Items): )(\d+)$", re.MULTILINE)
PEAK = re.compile(r"VmHWM:\s+(\d+) kB")  # of a small process, since ru_maxrss counts what was there before it began
TELL = "\nprint(open('/proc/self/status').read())"
FIRST = "import presend; presend.check('{target}', {payload!r}, pack='whole_pack')"
PAYLOADS = {
    "CreateModerationRequest": '{"input": "Hello"}',
    "CreateChatCompletionRequest": '{"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello"}]}',
    "CreateResponse": '{"model": "gpt-4o", "input": "Hello"}',
}


@dataclasses.dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: CPU seconds and megabytes."""

    seconds: float
    megabytes: float


def revised(spec: str) -> str:
    """Return a spec with some of its limits changed, the same ones each time."""
    drawn = random.Random(0)  # noqa: S311 - no secret
    return LIMIT.sub(lambda at: f"{at[1]}{int(at[2]) + (drawn.random() < CHANGED)}", spec)


def cost_of(command: list[str], folder: Path) -> Cost:
    """Run a command in a folder; its exit code may be 1, as of a comparison that found something."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": ""}
    with (folder / "told").open("w+") as told:
        child = subprocess.Popen(command, cwd=folder, env=environment, stdout=told, stderr=subprocess.DEVNULL)
        _, status, used = os.wait4(child.pid, 0)  # of the process and of those that it waited for
        child.returncode = os.waitstatus_to_exitcode(status)
        told.seek(0)
        peak = PEAK.search(told.read())
    if child.returncode > 1:
        raise SystemExit(f"{' '.join(command)}: exit code {child.returncode}")
    kilobytes = int(peak[1]) if peak else used.ru_maxrss
    return Cost(used.ru_utime + used.ru_stime, kilobytes / MEGABYTE)


def compare(name: str, commands: dict[str, list[str]], folder: Path, runs: int, beyond: dict[str, float]) -> None:
    """Print what a command takes in each build, after one round that writes the bytecode."""
    found: dict[str, list[Cost]] = {build: [] for build in commands}
    for number in range(runs + 1):
        for build, command in commands.items():
            cost = cost_of(command, folder)
            found[build] += [cost] if number else []
    seconds, megabytes = {}, {}
    for build, costs in found.items():
        seconds[build] = statistics.median(cost.seconds for cost in costs)
        megabytes[build] = statistics.median(cost.megabytes for cost in costs) - beyond.get(build, 0)
        least, most = (choose(cost.seconds for cost in costs) for choose in (min, max))
        print(f"{name:28} {build:6} {seconds[build]:6.2f} s ({least:.2f} to {most:.2f}) {megabytes[build]:6.1f} MB")
    print(
        f"{'':28} ratio  {seconds['here'] / seconds['there']:6.2f}{'':17} {megabytes['here'] / megabytes['there']:6.2f}"
    )


def against(other: Path, here: Path, spec: Path, folder: Path, runs: int) -> None:
    """Print the ratios of this build, whose scripts are in `here`, to those of another worktree."""
    there = other.resolve() / ".venv" / "bin"
    scripts = {"there": there, "here": here}
    (folder / "old.yml").write_text(text := spec.read_text("utf-8"), "utf-8")
    (folder / "new.yml").write_text(revised(text), "utf-8")

    def presend(*words: str) -> dict[str, list[str]]:
        return {build: [str(place / "presend"), *words] for build, place in scripts.items()}

    made = {build: [*command, "--out", build] for build, command in presend("generate", "old.yml", "--all").items()}
    compare("generate --all", made, folder, runs, {})
    compare("diff", presend("diff", "old.yml", "new.yml"), folder, runs, {})
    (folder / "here").rename(folder / "whole_pack")

    def python(code: str) -> dict[str, list[str]]:
        return {build: [str(place / "python"), "-c", code + TELL] for build, place in scripts.items()}

    bare = {build: cost_of(command, folder).megabytes for build, command in python("pass").items()}
    for target, payload in PAYLOADS.items():
        compare(target, python(FIRST.format(target=target, payload=payload)), folder, runs, bare)
