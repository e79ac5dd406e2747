"""Parts of a form become arrays, objects and files, by their names and by the schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import httpx2
import openai
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from openai._qs import Querystring

import presend
import presend.httpx2
from presend.cli.program import command
from tests.amount import examples
from tests.loopback import loopback
from tests.specs import body, generate, posts, public_pack, spec

if TYPE_CHECKING:
    from pathlib import Path

TEXT, NUMBER, BINARY = {"type": "string"}, {"type": "number"}, {"type": "string", "format": "binary"}
WHOLE, YES = {"type": "integer"}, {"type": "boolean"}


def record(**members: Any) -> dict[str, Any]:
    """Return the schema of an object."""
    return {"type": "object", "properties": members}


def closed(**members: Any) -> dict[str, Any]:
    """Return the schema of an object that has no other members."""
    return {**record(**members), "additionalProperties": False}


def several(items: Any) -> dict[str, Any]:
    """Return the schema of an array."""
    return {"type": "array", "items": items}


FORM = record(
    tags=several(TEXT),
    counts=several(WHOLE),
    count=WHOLE,
    label=TEXT,
    one=BINARY,
    many=several(BINARY),
    some={"anyOf": [BINARY, several(BINARY)]},
    either={"oneOf": [BINARY, {**record(id=TEXT), "required": ["id"]}]},
    meta=record(a=WHOLE, b=several(NUMBER), c=record(d=YES, e=TEXT)),
    mode={"anyOf": [{"anyOf": [{"type": "string", "enum": ["auto"]}, closed(level=NUMBER)]}, {"type": "null"}]},
    limit={"anyOf": [{"type": "string", "enum": ["none"]}, WHOLE]},
    pairs=several(record(x=WHOLE)),
    grid=several(several(WHOLE)),
    **{
        "odd[]": several(TEXT),
        "shots[]": several(BINARY),
        "words": {"anyOf": [TEXT, several(TEXT)]},
        "free": {"type": "object"},
    },
)
CLOSED = closed(tags=several(TEXT))
VARIANT = {
    "oneOf": [
        {**record(kind={"const": "file"}, data=BINARY), "required": ["kind", "data"]},
        {**record(kind={"const": "link"}, depth=WHOLE), "required": ["kind", "depth"]},
    ]
}
FILE = ("a.txt", b"abc", "text/plain")
JSON = "application/json"
UNREAD = "unread"

# What is sent, each part with its name → the payload it stands for, the problem that is told of it, or UNREAD.
CASES: dict[str, tuple[list[tuple[Any, ...]], Any]] = {
    "an array in its standard form": ([("tags", "a"), ("tags", "b")], {"tags": ["a", "b"]}),
    "an array with brackets": ([("tags[]", "a"), ("tags[]", "b")], {"tags": ["a", "b"]}),
    "an array in both ways": ([("tags", "a"), ("tags[]", "b")], {"tags": ["a", "b"]}),
    "an array with places": ([("tags[1]", "b"), ("tags[0]", "a")], {"tags": ["a", "b"]}),
    "an array with a gap": ([("tags[0]", "a"), ("tags[2]", "b")], UNREAD),
    "an array of one": ([("tags", "a")], {"tags": ["a"]}),
    "an array of one, with brackets": ([("tags[]", "a")], {"tags": ["a"]}),
    "an array in JSON": ([("tags", '["a", "b"]')], {"tags": ["a", "b"]}),
    "an array in JSON that says so": ([("tags", '["a"]', JSON)], {"tags": ["a"]}),
    "an item that looks like JSON": ([("tags", "[a")], {"tags": ["[a"]}),
    "an array of integers": ([("counts", "1"), ("counts", "2")], {"counts": [1, 2]}),
    "an array of integers in JSON": ([("counts", "[1, 2]")], {"counts": [1, 2]}),
    "a wrong item": ([("counts", "1"), ("counts", "x")], "/counts/1 schema.type"),
    "a wrong only item": ([("counts", "x")], "/counts/0 schema.type"),
    "a wrong item in JSON": ([("counts", '["1"]')], "/counts/0 schema.type"),
    "a text or an array, once": ([("words", "a")], {"words": "a"}),
    "a text or an array, twice": ([("words", "a"), ("words", "b")], {"words": ["a", "b"]}),
    "a name that has brackets": ([("odd[]", "a"), ("odd[]", "b")], {"odd[]": ["a", "b"]}),
    "twice where no array is": ([("count", "1"), ("count", "2")], "/count schema.type"),
    "brackets where no array is": ([("count[]", "1")], "/count schema.type"),
    "a text twice": ([("label", "a"), ("label", "b")], "/label schema.type"),
    "arrays of arrays": ([("grid[0][0]", "1"), ("grid[0][1]", "2"), ("grid[1][]", "3")], {"grid": [[1, 2], [3]]}),
    "arrays of arrays, unnumbered": ([("grid[][]", "1")], UNREAD),
    "an array of objects": ([("pairs[0][x]", "1"), ("pairs[1][x]", "2")], {"pairs": [{"x": 1}, {"x": 2}]}),
    "an array of objects, unnumbered": ([("pairs[][x]", "1"), ("pairs[][x]", "2")], UNREAD),
    "an array of objects in JSON": ([("pairs", '{"x": 1}'), ("pairs", '{"x": 2}')], {"pairs": [{"x": 1}, {"x": 2}]}),
    "one object of an array in JSON": ([("pairs", '{"x": 1}')], {"pairs": [{"x": 1}]}),
    "an object": ([("meta[a]", "1"), ("meta[c][d]", "true")], {"meta": {"a": 1, "c": {"d": True}}}),
    "an array in an object": ([("meta[b][]", "1"), ("meta[b][]", "0.5")], {"meta": {"b": [1, 0.5]}}),
    "an array of one in an object": ([("meta[b]", "1")], {"meta": {"b": [1]}}),
    "an object in JSON": ([("meta", ' {"a": 1, "c": {"e": "1"}}')], {"meta": {"a": 1, "c": {"e": "1"}}}),
    "an object in JSON that says so": ([("meta", '{"a": 1}', "application/json; charset=utf-8")], {"meta": {"a": 1}}),
    "an object in a file": ([("meta", ("blob", b'{"a": 1}', JSON))], {"meta": {"a": 1}}),
    "a member in JSON": ([("meta[c]", '{"d": true}')], {"meta": {"c": {"d": True}}}),
    "an object of any members": ([("free[a][b]", "x"), ("free[a][c]", "1")], {"free": {"a": {"b": "x", "c": "1"}}}),
    "a wrong member": ([("meta[a]", "x")], "/meta/a schema.type"),
    "a wrong member in JSON": ([("meta", '{"a": "1"}')], "/meta/a schema.type"),
    "text that is no JSON": ([("meta", '{"a": 1')], "/meta schema.type"),
    "text that is no JSON and says so": ([("meta", "a", JSON)], "/meta schema.type"),
    "JSON of another type": ([("meta", "[1]")], "/meta schema.type"),
    "an object twice": ([("meta", "{}"), ("meta", "{}")], "/meta schema.type"),
    "an object in both ways": ([("meta", "{}"), ("meta[a]", "1")], UNREAD),
    "a member of no object": ([("count[a]", "1")], UNREAD),
    "too many brackets": ([("free" + "[a]" * 21, "x")], UNREAD),
    "a broken name": ([("meta[a", "1"), ("meta]a[", "1")], UNREAD),
    "JSON where text is wanted": ([("label", '{"a": 1}')], {"label": '{"a": 1}'}),
    "a string in JSON": ([("label", '"a"', JSON)], {"label": "a"}),
    "a string in JSON that does not say so": ([("label", '"a"')], {"label": '"a"'}),
    "a string or an object: the string": ([("mode", "auto")], {"mode": "auto"}),
    "a string or an object: another": ([("mode", "aut")], "/mode schema.enum"),
    "a string or an object: JSON": ([("mode", '{"level": 1}')], {"mode": {"level": 1}}),
    "a string or an object: its member": ([("mode[level]", "0.5")], {"mode": {"level": 0.5}}),
    "a string or an object: an unknown member": (
        [("mode", '{"leve": 1}')],
        "/mode/leve schema.additionalProperties",
    ),
    "a word or an integer: the word": ([("limit", "none")], {"limit": "none"}),
    "a word or an integer: the integer": ([("limit", "5")], {"limit": 5}),
    "a word or an integer: neither": ([("limit", "5.5")], "/limit schema.enum"),
    "a file": ([("one", FILE)], {"one": FILE}),
    "a file twice": ([("one", FILE), ("one", FILE)], "/one type.file"),
    "files in their standard form": ([("many", FILE), ("many", FILE)], {"many": [FILE, FILE]}),
    "files with brackets": ([("many[]", FILE), ("many[]", FILE)], {"many": [FILE, FILE]}),
    "files with places": ([("many[0]", FILE), ("many[1]", FILE)], {"many": [FILE, FILE]}),
    "one file of an array": ([("many", FILE)], {"many": [FILE]}),
    "a file or files: one": ([("some", FILE)], {"some": FILE}),
    "a file or files: one, with brackets": ([("some[]", FILE)], {"some": [FILE]}),
    "a file or files: two": ([("some", FILE), ("some", FILE)], {"some": [FILE, FILE]}),
    "a file or an object: the file": ([("either", FILE)], {"either": FILE}),
    "a file or an object: the object": ([("either", '{"id": "x"}')], {"either": {"id": "x"}}),
    "a file or an object: its member": ([("either[id]", "x")], {"either": {"id": "x"}}),
    "a file whose name has brackets": ([("shots[]", FILE)], {"shots[]": [FILE]}),
    "an unknown field twice": ([("label", "a"), ("other", "a"), ("other", "b")], {"label": "a", "other": ["a", "b"]}),
}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    schemas = {"Form": FORM, "Closed": CLOSED, "Variant": VARIANT}
    paths = posts({name: body({"$ref": f"#/components/schemas/{name}"}, "multipart/form-data") for name in schemas})
    result, made = generate(spec(schemas, paths), tmp_path_factory.mktemp("forms"))
    assert result.exit_code == 0, result.output
    return made


def sent(parts: list[tuple[Any, ...]], path: str = "/form") -> httpx2.Request:
    """Return the request that httpx2 makes of parts; what is no file has no file name."""
    files = [(name, part if isinstance(part, tuple) else (None, part.encode(), *kind)) for name, part, *kind in parts]
    return httpx2.Request("POST", f"https://api.example/v1{path}", files=files)


def judged(gate: presend.Gate, request: httpx2.Request) -> list[str] | None:
    """Return pointer and rule of each problem that the gate tells; `None` where it reads nothing."""
    operation = gate.operation(request.method, str(request.url), request.headers)
    assert operation
    verdict = gate.examine(operation, request.headers, request.read())
    assert gate.counts["failed"] == 0
    return None if verdict is None else [f"{problem.pointer} {problem.rule}" for problem in verdict.problems]


@pytest.mark.parametrize("name", CASES)
def test_a_form_is_read_by_its_schema(name: str, pack: str) -> None:
    parts, expected = CASES[name]
    found = judged(presend.Gate(pack=pack), sent(parts))
    assert found == (None if expected == UNREAD else [expected] if isinstance(expected, str) else [])


@pytest.mark.parametrize("name", [name for name, (_, expected) in CASES.items() if expected != UNREAD])
def test_the_command_line_and_a_mapping_are_read_as_the_request_is(name: str, pack: str, tmp_path: Path) -> None:
    parts, expected = CASES[name]
    items: list[str] = []
    fields: dict[str, Any] = {}
    for number, (field, part, *kind) in enumerate(parts):
        if isinstance(part, tuple):
            (tmp_path / str(number)).write_bytes(part[1])
            items.append(f"{field}=@{tmp_path / str(number)};filename={part[0]};type={part[2]}")
        else:
            quoted = part.replace("\\", "\\\\").replace('"', '\\"')
            items.append(f'{field}="{quoted}"' + "".join(f";type={each}" for each in kind))
        part = part[1].decode() if field == "meta" and isinstance(part, tuple) else part  # noqa: PLW2901
        fields[field] = [fields[field], part] if field in fields else part
    arguments = [argument for item in items for argument in ("-F", item)]
    result = CliRunner().invoke(
        command, ["check", "POST /form", *arguments, "--pack", pack, "--format", "json", "--errors-only"]
    )
    (entry,) = json.loads(result.stdout)["files"]
    told = [f"{problem['pointer']} {problem['rule']}" for problem in entry["problems"]]
    assert told == ([expected] if isinstance(expected, str) else [])
    if isinstance(expected, str):
        with pytest.raises(presend.InvalidPayload) as caught:
            presend.validate("POST /form", fields, pack=pack, form=True)
        assert [f"{problem.pointer} {problem.rule}" for problem in caught.value.problems] == [expected]
    elif name != "a string in JSON":  # a mapping has no content types
        model = presend.validate("POST /form", fields, pack=pack, form=True)
        assert model.model_dump(exclude_unset=True) == expected


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        ([("count", "1"), ("count", "2")], "expected an integer, but got an array. A field that comes more than once"),
        ([("one", FILE), ("one", FILE)], "Expected one file, got 2 of them. Send the field once"),
        ([("meta", "{")], "expected an object, but got a string. Write it as JSON"),
    ],
)
def test_a_message_says_what_to_do(parts: list[tuple[Any, ...]], says: str, pack: str) -> None:
    response = presend.httpx2.Transport(gate=presend.Gate(pack=pack)).handle_request(sent(parts))
    assert says in json.loads(response.read())["error"]["message"]


def test_an_unknown_field_of_a_closed_form_is_a_problem(pack: str) -> None:
    gate = presend.Gate(pack=pack)
    assert judged(gate, sent([("tags", "a"), ("tags", "b")], "/closed")) == []
    assert judged(gate, sent([("tag[a]", "a")], "/closed")) == ["/tag[a] schema.additionalProperties"]


def test_a_form_may_be_one_of_several(pack: str) -> None:
    gate = presend.Gate(pack=pack)
    assert judged(gate, sent([("kind", "file"), ("data", FILE)], "/variant")) == []
    assert judged(gate, sent([("kind", "link"), ("depth", "2")], "/variant")) == []
    assert judged(gate, sent([("kind", "link"), ("depth", "x")], "/variant")) == ["/depth schema.type"]


def test_text_that_is_not_utf8_is_not_judged(pack: str) -> None:
    gate = presend.Gate(pack=pack)
    request = httpx2.Request("POST", "https://api.example/v1/form", files={"count": (None, b"\xff")})
    assert judged(gate, request) is None
    assert gate.counts["unread"] == 1


SCALARS: dict[str, Any] = {"a": WHOLE, "t": TEXT, "y": YES, "n": NUMBER, "l": several(WHOLE), "w": several(TEXT)}


def values(depth: int = 2) -> st.SearchStrategy[dict[str, Any]]:
    """Return objects of SCALARS, and below `o` of further ones; none is empty, as none of them is sent."""
    text = st.text(st.characters(codec="utf-8"), max_size=9)
    made: dict[str, Any] = {
        "a": st.integers(),
        "t": text,
        "y": st.booleans(),
        "n": st.floats(allow_nan=False, allow_infinity=False) | st.integers(-9, 9),
        "l": st.lists(st.integers(), min_size=1, max_size=3),
        "w": st.lists(text.filter(bool), min_size=1, max_size=3),
    }
    if depth:
        made["o"] = st.deferred(lambda: values(depth - 1))
    return st.fixed_dictionaries({}, optional=made).filter(bool)


@pytest.fixture(scope="module")
def nested(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Make a pack with a form of scalars and lists, and of objects of these in two levels."""
    made = record(**SCALARS, o=record(**SCALARS, o=record(**SCALARS)))
    forms = {"Made": body(made, "multipart/form-data"), "Any": body(FORM, "multipart/form-data")}
    result, name = generate(spec({}, posts(forms)), tmp_path_factory.mktemp("nested"))
    assert result.exit_code == 0, result.output
    return name


@settings(max_examples=examples(300))
@given(values(), st.sampled_from(["brackets", "indices", "repeat"]))
def test_fields_written_by_the_sdk_are_read_as_the_payload(
    nested: str, payload: dict[str, Any], array_format: Any
) -> None:
    fields: dict[str, Any] = {}
    for name, text in Querystring(array_format=array_format).stringify_items(payload):
        fields[name] = [*fields.get(name, []), text]
    flat = {name: each if len(each) > 1 else each[0] for name, each in fields.items()}
    assert presend.check("POST /made", flat, pack=nested, form=True) == ()
    assert presend.is_valid("POST /made", flat, pack=nested, form=True)
    model = presend.validate("POST /made", flat, pack=nested, form=True)
    assert model.model_dump(exclude_unset=True) == payload


SDK: dict[str, tuple[str, dict[str, Any], dict[str, Any]]] = {  # method → right arguments, and what makes them wrong
    "a file that expires": (
        "files.create",
        {"file": FILE, "purpose": "user_data", "expires_after": {"anchor": "created_at", "seconds": 3600}},
        {"expires_after": {"anchor": "created_at", "seconds": 3599}},
    ),
    "a strategy": (
        "audio.transcriptions.create",
        {"file": FILE, "model": "whisper-1", "chunking_strategy": {"type": "server_vad", "threshold": 0.5}},
        {"chunking_strategy": {"type": "server_va"}},
    ),
    "a strategy by name": (
        "audio.transcriptions.create",
        {
            "file": FILE,
            "model": "whisper-1",
            "chunking_strategy": "auto",
            "response_format": "verbose_json",
            "timestamp_granularities": ["word"],
        },
        {"timestamp_granularities": ["word", "words"]},
    ),
    "one image": ("images.edit", {"image": FILE, "prompt": "a", "n": 2}, {"n": 11}),
    "images": ("images.edit", {"image": [FILE, FILE], "prompt": "a"}, {"n": 0}),
    "a video": (
        "videos.create",
        {"prompt": "a", "input_reference": FILE},
        {"seconds": "5"},
    ),
}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("name", SDK)
def test_what_the_sdk_sends_for_the_whole_api_is_read(name: str) -> None:
    method, good, fault = SDK[name]
    gate = presend.Gate(pack=public_pack("openai_official"))
    with loopback() as server:
        http = presend.httpx2.wrap(openai.DefaultHttpx2Client(), gate)
        with openai.OpenAI(api_key="a", base_url=server.url, http_client=http) as api:
            call: Any = api
            for step in method.split("."):
                call = getattr(call, step)
            call(**good)
            assert (dict(gate.counts), len(server.hits)) == ({"clean": 1}, 1)
            with pytest.raises(openai.BadRequestError):
                call(**{**good, **fault})
            assert (dict(gate.counts), len(server.hits)) == ({"clean": 1, "refused": 1}, 1)


@settings(max_examples=examples(200))
@given(
    st.dictionaries(
        st.from_regex(r"(tags|meta|mode|some|x)(\[[a-c0-1]?\]){0,3}", fullmatch=True), st.text() | st.none()
    )
)
def test_any_fields_have_an_answer(nested: str, fields: dict[str, Any]) -> None:
    problems = presend.check("POST /any", fields, pack=nested, form=True)
    is_right = all(problem.severity != "error" for problem in problems)
    assert presend.is_valid("POST /any", fields, pack=nested, form=True) is is_right
    if is_right:
        model = presend.validate("POST /any", fields, pack=nested, form=True)
        data = model.model_dump(exclude_unset=True, by_alias=True)
        assert presend.is_valid("POST /any", data, pack=nested)


def test_forms_of_schemas_that_hold_themselves_are_read_at_once(tmp_path: Path) -> None:
    """Each level doubles the schemas for a value. A text may be the only item of an array, but not of two levels."""
    again = {"$ref": "#/components/schemas/Again"}
    deep = {"$ref": "#/components/schemas/Deep"}
    schemas = {
        "Again": {"anyOf": [WHOLE, several(again), {**several(again), "minItems": 2}]},
        "Deep": {"anyOf": [record(**{"not": deep}), record(**{"not": deep, "v": WHOLE})]},
    }
    paths = {"/form": {"post": {"requestBody": body(record(r=again, d=deep), "multipart/form-data"), "responses": {}}}}
    _, name = generate(spec(schemas, paths), tmp_path)
    for fields, wrong in (
        ({"r": "x"}, ["/r/0"]),
        ({"r": "1"}, []),
        ({"r[]": ["1", "x"]}, ["/r/1"]),
        ({"r[0][0][0]": "1"}, []),
        ({"d" + "[not]" * 19 + "[v]": "1"}, []),
    ):
        told = presend.check("POST /form", fields, pack=name, form=True)
        assert [problem.pointer for problem in told if problem.severity == "error"] == wrong
