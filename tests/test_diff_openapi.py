"""`presend diff` on every part of an OpenAPI document other than values: no change goes unmentioned."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from presend_codegen.comparing.diff import differences
from presend_codegen.comparing.difference import BREAKING, COMPATIBLE, TEXT, UNPROVEN, Difference
from presend_codegen.comparing.make_side import side_of
from presend_codegen.comparing.side import unlike
from presend_codegen.source.load import SpecError
from tests.amount import examples

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.comparing.side import Side

S: Any = {"type": "string"}
SENT, RETURNED, BOTH = ("request",), ("response",), ("request", "response")
PET = "#/components/schemas/Pet"


def spec(directions: tuple[str, ...] = BOTH, **schemas: Any) -> Any:
    """Return a document whose schema `X` an operation sends, returns, or both."""
    body = {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/X"}}}}
    operation: Any = {"responses": {"200": {"description": "", **(body if "response" in directions else {})}}}
    operation |= {"requestBody": body} if "request" in directions else {}
    return {"openapi": "3.1.0", "paths": {"/x": {"post": operation}}, "components": {"schemas": schemas}}


def between(old: Any, new: Any) -> list[Difference]:
    return differences(side_of("a", old), side_of("b", new))


def told(old: Any, new: Any) -> list[Any]:
    """Return the full report on two documents: the differences, and the names of parts that are not compared."""
    return told_of_sides(side_of("a", old), side_of("b", new))


def told_of_sides(old: Side, new: Side) -> list[Any]:
    return [*differences(old, new), *unlike(old, new)]


# --- readOnly and writeOnly ---

MARKED: Any = {**S, "readOnly": True}
HIDDEN: Any = {**S, "writeOnly": True}
HOLDERS: dict[str, Any] = {  # places of a member
    "member": lambda member, need: {"type": "object", "properties": {"id": member}, "required": need},
    "nested": lambda member, need: {
        "type": "object",
        "required": ["o"],
        "properties": {"o": HOLDERS["member"](member, need)},
    },
    "items": lambda member, need: {"type": "array", "items": HOLDERS["member"](member, need)},
    "allOf": lambda member, need: {"allOf": [{"type": "object"}, HOLDERS["member"](member, need)]},
    "beside allOf": lambda member, need: {
        "type": "object",
        "required": need,
        "allOf": [{"properties": {"id": member}}],
    },
    "anyOf": lambda member, need: {"anyOf": [HOLDERS["member"](member, need), {"type": "integer"}]},
    "by reference": lambda member, need: {
        "type": "object",
        "properties": {"id": {"allOf": [{"$ref": "#/components/schemas/Id"}]} if member is S else member},
        "required": need,
    },
}


@pytest.mark.parametrize("holder", HOLDERS)
@pytest.mark.parametrize(
    "row",
    [
        (MARKED, SENT, [], UNPROVEN, COMPATIBLE),  # what is sent may be refused
        (MARKED, SENT, ["id"], UNPROVEN, BREAKING),  # and has to be sent once it is required again
        (MARKED, RETURNED, [], TEXT, TEXT),
        (MARKED, RETURNED, ["id"], TEXT, TEXT),
        (MARKED, BOTH, [], UNPROVEN, COMPATIBLE),
        (HIDDEN, SENT, [], TEXT, TEXT),
        (HIDDEN, SENT, ["id"], TEXT, TEXT),
        (HIDDEN, RETURNED, [], COMPATIBLE, COMPATIBLE),  # readers had to cope without it
        (HIDDEN, RETURNED, ["id"], BREAKING, COMPATIBLE),  # and did not have to
        (HIDDEN, BOTH, ["id"], BREAKING, COMPATIBLE),
    ],
)
def test_marks_of_direction(holder: str, row: Any) -> None:
    marked, directions, need, comes, goes = row
    plain, other = (spec(directions, X=HOLDERS[holder](member, need), Id=S) for member in (S, marked))
    for old, new, kind in ((plain, other, comes), (other, plain, goes)):
        found = [one for one in between(old, new) if one.said != "schema added"]
        assert found
        assert found[0].kind == kind, found


# --- Discriminators ---


def pets(tags: Any = (("cat", "Cat"), ("dog", "Dog")), member: str = "kind", *, fixed: bool = False) -> Any:
    """Return a union of pets; the tag of each is free, or fixed by its own schema."""
    kinds = {"Cat": "cat", "Dog": "dog"}
    schemas: Any = {
        name: {
            "type": "object",
            "required": ["kind", "m"],
            "properties": {"kind": {"const": kinds[name]} if fixed else S, "m": S, name.lower(): S},
        }
        for name in kinds
    }
    mapping = {tag: f"#/components/schemas/{name}" for tag, name in tags}
    union = {"oneOf": [{"$ref": f"#/components/schemas/{name}"} for name in kinds]}
    tag = {"propertyName": member, **({"mapping": mapping} if mapping else {})}
    return {**schemas, "X": {**union, **({"discriminator": tag} if member else {})}}


NEW_TAG = (("kitty", "Cat"), ("dog", "Dog"))
MORE_TAGS = (("cat", "Cat"), ("kitty", "Cat"), ("dog", "Dog"))
SWAPPED = (("cat", "Dog"), ("dog", "Cat"))
OWN_NAMES = (("Cat", "Cat"), ("Dog", "Dog"))


@pytest.mark.parametrize(
    ("old", "new", "sent", "returned"),
    [
        (pets(), pets(NEW_TAG), UNPROVEN, UNPROVEN),
        (pets(), pets(MORE_TAGS), COMPATIBLE, UNPROVEN),
        (pets(MORE_TAGS), pets(), UNPROVEN, COMPATIBLE),
        (pets(), pets(SWAPPED), UNPROVEN, UNPROVEN),
        (pets(), pets(member="m"), UNPROVEN, UNPROVEN),
        (pets(), pets(member=""), TEXT, TEXT),
        (pets(fixed=True), pets(NEW_TAG, fixed=True), TEXT, TEXT),  # the branches say what their tags are
        (pets(()), pets(OWN_NAMES), None, None),  # which they have without a mapping
        (pets((), fixed=True), pets((), "", fixed=True), None, None),
    ],
)
def test_discriminators(old: Any, new: Any, sent: str | None, returned: str | None) -> None:
    for directions, kind in ((SENT, sent), (RETURNED, returned)):
        found = between(spec(directions, **old), spec(directions, **new))
        assert {(one.subject, one.keyword, one.kind) for one in found} == {("X", "discriminator", kind)} - {
            ("X", "discriminator", None)
        }


# --- Parameters ---


def with_parameter(**one: Any) -> Any:
    return {
        "openapi": "3.1.0",
        "paths": {"/x": {"get": {"parameters": [{"in": "query", "name": "q", **one}], "responses": {}}}},
    }


def content(kind: str = "application/json", **schema: Any) -> Any:
    return {"content": {kind: {"schema": {"type": "string", **schema}}}}


@pytest.mark.parametrize("place", [{}, {"in": "header", "name": "X-T"}, {"in": "cookie"}])
@pytest.mark.parametrize(
    ("old", "new", "there", "back"),
    [
        ({"schema": S}, content(), BREAKING, BREAKING),
        ({"schema": {"type": "integer"}}, content(type="integer"), COMPATIBLE, COMPATIBLE),  # 1 is written 1
        ({"schema": {"type": "integer"}}, content("application/cbor", type="integer"), BREAKING, BREAKING),
        (content(), content("application/cbor"), BREAKING, BREAKING),
        (content(), content("application/problem+json"), BREAKING, BREAKING),
        (content(), content("Application/JSON; charset=utf-8"), None, None),
        (content(), content(maxLength=3), BREAKING, COMPATIBLE),
        (content("application/cbor"), content("application/cbor", maxLength=3), BREAKING, COMPATIBLE),
    ],
)
def test_content_of_parameters(place: Any, old: Any, new: Any, there: str | None, back: str | None) -> None:
    specs = [with_parameter(**{**one, **place}) for one in (old, new)]
    for sides, kind in ((specs, there), (specs[::-1], back)):
        assert [one.kind for one in between(*sides)] == [kind] * bool(kind)


@pytest.mark.parametrize("name", ["Accept", "content-type", "AUTHORIZATION"])
@pytest.mark.parametrize(
    "new", [None, {"required": True}, {"schema": {**S, "pattern": "^Bearer "}}, {"description": "a"}]
)
def test_headers_that_openapi_ignores(name: str, new: Any) -> None:
    old = with_parameter(name=name, schema=S, **{"in": "header"})
    other = with_parameter(name=name, **{"schema": S, "in": "header", **new}) if new else copy.deepcopy(old)
    if not new:
        other["paths"]["/x"]["get"]["parameters"] = []
    assert told(old, other) == told(other, old) == []
    queried = with_parameter(name=name, schema=S, required=True)  # a name like others elsewhere
    assert [one.kind for one in between(old, queried)] == [BREAKING]


def test_a_header_that_is_not_ignored_counts() -> None:
    old = with_parameter(name="X-Tenant", schema=S, **{"in": "header"})
    new = with_parameter(name="x-tenant", schema=S, required=True, **{"in": "header"})
    assert [one.kind for one in between(old, new)] == [BREAKING]
    assert [one.kind for one in between(new, old)] == [COMPATIBLE]


# --- All the rest ---

EXAMPLES: Any = {"a": {"summary": "s", "value": {"n": 1}}}
BESIDE: Any = {
    "title": "t", "description": "d", "default": "a", "format": "f", "deprecated": True, "contentEncoding": "base64",
    "contentMediaType": "image/png", "example": "e", "examples": ["e"], "externalDocs": {"url": "https://a.example"},
    "xml": {"name": "n", "attribute": True}, "$comment": "c", "x-own": {"a": 1}, "readOnly": True, "otherWord": 1,
}  # fmt: skip
PARTS: dict[tuple[str, ...], Any] = {  # place → other parts that may be there
    (): {
        "info": {"title": "t", "version": "1", "license": {"name": "l"}},
        "servers": [{"url": "https://{h}.example", "variables": {"h": {"default": "a", "enum": ["a", "b"]}}}],
        "security": [{"key": []}],
        "tags": [{"name": "a", "description": "d"}],
        "externalDocs": {"url": "https://a.example"},
        "x-root": [1],
        "jsonSchemaDialect": "https://json-schema.org/draft/2020-12/schema",
    },
    ("components",): {
        "securitySchemes": {"key": {"type": "apiKey", "in": "header", "name": "k"}},
        "parameters": {"unused": {"name": "u", "in": "query", "schema": {"type": "string", "maxLength": 3}}},
        "responses": {"unused": {"description": "d"}},
        "requestBodies": {"unused": {"description": "d", "content": {}}},
        "headers": {"H": {"schema": S, "description": "d"}},
        "links": {"L": {"operationId": "op", "parameters": {"a": "$request.path.id"}}},
        "callbacks": {"C": {"{$url}": {"post": {"responses": {"200": {"description": "d"}}}}}},
        "examples": EXAMPLES,
    },
    ("paths", "/a/{id}"): {"summary": "s", "description": "d", "servers": [{"url": "/v1"}], "x-path": "p"},
    ("paths", "/a/{id}", "post"): {
        "operationId": "op", "tags": ["a"], "summary": "s", "description": "d", "deprecated": True, "x-op": True,
        "externalDocs": {"url": "https://b.example", "description": "d"}, "security": [{}], "servers": [{"url": "/v2"}],
        "callbacks": {"c": {"{$url}": {"post": {"responses": {"200": {"description": "title", "x-cb": 1}}}}}},
    },
    ("paths", "/a/{id}", "post", "parameters", "0"): {"description": "d", "deprecated": True, "example": "e", "x-p": 1},
    ("paths", "/a/{id}", "post", "parameters", "1"): {
        "style": "pipeDelimited", "explode": True, "allowReserved": True, "allowEmptyValue": True,
        "examples": EXAMPLES,
    },
    ("paths", "/a/{id}", "post", "parameters", "2", "content", "application/json"): {"examples": EXAMPLES, "x-pc": 1},
    ("paths", "/a/{id}", "post", "requestBody"): {"description": "d", "x-body": 1},
    ("paths", "/a/{id}", "post", "requestBody", "content", "multipart/form-data"): {
        "encoding": {"a": {"contentType": "text/plain", "headers": {"X-E": {"schema": S}}}}, "example": {"a": "b"},
    },
    ("paths", "/a/{id}", "post", "responses"): {"x-answers": 1},
    ("paths", "/a/{id}", "post", "responses", "200"): {
        "headers": {"X-Title": {"description": "d", "schema": {"type": "object", "properties": {"title": S}}}},
        "links": {"l": {"operationRef": "#/paths/~1a", "description": "d"}}, "x-answer": 1,
    },
    ("paths", "/a/{id}", "post", "responses", "200", "content", "application/json"): {"examples": EXAMPLES, "x-m": 1},
    ("webhooks", "sent", "post"): {"operationId": "sent", "tags": ["w"]},
    ("components", "schemas", "X", "properties", "m"): BESIDE,
    ("components", "schemas", "X", "properties", "list", "items"): BESIDE,
    ("components", "schemas", "X", "allOf", "0"): BESIDE,
    ("paths", "/a/{id}", "post", "requestBody", "content", "multipart/form-data", "schema"): BESIDE,
}  # fmt: skip


def base() -> Any:
    """Return a document with a place for each of the parts."""
    ref = {"$ref": "#/components/schemas/X", "description": "beside"}
    return {
        "openapi": "3.1.0",
        "paths": {
            "/a/{id}": {
                "post": {
                    "parameters": [
                        {"name": "id", "in": "path", "required": True, "schema": S},
                        {"name": "q", "in": "query", "schema": {"type": "array", "items": S}},
                        {"name": "X-C", "in": "header", "content": {"application/json": {"schema": S}}},
                    ],
                    "requestBody": {
                        "content": {
                            "application/json": {"schema": ref},
                            "multipart/form-data": {"schema": {"type": "object", "properties": {"a": S}}},
                        }
                    },
                    "responses": {"200": {"description": "d", "content": {"application/json": {"schema": ref}}}},
                }
            }
        },
        "webhooks": {
            "sent": {
                "post": {
                    "requestBody": {"content": {"application/json": {"schema": ref}}},
                    "responses": {"200": {"description": "d"}},
                }
            }
        },
        "components": {
            "schemas": {
                "X": {
                    "type": "object",
                    "properties": {"m": {"type": "string"}, "list": {"type": "array", "items": {"type": "string"}}},
                    "allOf": [{"maxProperties": 9}],
                }
            }
        },
    }


def at(document: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        document = document[int(step) if isinstance(document, list) else step]
    return document


def with_parts(chosen: Any) -> Any:
    document = copy.deepcopy(base())
    for path, word in chosen:
        at(document, path)[word] = copy.deepcopy(PARTS[path][word])
    return document


EVERY = [(path, word) for path, parts in PARTS.items() for word in parts]


def leaves(node: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the place of everything in a document."""
    if path:
        yield path
    parts = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, part in parts:
        yield from leaves(part, (*path, key))


def changed(document: Any, path: tuple[Any, ...], *, is_gone: bool) -> Any:
    """Return a document with one value changed, or gone."""
    document = copy.deepcopy(document)
    holder, key = at(document, path[:-1]), path[-1]
    value = holder[key]
    if is_gone:
        del holder[key]
    elif isinstance(value, bool):
        holder[key] = not value
    elif isinstance(value, int):
        holder[key] = value + 1
    elif isinstance(value, str):
        holder[key] = value + "z"
    else:
        holder[key] = [*value, "z"] if isinstance(value, list) else {**value, "x-more": 1}
    return document


def is_told(old: Any, new: Any) -> bool | None:
    """Say whether two documents have a reported difference; `None` if one of them is refused."""
    try:
        return bool(told(old, new))
    except SpecError:
        return None


@pytest.fixture(scope="module")
def every_part() -> Side:
    return side_of("a", with_parts(EVERY))


@pytest.mark.parametrize(
    "path", [pytest.param(path, id=".".join(map(str, path))) for path in leaves(with_parts(EVERY))]
)
def test_no_change_of_one_value_is_passed_over(path: Any, every_part: Side) -> None:
    document = with_parts(EVERY)
    for is_gone in (False, True):
        try:
            other = side_of("b", changed(document, path, is_gone=is_gone))
        except SpecError:
            continue
        assert told_of_sides(every_part, other), path
        assert told_of_sides(other, every_part), path


def is_usual(holder: Any, word: Any) -> bool:
    """Say whether OpenAPI takes what a member says where it is left out: a parameter of the style `form` is exploded.

    >>> is_usual({"in": "query", "explode": True}, "explode")
    True
    """
    return word == "explode" and holder[word] is (holder.get("style", "form") == "form")


@settings(max_examples=examples(150), deadline=None)
@given(st.data())
def test_no_change_of_one_value_is_passed_over_whatever_stands_beside(data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(EVERY), min_size=1, max_size=12, unique_by=repr))
    document = with_parts(chosen)
    path = data.draw(st.sampled_from(list(leaves(document))))
    is_gone = data.draw(st.booleans())
    answer = is_told(document, changed(document, path, is_gone=is_gone))
    assume(answer is not None)
    assert answer is not (is_gone and is_usual(at(document, path[:-1]), path[-1]))


@pytest.mark.parametrize(("style", "told_when_gone"), [({}, False), ({"style": "pipeDelimited"}, True)])
def test_a_default_may_be_left_out(style: Any, told_when_gone: bool) -> None:
    document = with_parts([])
    document["paths"]["/a/{id}"]["post"]["parameters"][1] |= {**style, "explode": True}
    path = ("paths", "/a/{id}", "post", "parameters", 1, "explode")
    assert is_told(document, changed(document, path, is_gone=True)) is told_when_gone
    assert is_told(document, changed(document, path, is_gone=False)) is True


@settings(max_examples=examples(50), deadline=None)
@given(st.lists(st.sampled_from(EVERY), max_size=20, unique_by=repr), st.data())
def test_nothing_is_reported_of_a_document_and_itself(chosen: Any, data: st.DataObject) -> None:
    """Whatever order its members have, and whether what is usual is written out."""
    document = with_parts(chosen)
    other = with_parts(data.draw(st.permutations(chosen)))
    operation = other["paths"]["/a/{id}"]["post"]
    operation.setdefault("deprecated", False)
    operation["parameters"][0] |= {"style": "simple", "explode": False}
    assert told(document, other) == told(other, document) == []
