"""Code generation: each step on small documents, and the whole by its own output."""

from __future__ import annotations

import importlib
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import presend
from presend_codegen.build import build, own_recipe
from presend_codegen.passes.verify import MOST_ASKED
from presend_codegen.schemas.normalise import normalise
from presend_codegen.source.load import load_document
from tests import forked
from tests.specs import body, generate, spec

ROOT = Path(__file__).parent.parent


def schemas_of(folder: Path, schemas: dict[str, Any], paths: Any = None) -> dict[str, Any]:
    """Return the effective schemas of a generated pack, as any validator reads them."""
    result, name = generate(spec(schemas, paths), folder)
    assert result.exit_code == 0, result.output
    found: dict[str, Any] = json.loads((folder / "packs" / name / "schemas.json").read_text("utf-8"))["$defs"]
    return found


NULL = {"type": "null"}
TEXT = {"type": "string", "enum": ["a"]}


@pytest.mark.parametrize(
    ("schema", "expected"),
    [
        ({"type": "integer", "nullable": True}, {"type": ["integer", "null"]}),
        ({"type": "string", "nullable": False, "default": "x"}, {"type": "string", "default": "x"}),
        ({"type": "string", "enum": ["a"], "nullable": True}, {"type": ["string", "null"], "enum": ["a", None]}),
        ({"type": ["string", "null"], "nullable": True}, {"type": ["string", "null"]}),
        ({"oneOf": [TEXT, {"type": "array"}], "nullable": True}, {"oneOf": [TEXT, {"type": "array"}, NULL]}),
        ({"$ref": "#/components/schemas/B", "nullable": True}, {"anyOf": [{"$ref": "#/components/schemas/B"}, NULL]}),
        (
            {"allOf": [{"$ref": "#/components/schemas/B"}, {"nullable": True}], "description": "d"},
            {"description": "d", "anyOf": [{"$ref": "#/components/schemas/B"}, NULL]},
        ),
        ({"allOf": [{"type": "object"}, {"required": ["a"]}, {"nullable": True}]},
         {"anyOf": [{"allOf": [{"type": "object"}, {"required": ["a"]}]}, NULL]}),
        ({"allOf": [{"$ref": "#/components/schemas/B"}, {"nullable": False}]},
         {"allOf": [{"$ref": "#/components/schemas/B"}]}),
        ({"nullable": True}, {}),
        ({"items": {"type": "string"}, "allOf": [{"nullable": True}]}, {"items": {"type": "string"}}),
        ({"allOf": [{"nullable": True}, {"nullable": False}]}, {}),
        ({"type": ["object"], "items": {"type": ["null"]}}, {"type": "object", "items": {"type": "null"}}),
        ({"type": ["object"], "nullable": True}, {"type": ["object", "null"]}),
        (
            {"anyOf": [{"type": "string"}, TEXT], "nullable": True},
            {"type": ["string", "null"], "x-presend-known-values": ["a"]},
        ),
        (
            {"anyOf": [{"type": "string"}, {"$ref": "#/components/schemas/E"}]},
            {"type": "string", "x-presend-known-values": {"$ref": "#/components/schemas/E"}},
        ),
        ({"anyOf": [{"type": "string", "maxLength": 3}, TEXT]}, {"anyOf": [{"type": "string", "maxLength": 3}, TEXT]}),
        ({"type": "string", "example": "x", "examples": ["y"]}, {"type": "string"}),
    ],
)  # fmt: skip
def test_schemas_come_to_one_form(schema: dict[str, Any], expected: dict[str, Any]) -> None:
    others = {"B": {"type": "object"}, "E": TEXT}
    assert normalise({"A": schema, **others})["A"] == expected


def test_a_response_expects_what_a_request_must_have(tmp_path: Path) -> None:
    schema = {"type": "object", "required": ["a"], "properties": {"a": {"type": "string", "enum": ["x"]}}}
    paths = {"/a": {"get": {"responses": {"200": body({"$ref": "#/components/schemas/A"})}}}}
    assert schemas_of(tmp_path, {"A": schema}, paths)["A"] == {
        "type": "object",
        "additionalProperties": True,
        "x-presend-source": "#/components/schemas/A",
        "x-presend-expected": {"required": ["a"]},
        "properties": {"a": {"type": ["string", "null"], "x-presend-expected": {"enum": ["x"], "nullable": False}}},
    }


def test_inline_objects_are_named_by_their_place(tmp_path: Path) -> None:
    inner = {"type": "object", "properties": {"a": {"type": "string"}}}
    other = {"type": "object", "properties": {"b": {"type": "object", "properties": {"c": {}}}}}
    members = {"items": {"type": "array", "items": inner}, "by-hand": other}
    names = schemas_of(tmp_path, {"Order": {"type": "object", "properties": members}})
    assert [*names] == ["OrderItem", "OrderByHandB", "OrderByHand", "Order"]
    assert names["OrderByHandB"]["x-presend-source"] == "#/components/schemas/Order/properties/by-hand/properties/b"


def test_two_places_with_one_name_are_told_apart_and_not_numbered(tmp_path: Path) -> None:
    inner = {"type": "object", "properties": {"a": {"type": "string"}}}
    names = schemas_of(tmp_path, {"A": {"type": "object", "properties": {"b": inner}}, "AB": {"type": "string"}})
    assert [*names] == ["ABObject", "A", "AB"]


def test_a_tag_is_found_where_each_object_requires_its_own_value(tmp_path: Path) -> None:
    def tagged(value: str, required: list[str]) -> dict[str, Any]:
        return {"type": "object", "required": required, "properties": {"type": {"enum": [value]}}}

    def union(x: Any, y: Any) -> Any:
        both = {"oneOf": [{"$ref": "#/components/schemas/X"}, {"$ref": "#/components/schemas/Y"}]}
        return schemas_of(tmp_path, {"U": both, "X": x, "Y": y})["U"]

    found = union(tagged("x", ["type"]), tagged("y", ["type"]))
    assert found["discriminator"]["mapping"] == {"x": "#/$defs/X", "y": "#/$defs/Y"}
    assert "discriminator" not in union(tagged("x", ["type"]), tagged("y", []))
    assert "discriminator" not in union(tagged("x", ["type"]), tagged("x", ["type"]))


def test_a_pack_takes_what_references_reach_but_not_data(tmp_path: Path) -> None:
    schemas: dict[str, Any] = {
        "A": {"properties": {"b": {"$ref": "#/components/schemas/B"}}, "example": {"$ref": "#/components/schemas/C"}},
        "B": {"items": {"$ref": "#/components/schemas/A"}},
        "C": {},
    }
    result, pack = generate(spec(schemas), tmp_path, "--schemas", "B")
    assert result.exit_code == 0, result.output
    assert {"A", "B"} <= {*presend.schemas(pack)}
    assert "C" not in presend.schemas(pack)
    result, _ = generate(spec(schemas), tmp_path, "--schemas", "Z")
    assert (result.exit_code, "'Z': expected one of" in result.stderr) == (2, True)
    result, _ = generate(spec({"A": {"$ref": "file:///etc/passwd"}}), tmp_path)
    assert (result.exit_code, "file:///etc/passwd" in result.stderr) == (2, True)


def test_a_schema_that_only_responses_reach_is_a_response(tmp_path: Path) -> None:
    listed = {"type": "string", "enum": ["a"]}
    schemas: dict[str, Any] = {"In": listed, "Out": listed, "Both": listed}

    def of(name: str) -> dict[str, Any]:
        return body({"$ref": f"#/components/schemas/{name}"})

    paths = {
        "/a": {"post": {"operationId": "a", "requestBody": of("In"), "responses": {"200": of("Out")}}},
        "/b": {"put": {"requestBody": of("Both")}, "get": {"operationId": "c"}},
    }
    result, pack = generate(spec(schemas, paths), tmp_path)
    assert result.exit_code == 0, result.output
    assert [(op.method, op.id, op.schema, op.response) for op in presend.operations(pack)] == [
        ("POST", "a", "In", "Out"),
        ("PUT", "put /b", "Both", None),
    ]
    severities = {name: [one.severity for one in presend.check(name, '"b"', pack=pack)] for name in schemas}
    assert severities == {"In": ["error"], "Out": ["warning"], "Both": ["error"]}


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("a: 1\na: 2\n", "'a' occurs twice"),
        ("- 1\n", "expected a mapping at the root"),
        ("a: [\n", "expected YAML or JSON"),
        ("a: !!python/object/apply:os.system [id]\n", "expected YAML or JSON"),
    ],
)
def test_a_document_that_cannot_be_read_says_why(tmp_path: Path, text: str, complaint: str) -> None:
    result, _ = generate(text, tmp_path)
    assert result.exit_code == 2
    assert complaint in result.stderr
    assert not (tmp_path / "packs").exists()


def test_yaml_is_read_as_json_sees_it(tmp_path: Path) -> None:
    path = tmp_path / "spec.yaml"
    path.write_text("a: 2024-10-01\nb: [on, off, no, true, null]\nc: [010, 1.5, 1e3, 1:30, 1_000, -7]\n")
    assert load_document(path) == {
        "a": "2024-10-01",
        "b": ["on", "off", "no", True, None],
        "c": [10, 1.5, 1000.0, "1:30", "1_000", -7],
    }


DESCRIPTIONS = ['ends with a quote"', 'has """ three', "has a \\ backslash", "x" * 200, 'a\n\nb"""']
HOSTILE = ['"""\nimport os\nos.abort()\n"""', '"]\nimport os; os.abort()\n["', '\\"""']


@pytest.mark.parametrize("text", [*DESCRIPTIONS, *HOSTILE])
def test_a_text_becomes_a_docstring_and_never_code(text: str, tmp_path: Path) -> None:
    member = {"type": "string", "enum": [text], "description": text}
    schema = {"type": "object", "description": text, "properties": {"a": member}}
    result, pack = generate(spec({"A": schema}), tmp_path)
    assert result.exit_code == 0, result.output
    models = importlib.import_module(f"{pack}.models")
    assert "".join(models.A.__doc__.split()) == "".join(text.split())
    assert models.A.model_validate({"a": text}).a == text
    assert not hasattr(models, "os")


def test_generating_twice_gives_the_same_bytes() -> None:
    code = "from pathlib import Path; from presend_codegen.build import *; print(build(own_recipe(Path('spec'))).files)"
    outputs = [
        subprocess.run(
            [sys.executable, "-c", code], cwd=ROOT, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        )
        for seed in ("1", "2")
    ]
    assert outputs[0].stdout == outputs[1].stdout
    assert outputs[0].stdout


def test_the_check_shows_a_diff_when_the_spec_was_edited(tmp_path: Path) -> None:
    spec = tmp_path / "spec"
    spec.mkdir()
    for name in ("openapi.yaml", "overlay.yaml", "SOURCE.toml"):
        (spec / name).write_text((ROOT / "spec" / name).read_text().replace("minimum: 256", "minimum: 255"))
    done = forked.run("--check", "--spec", str(spec), module="presend_codegen", folder=ROOT)
    assert done.returncode == 1
    assert "+    max_prompt_tokens: Annotated[int | None, Field(ge=255)] = None" in done.stdout
    assert "Run `make generate`" in done.stderr


def test_a_broken_spec_is_reported_and_nothing_is_written(tmp_path: Path) -> None:
    done = forked.run("--spec", str(tmp_path), "--out", str(tmp_path / "out"), module="presend_codegen", folder=ROOT)
    assert done.returncode == 2
    assert "openapi.yaml" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_the_committed_pack_is_up_to_date() -> None:
    for name, text in build(own_recipe(ROOT / "spec")).files.items():
        assert (ROOT / "src" / "presend" / "openai" / name).read_text("utf-8") == text


SPEC: dict[str, Any] = {"openapi.yaml": None, "overlay.yaml": None, "SOURCE.toml": None}


def generated(folder: Path, **edits: tuple[str, str]) -> subprocess.CompletedProcess[str]:
    """Run the generator on a copy of spec/ in which each named file has one text replaced."""
    spec = folder / "spec"
    spec.mkdir()
    for name in SPEC:
        old, new = edits.get(name.partition(".")[0], ("", ""))
        text = (ROOT / "spec" / name).read_text("utf-8")
        assert old in text
        (spec / name).write_text(text.replace(old, new, 1) if old else text, "utf-8")
    return forked.run("--spec", str(spec), "--out", str(folder / "out"), module="presend_codegen")


LIMIT = "minimum: 256"
CIRCLE = """\
    A: {$ref: '#/components/schemas/B'}
    B: {$ref: '#/components/schemas/A'}
    Metadata:
      properties: {a: {$ref: '#/components/schemas/A'}}
"""
ACTION = "- target: $.components.schemas.Metadata\n"


@pytest.mark.parametrize(
    ("edits", "complaint"),
    [
        ({"openapi": (LIMIT, "minimun: 256")}, "did you mean 'minimum'?"),
        ({"openapi": (LIMIT, "minimum: many")}, "max_prompt_tokens/minimum"),
        ({"openapi": (LIMIT, "pattern: '('")}, "max_prompt_tokens/pattern"),
        ({"openapi": (LIMIT, "pattern: '(?<=a'")}, "max_prompt_tokens/pattern"),
        ({"openapi": (LIMIT, "maxLength: -1")}, "max_prompt_tokens/maxLength"),
        ({"openapi": (LIMIT, "enum: []")}, "at least one value"),
        ({"openapi": (LIMIT, "$dynamicRef: '#a'")}, "presend does not enforce the keyword '$dynamicRef'"),
        ({"openapi": (LIMIT, "customTypePath: antigravity.evil")}, "unknown keyword 'customTypePath'"),
        ({"openapi": ("    - assistant_id\n", "    - asistant_id\n")}, "is not among the properties"),
        ({"openapi": ("    Metadata:\n", CIRCLE)}, "refers to itself"),
        ({"openapi": (LIMIT, "contains: 5")}, "max_prompt_tokens/contains"),
        ({"overlay": (ACTION, "- run\n" + ACTION)}, "expected a mapping with a target"),
        ({"overlay": (ACTION, "- target: $\n  remove: true\n" + ACTION)}, "the root cannot be removed"),
        ({"overlay": (ACTION, ACTION + "  copy: $\n")}, "expected `update` or `copy`, got both"),
        ({"SOURCE": ("\nrevised = ", '\nrevised = "x" # ')}, "expected a date"),
        ({"SOURCE": ("roots = [", "roots = ")}, "SOURCE.toml"),
    ],
)  # fmt: skip
def test_a_spec_that_says_nothing_or_harm_is_refused(
    tmp_path: Path, edits: dict[str, tuple[str, str]], complaint: str
) -> None:
    done = generated(tmp_path, **edits)
    assert done.returncode == 2, done.stderr
    assert complaint in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_request_body_by_reference_is_followed(tmp_path: Path) -> None:
    content = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/In"}}}}
    paths = {"/a": {"post": {"operationId": "a", "requestBody": {"$ref": "#/components/requestBodies/Body"}}}}
    document = {**spec({"In": {"type": "object"}}, paths), "openapi": "3.0.3"}
    document["components"]["requestBodies"] = {"Body": content}
    result, pack = generate(document, tmp_path)
    assert result.exit_code == 0, result.output
    assert [operation.schema for operation in presend.operations(pack)] == ["In"]


def part(declared: str, required: str = "") -> dict[str, Any]:
    return {"type": "object", "properties": {declared: {}}, **({"required": [required]} if required else {})}


BASE = {"$ref": "#/components/schemas/Base"}
LINKS = {"$ref": "#/components/schemas/Link0"}


def links(count: int) -> dict[str, Any]:
    """Return so many schemas, the first of which refers to all others; the second declares a member."""
    others = {f"Link{number}": part("far") if number == 1 else {} for number in range(1, count)}
    return {"Link0": {"allOf": [{"$ref": f"#/components/schemas/{name}"} for name in others]}, **others}


@pytest.mark.parametrize(
    ("schema", "doubted"),
    [
        (part("a", "a"), ""),
        (part("a", "name"), "/required"),
        ({"allOf": [part("name"), part("a", "name")]}, ""),
        ({"allOf": [part("other"), part("a", "name")]}, "/allOf/1/required"),
        ({"allOf": [BASE, part("a", "name")]}, ""),
        ({"allOf": [BASE, part("a", "nam")]}, "/allOf/1/required"),
        ({**part("name"), "anyOf": [part("a", "name"), part("b", "name")]}, ""),
        ({**part("a", "name"), "allOf": [part("name")]}, ""),
        ({**part("name"), "allOf": [{"allOf": [part("a", "name")]}]}, ""),
        ({**part("name"), "if": part("a", "name"), "then": part("b", "name")}, ""),
        ({"properties": {"name": {}, "a": part("b", "name")}}, "/properties/a/required"),
        ({"properties": {"name": {}}, "items": part("b", "name")}, "/items/required"),
        ({"allOf": [{"properties": {"a": part("name")}}, part("a", "name")]}, "/allOf/1/required"),
        ({"allOf": [LINKS, part("a", "far")]}, ""),
        ({"allOf": [LINKS, part("a", "nowhere")]}, "/allOf/1/required"),
    ],
)
def test_a_required_member_is_doubted_where_nothing_declares_it(
    schema: dict[str, Any], doubted: str, tmp_path: Path
) -> None:
    result, _ = generate(spec({"Whole": schema, "Base": part("name"), **links(MOST_ASKED - 1)}), tmp_path)
    assert result.exit_code == 0, result.output
    start = "warning: #/components/schemas/Whole"
    assert [line.removeprefix(start).partition(":")[0] for line in result.stderr.splitlines()] == (
        [doubted] if doubted else []
    )


@pytest.mark.parametrize(("length", "is_doubted"), [(MOST_ASKED - 1, True), (MOST_ASKED, False)])
def test_so_many_schemas_are_asked_who_declares_a_member(length: int, is_doubted: bool, tmp_path: Path) -> None:
    result, _ = generate(spec({"Whole": {"allOf": [LINKS, part("a", "nowhere")]}, **links(length)}), tmp_path)
    assert result.exit_code == 0, result.output
    assert bool(result.stderr) is is_doubted
