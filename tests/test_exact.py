"""Every keyword of JSON Schema 2020-12 means the same to the models, the walk, and two other validators."""

from __future__ import annotations

import json
import warnings
from pathlib import Path
from typing import Any

import jsonschema
import jsonschema_rs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import presend
from presend.packs.find import find_pack
from presend.schema.vocabulary import ENFORCED
from presend_codegen.source.load import SpecError
from tests.amount import examples
from tests.made_packs import make_pack
from tests.schema_strategies import NEAR, documents, openapi_documents, patterns, texts, unlike, values
from tests.specs import generate, spec

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "keywords.json").read_text("utf-8"))
REF = "#/components/schemas/"


def verdicts(pack: str, target: str, value: Any) -> dict[str, bool]:
    """Return what each face of presend says; also whether `validate` gives what the model itself makes of a value."""
    text = json.dumps(value)
    problems = presend.check(target, text, pack=pack)
    told = {
        "walk": not any(problem.severity == "error" for problem in problems),
        "models": presend.is_valid(target, text, pack=pack),
    }
    made = made_by(presend.validate, target, text, pack=pack)
    told["validate"] = made is not REFUSED
    if not isinstance(value, str):  # which would be text
        told["data"] = presend.is_valid(target, value, pack=pack)
    model = find_pack(pack).model(target)
    if isinstance(model, type) and value is not None:  # which no class takes by itself
        direct = made_by(model.model_validate, value)
        told["class"] = direct is not REFUSED
        told["class, of text"] = made_by(model.model_validate_json, text) is not REFUSED
        if direct is not REFUSED and told["validate"]:
            is_same = repr(made) == repr(direct) and dumps_quietly(made)
            told["the same model"] = is_same is told["walk"]
    return told


REFUSED = object()


def made_by(call: Any, *arguments: Any, **others: Any) -> Any:
    try:
        return call(*arguments, **others)
    except ValueError:
        return REFUSED


def dumps_quietly(model: Any) -> bool:
    """Say whether a model holds what its types say; of others pydantic warns."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        getattr(model, "model_dump", dict)()
    return not caught


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    return make_pack(tmp_path_factory.mktemp("keywords"), {f"Case{n}": case["schema"] for n, case in enumerate(CASES)})


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["about"] for case in CASES])
def test_a_keyword_says_what_json_schema_says(pack: str, number: int) -> None:
    case = CASES[number]
    oracle = jsonschema_rs.Draft202012Validator(case["schema"])
    for is_valid in (True, False):
        for value in case["valid" if is_valid else "invalid"]:
            told = verdicts(pack, f"Case{number}", value)
            if "otherwise" not in case:
                told["jsonschema-rs"] = oracle.is_valid(value)
            assert told == dict.fromkeys(told, is_valid), value


def test_every_enforced_keyword_has_a_case() -> None:
    text = json.dumps([case["schema"] for case in CASES])
    assert [word for word in ENFORCED if f'"{word}":' not in text] == []


def test_random_schemas_mean_the_same_to_all(tmp_path: Path) -> None:
    """Decimals are left to the one oracle that does not take them for binary fractions."""

    @settings(max_examples=examples(80), suppress_health_check=list(HealthCheck))
    @given(documents, st.lists(values, min_size=6, max_size=6))
    def holds(document: Any, instances: list[Any]) -> None:
        try:
            name = make_pack(tmp_path, {"Root": document})
        except SpecError as error:
            if "refers to itself" in str(error):
                return
            raise
        rust = jsonschema_rs.Draft202012Validator(document)
        python = jsonschema.Draft202012Validator(document)
        for value in instances:
            told = {**verdicts(name, "Root", value), "jsonschema-rs": rust.is_valid(value)}
            if "pattern" not in json.dumps(document):  # Python's own dialect
                told["jsonschema"] = python.is_valid(value)
            assert len(set(told.values())) == 1, (document, value, told)

    holds()


def test_kinds_that_do_not_go_together_mean_the_same_to_all(tmp_path: Path) -> None:
    @settings(max_examples=examples(50), suppress_health_check=list(HealthCheck))
    @given(st.lists(unlike, min_size=10, max_size=10))
    def holds(drawn: list[Any]) -> None:
        name = make_pack(tmp_path, {f"Root{number}": schema for number, schema in enumerate(drawn)})
        for number, schema in enumerate(drawn):
            oracle = jsonschema_rs.Draft202012Validator(schema)
            for value in [*NEAR, *([one] for one in NEAR), *({"a": one} for one in NEAR)]:
                told = {**verdicts(name, f"Root{number}", value), "jsonschema-rs": oracle.is_valid(value)}
                assert len(set(told.values())) == 1, (schema, value, told)

    holds()


def with_nulls(node: Any) -> Any:
    """Return an OpenAPI schema in JSON Schema: with `nullable: true`, null is valid whatever else it says.

    A part of `allOf` that is only `nullable` makes the whole nullable, and one of several overlapping branches is
    enough.
    """
    if isinstance(node, list):
        return [with_nulls(part) for part in node]
    if not isinstance(node, dict):
        return node
    null = node.get("nullable") is True and len(node) > 1
    words: dict[str, Any] = {}
    for word, part in node.items():
        if word in ("properties", "patternProperties", "dependentSchemas", "$defs"):
            words[word] = {name: with_nulls(sub) for name, sub in part.items()}
        elif word == "allOf":
            words[word] = [with_nulls(sub) for sub in part if sub != {"nullable": True}]
            null = null or {"nullable": True} in part
        elif word not in ("nullable", "enum", "const", "required", "dependentRequired"):
            words[word] = with_nulls(part)
        elif word != "nullable":
            words[word] = part
    words = {word: part for word, part in words.items() if word != "allOf" or part}
    return {"anyOf": [words, {"type": "null"}]} if null else words


def test_random_schemas_of_openapi_honour_nullable(tmp_path: Path) -> None:
    @settings(max_examples=examples(60), suppress_health_check=list(HealthCheck))
    @given(openapi_documents(), st.lists(values, min_size=5, max_size=5))
    def holds(schemas: dict[str, Any], drawn: list[Any]) -> None:
        try:
            result, name = generate(spec(schemas), tmp_path)
            assert result.exit_code == 0, result.output
        except AssertionError:
            if "refers to itself" in result.output:
                return
            raise
        meant = {called: with_nulls(schema) for called, schema in schemas.items()}
        oracle = jsonschema_rs.Draft202012Validator({"$ref": f"{REF}Root", "components": {"schemas": meant}})
        for value in (None, [None], *({member: None} for member in "abc"), *drawn):
            told = {**verdicts(name, "Root", value), "jsonschema-rs": oracle.is_valid(value)}
            assert len(set(told.values())) == 1, (schemas, value, told)

    holds()


def test_random_patterns_mean_the_same_to_all(tmp_path: Path) -> None:
    @settings(max_examples=examples(60), suppress_health_check=list(HealthCheck))
    @given(st.lists(st.tuples(patterns, texts), min_size=10, max_size=10))
    def holds(drawn: list[tuple[str, str]]) -> None:
        schemas = {f"Root{number}": {"type": "string", "pattern": one} for number, (one, _) in enumerate(drawn)}
        name = make_pack(tmp_path, schemas)
        for (target, schema), (_, text) in zip(schemas.items(), drawn, strict=True):
            told = verdicts(name, target, text)
            assert told == dict.fromkeys(told, jsonschema_rs.Draft202012Validator(schema).is_valid(text)), (
                schema,
                text,
            )

    holds()


@pytest.mark.parametrize(
    ("pattern", "common"),
    [("^[a-z]+$", True), ("(a|b){2,3}", True), (r"\.", True), (r"\d", False), ("a.", False), ("(?=a)", False),
     ("[a&&b]", False), (r"[\w]", False)],
)  # fmt: skip
def test_common_patterns_are_written_by_common_means(pattern: str, common: bool, tmp_path: Path) -> None:
    name = make_pack(
        tmp_path, {"Root": {"type": "object", "properties": {"a": {"type": "string", "pattern": pattern}}}}
    )
    source = (tmp_path / name / "models.py").read_text("utf-8")
    assert ("pattern=" in source) is common  # all others are left to the walk


@pytest.mark.parametrize(
    ("schema", "complaint"),
    [
        ({"$dynamicRef": "#a"}, "/A: presend does not enforce the keyword '$dynamicRef'"),
        (
            {"properties": {"b": {"$dynamicRef": "#"}}},
            "/A/properties/b: presend does not enforce the keyword '$dynamicRef'",
        ),
        ({"allOf": [{"$ref": "#"}]}, "/A: refers to itself"),
        ({"anyOf": [{"$ref": "#/$defs/b"}], "$defs": {"b": {"not": {"$ref": "#"}}}}, "refers to itself"),
        ({"$ref": "http://example.com/a"}, "expected a place in the same document"),
        ({"$ref": "other.json#/$defs/a"}, "expected a place in the same document"),
        ({"$ref": "file:///etc/passwd"}, "expected a place in the same document"),
        ({"$ref": "#/$defs/missing"}, "expected a place in the same document"),
        ({"$schema": "http://json-schema.org/draft-07/schema#"}, "expected https://json-schema.org/draft/2020-12"),
        ({"items": [{}]}, "/A/items"),
        ({"patternProperties": {"(": {}}}, "/A/patternProperties/(: expected a regular expression"),
    ],
)
def test_an_unsupported_keyword_is_refused_with_name_and_place(schema: Any, complaint: str, tmp_path: Path) -> None:
    with pytest.raises(SpecError) as caught:
        make_pack(tmp_path, {"A": schema})
    assert complaint in str(caught.value)


def test_an_unsupported_keyword_can_be_allowed_with_a_warning(tmp_path: Path) -> None:
    schemas = {"A": {"type": "string", "$dynamicRef": "#a", "min_length": 3}}
    result, name = generate(spec(schemas), tmp_path, "--allow-unsupported")
    assert result.exit_code == 0, result.output
    assert result.stderr.splitlines() == [
        f"warning: {REF}A: presend does not enforce the keyword '$dynamicRef'",
        f"warning: {REF}A: unknown keyword 'min_length', which nothing enforces; did you mean 'minLength'?",
    ]
    assert plain(name, "A") == {"type": "string", "min_length": 3}


def plain(pack: str, name: str) -> dict[str, Any]:
    """Return a schema of a pack without what presend adds."""
    return {word: part for word, part in find_pack(pack).schemas[name].items() if not word.startswith("x-presend-")}


TEXTS = {"type": "array", "items": {"type": "string"}}
OBJECT = {"type": "object", "properties": {"type": {"const": "a"}}, "required": ["type"]}
OTHER = {"type": "object", "properties": {"type": {"enum": ["b", "c"]}}, "required": ["type"]}


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ({"type": "string"}, {"type": "integer"}, True),
        ({"type": "integer"}, {"type": "number"}, False),
        ({"type": "string", "enum": ["a"]}, {"const": "b"}, True),
        ({"enum": [1]}, {"enum": [1.0]}, False),
        ({"enum": [1]}, {"enum": [True]}, True),
        (OBJECT, OTHER, True),
        (OBJECT, {**OTHER, "required": []}, False),
        (OBJECT, {"type": "object"}, False),
        (TEXTS, {"type": "array", "items": {"type": "null"}}, False),
        ({**TEXTS, "minItems": 1}, {"type": "array", "items": {"type": "null"}}, True),
        ({"anyOf": [{"type": "string"}, OBJECT]}, {"anyOf": [{"type": "null"}, OTHER]}, True),
        ({"$ref": f"{REF}Loop"}, {"$ref": f"{REF}Loop"}, False),
        ({}, {"type": "string"}, False),
    ],
)  # fmt: skip
def test_one_of_stays_where_its_branches_are_seen_to_be_disjoint(
    left: Any, right: Any, expected: bool, tmp_path: Path
) -> None:
    loop = {"type": "object", "properties": {"a": {"$ref": f"{REF}Loop"}}, "required": ["a"]}
    schemas = {"A": {"oneOf": [left, right]}, "B": {"oneOf": [right, left]}, "Loop": loop}
    result, name = generate(spec(schemas), tmp_path)
    assert result.exit_code == 0, result.output
    assert [("oneOf" in plain(name, one), "anyOf" in plain(name, one)) for one in "AB"] == [
        (expected, not expected)
    ] * 2


def test_in_a_spec_one_of_means_at_least_one_where_branches_overlap(tmp_path: Path) -> None:
    overlapping = [{"type": "string"}, {"enum": ["auto"]}]
    schemas = {
        "A": {"oneOf": overlapping},
        "C": {"oneOf": overlapping, "anyOf": [{"maxLength": 4}]},
    }
    result, name = generate(spec(schemas), tmp_path)
    assert result.exit_code == 0, result.output
    assert plain(name, "A") == {"anyOf": overlapping}
    assert plain(name, "C") == {"anyOf": [{"maxLength": 4}], "allOf": [{"anyOf": overlapping}]}
    for text, is_short in (("auto", True), ("other", False), (5, False)):
        assert presend.is_valid("A", json.dumps(text), pack=name) is isinstance(text, str)
        assert presend.is_valid("C", json.dumps(text), pack=name) is is_short


@pytest.mark.parametrize(
    ("parts", "members"),
    [
        ([{"$ref": f"{REF}Base"}, {"properties": {"b": {}}}], {"a", "b"}),
        ([{"allOf": [{"$ref": f"{REF}Base"}]}, {"required": ["a"], "x-vendor": 1}], {"a"}),
        ([{"$ref": f"{REF}Base"}, {"additionalProperties": False}], None),
        ([{"$ref": f"{REF}Base"}, {"minProperties": 1}], None),
        ([{"properties": {"b": {}}}, {"required": ["b"]}], None),  # nothing says that it is an object
    ],
)
def test_parts_become_one_object_where_that_means_the_same(
    parts: Any, members: set[str] | None, tmp_path: Path
) -> None:
    base = {"type": "object", "properties": {"a": {"type": "string"}}}
    result, name = generate(spec({"Base": base, "A": {"allOf": parts}}), tmp_path)
    assert result.exit_code == 0, result.output
    flat = plain(name, "A")
    assert ("allOf" in flat) is (members is None)
    assert flat.get("properties", {}).keys() == (members or set())


def test_a_member_that_another_part_names_is_not_unknown(tmp_path: Path) -> None:
    base = {"type": "object", "properties": {"a": {}}, "minProperties": 1}
    schema = {"type": "object", "allOf": [{"$ref": "#/$defs/base"}], "properties": {"b": {}}, "$defs": {"base": base}}
    pack = make_pack(tmp_path, {"Root": schema})
    told = presend.check("Root", {"a": 1, "b": 1, "c": 1}, pack=pack)
    assert [(problem.rule, problem.pointer) for problem in told] == [("unknown-key", "/c")]


def test_a_json_schema_document_makes_a_pack(tmp_path: Path) -> None:
    item = {"type": "object", "properties": {"n": {"type": "integer", "multipleOf": 5}}, "additionalProperties": False}
    dialect = "https://json-schema.org/draft/2020-12/schema"
    items = {"type": "array", "items": {"$ref": "#/$defs/item"}, "uniqueItems": True}
    document = {"$schema": dialect, "type": "object", "properties": {"items": items}, "$defs": {"item": item}}
    result, pack = generate(document, tmp_path, name="order")
    assert result.exit_code == 0, result.output
    told = presend.check("Order", {"items": [{"n": 5}, {"n": 5}, {"n": 7, "x": 1}]}, pack=pack)
    assert [(problem.rule, problem.pointer) for problem in told] == [
        ("schema.uniqueItems", "/items"),
        ("schema.multipleOf", "/items/2/n"),
        ("schema.additionalProperties", "/items/2/x"),
    ]
