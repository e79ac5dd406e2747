"""`check_schema` and `presend schema` find schemas in all sources and report their faults."""

from __future__ import annotations

import dataclasses
import datetime as dt  # noqa: TC003 - pydantic reads the annotations
import enum
import io
import json
import sys
import uuid  # noqa: TC003
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any, Literal, NewType

import pydantic
import pytest
from click.testing import CliRunner
from openai import pydantic_function_tool
from openai.lib._parsing._completions import type_to_response_format_param
from pydantic import BaseModel, Field, RootModel
from typing_extensions import TypedDict

import presend
from presend.cli.program import command
from presend.reading.python_types import NotDescribable, as_the_sdk_sends, response_format, schema_of

CLOSED = {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"], "additionalProperties": False}
OPEN = {"type": "object", "properties": {"a": {"type": "string"}}, "required": ["a"]}
SUBSET = "response-format.json-schema.strict.schema-subset"


class Colour(enum.Enum):
    red = "red"
    blue = "blue"


class Line(BaseModel):
    price: Annotated[float, Field(description="in euros")]  # pydantic before 2.13 writes lookaround for a Decimal
    tags: dict[str, int] = {}
    colour: Colour = Field(description="its colour")


class Order(BaseModel):
    lines: list[Line]
    first: Line = Field(description="the first of them")
    note: str | None = None


class Cat(BaseModel):
    kind: Literal["cat"]
    lives: int = 9


class Dog(BaseModel):
    kind: Literal["dog"]


class Pets(BaseModel):
    pets: list[Annotated[Cat | Dog, Field(discriminator="kind")]]
    pair: tuple[int, str]
    anything: Any
    when: dt.datetime
    id: uuid.UUID


class Tree(BaseModel):
    value: Literal["a", 1]
    children: list[Tree] = []
    parent: Tree | None = Field(default=None, description="above")


class Aliased(BaseModel):
    from_: str = Field(alias="from")


@dataclasses.dataclass
class Point:
    x: int
    y: int = 0


class Record(TypedDict):
    name: str
    points: list[Point]


Named = NewType("Named", Point)
SENT = [Order, Cat, Pets, Tree, Aliased, RootModel[list[Cat]], RootModel[Cat | Dog]]


def run(*arguments: str, text: str | None = None) -> Any:
    return CliRunner().invoke(command, ["schema", *arguments], input=text, catch_exceptions=False)


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Give the name of a module with a good and a bad type, in the working folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "shop_types.py").write_text(
        "from pydantic import BaseModel\n"
        "class Good(BaseModel):\n    a: int\n    b: str = 'x'\n"
        "class Bad(BaseModel):\n    goods: list[Good]\n    names: dict[str, str]\n"
        "class Outer:\n    class Inner(BaseModel):\n        a: int\n"
        "text = 'no type'\n",
        "utf-8",
    )
    (tmp_path / "broken_types.py").write_text("raise ValueError('no setting')\n", "utf-8")
    yield "shop_types"
    sys.modules.pop("shop_types", None)


@pytest.mark.parametrize("source", [CLOSED, json.dumps(CLOSED), json.dumps(CLOSED).encode(), [CLOSED, CLOSED], ()])
def test_a_sound_schema_has_no_problem(source: Any) -> None:
    assert presend.check_schema(source) == ()


def test_a_schema_comes_as_mapping_text_path_or_open_file(tmp_path: Path) -> None:
    text = json.dumps(OPEN)
    path = tmp_path / "a.json"
    path.write_text(f"\n{text}", "utf-8")
    for source, line in ((OPEN, None), (text, 1), (text.encode(), 1), (path, 2), (io.StringIO(text), 1)):
        (problem,) = presend.check_schema(source)
        assert (problem.rule, problem.pointer, problem.line) == (SUBSET, "/additionalProperties", line)
        assert problem.field is None
    with path.open("rb") as file:
        file.seek(1)
        (problem,) = presend.check_schema(file)
        assert (problem.line, file.tell()) == (1, 1)


@pytest.mark.parametrize("source", [5, None, 2.5, object()])
def test_anything_else_is_a_type_error_that_says_what_is_expected(source: Any) -> None:
    with pytest.raises(TypeError, match=f"Expected a JSON Schema as a mapping.*got {type(source).__name__}"):
        presend.check_schema(source)


@pytest.mark.parametrize("source", ['"text"', "5", "null"])
def test_json_that_is_no_object_is_a_problem(source: str) -> None:
    assert [problem.rule for problem in presend.check_schema(source)] == ["schema.type"]


def test_text_that_is_no_json_is_a_problem() -> None:
    assert [problem.rule for problem in presend.check_schema('{"type": ')] == ["json.malformed"]


@pytest.mark.parametrize(
    ("holder", "pointer"),
    [
        (
            lambda strict: {"type": "function", "function": {"name": "f", "parameters": OPEN, **strict}},
            "/function/parameters",
        ),
        (lambda strict: {"type": "function", "name": "f", "parameters": OPEN, **strict}, "/parameters"),
        (lambda strict: {"name": "f", "parameters": OPEN, **strict}, "/parameters"),
        (
            lambda strict: {"type": "json_schema", "json_schema": {"name": "f", "schema": OPEN, **strict}},
            "/json_schema/schema",
        ),
        (lambda strict: {"type": "json_schema", "name": "f", "schema": OPEN, **strict}, "/schema"),
    ],
)
def test_a_tool_says_itself_whether_it_is_strict(holder: Callable[[dict[str, Any]], Any], pointer: str) -> None:
    for strict in ({}, {"strict": False}, {"strict": None}):
        assert presend.check_schema(holder(strict)) == ()
        assert len(presend.check_schema(holder(strict), strict=True)) == 1
    (problem,) = presend.check_schema(holder({"strict": True}))
    assert problem.pointer == f"{pointer}/additionalProperties"
    assert presend.check_schema([holder({"strict": True})])[0].pointer == f"/0{pointer}/additionalProperties"
    assert presend.check_schema(holder({"strict": True}), strict=False) == ()


def test_a_plain_schema_is_asked_what_each_function_is_asked() -> None:
    assert presend.check_schema(OPEN, strict=False) == ()
    (problem,) = presend.check_schema({"type": "object", "properties": {"a": {"type": "array"}}}, strict=False)
    assert problem.rule == "observed.function.parameters.array-items"
    assert (
        presend.check_schema({"type": "array", "items": {}}, strict=False)[0].rule
        == "observed.function.parameters.root"
    )


FIELDS: list[tuple[Any, dict[str, str]]] = [
    (Order, {"Order.lines[].tags": SUBSET, "Order.first.tags": SUBSET}),
    (
        Pets,
        {
            "Pets.pets[]": "observed.strict.one-of",
            "Pets.pair": "observed.strict.prefix-items",
            "Pets.anything": "observed.strict.typed",
        },
    ),
    (Tree, {"Tree.value": "strict.typed-values", "Tree.children[].value": "strict.typed-values"}),
    (Aliased, {}),
    (Point, {}),
    (Record, {}),
    (Named, {}),
    (RootModel[list[Cat]], {"RootModel[list[Cat]]": "observed.strict.root"}),
    (list[Point], {f"list[{__name__}.Point]": "observed.strict.root"}),
    (pydantic.TypeAdapter(Point), {}),
]


@pytest.mark.parametrize(("source", "fields"), FIELDS)
def test_problems_of_a_python_type_name_the_field(source: Any, fields: dict[str, str]) -> None:
    found = presend.check_schema(source)
    told = {problem.field: problem.rule for problem in found if problem.rule != "observed.strict.array-items"}
    assert told == fields
    for problem in found:
        assert problem.field is not None
        assert f"'{problem.field}'" in problem.message


def test_a_function_counts_by_its_parameters() -> None:
    def search(query: str, limit: int = 10, *, tags: dict[str, str]) -> None: ...

    (problem,) = presend.check_schema(search)
    assert (problem.field, problem.rule) == ("search.tags", SUBSET)
    assert presend.check_schema(search, strict=False) == ()


@pytest.mark.parametrize(
    ("source", "told"),
    [
        (lambda *names: names, "takes *names"),
        (lambda **options: options, "takes **options"),
        (Callable[[], int], "pydantic cannot make a JSON Schema of"),
        (type("Plain", (), {}), "pydantic cannot make a JSON Schema of Plain"),
    ],
)
def test_a_type_without_a_schema_is_reported(source: Any, told: str) -> None:
    (problem,) = presend.check_schema(source)
    assert problem.rule == "schema.python.describable"
    assert told in problem.message
    with pytest.raises(presend.InvalidSchema):
        presend.strict_schema(source)


@pytest.mark.parametrize("model", SENT)
def test_a_type_is_sent_as_the_sdk_sends_it(model: Any) -> None:
    sent = as_the_sdk_sends(schema_of(model))
    tool = pydantic_function_tool(model)["function"].get("parameters")
    assert json.dumps(sent) == json.dumps(tool)
    assert response_format(model) == type_to_response_format_param(model)


def test_a_type_that_the_sdk_cannot_send_is_reported() -> None:
    endless = {
        "$ref": "#/$defs/n",
        "description": "d",
        "$defs": {"n": {"properties": {"n": {"$ref": "#/$defs/n", "title": "t"}}}},
    }
    for schema in (endless, {"$ref": "#/$defs/x", "title": "t"}):
        with pytest.raises(NotDescribable, match="cannot send"):
            as_the_sdk_sends(schema)


def test_a_class_as_response_format_is_understood_as_the_sdk_would_send_it() -> None:
    chat = {"model": "gpt-5.4", "messages": [{"role": "user", "content": "Hello"}]}
    assert presend.is_valid("POST /chat/completions", {**chat, "response_format": Cat})
    assert presend.is_valid("CreateRunRequest", {"assistant_id": "a", "response_format": Cat})
    found = presend.check("POST /chat/completions", {**chat, "response_format": Pets}, ignore=["model.retiring"])
    assert {problem.rule for problem in found} == {
        "observed.strict.array-items",
        "observed.strict.one-of",
        "observed.strict.prefix-items",
        "observed.strict.typed",
    }
    assert {problem.param for problem in found} == {"response_format"}
    response = {"model": "my-model", "input": "Hello", "text": {"format": Cat}}
    assert presend.check("POST /responses", response) == ()
    bad = presend.check("POST /responses", {**response, "text": {"format": Pets}})
    assert {problem.param for problem in bad} == {"text.format.schema"}


def test_the_command_takes_files_and_types(module: str) -> None:
    Path("a.json").write_text(json.dumps([CLOSED, OPEN], indent=1), "utf-8")
    result = run("a.json", f"{module}:Bad", f"{module}:Good", f"{module}:Outer.Inner")
    assert result.exit_code == 1
    first, second, last = result.stdout.splitlines()
    assert first == (
        f"{module}:Bad: error: Invalid schema for strict mode: 'additionalProperties' of 'Bad.names' is required to be "
        f"supplied and to be false. For a map, use a list of objects with a key and a value each. [{SUBSET}]"
    )
    assert second.startswith("a.json:14:")
    assert last == "2 errors in 2 of 4 files"
    assert run("a.json", "--no-strict").exit_code == 0
    assert run("a.json", "--ignore", SUBSET).exit_code == 0
    assert (
        json.loads(run(f"{module}:Bad", "--format", "json").stdout)["files"][0]["problems"][0]["field"] == "Bad.names"
    )
    assert run("-", text=json.dumps(CLOSED)).output == "ok\n"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["shop_types:Nothing"], "shop_types has no Nothing"),
        (["no_such_module:Order"], "Cannot import no_such_module"),
        (["broken_types:Order"], "Cannot import broken_types for broken_types:Order: ValueError: no setting."),
        (["shop_types:text"], "got str"),
        (["nothing.json"], "cannot read nothing.json"),
        (["--in-place", "a.json"], "--in-place needs --fix"),
        (["--fix", "--in-place", "shop_types:Good"], "--in-place changes files only"),
        (["--fix", "shop_types:Good", "shop_types:Good"], "Give one source"),
        (["--ignore", "no.such", "shop_types:Good"], "Unknown rule 'no.such'"),
        (["--fix", "--ignore", "schema.type", "shop_types:Good"], "accepts neither --ignore nor --enable"),
    ],
)
def test_a_slip_is_a_usage_error(module: str, arguments: list[str], told: str) -> None:
    assert module
    result = run(*arguments)
    assert result.exit_code == 2
    assert told in " ".join(result.stderr.split())


def test_fix_writes_the_strict_equivalent(module: str) -> None:
    result = run("--fix", f"{module}:Good")
    assert result.exit_code == 0
    assert json.loads(result.stdout) == presend.strict_schema({**schema_of(sys.modules[module].Good)})
    assert "Good.b: The property is now required, and may be null." in result.stderr
    Path("tools.json").write_text(json.dumps([{"type": "function", "name": "f", "parameters": OPEN}]), "utf-8")
    assert run("--fix", "--in-place", "tools.json").exit_code == 0
    assert json.loads(Path("tools.json").read_text("utf-8"))[0]["parameters"] == CLOSED
    assert run("tools.json", "--strict").exit_code == 0
    Path("map.json").write_text('{"type": "object", "additionalProperties": {"type": "string"}}', "utf-8")
    before = Path("map.json").read_bytes()
    refused = run("--fix", "--in-place", "map.json")
    assert (refused.exit_code, refused.stdout) == (1, "")
    assert "Strict mode has no maps" in refused.stderr
    assert Path("map.json").read_bytes() == before


def test_pytest_asserts_that_a_schema_is_taken(pytester: pytest.Pytester) -> None:
    pytester.makepyfile(
        """
        from pydantic import BaseModel

        class Good(BaseModel):
            a: int

        class Bad(BaseModel):
            names: dict[str, str]

        def test_good(presend_schema):
            presend_schema(Good)

        def test_bad(presend_schema):
            presend_schema(Bad)

        def test_bad_but_plain(presend_schema):
            presend_schema(Bad, strict=False)
        """
    )
    result = pytester.runpytest_inprocess("-p", "no:cacheprovider", "-p", "no:xdist")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["*error: /properties/names/additionalProperties: *'Bad.names'*"])
