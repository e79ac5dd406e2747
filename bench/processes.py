"""Measure whole processes: from the start of Python to the first verdict, and runs of the command line."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.contenders import BUILD, ROOT, SCHEMAS
from bench.payloads import EXAMPLES, RUN, example
from bench.rounds import KIB, Result, environment

if TYPE_CHECKING:
    from collections.abc import Iterator

BIN = Path(sys.executable).parent
GOOD = EXAMPLES / "good" / "run.json"
SCHEMA, FILES = BUILD / "run.schema.json", BUILD / "runs"
COUNT = 1_000  # files
STARTS, ONE_FILE, MANY_FILES = "first verdict", "one file", f"{COUNT:,} files"
BARE, PYDANTIC = "python -c pass", "import pydantic"
CHECK, PEER = "presend check", "check-jsonschema"
PROCESSES = ((STARTS, PYDANTIC), (ONE_FILE, PEER), (MANY_FILES, PEER))  # and what each is a ratio of


@dataclass(frozen=True, slots=True)
class Command:
    """Name a command line; it succeeds."""

    case: str
    name: str
    arguments: tuple[str, ...]
    rounds: int


def commands() -> tuple[Command, ...]:
    """Return what is run."""
    codes = (
        (BARE, "pass"),
        ("import presend", "import presend"),
        (PYDANTIC, "import pydantic"),
        ("from pydantic import BaseModel", "from pydantic import BaseModel"),
        ("import openai", "import openai"),
        ("presend.is_valid", _call("is_valid", "is True")),
        ("presend.check", _call("check", "== ()")),
        ("presend.validate", _call("validate", ".assistant_id")),
        ("plain generated models", _plain()),
        ("jsonschema-rs", _rust()),
    )
    check = (str(BIN / "presend"), "check", RUN)
    peer = (str(BIN / "check-jsonschema"), "--schemafile", str(SCHEMA))
    return (
        *(Command(STARTS, name, (sys.executable, "-c", code), 9) for name, code in codes),
        Command(ONE_FILE, CHECK, (*check, str(GOOD)), 9),
        Command(ONE_FILE, PEER, (*peer, str(GOOD)), 9),
        Command(MANY_FILES, CHECK, (*check, *map(str, _files())), 3),
        Command(MANY_FILES, PEER, (*peer, *map(str, _files())), 3),
    )


def _call(face: str, expected: str) -> str:
    return f"import presend; assert presend.{face}({RUN!r}, open({str(GOOD)!r}, 'rb').read()) {expected}"


def _plain() -> str:
    models = f"import sys; sys.path.insert(0, {str(BUILD)!r}); import plain_models"
    return f"{models}; plain_models.{RUN}.model_validate_json(open({str(GOOD)!r}, 'rb').read())"


def _rust() -> str:
    load = f"import orjson, jsonschema_rs; schema = orjson.loads(open({str(SCHEMA)!r}, 'rb').read())"
    judge = "jsonschema_rs.Draft202012Validator(schema).is_valid"
    return f"{load}; assert {judge}(orjson.loads(open({str(GOOD)!r}, 'rb').read()))"


def _files() -> list[Path]:
    return [FILES / f"{number:03}.json" for number in range(COUNT)]


def prepare() -> None:
    """Write what the commands read: the schema of a run, a thousand runs, and the plain generated models."""
    FILES.mkdir(parents=True, exist_ok=True)
    bundle = json.loads(SCHEMAS.read_text("utf-8"))
    SCHEMA.write_text(json.dumps({**bundle, "$ref": f"#/$defs/{RUN}"}), "utf-8")
    for number, path in enumerate(_files()):
        path.write_text(json.dumps({**example("good/run.json"), "instructions": f"Order {number}."}), "utf-8")
    spec = ("--input", str(ROOT / "spec" / "openapi.yaml"), "--input-file-type", "openapi")
    kind = ("--output-model-type", "pydantic_v2.BaseModel", "--output", str(BUILD / "plain_models.py"))
    subprocess.run([str(BIN / "datamodel-codegen"), *spec, *kind], check=True, stderr=subprocess.DEVNULL)


def measure_commands(names: frozenset[str], most: int) -> Iterator[Result]:
    """Yield what each command whose name is wanted takes, in CPU seconds of its process; `most` rounds of each."""
    wanted = [command for command in commands() if command.name in names]
    results = {command: Result("processes", command.case, command.name) for command in wanted}
    for command in wanted:
        run(command)  # compiles byte code, and fills the caches of the file system
    for number in range(max(command.rounds for command in wanted)):
        for command in wanted:
            if number < min(command.rounds, most):
                seconds, peak = run(command)
                results[command].samples.append(seconds)
                results[command].peak = max(results[command].peak, peak)
    yield from results.values()


def run(command: Command) -> tuple[float, int]:
    """Return the CPU seconds of a process and its children, and its peak memory in bytes: 0 where below this one's."""
    with subprocess.Popen(command.arguments, stdout=subprocess.DEVNULL, env=environment(), cwd=ROOT) as process:
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{command.name} failed with exit code {process.returncode}: {command.arguments[:4]}")
    least = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss  # Linux includes the memory of this process
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KIB if usage.ru_maxrss > least else 0
