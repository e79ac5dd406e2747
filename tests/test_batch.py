"""Batch files: every fault is found at its line, every limit holds exactly, and memory stays constant."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import typing
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openai.types.batch
import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openai.types import BatchCreateParams

from presend.batch import lines, rules
from presend.batch.across import Seen
from presend.batch.check import FORMAT, Batch
from presend.batch.lines import LINE, of_batch
from presend.cli.batch import BATCH_REPORTS
from presend.cli.program import command
from presend.packs.find import as_packs, find_pack
from presend.packs.switches import Switches
from presend.reading.documents import COMPRESSED, WHITE
from tests.test_cli import on_terminal

if TYPE_CHECKING:
    from presend.problems import Problem

MODERATIONS = "/v1/moderations"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def request(number: int = 1, **changes: Any) -> dict[str, Any]:
    body = {"model": "omni-moderation-latest", "input": "Hello"}
    return {"custom_id": f"request-{number}", "method": "POST", "url": MODERATIONS, "body": body, **changes}


def jsonl(*requests: object) -> str:
    return "".join(f"{r if isinstance(r, str) else json.dumps(r)}\n" for r in requests)


def run(text: str, *arguments: str, fails: bool | None = None) -> Result:
    result = CliRunner().invoke(command, ["batch", *arguments], input=text, catch_exceptions=False)
    if fails is not None:
        assert result.exit_code == fails, result.output
    return result


def found(*requests: object, batch: Batch | None = None) -> list[Problem]:
    with open("a.jsonl", "w") as file:  # noqa: PTH123
        file.write(jsonl(*requests))
    results = of_batch("a.jsonl", batch or Batch(find_pack()), bool)
    return [problem for result in results for problem in result.problems]


def told(*requests: object, batch: Batch | None = None) -> list[tuple[int | None, str, str]]:
    return [(problem.line, problem.rule, problem.severity) for problem in found(*requests, batch=batch)]


def test_a_good_file() -> None:
    assert run(jsonl(request(1), request(2)), fails=False).stdout == "ok: 2 payloads\n"
    assert json.loads(run(jsonl(request()), "--format", "json").stdout) == {"object": "list", "data": []}


def without(name: str) -> dict[str, Any]:
    return {key: value for key, value in request(2).items() if key != name}


FAULTS: list[tuple[object, str, str]] = [  # the second line of a file → param, rule
    ("{", "", "json.malformed"),
    ("[]", "", "schema.type"),
    ("7", "", "schema.type"),
    (without("custom_id"), "custom_id", "schema.required"),
    (without("method"), "method", "schema.required"),
    (without("url"), "url", "schema.required"),
    (without("body"), "body", "schema.required"),
    (request(2, custom_id=7), "custom_id", "schema.type"),
    (request(2, custom_id=None), "custom_id", "schema.type"),
    (request(2, custom_id=""), "custom_id", "schema.minLength"),
    (request(2, method="GET"), "method", "schema.enum"),
    (request(2, method="post"), "method", "schema.enum"),
    (request(2, body=[]), "body", "schema.type"),
    (request(2, body={}), "body.input", "schema.required"),
    (request(2, body={"input": []}), "body.input", "moderation.input.empty"),
    (request(2, body={"input": [1]}), "body.input[0]", "schema.type"),
    (request(2, url=f"https://api.openai.com{MODERATIONS}"), "url", "batch.url.relative"),
    (request(2, url="v1/moderations"), "url", "batch.url.relative"),
    (request(2, url=f"{MODERATIONS}?x=1"), "url", "batch.url.relative"),
    (request(2, url="/v1/embeddings"), "url", "batch.url.same"),
    (request(2, body={"model": "text-moderation-latest", "input": "a"}), "body.model", "batch.model.same"),
    (request(1), "custom_id", "batch.custom-id.unique"),
]


@pytest.mark.parametrize(("line", "param", "rule"), FAULTS)
def test_a_fault_is_reported_with_its_line(line: object, param: str, rule: str) -> None:
    text = jsonl(request(1), line, request(3))
    result = run(text, "--format", "json", fails=True)
    errors = openai.types.batch.Errors.model_validate_json(result.stdout, strict=True)
    assert errors.object == "list"
    assert errors.data
    assert (param or None, 2) in [(error.param, error.line) for error in errors.data]
    assert all(error.line == 2 and error.code and error.message for error in errors.data)
    assert json.loads(result.stdout)["data"][0].keys() == {"code", "message", "param", "line"}
    assert f"[{rule}]" in run(text).stdout


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(request(1), indent=1),
        json.dumps([request(1), request(2)], indent=1),
        "a: 1\nb: 2\nc: 3\n" * 9,
        "\x89PNG\r\n\x1a\n\0\0\n\0\n" * 9,
    ],
)
def test_a_file_that_is_not_jsonl_gets_one_problem(text: str) -> None:
    (line, summary) = run(text, fails=True).stdout.splitlines()
    assert line.startswith("<stdin>:1:")
    assert "Expected JSONL, a request on each line, but none of the first 3 lines is JSON." in line
    assert summary == "1 error in 1 file"


@pytest.mark.parametrize("lines", [["{", "{"], ["{", "{", json.dumps(request(3)), "{"]])
def test_broken_lines_are_reported_one_by_one_where_there_is_json_among_the_first(lines: list[str]) -> None:
    told = [problem for problem in found(*lines) if problem.rule == "json.malformed"]
    assert [problem.line for problem in told] == [number for number, line in enumerate(lines, 1) if line == "{"]


def test_columns_are_those_of_the_line() -> None:
    text = json.dumps(request(2, body={"model": "omni-moderation-latest", "input": [1]}))
    (problem,) = found(request(1), text)
    assert (problem.pointer, problem.line) == ("/body/input/0", 2)
    assert text[(problem.column or 0) - 1 :].startswith("1]")
    assert problem.message.startswith("Invalid type for 'body.input[0]'")


def test_a_value_that_is_not_json_hides_no_other_problem() -> None:
    text = json.dumps(request(1, method="GET", body={"input": []}))[:-1] + ', "x": NaN}'
    rules_told = {rule for _, rule, _ in told(text)}
    assert {"json.non-finite-number", "schema.enum", "moderation.input.empty", "unknown-key"} <= rules_told


def test_codes_are_those_of_the_api() -> None:
    text = jsonl(request(1), request(1), request(2, url="/v1/embeddings"), request(3, body={"model": "b"}), "{")
    codes = [error["code"] for error in json.loads(run(text, "--format", "json").stdout)["data"]]
    expected = ["duplicate_custom_id", "invalid_url", "missing_required_parameter", "mismatched_model"]
    assert codes == [*expected, "invalid_json_line"]


CHAT, RESPONSES = "/v1/chat/completions", "/v1/responses"
BODY = {"model": "gpt-5.6-sol", "messages": [{"role": "user", "content": "Hello"}]}


def chat(number: int = 1, *, without: str = "", **changes: Any) -> dict[str, Any]:
    body = {name: value for name, value in {**BODY, **changes}.items() if name != without}
    return request(number, url=CHAT, body=body)


AS_THE_API: list[tuple[object, str, str | None, str, str]] = [  # the second line → code, param, text, rule
    (request(2, url="/v1/embeddings"), "invalid_url", "url", rules.NO_MATCH, "batch.url.same"),
    (chat(2, model="gpt-5.4"), "mismatched_model", "body.model", "Mismatched", "batch.model.same"),
    (chat(2, without="model"), "invalid_request", "body.model", "Model parameter is required.", "schema.required"),
    (chat(2, without="messages"), "invalid_request", "body.messages", "Messages parameter is req", "schema.required"),
    (
        chat(2, stream=True),
        "streaming_unsupported",
        "body.stream",
        "Chat Completions: Streaming is not",
        "batch.stream.off",
    ),
    ("{invalid json here", "invalid_json_line", None, rules.NO_JSON, "json.malformed"),
    ("\ufeff" + json.dumps(chat(2)), "invalid_json_line", None, rules.NO_JSON, "json.malformed"),
    (chat(1), "duplicate_custom_id", "custom_id", "Duplicate 'custom_id'", "batch.custom-id.unique"),
    (
        {name: value for name, value in chat(2).items() if name != "method"},
        "missing_required_parameter",
        "method",
        "Missing required parameter: 'method'.",
        "schema.required",
    ),
]


@pytest.mark.parametrize(("line", "code", "param", "text", "rule"), AS_THE_API, ids=lambda part: str(part)[:40])
def test_a_fault_is_reported_as_the_api_tells_it(
    line: object, code: str, param: str | None, text: str, rule: str
) -> None:
    lines_of = jsonl(chat(1), line, chat(3))
    told = json.loads(run(lines_of, "--format", "json", fails=True).stdout)["data"]
    assert (code, param, 2) in [(error["code"], error["param"], error["line"]) for error in told]
    assert any(error["message"].startswith(text) for error in told)
    assert f"[{rule}]" in run(lines_of).stdout


def test_a_stream_that_is_off_passes_and_a_response_without_a_model_is_doubted() -> None:
    todays = Batch(as_packs(None))
    assert told(chat(1, stream=False), chat(2, stream=None), chat(3), batch=todays) == []
    prompt = request(1, url=RESPONSES, body={"input": "a", "prompt": {"id": "pmpt_1"}})
    assert told(prompt, batch=todays) == [(1, "batch.model.named", "warning")]
    assert told(prompt, batch=Batch(as_packs(None), Switches(ignore=["observed"]))) == []


@pytest.mark.parametrize(("endpoint", "codes"), [(CHAT, []), (RESPONSES, ["invalid_url", "invalid_url"])])
def test_the_endpoint_of_the_batch_may_be_given(endpoint: str, codes: list[str]) -> None:
    lines_of = jsonl(chat(1), chat(2))
    result = run(lines_of, "--endpoint", endpoint, "--format", "json", fails=bool(codes))
    assert [error["code"] for error in json.loads(result.stdout)["data"]] == codes
    assert (f"Expected '{endpoint}' as 'url'" in run(lines_of, "--endpoint", endpoint).stdout) is bool(codes)


@pytest.mark.parametrize(
    ("endpoint", "hint"),
    [
        ("/v1/response", "Did you mean '/v1/responses'"),
        ("zzz", "Supported values are: /v1/responses, /v1/chat/completions,"),
        ("/v1/threads/t/runs", "Supported values"),  # an operation that no batch serves
    ],
)
def test_an_endpoint_that_no_batch_serves_is_wrong_usage(endpoint: str, hint: str) -> None:
    result = run(jsonl(chat()), "--endpoint", endpoint)
    assert (result.exit_code, hint in result.stderr) == (2, True)


def test_a_file_that_post_files_refuses_is_reported(folder: Path) -> None:
    good, bad = jsonl(chat(1), chat(2)), "{malformed json\n"
    for name, text, fails in (
        ("a.jsonl", good, False),
        ("A.JSONL", good, False),
        ("a.txt", good, True),
        ("a.json", good, True),
        ("b.jsonl", "", True),
        ("c.jsonl", bad + good, True),
        ("d.jsonl", "\ufeff" + good, True),
    ):
        (folder / name).write_text(text, encoding="utf-8")
        result = run("", name, fails=fails)
        assert ("Invalid file format" in result.stdout) is fails
    (folder / "e.jsonl").write_bytes(
        good.encode() + json.dumps(chat(3, user="\u00e9"), ensure_ascii=False).encode("latin-1")
    )
    result = run("", "e.jsonl", fails=True)
    assert "Expected UTF-8" in result.stdout
    assert "Invalid file format" not in run(jsonl(chat(1), "{"), fails=True).stdout  # later lines are taken


def test_bodies_are_held_to_all_rules_of_todays_api() -> None:
    body = {
        "model": "gpt-5.6-sol",
        "input": "a",
        "tools": [{"type": "function", "name": "f", "parameters": {"type": 7}}],
    }
    problems = found(request(1, url=RESPONSES, body=body), batch=Batch(as_packs(None)))
    assert "/body/tools/0/parameters/type" in {problem.pointer for problem in problems}
    retired = found(request(1, url=RESPONSES, body={"model": "gpt-4-32k", "input": "a"}), batch=Batch(as_packs(None)))
    assert [(problem.rule, problem.param) for problem in retired] == [("model.retired", "body.model")]


def test_the_endpoints_are_those_of_the_sdk() -> None:
    endpoint = typing.get_type_hints(BatchCreateParams, include_extras=False)["endpoint"]
    assert set(rules.ENDPOINTS) == set(typing.get_args(endpoint))


@pytest.mark.parametrize("url", rules.ENDPOINTS)
def test_every_endpoint_passes_and_is_counted_where_nobody_checks_it(url: str) -> None:
    body = {"model": "m", "input": "a"}
    problems = found(*(request(number, url=url, body=body) for number in range(3)))
    if url == MODERATIONS:
        assert [problem.rule for problem in problems] == ["moderation.model.known"] * 3
        return
    (problem,) = problems
    assert (problem.rule, problem.severity, problem.line) == ("batch.body.unchecked", "note", None)
    assert f"3 bodies for {url}" in problem.message
    one, fragment = request(1, url=url, body=body), ["batch", "--pack", "presend.openai", "-"]
    result = CliRunner().invoke(command, fragment, input=jsonl(one))
    assert result.stdout.endswith("1 note in 1 file; 1 file not checked\n")
    assert "presend: cannot check -: presend.openai holds none of its operations. Give --pack" in result.stderr
    assert result.exit_code == 2
    run(jsonl(one), *fragment[1:3], "--ignore", "batch.body.unchecked", fails=False)
    beside = jsonl(one, request(2, body={"model": "m", "input": "a"}))
    assert CliRunner().invoke(command, fragment, input=beside).exit_code == 1  # it has two urls; one was judged


@pytest.mark.parametrize("url", rules.ENDPOINTS)
def test_every_endpoint_is_one_that_the_built_in_packs_hold(url: str) -> None:
    problems = found(request(1, url=url, body={"model": 5}), batch=Batch(as_packs(None)))
    assert "/body/model schema.type" in {f"{problem.pointer} {problem.rule}" for problem in problems}


@pytest.mark.parametrize(
    ("url", "severity", "hint"),
    [
        ("/v1/chat/completion", "warning", "Did you mean '/v1/chat/completions' or"),
        ("/chat/completions", "warning", "Azure accepts the path without /v1."),
        ("/moderations", "warning", "Did you mean '/v1/moderations'?"),
        ("/v1/new/endpoint", "warning", "/v1/responses"),
        ("/v1/threads/thread_1/runs", "error", "/v1/responses"),
    ],
)
def test_an_endpoint_that_is_not_known_is_doubted_and_a_known_other_one_refused(
    url: str, severity: str, hint: str
) -> None:
    problem = next(p for p in found(request(url=url)) if p.rule == "batch.url.known")
    assert problem.severity == severity
    assert hint in problem.message


def test_an_operation_of_ones_own_pack_is_an_endpoint(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "own_pack").mkdir()
    (folder / "own_pack" / "__init__.py").touch()
    for name in ("schemas.json", "operations.json"):
        shutil.copy(str(resources.files("presend.openai") / name), folder / "own_pack")
    monkeypatch.syspath_prepend(folder)
    own = Batch(find_pack("own_pack"))
    assert told(request(url="/v1/threads/t/runs", body={"assistant_id": 7}), batch=own) == [(1, "schema.type", "error")]
    assert told(request(url="/v1/thread/t/runs"), batch=own)[0] == (1, "batch.url.known", "warning")


def limited(monkeypatch: pytest.MonkeyPatch, name: str, value: int) -> None:
    for module in (rules, lines, sys.modules[Seen.__module__]):
        if hasattr(module, name):
            monkeypatch.setattr(module, name, value)


def test_50_000_requests_are_enough() -> None:
    seen = Seen()
    for number in range(rules.MOST_REQUESTS):
        assert not list(seen.add(request(number), number + 1))
    ((rule, finding),) = seen.add(request(rules.MOST_REQUESTS), rules.MOST_REQUESTS + 1)
    assert (rule.id, finding.code) == ("batch.requests.max", "")  # no code was seen
    assert not list(seen.add(request(rules.MOST_REQUESTS + 1), rules.MOST_REQUESTS + 2))  # once is enough
    assert len(seen.ids) == rules.MOST_REQUESTS  # memory has its limit, however long the file


@pytest.mark.parametrize(
    ("size", "severity"),
    [(200_000_000, None), (200_000_001, "warning"), (200 * 2**20, "warning"), (200 * 2**20 + 1, "error")],
)
def test_200_mb_may_mean_mib(size: int, severity: str | None) -> None:
    with Path("a.jsonl").open("w") as file:
        for number in range(100):
            text = json.dumps(request(number))
            length = size // 100 + (size % 100 if number == 0 else 0)
            file.write(f"{text}{' ' * (length - len(text) - 1)}\n")
    assert Path("a.jsonl").stat().st_size == size
    problems = [problem for one in of_batch("a.jsonl", Batch(find_pack()), bool) for problem in one.problems]
    assert [(one.rule, one.severity) for one in problems] == ([("batch.size.max", severity)] if severity else [])


@pytest.mark.parametrize(
    ("value", "inputs"), [("a", 1), (["a", "b"], 2), ([1, 2, 3], 1), ([[1, 2], [3]], 2), ([], 1), (None, 1), (7, 1)]
)
def test_inputs_to_embed_are_counted_over_the_whole_file(
    value: object, inputs: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    requests = [request(number, url="/v1/embeddings", body={"model": "m", "input": value}) for number in range(3)]
    for limit, is_over in ((3 * inputs, False), (3 * inputs - 1, True)):
        limited(monkeypatch, "MOST_INPUTS", limit)
        assert ((3, "batch.embeddings.max-inputs", "error") in told(*requests)) is is_over


def test_no_requests_and_blank_lines() -> None:
    assert told() == told("", "") == [(None, "batch.requests.some", "error")]
    assert told(request(1), "", request(2)) == [(3, "batch.lines.blank", "warning")]
    assert told(request(1), "", batch=Batch(find_pack())) == []


def test_switches_reach_envelope_and_body() -> None:
    text = jsonl(request(1, extra=1, body={"input": "a", "inptu": 1}), request(1))
    assert run(text, fails=True).stdout.count("[unknown-key]") == 2
    assert run(text, "--ignore", "unknown-key", "--ignore", "batch.custom-id.unique", fails=False).stdout == (
        "ok: 2 payloads\n"
    )
    assert run(text, "--strict").stdout.count("error:") == 3
    assert run(text, "--enable", "observed.request.no-unknown-keys").stdout.count("error:") == 3
    unknown = run(text, "--ignore", "batch.custom-id.uniqe")
    assert (unknown.exit_code, "Did you mean 'batch.custom-id.unique'" in unknown.stderr) == (2, True)
    unknown = run(text, "--pack", "no.such.pack")
    assert (unknown.exit_code, "Unknown pack" in unknown.stderr) == (2, True)


def test_it_goes_on_unless_told_otherwise() -> None:
    text = jsonl(request(1), request(2, method="GET"), request(3, method="GET", url="x"), request(4))
    assert run(text, fails=True).stdout.endswith("in 2 of 4 payloads\n")
    stopped = run(text, "--no-keep-going", fails=True)
    assert stopped.stdout.endswith("1 error in 1 of 2 payloads\n")
    assert (
        stopped.stderr == "presend: stopped after <stdin>, line 2, as --no-keep-going asks; the rest was not checked.\n"
    )
    most = run(text, "--max-problems", "2", fails=True)
    assert most.stdout.endswith("2 errors in 2 of 3 payloads\n")
    assert (
        most.stderr == "presend: stopped after <stdin>, line 3, as --max-problems 2 asks; the rest was not checked.\n"
    )
    assert run(text, "--max-problems", "0").exit_code == 2
    warned = jsonl(request(1, extra=1), request(2))
    assert run(warned, "--no-keep-going", fails=False).stdout.endswith("1 warning in 1 of 2 payloads\n")
    assert "stopped after <stdin>, line 1" in run(warned, "--no-keep-going", "--fail-on", "warning", fails=True).stderr


def test_every_format_and_several_files(folder: Path) -> None:
    (folder / "a.jsonl").write_text(jsonl(request(1), request(1)))
    (folder / "b.jsonl").write_text(jsonl(request(1)))
    for form in BATCH_REPORTS:
        assert "Duplicate 'custom_id'" in run("", "a.jsonl", "b.jsonl", "--format", form, fails=True).stdout
    assert run("", "b.jsonl", "b.jsonl").stdout == "ok: 2 payloads\n"
    unread = run("", "none.jsonl", "b.jsonl")
    assert (unread.exit_code, "Check the name" in unread.stderr) == (2, True)


PARTS = st.sampled_from(["custom_id", "method", "url", "body", "model", "input", "a/b~c", ""])
SCALARS = st.sampled_from(
    [None, True, 7, 2.0, float("nan"), "", "POST", MODERATIONS, "/v1/embeddings", "a\ud800", "é👍"]
)
ANYTHING = st.recursive(
    SCALARS, lambda below: st.lists(below, max_size=3) | st.dictionaries(PARTS, below, max_size=4), max_leaves=12
)
LINES = st.lists(
    ANYTHING.map(lambda value: json.dumps(value, ensure_ascii=True).encode())
    | st.binary(max_size=20).map(lambda raw: raw.replace(b"\n", b"")),
    max_size=6,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])  # one folder for all examples will do
@given(LINES)
def test_every_problem_names_its_line(texts: list[bytes]) -> None:
    with Path("a.jsonl").open("wb") as file:
        file.write(b"\n".join(texts))
    batch = Batch(find_pack(), show_values=True)
    results = list(of_batch("a.jsonl", batch, bool))
    told_lines = {problem.line for result in results for problem in result.problems}
    bad = {n for n, text in enumerate(texts, start=1) if text.strip(WHITE) and not is_request(text)}
    if b"\n".join(texts).startswith(tuple(COMPRESSED)):  # reported on standard error
        assert any(result.unreadable for result in results)
        return
    if any("Expected JSONL" in problem.message for result in results for problem in result.problems):
        first = [n for n, text in enumerate(texts, start=1) if text.strip(WHITE)][: lines.FIRST]
        assert set(first) <= bad
        assert told_lines == {first[0]}
        return
    assert bad <= told_lines
    assert sum(result.payloads for result in results) == sum(bool(text.strip(WHITE)) for text in texts)


def is_request(text: bytes) -> bool:
    try:
        value = json.loads(text)
    except ValueError:
        return False
    return isinstance(value, dict) and value.keys() >= {"custom_id", "method", "url", "body"}


def test_the_rules_of_batch_files_can_be_explained_and_listed() -> None:
    for rule in rules.RULES:
        assert rule.summary in CliRunner().invoke(command, ["explain", rule.id]).stdout
    assert {rule.id for rule in rules.RULES} <= FORMAT.rules.keys()
    assert LINE in FORMAT.schemas


SEVEN = {  # line → what happens to it
    7: lambda line: line.replace("request-7", "request-3"),
    1_234: lambda line: line.replace('"omni-moderation-latest"', "7"),
    9_999: lambda line: line.replace('"POST"', '"PUT"'),
    20_000: lambda line: line.replace('"Hello"', "[]"),
    31_337: lambda line: line.replace(MODERATIONS, "/v1/embeddings"),
    40_404: lambda line: line.replace("omni-moderation-latest", "text-moderation-latest"),
    50_000: lambda line: line[:-1],
}


def fifty_thousand(path: Path, count: int = 50_000) -> None:
    with path.open("w") as file:
        for number in range(1, count + 1):
            line = json.dumps(request(number))
            file.write(SEVEN.get(number, str)(line) + "\n")


MEASURED = """
import resource, sys
from presend.cli.program import main
try:
    main()
finally:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)
"""


def test_seven_faults_in_fifty_thousand_lines_in_constant_memory(folder: Path) -> None:
    peaks = []
    for count in (5_000, 50_000):
        fifty_thousand(folder / "a.jsonl", count)
        done = subprocess.run(
            [sys.executable, "-c", MEASURED, "batch", "a.jsonl", "--format", "json"],
            capture_output=True,
            text=True,
            check=False,
            timeout=300,
        )
        assert done.returncode == 1
        assert [error["line"] for error in json.loads(done.stdout)["data"]] == [n for n in SEVEN if n <= count]
        peaks.append(int(done.stderr))
    few, many = (peak * 1024 if sys.platform == "linux" else peak for peak in peaks)
    assert many - few < 12 * 2**20  # the hashes of 45,000 ids; the lines themselves are as long


def test_progress_is_shown_on_a_terminal(folder: Path) -> None:
    fifty_thousand(folder / "a.jsonl", 15_000)
    seen = on_terminal("batch", "a.jsonl")
    assert "Checking" in seen
    assert "100%" in seen
    assert "3 errors in 3 of 15,000 payloads" in seen
