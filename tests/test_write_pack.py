"""A pack on disk is whole at each moment and keeps a user's files, even if processes are killed."""

from __future__ import annotations

import contextlib
import itertools
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from presend_codegen.emitting import exchange
from presend_codegen.emitting.write import GENERATED, NOTE, differences, sweep, write
from presend_codegen.source.load import SpecError

if TYPE_CHECKING:
    from pathlib import Path

# Writes the pack again and again, each time with a number in every file, and either a module or a package of models.
WRITER = """
import sys
from pathlib import Path
from tests.test_write_pack import files
from presend_codegen.emitting.write import write
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    write(Path(sys.argv[1]), files(number))
    print(number, flush=True)
"""
RULES = "# a person's work\nRULES = ()\n"
MADE = {  # a user's file → content
    "rules.py": RULES,
    "rules/deep/er.py": "# deeper\n",
    "models/mine.py": "# my own, beside the generated ones\n",
    "replies.json": "{}\n",
    ".hidden": "",
}


def files(number: int) -> dict[str, str]:
    """Return the files of a pack, all of which say the number."""
    said = f"# {NOTE} {number}\n"
    models = ["models.py"] if number % 2 else ["models/__init__.py", "models/_a.py", f"models/_b{number}.py"]
    return dict.fromkeys(["__init__.py", "schemas.json", "operations.json", *models], said)


def lay_out(folder: Path) -> None:
    write(folder, files(0))
    for name, text in MADE.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)


def assert_whole(folder: Path) -> None:
    number = int((folder / "operations.json").read_text().rpartition(" ")[2])
    held = {path.relative_to(folder).as_posix(): path.read_text() for path in folder.rglob("*") if path.is_file()}
    assert held == files(number) | MADE


def start(folder: Path, first: int, last: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", WRITER, str(folder), str(first), str(last)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_a_pack_that_holds_the_work_of_a_person(tmp_path: Path) -> None:
    lay_out(tmp_path / "pack")
    for number in (2, 1, 3, 4):  # a package again, a module instead, the same, back
        write(tmp_path / "pack", files(number))
        assert_whole(tmp_path / "pack")
        assert not list(differences(tmp_path / "pack", files(number)))
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


@pytest.mark.parametrize("ending", ["SIGKILL", "SIGINT", "SIGTERM"])
def test_a_writer_is_ended_at_any_moment(ending: str, tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    lay_out(folder)
    for round_ in range(4):
        writer = start(folder, 100 * round_, 10**9)
        assert writer.stdout
        assert writer.stdout.readline(), writer.stderr and writer.stderr.read()
        time.sleep(random.uniform(0, 0.02))
        writer.send_signal(signal.Signals[ending])
        writer.communicate(timeout=30)
        assert writer.returncode != 0
        assert_whole(folder)
        if ending != "SIGKILL":  # after which nobody is left to clear up
            assert [path.name for path in tmp_path.iterdir()] == ["pack"]
    sweep(folder)
    write(folder, files(7))
    assert_whole(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


def test_many_write_while_a_person_works_and_others_read(tmp_path: Path) -> None:
    folder = tmp_path / "pack"
    lay_out(folder)
    writers = [start(folder, number, number + 25) for number in (1000, 2000, 3000)]
    saved = itertools.count()
    while any(writer.poll() is None for writer in writers):
        assert all((folder / name).exists() for name in ("rules.py", "operations.json", "schemas.json", "__init__.py"))
        with (folder / "rules.py").open("w") as rules:  # as an editor saves
            rules.write(f"{RULES}# {next(saved)}\n")
        with contextlib.suppress(FileNotFoundError):  # where its folder changed between the two steps
            (folder / ".new").write_text(f"{next(saved)}")
            (folder / ".new").replace(folder / ".hidden")
    for writer in writers:
        told = writer.communicate(timeout=30)[1]
        assert (writer.returncode, told) == (0, "")
    assert (folder / "rules.py").read_text() == f"{RULES}# {next(saved) - 2}\n"
    (folder / "rules.py").write_text(RULES)
    (folder / ".hidden").write_text("")
    (folder / ".new").unlink(missing_ok=True)
    assert_whole(folder)
    assert [path.name for path in tmp_path.iterdir()] == ["pack"]


def test_where_folders_cannot_be_exchanged_each_file_is_replaced(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(exchange, "CALLS", {})  # as on Windows
    test_a_pack_that_holds_the_work_of_a_person(tmp_path)


@pytest.mark.parametrize("lost", [*GENERATED, "__init__.py", "models"])
def test_a_pack_that_lost_a_file_is_one_still(lost: str, tmp_path: Path) -> None:
    lay_out(tmp_path / "pack")
    path = tmp_path / "pack" / lost
    if path.is_file():
        path.unlink()
    write(tmp_path / "pack", files(5))
    assert_whole(tmp_path / "pack")


def test_other_folders_are_left(tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "schemas.json").write_text("{}")
    with pytest.raises(SpecError, match="it holds other files"):
        write(tmp_path / "mine", files(1))
    assert [path.name for path in (tmp_path / "mine").iterdir()] == ["schemas.json"]
