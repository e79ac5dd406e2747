"""Files in forms, in every spelling that specs use; the same keywords in JSON bodies mean no file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

import presend
from presend.cli.program import command
from tests.specs import body, generate, posts, spec

if TYPE_CHECKING:
    from collections.abc import Iterator

BINARY: dict[str, Any] = {"type": "string", "format": "binary", "description": "A photo."}
NULLABLE = {**BINARY, "type": ["string", "null"]}
SHARED = {"$ref": "#/components/schemas/Shared"}
MEMBERS = {
    "photo": BINARY,
    "none": NULLABLE,
    "photos": {"type": "array", "items": BINARY},
    "either": {"oneOf": [{"type": "array", "items": BINARY}, BINARY]},
    "deep": {"type": "object", "properties": {"photo": BINARY}},
}
SCHEMAS = {
    "Json": {"type": "object", "properties": {**MEMBERS, "shared": SHARED}},
    "Form": {"allOf": [{"type": "object", "properties": {**MEMBERS, "shared": SHARED}}, {"required": ["photo"]}]},
    "Both": {"type": "object", "properties": MEMBERS},
    "Nobody": {"type": "object", "properties": MEMBERS},
    "Shared": BINARY,
}
TYPES = {"Json": ["application/json"], "Form": ["multipart/form-data"]}
TYPES["Both"] = [kind for kinds in TYPES.values() for kind in kinds]
FILE = ("a.png", b"abc")

# Target, payload → the pointers of its errors.
CASES: tuple[tuple[str, Any, list[str]], ...] = (
    ("POST /json", {"photo": "a", "none": None, "photos": ["a"], "either": "a", "shared": "a"}, []),
    ("POST /json", {"deep": {"photo": "a"}, "either": ["a"]}, []),
    ("POST /json", {"photo": 5}, ["/photo"]),
    ("POST /json", {"photo": None}, ["/photo"]),
    ("POST /json", {"photo": b"a"}, ["/photo"]),
    ("POST /json", {"photos": [5]}, ["/photos/0"]),
    ("POST /form", {"photo": b"a", "none": None, "photos": [FILE], "either": FILE, "shared": b"a"}, []),
    ("POST /form", {"photo": FILE, "none": b"a", "either": [b"a"], "deep": {"photo": "a"}}, []),
    ("POST /form", {"photo": "a"}, ["/photo"]),
    ("POST /form", {"photo": b"a", "photos": ["a"]}, ["/photos/0"]),
    ("POST /form", {"photo": b"a", "photos": b"a"}, ["/photos"]),
    ("POST /form", {"photo": b"a", "either": "a"}, ["/either"]),
    ("POST /both", {"photo": b"a", "photos": [b"a", "a"], "either": "a"}, []),
    ("POST /both", {"photo": "a", "either": [b"a"]}, []),
    ("POST /both", {"photo": 5}, ["/photo"]),
    ("Nobody", {"photo": b"a", "photos": ["a"]}, []),
    ("Nobody", {"photo": "a", "photos": [b"a"]}, []),
    ("Nobody", {"photo": []}, ["/photo"]),
)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    paths = posts({name: {"content": dict(contents(name, kinds))} for name, kinds in TYPES.items()})
    result, made = generate(spec(SCHEMAS, paths), tmp_path_factory.mktemp("binary"))
    assert result.exit_code == 0, result.output
    return made


def contents(name: str, kinds: list[str]) -> Iterator[tuple[str, Any]]:
    """Yield a body for each content type."""
    for kind in kinds:
        yield from body({"$ref": f"#/components/schemas/{name}"}, kind)["content"].items()


@pytest.mark.parametrize(("target", "payload", "expected"), CASES)
def test_binary_is_a_file_where_it_is_sent_as_one(target: str, payload: Any, expected: list[str], pack: str) -> None:
    told = [problem.pointer for problem in presend.check(target, payload, pack=pack) if problem.severity == "error"]
    assert told == expected
    assert presend.is_valid(target, payload, pack=pack) is not bool(expected)
    if expected:
        with pytest.raises(presend.InvalidPayload):
            presend.validate(target, payload, pack=pack)
    else:
        model = presend.validate(target, payload, pack=pack)
        assert model.model_dump(exclude_unset=True) == payload
        assert type(model).model_validate(payload) == model


@pytest.mark.parametrize(
    ("target", "code"), [("POST /json", 0), ("POST /both", 0), ("Nobody", 0), ("POST /form", 1), ("Json", 0)]
)
def test_json_text_has_no_files(target: str, code: int, pack: str) -> None:
    text = json.dumps({"photo": "abc"})
    assert presend.is_valid(target, text, pack=pack) is (code == 0)
    assert presend.is_valid(target, text.encode(), pack=pack) is (code == 0)
    assert CliRunner().invoke(command, ["check", target, "-", "--pack", pack], input=text).exit_code == code


def test_a_schema_sent_as_form_and_json_accepts_files_in_forms(pack: str) -> None:
    for payload in ({"photo": b"a"}, {"photo": FILE, "photos": FILE}, {"photos": [FILE, FILE], "either": FILE}):
        assert presend.check("POST /both", payload, pack=pack, form=True) == ()


PHOTO = {"type": "string", "contentMediaType": "image/png"}
BARE = {"contentMediaType": "application/octet-stream"}
NULL = {"type": "null"}
NAMED = {"File": BINARY, "Photo": PHOTO, "Bare": BARE}
REFS = {name: {"$ref": f"#/components/schemas/{name}"} for name in NAMED}
ONE, LIST, EITHER, TEXT_TOO, TEXT, ANY, ANY_LIST = "one", "list", "either", "text too", "text", "any", "any list"

# How a member is written → what it is; and whether it may be null.
SPELLINGS: tuple[tuple[Any, str, bool], ...] = (
    ({"type": "string", "format": "binary"}, ONE, False),
    ({"format": "binary", "type": ["string", "null"]}, ONE, True),
    ({"type": "string", "format": "binary", "nullable": True}, ONE, True),
    ({"anyOf": [BINARY, NULL]}, ONE, True),
    ({"oneOf": [BINARY, NULL]}, ONE, True),
    ({"allOf": [BINARY], "description": "x"}, ONE, False),
    ({"allOf": [BINARY, {"type": "string"}]}, ONE, False),
    ({"allOf": [{"type": "string"}, BINARY]}, ONE, False),
    ({"allOf": [REFS["File"]], "nullable": True}, ONE, True),
    ({**REFS["File"], "description": "x"}, ONE, False),
    ({"anyOf": [REFS["File"], NULL]}, ONE, True),
    ({"type": "array", "items": BINARY}, LIST, False),
    ({"type": "array", "items": BINARY, "nullable": True}, LIST, True),
    ({"anyOf": [{"type": "array", "items": REFS["File"]}, NULL]}, LIST, True),
    ({"oneOf": [BINARY, {"type": "array", "items": BINARY}]}, EITHER, False),
    (PHOTO, ONE, False),
    (BARE, ONE, False),
    ({**PHOTO, "title": "File", "description": "x"}, ONE, False),
    ({**PHOTO, "type": ["string", "null"]}, ONE, True),
    ({**PHOTO, "nullable": True}, ONE, True),
    ({**BARE, "nullable": True}, ONE, True),
    ({"anyOf": [PHOTO, NULL]}, ONE, True),
    ({"anyOf": [PHOTO, NULL], "title": "File"}, ONE, True),
    ({"oneOf": [BARE, NULL]}, ONE, True),
    ({"allOf": [PHOTO]}, ONE, False),
    ({"allOf": [PHOTO], "nullable": True}, ONE, True),
    ({"allOf": [{"type": "string"}, BARE]}, ONE, False),
    ({"type": "string", "allOf": [BARE]}, ONE, False),
    ({"allOf": [BARE, {"description": "x"}]}, ONE, False),
    (REFS["Photo"], ONE, False),
    (REFS["Bare"], ONE, False),
    ({**REFS["Photo"], "description": "x"}, ONE, False),
    ({"anyOf": [REFS["Bare"], NULL]}, ONE, True),
    ({"type": "array", "items": PHOTO}, LIST, False),
    ({"type": "array", "items": BARE}, LIST, False),
    ({"type": "array", "items": REFS["Bare"]}, LIST, False),
    ({"type": ["array", "null"], "items": PHOTO}, LIST, True),
    ({"anyOf": [{"type": "array", "items": PHOTO}, NULL]}, LIST, True),
    ({"anyOf": [{"type": "array", "items": BARE}, NULL]}, LIST, True),
    ({"allOf": [{"type": "array", "items": PHOTO}]}, LIST, False),
    ({"anyOf": [PHOTO, {"type": "array", "items": PHOTO}]}, EITHER, False),
    ({**PHOTO, "contentMediaType": "image/png, image/jpeg"}, ONE, False),
    ({**PHOTO, "contentMediaType": "image/*"}, ONE, False),
    ({**PHOTO, "contentMediaType": "Application/PDF"}, ONE, False),
    ({**PHOTO, "format": "binary"}, ONE, False),
    ({**PHOTO, "contentEncoding": "binary"}, ONE, False),
    ({**PHOTO, "contentMediaType": "text/csv"}, TEXT_TOO, False),
    ({"contentMediaType": "text/plain; charset=utf-8", "type": "string"}, TEXT_TOO, False),
    ({**PHOTO, "contentMediaType": "application/json"}, TEXT_TOO, False),
    ({**PHOTO, "contentMediaType": "application/vnd.a+xml"}, TEXT_TOO, False),
    ({**PHOTO, "contentMediaType": "*/*"}, TEXT_TOO, False),
    ({"anyOf": [{**PHOTO, "contentMediaType": "text/csv"}, NULL]}, TEXT_TOO, True),
    ({**PHOTO, "contentEncoding": "base64"}, TEXT, False),
    ({**PHOTO, "contentEncoding": "Base64URL"}, TEXT, False),
    ({"type": "string"}, TEXT, False),
    ({"type": "string", "format": "byte"}, TEXT, False),
    ({}, ANY, True),
    ({"description": "x"}, ANY, True),
    ({"type": "array", "items": {}}, ANY_LIST, False),
)
VALUES = {"bytes": b"\xff\xfe", "a tuple": ("a.png", b"\xff"), "a text": "a", "null": None}
TAKES = {
    ONE: {"bytes", "a tuple"},
    LIST: {"bytes in a list", "a tuple in a list"},
    EITHER: {"bytes", "a tuple", "bytes in a list", "a tuple in a list"},
    TEXT_TOO: {"bytes", "a tuple", "a text"},
    TEXT: {"a text"},
    ANY: {"bytes", "a tuple", "a text", "bytes in a list", "a tuple in a list", "a text in a list"},
    ANY_LIST: {"bytes in a list", "a tuple in a list", "a text in a list"},
}


@pytest.fixture(scope="module")
def spelt(tmp_path_factory: pytest.TempPathFactory) -> str:
    form = {"type": "object", "properties": {f"m{number}": one for number, (one, _, _) in enumerate(SPELLINGS)}}
    other = json.loads(json.dumps(form).replace("/schemas/", "/schemas/Json"))  # none of them is sent both ways
    contents = {"Multipart/Form-Data": {"schema": form}, "application/json": {"schema": other}}
    named = {**NAMED, **{f"Json{name}": schema for name, schema in NAMED.items()}}
    result, made = generate(spec(named, posts({"Form": {"content": contents}})), tmp_path_factory.mktemp("spelt"))
    assert result.exit_code == 0, result.output
    return made


@pytest.mark.parametrize("number", range(len(SPELLINGS)), ids=[json.dumps(one) for one, _, _ in SPELLINGS])
def test_a_file_is_one_however_it_is_written(number: int, spelt: str) -> None:
    _, what, may_be_null = SPELLINGS[number]
    takes = TAKES[what] | ({"null"} if may_be_null else set())
    values = {**VALUES, **{f"{name} in a list": [value] for name, value in VALUES.items() if value is not None}}
    for name, value in values.items():
        payload, target = {f"m{number}": value}, "POST /form multipart/form-data"
        told = [each for each in presend.check(target, payload, pack=spelt) if each.severity == "error"]
        assert (name, not told) == (name, name in takes)
        assert presend.is_valid(target, payload, pack=spelt) is not bool(told)
        if told:
            with pytest.raises(presend.InvalidPayload):
                presend.validate(target, payload, pack=spelt)
        else:
            assert presend.validate(target, payload, pack=spelt).model_dump(exclude_unset=True) == payload


@pytest.mark.parametrize("number", [number for number, (_, what, _) in enumerate(SPELLINGS) if what in (ONE, LIST)])
def test_no_file_is_one_where_the_body_is_json(number: int, spelt: str) -> None:
    text = "a" if SPELLINGS[number][1] == ONE else ["a"]
    file = b"a" if SPELLINGS[number][1] == ONE else [b"a"]
    assert presend.is_valid("POST /form application/json", {f"m{number}": text}, pack=spelt)
    assert not presend.is_valid("POST /form application/json", {f"m{number}": file}, pack=spelt)
