"""CI workflows pin actions, need few rights and cover every Python; make and the tests each have one switch."""

from __future__ import annotations

import ast
import inspect
import re
import shutil
import subprocess
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests import amount

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
PYTHONS = [version for one in PROJECT["classifiers"] for version in re.findall(r"Python :: (3\.\d+)$", one)]
PINNED = re.compile(r"[\w-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")


def read(name: str) -> dict[str, Any]:
    text = (ROOT / ".github" / name).read_text("utf-8")
    read: dict[str, Any] = yaml.load(text, yaml.BaseLoader)  # `on` stays a word
    return read


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_each_action_is_pinned_by_commit_and_says_its_version(path: Path) -> None:
    used = re.findall(r"uses: (.+)", path.read_text("utf-8"))
    assert used
    assert [one for one in used if not PINNED.fullmatch(one)] == []


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_workflows_may_read_and_nothing_else_and_each_job_ends(path: Path) -> None:
    workflow = read(f"workflows/{path.name}")
    assert workflow["permissions"] == {"contents": "read"}
    assert [name for name, job in workflow["jobs"].items() if "timeout-minutes" not in job] == []
    rights = {name: job["permissions"] for name, job in workflow["jobs"].items() if "permissions" in job}
    assert rights == ({"publish": {"id-token": "write"}} if path.stem == "release" else {})


def test_pushes_and_pull_requests_are_tested_with_each_python() -> None:
    workflow = read("workflows/ci.yml")
    assert workflow["on"].keys() == {"push", "pull_request"}
    whole, others = workflow["jobs"]["check"], workflow["jobs"]["pythons"]
    inputs = [step.get("with", {}) for step in whole["steps"]]
    tested = [one["python-version"] for one in inputs if "python-version" in one]
    assert sorted([*tested, *others["strategy"]["matrix"]["python"]]) == sorted(PYTHONS)
    assert whole["steps"][-1]["run"] == ".ci/run"


def test_a_release_is_published_from_a_tag_after_its_check() -> None:
    workflow = read("workflows/release.yml")
    assert workflow["on"] == {"push": {"tags": ["v*"]}}
    publish = workflow["jobs"]["publish"]
    assert (publish["needs"], publish["environment"]) == ("build", "release")
    assert [step["uses"].partition("@")[0] for step in publish["steps"]] == [
        "actions/download-artifact",
        "pypa/gh-action-pypi-publish",
    ]


def test_dependabot_looks_after_packages_and_actions() -> None:
    assert {one["package-ecosystem"] for one in read("dependabot.yml")["updates"]} == {"pip", "github-actions"}


@pytest.mark.skipif(not shutil.which("make"), reason="needs make")
def test_make_lists_its_targets_and_each_session_of_nox_once() -> None:
    told = subprocess.run(
        ["make", "--no-print-directory", "help"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout
    *_, last = told.splitlines()
    source = (ROOT / "noxfile.py").read_text("utf-8")
    sessions = re.findall(r"@nox\.session(?:\(([^)]*)\))?\n(?:@nox\.parametrize.*\n)?def (\w+)", source)
    names = [(re.findall(r'name="([\w-]+)"', options) or [function])[0] for options, function in sessions]
    assert sorted(last.partition("`: ")[2].split()) == sorted(names)
    for target in ("setup", "demo", "test", "test-quick", "coverage", "lint", "types", "generate", "check"):
        assert f"\n  {target} " in told


def test_the_number_of_drawn_examples_is_set_in_one_place() -> None:
    """Except in the commands, which take it as an option."""
    amounts = {name for name, value in vars(amount).items() if inspect.isfunction(value)}
    found, others = 0, []
    for path in sorted((ROOT / "tests").glob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        named = {ast.unparse(one.targets[0]): one.value for one in tree.body if isinstance(one, ast.Assign)}
        given = [one.value for one in ast.walk(tree) if isinstance(one, ast.keyword) and one.arg == "max_examples"]
        for value in given if path.name not in {"fuzz.py", "fidelity.py"} else ():
            called = named.get(ast.unparse(value), value)
            found += 1
            if not (isinstance(called, ast.Call) and ast.unparse(called.func) in amounts):
                others.append(f"{path.name}:{value.lineno}: {ast.unparse(value)}")
    assert others == []
    assert found > 50
