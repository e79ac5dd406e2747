"""The command line: what it prints, how it exits, and that it never shows a traceback."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

import presend
from presend.batch import rules as batch
from presend.cli.program import command
from presend.settings import rules as settings

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent
PRESEND = (sys.executable, "-m", "presend")
RUN = "CreateRunRequest"
GOOD = '{"assistant_id": "asst_1"}'
BAD = '{\n "assistant_id": "asst_1",\n "temperature": 3\n}'
WARNED = '{"assistant_id": "asst_1", "assistant_id": "asst_2"}'


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, text in {"good.json": GOOD, "bad.json": BAD, "warned.json": WARNED}.items():
        (tmp_path / name).write_text(text)
    return tmp_path


def invoke(*arguments: str, stdin: str | bytes | None = None) -> Result:
    result = CliRunner().invoke(command, arguments, input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def run(*arguments: str, stdin: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*PRESEND, *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
        timeout=60,
    )


def test_eight_faults_are_told_with_their_places() -> None:
    result = invoke("check", RUN, str(ROOT / "examples/bad/run-eight-faults.json"))
    *lines, summary = result.stdout.splitlines()
    assert (result.exit_code, summary) == (1, "8 errors in 1 file")
    assert len({tuple(line.split(":")[1:3]) for line in lines}) == len(lines) == 8
    assert lines == sorted(lines, key=lambda line: [int(number) for number in line.split(":")[1:3]])


def test_a_good_file_is_ok() -> None:
    result = invoke("check", RUN, "good.json")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "ok\n", "")


def test_an_operation_is_a_target_too() -> None:
    for target in ("POST /threads/{thread_id}/runs", "post /v1/threads/thread_1/runs"):
        assert invoke("check", target, "bad.json").stdout == invoke("check", RUN, "bad.json").stdout


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["warned.json"], 0),
        (["warned.json", "--fail-on", "warning"], 1),
        (["warned.json", "--fail-on", "note"], 1),
        (["warned.json", "--fail-on", "note", "--ignore", "json.duplicate-key"], 0),
        (["bad.json", "--ignore", "schema.maximum"], 0),
        (["bad.json", "--ignore", "json.duplicate-key", "--ignore", "schema.maximum"], 0),
        (["good.json", "bad.json"], 1),
    ],
)
def test_exit_codes_follow_the_severity(arguments: list[str], code: int) -> None:
    assert invoke("check", RUN, *arguments).exit_code == code


def test_strict_and_enable_reach_the_check(folder: Path) -> None:
    (folder / "a.json").write_text('{"assistant_id": "asst_1", "max_prompt_tokens": 300.0}')
    assert "warning" in invoke("check", RUN, "a.json").stdout
    assert invoke("check", RUN, "a.json", "--strict").exit_code == 1
    enabled = invoke("check", RUN, "a.json", "--enable", "observed.integer.no-decimal-point")
    assert enabled.exit_code == 1
    assert "[observed.integer.no-decimal-point]" in enabled.stdout


def test_standard_input() -> None:
    for arguments in ([], ["-"]):
        result = invoke("check", RUN, *arguments, stdin=BAD)
        assert result.exit_code == 1
        assert result.stdout.startswith("<stdin>:3:2: error: ")
    assert invoke("check", RUN, "--input-format", "jsonl", stdin=f"{GOOD}\n\n{GOOD}\n").stdout == "ok: 2 payloads\n"
    assert invoke("check", RUN, "--input-format", "yaml", stdin="assistant_id: a").stdout == "ok\n"


def test_jsonl_and_yaml_problems_have_their_lines(folder: Path) -> None:
    (folder / "a.jsonl").write_text(f'{GOOD}\n\n{{"assistant_id": 1}}\n{{"assistant_id"\n')
    (folder / "b.yaml").write_text("assistant_id: no\ntop_p: 2\nmetadata:\n  when: 2026-11-22\n  when: 1\n---\n- 1\n")
    lines = invoke("check", RUN, "a.jsonl", "b.yaml").stdout.splitlines()
    assert [line.split(" ")[0] + line.split(" ")[-1] for line in lines[:-1]] == [
        "a.jsonl:3:2:[schema.type]",
        "a.jsonl:4:16:[json.malformed]",
        "b.yaml:2:1:[schema.maximum]",
        "b.yaml:5:3:[yaml.duplicate-key]",
        "b.yaml:5:3:[schema.type]",
        "b.yaml:7:1:[schema.type]",
    ]
    assert lines[-1] == "5 errors, 1 warning in 4 of 5 payloads"


def test_every_rule_that_reading_yaml_tells_can_be_explained_and_ignored(folder: Path) -> None:
    (folder / "a.yaml").write_text("assistant_id: a\nassistant_id: b\n")
    assert "warning" in invoke("check", RUN, "a.yaml").stdout
    assert invoke("check", RUN, "a.yaml", "--ignore", "yaml.duplicate-key").stdout == "ok\n"
    for rule in ("yaml.malformed", "yaml.unsupported", "yaml.too-large", "yaml.duplicate-key"):
        assert invoke("explain", rule).exit_code == 0


def test_form_fields() -> None:
    picture = ROOT / "examples/images/otter-256.png"
    for target in ("CreateImageVariationRequest", "POST /images/variations"):
        assert invoke("check", target, "-F", f"image=@{picture}", "-F", "n=2").stdout == "ok\n"
        result = invoke("check", target, "-F", f"image=@{picture}", "-F", "n=11", "-F", "size=256x256")
        assert result.exit_code == 1
        assert result.stdout.startswith("<form>: error: Invalid 'n'")
        (entry,) = json.loads(invoke("check", target, "-F", "n=x", "--format", "json").stdout)["files"]
        assert {problem["line"] for problem in entry["problems"]} == {None}


def test_json_report() -> None:
    report = json.loads(invoke("check", RUN, "good.json", "bad.json", "--format", "json").stdout)
    assert report["presend"] == presend.__version__
    assert [entry["file"] for entry in report["files"]] == ["good.json", "bad.json"]
    (problem,) = report["files"][1]["problems"]
    assert (problem["pointer"], problem["rule"], problem["line"]) == ("/temperature", "schema.maximum", 3)
    assert report["summary"]["errors"] == 1


def test_unreadable_files_do_not_hide_the_others(folder: Path) -> None:
    (folder / "directory").mkdir()
    result = invoke("check", RUN, "none.json", "bad.json", "directory", "good.json")
    assert result.exit_code == 2
    assert result.stdout.splitlines()[-1] == "1 error in 1 of 4 files; 2 files not checked"
    assert result.stderr.splitlines() == [
        "presend: cannot read none.json: No such file or directory. Check the name.",
        "presend: cannot read directory: Is a directory. Give the files in it.",
    ]
    report = json.loads(invoke("check", RUN, "none.json", "good.json", "--format", "json").stdout)
    assert [entry["unreadable"] for entry in report["files"]] == ["No such file or directory", None]


@contextlib.contextmanager
def unprivileged() -> Iterator[None]:
    """Be somebody who may not read everything, which root may."""
    before = os.geteuid()
    if before == 0:
        os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(before)


def test_a_file_without_permission(folder: Path) -> None:
    (folder / "bad.json").chmod(0)
    invoke("check", RUN, "good.json")  # loads what only root may
    with unprivileged():
        result = invoke("check", RUN, "bad.json")
    assert (result.exit_code, result.stdout) == (2, "1 file not checked\n")
    assert "Check its permissions." in result.stderr


USAGE: list[tuple[list[str], str]] = [
    (["check", "CreateRunReq", "good.json"], "CreateRunRequest"),
    (["check", "POST /thread/x/runs", "good.json"], "POST /threads/{thread_id}/runs"),
    (["check", RUN, "good.json", "--ignore", "schema.maximun"], "schema.maximum"),
    (["check", RUN, "good.json", "--enable", "nonsense"], "presend rules"),
    (["check", RUN, "none.json", "--pack", "no.such.pack"], "presend.openai"),
    (["check", RUN, "good.json", "--fail-on", "fatal"], "error"),
    (["check", RUN, "good.json", "--format", "xml"], "json"),
    (["check", RUN, "-F", "assistant_id=1"], "as a FILE"),
    (["check", "CreateImageVariationRequest", "good.json", "-F", "n=1"], "not both"),
    (["check", "CreateImageVariationRequest", "-F", "n"], "name=text"),
    (["check", "CreateImageVariationRequest", "-F", "p=a;b"], "double quotes"),
    (["check", "CreateImageVariationRequest", "-F", "image=@none.png"], "cannot read none.png"),
    (["check", "good.json"], "Give TARGET first: presend check TARGET good.json"),
    (["check", "good.json", RUN], "Give TARGET first"),
    (["check", "/threads/x/runs", "good.json"], "Put POST before it: 'POST /threads/x/runs'."),
    (["check", RUN, "-F", "assistant_id=1"], "-F is for these: CreateImageVariationRequest."),
    (["check", "CreateImageVariationRequest", "photo.PNG"], "-F image=@photo.PNG"),
    (["schemas", "--pack", "src/shop_api"], "import name: shop_api, with src on PYTHONPATH."),
    (["schemas", "--pack", "shop_api/"], "Write it as an import name: shop_api."),
    (["batch", "--pack", "./shop_api", "good.json"], "Write it as an import name: shop_api."),
    (["check"], "TARGET"),
    (["explain", "metadata.max-pair"], "metadata.max-pairs"),
    (["explain"], "RULE"),
    (["schemas", "--pack", "no.such.pack"], "presend.openai"),
    (["chek"], "check"),
]


@pytest.mark.parametrize(("arguments", "advice"), USAGE)
def test_usage_errors_exit_2_and_say_what_to_do(arguments: list[str], advice: str) -> None:
    result = invoke(*arguments)
    assert result.exit_code == 2
    assert advice in result.stderr


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("assistant_id: a\n", "yaml"),
        ("# a run\n\n---\nassistant_id: a\n", "yaml"),
        (f"{GOOD}\n{GOOD}\n", "jsonl"),
        (f"{GOOD}\r\n\r\n{GOOD}\r\n", "jsonl"),
        ("{", None),
        (f"{GOOD} x", None),
        ("nonsense", None),
        ('{"assistant_id": "a",}', None),
    ],
)
def test_text_in_another_format_is_told_how_to_say_so(text: str, wanted: str | None, folder: Path) -> None:
    (folder / "a.txt").write_text(text)
    (folder / "a.json").write_text(text)
    for arguments, stdin in ((["a.txt"], None), (["a.json"], None), (["-"], text)):
        told = invoke("check", RUN, *arguments, stdin=stdin)
        assert told.exit_code == 1
        assert ("--input-format" in told.stdout) == (wanted is not None)
        if wanted:
            assert f"give --input-format {wanted}." in told.stdout
            assert invoke("check", RUN, *arguments, "--input-format", wanted, stdin=stdin).exit_code == 0
    assert "give --input-format" not in invoke("check", RUN, "a.txt", "--input-format", "json").stdout


def test_output_holds_no_payload_text(folder: Path) -> None:
    secret = "sk-very-secret"
    payloads = [
        json.dumps({"assistant_id": [secret], "temperature": secret, "tools": secret, "metadata": {"a": [secret]}}),
        f'{{"assistant_id": "{secret}" "{secret}"',
        f'{{"assistant_id": "{secret}\\ud800"}}',
        f"{{\"assistant_id\": '{secret}'}}",
        f'"{secret}"',
    ]
    for text in payloads:
        for name in ("a.json", "a.jsonl", "a.yaml"):
            (folder / name).write_text(text)
            for form in ("text", "json"):
                assert secret not in invoke("check", RUN, name, "--format", form).output
    for item in (f"n={secret}", f"image={secret}", f"n=1;{secret}", f"n=a;filename={secret}", secret):
        assert secret not in invoke("check", "CreateImageVariationRequest", "-F", item).output


def test_rules() -> None:
    lines = invoke("rules").stdout.splitlines()
    assert [line.split()[0] for line in lines] == [rule.id for rule in presend.rules()]
    listed = json.loads(invoke("rules", "--format", "json").stdout)
    assert [entry["id"] for entry in listed] == [rule.id for rule in presend.rules()]
    assert {"severity", "basis", "summary", "fix", "sources", "targets", "opt_in"} <= listed[0].keys()


def test_every_rule_can_be_explained() -> None:
    for rule in presend.rules():
        result = invoke("explain", rule.id)
        assert result.exit_code == 0
        assert "(sha256 …)" not in result.stdout
        for part in (rule.id, rule.summary, rule.severity, rule.basis, rule.fix, *rule.sources, *rule.targets):
            assert part in result.stdout
        assert f"--{'enable' if rule.opt_in else 'ignore'} {rule.id}" in result.stdout


def test_rules_of_batch_files_and_of_the_configuration_are_listed_and_explained() -> None:
    hint = invoke("rules").stderr
    for pack, own, advice in (
        ("presend.batch", batch.RULES, "presend batch --ignore {id} FILE"),
        ("presend.settings", settings.RULES, "not possible"),
    ):
        assert f"presend rules --pack {pack}" in hint
        listed = invoke("rules", "--pack", pack).stdout
        for rule in own:
            assert rule.id in listed
            told = invoke("explain", rule.id).stdout
            assert advice.format(id=rule.id) in told
            assert "presend check --ignore" not in told
            assert "(sha256 …)" not in told
            assert all(source in told for source in rule.sources)
    assert invoke("batch", "--ignore", "batch.url.relative", stdin="").exit_code == 1  # the rule is known


def test_the_help_is_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    assert "..." not in invoke("--help").stdout.partition("Commands:")[2]
    for name in ("check", "batch"):
        text = " ".join(invoke(name, "--help").stdout.split())
        assert "(error)" not in text
        assert "Turn an opt-in rule on" in text


def test_schemas_and_operations() -> None:
    assert invoke("schemas").stdout.split() == list(presend.schemas())
    lines = invoke("operations").stdout.splitlines()
    assert len(lines) == len(presend.operations())
    for line, operation in zip(lines, presend.operations(), strict=True):
        for part in (operation.method, operation.path, operation.schema, operation.content_type):
            assert (part or "-") in line


def test_python_m_presend() -> None:
    assert run("--version").stdout.split()[-1] == presend.__version__
    result = run("check", RUN, "bad.json")
    assert (result.returncode, result.stderr) == (1, "")
    assert "bad.json:3:2: error:" in result.stdout
    assert run("check", RUN, stdin=GOOD).stdout == "ok\n"
    unknown = run("check", "Nonsense", "bad.json")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "Traceback" not in unknown.stderr


def test_names_that_the_encoding_lacks(folder: Path) -> None:
    name = b"b\xff\xe6\x97\xa5\n.json"
    os.rename(folder / "bad.json", os.fsencode(folder) + b"/" + name)  # noqa: PTH104 - Path has no bytes
    result = subprocess.run(
        [*map(os.fsencode, PRESEND), b"check", b"CreateRunRequest", name],
        capture_output=True,
        env={**os.environ, "PYTHONIOENCODING": "latin-1", "PYTHONUTF8": "1"},
        check=False,
        timeout=60,
    )
    assert result.stdout.startswith(rb"b\udcff\u65e5\n.json:3:2: error: ")
    assert (result.returncode, result.stderr) == (1, b"")


def test_a_reader_that_goes_away() -> None:
    with subprocess.Popen([*PRESEND, "rules"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait(60) == 141


def test_a_full_disk() -> None:
    with Path("/dev/full").open("wb") as full:  # a device of Linux
        result = subprocess.run([*PRESEND, "rules"], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60)
    assert (result.returncode, b"Traceback" in result.stderr) == (2, False)
    assert b"No space left" in result.stderr


def test_ctrl_c() -> None:
    with subprocess.Popen(
        [*PRESEND, "check", RUN, "--input-format", "jsonl"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509 - a job in the background ignores it
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b"1\n")
        process.stdin.flush()
        assert process.stdout.readline().startswith(b"<stdin>:1:1: error:")  # it is up, and waits for more
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 130
        assert b"Traceback" not in process.stderr.read()


def on_terminal(*arguments: str, **environment: str) -> str:
    """Return what `presend` writes to a terminal, standard output and standard error together."""
    main, other = pty.openpty()
    variables = {**os.environ, "TERM": "xterm", **environment}
    with subprocess.Popen([*PRESEND, *arguments], stdin=other, stdout=other, stderr=other, env=variables):
        os.close(other)
        seen = b""
        while True:
            try:
                piece = os.read(main, 65536)
            except OSError:  # Linux's way to say that the other side is closed
                break
            if not piece:
                break
            seen += piece
    os.close(main)
    return seen.decode()


def test_colour_is_for_terminals() -> None:
    assert "\x1b[" not in run("check", RUN, "bad.json").stdout
    assert "\x1b[" in run("check", RUN, "bad.json", FORCE_COLOR="1").stdout
    assert "\x1b[31m" in on_terminal("check", RUN, "bad.json")
    assert "\x1b[" in on_terminal("check", RUN, "bad.json", NO_COLOR="")
    for off in ({"NO_COLOR": "1"}, {"TERM": "dumb"}, {"NO_COLOR": "1", "FORCE_COLOR": "1"}):
        assert "\x1b[" not in on_terminal("check", RUN, "bad.json", **off)


def test_without_input_a_terminal_is_not_waited_for() -> None:
    assert "Give a FILE" in on_terminal("check", RUN)


def test_a_long_input_shows_its_progress_on_a_terminal(folder: Path) -> None:
    (folder / "long.jsonl").write_text(f"{GOOD[:-1]}{' ' * 4000}}}\n" * 600 + BAD.replace("\n", "") + "\n")
    seen = on_terminal("check", RUN, "long.jsonl")
    assert "Checking" in seen
    assert "100%" in seen
    assert "long.jsonl:601:29: " in seen.replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert "1 error in 1 of 601 payloads" in seen
    assert "Checking" not in on_terminal("check", RUN, "bad.json")
    piped = run("check", RUN, "long.jsonl")
    assert (piped.stderr, "Checking" in piped.stdout) == ("", False)


def test_completion() -> None:
    def complete(*words: str) -> list[str]:
        typed = {"COMP_WORDS": " ".join(words), "COMP_CWORD": str(len(words) - 1)}
        result = run(**typed, _PRESEND_COMPLETE="bash_complete")
        return [line.partition(",")[2] for line in result.stdout.splitlines()]

    assert RUN in complete("presend", "check", "CreateRun")
    assert complete("presend", "explain", "metadata.max-p") == ["metadata.max-pairs"]


def test_a_long_file_is_told_in_one_line(folder: Path) -> None:
    (folder / "long.jsonl").write_text(f"{GOOD}\n" * 10_000)
    assert invoke("check", RUN, "long.jsonl").stdout == "ok: 10,000 payloads\n"


def test_what_cannot_be_read_is_told_whatever_is_ignored(folder: Path) -> None:
    (folder / "bad.yaml").write_text("a: [\n")
    (folder / "cut.json").write_text("{")
    for name, rule in (("bad.yaml", "yaml.malformed"), ("cut.json", "json.malformed")):
        assert invoke("check", RUN, name, "--ignore", rule).exit_code == 1


def test_it_stops_where_it_is_told_to(folder: Path) -> None:
    (folder / "a.jsonl").write_text(f"{GOOD}\n{GOOD}\n{{}}\n{GOOD}\n{{}}\n")
    stopped = invoke("check", RUN, "a.jsonl", "good.json", "--no-keep-going")
    assert (stopped.exit_code, stopped.stdout.splitlines()[-1]) == (1, "1 error in 1 of 3 payloads")
    assert (
        stopped.stderr == "presend: stopped after a.jsonl, line 3, as --no-keep-going asks; the rest was not checked.\n"
    )
    stopped = invoke("check", RUN, "good.json", "a.jsonl", "--max-problems", "2")
    assert "after a.jsonl, line 5, as --max-problems 2 asks" in stopped.stderr
    assert invoke("check", RUN, "a.jsonl", "--max-problems", "3").stderr == ""
