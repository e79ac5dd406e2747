"""Forms with an `encoding` in the spec, as multipart and as urlencoded bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx
import httpx2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openai._qs import Querystring

import presend
from tests.amount import examples
from tests.specs import generate, spec

if TYPE_CHECKING:
    from pathlib import Path

MULTIPART, URLENCODED = "multipart/form-data", "application/x-www-form-urlencoded"
TEXT, WHOLE, YES = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
LETTERS = {"type": "array", "items": {"enum": ["a", "b"]}, "maxItems": 3}
NUMBERS = {"type": "array", "items": WHOLE}
OBJECT = {"type": "object", "properties": {"k": WHOLE, "l": TEXT}, "required": ["k"], "additionalProperties": False}
JSON = {"contentType": "application/json"}
DEEP, BARS, SPACES = {"style": "deepObject", "explode": True}, {"style": "pipeDelimited"}, {"style": "spaceDelimited"}
COMMAS, EACH = {"style": "form", "explode": False}, {"style": "form", "explode": True}

# Member, its schema, its encoding, the texts sent → the value that they stand for, or the place of what is wrong.
CASES: dict[str, tuple[dict[str, Any], Any, list[tuple[str, str]], Any]] = {
    "commas": (LETTERS, COMMAS, [("m", "a,b")], ["a", "b"]),
    "commas, by explode alone": (LETTERS, {"explode": False}, [("m", "a,b")], ["a", "b"]),
    "commas, one item": (LETTERS, COMMAS, [("m", "a")], ["a"]),
    "commas, no item": (LETTERS, COMMAS, [("m", "")], []),
    "commas, a wrong item": (LETTERS, COMMAS, [("m", "a,c")], "/m/1"),
    "commas, a space": (LETTERS, COMMAS, [("m", "a, b")], "/m/1"),
    "commas, an empty item": (LETTERS, COMMAS, [("m", "a,,b")], "/m/1"),
    "commas, as many as there may be": (LETTERS, COMMAS, [("m", "a,b,a")], ["a", "b", "a"]),
    "commas, too many": (LETTERS, COMMAS, [("m", "a,b,a,b")], "/m"),
    "commas, integers": (NUMBERS, COMMAS, [("m", "1,-2,3")], [1, -2, 3]),
    "commas, a text among integers": (NUMBERS, COMMAS, [("m", "1,x")], "/m/1"),
    "commas, twice": (LETTERS, COMMAS, [("m", "a,b"), ("m", "a")], ["a", "b", "a"]),
    "commas, in brackets": (LETTERS, COMMAS, [("m[]", "a,b")], ["a", "b"]),
    "commas, no JSON": (LETTERS, COMMAS, [("m", '["a"]')], "/m/0"),
    "commas, or null": ({"anyOf": [LETTERS, {"type": "null"}]}, COMMAS, [("m", "a,b")], ["a", "b"]),
    "commas, or a text": ({"anyOf": [{"const": "all"}, LETTERS]}, COMMAS, [("m", "all")], "all"),
    "commas, or a text: the array": ({"anyOf": [{"const": "all"}, LETTERS]}, COMMAS, [("m", "a,b")], ["a", "b"]),
    "bars": (LETTERS, BARS, [("m", "a|b")], ["a", "b"]),
    "bars, a comma": (LETTERS, BARS, [("m", "a,b")], "/m/0"),
    "spaces": (LETTERS, SPACES, [("m", "a b")], ["a", "b"]),
    "spaces, a wrong item": (LETTERS, SPACES, [("m", "a c")], "/m/1"),
    "bars, exploded": (LETTERS, {**BARS, "explode": True}, [("m", "a"), ("m", "b")], ["a", "b"]),
    "bars, exploded, in one": (LETTERS, {**BARS, "explode": True}, [("m", "a|b")], "/m/0"),
    "exploded": (LETTERS, EACH, [("m", "a"), ("m", "b")], ["a", "b"]),
    "exploded, in one": (LETTERS, EACH, [("m", "a,b")], "/m/0"),
    "nothing said, in one": (LETTERS, {}, [("m", "a,b")], "/m/0"),
    "nothing said, JSON": (LETTERS, {}, [("m", '["a"]')], ["a"]),
    "a text with commas": (TEXT, COMMAS, [("m", "a,b")], "a,b"),
    "an object with commas": (OBJECT, COMMAS, [("m", "k,1,l,x")], {"k": 1, "l": "x"}),
    "an object with commas, one member": (OBJECT, COMMAS, [("m", "k,1")], {"k": 1}),
    "an object with commas, a wrong member": (OBJECT, COMMAS, [("m", "k,x")], "/m/k"),
    "an object with commas, an unknown member": (OBJECT, COMMAS, [("m", "k,1,o,1")], "/m/o"),
    "an object with commas, a name alone": (OBJECT, COMMAS, [("m", "k,1,l")], "/m"),
    "an object with commas, a member missing": (OBJECT, COMMAS, [("m", "l,x")], "/m/k"),
    "an object with bars": (OBJECT, BARS, [("m", "k|1|l|x")], {"k": 1, "l": "x"}),
    "an object with spaces": (OBJECT, SPACES, [("m", "k 1")], {"k": 1}),
    "a deep object": (OBJECT, DEEP, [("m[k]", "1"), ("m[l]", "x")], {"k": 1, "l": "x"}),
    "a deep object, by its style alone": (OBJECT, {"style": "deepObject"}, [("m[k]", "1")], {"k": 1}),
    "a deep object, a wrong member": (OBJECT, DEEP, [("m[k]", "x")], "/m/k"),
    "a deep object, an array in it": (
        {"type": "object", "properties": {"n": NUMBERS}},
        DEEP,
        [("m[n]", "1"), ("m[n]", "2")],
        {"n": [1, 2]},
    ),
    "an exploded object": (OBJECT, EACH, [("k", "1"), ("l", "x")], {"k": 1, "l": "x"}),
    "an exploded object, a wrong member": (OBJECT, EACH, [("k", "x")], "/m/k"),
    "an exploded object, a member missing": (OBJECT, {"explode": True}, [("l", "x")], "/m/k"),
    "an object, nothing said": (OBJECT, {}, [("m", '{"k": 1}')], {"k": 1}),
    "an object in JSON": (OBJECT, JSON, [("m", '{"k": 1}')], {"k": 1}),
    "an object in JSON, a wrong member": (OBJECT, JSON, [("m", '{"k": "1"}')], "/m/k"),
    "a text in JSON": (TEXT, JSON, [("m", '"x"')], "x"),
    "a text that is to be JSON, and is not": (TEXT, JSON, [("m", "x")], "x"),
    "a text in JSON of another kind": (TEXT, {"contentType": "application/vnd.a+json"}, [("m", '"x"')], "x"),
    "a text in JSON, but for its style": (TEXT, {**JSON, **EACH}, [("m", '"x"')], '"x"'),
    "a text that looks like JSON": (TEXT, {"contentType": "text/plain"}, [("m", '"x"')], '"x"'),
    "texts in JSON": ({"type": "array", "items": TEXT}, JSON, [("m", '"x"'), ("m", '"y"')], ["x", "y"]),
    "null in JSON": ({"type": ["string", "null"]}, JSON, [("m", "null")], None),
    "nothing, which is no number": (WHOLE, {}, [("m", "")], "/m"),
    "nothing, which is no null": ({"type": ["integer", "null"]}, {}, [("m", "")], "/m"),
    "nothing that is a text": ({"type": ["string", "null"]}, {}, [("m", "")], ""),
    "a style that nobody knows": (LETTERS, {"style": "matrix"}, [("m", "a")], ["a"]),
    "an encoding of no shape": (LETTERS, {"style": 5, "explode": "no"}, [("m", "a")], ["a"]),
    "a boolean": (YES, EACH, [("m", "true")], True),
}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    paths = {
        f"/n{number}-{place}": {"post": {"requestBody": {"content": {kind: media(schema, encoding)}}}}
        for number, (schema, encoding, _, _) in enumerate(CASES.values())
        for place, kind in enumerate((MULTIPART, URLENCODED))
    }
    result, made = generate(spec({}, paths), tmp_path_factory.mktemp("styles"))
    assert result.exit_code == 0, result.output
    return made


def media(schema: Any, encoding: Any) -> dict[str, Any]:
    members = {"type": "object", "properties": {"m": schema}, "additionalProperties": False}
    return {"schema": members, "encoding": {"m": encoding}}


@pytest.mark.parametrize("library", [httpx, httpx2])
@pytest.mark.parametrize("name", CASES)
def test_a_member_is_read_as_its_encoding_has_it(name: str, library: Any, pack: str) -> None:
    number, (_, _, fields, expected) = [*CASES].index(name), CASES[name]
    texts: dict[str, Any] = {}
    for field, text in fields:
        texts.setdefault(field, []).append(text)
    bodies: tuple[dict[str, Any], ...] = (
        {"files": [(field, (None, text.encode())) for field, text in fields]},
        {"data": texts},
    )
    wrong = isinstance(expected, str) and expected.startswith("/")
    for place, sent in enumerate(bodies):
        request = library.Request("POST", f"https://h/v1/n{number}-{place}", **sent)
        gate = presend.Gate(pack=pack)
        operation = gate.operation("POST", str(request.url), request.headers)
        assert operation
        verdict = gate.examine(operation, request.headers, request.read())
        assert verdict is not None
        assert [problem.pointer for problem in verdict.errors] == ([expected] if wrong else [])
        target = f"POST /n{number}-{place}"
        once = {field: each if len(each) > 1 else each[0] for field, each in texts.items()}
        told = presend.check(target, once, pack=pack, form=True)
        assert [problem.pointer for problem in told if problem.severity == "error"] == ([expected] if wrong else [])
        if not wrong:
            assert presend.validate(target, once, pack=pack, form=True).model_dump(exclude_unset=True) == {
                "m": expected
            }


# What is sent as an urlencoded body → what becomes of it.
URLENCODED_BODIES: tuple[tuple[bytes, str], ...] = (
    (b"n=1&t=x", "clean"),
    (b"n=x", "refused"),
    (b"n=1&n=2", "refused"),
    (b"tags=a&tags=b", "clean"),
    (b"tags%5B%5D=a", "clean"),
    (b"tags=c", "refused"),
    (b"o[k]=1", "clean"),
    (b"o%5Bk%5D=x", "refused"),
    (b"t=%C3%B6+%26", "clean"),
    (b"t=%ff", "unread"),
    (b"t=\xc3\xb6", "unread"),
    (b"tags[][x]=1", "unread"),
    (b"other=1", "refused"),
    (b"", "clean"),
)


@pytest.mark.parametrize(("sent", "expected"), URLENCODED_BODIES)
@pytest.mark.parametrize("kind", [URLENCODED, "Application/X-WWW-Form-urlencoded; charset=UTF-8"])
def test_an_urlencoded_body_is_read_by_its_schema(sent: bytes, expected: str, kind: str, tmp_path: Path) -> None:
    members = {"n": WHOLE, "t": TEXT, "tags": LETTERS, "o": OBJECT}
    schema = {"type": "object", "properties": members, "additionalProperties": False}
    bodies = {"content": {URLENCODED: {"schema": schema}, MULTIPART: {"schema": {"type": "object"}}}}
    _, made = generate(spec({}, {"/x": {"post": {"requestBody": bodies}}}), tmp_path)
    gate = presend.Gate(pack=made)
    operation = gate.operation("POST", "/x", {"content-type": kind})
    assert operation
    gate.refuses(gate.examine(operation, {"content-type": kind}, sent))
    assert dict(gate.counts) == {expected: 1}


def test_members_that_two_forms_encode_differently_have_no_encoding(tmp_path: Path) -> None:
    form = {"type": "object", "properties": {"m": LETTERS, "n": LETTERS}}
    held = {"$ref": "#/components/schemas/Form"}
    paths = {
        f"/{name}": {"post": {"requestBody": {"content": {URLENCODED: {"schema": held, "encoding": encoding}}}}}
        for name, encoding in (("a", {"m": COMMAS, "n": BARS}), ("b", {"m": COMMAS, "n": COMMAS}))
    }
    _, made = generate(spec({"Form": form}, paths), tmp_path)
    for target in ("POST /a", "POST /b", "Form"):
        assert presend.is_valid(target, {"m": "a,b", "n": ["a", "b"]}, pack=made, form=True)
        assert not presend.is_valid(target, {"m": "a|b"}, pack=made, form=True)
        assert not presend.is_valid(target, {"n": "a,b"}, pack=made, form=True)
        assert not presend.is_valid(target, {"n": "a|b"}, pack=made, form=True)


WORD = st.text(st.characters(codec="utf-8", exclude_characters=",| \x00"), min_size=1, max_size=5)
VALUES: dict[str, Any] = {
    "i": st.lists(st.integers(), max_size=3),
    "w": st.lists(WORD, max_size=3),
    "o": st.fixed_dictionaries({}, optional={"k": st.integers(), "l": WORD, "y": st.booleans()}).filter(bool),
}
STYLED = {
    "type": "object",
    "properties": {
        "i": NUMBERS,
        "w": {"type": "array", "items": TEXT},
        "o": {"type": "object", "properties": {"k": WHOLE, "l": TEXT, "y": YES}},
    },
}
SEPARATORS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}


def text_of(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def written(name: str, value: Any, style: str, *, explode: bool) -> list[tuple[str, str]]:
    """Return the fields of a member as the table of styles in OpenAPI's Parameter Object has them."""
    pairs = value.items() if isinstance(value, dict) else None
    if style == "deepObject":
        return [(f"{name}[{key}]", text_of(item)) for key, item in pairs or ()]
    if explode:
        return [(key, text_of(item)) for key, item in pairs] if pairs else [(name, text_of(item)) for item in value]
    items = [each for pair in pairs for each in pair] if pairs else value
    return [(name, SEPARATORS[style].join(map(text_of, items)))]


STYLES = [
    *((name, style, explode) for name in VALUES for style in SEPARATORS for explode in (False, True)),
    ("o", "deepObject", True),
]
# Exploded objects have a style only in the style `form`: OpenAPI leaves the others undefined.
STYLES = [one for one in STYLES if one[0] != "o" or one[1] in ("form", "deepObject") or not one[2]]


@pytest.fixture(scope="module")
def styled(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Make a pack with a form for each style of each member, and `/commas` with commas for all arrays."""
    encodings = {
        f"/{name}-{style}-{explode}": {name: {"style": style, "explode": explode}} for name, style, explode in STYLES
    }
    encodings["/commas"] = {"i": COMMAS, "w": COMMAS}
    paths = {
        path: {"post": {"requestBody": {"content": {URLENCODED: {"schema": STYLED, "encoding": encoding}}}}}
        for path, encoding in encodings.items()
    }
    result, name = generate(spec({}, paths), tmp_path_factory.mktemp("styled"))
    assert result.exit_code == 0, result.output
    return name


def read(pack: str, path: str, fields: list[tuple[str, str]]) -> Any:
    """Return the value that presend reads from fields; all functions have to accept it."""
    texts: dict[str, Any] = {}
    for field, text in fields:
        texts[field] = [*texts.get(field, []), text]
    flat = {field: each if len(each) > 1 else each[0] for field, each in texts.items()}
    target = f"POST {path}"
    assert presend.check(target, flat, pack=pack, form=True) == ()
    assert presend.is_valid(target, flat, pack=pack, form=True)
    return presend.validate(target, flat, pack=pack, form=True).model_dump(exclude_unset=True)


@settings(max_examples=examples(300))
@given(st.sampled_from(STYLES).flatmap(lambda one: st.tuples(st.just(one), VALUES[one[0]])))
def test_a_value_in_any_style_is_read_back(styled: str, member: tuple[tuple[str, str, bool], Any]) -> None:
    (name, style, explode), value = member
    fields = written(name, value, style, explode=explode)
    assert read(styled, f"/{name}-{style}-{explode}", fields) == ({name: value} if fields else {})


@given(st.fixed_dictionaries({}, optional={name: VALUES[name].filter(bool) for name in ("i", "w")}))
def test_commas_written_by_the_sdk_are_read_back(styled: str, payload: dict[str, Any]) -> None:
    items = Querystring(array_format="comma").stringify_items(payload)
    assert read(styled, "/commas", [(name, str(text)) for name, text in items]) == payload
