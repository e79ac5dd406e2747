"""`presend diff` and `presend sync` read pipes and git revisions, also from a folder below the top."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from presend_codegen.comparing.read_side import document_of, read_side
from presend_codegen.source.load import SpecError
from tests.specs import spec

TEXT = json.dumps(spec({"A": {"type": "string"}}))
OTHER = json.dumps(spec({"A": {"type": "string", "maxLength": 0}}))


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes")
@pytest.mark.parametrize("name", ["pipe", "./pipe", "pipe.json"])
def test_a_pipe_is_read(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo(name)
    writer = threading.Thread(target=Path(name).write_text, args=(TEXT,))
    writer.start()
    assert read_side(name).own == ("A",)
    writer.join()


@pytest.mark.skipif(not Path("/bin/bash").exists(), reason="no bash")
def test_a_pipe_from_the_shell_is_read(tmp_path: Path) -> None:
    (tmp_path / "old.json").write_text(TEXT)
    (tmp_path / "new.json").write_text(OTHER)
    line = f"{shlex.quote(sys.executable)} -m presend diff <(cat old.json) new.json"
    done = subprocess.run(["/bin/bash", "-c", line], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert (done.returncode, done.stderr, "maxLength" in done.stdout) == (1, "", True)


def test_a_folder_is_no_spec(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="no such file"):
        document_of(str(tmp_path))


def test_a_file_that_git_counts_from_the_top_is_hinted_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    Path("my spec.json").write_text(TEXT)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"]):
        subprocess.run([*git, *arguments], check=True, capture_output=True, cwd=tmp_path)
    with pytest.raises(SpecError, match=r"in this folder it is HEAD:\./my spec\.json"):
        document_of("HEAD:my spec.json")
    with pytest.raises(SpecError) as told:
        document_of("HEAD:no.json")
    assert "in this folder" not in str(told.value)
    assert document_of("HEAD:./my spec.json")[0] == document_of("my spec.json")[0]
