"""Checking payloads with Ray: two workers on this machine, one of them killed on the way."""

from __future__ import annotations

import dataclasses
import os
import pathlib
import signal
import subprocess
import sys

import pyarrow as pa
import pytest
import ray
from pyarrow import fs, parquet

import presend
import presend.bulk.ray_readers
import presend.ray
from presend.bulk.check import Check
from presend.problems import FoundProblems

# Ray warns about its own options whenever it copies its settings.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:ray.data.context")
TARGET = "CreateModerationRequest"
BAD = {10: b'{"input": 1}', 7: b'{"input": ""}'}  # an error and a warning
LINES = [next((text for each, text in BAD.items() if n % each == 0), b'{"input": "a"}') for n in range(1, 2_001)]
DIE = b'{"input": "die"}'
PORTION = 1_500  # bytes, about 100 lines


@pytest.fixture
def file(tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return a file of JSON lines of 20 portions."""
    monkeypatch.setattr(presend.bulk.ray_readers, "PORTION", PORTION)
    path = tmp_path / "requests.jsonl"
    path.write_bytes(b"\n".join(LINES))
    return str(path)


def places(file: str) -> list[tuple[int, str, int | None]]:
    """Return line, rule and column of each problem, as one process finds them."""
    checked = presend.check_lines(TARGET, file, jobs=1)
    return [(line, problem.rule, problem.column) for line, problems in checked for problem in problems]


def rows_of(problems: ray.data.Dataset) -> list[tuple[int, str, int | None]]:
    return sorted((row["line"], row["rule"], row["column"]) for row in problems.iter_rows())


@dataclasses.dataclass(frozen=True)
class KillsItsWorker(Check):
    """A check; the first worker that comes to a certain payload is killed there, by itself."""

    folder: str = ""

    def found(self, payload: object, *, form: bool = False) -> FoundProblems:
        folder = pathlib.Path(self.folder)
        (folder / f"worker-{os.getpid()}").touch()
        if payload == DIE and not (folder / "died").exists():
            (folder / "died").write_text(f"worker-{os.getpid()}", "utf-8")
            os.kill(os.getpid(), signal.SIGKILL)
        return Check.found(self, payload, form=form)


def test_a_killed_worker_loses_nothing_and_counts_nothing_twice(file: str, tmp_path: pathlib.Path) -> None:
    ray.cloudpickle.register_pickle_by_value(sys.modules[__name__])  # workers cannot import the tests
    lines = list(LINES)
    lines[1_050] = DIE  # in the midst of a portion, in the midst of the file
    pathlib.Path(file).write_bytes(b"\n".join(lines))
    found = []
    before = payloads = 0
    for part in presend.ray.parts_of(KillsItsWorker(TARGET, folder=str(tmp_path)), file, "jsonl"):
        found += [(before + item.line, p.rule, p.column) for item in part.found for p in item.placed(before)]
        before, payloads = before + part.lines, payloads + part.payloads
    workers = {path.name for path in tmp_path.glob("worker-*")}
    died = (tmp_path / "died").read_text("utf-8")
    assert died in workers
    assert workers - {died}
    assert found == places(file)
    assert before == payloads == len(LINES)


def test_files_give_a_dataset_of_problems_and_their_counts(file: str) -> None:
    checked = presend.ray.check_files(TARGET, [file])
    assert rows_of(checked.problems) == sorted(places(file))
    assert {row["file"] for row in checked.problems.iter_rows()} == {file}
    assert checked.payloads == len(LINES)
    assert dict(checked.rules) == presend.ray.count_rules(checked.problems)
    assert sum(checked.rules.values()) == len(places(file))


def test_parquet_files_have_rows_for_lines_on_any_file_system(file: str, tmp_path: pathlib.Path) -> None:
    table = pa.table({"id": range(len(LINES)), "body": pa.array(LINES, pa.binary()).cast(pa.string())})
    parquet.write_table(table, tmp_path / "a.parquet", row_group_size=300)
    below = fs.SubTreeFileSystem(str(tmp_path), fs.LocalFileSystem())
    checked = presend.ray.check_files(TARGET, ["a.parquet"], filesystem=below, column="body", errors_only=True)
    assert rows_of(checked.problems) == [row for row in places(file) if row[1] == "schema.type"]
    assert [*checked.rules] == ["schema.type"]
    by_uri = presend.ray.check_files(TARGET, [(tmp_path / "a.parquet").as_uri()])
    assert rows_of(by_uri.problems) == sorted(places(file))


def test_a_step_checks_the_payloads_of_any_dataset() -> None:
    rows = [{"id": number, "body": text.decode()} for number, text in enumerate(LINES[:100])]
    problems = presend.ray.check_dataset(TARGET, ray.data.from_items(rows), column="body", keep=["id"])
    errors = sorted(row["id"] for row in problems.iter_rows() if row["severity"] == "error")
    assert errors == [number for number in range(100) if number % 10 == 9]
    good = presend.ray.check_dataset(TARGET, ray.data.from_items(rows[:1]), column="body", keep=["id"])
    assert presend.ray.count_rules(good) == {}


def test_what_cannot_be_checked_says_so(tmp_path: pathlib.Path) -> None:
    with pytest.raises(FileNotFoundError):
        presend.ray.check_files(TARGET, [str(tmp_path / "missing.jsonl")])
    with pytest.raises(LookupError, match="Did you mean"):
        presend.ray.check_files("CreateModerationReqest", [])
    parquet.write_table(pa.table({"a": ["{}"], "b": ["{}"]}), tmp_path / "two.parquet")
    with pytest.raises(LookupError, match="'payload', or a single one, of text or bytes, got a, b"):
        presend.ray.check_files(TARGET, [str(tmp_path / "two.parquet")])
    structs = ray.data.from_items([{"payload": {"input": "a"}}])
    with pytest.raises(Exception, match="a null for each absent member"):
        presend.ray.check_dataset(TARGET, structs).materialize()


def run(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "presend", "check", *arguments], capture_output=True, check=False)


def test_the_command_says_the_same_on_ray(file: str) -> None:
    missing = file.replace("requests", "missing")
    here, there = (run("--engine", engine, TARGET, file, missing) for engine in ("local", "ray"))
    assert here.returncode == 2
    assert (there.returncode, there.stdout) == (here.returncode, here.stdout)
    assert here.stderr in there.stderr


def test_the_command_reads_parquet_on_ray_alone(tmp_path: pathlib.Path) -> None:
    path = str(tmp_path / "a.parquet")
    parquet.write_table(pa.table({"body": [text.decode() for text in LINES[:20]]}), path)
    there, here = run("--engine", "ray", TARGET, path), run(TARGET, path)
    assert there.returncode == 1
    assert there.stdout.splitlines()[1].startswith(path.encode() + b":10:2: error: ")
    assert here.returncode == 2
    assert b"Parquet files need --engine ray" in here.stderr


@dataclasses.dataclass(frozen=True)
class RemovesItsFile(Check):
    """A check that removes the file when it comes to a certain payload."""

    file: str = ""

    def found(self, payload: object, *, form: bool = False) -> FoundProblems:
        del form
        if payload == DIE:
            pathlib.Path(self.file).unlink()
        return FoundProblems()


def test_a_file_that_vanishes_meanwhile_is_an_error(file: str) -> None:
    ray.cloudpickle.register_pickle_by_value(sys.modules[__name__])
    pathlib.Path(file).write_bytes(b"\n".join([*LINES[:500], DIE, *LINES]))
    with pytest.raises(FileNotFoundError):
        list(presend.ray.parts_of(RemovesItsFile(TARGET, file=file), file, "jsonl"))
