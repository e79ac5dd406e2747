"""`presend generate --one-of` makes the whole pack read `oneOf` as at least one branch, or exactly one."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

import jsonschema
import jsonschema_rs
import pydantic
import pytest

import presend
from presend.packs.export import json_schema
from presend.packs.find import find_pack
from tests.specs import body, generate, spec

if TYPE_CHECKING:
    from pathlib import Path

REF = "#/components/schemas/"
BRANCHES: dict[str, dict[str, Any]] = {
    "Integer": {"type": "integer"},
    "Small": {"type": "number", "maximum": 2},
    "Text": {"type": "string"},
    "Short": {"type": "string", "maxLength": 1},
    "Listed": {"enum": ["a", "bb", 3, None]},
    "Nothing": {"type": "null"},
    "HasA": {"type": "object", "required": ["a"], "properties": {"a": {"type": "integer"}}},
    "HasB": {"type": "object", "required": ["b"], "properties": {"b": {"type": "integer"}}},
    "OnlyA": {"type": "object", "additionalProperties": False, "properties": {"a": {}}},
    "List": {"type": "array", "items": {"type": "integer"}},
    "TagA": {"type": "object", "required": ["kind"], "properties": {"kind": {"enum": ["a"]}, "b": {"type": "string"}}},
}
VALUES: list[Any] = [
    1,
    3,
    1.5,
    7.5,
    "",
    "a",
    "bb",
    "ccc",
    None,
    True,
    [],
    [1],
    ["x"],
    {},
    {"a": 1},
    {"a": "x"},
    {"b": 1},
]
VALUES += [{"a": 1, "b": 1}, {"kind": "a"}, {"kind": "a", "b": 1}, {"kind": "a", "a": 1}, {"kind": "b"}]
UNIONS: dict[str, Any] = {
    "".join(names): {"oneOf": [{"$ref": REF + name} for name in names]}
    for count in (2, 3)
    for names in itertools.islice(itertools.combinations(BRANCHES, count), 0, None, 1 if count < 3 else 9)
}
UNIONS["Beside"] = {"type": "object", "properties": {"b": {"type": "integer"}}, "oneOf": [*UNIONS["HasAHasB"]["oneOf"]]}
UNIONS["Inline"] = {"oneOf": [BRANCHES["HasA"], BRANCHES["HasB"], {"type": "array", "maxItems": 1}]}
UNIONS["Deep"] = {"type": "array", "items": {"oneOf": [{"$ref": f"{REF}HasA"}, {"$ref": f"{REF}HasB"}]}}
DEEP = [[{"a": 1}, {"b": 1}], [{"a": 1, "b": 1}], [{}]]


@pytest.fixture(scope="module")
def packs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    folder: Path = tmp_path_factory.mktemp("one_of")
    holders = {f"{name}Holder": {"type": "object", "properties": {"it": {"$ref": REF + name}}} for name in UNIONS}
    document = spec({**BRANCHES, **UNIONS, **holders})
    made = {}
    for reading in ("any", "exact"):
        result, made[reading] = generate(document, folder, "--one-of", reading)
        assert result.exit_code == 0, result.output
    return made


@pytest.mark.parametrize("reading", ["any", "exact"])
@pytest.mark.parametrize("name", UNIONS)
def test_every_face_has_the_reading(packs: dict[str, str], name: str, reading: str) -> None:
    pack = packs[reading]
    word = "oneOf" if reading == "exact" else "anyOf"
    document = json.loads(json.dumps({"components": {"schemas": {**BRANCHES, **UNIONS}}, **UNIONS[name]}))
    oracle = jsonschema.Draft202012Validator(json.loads(json.dumps(document).replace('"oneOf"', f'"{word}"')))
    exported = json_schema(find_pack(pack), name)
    rust, python = jsonschema_rs.Draft202012Validator(exported), jsonschema.Draft202012Validator(exported)
    model = find_pack(pack).model(f"{name}Holder")
    for value in [*VALUES, *DEEP]:
        text = json.dumps(value)
        wanted = oracle.is_valid(value)
        assert presend.is_valid(name, text, pack=pack) is wanted, value
        assert (rust.is_valid(value), python.is_valid(value)) == (wanted, wanted), value
        for form in (value, text) if not isinstance(value, str) else (text,):
            problems = presend.check(name, form, pack=pack)
            assert any(problem.severity == "error" for problem in problems) is not wanted, value
        assert _is_taken(lambda text=text: presend.validate(name, text, pack=pack)) is wanted, value
        assert _is_taken(lambda value=value: model.model_validate({"it": value})) is wanted, value


def _is_taken(make: Any) -> bool:
    try:
        make()
    except (presend.InvalidPayload, pydantic.ValidationError):
        return False
    return True


def test_the_readings_differ_where_branches_overlap(packs: dict[str, str]) -> None:
    value = '{"a": 1, "b": 1}'
    for name in ("HasAHasB", "Beside", "Inline"):
        assert presend.is_valid(name, value, pack=packs["any"])
        (problem,) = (one for one in presend.check(name, value, pack=packs["exact"]) if one.severity == "error")
        assert (problem.rule, problem.pointer) == ("schema.oneOf", "")
        assert "fits exactly one of" in problem.message
    assert [find_pack(packs[reading]).one_of for reading in ("any", "exact")] == ["any", "exact"]


def marked(*required: str, **members: Any) -> dict[str, Any]:
    return {"type": "object", "required": [*required], "properties": {"id": {"readOnly": True}, **members}}


def test_branches_that_overlap_only_because_they_were_loosened_refuse_nothing(tmp_path: Path) -> None:
    schemas = {
        "Sent": {"oneOf": [marked("id", "a"), {"type": "object", "required": ["a"]}]},
        "Kept": {"oneOf": [marked("a"), {"type": "object", "required": ["b"]}]},
        "Holder": {"oneOf": [{"type": "object", "properties": {"it": {"$ref": f"{REF}Held"}}}, {"required": ["n"]}]},
        "Held": marked("id"),
        "Returned": {"oneOf": [marked("a"), {"type": "object", "required": ["b"]}]},
        "Null": {"nullable": True, "oneOf": [{"type": "integer", "nullable": True}, {"type": "number", "maximum": 5}]},
        "Nulls": {"oneOf": [{"type": "integer", "nullable": True}, {"type": "string", "nullable": True}]},
    }
    paths = {
        f"/{name}": {"post": {"requestBody": body({"$ref": REF + name}), "responses": {}}}
        for name in schemas
        if name != "Returned"
    }
    paths["/r"] = {"get": {"responses": {"200": body({"$ref": f"{REF}Returned"})}}}
    told: dict[tuple[str, ...], dict[str, bool]] = {}
    for options in (("--one-of", "exact"), ("--one-of", "exact", "--strict-responses")):
        _, pack = generate(spec(schemas, paths), tmp_path, *options)
        told[options[2:]] = {
            f"{name} {text}": presend.is_valid(name, text, pack=pack)
            for name, texts in {
                "Sent": ['{"a": 1}', '{"id": 1, "a": 1}', "{}"],
                "Kept": ['{"a": 1}', '{"a": 1, "b": 1}'],
                "Holder": ['{"it": {}}', '{"it": {}, "n": 1}', '{"it": 1}'],
                "Returned": ['{"a": 1}', "{}", '{"a": 1, "b": 1}', "1"],
                "Null": ["null", "7", "6.5", "3"],
                "Nulls": ["null", "1"],
            }.items()
            for text in texts
        }
    lenient = {
        'Sent {"a": 1}': True, 'Sent {"id": 1, "a": 1}': True, "Sent {}": False,
        'Kept {"a": 1}': True, 'Kept {"a": 1, "b": 1}': False,
        'Holder {"it": {}}': True, 'Holder {"it": {}, "n": 1}': True, 'Holder {"it": 1}': False,
        'Returned {"a": 1}': True, "Returned {}": True, 'Returned {"a": 1, "b": 1}': True, "Returned 1": False,
        "Null null": True, "Null 7": True, "Null 6.5": False, "Null 3": False,
        "Nulls null": False, "Nulls 1": True,
    }  # fmt: skip
    strict = {**lenient, "Returned {}": False, 'Returned {"a": 1, "b": 1}': False}
    assert told == {(): lenient, ("--strict-responses",): strict}


def test_a_pack_keeps_its_reading_until_it_is_given_another(tmp_path: Path) -> None:
    document = spec({**BRANCHES, "U": UNIONS["HasAHasB"]})
    folder = tmp_path / "packs" / "kept_reading"
    steps = [  # options → exit code, what the pack says then
        ((), 0, None),
        (("--check", "--one-of", "exact"), 1, None),
        (("--one-of", "exact"), 0, "exact"),
        ((), 0, "exact"),
        (("--check",), 0, "exact"),
        (("--check", "--one-of", "any"), 1, "exact"),
        (("--one-of", "any"), 0, None),
        (("--check",), 0, None),
        (("--one-of", "both"), 2, None),
    ]
    for options, code, reading in steps:
        result, _ = generate(document, tmp_path, *options, name="kept_reading")
        assert result.exit_code == code, (options, result.output)
        assert json.loads((folder / "operations.json").read_text()).get("one_of") == reading


def test_a_json_schema_is_taken_at_its_word_unless_it_is_asked_otherwise(tmp_path: Path) -> None:
    document = {"oneOf": [BRANCHES["HasA"], BRANCHES["HasB"]]}
    for options, reading in (((), "exact"), (("--one-of", "any"), "any"), (("--one-of", "exact"), "exact")):
        name = f"whole_{len(options)}_{reading}"
        generate(document, tmp_path, *options, name=name)
        assert find_pack(name).one_of == reading
        target = "".join(map(str.capitalize, name.split("_")))  # called after its file
        told = [presend.is_valid(target, text, pack=name) for text in ('{"a": 1}', '{"a": 1, "b": 1}', "{}")]
        assert told == [True, reading == "any", False]


def test_the_built_in_pack_takes_at_least_one() -> None:
    assert find_pack().one_of == "any"
    assert '"oneOf"' not in json.dumps(find_pack().schemas["CreateModerationRequest"]["properties"]["input"])
