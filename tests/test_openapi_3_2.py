"""The additions of OpenAPI 3.2 to operations are read, or left out with a warning."""

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

JSON, LINES = "application/json", "application/jsonl"
THING = {"type": "object", "required": ["q"], "properties": {"q": {"type": "string"}}}
TYPE = {"$ref": "#/components/mediaTypes/Thing"}
SELF = "https://api.example/specs/shop.json"
OTHER = {"operationId": "find", "requestBody": body(THING)}


def at(reference: str) -> dict[str, Any]:
    """Return a request body whose schema is a reference."""
    return {"requestBody": body({"$ref": reference})}


# Path item, other parts of the document, and a target.
READ: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "query": ({"query": OTHER}, {}, "QUERY /s"),
    "query in small letters": ({"query": OTHER}, {}, "query /s"),
    "query by its id": ({"query": OTHER}, {}, "find"),
    "another method": ({"additionalOperations": {"COPY": OTHER}}, {}, "COPY /s"),
    "another method by its id": ({"additionalOperations": {"LINK": OTHER}}, {}, "find"),
    "a method with a sign": ({"additionalOperations": {"M-SEARCH": OTHER}}, {}, "M-SEARCH /s"),
    "another method beside": ({"post": {}, "additionalOperations": {"COPY": OTHER}}, {}, "COPY /s"),
    "a usual method among the others": ({"additionalOperations": {"POST": OTHER}}, {}, "POST /s"),
    "a method that stands in its own place too": (
        {"post": OTHER, "additionalOperations": {"POST": {"requestBody": body({})}}},
        {},
        "POST /s",
    ),
    "a media type elsewhere": ({"post": {"requestBody": {"content": {JSON: TYPE}}}}, {}, "POST /s"),
    "a media type through two references": (
        {"post": {"requestBody": {"content": {JSON: {"$ref": "#/components/mediaTypes/Again"}}}}},
        {},
        "POST /s",
    ),
    "a body elsewhere, of a media type elsewhere": (
        {"post": {"requestBody": {"$ref": "#/components/requestBodies/Thing"}}},
        {},
        "POST /s",
    ),
    "by its own address": ({"post": at(f"{SELF}#/components/schemas/Thing")}, {"$self": SELF}, "POST /s"),
    "by its own name": ({"post": at("shop.json#/components/schemas/Thing")}, {"$self": SELF}, "POST /s"),
    "by its own path": ({"post": at("/specs/shop.json#/components/schemas/Thing")}, {"$self": SELF}, "POST /s"),
    "within": ({"post": at("#/components/schemas/Thing")}, {"$self": SELF}, "POST /s"),
    "within what is there by its own name": (
        {"post": at("shop.json#/components/schemas/Way")},
        {"$self": SELF},
        "POST /s",
    ),
    "by a relative name of its own": (
        {"post": at("shop.json#/components/schemas/Thing")},
        {"$self": "/specs/shop.json"},
        "POST /s",
    ),
    "a body by its own address": (
        {"post": {"requestBody": {"$ref": f"{SELF}#/components/requestBodies/Thing"}}},
        {"$self": SELF},
        "POST /s",
    ),
}


def document(item: Any, **others: Any) -> dict[str, Any]:
    made = spec({"Thing": THING, "Way": {"$ref": "#/components/schemas/Thing"}}, {"/s": item}, **others)
    made["components"]["mediaTypes"] = {"Thing": {"schema": THING}, "Again": TYPE}
    made["components"]["requestBodies"] = {"Thing": {"content": {JSON: TYPE}}}
    return {**made, "openapi": "3.2.0"}


@pytest.mark.parametrize("name", READ)
def test_additions_that_are_read(name: str, tmp_path: Path) -> None:
    item, others, target = READ[name]
    result, pack = generate(document(item, **others), tmp_path)
    assert result.exit_code == 0, result.output
    assert "itemSchema" not in result.output
    assert presend.is_valid(target, {"q": "x"}, pack=pack)
    assert [problem.pointer for problem in presend.check(target, {"q": 5}, pack=pack)] == ["/q"]
    operation = presend.operations(pack)[0]
    gate = presend.Gate(pack=pack)
    found = gate.operation(operation.method.title(), "/v1/s")
    assert found
    assert gate.refuses(gate.examine(found, {"content-type": JSON}, b"{}"))


ITEMS = {"itemSchema": THING}


@pytest.mark.parametrize(
    ("content", "response", "told", "is_target"),
    [
        ({LINES: ITEMS}, {}, 1, False),
        ({"application/json-seq": ITEMS}, {}, 1, False),
        ({LINES: ITEMS, JSON: {"schema": THING}}, {}, 1, True),
        ({JSON: {"schema": THING}}, {"text/event-stream": ITEMS}, 1, True),
        ({LINES: ITEMS}, {LINES: ITEMS, JSON: {"schema": THING}}, 2, False),
        ({JSON: {"schema": THING, **ITEMS}}, {}, 1, True),
        ({LINES: {"$ref": "#/components/mediaTypes/Items"}}, {}, 1, False),
        ({JSON: {"schema": THING}}, {JSON: {"schema": THING}}, 0, True),
    ],
)
def test_additions_that_are_left_out_are_named(
    content: Any, response: Any, told: int, is_target: bool, tmp_path: Path
) -> None:
    answers = {"200": {"description": "d", "content": response}}
    made = document({"post": {"operationId": "add", "requestBody": {"content": content}, "responses": answers}})
    made["components"]["mediaTypes"]["Items"] = ITEMS
    result, pack = generate(made, tmp_path)
    assert result.exit_code == 0, result.output
    assert result.stderr.count("itemSchema is not enforced") == told
    if is_target:
        assert not presend.is_valid("POST /s", {}, pack=pack)
    else:
        with pytest.raises(LookupError, match="Unknown target"):
            presend.check("POST /s", {}, pack=pack)


@pytest.mark.parametrize(
    ("item", "others", "told"),
    [
        ({"additionalOperations": []}, {}, "#/paths/~1s/additionalOperations: expected a mapping, got list"),
        ({"additionalOperations": {"COPY": 5}}, {}, "#/paths/~1s/additionalOperations/COPY: expected a mapping"),
        ({"post": at("other.json#/components/schemas/Thing")}, {"$self": SELF}, "expected a reference into the same"),
        ({"post": at("shop.json#/components/schemas/Thing")}, {}, "expected a reference into the same document"),
        ({"post": at("shop.json#/components/schemas/None")}, {"$self": SELF}, "points at nothing"),
        (
            {"post": {"requestBody": {"content": {JSON: {"$ref": "#/components/mediaTypes/No"}}}}},
            {},
            "points at nothing",
        ),
    ],
)
def test_malformed_additions_are_refused(item: Any, others: Any, told: str, tmp_path: Path) -> None:
    result, _ = generate(document(item, **others), tmp_path)
    assert result.exit_code == 2
    assert told in result.stderr


def test_diff_compares_the_new_methods(tmp_path: Path) -> None:
    for method in ({"query": OTHER}, {"additionalOperations": {"COPY": OTHER}}):
        for name, item in (("old", method), ("new", json.loads(json.dumps(method).replace('"string"', '"integer"')))):
            (tmp_path / f"{name}.json").write_text(json.dumps(document(item)))
        done = CliRunner().invoke(command, ["diff", str(tmp_path / "old.json"), str(tmp_path / "new.json")])
        assert done.exit_code == 1
        assert "breaking: " in done.stdout
        assert "methods of OpenAPI 3.2" not in done.output
