"""`presend diff` reports each difference, who it breaks and a witness, and nothing else."""

from __future__ import annotations

import copy
import json
import subprocess
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from presend.cli.diff import FAIL_ON
from presend.cli.program import command
from presend_codegen.comparing.diff import differences
from presend_codegen.comparing.difference import BREAKING, CLASSES, COMPATIBLE, TEXT, UNPROVEN, Difference
from presend_codegen.comparing.make_side import side_of
from presend_codegen.comparing.read_side import read_side
from presend_codegen.comparing.reports import REPORTS
from presend_codegen.comparing.side import unlike
from presend_codegen.source.load import SpecError
from tests.amount import examples
from tests.related_schemas import payloads, related
from tests.specs import generate, path_of, spec

ROOT = Path(__file__).parent.parent
REQUEST, RESPONSE, BOTH = ("request",), ("response",), ("request", "response")
TEXT_SCHEMA = {"type": "string"}


def document(directions: tuple[str, ...] = BOTH, **schemas: Any) -> dict[str, Any]:
    """Return a document whose schema `X` an operation sends, returns, or both."""
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/X"}}}}
    operation = {"responses": {"200": {"description": "", **(body if "response" in directions else {})}}}
    sent = {"requestBody": body} if "request" in directions else {}
    return {"openapi": "3.1.0", "paths": {"/x": {"post": {**sent, **operation}}}, "components": {"schemas": schemas}}


def components(**schemas: Any) -> dict[str, Any]:
    """Return a document that has only schemas."""
    return {"openapi": "3.1.0", "components": {"schemas": schemas}}


def between(old: Any, new: Any, directions: tuple[str, ...] = BOTH, **beside: Any) -> list[Difference]:
    """Return the differences between two forms of the schema `X`."""
    sides = (side_of(name, document(directions, X=schema, **beside)) for name, schema in (("a", old), ("b", new)))
    return differences(*sides)


def obj(required: tuple[str, ...] = (), **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required)}


COLOUR = {"type": "string", "enum": ["red", "blue"]}
REF = {"$ref": "#/components/schemas/Colour"}
RECORD = {"$ref": "#/components/schemas/Record"}
COMMON: dict[str, Any] = {"Colour": COLOUR, "Record": {"type": "object", "properties": {"p": {"type": "string"}}}}
PET = "#/components/schemas/Pet"
NULL = {"type": "null"}
A, B = obj(("t",), t={"const": "a"}), obj(("t",), t={"const": "b"})


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (COLOUR, REF),
        (obj(c=COLOUR), obj(c=REF)),
        (COLOUR, {"enum": ["blue", "red"]}),
        ({"type": "string", "enum": ["a"]}, {"const": "a"}),
        (TEXT_SCHEMA, {"type": ["string"]}),
        ({"type": "string", "nullable": True}, {"type": ["null", "string"]}),
        ({"type": "string", "maxLength": 3, "nullable": True}, {"anyOf": [{"type": "string", "maxLength": 3}, NULL]}),
        ({**REF, "nullable": True}, {"anyOf": [COLOUR, NULL]}),
        ({"allOf": [REF, {"nullable": True}]}, {"oneOf": [NULL, REF]}),
        (obj(("a",), a=TEXT_SCHEMA, b=REF), {"allOf": [obj((), b=REF), obj(("a",), a=TEXT_SCHEMA)]}),
        (obj(("a", "b"), a={}, b={}), obj(("b", "a"), b={}, a={})),
        ({"oneOf": [A, B]}, {"anyOf": [B, A]}),
        ({"oneOf": [A, B], "discriminator": {"propertyName": "t"}}, {"oneOf": [A, B]}),
        ({"anyOf": [TEXT_SCHEMA, COLOUR]}, TEXT_SCHEMA),
        ({"anyOf": [TEXT_SCHEMA]}, TEXT_SCHEMA),
        ({"minimum": 1, "exclusiveMinimum": True, "type": "number"}, {"exclusiveMinimum": 1, "type": "number"}),
        ({"type": "object"}, {"type": "object", "additionalProperties": True}),
        (TEXT_SCHEMA, {**TEXT_SCHEMA, "maxItems": 3}),
        (TEXT_SCHEMA, {**TEXT_SCHEMA, "x-vendor": 1, "example": "a"}),
        (
            obj(kids={"type": "array", "items": {"$ref": "#/components/schemas/X"}}),
            obj(kids={"type": "array", "items": {"$recursiveRef": "#"}}),
        ),
    ],
)
def test_writing_it_differently_is_no_difference(old: Any, new: Any) -> None:
    found = [one for one in between(old, new, Colour=COLOUR) if one.keyword != "known-values"]
    assert found == []
    assert [one for one in between(new, old, Colour=COLOUR) if one.keyword != "known-values"] == []


S = TEXT_SCHEMA
CLOSED = {"additionalProperties": False}
NARROWER = [  # (wider, narrower, what only the wider takes)
    (S, {**S, "maxLength": 3}, "aaaa"),
    (S, {**S, "minLength": 2}, ""),
    ({"type": "integer", "maximum": 9}, {"type": "integer", "maximum": 8}, 9),
    ({"type": "number", "minimum": 0}, {"type": "number", "exclusiveMinimum": 0}, 0),
    ({"type": "integer"}, {"type": "integer", "multipleOf": 3}, 1),
    ({"type": "number"}, {"type": "integer"}, 0.5),
    ({"type": ["string", "null"]}, S, None),
    ({"type": "string", "nullable": True}, S, None),
    ({"enum": ["a", "b"]}, {"enum": ["a"]}, "b"),
    (S, COLOUR, ""),
    (S, {**S, "pattern": "^[a-z]+$"}, ""),
    (obj(a=S), obj(("a",), a=S), {}),
    ({**obj(), **CLOSED, "properties": {"a": S}}, {**obj(), **CLOSED}, {"a": ""}),
    (obj(a=S), {**obj(a=S), **CLOSED}, {"x": 0}),
    ({"type": "object"}, {"type": "object", "maxProperties": 1}, {"x": None, "y": None}),
    ({"type": "object"}, {"type": "object", "minProperties": 1}, {}),
    ({"type": "object"}, {"type": "object", "propertyNames": {"maxLength": 2}}, {"aaa": None}),
    ({"type": "object"}, {"type": "object", "additionalProperties": S}, {"x": 0}),
    ({"type": "array"}, {"type": "array", "minItems": 1}, []),
    ({"type": "array"}, {"type": "array", "uniqueItems": True}, [0, 0]),
    ({"type": "array", "items": S}, {"type": "array", "items": {**S, "minLength": 1}}, [""]),
    ({"type": "array", "items": S, "minItems": 2}, {"type": "array", "items": COLOUR, "minItems": 2}, ["", ""]),
    (obj(("o",), o=obj(a=S)), obj(("o",), o=obj(("a",), a=S)), {"o": {}}),
    ({"anyOf": [A, B]}, A, {"t": "b"}),
    ({"anyOf": [A, B, S]}, {"anyOf": [A, B]}, ""),
    ({"type": "object"}, {"type": "object", "dependentRequired": {"a": ["b"]}}, {"a": 0}),
    (
        obj(("k",), k=COLOUR, a=S),
        {**obj(("k",), k=COLOUR, a=S), "if": {"properties": {"k": {"const": "red"}}}, "then": {"required": ["a"]}},
        {"k": "red"},
    ),
    (
        {"type": "object", "if": {"required": ["a"]}, "else": {"required": ["b"]}},
        {"type": "object", "if": {"required": ["a"]}, "else": {"required": ["b"]}, "then": {"required": ["c"]}},
        {"a": 0},
    ),
    ({"type": "array", "contains": {"const": 1}}, {"type": "array", "contains": {"const": 1}, "minContains": 2}, [1]),
    ({"type": "array", "contains": {"const": 1}, "minContains": 0}, {"type": "array", "contains": {"const": 1}}, []),
]
NARROWER_BESIDE_A_NAME = [  # the same, of schemas with names that both sides have
    ({"allOf": [RECORD, obj(y=S)]}, {"allOf": [RECORD, obj(("y",), y=S)]}, {}),
    (obj(a=RECORD), obj(a={"allOf": [RECORD, {"required": ["p"]}]}), {"a": {}}),
    (obj(a=RECORD), obj(a={**RECORD, "required": ["p"]}), {"a": {}}),
    (obj(a=RECORD), obj(a={**RECORD, "minProperties": 1}), {"a": {}}),
    (obj(a=RECORD), obj(a={**RECORD, "unevaluatedProperties": False}), {"a": {"": None}}),
    ({"type": "array", "items": RECORD}, {"type": "array", "items": {**RECORD, "required": ["p"]}}, [{}]),
    (obj(a={"anyOf": [RECORD, S]}), obj(a=S), {"a": {}}),
    ({"type": "object"}, {"type": "object", "not": RECORD}, {}),
]


@pytest.mark.parametrize(("wide", "narrow", "payload"), NARROWER)
def test_narrowing_breaks_senders_and_widening_breaks_readers(wide: Any, narrow: Any, payload: Any) -> None:
    for directions, old, new, kind in (
        (REQUEST, wide, narrow, BREAKING),
        (REQUEST, narrow, wide, COMPATIBLE),
        (RESPONSE, wide, narrow, COMPATIBLE),
        (RESPONSE, narrow, wide, BREAKING),
        (BOTH, wide, narrow, BREAKING),
        (BOTH, narrow, wide, BREAKING),
    ):
        (found,) = between(old, new, directions)
        assert (found.kind, found.directions) == (kind, directions)
        (witness,) = found.witnesses
        assert witness.accepted_by == ("old" if old is wide else "new")
        assert witness.rejected_by == ("new" if old is wide else "old")
        assert witness.payload == payload


@pytest.mark.parametrize(("wide", "narrow", "payload"), NARROWER_BESIDE_A_NAME)
def test_a_change_beside_a_reference_is_reported(wide: Any, narrow: Any, payload: Any) -> None:
    (found,) = between(wide, narrow, REQUEST, **COMMON)
    assert (found.kind, [witness.payload for witness in found.witnesses]) == (BREAKING, [payload])
    (found,) = between(narrow, wide, RESPONSE, **COMMON)
    assert (found.kind, [witness.payload for witness in found.witnesses]) == (BREAKING, [payload])


@pytest.mark.parametrize(
    "row", json.loads((ROOT / "tests/differences.json").read_text("utf-8")), ids=lambda row: row["name"]
)
def test_a_breaking_change_is_reported_as_breaking(row: Any) -> None:
    beside = row.get("beside", {})
    direction = REQUEST if row["accepted_by"] == "old" else RESPONSE
    specs = (
        document(direction, X=row["old"], **beside),
        document(direction, X=row["new"], **row.get("beside_new", beside)),
    )
    found = differences(side_of("a", specs[0]), side_of("b", specs[1]))
    breaking = [one for one in found if one.kind == BREAKING]
    assert row["accepted_by"] in {witness.accepted_by for one in breaking for witness in one.witnesses}, found
    if row["payload"] is not None:
        judged = tuple(accepts(spec["components"]["schemas"]["X"], row["payload"], spec) for spec in specs)
        assert judged == (row["accepted_by"] == "old", row["accepted_by"] == "new")


def test_a_change_in_a_named_schema_is_reported_once() -> None:
    beside = {"type": "object", "properties": {"n": {"type": "integer"}}}
    old = document(X=obj(("a",), a={"$ref": "#/components/schemas/N"}, b={"$ref": "#/components/schemas/N"}), N=beside)
    new = copy.deepcopy(old)
    new["components"]["schemas"]["N"]["properties"]["n"]["maximum"] = 5
    (found,) = differences(side_of("a", old), side_of("b", new))
    assert (found.subject, found.place, found.keyword, found.witnesses[0].payload) == ("N", "n", "maximum", {"n": 6})


def test_a_member_that_an_open_object_comes_to_name_breaks_nobody() -> None:
    for old, new, payload in ((obj(), obj(a=S), {"a": 0}), (obj(a=S), obj(), {"a": 0})):
        (found,) = between(old, new)
        assert (found.kind, found.keyword, found.witnesses[0].payload) == (COMPATIBLE, "properties", payload)


def test_an_unused_schema_is_compared_for_both_directions() -> None:
    sides = [side_of("a", components(X=schema, Y=S)) for schema in (S, {**S, "maxLength": 1})]
    (found,) = differences(*sides)
    assert (found.kind, found.directions) == (BREAKING, BOTH)
    gone = side_of("b", components(X=S))
    (found,) = differences(sides[0], gone)
    assert (found.kind, found.said) == (BREAKING, "schema removed")


def test_an_effect_that_can_neither_be_shown_nor_excluded_is_called_unproven() -> None:
    letters, as_ = {**S, "pattern": "^[a-z]+$"}, {**S, "pattern": "^aa*$"}
    (narrowing,), (widening,) = between(letters, as_, REQUEST), between(as_, letters, REQUEST)
    assert (narrowing.kind, narrowing.witnesses[0].payload) == (BREAKING, "z")
    assert (widening.kind, widening.witnesses[0].accepted_by) == (UNPROVEN, "new")
    (found,) = between({**S, "pattern": "^(?=a)b?a+$"}, {**S, "pattern": "^(?=a)a+$"}, REQUEST)
    assert (found.kind, found.witnesses) == (UNPROVEN, ())


X = {"$ref": "#/components/schemas/X"}


def operation(**parts: Any) -> dict[str, Any]:
    whole = {"paths": {"/x": {"post": {"responses": {}, **parts}}}, "components": {"schemas": {"X": S}}}
    return {"openapi": "3.1.0", **whole}


def parameter(**parts: Any) -> dict[str, Any]:
    return operation(parameters=[{"name": "limit", "in": "query", "schema": {"type": "integer"}, **parts}])


BODY = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/X"}}}}


@pytest.mark.parametrize(
    ("old", "new", "kind", "there", "back"),
    [
        (operation(), {**operation(), "paths": {}}, "operation", BREAKING, COMPATIBLE),
        (operation(), parameter(), "slot", COMPATIBLE, COMPATIBLE),
        (operation(), parameter(required=True), "slot", BREAKING, COMPATIBLE),
        (parameter(), parameter(required=True), "required", BREAKING, COMPATIBLE),
        (parameter(), parameter(schema={"type": "integer", "maximum": 100}), "maximum", BREAKING, COMPATIBLE),
        (
            operation(requestBody=BODY),
            operation(requestBody={**BODY, "required": True}),
            "required",
            BREAKING,
            COMPATIBLE,
        ),
        (
            operation(requestBody=BODY),
            operation(requestBody={"content": {**BODY["content"], "multipart/form-data": {"schema": S}}}),
            "slot",
            COMPATIBLE,
            BREAKING,
        ),
        (operation(responses={"200": BODY}), operation(responses={}), "slot", BREAKING, COMPATIBLE),
    ],
)
def test_operations_parameters_and_bodies(old: Any, new: Any, kind: str, there: str, back: str) -> None:
    for first, second, expected in ((old, new, there), (new, old, back)):
        (found,) = differences(side_of("a", first), side_of("b", second))
        assert (found.subject, found.keyword, found.kind) == ("POST /x", kind, expected)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (parameter(name="X-Foo", **{"in": "header"}), parameter(name="x-foo", **{"in": "header"})),
        *(
            (
                operation(requestBody=BODY),
                operation(requestBody={"content": {kind: BODY["content"]["application/json"]}}),
            )
            for kind in ("application/json; charset=utf-8", "Application/JSON", 'application/json;charset="UTF-8"')
        ),
    ],
)
def test_another_spelling_is_no_difference(old: Any, new: Any) -> None:
    assert differences(side_of("a", old), side_of("b", new)) == []
    assert differences(side_of("b", new), side_of("a", old)) == []


def test_a_parameter_of_a_path_that_is_called_otherwise_breaks_nobody() -> None:
    specs: list[Any] = []
    for name in ("id", "pet_id"):
        one = {"name": name, "in": "path", "required": True, "schema": S}
        specs.append({"openapi": "3.1.0", "paths": {f"/x/{{{name}}}": {"get": {"parameters": [one], "responses": {}}}}})
    (found,) = differences(*(side_of("a", spec) for spec in specs))
    assert (found.subject, found.kind, found.said) == (
        "GET /x/{id}",
        TEXT,
        "is GET /x/{pet_id} now, which is the same path",
    )
    specs[1]["paths"]["/x/{pet_id}"]["get"]["parameters"][0]["schema"] = {**S, "maxLength": 3}
    assert [one.kind for one in differences(*(side_of("a", spec) for spec in specs))] == [BREAKING, TEXT]


NO_CONTENT = {"description": ""}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ({"200": BODY, "404": NO_CONTENT}, {"200": BODY}, [(BREAKING, "response 404", "removed")]),
        (
            {"200": NO_CONTENT},
            {"204": NO_CONTENT},
            [(BREAKING, "response 200", "removed"), (COMPATIBLE, "response 204", "added")],
        ),
        ({"200": NO_CONTENT}, {"200": BODY}, [(COMPATIBLE, "response 200 application/json", "added")]),
        ({"200": BODY}, {"200": NO_CONTENT}, [(BREAKING, "response 200 application/json", "removed")]),
    ],
)
def test_responses_without_content(old: Any, new: Any, told: Any) -> None:
    found = differences(*(side_of("a", operation(responses=answers)) for answers in (old, new)))
    assert [(one.kind, one.place, one.said) for one in found] == told


def test_the_body_of_a_webhook_is_read() -> None:
    def spec(**schema: Any) -> dict[str, Any]:
        body = {"content": {"application/json": {"schema": {**S, **schema}}}}
        return {"openapi": "3.1.0", "webhooks": {"sent": {"post": {"requestBody": body, "responses": {}}}}}

    wide, narrow = side_of("a", spec()), side_of("b", spec(maxLength=3))
    for old, new, kind in ((wide, narrow, COMPATIBLE), (narrow, wide, BREAKING)):
        (found,) = differences(old, new)
        assert (found.subject, found.kind, found.directions) == ("webhook POST sent", kind, RESPONSE)
    assert [one.said for one in differences(wide, side_of("c", {**spec(), "webhooks": {}, **components(X=S)}))] == [
        "operation removed",
        "schema added",
    ]


@pytest.mark.parametrize(
    ("mark", "wide_to_narrow", "narrow_to_wide"),
    [("readOnly", COMPATIBLE, BREAKING), ("writeOnly", BREAKING, COMPATIBLE), ("deprecated", BREAKING, BREAKING)],
)
def test_a_required_member_that_does_not_travel_that_way(mark: str, wide_to_narrow: str, narrow_to_wide: str) -> None:
    member: dict[str, Any] = {"id": {**S, mark: True}}
    wide, narrow = obj(**member), obj(("id",), **member)
    for old, new, kind in ((wide, narrow, wide_to_narrow), (narrow, wide, narrow_to_wide)):
        (found,) = between(old, new)
        assert (found.keyword, found.kind) == ("required", kind)
    assert between(narrow, wide, REQUEST if mark == "readOnly" else ()) == [] or mark != "readOnly"


def test_words_of_operations_and_of_what_has_no_name() -> None:
    inline: dict[str, Any] = {"content": {"application/json": {"schema": {**S, "default": "1"}}}}
    old = parameter(description="a", schema={"type": "integer", "default": 20})
    new = parameter(description="b", schema={"type": "integer", "default": 50}, deprecated=True)
    old["paths"]["/x"]["post"] |= {"requestBody": inline}
    inline = {"content": {"application/json": {"schema": {**S, "default": 1}}}}
    new["paths"]["/x"]["post"] |= {"requestBody": inline, "summary": "c"}
    found = differences(side_of("a", old), side_of("b", new))
    assert {(one.subject, one.kind) for one in found} == {("POST /x", TEXT)}
    assert {(one.place, one.keyword, one.said) for one in found} == {
        ("", "summary", "added"),
        ("query limit", "description", "changed"),
        ("query limit", "default", "20 is now 50"),
        ("query limit", "deprecated", "none is now true"),
        ("request application/json", "default", '"1" is now 1'),
    }


@pytest.mark.parametrize(
    ("part", "told"),
    [
        ({"security": [{"key": []}]}, ["security"]),
        ({"callbacks": {"c": {"/": {"post": {"responses": {}}}}}}, ["callbacks"]),
        ({"responses": {"200": {"headers": {"X-A": {"schema": S}}}}}, ["response headers"]),
        ({"parameters": [{"name": "a", "in": "query", "schema": {}, "explode": False}]}, ["styles of parameters"]),
        ({"requestBody": {"content": {"multipart/form-data": {"encoding": {"a": {}}}}}}, ["encodings of bodies"]),
        ({"requestBody": {"content": {"application/json": {"schema": {"examples": [{"x-a": 1}]}}}}}, ["examples"]),
        ({"description": "a"}, []),
    ],
)
def test_parts_that_are_not_compared_are_named(part: Any, told: list[str]) -> None:
    assert unlike(side_of("a", operation()), side_of("b", operation(**part))) == told
    assert unlike(side_of("a", operation(**part)), side_of("b", operation(**part))) == []


@pytest.mark.parametrize("reference", ["a~1b%20c", "a~1b c"])
def test_a_component_that_is_referred_to_with_escapes_is_in_use(reference: str) -> None:
    def sides(schema: Any) -> Any:
        used = operation(parameters=[{"$ref": f"#/components/parameters/{reference}"}])
        limit = {"name": "limit", "in": "query", "schema": schema, "description": "a"}
        return side_of("a", used | {"components": {"parameters": {"a/b c": limit}}})

    found, texts = (sides(schema) for schema in ({"type": "integer"}, {"type": "string"}))
    assert unlike(found, texts) == []


def test_a_difference_at_many_places_is_reported_at_some_and_counted_at_all() -> None:
    """Each place has its own name, so that none is reported elsewhere."""

    def many(limit: int, **last: Any) -> dict[str, Any]:
        one = {"type": "object", "properties": {"v": {**S, "maxLength": limit}}}
        members: dict[str, Any] = {f"q{at}": one if at < 16 else {**one, **last} for at in range(20)}
        return obj(**members)

    found = between(many(4), many(3), REQUEST)
    assert [(one.kind, one.keyword) for one in found] == [(BREAKING, "maxLength")] * 16 + [(BREAKING, "places")]
    assert found[-1].said == "the differences here are the same at 4 more places, such as q16"
    assert found[-1].witnesses[0].payload == {"q16": {"v": "aaaa"}}
    closed = {"maxProperties": 0, "properties": {}}  # where it has no effect

    def effective_at_the_end(limit: int) -> dict[str, Any]:
        schema = many(limit)
        parts = [{"properties": {f"q{at}": closed}} for at in range(16)]
        return {"allOf": [schema, *parts]}

    found = between(effective_at_the_end(4), effective_at_the_end(3), REQUEST)
    assert BREAKING in {one.kind for one in found}


def test_unions_side_by_side_are_multiplied_out_up_to_a_bound() -> None:
    def wide(limit: int, first: str) -> dict[str, Any]:
        unions = [{"anyOf": [{"required": [f"p{a}{b}"]} for b in range(3)]} for a in range(5)]
        return {
            **obj(z={**S, "maxLength": limit}),
            "allOf": [{"anyOf": [{"required": [first]}, *unions[0]["anyOf"]]}, *unions],
        }

    (found,) = between(wide(4, "a"), wide(3, "a"), REQUEST)
    assert (found.kind, found.place) == (BREAKING, "z")
    unions = [{"anyOf": [{"required": [f"p{a}{b}"]} for b in range(3)]} for a in range(5)]
    found, *_ = between({"type": "object", "allOf": unions}, {"type": "object", "allOf": unions[1:]}, RESPONSE)
    assert found.kind == BREAKING


def test_values_that_are_only_suggested_break_nobody() -> None:
    def listing(*names: str) -> dict[str, Any]:
        return document(X=obj(m={"anyOf": [S, {"$ref": "#/components/schemas/M"}]}), M={**S, "enum": [*names]})

    (found,) = differences(side_of("a", listing("a", "b")), side_of("b", listing("a", "c")))
    assert (found.subject, found.kind, found.directions) == ("M", COMPATIBLE, ())


# --- Properties ---

sizes = st.integers(0, 3)
scalars = st.one_of(
    st.fixed_dictionaries({"type": st.just("string")}, optional={"minLength": sizes, "maxLength": st.integers(3, 5)}),
    st.fixed_dictionaries({"type": st.just("integer")}, optional={"minimum": sizes, "maximum": st.integers(3, 5)}),
    st.fixed_dictionaries({"type": st.just("number")}, optional={"exclusiveMinimum": sizes}),
    st.sampled_from([{"type": "boolean"}, {"type": "null"}, {"type": ["string", "null"]}, REF, RECORD]),
    st.lists(st.sampled_from(["a", "b", "c", 1, None]), min_size=1, max_size=3, unique_by=repr).map(
        lambda values: {"enum": values}
    ),
)


def wider(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    names = st.sampled_from("pqr")
    objects = st.dictionaries(names, inner, max_size=3).flatmap(
        lambda members: st.fixed_dictionaries(
            {
                "type": st.just("object"),
                "properties": st.just(members),
                "required": st.lists(st.sampled_from(sorted(members)), unique=True) if members else st.just([]),
            },
            optional={"additionalProperties": st.just(False)},
        )
    )
    arrays = st.fixed_dictionaries({"type": st.just("array"), "items": inner}, optional={"minItems": sizes})
    unions = st.lists(inner, min_size=2, max_size=3).map(lambda parts: {"anyOf": parts})
    beside = st.fixed_dictionaries(
        {"$ref": st.just(RECORD["$ref"])}, optional={"required": st.just(["p"]), "maxProperties": sizes}
    )
    parts = st.tuples(st.sampled_from([RECORD, REF]), inner).map(lambda parts: {"allOf": [*parts]})
    return objects | arrays | unions | beside | parts


schemas = st.recursive(scalars, wider, max_leaves=6)


def accepts(schema: Any, payload: Any, spec: Any = None) -> bool:
    whole = {"components": (spec or components(**COMMON))["components"], "allOf": [schema]}
    return bool(jsonschema.Draft202012Validator(whole).is_valid(payload))


def effects(found: list[Difference]) -> set[tuple[str, str]]:
    return {(one.place, witness.accepted_by) for one in found for witness in one.witnesses}


@settings(max_examples=examples(200), deadline=None)
@given(schemas)
def test_a_schema_does_not_differ_from_itself(schema: Any) -> None:
    assert between(schema, copy.deepcopy(schema), **COMMON) == []


@settings(max_examples=examples(300), deadline=None)
@given(schemas, schemas)
def test_every_witness_is_one_and_the_way_back_shows_the_same(old: Any, new: Any) -> None:
    there, back = between(old, new, **COMMON), between(new, old, **COMMON)
    for found, first, second in ((there, old, new), (back, new, old)):
        for witness in (witness for one in found for witness in one.witnesses):
            sides = (accepts(first, witness.payload), accepts(second, witness.payload))
            assert sides == (witness.accepted_by == "old", witness.accepted_by == "new")
    swapped = {(place, "new" if side == "old" else "old") for place, side in effects(there)}
    assert swapped == effects(back)


@settings(max_examples=examples(300), deadline=None)
@given(schemas, schemas, st.data())
def test_a_payload_that_the_sides_judge_differently_means_a_difference(old: Any, new: Any, data: st.DataObject) -> None:
    payload = data.draw(
        st.recursive(
            st.sampled_from(["", "a", "bbbb", "red", 0, 1, 4, 0.5, True, None]),
            lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("pqrs"), inner, max_size=3),
            max_leaves=4,
        )
    )
    assume(accepts(old, payload) != accepts(new, payload))
    assert between(old, new, **COMMON) != []


def judged(old: dict[str, Any], new: dict[str, Any]) -> set[str]:
    """Return the side that accepts a payload that the other refuses."""
    judges = [jsonschema.Draft202012Validator({**X, "components": {"schemas": spec}}).is_valid for spec in (old, new)]
    verdicts = {tuple(judge(payload) for judge in judges) for payload in payloads((old, new))}
    return {side for side, verdict in (("old", (True, False)), ("new", (False, True))) if verdict in verdicts}


@settings(max_examples=examples(200), deadline=None)
@given(related())
def test_a_schema_that_accepts_less_or_more_is_never_compatible(pair: Any) -> None:
    old, new = pair
    taking = judged(old, new)
    for side, directions in (("old", REQUEST), ("new", RESPONSE)):
        found = differences(side_of("a", document(directions, **old)), side_of("b", document(directions, **new)))
        worst = {one.kind for one in found}
        if not any(one.said.endswith("an open object") for one in found):  # which counts as harmless
            assert side not in taking or worst & {BREAKING, UNPROVEN}, found
        for witness in (witness for one in found if one.subject == "X" for witness in one.witnesses):
            sides = [accepts(X, witness.payload, components(**spec)) for spec in (old, new)]
            assert sides == [witness.accepted_by == "old", witness.accepted_by == "new"]


@settings(max_examples=examples(100), deadline=None)
@given(related())
def test_no_difference_is_reported_of_a_spec_and_itself(pair: Any) -> None:
    old, _ = pair
    shuffled = {name: dict(reversed(schema.items())) for name, schema in reversed(old.items())}
    assert differences(side_of("a", document(BOTH, **old)), side_of("b", document(BOTH, **shuffled))) == []


def mutated(draw: Any, schema: Any) -> tuple[Any, Any] | None:
    """Return a schema with one place narrowed, wherever that is possible without touching the others."""
    places = list(_places(schema))
    path = draw(st.sampled_from(places))
    node = schema
    for step in path:
        node = node[step]
    changes: list[dict[str, Any]] = []
    if node.get("type") == "string":
        changes += [{"minLength": node.get("minLength", 0) + 1}, {"maxLength": node.get("maxLength", 9) - 1}]
    if node.get("type") == "integer":
        changes += [{"minimum": node.get("minimum", 0) + 1}, {"maximum": node.get("maximum", 9) - 1}]
    if node.get("type") == ["string", "null"]:
        changes.append({"type": "string"})
    if len(node.get("enum", ())) > 1:
        changes.append({"enum": node["enum"][1:]})
    if node.get("type") == "object":
        optional = [name for name in node["properties"] if name not in node["required"]]
        changes += [{"required": [*node["required"], name]} for name in optional]
        changes += [{"additionalProperties": False}] * ("additionalProperties" not in node)
    if node.get("type") == "array":
        changes.append({"minItems": node.get("minItems", 0) + 1})
    if not changes:
        return None
    result = copy.deepcopy(schema)
    target = result
    for step in path:
        target = target[step]
    target.update(draw(st.sampled_from(changes)))
    return schema, result


def _places(schema: Any, path: tuple[Any, ...] = ()) -> Any:
    yield path
    for name, part in schema.get("properties", {}).items():
        yield from _places(part, (*path, "properties", name))
    if "items" in schema:
        yield from _places(schema["items"], (*path, "items"))
    for number, part in enumerate(schema.get("anyOf", ())):
        yield from _places(part, (*path, "anyOf", number))


@settings(max_examples=examples(300), deadline=None)
@given(schemas, st.data())
def test_one_narrowing_anywhere_is_reported_as_one(schema: Any, data: st.DataObject) -> None:
    pair = mutated(data.draw, schema)
    assume(pair is not None)
    assert pair is not None
    wide, narrow = pair
    narrowing = between(wide, narrow, REQUEST, **COMMON)
    widening = between(narrow, wide, REQUEST, **COMMON)
    assert all(witness.accepted_by == "old" for one in narrowing for witness in one.witnesses)
    assert all(one.kind == COMPATIBLE for one in widening)
    assert all(one.kind == COMPATIBLE for one in between(wide, narrow, RESPONSE, **COMMON))
    assert all(one.kind == BREAKING for one in narrowing), narrowing  # no effect at all, or one that is shown


@settings(max_examples=examples(100), deadline=None)
@given(schemas, st.text(max_size=5))
def test_changed_texts_break_nobody(schema: Any, words: str) -> None:
    found = between(schema, {**schema, "description": words, "title": words}, **COMMON)
    assert {one.kind for one in found} <= {TEXT}
    assert "$ref" in schema or {one.keyword for one in found} == {"description", "title"}


@settings(max_examples=examples(200), deadline=None)
@given(schemas, st.data())
def test_no_witness_holds_a_member_that_it_does_not_need(schema: Any, data: st.DataObject) -> None:
    pair = mutated(data.draw, schema)
    assume(pair is not None)
    assert pair is not None
    for one in between(*pair, **COMMON):
        for witness in one.witnesses:
            for name in witness.payload if isinstance(witness.payload, dict) else ():
                less = {key: value for key, value in witness.payload.items() if key != name}
                assert (accepts(pair[0], less), accepts(pair[1], less)) != (True, False)


# --- Sides, reports, the command ---


def test_the_built_in_pack_equals_its_spec_except_for_the_overlay() -> None:
    found = differences(read_side("presend.openai"), read_side(str(ROOT / "spec/openapi.yaml")), with_texts=False)
    assert {one.kind for one in found if one.directions == REQUEST} == {COMPATIBLE}
    assert {"Metadata", "FunctionObject", "CreateImageVariationRequest"} < {one.subject for one in found}
    assert not any(one.kind == UNPROVEN for one in found)


def test_a_generated_pack_equals_its_spec(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also of responses, where the pack itself only expects what its spec says, and of inline bodies."""
    beside = obj(("id",), id=S, state={"enum": ["on", "off"]}, when={"type": ["integer", "null"]}, kids={"$ref": PET})
    spec = document(X=obj(("a",), a={"type": "array", "items": REF}, b=COLOUR), Colour=COLOUR, Pet=beside)
    spec["info"] = {"title": "t", "version": "1"}
    answer = {"200": {"description": "", "content": {"application/json": {"schema": {"$ref": PET}}}}}
    inline = {"content": {"application/json": {"schema": obj(("n",), n={"type": "integer", "minimum": 1})}}}
    spec["paths"]["/pets"] = {"post": {"requestBody": inline, "responses": answer}}
    (tmp_path / "api.json").write_text(json.dumps(spec))
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    made = CliRunner().invoke(command, ["generate", "api.json", "--out", ".", "--name", "pack_of_pets", "--all"])
    assert made.exit_code == 0, made.output
    sides = read_side("pack_of_pets"), read_side("api.json")
    assert differences(*sides, with_texts=False) == []
    assert differences(*reversed(sides), with_texts=False) == []


CAT, DOG = (
    obj(("kind",), kind={"enum": [kind]}, lives=lives) for kind, lives in (("cat", {"type": "integer"}), ("dog", S))
)
BOTH_WAYS = {
    "Pet": obj(("id", "animal"), id={**S, "readOnly": True}, animal={"$ref": "#/components/schemas/Animal"}),
    "Animal": {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]},
    "Cat": CAT,
    "Dog": {**DOG, "additionalProperties": False},
    "Ask": obj((), encoding_format={"type": "string", "enum": ["float", "base64"]}, pet={"$ref": PET}),
    "Numbers": obj((), values={"type": "array", "items": {"type": "number"}}, pet={"$ref": PET}),
    "Never": {"type": "object", "not": {"$ref": "#/components/schemas/Cat"}},
}


def test_a_pack_with_twins_equals_its_spec(tmp_path: Path) -> None:
    """A schema with a twin in the pack is one schema of its spec."""
    made = {name: {"content": {"application/json": {"schema": {"$ref": f"#/components/schemas/{name}"}}}}
            for name in BOTH_WAYS}  # fmt: skip
    paths = {
        "/pets": {"post": {"requestBody": made["Pet"], "responses": {"200": {"description": "", **made["Pet"]}}}},
        "/numbers": {
            "post": {"requestBody": made["Ask"], "responses": {"200": {"description": "", **made["Numbers"]}}}
        },
        "/never": {"get": {"responses": {"200": {"description": "", **made["Never"]}}}},
    }
    result, pack = generate(spec(BOTH_WAYS, paths), tmp_path)
    assert result.exit_code == 0, result.output
    sides = read_side(pack), read_side(str(tmp_path / f"{pack}.json"))
    assert differences(*sides, with_texts=False) == []
    assert differences(*reversed(sides), with_texts=False) == []
    other = copy.deepcopy(BOTH_WAYS)
    other["Cat"]["properties"]["lives"]["minimum"] = 1
    told = differences(sides[0], side_of("other", spec(other, paths)), with_texts=False)
    assert {(one.subject, one.kind) for one in told} == {("Cat", BREAKING), ("Never", BREAKING)}  # which is no cat


@pytest.mark.parametrize("mark", ["in the spec", "by an overlay"])
def test_that_null_says_absent_is_no_difference(mark: str, tmp_path: Path) -> None:
    maybe = {"anyOf": [S, {"type": "null"}]}
    schemas = {"Pet": obj(("id", "name"), id=S, name=maybe, age=S)}
    pet = {"content": {"application/json": {"schema": {"$ref": PET}}}}
    paths = {"/pets": {"post": {"requestBody": pet, "responses": {"200": {"description": "", **pet}}}}}
    document = spec(schemas, paths)
    said = {"x-presend-null-is-absent": True}
    overlay = tmp_path / "overlay.json"
    actions = [{"target": "$.info", "update": said}]
    overlay.write_text(json.dumps({"overlay": "1.1.0", "info": {"title": "t", "version": "1"}, "actions": actions}))
    if mark == "in the spec":
        document["info"] |= said
    result, pack = generate(document, tmp_path, *(["--overlay", str(overlay)] if mark == "by an overlay" else []))
    assert result.exit_code == 0, result.output
    assert differences(read_side(pack), side_of("spec", document), with_texts=False) == []
    other = copy.deepcopy(document)
    other["components"]["schemas"]["Pet"]["required"] = ["id", "name", "age"]
    told = differences(read_side(pack), side_of("other", other), with_texts=False)
    assert ("age", "required", BREAKING) in {(one.place, one.keyword, one.kind) for one in told}
    assert {one.place for one in told} == {"age"}


def test_a_file_as_git_has_it_is_a_side(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
    (tmp_path / "api.json").write_text(json.dumps(document(REQUEST, X=S)))
    for arguments in (["init", "-q"], ["add", "."], ["commit", "-q", "-m", "x"]):
        subprocess.run([*git, *arguments], check=True, capture_output=True)
    (tmp_path / "api.json").write_text(json.dumps(document(REQUEST, X={**S, "maxLength": 0})))
    result = CliRunner().invoke(command, ["diff", "HEAD:api.json", "api.json"])
    assert (result.exit_code, result.stdout.splitlines()[-1]) == (1, "1 breaking")
    for name, complaint in (("HEAD:no.json", "git says"), ("--x:y", "an option"), ("no.yaml", "no such file")):
        with pytest.raises(SpecError, match=complaint):
            read_side(name)


@pytest.fixture
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    limited = {**S, "maxLength": 50, "description": "b"}
    for name, schema in {"old": S, "new": limited, "words": {**S, "title": "t"}}.items():
        (tmp_path / f"{name}.json").write_text(json.dumps(document(REQUEST, X=schema)))
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ("old.json new.json", 1),
        ("new.json old.json", 0),
        ("new.json old.json --fail-on compatible", 1),
        ("old.json words.json", 0),
        ("old.json words.json --fail-on text", 1),
        ("old.json words.json --fail-on", 2),
        ("old.json old.json --fail-on compatible", 0),
        ("old.json nothing.json", 2),
        ("old.json", 2),
    ],
)
@pytest.mark.usefixtures("files")
def test_exit_codes(arguments: str, code: int) -> None:
    result = CliRunner().invoke(command, ["diff", *arguments.split()])
    assert result.exit_code == code, result.output
    assert "Traceback" not in result.output


@pytest.mark.usefixtures("files")
def test_reports() -> None:
    diff = ["diff", "old.json", "new.json", "--format"]
    reports = {name: CliRunner().invoke(command, [*diff, name]).stdout for name in REPORTS}
    assert reports["text"].splitlines() == [
        "breaking: X: maxLength 50 added (request)",
        '    old accepts, new refuses: "aaaaaaaa… (51 characters)"',
        "text only: X: description added",
        "1 breaking, 1 text only",
    ]
    assert "\n## Breaking\n\n- X: maxLength 50 added (request)\n" in reports["markdown"]
    told = json.loads(reports["json"])
    assert told["differences"][0]["witnesses"] == [{"accepted_by": "old", "rejected_by": "new", "payload": "a" * 51}]
    assert told["summary"] == {"breaking": 1, "unproven": 0, "compatible": 0, "text_only": 1}


def test_words_of_a_condition_on_a_member_stand_at_the_value_itself() -> None:
    old, new = (obj(a={}) | {"dependentSchemas": {"a": obj(b={"description": text})}} for text in ("one", "two"))
    assert [(one.place, one.said) for one in between(old, new)] == [("b", "changed")]


@pytest.mark.usefixtures("files")
def test_names_make_no_markup_and_no_command(tmp_path: Path) -> None:
    for name, limit in (("old", 5), ("new", 3)):
        limited: Any = {**S, "maxLength": limit}
        schema = obj(**{"a\n::error::x": limited, "": limited})
        (tmp_path / f"{name}.json").write_text(json.dumps(document(REQUEST, X=S, **{"__init__ @me `<b>": schema})))
    reports = {
        name: CliRunner().invoke(command, ["diff", "old.json", "new.json", "--format", name]) for name in REPORTS
    }
    assert [line for line in reports["text"].stdout.splitlines() if line.startswith("::")] == []
    assert 'breaking: __init__ @me `<b> "": maxLength 5 is now 3' in reports["text"].stdout
    assert '- ``__init__ @me `<b> "a\\n::error::x"``: maxLength 5 is now 3' in reports["markdown"].stdout


@pytest.mark.usefixtures("files")
def test_what_is_unproven_fails_a_gate(tmp_path: Path) -> None:
    for name, pattern in (("old", "^(?=a)b?a+$"), ("new", "^(?=a)a+$")):
        (tmp_path / f"{name}.json").write_text(json.dumps(document(REQUEST, X={**S, "pattern": pattern})))
    codes = [
        CliRunner().invoke(command, ["diff", "old.json", "new.json", *more]).exit_code
        for more in ([], ["--fail-on", "breaking"])
    ]
    assert codes == [1, 0]


def test_fail_on_spells_every_kind_in_their_order() -> None:
    assert tuple(FAIL_ON.values()) == CLASSES


def test_inline_bodies_of_two_packs_are_compared(tmp_path: Path) -> None:
    """Both packs call the schema of such a body by a name that no spec gave it."""
    packs = []
    for limit in (1, 2):
        body = {"content": {"application/json": {"schema": obj(("n",), n={"type": "integer", "minimum": limit})}}}
        made = {"openapi": "3.1.0", "paths": {"/x": {"post": {"requestBody": body, "responses": {}}}}}
        packs.append(generate(made, tmp_path)[1])
    (found,) = differences(*map(read_side, packs))
    assert (found.subject, found.keyword, found.kind) == ("POST /x", "minimum", BREAKING)
    assert differences(read_side(packs[0]), read_side(packs[0])) == []


def test_schemas_are_called_as_their_author_calls_them(tmp_path: Path) -> None:
    """Whatever codegen has to call them, in a pack or in a document that has more of the sort."""
    beside: dict[str, Any] = {"a/b.c": S, "chat-tool": obj(x={"$ref": "#/components/schemas/a~1b.c"})}
    spec = document(X=obj(t={"$ref": "#/components/schemas/chat-tool"}), **beside)
    _, pack = generate(spec, tmp_path)
    assert differences(read_side(pack), side_of("b", spec), with_texts=False) == []
    more = copy.deepcopy(spec)
    more["components"]["schemas"] = {"chat.tool": S, "a_b_c": S, **spec["components"]["schemas"], "a/b.c": COLOUR}
    found = differences(side_of("a", spec), side_of("b", more))
    assert [(one.subject, one.kind) for one in found if one.keyword != "schema"] == [("a/b.c", BREAKING)] * len(
        found[:-2]
    )
    assert {one.subject for one in found if one.said == "schema added"} == {"chat.tool", "a_b_c"}


def test_an_operation_s_own_parameter_goes_before_that_of_its_path() -> None:
    shared = {"name": "n", "in": "query", "schema": {"$ref": "#/components/schemas/X"}}
    own = {"name": "n", "in": "query", "content": {"application/json": {"schema": {"type": "integer"}}}}
    spec = parameter()
    spec["paths"]["/x"]["parameters"] = [{"$ref": "#/components/parameters/n"}]
    spec["components"]["parameters"] = {"n": shared}
    (there,) = [slot for slot in side_of("a", spec).operations["POST /x"] if slot.name == "query n"]
    assert there.schema == {"$ref": "#/components/schemas/X"}
    spec["paths"]["/x"]["post"]["parameters"].append(own)
    side = side_of("b", spec)
    (there,) = [slot for slot in side.operations["POST /x"] if slot.name == "query n"]
    assert side.schemas[there.schema["$ref"].rpartition("/")[2]]["type"] == "integer"


UPDATES = (ROOT / "docs/updates.md").read_text("utf-8")


def test_the_page_shows_what_diff_prints() -> None:
    shown = UPDATES.split("$ presend diff azure/openapi.json")[1].split("```")[0].splitlines()[1:]
    names = (str(path_of(name)) for name in ("openai_azure", "openai_azure_preview"))
    printed = CliRunner().invoke(command, ["diff", *names, "--no-texts"]).stdout
    blocks = "\n".join(line for line in shown if line != "…")
    assert len(blocks) > 300
    for difference in blocks.replace("\n    ", "\0").splitlines():
        assert difference.replace("\0", "\n    ") + "\n" in printed


@pytest.mark.parametrize(
    "text",
    [
        "[]",
        "{}",
        '{"paths": 3}',
        '{"components": {"schemas": {"X": {"properties": 3}}}}',
        '{"components": {"schemas": {"X": {"minLength": "3"}}}}',
        "{",
        '{"paths": {"/x": []}}',
        '{"paths": {"/x": {"$ref": "#/paths/~1x"}}}',
    ],
)
def test_a_file_that_is_no_spec_is_refused(text: str, files: Path) -> None:
    (files / "bad.json").write_text(text)
    result = CliRunner().invoke(command, ["diff", "bad.json", "old.json"])
    assert result.exit_code == 2, result.output
    assert "Error: bad.json" in result.output
    assert "Traceback" not in result.output


def posting(**operation: Any) -> dict[str, Any]:
    return {"openapi": "3.1.0", "paths": {"/x": {"post": {"responses": {}, **operation}}}}


@pytest.mark.parametrize(
    ("spec", "place", "complaint"),
    [
        ({"swagger": "2.0", "definitions": {"X": obj(a=S)}}, "", "got swagger: '2.0'; convert it to OpenAPI 3 first"),
        ({"openapi": 9.9, "components": {"schemas": {"X": S}}}, "", "of version 3.x, got openapi: 9.9"),
        ({"components": {"schemas": {"X": S}}}, "", "of version 3.x, got openapi: None"),
        ({"$schema": "https://json-schema.org/draft/2020-12/schema"}, "", "got a JSON Schema"),
        (components(X={"$ref": "#/components/schemas/Gone"}), "#/components/schemas/X", "'Gone' is not there: add it"),
        (components(X={"$ref": "b.yaml#/X"}), "#/components/schemas/X", "into the same document"),
        (components(X={"type": "integr"}), "#/components/schemas/X/type", "expected one of string, integer"),
        (components(X=obj(a={"maxLength": "3"})), "#/components/schemas/X/properties/a/maxLength", "integer"),
        (components(X={"$dynamicRef": "#a"}), "#/components/schemas/X", "'$dynamicRef'"),
        (components(X={"pattern": "("}), "#/components/schemas/X/pattern", ""),
        (
            posting(requestBody={"$ref": "#/components/requestBodies/Nope"}),
            "#/paths/~1x/post/requestBody",
            "points at nothing",
        ),
        (posting(parameters=[{"$ref": "#/no"}]), "#/paths/~1x/post/parameters/0", "points at nothing"),
        (posting(parameters={}), "#/paths/~1x/post/parameters", "expected a list, got dict"),
        (
            posting(parameters=[{"name": "n", "in": "query", "schema": {"type": "integr"}}]),
            "#/paths/~1x/post/parameters/0/schema/type",
            "expected one of string, integer",
        ),
        ({"openapi": "3.1.0", "paths": {"/x": {"$ref": "#/paths/~1x"}}}, "#/paths/~1x", "refers to itself"),
    ],
)
def test_a_spec_that_generate_refuses_is_never_compared(spec: Any, place: str, complaint: str, files: Path) -> None:
    (files / "bad.json").write_text(json.dumps(spec))
    for sides in ("bad.json old.json", "old.json bad.json", "bad.json bad.json"):
        result = CliRunner().invoke(command, ["diff", *sides.split()])
        assert (result.exit_code, result.stdout) == (2, ""), result.output
        assert f"Error: bad.json: {place}" in result.stderr
        assert complaint in result.stderr
        assert "KeyError" not in result.stderr
