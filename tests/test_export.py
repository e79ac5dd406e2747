"""`presend export` gives other tools the same limits that presend itself checks."""

from __future__ import annotations

import functools
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import openapi_spec_validator
import pytest
import referencing
import yaml
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

import presend
from presend.cli.program import command
from presend.packs.export import META, json_schema, overlay
from presend.packs.find import find_pack
from presend.packs.meta_schema import meta_schema
from presend.schema.marks import LIMITS, RULES
from presend.schema.vocabulary import CARRIED, FROM, ROWS
from presend_codegen.source.load import load_document
from presend_codegen.source.overlay import apply_overlay
from tests.specs import generate, spec
from tests.test_cases import expand

ROOT = Path(__file__).parent.parent
FRAGMENT = load_document(ROOT / "spec/openapi.yaml")
CASES = [
    (file["target"], case)
    for file in (json.loads(path.read_text("utf-8")) for path in sorted((ROOT / "tests/cases").glob("*/*.json")))
    for case in file["cases"]
    if "payload" in case and "$file" not in json.dumps(case) and "$number" not in json.dumps(case)
]
KEYWORD_LIKE = re.compile(r"\W")
IS_SCHEMA = "is-json-schema"  # a payload's schema of another draft is held to that, which no keyword says


def nodes(schema: Any) -> Any:
    if isinstance(schema, dict):
        yield schema
        for part in schema.values():
            yield from nodes(part)
    elif isinstance(schema, list):
        for part in schema:
            yield from nodes(part)


def said_by_schema() -> set[str]:
    """Return the ids of the rules that are errors and that the pack's schemas state."""
    every = {rule.id: rule for rule in presend.rules()}
    named = {
        rule
        for node in nodes(dict(find_pack().schemas))
        for rule in node.get(RULES, {}).values()
        if isinstance(rule, str)
    }
    limits = {rule for node in nodes(dict(find_pack().schemas)) for rule in node.get(LIMITS, {})}
    return {rule for rule in named | limits if every[rule].severity == "error"}


SAID = said_by_schema()


@functools.cache
def validators(target: str) -> tuple[Any, Any]:
    schema = json_schema(find_pack(), target)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema_rs.Draft202012Validator(schema), jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize(("target", "case"), CASES, ids=[f"{target}: {case['description']}" for target, case in CASES])
def test_a_plain_validator_agrees_on_every_case(target: str, case: dict[str, Any]) -> None:
    payload = expand(case["payload"])
    problems = presend.check(target, payload)
    told = {problem.rule for problem in problems if problem.severity == "error"}
    if any(problem.rule.endswith(IS_SCHEMA) for problem in problems) and "$schema" in json.dumps(payload):
        return
    expected = not any(rule.startswith("schema.") or rule in SAID for rule in told)
    if told & {"type.file", "json.not-json", "json.lone-surrogate", "json.non-finite-number"}:
        return
    if find_pack().resolve(target) == "CreateImageVariationRequest" and "image" in payload:
        payload = {**payload, "image": "a file"}
    rust, python = validators(target)
    assert rust.is_valid(payload) is expected, told
    if '\\n"' not in json.dumps(payload):  # before a last line end Python's `$` matches, and ECMA's does not
        assert python.is_valid(payload) is expected, told


def test_the_cases_are_many_and_of_both_kinds() -> None:
    texts = [(target, expand(case["payload"])) for target, case in CASES if "\\ud8" not in json.dumps(case)]
    verdicts = [validators(target)[1].is_valid(payload) for target, payload in texts]
    assert verdicts.count(True) > 200
    assert verdicts.count(False) > 200


@pytest.mark.parametrize("warnings", [False, True])
def test_the_document_stands_alone(warnings: bool) -> None:
    document = json_schema(find_pack(), warnings=warnings)
    assert document["$defs"].keys() == find_pack().schemas.keys()
    assert not any(word.startswith("x-presend") for node in nodes(document) for word in node)
    for name in document["$defs"]:
        jsonschema_rs.Draft202012Validator({**document, "$ref": f"#/$defs/{name}"})


def test_a_target_takes_along_only_what_it_reaches() -> None:
    document = json_schema(find_pack(), "POST /threads/{thread_id}/messages")
    assert document["$ref"] == "#/$defs/CreateMessageRequest"
    assert "CreateRunRequest" not in document["$defs"]
    assert "Metadata" in document["$defs"]


def test_warnings_are_limits_where_they_are_asked_for() -> None:
    run = {"assistant_id": "a", "temperature": 0.5, "top_p": 0.5}
    flagged = {"flagged": False, "categories": {"hate": True}}
    for target, payload in (("CreateRunRequest", run), ("CreateModerationResponseResult", flagged)):
        verdicts = [
            jsonschema.Draft202012Validator(json_schema(find_pack(), target, warnings=warnings)).is_valid(payload)
            for warnings in (False, True)
        ]
        assert verdicts == [True, False]


def refuse(uri: str) -> Any:
    raise LookupError(uri)


@pytest.mark.parametrize("warnings", [False, True])
def test_no_validator_has_to_fetch_anything(warnings: bool) -> None:
    for target in (None, *find_pack().schemas):
        document = json_schema(find_pack(), target, warnings=warnings)
        references = [node["$ref"] for node in nodes(document) if isinstance(node.get("$ref"), str)]
        assert all(reference.startswith("#/") for reference in references)
        assert ("definitions" in document) is any(reference == META for reference in references)
    assert "definitions" in json_schema(find_pack(), "CreateRunRequest", warnings=warnings)
    assert "definitions" not in json_schema(find_pack(), "CreateModerationRequest", warnings=warnings)
    assert json_schema(find_pack(), warnings=warnings) == json_schema(find_pack(), warnings=warnings)


@pytest.mark.parametrize(
    ("parameters", "is_right"), [({"type": "object"}, True), ({"type": "objekt"}, False), ({"minItems": -1}, False)]
)
def test_schemas_in_a_payload_are_held_to_the_meta_schema_offline(parameters: Any, is_right: bool) -> None:
    document = json_schema(find_pack(), "CreateRunRequest")
    function = {"name": "a", "parameters": {"properties": {"a": parameters}}}
    run = {"assistant_id": "a", "tools": [{"type": "function", "function": function}]}
    python = jsonschema.Draft202012Validator(document, registry=referencing.Registry(retrieve=refuse))  # type: ignore[call-arg]
    rust = jsonschema_rs.Draft202012Validator(document, retriever=refuse)
    assert python.is_valid(run) is rust.is_valid(run) is presend.is_valid("CreateRunRequest", run) is is_right


KEYWORDS = sorted(meta_schema(META)["properties"])
SCALARS = st.sampled_from([None, True, 0, 1, -1, 0.5, "", "a", "#a", "object", "string", "a#b", "_a"])
SCHEMAS: st.SearchStrategy[Any] = st.recursive(
    SCALARS,
    lambda below: st.lists(below, max_size=2) | st.dictionaries(st.sampled_from([*KEYWORDS, "x"]), below, max_size=4),
    max_leaves=8,
)


@given(SCHEMAS)
def test_the_meta_schema_in_one_piece_is_that_in_eight(schema: Any) -> None:
    whole = {"$ref": META, "definitions": {META.rpartition("/")[2]: meta_schema(META)}}
    upstream = jsonschema.Draft202012Validator(jsonschema.Draft202012Validator.META_SCHEMA)
    assert jsonschema.Draft202012Validator(whole).is_valid(schema) is upstream.is_valid(schema)


@pytest.mark.parametrize("name", ["default", "enum", "x-a", "properties", "$ref", "plain"])
def test_a_member_may_be_called_like_a_keyword(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.syspath_prepend(str(tmp_path))
    (tmp_path / "spec.json").write_text(
        json.dumps(
            {
                "openapi": "3.1.0",
                "info": {"title": "a", "version": "1"},
                "paths": {},
                "components": {
                    "schemas": {
                        "A": {"type": "object", "properties": {name: {"$ref": "#/components/schemas/B"}}},
                        "B": {"type": "object", "properties": {"b": {"type": "string"}}},
                    }
                },
            }
        )
    )
    pack = f"named_{KEYWORD_LIKE.sub('_', name)}"
    made = CliRunner().invoke(
        command, ["generate", str(tmp_path / "spec.json"), "--out", str(tmp_path / pack), "--all"]
    )
    assert made.exit_code == 0, made.output
    document = json_schema(find_pack(pack), "A")
    assert document["$defs"].keys() == {"A", "B"}
    assert not jsonschema_rs.Draft202012Validator(document).is_valid({name: {"b": 1}})


@pytest.mark.parametrize("warnings", [False, True])
def test_the_overlay_makes_a_valid_document_of_the_spec(warnings: bool) -> None:
    document = overlay(find_pack(), warnings=warnings)
    whole = apply_overlay(FRAGMENT, document)
    openapi_spec_validator.validate(whole)
    told = {action["x-presend-rule"] for action in document["actions"]}
    assert told >= SAID - {"response-format.json-schema.schema.is-json-schema"}
    schemas = whole["components"]["schemas"]
    assert schemas["Metadata"]["additionalProperties"] == {
        "type": "string",
        "maxLength": 512,
        "x-presend-rules": {"maxLength": "metadata.value.max-length"},
    }
    named = {"components": whole["components"], "$ref": "#/components/schemas/AssistantsNamedToolChoice"}
    assert not jsonschema.Draft202012Validator(named).is_valid({"type": "function"})
    assert jsonschema.Draft202012Validator(named).is_valid({"type": "file_search"})


def test_what_is_kept_as_text_refers_to_what_the_document_has(tmp_path: Path) -> None:
    inner = {"discriminator": {"propertyName": "a"}, "anyOf": [{"$ref": "#/components/schemas/B"}]}
    text = {"type": "string", "contentMediaType": "application/json", "contentSchema": inner}
    result, pack = generate(spec({"A": {"type": "object", "properties": {"a": text}}, "B": {}}), tmp_path)
    assert result.exit_code == 0, result.output
    assert "#/components/" not in json.dumps(json_schema(find_pack(pack), "A")["$defs"]["A"]["properties"])


def test_the_table_of_keywords_says_what_the_meta_schema_says() -> None:
    one = {"$ref": "#"}
    forms = {"schema": one, "list": {"type": "array", "minItems": 1, "items": one}}
    forms["map"] = {"type": "object", "additionalProperties": one}
    told = {
        (word, form)
        for word, said in meta_schema("#")["properties"].items()
        for form, shape in forms.items()
        if {key: part for key, part in said.items() if key != "propertyNames"} == shape
    }
    held = {(word, form) for word, form in CARRIED if word not in ("dependencies", "additionalItems")}
    assert told == held - {("items", "list")}, "the spellings of older drafts are no part of this one"
    known = {row[0] for row in ROWS if row[FROM] != "openapi"} - {"additionalItems"}
    assert meta_schema("#")["properties"].keys() == known


def test_the_overlay_finds_members_called_like_numbers_and_like_keywords(tmp_path: Path) -> None:
    text = {"type": "string"}
    named = {"0": text, "a/b": text, "allOf": text}
    whole = {"type": "object", "properties": named, "dependentSchemas": {"default": {"properties": {"~1": text}}}}
    limited = [
        "$.components.schemas.A.properties['0']",
        "$.components.schemas.A.properties['a/b']",
        "$.components.schemas.A.properties.allOf",
        "$.components.schemas.A.dependentSchemas.default.properties['~1']",
    ]
    actions = [{"target": at, "update": {"maxLength": 9}, "x-presend-rule": "a.long"} for at in limited]
    own = tmp_path / "own.json"
    own.write_text(json.dumps({"overlay": "1.1.0", "actions": actions}), "utf-8")
    document = spec({"A": whole})
    result, pack = generate(document, tmp_path, "--overlay", str(own))
    assert result.exit_code == 0, result.output
    told = overlay(find_pack(pack))
    assert [action["target"] for action in told["actions"]] == limited
    apply_overlay(document, told)


def invoke(*arguments: str) -> Any:
    result = CliRunner().invoke(command, ["export", *arguments])
    assert "Traceback" not in result.output
    return result


def test_the_command(tmp_path: Path) -> None:
    assert json.loads(invoke("--as", "jsonschema").stdout) == json_schema(find_pack())
    assert yaml.safe_load(invoke("--as", "overlay").stdout) == overlay(find_pack())
    out = tmp_path / "limits.json"
    assert invoke("--as", "overlay", "--warnings", "--out", str(out)).exit_code == 0
    assert json.loads(out.read_text("utf-8")) == overlay(find_pack(), warnings=True)


@pytest.mark.parametrize(
    "arguments",
    [
        "",
        "--as yaml",
        "--as overlay Metadata",
        "--as jsonschema Nope",
        "--as jsonschema --pack nope",
        "--as jsonschema --out no/such/folder/x.json",
    ],
)
def test_wrong_usage_exits_2(arguments: str) -> None:
    assert invoke(*arguments.split()).exit_code == 2
