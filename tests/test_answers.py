"""Responses are read leniently, in every part of presend alike, also if requests use the same schema."""

from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pydantic
import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, Phase, find, given, settings
from hypothesis import strategies as st

import presend
from presend.cli.program import command
from presend.packs.export import overlay
from presend.packs.find import find_pack
from presend.schema.nodes import PREFIX
from presend.strategies import invalid_payloads, payloads
from tests.amount import examples, needed
from tests.schema_strategies import openapi_documents, values
from tests.specs import body, generate, public_pack, spec

if TYPE_CHECKING:
    from pathlib import Path

REF = "#/components/schemas/"
TEXT, WHOLE, NULL = {"type": "string"}, {"type": "integer"}, {"type": "null"}
E = ["kind", "ab"]


def obj(required: Any = (), /, **members: Any) -> dict[str, Any]:
    return {"type": "object", "properties": members, **({"required": [*required]} if required else {})}


def traffic(sent: Any, returned: Any) -> dict[str, Any]:
    """Return the paths of operations that send or return the schemas of a name; `POST /Name` does both."""
    return {
        f"/{name}": {
            "post": {
                "operationId": f"op{name}",
                **({"requestBody": body({"$ref": REF + name})} if name in sent else {}),
                "responses": {"200": {"description": "", **(body({"$ref": REF + name}) if name in returned else {})}},
            }
        }
        for name in dict.fromkeys((*sent, *returned))
    }


def made(tmp_path: Path, schemas: Any, sent: Any, returned: Any, *options: str, **others: Any) -> str:
    result, pack = generate(spec(schemas, traffic(sent, returned), **others), tmp_path, *options)
    assert result.exit_code == 0, result.output
    return pack


def answer_of(pack: str, name: str) -> str:
    """Return the schema of what `POST /name` answers."""
    return next(row.response for row in find_pack(pack).operations if row.path == f"/{name}" and row.response)


def told(pack: str, target: str, value: Any) -> str:
    """Return the worst severity for a payload, after checking that all functions agree on whether it has errors."""
    text = json.dumps(value)
    found = [problem.severity for problem in presend.check(target, text, pack=pack)]
    faces = {"check": "error" not in found, "text": presend.is_valid(target, text, pack=pack)}
    schemas = dict(find_pack(pack).schemas)
    faces["other"] = jsonschema_rs.Draft202012Validator({"$ref": PREFIX + target, "$defs": schemas}).is_valid(value)
    if not isinstance(value, str):  # which would be read as JSON text
        faces["data"] = presend.is_valid(target, value, pack=pack)
    try:
        model = presend.validate(target, text, pack=pack)
        faces["validate"] = True
        if isinstance(model, pydantic.BaseModel):
            assert model.model_dump(exclude_unset=True, by_alias=True) == value
    except presend.InvalidPayload:
        faces["validate"] = False
    cls = find_pack(pack).model(target)
    if isinstance(cls, type) and issubclass(cls, pydantic.BaseModel) and value is not None:  # which is no class's
        try:
            cls.model_validate(value)
            faces["class"] = True
        except pydantic.ValidationError:
            faces["class"] = False
    assert len({*faces.values()}) == 1, (target, value, faces)
    return next((worst for worst in ("error", "warning", "note") if worst in found), "")


# --- A value that is listed ---

LISTED: dict[str, tuple[Any, dict[str, list[Any]]]] = {  # how → schema of a member, and values by what they are told of
    "of any type": ({"enum": E}, {"": E, "warning": ["x", 5, None, [1], {"a": 1}]}),
    "of texts": ({**TEXT, "enum": E}, {"": E, "warning": ["x", "", None], "error": [5, True, ["kind"], {}]}),
    "of texts or null": ({"type": ["string", "null"], "enum": [*E, None]}, {"": [*E, None], "warning": ["x"]}),
    "of integers": ({**WHOLE, "enum": [1, 2]}, {"": [1, 2, 2.0], "warning": [5, None], "error": ["x", 1.5, True]}),
    "of integers of any type": ({"enum": [1, 2]}, {"": [1], "warning": [5, "x", None]}),
    "of decimals": ({"type": "number", "enum": [1.5]}, {"": [1.5], "warning": [5, 2.5, None], "error": ["x", False]}),
    "of booleans": ({"type": "boolean", "enum": [True]}, {"": [True], "warning": [False, None], "error": [1, "true"]}),
    "of two types": ({"enum": ["on", True]}, {"": ["on", True], "warning": ["x", False, 1]}),
    "of another type": ({"type": "number", "enum": ["16000"]}, {"warning": [5], "error": ["16000"]}),
    "of objects": (
        obj((), a=TEXT) | {"enum": [{"a": "x"}]},
        {"": [{"a": "x"}], "warning": [{"a": "y"}], "error": [{"a": 5}]},
    ),
    "of arrays": (
        {"type": "array", "items": TEXT, "enum": [["a"]]},
        {"": [["a"]], "warning": [["b"], []], "error": [[5], "a"]},
    ),
    "a const": ({**TEXT, "const": "kind"}, {"": ["kind"], "warning": ["x", None], "error": [5]}),
    "a const of a number": ({"const": 1}, {"": [1, 1.0], "warning": [2, "x", True]}),
    "a const and an enum": ({**TEXT, "enum": E, "const": "ab"}, {"": ["ab"], "warning": ["kind", "x"], "error": [5]}),
    "a pattern": ({**TEXT, "pattern": "^k", "enum": E}, {"": ["kind"], "warning": ["kx"], "error": ["ab", "zz", 5]}),
    "a pattern without a type": ({"enum": E, "pattern": "^k"}, {"": ["kind"], "warning": ["kx", 5], "error": ["ab"]}),
    "a least length": ({**TEXT, "minLength": 3, "enum": E}, {"": ["kind"], "warning": ["abc"], "error": ["ab", ""]}),
    "a most length": ({**TEXT, "maxLength": 3, "enum": E}, {"": ["ab"], "warning": ["abc"], "error": ["kind", "abcd"]}),
    "both": (
        {**TEXT, "minLength": 2, "pattern": "^a", "enum": E},
        {"": ["ab"], "warning": ["az"], "error": ["a", "kind"]},
    ),
    "a const and a length": ({**TEXT, "const": "kind", "minLength": 5}, {"warning": ["kinds"], "error": ["kind"]}),
    "a minimum": ({**WHOLE, "enum": [1, 2], "minimum": 2}, {"": [2], "warning": [5], "error": [1, "x"]}),
    "a multiple": ({**WHOLE, "enum": [1, 2], "multipleOf": 2}, {"": [2], "warning": [4], "error": [1, 3]}),
    "not": ({**TEXT, "enum": E, "not": {"const": "kind"}}, {"": ["ab"], "warning": ["x", None], "error": ["kind", 5]}),
    "not a pattern": ({**TEXT, "enum": E, "not": {"pattern": "^k"}}, {"": ["ab"], "warning": ["x"], "error": ["kx"]}),
    "not, of integers": ({**WHOLE, "enum": [1, 2], "not": {"const": 1}}, {"": [2], "warning": [3], "error": [1, "x"]}),
    "if": (
        {**TEXT, "enum": E, "if": {"const": "kind"}, "then": {"maxLength": 1}},
        {"": ["ab"], "warning": ["x"], "error": ["kind"]},
    ),
    "parts": ({**TEXT, "enum": E, "allOf": [{"minLength": 3}]}, {"": ["kind"], "warning": ["abc"], "error": ["ab"]}),
    "branches": (
        {**TEXT, "enum": E, "anyOf": [{"minLength": 4}, {"maxLength": 1}]},
        {"": ["kind"], "warning": ["x"], "error": ["ab", "abc"]},
    ),
    "branches of values": (
        {**TEXT, "oneOf": [{"const": "kind"}, {"const": "ab"}]},
        {"": E, "warning": ["x"], "error": [5]},
    ),
    "a reference": ({"$ref": f"{REF}Long", "enum": E}, {"": ["kind"], "warning": ["abc"], "error": ["ab", 5]}),
    "a format": ({**TEXT, "enum": E, "format": "date"}, {"": E, "warning": ["x"], "error": [5]}),
    "an open enum": ({"anyOf": [TEXT, {**TEXT, "enum": E}], "pattern": "^a"}, {"": ["ab", "az"], "error": ["kind", 5]}),
    "a branch of objects": (
        {"anyOf": [obj((), a=TEXT) | {"enum": [{"a": "x"}]}, NULL]},
        {"": [{"a": "x"}, None], "warning": [{"a": "y"}], "error": [{"a": 5}, 5]},
    ),
    "a branch without a type": (
        {"anyOf": [{"properties": {"a": {}}, "enum": [None]}, TEXT]},
        {"": [None, "x"], "warning": [{"a": 1}, 5]},
    ),
    "names of members": (
        {"type": "object", "propertyNames": {"enum": E}, "additionalProperties": WHOLE},
        {"": [{"kind": 1}, {"new": 1}], "error": [{"kind": "x"}]},
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def listed(tmp_path_factory: pytest.TempPathFactory) -> str:
    schemas = {f"Case{number}": obj((), d=schema) for number, (schema, _) in enumerate(LISTED.values())}
    named = {f"Named{number}": schema for number, (schema, _) in enumerate(LISTED.values())}
    beside = {"Long": {**TEXT, "minLength": 3}}
    folder = tmp_path_factory.mktemp("listed")
    return made(folder, {**schemas, **named, **beside}, (), (*schemas, *named))


@pytest.mark.parametrize(("number", "how"), [*enumerate(LISTED)], ids=[*LISTED])
def test_a_value_that_is_not_listed_is_a_warning_and_all_else_holds(listed: str, number: int, how: str) -> None:
    for worst, drawn in LISTED[how][1].items():
        for value in drawn:
            assert told(listed, f"Case{number}", {"d": value}) == worst, value
            if value is not None:  # null only concerns members
                assert told(listed, f"Named{number}", value) == worst, value


@pytest.mark.parametrize("sent", [False, True], ids=["response", "request and response"])
def test_a_spec_may_have_any_keyword_beside_an_enum(sent: bool, tmp_path: Path) -> None:
    schemas: dict[str, Any] = {f"Case{number}": schema for number, (schema, _) in enumerate(LISTED.values())}
    holders = {f"In{name}": obj((name,), **{name: {"$ref": REF + name}}) for name in schemas}
    every = {**schemas, **holders, "Long": TEXT}
    assert made(tmp_path, every, every if sent else (), every)


# --- Which schemas are lenient ---

PET: dict[str, Any] = {
    "Pet": obj(
        ("id", "kind", "tags"),
        id={**TEXT, "readOnly": True},
        kind={**TEXT, "enum": ["cat"]},
        tags={"type": "array", "items": TEXT, "minItems": 1},
        owner={"$ref": f"{REF}Owner"},
    ),
    "Owner": obj(("name",), name=TEXT) | {"additionalProperties": False},
}
FAULTS = {  # what is amiss in a pet → what a request and an answer are told of
    "nothing": ({"id": "1", "kind": "cat", "tags": ["a"]}, "", ""),
    "an id, which is read only": ({"kind": "cat", "tags": ["a"]}, "", "warning"),
    "a member": ({"id": "1", "kind": "cat"}, "error", "warning"),
    "a null": ({"id": "1", "kind": "cat", "tags": None}, "error", "warning"),
    "a null below": ({"id": "1", "kind": "cat", "tags": [None]}, "error", "warning"),
    "a value": ({"id": "1", "kind": "dog", "tags": ["a"]}, "error", "warning"),
    "an unknown member": ({"id": "1", "kind": "cat", "tags": ["a"], "new": 1}, "warning", ""),
    "a member of what is referred to": ({"id": "1", "kind": "cat", "tags": ["a"], "owner": {}}, "error", "warning"),
    "a new member of what is closed": (
        {"id": "1", "kind": "cat", "tags": ["a"], "owner": {"name": "b", "new": 1}}, "error", "warning",
    ),
    "a type": ({"id": 1, "kind": "cat", "tags": ["a"]}, "error", "error"),
    "a type below": ({"id": "1", "kind": "cat", "tags": ["a"], "owner": {"name": 5}}, "error", "error"),
    "a limit": ({"id": "1", "kind": "cat", "tags": []}, "error", "error"),
}  # fmt: skip


@pytest.fixture(scope="module")
def pets(tmp_path_factory: pytest.TempPathFactory) -> str:
    return made(tmp_path_factory.mktemp("pets"), PET, ("Pet",), ("Pet",))


@pytest.mark.parametrize("fault", FAULTS)
def test_one_schema_is_strict_as_a_request_and_lenient_as_an_answer(pets: str, fault: str) -> None:
    payload, sent, returned = FAULTS[fault]
    assert answer_of(pets, "Pet") == "PetReturned"
    assert told(pets, "Pet", payload) == sent
    assert told(pets, "PetReturned", payload) == returned
    gate = presend.Gate(pack=pets, warnings=True, responses=True)
    operation = gate.operation("POST", "https://example.com/Pet")
    assert operation
    for is_response, worst in ((False, sent), (True, returned)):
        headers = {"content-type": "application/json"}
        verdict = gate.examine(operation, headers, json.dumps(payload).encode(), is_response=is_response)
        assert verdict
        assert {problem.severity for problem in verdict.problems} == ({worst} if worst else set())


def test_a_twin_is_made_only_if_it_differs(tmp_path: Path) -> None:
    schemas = {
        "Id": {**TEXT, "minLength": 1},
        "Ids": {"type": "array", "items": {"$ref": f"{REF}Id"}},  # which may be null in an answer
        "Same": {"$ref": f"{REF}Id"},
        "Tree": obj((), kids={"type": "array", "items": {"$ref": f"{REF}Tree"}}),
        "Asked": obj((), ids={"$ref": f"{REF}Ids"}),
        "Answer": obj((), tree={"$ref": f"{REF}Tree"}, same={"$ref": f"{REF}Same"}),
        "AnswerReturned": TEXT,
    }
    pack = find_pack(made(tmp_path, schemas, ("Tree", "Ids", "Same", "Asked", "Answer"), ("Answer", "Ids")))
    twins = {name: twin for twin, name in pack.twins.items()}
    assert twins.keys() == {"Ids", "Tree", "Answer"}
    assert twins["Tree"] == "TreeReturned"
    assert twins["Answer"] != "AnswerReturned"
    assert {*pack.schemas} == {*schemas, *pack.twins}


def test_every_answer_of_an_operation_is_the_lenient_one(tmp_path: Path) -> None:
    """Whatever its status and its type; and its class is the one that `presend operations` calls by the spec's name."""
    pet = {"$ref": f"{REF}Pet"}
    answers = {
        "200": body(pet),
        "201": {"content": {kind: {"schema": pet} for kind in ("application/json", "text/event-stream")}},
        "4XX": body(pet),
        "default": body({"$ref": f"{REF}Owner"}),
    }
    paths = {"/pets": {"post": {"operationId": "addPet", "requestBody": body(pet), "responses": answers}}}
    result, pack = generate(spec(PET, paths), tmp_path)
    assert result.exit_code == 0, result.output
    (operation,) = presend.operations(pack)
    assert (operation.schema, operation.response) == ("Pet", "PetReturned")
    for status, kind, name in (
        (200, "application/json", "PetReturned"), (201, "application/json", "PetReturned"),
        (201, "text/event-stream", "PetReturned"), (404, "application/json", "PetReturned"),
        (500, "application/json", "OwnerReturned"), (404, "text/event-stream", None),
    ):  # fmt: skip
        assert operation.answer(status, kind) == name, (status, kind)
    listed = CliRunner().invoke(command, ["operations", "--pack", pack])
    assert listed.stdout.split() == ["POST", "/pets", "Pet", "application/json", "Pet"]


@pytest.mark.parametrize("mark", ["readOnly", "writeOnly"])
def test_a_mark_in_any_part_counts_in_its_direction(mark: str, tmp_path: Path) -> None:
    schemas = {
        "Marked": obj((), id={**TEXT, mark: True}),
        "Pet": {"allOf": [{"$ref": f"{REF}Marked"}, obj(("id", "name"), name=TEXT)]},
    }
    pack = made(tmp_path, schemas, ("Pet",), ("Pet",))
    sent, returned = ("", "warning") if mark == "readOnly" else ("error", "")
    assert told(pack, "Pet", {"name": "a"}) == sent
    assert told(pack, answer_of(pack, "Pet"), {"name": "a"}) == returned
    assert told(pack, "Pet", {"id": "1"}) == "error"
    assert told(pack, answer_of(pack, "Pet"), {"id": "1"}) == "warning"


@pytest.mark.parametrize(("one_of", "sent"), [("any", ""), ("exact", "error")])
def test_exact_one_of_applies_only_to_requests(one_of: str, sent: str, tmp_path: Path) -> None:
    """An answer may lack the member that tells branches apart, so fitting both branches does no harm."""
    schemas = {
        "Named": obj(("name",), name=TEXT, age={}),
        "Aged": obj(("age",), age=WHOLE, name={}),
        "Pet": {"oneOf": [{"$ref": f"{REF}Named"}, {"$ref": f"{REF}Aged"}]},
    }
    pack = made(tmp_path, schemas, ("Pet",), ("Pet",), "--one-of", one_of)
    both = {"name": "a", "age": 5}
    assert told(pack, "Pet", both) == sent
    assert told(pack, "Pet", {"name": "a", "age": "x"}) == ""
    assert told(pack, answer_of(pack, "Pet"), both) == ""
    assert told(pack, answer_of(pack, "Pet"), {"name": 1, "age": "x"}) == "error"


def test_strict_responses_are_taken_at_their_word(tmp_path: Path) -> None:
    pack = made(tmp_path, PET, ("Pet",), ("Pet",), "--strict-responses")
    wanted = {"nothing": "", "an unknown member": "warning"}
    for fault, (payload, sent, _) in FAULTS.items():
        assert told(pack, "Pet", payload) == sent
        assert told(pack, answer_of(pack, "Pet"), payload) == wanted.get(fault, "error"), fault


def test_a_schema_under_not_is_strict_there_and_lenient_elsewhere(tmp_path: Path) -> None:
    needs = obj(("a",), a={**TEXT, "enum": ["x"]})
    holding = obj(("n",), n={"$ref": f"{REF}Needs"})
    schemas = {
        "Needs": needs,
        "Holding": holding,
        "Other": {"type": "object", "not": {"$ref": f"{REF}Holding"}},
        "If": {"if": {"$ref": f"{REF}Needs"}, "then": {"required": ["b"]}},
        "Few": {"type": "array", "contains": {"$ref": f"{REF}Needs"}, "maxContains": 1},
        "A": obj((), **{name: {"$ref": REF + name} for name in ("Needs", "Holding", "Other", "Few")}),
    }
    pack = made(tmp_path, schemas, ("If",), ("A",))
    goods: list[Any] = [{"Needs": {}}, {"Needs": {"a": "y"}}, {"Holding": {"n": {}}}, {"Other": {"n": {}}}]
    for good in (*goods, {"Few": [{"a": "x"}, {}, {}]}):
        assert told(pack, "A", good) in ("", "warning"), good
    for bad in ({"Needs": {"a": 1}}, {"Other": {"n": {"a": "x"}}}, {"Few": [{"a": "x"}, {"a": "x"}]}):
        assert told(pack, "A", bad) == "error", bad
    assert told(pack, "If", {"a": "y"}) == ""
    assert told(pack, "If", {"a": "x"}) == "error"


def test_limits_of_a_schema_with_a_twin_are_exported_once(tmp_path: Path) -> None:
    rules = {"kind": {"x-presend-rules": {"enum": "pet.kind"}}, "tags": {"x-presend-rules": {"minItems": "pet.tags"}}}
    members = {name: {**member, **rules.get(name, {})} for name, member in PET["Pet"]["properties"].items()}
    pack = find_pack(made(tmp_path, {**PET, "Pet": {**PET["Pet"], "properties": members}}, ("Pet",), ("Pet",)))
    actions = overlay(pack)["actions"]
    assert sorted(action["x-presend-rule"] for action in actions) == ["pet.kind", "pet.tags"]


# --- Unions ---

TAGGED: dict[str, Any] = {
    "Cat": obj(("kind", "lives"), kind={"enum": ["cat", "kitten"]}, lives=WHOLE),
    "Dog": obj(("kind", "name"), kind={"const": "dog"}, name=TEXT),
    "Fish": {"oneOf": [{"$ref": f"{REF}Carp"}, {"$ref": f"{REF}Tuna"}]},
    "Carp": obj(("kind", "pond"), kind={**TEXT, "enum": ["carp"]}, pond=TEXT),
    "Tuna": obj(("kind", "sea"), kind={**TEXT, "enum": ["tuna"]}, sea=TEXT),
    "User": obj(("kind", "role", "text"), kind={"const": "message"}, role={"const": "user"}, text=TEXT),
    "Helper": obj(("kind", "role", "text"), kind={"const": "message"}, role={"const": "helper"}, text=WHOLE),
    "Animal": {"anyOf": [{"$ref": REF + name} for name in ("Cat", "Dog", "Fish", "User", "Helper")]},
    "Zoo": obj(
        (),
        list={"type": "array", "items": {"$ref": f"{REF}Animal"}},
        star={"anyOf": [{"$ref": f"{REF}Animal"}, NULL]},
    ),
}  # fmt: skip
ANIMALS: dict[str, list[Any]] = {
    "": [
        {"kind": "cat", "lives": 9}, {"kind": "kitten", "lives": 9}, {"kind": "dog", "name": "a"},
        {"kind": "tuna", "sea": "b"}, {"kind": "message", "role": "user", "text": "a"},
        {"kind": "message", "role": "helper", "text": 5}, {"kind": "dog", "name": "a", "new": 1},
    ],
    "warning": [
        {}, {"kind": None}, {"kind": "cow"}, {"kind": "cow", "lives": "many", "name": 5}, {"lives": "x"},
        {"kind": "cat"}, {"kind": "dog", "name": None}, {"kind": "carp", "sea": 5},
        {"kind": "message", "role": "cow", "text": []}, {"kind": "message", "text": []},
    ],
    "error": [
        {"kind": "cat", "lives": "x"}, {"kind": "dog", "name": 5}, {"kind": "tuna", "sea": 5}, {"kind": 5},
        {"kind": ["cat"]}, {"kind": "message", "role": "user", "text": 5},
        {"kind": "message", "role": "helper", "text": "a"}, {"kind": "message", "role": 5}, 5, "cat", [],
    ],
}  # fmt: skip


@pytest.fixture(scope="module", params=["response", "request and response"])
def zoo(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    sent = ("Zoo", "Animal") if " and " in request.param else ()
    return made(tmp_path_factory.mktemp("zoo"), TAGGED, sent, ("Zoo", "Animal"))


@pytest.mark.parametrize("worst", ANIMALS)
def test_a_known_tag_chooses_the_branch_and_a_new_tag_chooses_none(zoo: str, worst: str) -> None:
    for animal in ANIMALS[worst]:
        assert told(zoo, answer_of(zoo, "Animal"), animal) == worst, animal
        assert told(zoo, answer_of(zoo, "Zoo"), {"list": [animal]}) == worst, animal
        assert told(zoo, answer_of(zoo, "Zoo"), {"list": [{"kind": "cow"}, animal]}) == (worst or "warning"), animal
        assert told(zoo, answer_of(zoo, "Zoo"), {"star": animal}) == worst, animal
    assert told(zoo, answer_of(zoo, "Zoo"), {"star": None}) == ""


@pytest.mark.parametrize("animal", [animal for animal in ANIMALS[""] if "new" not in animal])
def test_the_class_is_that_of_the_branch(zoo: str, animal: Any) -> None:
    made = presend.validate(answer_of(zoo, "Zoo"), {"list": [animal, {"kind": "cow"}]}, pack=zoo)
    one, other = getattr(made, "list_", None) or getattr(made, "list")  # noqa: B009 - a member's name in Python
    names = {"cat": "Cat", "kitten": "Cat", "dog": "Dog", "tuna": "Tuna", "user": "User", "helper": "Helper"}
    assert type(one).__name__.removesuffix("Returned") == names[animal.get("role", animal["kind"])]
    assert other == {"kind": "cow"}


@pytest.mark.parametrize("pet", [{}, {"kind": None}, {"kind": "cow"}, {"kind": "dog", "name": "a"}, None])
def test_a_model_around_objects_with_any_tag_keeps_its_class(pet: Any, tmp_path: Path) -> None:
    schemas = {
        "Cat": TAGGED["Cat"],
        "Dog": TAGGED["Dog"],
        "Home": obj((), pet={"anyOf": [{"$ref": f"{REF}Cat"}, {"$ref": f"{REF}Dog"}]}),
        "Homes": obj((), homes={"type": "array", "items": {"$ref": f"{REF}Home"}}),
    }
    pack = made(tmp_path, schemas, (), ("Homes",))
    answer = {"homes": [{"pet": pet}]}
    assert told(pack, "Homes", answer) != "error"
    for payload in (answer, json.dumps(answer)):
        (home,) = presend.validate("Homes", payload, pack=pack).homes  # type: ignore[attr-defined]
        assert type(home).__name__ == "Home"
        assert type(home.pet).__name__ == ("Dog" if pet and pet.get("kind") == "dog" else type(pet).__name__)


def test_problems_of_other_branches_are_not_reported(zoo: str) -> None:
    found = presend.check(answer_of(zoo, "Animal"), {"kind": "carp"}, pack=zoo)
    assert [(one.rule, one.pointer, one.severity) for one in found] == [("schema.required", "/pond", "warning")]
    found = presend.check(answer_of(zoo, "Animal"), {"kind": "cow", "pond": 5}, pack=zoo)
    assert [(one.rule, one.pointer, one.severity) for one in found] == [("schema.enum", "/kind", "warning")]


def test_without_a_tag_the_branch_with_the_fewest_warnings_is_reported(tmp_path: Path) -> None:
    union = {"anyOf": [obj(("a", "b"), a=TEXT, b=TEXT), obj(("c",), c=TEXT)]}
    pack = made(tmp_path, {"A": obj((), u=union)}, (), ("A",))
    assert told(pack, "A", {"u": {"c": "x"}}) == ""
    found = presend.check("A", {"u": {}}, pack=pack)
    assert [problem.pointer for problem in found] == ["/u/c"]


MIXED = {
    "Note": obj(("text",), type={**TEXT, "enum": ["note"]}, text=TEXT),  # whose tag is optional
    "Link": obj(("type", "url"), type={**TEXT, "enum": ["link"]}, url=TEXT),
    "Word": {**TEXT, "minLength": 1},
    "Part": {
        "oneOf": [
            {"$ref": f"{REF}Word"},
            {"$ref": f"{REF}Note", "deprecated": True, "description": "Old."},
            {"$ref": f"{REF}Link", "type": "object"},
        ]
    },
    "Parts": obj(
        (), all={"type": "array", "items": {"oneOf": [WHOLE, {"$ref": f"{REF}Note"}, {"$ref": f"{REF}Link"}]}}
    ),
}


def test_a_new_tag_does_not_select_another_list(tmp_path: Path) -> None:
    """If lists differ only in the tags of their items, a list of items with a new tag is still valid."""
    lists: list[Any] = [{"type": "array", "items": {"$ref": REF + name}} for name in ("Animal", "Robot")]
    schemas = {**TAGGED, "Robot": obj(("model",), model=WHOLE), "All": obj(("all",), all={"anyOf": lists})}
    pack = made(tmp_path, schemas, ("All",), ("All",))
    answer = {"all": [{"kind": "cow", "model": "x"}]}
    assert told(pack, answer_of(pack, "All"), answer) == "warning"
    assert told(pack, answer_of(pack, "All"), {"all": [{"kind": "dog", "name": 5, "model": "x"}]}) == "error"
    assert told(pack, "All", answer) == "error"


def test_a_tag_may_be_optional_and_objects_may_stand_beside_others(tmp_path: Path) -> None:
    pack = made(tmp_path, MIXED, ("Part", "Parts"), ("Part", "Parts"))
    part, parts = answer_of(pack, "Part"), answer_of(pack, "Parts")
    objects: dict[str, list[Any]] = {
        "": [{"type": "note", "text": "a"}, {"text": "a"}, {"type": "link", "url": "b"}, {"url": 5}],
        "warning": [{"type": "new", "text": 5}, {"type": "note"}, {"type": "link", "url": None}],
        "error": [{"type": "note", "text": 5}, {"type": "link", "url": 5}, {"type": 5}, []],
    }
    for worst, drawn in objects.items():
        for value in drawn:
            assert told(pack, part, value) == worst, value
            assert told(pack, parts, {"all": [5, value]}) == worst, value
    assert [told(pack, part, value) for value in ("a", "", 5)] == ["", "error", "error"]
    assert [told(pack, parts, {"all": [value]}) for value in (5, "a", None)] == ["", "error", "warning"]


# --- Numbers as text; null as absence ---


@pytest.mark.parametrize(
    ("member", "is_text"),
    [
        ({**TEXT, "enum": ["float", "base64"]}, True),
        ({"anyOf": [{**TEXT, "enum": ["float", "base64"]}, NULL]}, True),
        ({"$ref": f"{REF}Format"}, True),
        ({**TEXT, "enum": ["float"]}, False),
        ({**TEXT, "const": "base64"}, False),
        (TEXT, False),
    ],
)
def test_numbers_come_as_text_where_the_request_may_ask_for_it(member: Any, is_text: bool, tmp_path: Path) -> None:
    numbers = {"type": "array", "items": {"type": "number"}, "minItems": 1}
    schemas = {
        "Format": {**TEXT, "enum": ["float", "base64"]},
        "Ask": {"allOf": [obj((), encoding_format=member), obj((), numbers={"$ref": f"{REF}Numbers"})]},
        "Answer": obj((), data={"$ref": f"{REF}Numbers"}, words={"type": "array", "items": TEXT}),
        "Numbers": numbers,
        "Plain": obj((), data=numbers),
    }
    paths = traffic(("Ask", "Plain"), ("Plain",))
    paths["/Ask"]["post"]["responses"]["200"] |= body({"$ref": f"{REF}Answer"})
    result, pack = generate(spec(schemas, paths), tmp_path)
    assert result.exit_code == 0, result.output
    assert told(pack, "Answer", {"data": "AAAA"}) == ("" if is_text else "error")
    assert told(pack, "Answer", {"data": [1.5, 2]}) == ""
    bads: list[Any] = [{"data": []}, {"data": 5}, {"data": ["x"]}, {"words": "AAAA"}]
    for bad in bads:
        assert told(pack, "Answer", bad) == "error"
    assert told(pack, "Ask", {"numbers": "AAAA"}) == "error"
    assert told(pack, answer_of(pack, "Plain"), {"data": "AAAA"}) == "error"


@pytest.mark.parametrize("value", ["AAAA", [1.5, None], [[1]], None])
@pytest.mark.parametrize("items", [{"type": ["number", "null"]}, {"type": "array"}, {}])
def test_an_object_whose_member_is_a_list_or_a_text_comes_as_its_class(items: Any, value: Any, tmp_path: Path) -> None:
    item = obj((), v={"type": ["array", "string", "null"], "items": items})
    pack = made(
        tmp_path, {"Item": item, "A": obj((), list={"type": "array", "items": {"$ref": f"{REF}Item"}})}, (), ("A",)
    )
    answer: Any = {"list": [{"v": value}, None]}
    if told(pack, "A", answer) != "error":
        model: Any = presend.validate("A", answer, pack=pack)
        assert type(model.list_[0]).__name__ == "Item"
        assert model.list_[1] is None


NULLS = obj(("a", "b"), a=TEXT, b={"anyOf": [TEXT, NULL]}, c=TEXT, d={"$ref": f"{REF}Maybe"})


@pytest.mark.parametrize(
    ("answer", "by_default", "where_null_is_absent"),
    [
        ({"a": "x", "b": None}, "", ""),
        ({"a": "x"}, "warning", ""),  # b may be null
        ({"a": "x", "b": None, "c": None}, "warning", ""),  # c may be left out
        ({"b": None}, "warning", "warning"),
        ({"a": None, "b": None}, "warning", "warning"),
        ({"a": "x", "b": None, "d": None}, "", ""),
        ({"a": "x", "b": 5}, "error", "error"),
    ],
)
def test_null_means_absent_if_the_spec_says_so(
    answer: Any, by_default: str, where_null_is_absent: str, tmp_path: Path
) -> None:
    info = {"title": "t", "version": "1"}
    schemas = {"A": NULLS, "Maybe": {"type": ["object", "null"], "properties": {"x": {}}}}
    for mark, worst in ((False, by_default), (True, where_null_is_absent)):
        pack = made(tmp_path, schemas, (), ("A",), info={**info, "x-presend-null-is-absent": mark})
        assert told(pack, "A", answer) == worst


# --- Whatever the schema ---


def spoilt(draw: st.DrawFn, value: Any, schema: Any, schemas: Any) -> Any:
    """Return a payload with some members left out, null, or with unlisted values, where the spec lists values.

    Other values stay; in `Animal`, a new tag may choose no branch.
    """
    if "$ref" in schema:
        return spoilt(draw, value, schemas[schema["$ref"].removeprefix(REF)], schemas)
    if {"enum", "const"} & schema.keys() and draw(st.booleans()):
        return draw(st.sampled_from(["new", "", "null"]))
    if isinstance(value, dict) and "properties" in schema:
        kept = {name: part for name, part in value.items() if draw(st.integers(0, 3))}
        return {
            name: spoilt(draw, part, schema["properties"][name], schemas) if draw(st.integers(0, 3)) else None
            for name, part in kept.items()
            if name in schema["properties"]
        } | {name: 1 for name in ("new member",) if draw(st.booleans())}
    if isinstance(value, list) and "items" in schema:
        return [spoilt(draw, item, schema["items"], schemas) if draw(st.integers(0, 3)) else None for item in value]
    if isinstance(value, dict) and value.get("kind") and draw(st.booleans()):
        return {**value, "kind": draw(st.sampled_from(["new", None]))}
    return value


@pytest.mark.parametrize(("schemas", "name"), [(PET, "Pet"), (TAGGED, "Zoo"), (TAGGED, "Animal")])
def test_a_valid_answer_that_is_spoilt_in_known_ways_has_no_error(schemas: Any, name: str, tmp_path: Path) -> None:
    pack = made(tmp_path, schemas, (name,), (name,))

    @settings(max_examples=examples(100), suppress_health_check=list(HealthCheck))
    @given(payloads(name, pack=pack), st.data())
    def holds(payload: Any, data: st.DataObject) -> None:
        drawn = copy.deepcopy(payload)
        assert told(pack, name, drawn) != "error"
        answer = data.draw(st.composite(lambda draw: spoilt(draw, drawn, schemas[name], schemas))())
        assert told(pack, answer_of(pack, name), answer) != "error"

    holds()


@pytest.mark.parametrize(("schemas", "name"), [(PET, "Pet"), (TAGGED, "Zoo")])
def test_answers_are_drawn_as_they_come(schemas: Any, name: str, tmp_path: Path) -> None:
    pack = made(tmp_path, schemas, (name,), (name,))
    target = answer_of(pack, name)
    seen: set[str] = set()

    @settings(max_examples=needed(200), suppress_health_check=list(HealthCheck))  # for all of `seen`
    @given(payloads(target, pack=pack))
    def right(payload: Any) -> None:
        assert told(pack, target, payload) != "error"
        seen.update(problem.rule for problem in presend.check(target, payload, pack=pack))
        seen.add("clean" if told(pack, target, payload) == "" else "")

    @settings(max_examples=examples(60), suppress_health_check=list(HealthCheck))
    @given(invalid_payloads(target, pack=pack))
    def wrong(invalid: Any) -> None:
        problems = presend.check(target, invalid.payload, pack=pack)
        errors = [(one.rule, one.pointer) for one in problems if one.severity == "error"]
        assert errors == [(invalid.rule, invalid.pointer)]
        assert told(pack, target, invalid.payload) == "error"

    right()
    wrong()
    assert seen >= {"schema.required", "schema.type", "schema.enum", "clean"}  # missing members, nulls, new values


@pytest.mark.parametrize("kind", ["cat", "kitten", "dog", "carp", "tuna", "message", None])
def test_answers_with_each_tag_are_drawn(kind: str | None, zoo: str) -> None:
    def has_kind(animal: Any) -> bool:
        return isinstance(animal, dict) and "kind" in animal and animal["kind"] == kind

    once = settings(max_examples=needed(5_000), deadline=None, phases=[Phase.generate])  # the least one is no matter
    find(payloads(answer_of(zoo, "Animal"), pack=zoo), has_kind, settings=once)


def test_random_schemas_as_answers_mean_the_same_to_all(tmp_path: Path) -> None:
    """And what is right by the strict reading is right by the lenient one."""

    @settings(max_examples=examples(60), suppress_health_check=list(HealthCheck))
    @given(openapi_documents(), st.lists(values, min_size=6, max_size=6))
    def holds(schemas: dict[str, Any], drawn: list[Any]) -> None:
        packs = []
        for option in ("--all", "--strict-responses"):
            result, pack = generate(spec(schemas, traffic(schemas, schemas)), tmp_path, option)
            if "refers to itself" in result.output:
                return
            assert result.exit_code == 0, result.output
            packs.append(pack)
        for name in schemas:
            for value in drawn:
                lenient, strict = (told(pack, answer_of(pack, name), value) for pack in packs)
                assert strict == "error" or lenient != "error", (schemas, name, value)

    holds()


@pytest.mark.parametrize("name", ["openai_azure", "openai_official"])
def test_answers_of_whole_apis_mean_the_same_to_all(name: str) -> None:
    pack = public_pack(name)
    rows = sorted({row.response for row in find_pack(pack).operations if row.response})
    objects = [schema for schema in rows if find_pack(pack).node(schema).kinds == {"object"}]

    @settings(max_examples=examples(60), suppress_health_check=list(HealthCheck))
    @given(st.sampled_from(objects).flatmap(lambda one: st.tuples(st.just(one), payloads(one, pack=pack))))
    def holds(drawn: Any) -> None:
        target, payload = drawn
        assert told(pack, target, payload) != "error"

    holds()
