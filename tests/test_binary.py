"""What `format: binary` is: a file in the members of a form, and text wherever a body is JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner

import presend
from presend.cli import command
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


def test_a_form_of_what_is_sent_both_ways_takes_files(pack: str) -> None:
    for payload in ({"photo": b"a"}, {"photo": FILE, "photos": FILE}, {"photos": [FILE, FILE], "either": FILE}):
        assert presend.check("POST /both", payload, pack=pack, form=True) == ()
