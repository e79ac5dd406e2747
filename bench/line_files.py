"""Measure the command line on files of JSON lines, beside what people outside Python would pick.

Ajv and Blaze's command line come from npm, pinned by bench/node/package-lock.json, into a folder of their own under
build/. Without node, or without a registry, their rows are missing, and a line on standard error says so.
"""

from __future__ import annotations

import json
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bench.contenders import BUILD, ROOT
from bench.payloads import RUN, example
from bench.processes import BIN, SCHEMA, Command, run
from bench.rounds import Result
from bench.today import RESPONSES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SOURCE, NODE = ROOT / "bench" / "node", BUILD / "node"
PINNED = ("package.json", "package-lock.json")
EVERY, ERRORS = "presend check", "presend check --errors-only"
AJV, BLAZE = "Ajv, compiled", "Blaze: jsonschema validate --fast"
ROUNDS = 5
MACHINES = {"x86_64": "x86_64", "AMD64": "x86_64", "aarch64": "arm64", "arm64": "arm64"}


@dataclass(frozen=True, slots=True)
class Lines:
    """A file of JSON lines that differ in their metadata.

    Attributes:
        case: Name of its rows.
        target: The target of each payload.
        payload: The example that each line holds.
        count: Number of lines.
    """

    case: str
    target: str
    payload: str
    count: int

    @property
    def path(self) -> Path:
        """Return where the file is written."""
        return BUILD / f"{self.payload.replace('/', '-').removesuffix('.json')}.jsonl"


RUNS = Lines("20,000 right runs", RUN, "good/run.json", 20_000)
ANSWERS = Lines("100,000 requests to /responses", RESPONSES, "good/response.json", 100_000)
FILES = (RUNS, ANSWERS)
FLOORS = {lines.case: ERRORS for lines in FILES}


def commands() -> tuple[Command, ...]:
    """Return presend's commands."""
    made = []
    for lines in FILES:
        check = (str(BIN / "presend"), "check", lines.target, str(lines.path))
        made += [
            Command(lines.case, ERRORS, (*check, "--errors-only"), ROUNDS),
            Command(lines.case, EVERY, check, ROUNDS),
        ]
    return tuple(made)


def peers() -> tuple[Command, ...]:
    """Return the commands of the peers from npm; none without node, or if npm cannot install them."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if not node or not npm:
        print("no node or npm here: Ajv and Blaze are not measured", file=sys.stderr)
        return ()
    NODE.mkdir(parents=True, exist_ok=True)
    for name in PINNED:
        shutil.copy(SOURCE / name, NODE / name)
    install = [npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--silent"]
    if subprocess.run(install, cwd=NODE, check=False).returncode:
        print("npm ci failed: Ajv and Blaze are not measured", file=sys.stderr)
        return ()
    ajv = (node, str(SOURCE / "ajv.js"), str(SCHEMA), str(RUNS.path), str(NODE))
    found = [Command(RUNS.case, AJV, ajv, ROUNDS)]
    blaze = _blaze()
    if blaze is None:
        print(f"no program of Blaze for {platform.platform()}: it is not measured", file=sys.stderr)
    else:
        validate = (str(blaze), "validate", "--fast", str(SCHEMA), str(RUNS.path))
        found.append(Command(RUNS.case, BLAZE, validate, ROUNDS))
    return tuple(found)


def _blaze() -> Path | None:
    """Return Blaze's program for this machine: the package holds one for each."""
    folder = NODE / "node_modules" / "@sourcemeta" / "jsonschema" / "build" / "github-releases"
    libc = "-musl" if sys.platform == "linux" and not platform.libc_ver()[0] else ""
    path = folder / f"jsonschema-{sys.platform}-{MACHINES.get(platform.machine(), '')}{libc}"
    return path if path.is_file() else None


def _write(lines: Lines) -> int:
    """Write a file; return its size in bytes."""
    value: Any = example(lines.payload)
    with lines.path.open("w", encoding="utf-8") as file:
        for number in range(lines.count):
            value["metadata"] = {"n": str(number)}
            file.write(json.dumps(value, ensure_ascii=False, separators=(",", ":")) + "\n")
    return lines.path.stat().st_size


def measure_line_files(rounds: int) -> Iterator[Result]:
    """Yield what each command takes for a file, in CPU seconds of its processes."""
    sizes = {lines.case: _write(lines) for lines in FILES}
    wanted = (*commands(), *peers())
    results = {one: Result("files", one.case, one.name, size=sizes[one.case]) for one in wanted}
    for number in range(rounds + 1):
        for one in wanted:
            seconds, peak = run(one)
            if number:  # the first compiles byte code, and fills the caches of the file system
                results[one].samples.append(seconds)
                results[one].peak = max(results[one].peak, peak)
    yield from results.values()
    for lines in FILES:
        lines.path.unlink()  # 130 megabytes
