"""The mistakes of new users get helpful messages."""

from __future__ import annotations

import bz2
import gzip
import json
import lzma
import os
import re
import signal
import subprocess
import sys
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pydantic import ValidationError

import presend
from presend.cli.help import EXAMPLES, MEANT
from presend.cli.program import COMMANDS, command
from presend.openai.models import CreateRunRequest
from tests import forked
from tests.specs import generate, spec
from tests.test_cli import on_terminal

GOOD = b'{"input": "a"}'
TARGET = "CreateModerationRequest"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str, stdin: bytes = b"") -> Result:
    result = CliRunner().invoke(command, arguments, input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def zipped(text: bytes) -> bytes:
    with zipfile.ZipFile("made.zip", "w") as archive:
        archive.writestr("a.json", text)
    return Path("made.zip").read_bytes()


@pytest.mark.parametrize(
    ("kind", "pack"),
    [("gzip", gzip.compress), ("xz", lzma.compress), ("bzip2", bz2.compress), ("ZIP", zipped)],
)
@pytest.mark.parametrize("name", ["a.json.gz", "a.jsonl", "-"])
def test_a_compressed_file_gets_a_helpful_message(kind: str, pack: Any, name: str) -> None:
    content = pack(GOOD)
    if name != "-":
        Path(name).write_bytes(content)
    for arguments in (["check", TARGET, name], ["batch", name]):
        result = forked.run(*arguments, stdin=content)
        assert (result.returncode, result.stdout) == (2, "1 file not checked\n")
        assert f"It is compressed with {kind}. Decompress it first: " in result.stderr


def test_a_compressed_file_stops_no_other() -> None:
    Path("a.jsonl").write_bytes(gzip.compress(GOOD))
    Path("b.jsonl").write_bytes(b"{")
    result = run("check", TARGET, "a.jsonl", "b.jsonl")
    assert result.exit_code == 2
    assert "b.jsonl:1:2: error" in result.stdout


@pytest.mark.parametrize("text", [b"", b"\n", b" \r\n\t\n"])
def test_a_file_without_payloads_is_reported(text: bytes) -> None:
    Path("empty.jsonl").write_bytes(text)
    for name, label in (("empty.jsonl", "empty.jsonl"), ("-", "<stdin>")):
        result = run("check", TARGET, name, "--input-format", "jsonl", stdin=text)
        assert (result.exit_code, result.stdout) == (0, "ok: 0 payloads\n")
        assert result.stderr == f"presend: {label} has no payload, so nothing was checked.\n"
    for some in (b"1\n", GOOD):
        Path("some.jsonl").write_bytes(text + some)
        assert "no payload" not in run("check", TARGET, "some.jsonl").stderr


ONE = "Expected a payload on each line, but the file is one JSON document of "


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('{\n "input": "a"\n}', 3),
        ('\n{"input":\n"a"}\n\n', 3),
        ("[\n1,\n2\n]\n", 4),
        ('{\r\n"input": "a"}\r\n', 2),
        ('{"input": "a"}\n', 0),
        ('{"input": "a"}\n{"input":\n"b"}', 0),
        ('{"input": "a"}\n[\n]', 0),
        ('{\n "input": "a"\n}\n{\n "input": "b"\n}', 0),
        ("{\n", 0),
    ],
)
def test_a_single_document_that_is_called_jsonl_is_reported_once(text: str, lines: int) -> None:
    Path("a.jsonl").write_bytes(text.encode())
    result = run("check", TARGET, "a.jsonl")
    assert (ONE in result.stdout) == bool(lines)
    if lines:
        told, summary = result.stdout.splitlines()
        assert told.startswith(f"a.jsonl:1:1: error: {ONE}{text.strip().count(chr(10)) + 1} lines.")
        assert summary == "1 error in 1 file"
        assert result.exit_code == 1


@pytest.mark.parametrize("url", ["https://api.openai.com/v1/moderations", "/v1/moderations", "/moderations"])
def test_a_url_without_a_method_is_reported(url: str) -> None:
    told = f"Put POST before it: 'POST {url}'."
    assert told in run("check", url, "a.json").stderr
    with pytest.raises(LookupError, match=re.escape(told)):
        presend.check(url, {})
    assert presend.check(f"POST {url}", {"input": "a"}) == ()


@pytest.mark.parametrize(
    ("schema", "value", "told"),
    [
        ({"type": "integer", "minimum": 1.0}, 0, "integer below minimum value. Expected a value >= 1, but got 0."),
        ({"type": "integer", "minimum": 1}, 0, "integer below minimum value. Expected a value >= 1, but got 0."),
        (
            {"type": "integer", "exclusiveMaximum": 3.0},
            3,
            "integer above maximum value. Expected a value < 3, but got 3.",
        ),
        ({"type": ["integer", "null"], "maximum": 3.0}, 4, "integer above maximum value. Expected a value <= 3"),
        ({"type": "number", "minimum": 1}, 0, "decimal below minimum value. Expected a value >= 1, but got 0."),
        ({"type": "number", "minimum": 1.0}, 0, "decimal below minimum value. Expected a value >= 1, but got 0."),
    ],
)
def test_a_bound_is_called_after_the_type(schema: Any, value: Any, told: str, tmp_path: Path) -> None:
    _, pack = generate(spec({"Order": {"type": "object", "properties": {"n": schema}}}), tmp_path)
    (problem,) = presend.check("Order", {"n": value}, pack=pack)
    assert told in problem.message
    kind = told.partition(" ")[0]
    assert problem.code.startswith(f"{kind}_")


@pytest.mark.parametrize(
    ("value", "told"),
    [
        (int, "Expected a pydantic model or dataclass, got the class int."),
        (type("X" * 500, (), {}), f"got the class {'X' * 60}."),
        (object(), "got a Python object of type object. Convert it first."),
    ],
)
def test_a_class_is_no_payload(value: Any, told: str) -> None:
    (problem,) = presend.check("CreateRunRequest", {"assistant_id": "a", "response_format": value})
    assert (problem.rule, told in problem.message) == ("json.not-json", True), problem.message


@pytest.mark.parametrize("name", [*MEANT, "chek", "rule", "zzz"])
def test_an_unknown_command_gets_a_suggestion(name: str) -> None:
    result = run(name, "a.json")
    assert result.exit_code == 2
    expected = f"Did you mean '{MEANT[name]}'?" if name in MEANT else "Known are" if name == "zzz" else "Did you mean '"
    assert f"No such command '{name}'. {expected}" in " ".join(result.stderr.split())


def test_every_help_has_examples_of_commands_that_exist() -> None:
    for name, text in EXAMPLES.items():
        told = run(*([name] if name else []), "--help").stdout
        for line in re.findall(r"^  (presend .*)$", text, re.MULTILINE):
            assert line in told
            assert line.split()[1] in COMMANDS
    assert run("-V").stdout == run("--version").stdout == f"presend, version {presend.__version__}\n"
    for name in ("--overlay",):
        assert f"{name} PATH" in run("generate", "--help").stdout
        assert "Repeat the option to apply several" in " ".join(run("generate", "--help").stdout.split())


DATA_FAULTS = {  # arguments → message; none of them is a usage error
    ("check", "Nothing", "a.json"): "Unknown target 'Nothing'",
    ("check", TARGET, "a.json", "--pack", "nothing"): "Unknown pack 'nothing'",
    ("check", TARGET, "a.json", "--ignore", "nothing"): "Unknown rule 'nothing'",
    ("explain", "nothing"): "Unknown rule 'nothing'",
    ("batch", "a.jsonl", "--pack", "nothing"): "Unknown pack 'nothing'",
    ("export", "--as", "jsonschema", "Nothing"): "Unknown target 'Nothing'",
    ("generate", "run.json", "--out", "made"): "run.json: expected an OpenAPI document of version 3.x",
    ("generate", "none.json", "--out", "made"): "none.json: No such file",
    ("generate", "cut.json", "--out", "made"): "cut.json",
    ("generate", "empty.json", "--out", "made"): "empty.json: expected at least one schema",
    ("diff", "none.json", "run.json"): "none.json: no such file",
}


@pytest.mark.parametrize("arguments", DATA_FAULTS)
def test_a_fault_of_data_is_one_line(arguments: tuple[str, ...]) -> None:
    Path("run.json").write_text('{"assistant_id": "a"}')
    Path("cut.json").write_text('{"openapi": ')
    Path("empty.json").write_text(json.dumps(spec({})))
    result = run(*arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith("Error: ")
    assert DATA_FAULTS[arguments] in result.stderr
    assert "Usage:" not in result.stderr


def test_a_fault_of_usage_shows_how_to_use_it() -> None:
    assert run("check", TARGET, "a.json", "-F", "a=b").stderr.startswith("Usage: ")


def test_a_report_into_a_folder_is_reported() -> None:
    assert (
        "Cannot write '.': Is a directory. Give the name of a file in it."
        in run("check", TARGET, "a.json", "--format", "json=.").stderr
    )
    assert "Is its folder there?" in run("check", TARGET, "a.json", "--format", "json=no/a.json").stderr


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_operations_are_completed(shell: str) -> None:
    at = "POST" if shell == "fish" else "2"
    typed = {"COMP_WORDS": "presend check POST", "COMP_CWORD": at, "_PRESEND_COMPLETE": f"{shell}_complete"}
    environment = {**os.environ, **typed}
    done = subprocess.run(
        [sys.executable, "-m", "presend"], env=environment, capture_output=True, text=True, check=True
    )
    assert ("POST\\ /moderations" if shell == "bash" else "POST /moderations") in done.stdout


def test_rules_are_laid_out_for_the_terminal() -> None:
    piped = run("rules").stdout.splitlines()
    narrow = on_terminal("rules", COLUMNS="90").splitlines()
    assert max(map(len, narrow)) <= 90
    assert len(narrow) > len(piped)
    assert piped[0].split()[:3] == ["json.malformed", "error", "schema"]
    assert narrow[0] == "json.malformed (error, schema)"


@pytest.mark.parametrize("delay", [0.02, 0.05, 0.08, 0.12, 0.2])
def test_ctrl_c_while_it_starts_is_quiet(delay: float) -> None:
    code = "from presend.__main__ import main; print(flush=True); main()"
    started = subprocess.Popen(
        [sys.executable, "-c", code, "check", TARGET, "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert started.stdout
    started.stdout.readline()
    time.sleep(delay)
    started.send_signal(signal.SIGINT)
    _, told = started.communicate(timeout=30)
    assert (started.returncode, "Traceback" in told) == (130, False), told


@pytest.mark.parametrize(
    ("value", "kind"),
    [
        (3, "less_than_equal"),
        (2.5, "less_than_equal"),
        (-1, "greater_than_equal"),
        (10**400, "less_than_equal"),
        ("x", "float_type"),
        (True, "float_type"),
        ([1], "float_type"),
    ],
)
def test_a_model_tells_a_number_once_at_its_place(value: Any, kind: str) -> None:
    payload = {"assistant_id": "a", "temperature": value}
    for text in (None, json.dumps(payload)):
        with pytest.raises(ValidationError) as caught:
            CreateRunRequest.model_validate(payload) if text is None else CreateRunRequest.model_validate_json(text)
        assert [(error["loc"], error["type"]) for error in caught.value.errors()] == [(("temperature",), kind)]
    for right in (0, 2, 2.0, 0.5):
        assert CreateRunRequest(assistant_id="a", temperature=right).temperature == right
