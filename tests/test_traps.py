"""Traps in real specs: for each, one small spec and what its pack has to do."""

from __future__ import annotations

import importlib
import json
from typing import TYPE_CHECKING, Any

import pytest

import presend
from presend.packs.find import find_pack
from tests.specs import body, generate, spec

if TYPE_CHECKING:
    from pathlib import Path

REF = "#/components/schemas/"
TEXT, NULL = {"type": "string"}, {"type": "null"}


def tagged(tag: str, *required: str, **members: Any) -> dict[str, Any]:
    properties = {"type": {"type": "string", "enum": [tag]}, **members}
    return {"type": "object", "required": ["type", *required], "properties": properties}


ODD = "hate/threatening a-b a_b self-harm 1st class from copy json schema model_validate self list str".split()
ODD += "__init__ _x Literal Any Field model_config x.y".split()

# name → schemas; the target; payloads that fit; payloads that do not.
TRAPS: dict[str, tuple[Any, str, list[Any], list[Any]]] = {
    "a boolean exclusiveMinimum": (
        {"A": {"type": "number", "minimum": 0, "exclusiveMinimum": True}},
        "A",
        [0.5, 2.0],
        [0, -1],
    ),
    "a boolean exclusiveMaximum that is false": (
        {"A": {"type": "integer", "maximum": 5, "exclusiveMaximum": False}},
        "A",
        [5],
        [6],
    ),
    "$recursiveRef is the schema around it": (
        {
            "Filter": {
                "$recursiveAnchor": True,
                "type": "object",
                "required": ["filters"],
                "additionalProperties": False,
                "properties": {"filters": {"type": "array", "items": {"$recursiveRef": "#"}}},
            }
        },
        "Filter",
        [{"filters": []}, {"filters": [{"filters": []}]}],
        [{"filters": [{"filter": []}]}, {"filters": [{}]}],
    ),
    "a discriminator without mapping, its tags the branches' constants": (
        {
            "Pet": {
                "oneOf": [{"$ref": f"{REF}Cat"}, {"$ref": f"{REF}Dog"}],
                "discriminator": {"propertyName": "type"},
            },
            "Cat": tagged("cat.v1", "lives", lives={"type": "integer"}),
            "Dog": tagged("dog.v1", "tricks", tricks={"type": "integer"}),
        },
        "Pet",
        [{"type": "cat.v1", "lives": 9}, {"type": "dog.v1", "tricks": 1}],
        [{"type": "Cat", "lives": 9}, {"type": "dog.v1", "lives": 9}, {}],
    ),
    "a discriminator whose mapping leads nowhere": (
        {
            "Pet": {
                "oneOf": [{"$ref": f"{REF}Cat"}, {"$ref": f"{REF}Dog"}],
                "discriminator": {"propertyName": "type", "mapping": {"cat": "Gone", "dog": f"{REF}Gone"}},
            },
            "Cat": tagged("cat"),
            "Dog": tagged("dog"),
        },
        "Pet",
        [{"type": "cat"}],
        [{"type": "cow"}],
    ),
    "branches that share a tag": (
        {
            "Item": {
                "oneOf": [{"$ref": f"{REF}Input"}, {"$ref": f"{REF}Output"}],
                "discriminator": {"propertyName": "type"},
            },
            "Input": tagged("message", "text", text={"type": "string"}),
            "Output": tagged("message", "parts", parts={"type": "array", "items": {"type": "string"}}),
        },
        "Item",
        [{"type": "message", "text": "a"}, {"type": "message", "parts": ["a"]}],
        [{"type": "message"}, {"type": "message", "text": 1}],
    ),
    "a discriminator on what is no union": (
        {"A": {"type": "array", "items": {"type": "string"}, "discriminator": {"propertyName": "type"}}},
        "A",
        [["a"]],
        [[1]],
    ),
    "nullable in 3.1": (
        {"A": {"type": "object", "properties": {"a": {"type": "string", "nullable": True, "enum": ["x"]}}}},
        "A",
        [{"a": None}, {"a": "x"}, {}],
        [{"a": "y"}],
    ),
    "nullable beside a $ref, and as a branch of allOf": (
        {
            "A": {
                "type": "object",
                "properties": {
                    "a": {"$ref": f"{REF}B", "nullable": True},
                    "b": {"allOf": [{"$ref": f"{REF}B"}, {"nullable": True}]},
                    "c": {"$ref": f"{REF}B"},
                },
            },
            "B": {"type": "string", "maxLength": 1},
        },
        "A",
        [{"a": None, "b": None, "c": "x"}],
        [{"c": None}, {"a": "xx"}, {"b": "xx"}],
    ),
    "unions of one": (
        {
            "A": {
                "type": "object",
                "required": ["a", "b", "c"],
                "properties": {
                    "a": {"oneOf": [{"type": "string"}]},
                    "b": {"anyOf": [tagged("b")]},
                    "c": {"allOf": [{"$ref": f"{REF}B"}]},
                },
            },
            "B": {"type": "integer"},
        },
        "A",
        [{"a": "x", "b": {"type": "b"}, "c": 1}],
        [{"a": 1, "b": {"type": "b"}, "c": 1}, {"a": "x", "b": {"type": "c"}, "c": 1}, {"a": "x", "b": {}, "c": "1"}],
    ),
    "a union without branches": ({"A": {"type": "string", "oneOf": []}}, "A", ["x"], [1]),
    "names required twice": (
        {"A": {"type": "object", "required": ["a", "a"], "properties": {"a": {"type": "string"}}}},
        "A",
        [{"a": "x"}],
        [{}],
    ),
    "a required member that is not declared": (
        {"A": {"type": "object", "required": ["b"], "properties": {"a": {"type": "string"}}}},
        "A",
        [{"b": 1}],
        [{"a": "x"}],
    ),
    "keywords that are none": (
        {"A": {"type": "array", "items": {"type": "string"}, "min_items": 2, "optional": True}},
        "A",
        [[]],
        [[1]],
    ),
    "members called as keywords are": (
        {
            "A": {
                "type": "object",
                "properties": {
                    "enum": {"$ref": f"{REF}B"},
                    "default": {"$ref": f"{REF}B"},
                    "properties": {"$ref": f"{REF}B"},
                    "$ref": {"type": "string"},
                    "required": {"type": "boolean"},
                },
            },
            "B": {"type": "integer"},
        },
        "A",
        [{"enum": 1, "default": 2, "properties": 3, "$ref": "x", "required": True}],
        [{"enum": "x"}, {"default": "x"}, {"properties": "x"}, {"$ref": 1}],
    ),
    "members that are no identifiers, or names that Python has": (
        {
            "A": {
                "type": "object",
                "additionalProperties": False,
                "properties": {name: {"type": "integer"} for name in ODD},
            }
        },
        "A",
        [{"hate/threatening": 1, "a-b": 2, "a_b": 3, "1st": 4, "class": 5, "list": 6, "__init__": 7, "_x": 8}],
        [{"hate_threatening": 1}, {"class_": 1}, {"list": []}],
    ),
    "a $ref to a place that has no name": (
        {
            "A": {"type": "object", "properties": {"b": {"properties": {"c/d": {"type": "integer"}}}}},
            "B": {"$ref": f"{REF}A/properties/b/properties/c~1d"},
        },
        "B",
        [1],
        ["x"],
    ),
    "limits inside unions, lists and maps": (
        {
            "A": {
                "type": "object",
                "properties": {
                    "a-b": {"anyOf": [{"type": "object", "maxProperties": 1, "additionalProperties": TEXT}, NULL]},
                    "c-d": {"anyOf": [{"type": "integer", "minimum": 1}, {"type": "string", "minLength": 1}]},
                    "e": {"type": "array", "items": {"type": "array", "maxItems": 1, "items": TEXT}},
                    "f": {"type": "object", "additionalProperties": {"type": "object", "minProperties": 1}},
                },
            }
        },
        "A",
        [{"a-b": {"x": "y"}, "c-d": 1, "e": [["x"]], "f": {"x": {"y": 1}}}, {"a-b": None, "c-d": "x"}],
        [{"a-b": {"x": "y", "z": "y"}}, {"c-d": 0}, {"c-d": ""}, {"e": [["x", "y"]]}, {"f": {"x": {}}}],
    ),
    "nullable beside a type and something else": (
        {
            "A": {
                "type": "object",
                "properties": {
                    "one": {"type": "object", "nullable": True, "allOf": [{"$ref": f"{REF}R"}]},
                    "two": {"type": "object", "nullable": True, "allOf": [{"$ref": f"{REF}R"}, {"required": ["a"]}]},
                    "any": {"type": "object", "nullable": True, "anyOf": [{"$ref": f"{REF}R"}, {"type": "object"}]},
                    "ref": {"type": "object", "nullable": True, "$ref": f"{REF}R"},
                    "not": {"type": "string", "nullable": True, "not": {"const": "x"}},
                    "values": {"nullable": True, "enum": ["x", 1]},
                    "const": {"type": "string", "nullable": True, "const": "x"},
                },
            },
            "R": {"type": "object", "properties": {"a": {"type": "string"}}},
        },
        "A",
        [dict.fromkeys(("one", "two", "any", "ref", "not", "values", "const")), {"two": {"a": "x"}, "values": 1}],
        [{"one": {"a": 1}}, {"two": {}}, {"ref": []}, {"not": "x"}, {"values": 2}, {"const": "y"}, {"any": 1}],
    ),
    "an open enum that may be null": (
        {
            "A": {"type": "object", "properties": {"x": {"anyOf": [TEXT, {"$ref": f"{REF}E"}]}}},
            "E": {"type": "string", "enum": ["a"], "nullable": True},
        },
        "A",
        [{"x": None}, {"x": "b"}],
        [{"x": 1}],
    ),
    "oneOf where it excludes is taken at its word": (
        {"A": {"not": {"oneOf": [{"type": "string"}, {"minLength": 3}]}}, "B": {"oneOf": [TEXT, {"minLength": 3}]}},
        "A",
        ["abcd"],
        ["a", 1],
    ),
    "a tag in what derives from a base": (
        {
            "Base": {"type": "object", "required": ["type"], "properties": {"type": {"$ref": f"{REF}Kind"}}},
            "Kind": {"type": "string", "enum": ["card", "iban", "bill"], "maxLength": 4},
            "Card": {
                "allOf": [
                    {"$ref": f"{REF}Base"},
                    {"type": "object", "properties": {"type": {"const": "card"}, "token": {**TEXT, "pattern": "^t"}}},
                ]
            },
            "Iban": {
                "allOf": [{"$ref": f"{REF}Base"}, {"type": "object", "properties": {"type": {"enum": ["iban", "x"]}}}]
            },
            "A": {"oneOf": [{"$ref": f"{REF}Card"}, {"$ref": f"{REF}Iban"}]},
        },
        "A",
        [{"type": "card", "token": "t1"}, {"type": "iban", "token": 1}],
        [{"type": "card", "token": "x"}, {"type": "bill"}, {"type": "x"}, {}],
    ),
    "customTypePath and marks of presend's own": (
        {"A": {"type": "integer", "customTypePath": "this.s", "x-presend-type": "this.s", "x-presend-residual": ["not"],
               "x-presend-known-values": {"type": "string"}, "x-presend-source": "nowhere"}},
        "A",
        [1],
        ["x"],
    ),
    "a type list": ({"A": {"type": ["string", "integer"], "maxLength": 2}}, "A", ["ab", 12345], ["abc", 1.5, None]),
}  # fmt: skip


@pytest.mark.parametrize("name", TRAPS)
def test_a_trap(name: str, tmp_path: Path) -> None:
    schemas, target, good, bad = TRAPS[name]
    result, pack = generate(spec(schemas), tmp_path)
    assert result.exit_code == 0, result.output
    for payload in good:
        problems = [p for p in presend.check(target, json.dumps(payload), pack=pack) if p.severity == "error"]
        assert problems == [], payload
        presend.validate(target, json.dumps(payload), pack=pack)
    for payload in bad:
        assert not presend.is_valid(target, json.dumps(payload), pack=pack), payload
        assert [p for p in presend.check(target, json.dumps(payload), pack=pack) if p.severity == "error"], payload


def test_keywords_without_effect_are_accepted(tmp_path: Path) -> None:
    """Extensions outside of schemas, the name of a dialect, ids, and references by an anchor."""
    dialect = "https://json-schema.org/draft/2020-12/schema"
    schemas = {
        "A": {"$schema": dialect, "$id": "https://example.com/a", "type": "object",
              "properties": {"b": {"$ref": "#b"}, "c": {"$anchor": "c", "type": "integer"}, "d": {"$ref": "#c"}}},
        "B": {"$anchor": "b", "type": "string"},
    }  # fmt: skip
    responses = {"200": body({"$ref": f"{REF}A"}), "x-note": "text", "x-more": {"a": 1}}
    paths = {"x-owner": "a team", "x-more": {"a": 1}, "/a": {"get": {"responses": responses}}}
    document = spec(schemas, paths, jsonSchemaDialect="https://spec.openapis.org/oas/3.1/dialect/base")
    result, pack = generate(document, tmp_path)
    assert result.exit_code == 0, result.output
    assert presend.is_valid("A", {"b": "x", "d": 1}, pack=pack)
    assert not presend.is_valid("A", {"b": 1}, pack=pack)
    assert not presend.is_valid("A", {"d": "x"}, pack=pack)


def test_an_anchor_is_found_wherever_a_schema_stands(tmp_path: Path) -> None:
    """Below a member and in a component that are called like keywords whose values are no schemas."""
    schemas = {
        "A": {"properties": {"default": {"$anchor": "a", "type": "integer"}, "b": {"$ref": "#a"}, "c": {"$ref": "#b"}}},
        "enum": {"$anchor": "b", "type": "string"},
    }
    result, pack = generate(spec(schemas), tmp_path)
    assert result.exit_code == 0, result.output
    assert presend.is_valid("A", {"b": 1, "c": "x"}, pack=pack)
    assert not presend.is_valid("A", {"b": "x"}, pack=pack)
    assert not presend.is_valid("A", {"c": 1}, pack=pack)


def test_a_name_with_a_slash_is_escaped_wherever_a_place_is_reported(tmp_path: Path) -> None:
    parts = [
        {"type": "object", "properties": {"a/b": {"minLength": 2, "type": "string"}}},
        {"properties": {"c~": TEXT}},
    ]
    result, pack = generate(spec({"A": {"allOf": parts}}), tmp_path)
    assert result.exit_code == 0, result.output
    (problem,) = presend.check("A", {"a/b": "x"}, pack=pack)
    assert (problem.pointer, problem.source) == (
        "/a~1b",
        "#/components/schemas/A/allOf/0/properties/a~1b/minLength",
    )
    for wrong, place in (
        ({"patternProperties": {"a/(": {}}}, "A/patternProperties/a~1("),
        ({"dependentRequired": {"a/b": "c"}}, "A/dependentRequired/a~1b"),
    ):
        result, _ = generate(spec({"A": wrong}), tmp_path)
        assert f"{REF}{place}: " in result.output


def test_a_member_called_as_a_class_that_had_to_be_renamed(tmp_path: Path) -> None:
    members = {name: {"$ref": REF + name} for name in ("Model", "Any", "Field")}
    schemas = {"Model": {"type": "object", "properties": {"a": {"type": "integer"}}}, "Any": {}, "Field": TEXT}
    _, pack = generate(spec({**schemas, "A": {"type": "object", "properties": members}}), tmp_path)
    made = presend.validate("A", {"Model": {"a": 1}, "Any": 1, "Field": "x"}, pack=pack)
    assert made.model_dump() == {"Model": {"a": 1}, "Any": 1, "Field": "x"}
    for bad in ({"Model": None}, {"Model": {"a": "x"}}, {"Field": 1}):
        assert not presend.is_valid("A", bad, pack=pack)
        assert presend.check("A", bad, pack=pack)


@pytest.mark.parametrize(("row", "code"), [(50, 0), (51, 2)])
def test_references_in_a_row_for_one_value(row: int, code: int, tmp_path: Path) -> None:
    chain: dict[str, Any] = {f"S{n}": {"allOf": [{"$ref": f"{REF}S{n + 1}"}], "minLength": 1} for n in range(1, row)}
    result, pack = generate(spec({**chain, f"S{row}": TEXT}), tmp_path)
    assert result.exit_code == code, result.output
    if code:
        assert "expected at most 50 references in a row for one value" in result.output
    else:
        assert presend.is_valid("S1", '"x"', pack=pack)
        assert not presend.is_valid("S1", '""', pack=pack)


def test_a_document_may_have_no_paths(tmp_path: Path) -> None:
    text = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\ncomponents:\n  schemas: {A: {type: string}}\n"
    result, pack = generate(text, tmp_path)
    assert result.exit_code == 0, result.output
    assert not presend.is_valid("A", "1", pack=pack)


def test_a_json_schema_is_known_by_its_keywords(tmp_path: Path) -> None:
    result, pack = generate({"type": "object", "properties": {"a": {"type": "integer"}}}, tmp_path, name="bare")
    assert result.exit_code == 0, result.output
    assert not presend.is_valid("Bare", {"a": "x"}, pack=pack)


@pytest.mark.parametrize(
    ("document", "complaint"),
    [
        (spec({}), "expected at least one schema"),
        (spec({"A": {"allOf": [{"type": "object", "properties": {}, "required": [{}]}]}}), "/A/allOf/0/required/0: "),
        (spec({"A": {"type": "object", "properties": {}, "required": None}}), "/A/required: "),
        (spec({"A": {"anyOf": [{"type": "string"}], "discriminator": "type"}}), "/A/discriminator: expected a mapping"),
        (spec({"A": {"anyOf": [{"type": "string"}], "discriminator": {}}}), "/A/discriminator: expected a mapping"),
        (spec({"A": {"type": "string", "pattern": "("}}), "/A/pattern: expected a regular expression"),
        (spec({"A": {"$schema": "http://json-schema.org/draft-07/schema#"}}), "/A: presend does not enforce"),
        (spec({"A": {}}, jsonSchemaDialect="http://json-schema.org/draft-07/schema#"), "#/jsonSchemaDialect: expected"),
        (spec({"A": {"type": "array", "items": [{}]}}), "/A/items: expected one schema, got a list; JSON"),
        (spec({"A": {"$ref": "#nowhere"}}), "'#nowhere': expected a reference"),
    ],
)  # fmt: skip
def test_a_fault_is_reported_by_its_place(document: Any, complaint: str, tmp_path: Path) -> None:
    result, _ = generate(document, tmp_path)
    assert (result.exit_code, complaint in result.output) == (2, True), result.output


WHOLE = {"type": "integer", "minimum": 1}


@pytest.mark.parametrize(
    "schema", [WHOLE, {"anyOf": [WHOLE, NULL]}, {"type": ["integer", "null"]}, {"allOf": [WHOLE, {"maximum": 3}]}]
)
def test_an_integer_written_as_a_decimal_is_reported_once(schema: Any, tmp_path: Path) -> None:
    _, pack = generate(spec({"A": {"type": "object", "properties": {"n": schema}}}), tmp_path)
    assert [problem.rule for problem in presend.check("A", '{"n": 2.0}', pack=pack)] == ["type.integral-float"]


SENT: dict[str, Any] = {
    "type": "object",
    "required": ["id", "name"],
    "properties": {"id": {**TEXT, "readOnly": True}, "name": TEXT, "secret": {**TEXT, "writeOnly": True}},
}


def test_what_is_read_only_is_not_asked_of_a_request(tmp_path: Path) -> None:
    derived = {
        "allOf": [{"$ref": f"{REF}Sent"}, {"type": "object", "required": ["id", "age"], "properties": {"age": {}}}]
    }
    paths = {"/a": {"post": {"requestBody": body({"$ref": f"{REF}Derived"}), "responses": {}}}}
    _, pack = generate(spec({"Sent": SENT, "Derived": derived}, paths), tmp_path)
    assert presend.is_valid("POST /a", '{"name": "x", "age": 1}', pack=pack)
    assert presend.is_valid("POST /a", '{"id": "1", "name": "x", "age": 1}', pack=pack)
    told = presend.check("POST /a", "{}", pack=pack)
    assert {problem.pointer for problem in told} == {"/name", "/age"}


def test_a_response_is_lenient_but_where_that_would_refuse_more(tmp_path: Path) -> None:
    rest = {"allOf": [{"$ref": f"{REF}Open"}], "properties": {"b": {}}, "unevaluatedProperties": False}
    needs = {"type": "object", "required": ["a"], "properties": {"a": TEXT}}
    schemas = {
        "Needs": needs,
        "Open": {"type": "object", "properties": {"a": {}}},
        "Rest": rest,
        "Other": {"type": "object", "not": {"$ref": f"{REF}Needs"}},
        "Few": {"type": "array", "contains": {"$ref": f"{REF}Needs"}, "maxContains": 1},
        "Read": {**SENT, "required": ["id", "secret"]},
        "A": {
            "type": "object",
            "properties": {name: {"$ref": REF + name} for name in ("Rest", "Other", "Few", "Read")},
        },
    }
    paths = {"/a": {"get": {"responses": {"200": body({"$ref": f"{REF}A"})}}}}
    _, pack = generate(spec(schemas, paths), tmp_path)
    goods: list[Any] = [{"Rest": {"a": 1, "b": 2}}, {"Other": {}}, {"Few": [{"a": "s"}, {}, {}]}, {"Read": None}]
    for good in goods:
        assert presend.is_valid("A", json.dumps(good), pack=pack), good
    for bad in ({"Rest": {"c": 1}}, {"Other": {"a": "s"}}, {"Few": [{"a": "s"}, {"a": "t"}]}):
        assert not presend.is_valid("A", json.dumps(bad), pack=pack), bad
    told = presend.check("A", {"Read": {}}, pack=pack)
    assert [(problem.pointer, problem.severity) for problem in told] == [("/Read/id", "warning")]


def test_responses_may_be_taken_at_their_word(tmp_path: Path) -> None:
    returned = {**SENT, "required": ["id", "secret"], "properties": {**SENT["properties"], "kind": {"enum": ["a"]}}}
    document = spec({"A": returned}, {"/a": {"get": {"responses": {"200": body({"$ref": f"{REF}A"})}}}})
    told = {}
    for option in ("--all", "--strict-responses"):
        _, pack = generate(document, tmp_path, option)
        problems = presend.check("A", {"kind": "b", "name": None}, pack=pack)
        told[option] = {problem.pointer: problem.severity for problem in problems}
    assert told["--all"] == dict.fromkeys(("/id", "/kind", "/name"), "warning")
    assert told["--strict-responses"] == dict.fromkeys(("/id", "/kind", "/name"), "error")  # a secret is never returned


def test_dates_in_examples_stay_text(tmp_path: Path) -> None:
    text = """\
openapi: 3.0.3
info: {title: T, version: 2024-10-01}
paths: {}
components:
  schemas:
    A: {type: object, example: {day: 2024-10-01}, properties: {day: {type: string, default: 2024-10-01}}}
"""
    result, pack = generate(text, tmp_path)
    assert result.exit_code == 0, result.output
    assert find_pack(pack).schemas["A"]["properties"]["day"]["default"] == "2024-10-01"


NAMES = [
    "Error",
    "Error-2",
    "error",
    "ERROR",
    "Model",
    "Any",
    "list",
    "class",
    "2fa",
    "Größe",
    "",
    "a b",
    "None",
    "日本",
]


def test_schemas_of_any_name_are_targets_by_it(tmp_path: Path) -> None:
    schemas = {name: tagged(f"tag {number}") for number, name in enumerate(NAMES)}
    result, pack = generate(spec(schemas), tmp_path)
    assert result.exit_code == 0, result.output
    for number, name in enumerate(NAMES):
        assert presend.is_valid(name, {"type": f"tag {number}"}, pack=pack)
        assert not presend.is_valid(name, {"type": "tag"}, pack=pack)
    classes = presend.schemas(pack)
    models = importlib.import_module(f"{pack}.models")
    assert len({name.casefold() for name in classes}) >= len(NAMES) - 2  # Error, error, ERROR: three classes
    for name in classes:
        assert name.isidentifier()
        assert getattr(models, name).__name__ == name


BODIES = {
    "/images/edits": {
        "post": {
            "operationId": "edit",
            "requestBody": {
                "content": {
                    "multipart/form-data": {
                        "schema": {
                            "type": "object",
                            "required": ["image"],
                            "properties": {"image": {"type": "string", "format": "binary"}, "n": {"type": "integer"}},
                        }
                    },
                    "application/json": {
                        "schema": {
                            "type": "object",
                            "required": ["image_url"],
                            "properties": {"image_url": {"type": "string"}},
                        }
                    },
                }
            },
        }
    },
    "/messages": {"post": {"requestBody": body({"type": "object", "required": ["a"]})}},
    "/messages?beta=true": {"post": {"requestBody": body({"type": "object", "required": ["b"]})}},
    "/messages/{id}": {"post": {"requestBody": body({"type": "object", "required": ["c"]})}},
    "/messages/batches": {"post": {"requestBody": body({"type": "object", "required": ["d"]})}},
    "/text": {"put": {"operationId": "text", "requestBody": body({"type": "string", "minLength": 1}, "text/plain")}},
}


@pytest.mark.parametrize(
    ("target", "payload", "form"),
    [
        ("POST /images/edits", {"image_url": "x"}, False),
        ("POST /images/edits", {"image": b"x", "n": "1"}, True),
        ("POST /images/edits multipart/form-data", {"image": b"x", "n": 1}, False),
        ("POST /v1/images/edits application/json", {"image_url": "x"}, False),
        ("POST /messages", {"a": 1}, False),
        ("POST /messages?page=2", {"a": 1}, False),
        ("POST /messages?beta=true", {"b": 1}, False),
        ("POST /v1/messages?page=2&beta=true", {"b": 1}, False),
        ("POST /messages/m1", {"c": 1}, False),
        ("POST /messages/batches", {"d": 1}, False),
        ("PUT /text", '"x"', False),
    ],
)
def test_an_operation_finds_its_body(target: str, payload: Any, form: bool, tmp_path: Path) -> None:
    result, pack = generate(spec({}, BODIES), tmp_path)
    assert result.exit_code == 0, result.output
    assert presend.is_valid(target, payload, pack=pack, form=form)
    assert not presend.is_valid(target, {}, pack=pack, form=form)


@pytest.mark.parametrize("target", ["POST /message", "GET /messages", "POST /images/edits text/plain", "POST "])
def test_no_operation_is_found_where_there_is_none(target: str, tmp_path: Path) -> None:
    _, pack = generate(spec({}, BODIES), tmp_path)
    with pytest.raises(LookupError, match="Unknown target"):
        find_pack(pack).resolve(target)
