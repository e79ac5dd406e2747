"""Requests may leave out `readOnly` members, responses `writeOnly` members, wherever the mark is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import presend
from tests.specs import body, generate, spec

if TYPE_CHECKING:
    from pathlib import Path

REF = "#/components/schemas/"
ID = {"type": "string", "readOnly": True}
TEXT, COUNT = {"type": "string"}, {"type": "integer"}
SHARED: dict[str, Any] = {
    "Marked": {"type": "object", "properties": {"id": ID, "x": TEXT}},
    "AsksForId": {"type": "object", "required": ["id"], "properties": {"id": TEXT, "x": TEXT}},
    "AsksBelow": {"allOf": [{"$ref": f"{REF}AsksForId"}, {"properties": {"y": COUNT}}]},
    "Key": ID,
    "Again": {"$ref": f"{REF}Key"},
    "Tree": {"type": "object", "required": ["id"], "properties": {"id": ID, "x": {"$ref": f"{REF}Tree"}}},
    "A": {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": ["a"]}, "id": ID}},
    "B": {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": ["b"]}, "id": TEXT}},
    "C": {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": ["c"]}}},
}


def ref(name: str) -> dict[str, Any]:
    return {"$ref": REF + name}


def asking(*names: str, **words: Any) -> dict[str, Any]:
    return {"type": "object", "required": [*names], **words}


def member(schema: Any) -> dict[str, Any]:
    """Return a schema that asks for a member `id` of a schema, and for `n`."""
    return asking("id", "n", properties={"id": schema, "n": TEXT})


# what → schema; payloads that fit; payloads that do not
CASES: dict[str, tuple[Any, list[Any], list[Any]]] = {
    "the member itself": (member(ID), [{"n": "x"}, {"id": "1", "n": "x"}], [{}, {"id": "1"}, {"id": 1, "n": "x"}]),
    "by reference": (member(ref("Again")), [{"n": "x"}], [{}]),
    "in a part": (member({"allOf": [TEXT, {"readOnly": True}]}), [{"n": "x"}], [{}]),
    "in each branch of one of": (member({"oneOf": [ID, {**COUNT, "readOnly": True}]}), [{"n": "x"}], [{}]),
    "in each branch of any of": (member({"anyOf": [ref("Key"), {**COUNT, "readOnly": True}]}), [{"n": "x"}], [{}]),
    "in each branch but null's": (member({"oneOf": [ID, {"type": "null"}]}), [{"n": "x"}], [{}]),
    "by reference, or null": (member({"anyOf": [ref("Again"), {"enum": [None]}]}), [{"n": "x"}], [{}]),
    "in a union of unions": (member({"oneOf": [{"anyOf": [ID, ref("Key")]}, {"allOf": [ID]}]}), [{"n": "x"}], [{}]),
    "beside a union": (member({"oneOf": [TEXT, COUNT], "readOnly": True}), [{"n": "x"}], [{}]),
    "in one branch of two": (member({"oneOf": [ID, COUNT]}), [{"id": 1, "n": "x"}], [{"n": "x"}, {}]),
    "only on null": (
        member({"oneOf": [TEXT, {"type": "null", "readOnly": True}]}),
        [{"id": "", "n": "x"}],
        [{"n": "x"}],
    ),
    "false": (member({"type": "string", "readOnly": False}), [{"id": "1", "n": "x"}], [{"n": "x"}]),
    "required beside a part": (asking("id", "x", allOf=[ref("Marked")]), [{"x": "s"}], [{}, {"id": "1"}]),
    "required beside a reference": ({**ref("Marked"), **asking("id", "x")}, [{"x": "s"}], [{}]),
    "required in another part": ({"allOf": [ref("Marked"), asking("id", "x")]}, [{"x": "s"}], [{}]),
    "required in a part of a part": ({"allOf": [{"allOf": [asking("id", "x")]}, ref("Marked")]}, [{"x": "s"}], [{}]),
    "required by what is referred to": (
        {"allOf": [ref("AsksForId"), ref("Marked")], "required": ["x"]},
        [{"x": "s"}, {"id": "1", "x": "s"}],
        [{}, {"id": 1, "x": "s"}],
    ),
    "required further below": ({"allOf": [ref("AsksBelow"), ref("Marked")]}, [{}, {"y": 1}], [{"y": "s"}, {"x": 1}]),
    "required there and marked here": (
        {**ref("AsksForId"), "properties": {"id": {"readOnly": True}}},
        [{}, {"x": "s"}],
        [{"x": 1}],
    ),
    "required there and nowhere marked": (
        {"allOf": [ref("AsksForId"), ref("C")]},
        [{"id": "", "kind": "c"}],
        [{"kind": "c"}],
    ),
    "required in branches": (
        {"properties": {"id": ID}, "oneOf": [asking("id", "n"), asking("id", "m")]},
        [{"n": 1}, {"m": 1}],
        [{}, {"id": "1"}],
    ),
    "required in branches, marked in a part": (
        {"allOf": [ref("Marked"), {"anyOf": [asking("id", "n"), {"allOf": [asking("id", "m")]}]}]},
        [{"n": 1}, {"m": 1}],
        [{}, {"id": "1"}],
    ),
    "required beside branches that all mark it": (
        asking("id", "n", oneOf=[ref("A"), {**ref("C"), "properties": {"id": ID}}]),
        [{"kind": "a", "n": 1}, {"kind": "c", "n": 1}],
        [{"kind": "a"}, {"n": 1}],
    ),
    "required beside branches of which one marks it": (
        asking("id", oneOf=[ref("A"), ref("B"), ref("C")]),
        [{"kind": "a"}, {"kind": "b", "id": "1"}, {"kind": "c", "id": 1}],
        [{"kind": "b"}, {"kind": "c"}, {"kind": "b", "id": 1}, {}],
    ),
    "required beside any of, a branch in place": (
        asking("id", anyOf=[ref("A"), {"properties": {"kind": {"enum": ["d"]}}, "required": ["kind"]}]),
        [{"kind": "a"}, {"kind": "d", "id": 1}],
        [{"kind": "d"}, {}],
    ),
    "required beside a union and null": (
        {"anyOf": [ref("A"), {"type": "null"}], "required": ["id"]},
        [{"kind": "a"}, None],
        [{}],
    ),
    "required beside a union of unions": (
        asking("id", oneOf=[{"oneOf": [ref("A"), {**ref("C"), "properties": {"id": ID}}]}, ref("B")]),
        [{"kind": "a"}, {"kind": "c"}, {"kind": "b", "id": "1"}],
        [{"kind": "b"}],
    ),
    "required in one of two unions": (
        asking(anyOf=[ref("A"), ref("B")], oneOf=[asking("id"), asking("z")]),
        [{"kind": "a"}, {"kind": "a", "z": 1}],
        [{"id": "1"}],
    ),
    "required in a condition": (
        {"properties": {"id": ID, "k": {}}, "if": asking("k"), "then": asking("id", "n")},
        [{"k": 1, "n": 1}, {}],
        [{"k": 1}],
    ),
    "required where another member is": (
        {"properties": {"id": ID}, "dependentRequired": {"k": ["id", "n"]}},
        [{"k": 1, "n": 1}, {}],
        [{"k": 1}],
    ),
    "what decides stays strict": (
        {"properties": {"id": ID}, "not": asking("id")},
        [{}],
        [{"id": "1"}],
    ),
    "inside, at each level": (ref("Tree"), [{}, {"x": {"x": {}}}], [{"x": 1}, {"x": {"x": {"id": 1}}}]),
    "inside an array": ({"type": "array", "items": member(ref("Key"))}, [[{"n": "x"}]], [[{}]]),
}  # fmt: skip
NAMES = {what: f"Case{number}" for number, what in enumerate(CASES)}


def mirrored(value: Any) -> Any:
    """Return schemas with `writeOnly` for each `readOnly`."""
    return json.loads(json.dumps(value).replace("readOnly", "writeOnly"))


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Two packs: the cases as requests, and mirrored as responses that are taken at their word."""
    folder: Path = tmp_path_factory.mktemp("directions")
    schemas = {NAMES[what]: schema for what, (schema, _, _) in CASES.items()}
    sent = {f"/{name}": {"post": {"requestBody": body(ref(name)), "responses": {}}} for name in schemas}
    returned = {f"/{name}": {"get": {"responses": {"200": body(ref(name))}}} for name in schemas}
    documents = {
        "sent": (spec({**SHARED, **schemas}, sent), ()),
        "returned": (spec(mirrored({**SHARED, **schemas}), returned), ("--strict-responses",)),
    }
    made = {}
    for kind, (document, options) in documents.items():
        result, made[kind] = generate(document, folder, *options)
        assert result.exit_code == 0, result.output
    return made


@pytest.mark.parametrize("kind", ["sent", "returned"])
@pytest.mark.parametrize("what", CASES)
def test_a_marked_member_may_be_left_out(packs: dict[str, str], what: str, kind: str) -> None:
    _, goods, bads = CASES[what]
    for verdict, payloads in ((True, goods), (False, bads)):
        for payload in payloads:
            text = json.dumps(payload)
            errors = [one for one in presend.check(NAMES[what], text, pack=packs[kind]) if one.severity == "error"]
            assert (not errors) is verdict, (payload, errors)
            assert presend.is_valid(NAMES[what], text, pack=packs[kind]) is verdict, payload
            if verdict:
                presend.validate(NAMES[what], text, pack=packs[kind])
            else:
                with pytest.raises(presend.InvalidPayload):
                    presend.validate(NAMES[what], text, pack=packs[kind])


def test_all_of_a_marked_member_is_checked_by_its_schema(packs: dict[str, str]) -> None:
    for what, (schema, _, _) in CASES.items():
        if isinstance(schema, dict) and schema.get("properties", {}).get("id") == ID:
            assert not presend.is_valid(NAMES[what], json.dumps({"id": 1, "n": "x", "m": 1}), pack=packs["sent"])
