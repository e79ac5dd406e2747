"""Odd schemas, sources and outputs that once got a wrong report, a wrong repair or a traceback."""

from __future__ import annotations

import functools
import io
import json
import os
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
from click.testing import CliRunner
from openai.lib._pydantic import to_strict_json_schema
from pydantic import BaseModel, Field, RootModel

import presend
from presend.cli.program import command
from presend.json_schemas.listening import OutputListener
from presend.reading.python_types import as_the_sdk_sends, schema_of

if TYPE_CHECKING:
    from collections.abc import Iterator

S = {"type": "string"}
N = {"type": "integer"}


def o(required: list[str] | None = None, **members: Any) -> dict[str, Any]:
    """Return an object schema."""
    return {"type": "object", "properties": members, **({"required": required} if required is not None else {})}


def mended(source: Any) -> presend.StrictSchema:
    found = presend.strict_schema(source)
    assert [one for one in presend.check_schema(found, strict=True) if one.severity != "note"] == []
    return found


# Each source, and a value that it refuses: the result refuses it too, once nulls for absent members are taken out.
WIDENED: list[tuple[str, Any, Any]] = [
    (
        "two targets of one name",
        {
            **o(["p", "q"], p={"$ref": "#/$defs/A/properties/x"}, q={"$ref": "#/$defs/B/properties/x"}),
            "$defs": {"A": o(x=S), "B": o(x=N)},
        },
        {"p": "s", "q": "s"},
    ),
    (
        "definitions in both places",
        {
            **o(["p", "q"], p={"$ref": "#/$defs/A"}, q={"$ref": "#/definitions/A"}),
            "$defs": {"A": S},
            "definitions": {"A": N},
        },
        {"p": "s", "q": "s"},
    ),
    (
        "keywords beside the root's $ref",
        {"$ref": "#/$defs/A", "required": ["b"], "$defs": {"A": o(["a"], a=S, b=S)}},
        {"a": None, "b": "x"},
    ),
    (
        "a chain of references",
        o(["x"], x={"allOf": [{"$ref": "#/$defs/A"}]})
        | {"$defs": {"A": {"$ref": "#/$defs/B", "minLength": 5}, "B": S}},
        {"x": "a"},
    ),
    (
        "a tuple with less",
        o(["x"], x={"type": "array", "prefixItems": [S, S, S], "items": False, "maxItems": 1}),
        {"x": ["a", "b", "c"]},
    ),
    ("1 and true in enums", o(["x"], x={"allOf": [{"enum": [1, True]}, {"enum": ["a", True]}]}), {"x": 1}),
    (
        "a tag behind allOf",
        o(["x"], x={"allOf": [{"oneOf": [o(k={"const": "a"}), o(k={"const": "b"})]}]}),
        {"x": {"k": None}},
    ),
    (
        "a tag behind the root's $ref",
        {"$ref": "#/$defs/N", "$defs": {"N": o(["u"], u={"oneOf": [o(k={"const": "a"}), o(k={"const": "b"})]})}},
        {"u": {"k": None}},
    ),
]
REFUSED: list[tuple[str, Any]] = [
    ("oneOf of open objects", o(["x"], x={"oneOf": [o(["a"], a=S), o(["a", "b"], a=S, b=S)]})),
    ("oneOf of 1 and 1.0", o(["x"], x={"oneOf": [{"const": 1}, {"const": 1.0}]})),
    ("properties beside anyOf", o(["x"], x={**o(a=S), "anyOf": [o(["a"], a={"type": ["string", "null"]})]})),
    ("items beside anyOf", o(["x"], x={"type": "array", "items": S, "anyOf": [{"type": "array", "items": N}]})),
    ("const 1 and true", o(["x"], x={"allOf": [{"const": 1}, {"const": True}]})),
    (
        "positions 1 and true",
        o(["x"], x={"type": "array", "prefixItems": [{"const": 1}, {"const": True}], "items": False}),
    ),
    (
        "more limits on keys",
        o(["x"], x={"type": "object", "propertyNames": {"enum": ["a"], "pattern": "^b"}, "additionalProperties": S}),
    ),
    (
        "an $id inside",
        {**o(["a"], a={"$ref": "#/$defs/A"}), "$defs": {"A": {"$id": "https://example.com/a", **o(["p"], p=S)}}},
    ),
    ("itself, with a keyword beside", o(["a"], a={"type": "object", "$ref": "#"})),
    ("itself by allOf", o(["a"], a={"allOf": [{"$ref": "#"}, {"minProperties": 1}]})),
    ("an enum that is none", o(["a"], a={"enum": "a"})),
    ("a $ref that is none", o(["a"], a={"$ref": 5})),
    ("allOf that is none", o(["a"], a={"allOf": -1})),
    ("required that is none", {"type": "object", "properties": {"a": S}, "required": "a"}),
    ("branches that are none", o(["a"], a={"oneOf": [{"type": "object", "required": 5}, S]})),
]


@pytest.mark.parametrize(("source", "value"), [row[1:] for row in WIDENED], ids=[row[0] for row in WIDENED])
def test_no_value_is_allowed_that_the_source_refuses(source: Any, value: Any) -> None:
    found = mended(source)
    refused = not jsonschema.Draft202012Validator(found).is_valid(value)
    assert refused or jsonschema.Draft202012Validator(source).is_valid(found.restore(value))


@pytest.mark.parametrize("source", [row[1] for row in REFUSED], ids=[row[0] for row in REFUSED])
def test_what_cannot_be_said_is_refused_in_words(source: Any) -> None:
    with pytest.raises(presend.InvalidSchema) as refused:
        presend.strict_schema(source)
    assert refused.value.problems


def test_one_reference_in_all_of_stays_a_reference_however_many_there_are() -> None:
    chain: dict[str, Any] = {"d18": o(["a"], a=S)}
    for number in range(18):
        below = {"allOf": [{"$ref": f"#/$defs/d{number + 1}"}], "description": "d"}
        chain[f"d{number}"] = o(["a", "b"], a=below, b=below)
    found = mended({"$ref": "#/$defs/d0", "$defs": chain})
    assert len(json.dumps(found)) < 10_000


def test_names_with_percent_signs_are_found_again() -> None:
    found = mended({**o(["a"], a={"$ref": "#/$defs/a%20b"}), "$defs": {"a b": S}})
    assert found["$defs"] == {"a b": S}
    assert jsonschema.Draft202012Validator(found).is_valid({"a": "x"})


def test_an_empty_model_in_a_field_is_an_empty_object() -> None:
    class Empty(BaseModel):
        pass

    class Holder(BaseModel):
        value: Empty | int

    assert mended(Holder)["$defs"]["Empty"]["additionalProperties"] is False


def test_a_union_of_an_old_dialect_is_restored() -> None:
    source = {"$schema": "http://json-schema.org/draft-04/schema#", **o(x={"anyOf": [o(a=S), S]})}
    assert mended(source).restore({"x": {"a": None}}) == {"x": {}}


@pytest.fixture
def visited() -> Iterator[tuple[str, list[str]]]:
    """Yield the address of a server, and the list of paths that were requested."""
    paths: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            paths.append(self.path)
            self.send_response(200)
            self.end_headers()
            self.wfile.write(b"{}")

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}", paths
        server.shutdown()
        thread.join()


def test_nothing_that_a_schema_names_is_fetched(visited: tuple[str, list[str]], tmp_path: Path) -> None:
    address, paths = visited
    (tmp_path / "a.json").write_text('{"type": "integer"}', "utf-8")
    for reference in (f"{address}/a.json", (tmp_path / "a.json").as_uri()):
        schema = o(["a"], a={"$ref": reference})
        request = {"text": {"format": {"type": "json_schema", "name": "f", "schema": schema}}}
        answer = {"output": [{"type": "message", "content": [{"type": "output_text", "text": '{"a": "x"}'}]}]}
        assert presend.check_output(request, answer) == ()
        presend.check_schema(schema)
        with pytest.raises(presend.InvalidSchema):
            presend.strict_schema(schema)
    assert paths == []


def call(name: str = "find") -> dict[str, Any]:
    return {"type": "function_call", "name": name, "arguments": "{}"}


FUNCTION = {"type": "function", "name": "find", "parameters": o()}
FORMAT = {"text": {"format": {"type": "json_schema", "name": "f", "schema": o(["a"], a=S)}}}


def said(text: str, **others: Any) -> dict[str, Any]:
    return {"type": "message", "content": [{"type": "output_text", "text": text}], **others}


@pytest.mark.parametrize(
    ("request_", "answer"),
    [
        ({"prompt": {"id": "pmpt_1"}}, {"output": [call()]}),
        ({"tools": [{"type": "namespace", "name": "n", "tools": [FUNCTION]}]}, {"output": [call()]}),
        ({"tools": [{"type": "tool_search"}]}, {"output": [call()]}),
        ({"tools": [], "input": [{"type": "tool_search_output", "tools": [FUNCTION]}]}, {"output": [call()]}),
        ({**FORMAT, "tools": [FUNCTION]}, {"output": [said("Let me look."), call()]}),
        (FORMAT, {"output": [said("Thinking.", phase="commentary"), said('{"a": "x"}')]}),
        (FORMAT, {"status": "failed", "output": [said("{")]}),
        (FORMAT, {"status": "in_progress", "output": [said("{")]}),
    ],
)
def test_optional_parts_that_do_not_fit_are_no_problem(request_: Any, answer: Any) -> None:
    assert presend.check_output(request_, answer) == ()


def test_an_empty_refusal_hides_nothing() -> None:
    request = {"response_format": {"type": "json_object"}}
    answer = {"choices": [{"message": {"content": "{", "refusal": ""}, "finish_reason": "stop"}]}
    assert [problem.rule for problem in presend.check_output(request, answer)] == ["output.is-json"]


def chunks(*choices: Any) -> list[str]:
    listener = OutputListener(
        json.dumps(
            {
                "tools": [{"type": "function", "function": {"name": "x", "parameters": o()}}],
                "response_format": {"type": "json_object"},
            }
        ).encode()
    )
    found = [listener.of_event(json.dumps({"choices": [choice]}).encode()) for choice in choices]
    return [problem.rule for problems in found for problem in problems]


def delta(finish: Any = None, **members: Any) -> dict[str, Any]:
    return {"index": 0, "delta": members, "finish_reason": finish}


def streamed(arguments: str, **more: Any) -> list[dict[str, Any]]:
    return [{**more, "function": {"name": "x", "arguments": arguments}}]


@pytest.mark.parametrize(
    ("choices", "rules"),
    [
        ([delta(tool_calls=streamed("{", index=0)), delta(tool_calls=streamed("}", index=0)), delta("tool_calls")], []),
        ([delta(tool_calls=streamed("{}")), delta(tool_calls=streamed("{}")), delta("tool_calls")], []),
        ([delta(tool_calls=streamed("{", index=1)), delta("tool_calls")], ["output.is-json"]),
        ([delta(content="{}"), delta("stop"), delta("stop", content="")], []),
        ([delta(function_call={"name": "x", "arguments": "{"}), delta("function_call")], ["output.is-json"]),
        ([None, {"delta": 5, "finish_reason": None}, {"index": "0", "delta": {"tool_calls": [5]}}], []),
    ],
)
def test_streams_of_any_server_are_heard(choices: list[Any], rules: list[str]) -> None:
    assert chunks(*choices) == rules


@pytest.mark.parametrize(
    "source",
    [
        [{"type": "web_search"}, {"type": "mcp", "server_label": "a"}, {"type": "custom", "name": "c"}],
        {"type": "text"},
        {"type": "json_object"},
        {"type": "namespace", "tools": [{"type": "function", "name": "f", "parameters": o()}]},
        {"name": "f", "schema": o(a=S)},
    ],
)
def test_tools_and_formats_without_a_schema_are_passed_over(source: Any) -> None:
    assert presend.check_schema(source) == ()


@pytest.mark.parametrize(
    "source",
    [
        [1, "x"],
        [[S]],
        {"type": "function", "name": "x", "parameters": "oops"},
        {"type": "json_schema", "json_schema": {"name": "x", "schema": "x"}},
        {"type": "namespace", "tools": [{"type": "function", "name": "f", "parameters": {"type": "array"}}]},
    ],
)
def test_a_value_that_is_no_schema_is_reported(source: Any) -> None:
    assert presend.check_schema(source)


def test_strings_of_enums_count_in_the_proof_too() -> None:
    schema = {**o(["a"], a={"type": "string", "enum": ["x" * 70_000, "y" * 70_000]}), "additionalProperties": False}
    assert [problem.rule for problem in presend.check_schema(schema)] == ["strict.characters"]


@pytest.mark.parametrize(
    ("pattern", "looks"),
    [
        ("[(?=a)]", False),
        (r"\(?=a", False),
        ("(?<name>a)", False),
        ("[^(?=]a(?!b)", True),
        ("a(?<!b)", True),
        ("[" * 40_000, False),
    ],
)
def test_lookaround_is_found_outside_classes_alone(pattern: str, *, looks: bool) -> None:
    schema = {**o(["a"], a={"type": "string", "pattern": pattern}), "additionalProperties": False}
    assert ("observed.strict.lookaround" in {one.rule for one in presend.check_schema(schema)}) is looks


def test_parameters_have_any_name() -> None:
    def function(_x: dict[str, int], model_config: int, copy: str = "a") -> None: ...

    schema = schema_of(function)
    assert [*schema["properties"]] == ["_x", "model_config", "copy"]
    assert schema["required"] == ["_x", "model_config"]


def test_partial_functions_and_callable_objects_count_and_keep_their_secrets() -> None:
    def function(a: str, b: dict[str, int]) -> None: ...

    class Tool:
        def __call__(self, a: int) -> None: ...

    partial = functools.partial(function, a="SECRET")
    (problem,) = presend.check_schema(partial)
    assert "SECRET" not in repr(problem)
    assert problem.field == "function.b"
    assert presend.check_schema(Tool()) == ()


def test_what_a_type_says_of_itself_may_fail() -> None:
    class Odd:
        @classmethod
        def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
            raise KeyError("odd")

    (problem,) = presend.check_schema(Odd)
    assert problem.rule == "schema.python.describable"
    assert presend.check_schema(Odd, ignore=["schema.python.describable"]) == ()


def test_a_class_with_a_member_json_schema_is_no_adapter() -> None:
    class Model(BaseModel):
        json_schema: str

    assert presend.check_schema(Model) == ()


class Kind(RootModel[dict[str, int]]):
    pass


class Another(BaseModel):
    x: Kind = Field(description="d")


class Model(BaseModel):
    a: Another


def test_what_the_sdk_loses_is_lost_here_too() -> None:
    assert as_the_sdk_sends(schema_of(Model)) == to_strict_json_schema(Model)
    chained = {
        "$defs": {"A": {"$ref": "#/$defs/B", "title": "W"}, "B": S},
        "properties": {"x": {"$ref": "#/$defs/A", "description": "d"}},
    }
    assert as_the_sdk_sends(chained)["$defs"]["A"] == {"title": "W", "type": "string"}


def test_a_pipe_is_read() -> None:
    reading, writing = os.pipe()
    os.write(writing, json.dumps(o(a=S)).encode())
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        assert len(presend.check_schema(pipe)) == 2

    class OnlyReads:
        def read(self) -> str:
            return json.dumps(o(a=S))

    assert len(presend.check_schema(OnlyReads())) == 2
    assert len(presend.check_schema(io.StringIO(json.dumps(o(a=S))))) == 2


def run(*arguments: str, text: str | None = None) -> Any:
    return CliRunner().invoke(command, ["schema", *arguments], input=text, catch_exceptions=False)


OPEN = json.dumps(o(["a"], a=S))


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("a.yaml", "---\ntype: object\nproperties: {a: {type: string}}\n---\n%BAD\n", "--in-place writes JSON"),
        ("a.jsonl", OPEN + "\n", "--in-place writes JSON"),
        ("a.json", '{"type": "object", "properties": {"a": {"type": "string"}}, "properties": {}}', "appears twice"),
        ("a.json", "{", "Expected a member"),
        ("a.json", "5", "Expected"),
    ],
)
def test_what_cannot_be_mended_in_place_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(name).write_text(text, "utf-8")
    result = run("--fix", "--in-place", name)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())
    assert Path(name).read_text("utf-8") == text


def test_a_broken_document_is_reported_also_without_in_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.yaml").write_text("type: object\n---\n%BAD\n", "utf-8")
    assert run("--fix", "a.yaml").exit_code == 2


def test_in_place_follows_links_and_keeps_the_mode(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("real.json").write_text(OPEN, "utf-8")
    Path("real.json").chmod(0o600)
    Path("link.json").symlink_to("real.json")
    assert run("--fix", "--in-place", "link.json").exit_code == 0
    assert Path("link.json").is_symlink()
    assert json.loads(Path("real.json").read_text("utf-8"))["additionalProperties"] is False
    assert Path("real.json").stat().st_mode & 0o777 == 0o600
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link.json", "real.json"]


def test_a_list_of_tools_is_mended_where_they_have_schemas() -> None:
    tools = [{"type": "web_search"}, {"type": "function", "name": "f", "parameters": o(["a"], a=S)}]
    result = run("--fix", "-", text=json.dumps(tools))
    first, second = json.loads(result.stdout)
    assert (result.exit_code, first, second["strict"]) == (0, {"type": "web_search"}, True)


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import sys; sys.exit(0)", "SystemExit"),
        ("raise BaseException('x')", "BaseException: x"),
        ("def __getattr__(name):\n    raise RuntimeError('no')", "RuntimeError: no"),
        ("class E(Exception):\n    def __str__(self):\n        raise KeyError\nraise E", ": E"),
    ],
)
def test_a_module_that_fails_is_no_success(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, told: str, request: pytest.FixtureRequest
) -> None:
    name = f"odd_module_{abs(hash(request.node.name))}"
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    Path(f"{name}.py").write_text(code, "utf-8")
    result = run(f"{name}:Order")
    assert result.exit_code == 2
    assert told in result.stderr


def test_what_a_module_prints_is_no_part_of_a_report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    Path("loud_module.py").write_text("print('hello')\nSCHEMA = {'type': 'object'}\n", "utf-8")
    result = run("loud_module:SCHEMA", "--no-strict", "--format", "json")
    assert json.loads(result.stdout)["summary"]["files"] == 1
