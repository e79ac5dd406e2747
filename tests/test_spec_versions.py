"""Readings that depend on the OpenAPI version, such as siblings of `$ref`, and spellings of it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

import presend
from presend.cli.program import command
from tests.specs import body, generate, spec

if TYPE_CHECKING:
    from pathlib import Path

REF = "#/components/schemas/"
SHARED: dict[str, Any] = {
    "Text": {"type": "string"},
    "Number": {"type": "number"},
    "List": {"type": "array"},
    "Object": {"type": "object", "properties": {"a": {"type": "integer"}}},
}
# keyword and its value, what the `$ref` beside it goes to, a value that only the former refuses
SIBLINGS: list[tuple[str, Any, str, Any]] = [
    ("maxLength", 2, "Text", "abc"),
    ("minLength", 2, "Text", "a"),
    ("pattern", "^a$", "Text", "b"),
    ("enum", ["a"], "Text", "b"),
    ("const", "a", "Text", "b"),
    ("type", "integer", "Number", 1.5),
    ("maximum", 1, "Number", 2),
    ("multipleOf", 2, "Number", 3),
    ("items", {"type": "string"}, "List", [1]),
    ("minItems", 1, "List", []),
    ("required", ["b"], "Object", {"a": 1}),
    ("properties", {"b": {"type": "string"}}, "Object", {"b": 1}),
    ("additionalProperties", False, "Object", {"b": 1}),
    ("maxProperties", 0, "Object", {"a": 1}),
    ("not", {"required": ["a"]}, "Object", {"a": 1}),
    ("allOf", [{"required": ["b"]}], "Object", {"a": 1}),
    ("oneOf", [{"required": ["b"]}], "Object", {"a": 1}),
    ("anyOf", [{"$ref": f"{REF}Number"}], "Object", {"a": 1}),
]
IDS = [row[0] for row in SIBLINGS]
VERSIONS = {"3.0.0": False, "3.0.3": False, "3.0.4": False, "3.1.0": True, "3.1.1": True, "3.2.0": True}


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, str]]:
    """Version → the pack of all rows in it, and what `generate` said."""
    folder: Path = tmp_path_factory.mktemp("versions")
    schemas = {name.title(): {"$ref": REF + target, name: limit} for name, limit, target, _ in SIBLINGS}
    members = {name: {"type": "object", "properties": {"it": schema}} for name, schema in schemas.items()}
    inline = {f"/{name}": {"post": {"requestBody": body(schema), "responses": {}}} for name, schema in schemas.items()}
    named = {f"Named{name}": schema for name, schema in schemas.items()}
    made = {}
    for version in VERSIONS:
        result, pack = generate(spec({**SHARED, **members, **named}, inline, openapi=version), folder)
        assert result.exit_code == 0, result.output
        made[version] = (pack, result.output)
    return made


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("row", SIBLINGS, ids=IDS)
def test_keywords_beside_a_reference_count_from_3_1_on(
    packs: dict[str, tuple[str, str]], version: str, row: tuple[str, Any, str, Any]
) -> None:
    name, _, target, value = row
    pack, told = packs[version]
    counts = VERSIONS[version]
    assert presend.is_valid(target, json.dumps(value), pack=pack)
    whole = json.dumps(value)
    for place, text in (
        (name.title(), json.dumps({"it": value})),
        (f"Named{name.title()}", whole),
        (f"POST /{name.title()}", whole),
    ):
        assert presend.is_valid(place, text, pack=pack) is not counts, place
        errors = [one for one in presend.check(place, text, pack=pack) if one.severity == "error"]
        assert bool(errors) is counts, place
    assert (f"OpenAPI 3.0 ignores {name} beside $ref" in told) is not counts


def test_texts_marks_and_null_beside_a_reference_count_in_3_0_too(tmp_path: Path) -> None:
    beside = {"description": "A text.", "title": "T", "default": "x", "deprecated": True, "x-any": 1, "nullable": True}
    schemas = {
        **SHARED,
        "A": {
            "type": "object",
            "required": ["it", "id"],
            "properties": {"it": {"$ref": f"{REF}Text", **beside}, "id": {"$ref": f"{REF}Text", "readOnly": True}},
        },
    }
    paths = {"/a": {"post": {"requestBody": body({"$ref": f"{REF}A"}), "responses": {}}}}
    result, pack = generate(spec(schemas, paths, openapi="3.0.3"), tmp_path)
    assert "ignores" not in result.output
    for text, is_valid in (
        ('{"it": null}', True),
        ('{"it": "x", "id": "1"}', True),
        ("{}", False),
        ('{"it": 1}', False),
    ):
        assert presend.is_valid("POST /a", text, pack=pack) is is_valid


TEXT = """\
openapi: {}
info: {{title: T, version: {}}}
paths: {{}}
components: {{schemas: {{A: {{type: string, maxLength: 1}}}}}}
"""
SPELT = {  # openapi → exit code, message
    "3.1.0": (0, None),
    "'3.1'": (0, None),
    "3.0": (0, "#/openapi: expected text, such as '3.1.0', got a number; read as 3.0"),
    "3.1": (0, "#/openapi: expected text, such as '3.1.0', got a number; read as 3.1"),
    "3.2": (0, "#/openapi: expected text, such as '3.1.0', got a number; read as 3.2"),
    "3": (2, "got openapi: 3, which may be any of them: write all of the version, as text, such as '3.1.0'"),
    "2.0": (2, "got openapi: 2.0"),
    "4.0": (2, "got openapi: 4.0"),
    "true": (2, "got openapi: True"),
    "[3.1]": (2, "got openapi: [3.1]"),
    "": (2, "got openapi: None"),
}


@pytest.mark.parametrize("version", SPELT)
def test_a_version_may_be_a_number(tmp_path: Path, version: str) -> None:
    code, said = SPELT[version]
    result, pack = generate(TEXT.format(version, "1.0"), tmp_path)
    assert result.exit_code == code, result.output
    if said:
        assert said in result.output
    else:
        assert "openapi" not in result.output
    if code == 0:
        assert [presend.is_valid("A", text, pack=pack) for text in ('"a"', '"ab"')] == [True, False]
    elif version not in ("2.0", "4.0"):
        assert f"version 3.x, got openapi: {version}." not in result.output


@pytest.mark.parametrize(
    ("version", "told"), [("1.0", "1.0"), ("1", "1"), ("2024-10-01", "2024-10-01"), ("1e3", "1000.0")]
)
def test_the_version_of_an_api_may_be_a_number(tmp_path: Path, version: str, told: str) -> None:
    result, pack = generate(TEXT.format("3.1.0", version), tmp_path)
    assert result.exit_code == 0
    table = json.loads((tmp_path / "packs" / pack / "operations.json").read_text())
    assert table["origin"] == f"T {told}"


def test_versions_without_quotes_are_compared_and_overlaid(tmp_path: Path) -> None:
    for name, version in (("old", "3.1"), ("new", "3.1.0")):
        (tmp_path / f"{name}.yaml").write_text(TEXT.format(version, "1.0"))
    result = CliRunner().invoke(command, ["diff", str(tmp_path / "old.yaml"), str(tmp_path / "new.yaml")])
    assert (result.exit_code, result.exception) == (0, None)
    overlay = tmp_path / "overlay.yaml"
    overlay.write_text(
        "overlay: 1.1\ninfo: {title: O, version: 1.0}\nactions: [{target: $.components..maxLength, update: 2}]\n"
    )
    result, pack = generate(TEXT.format("3.1.0", "1.0"), tmp_path, "--overlay", str(overlay))
    assert result.exit_code == 0
    assert [presend.is_valid("A", text, pack=pack) for text in ('"ab"', '"abc"')] == [True, False]
