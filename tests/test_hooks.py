"""The hooks run in pre-commit itself, and the action's scripts run as in GitHub's shell."""

from __future__ import annotations

import atexit
import functools
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from importlib import metadata
from pathlib import Path
from typing import Any

import pytest
import yaml
from pre_commit.clientlib import load_manifest

ROOT = Path(__file__).parent.parent
PACKAGE = ("src", "codegen", "pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml")
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
DOCS = (ROOT / "docs" / "ci.md").read_text("utf-8")
GOOD, BAD = '{"assistant_id": "asst_1"}\n', '{\n "assistant_id": "asst_1",\n "top_p": 2\n}\n'


@functools.cache
def constraints() -> str:
    """Return a file that holds pip to the versions that the tests themselves run with."""
    versions = {f"{one.name}=={one.version}\n" for one in metadata.distributions() if one.name != "presend"}
    with tempfile.NamedTemporaryFile("w", prefix="presend-", suffix=".txt", delete=False) as file:
        file.writelines(sorted(versions))
    atexit.register(os.unlink, file.name)
    return file.name


def run(folder: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))}
    pip = {"PIP_CONSTRAINT": constraints(), "PIP_NO_COMPILE": "1"}  # compiling is a third of what pip costs
    variables = {**inherited, "NO_COLOR": "1", **pip, **environment}
    return subprocess.run(command, cwd=folder, env=variables, capture_output=True, text=True, check=False, timeout=600)


def git(folder: Path, *arguments: str) -> str:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false")
    done = run(folder, "git", *identity, *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def repository(folder: Path) -> Path:
    folder.mkdir()
    git(folder, "init", "--quiet")
    return folder


def committed(folder: Path) -> str:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", "All", "--no-verify")
    return git(folder, "rev-parse", "HEAD")


def copy_package(folder: Path) -> None:
    for name in PACKAGE:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, folder)


def test_the_manifest_is_one_and_its_commands_exist() -> None:
    hooks = {hook["id"]: hook for hook in load_manifest(str(ROOT / ".pre-commit-hooks.yaml"))}
    assert list(hooks) == ["presend", "presend-target", "presend-schema", "presend-batch", "presend-generate"]
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["optional-dependencies"]
    assert hooks["presend-generate"]["additional_dependencies"] == [".[codegen]"]
    assert "codegen" in extras


def test_hooks_run_through_pre_commit(tmp_path: Path) -> None:
    hooks = repository(tmp_path / "hooks")
    copy_package(hooks)
    revision = committed(hooks)
    user = repository(tmp_path / "user")
    (user / "runs").mkdir()
    (user / "runs" / "bad.json").write_text(BAD)
    (user / "runs" / "good.json").write_text(GOOD)
    (user / "one.batch.jsonl").write_text(
        '{"custom_id": "1", "url": "/v1/moderations", "body": {"model": "omni-moderation-latest", "input": "a"}}\n'
    )
    (user / "order.schema.json").write_text('{"type": "object", "properties": {"a": {"type": "array"}}}', "utf-8")
    (user / "presend.toml").write_text('[[check]]\nfiles = ["runs/*.json"]\ntarget = "CreateRunRequest"\n')
    used = [
        {"id": "presend"},
        {"id": "presend-target", "args": ["CreateRunRequest", "--strict"], "files": "^runs/"},
        {"id": "presend-schema"},
        {"id": "presend-batch"},
    ]
    configuration = {"repos": [{"repo": str(hooks), "rev": revision, "hooks": used}]}
    (user / ".pre-commit-config.yaml").write_text(yaml.safe_dump(configuration))
    git(user, "add", "--all")
    home = {"PRE_COMMIT_HOME": str(tmp_path / "home")}
    done = run(user, sys.executable, "-m", "pre_commit", "run", "--all-files", **home)
    assert done.returncode == 1, done.stderr
    shown = "".join(line for line in done.stdout.splitlines(keepends=True) if not line.startswith("[INFO]"))
    assert f"```console\n$ pre-commit run --all-files\n{shown}```" in DOCS
    (user / "runs" / "bad.json").write_text(GOOD)
    (user / "order.schema.json").unlink()
    (user / "one.batch.jsonl").unlink()
    git(user, "add", "--all")
    done = run(user, sys.executable, "-m", "pre_commit", "run", "--all-files", **home)
    assert done.returncode == 0, done.stdout
    assert done.stdout.count("Passed") == 2


def test_the_action_keeps_inputs_out_of_its_scripts_and_uses_no_other() -> None:
    steps = ACTION["runs"]["steps"]
    assert any("run" in step for step in steps)
    assert all("${{" not in step.get("run", "") for step in steps)
    assert [step["uses"] for step in steps if "uses" in step] == []  # one that it used would have to be pinned
    values = " ".join(value for step in steps for value in step.get("env", {}).values())
    given = set(re.findall(r"inputs\.([\w-]+)", values))
    assert given | {"working-directory"} == ACTION["inputs"].keys()


@pytest.fixture(scope="module")
def runner(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install as the action's first step does, and return the runner's folder for temporary files."""
    folder = tmp_path_factory.mktemp("runner")
    (folder / "action").mkdir()
    copy_package(folder / "action")
    done = run_step(ACTION["runs"]["steps"][0], folder, folder, python=sys.executable)
    assert done.returncode == 0, done.stderr
    return folder


def run_step(step: dict[str, Any], runner: Path, workspace: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run one step as the runner does: inputs filled into `env`, the script in a file, bash with -e and pipefail."""
    values = {name: entry["default"] for name, entry in ACTION["inputs"].items()}
    values |= {name.replace("_", "-"): value for name, value in inputs.items()}

    def fill(text: str) -> str:
        return re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda match: values[match[1]], text)

    script = runner / "step.sh"
    script.write_text(step["run"])
    environment = {name: fill(value) for name, value in step["env"].items()}
    environment |= {"RUNNER_TEMP": str(runner), "GITHUB_ACTION_PATH": str(runner / "action")}
    environment |= {"GITHUB_WORKSPACE": str(workspace)}
    folder = workspace / fill(step.get("working-directory", "."))
    return run(folder, "bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script), **environment)


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    (tmp_path / "runs" / "old").mkdir(parents=True)
    (tmp_path / "runs" / "good.json").write_text(GOOD)
    (tmp_path / "runs" / "old" / "bad run.json").write_text(BAD)
    (tmp_path / "a.jsonl").write_text("{\n")
    return tmp_path


def act(runner: Path, workspace: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    return run_step(ACTION["runs"]["steps"][1], runner, workspace, **inputs)


def test_the_action_annotates(runner: Path, workspace: Path) -> None:
    files = "runs/*.json\n\nruns/**/bad r*.json\n"
    done = act(runner, workspace, target="CreateRunRequest", files=files, sarif="out.sarif", junit="out.xml")
    assert done.stdout.startswith("::error file=runs/old/bad run.json,line=3,col=2,title=presend%3A schema.maximum::")
    assert f"```text\n{done.stdout}```" in DOCS
    assert (done.returncode, done.stderr) == (1, "")
    assert "out.sarif" in os.listdir(workspace)  # noqa: PTH208
    assert "schema.maximum" in (workspace / "out.xml").read_text()


def test_the_action_runs_the_configuration_and_batch_files(runner: Path, workspace: Path) -> None:
    (workspace / "runs" / "presend.toml").write_text(
        'fail-on = "note"\n[[check]]\nfiles = ["*.json"]\ntarget = "CreateRunRequest"\n'
    )
    done = act(runner, workspace, working_directory="runs")
    assert (done.returncode, done.stdout, done.stderr) == (0, "ok\n", "")
    done = act(runner, workspace, command="batch", files="*.jsonl")
    assert done.returncode == 1
    assert done.stdout.startswith("::error file=a.jsonl,line=1,col=2,title=presend%3A json.malformed::")


def test_the_action_takes_a_pack_and_rules(runner: Path, workspace: Path) -> None:
    (workspace / "open.json").write_text('{"assistant_id": "a", "max_prompt_tokens": 256.0}')
    given = {"target": "CreateRunRequest", "files": "open.json", "fail_on": "note"}
    assert "type.integral-float" in act(runner, workspace, **given).stdout
    quiet = act(runner, workspace, **given, ignore="type.integral-float\n\nmetadata.max-pairs\n")
    assert (quiet.returncode, quiet.stdout) == (0, "ok\n")
    loud = act(runner, workspace, **given, enable="observed.integer.no-decimal-point")
    assert "title=presend%3A observed.integer.no-decimal-point::" in loud.stdout
    of_batch = act(runner, workspace, target="BatchRequestInput", files="open.json", pack="presend.batch")
    assert "custom_id" in of_batch.stdout
    assert act(runner, workspace, **given, pack="no_pack").returncode == 2


def test_no_input_of_the_action_is_run(runner: Path, workspace: Path) -> None:
    evil = '"; touch pwned; $(touch pwned) `touch pwned` #'
    for name in ("command", "target", "files", "fail_on", "strict", "sarif", "junit", "pack", "ignore", "enable"):
        done = act(runner, workspace, **{"target": "CreateRunRequest", "files": "*.jsonl", name: evil})
        assert done.returncode in (1, 2), done.stdout
    assert act(runner, workspace, target="--pack=x", files="*.jsonl").returncode == 2
    assert not list(workspace.rglob("pwned"))
    assert "No file matches" in act(runner, workspace, target="CreateRunRequest", files="none/*.json").stdout
