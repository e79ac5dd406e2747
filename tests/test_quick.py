"""What is said at once is what is said in the end: shapes, numbers and texts that once made the two differ."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

import pydantic
import pytest

import presend
from presend.pack import find_pack
from tests.made_packs import make_pack
from tests.specs import generate, spec

if TYPE_CHECKING:
    from pathlib import Path


def holding(member: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"x": member}}


def listed(kind: str) -> dict[str, Any]:
    return {"type": "array", "items": {"type": kind}}


LEAST = {"type": "object", "properties": {"c": {"type": "integer"}}, "minProperties": 1}
LISTS = [listed("string"), listed("integer"), {"type": "array", "items": listed("integer")}]
CASES: dict[str, tuple[dict[str, Any], list[Any]]] = {  # name → a schema, and values of it or near it
    "Prompt": (
        holding({"anyOf": [{"type": "string"}, *LISTS]}),
        ["7", ["007", "1_0"], ["3.0", " 12 "], [1, 2.0], [[1], [2.0]], [], [True], [1.5]],
    ),
    "WholeOrTruth": (holding({"anyOf": [{"type": "integer"}, {"type": "boolean"}]}), [1, 1.0, True, False, "1", 1.5]),
    "Truths": (holding({"anyOf": [listed("boolean"), listed("integer")]}), [[True], [1], [1.0], [True, 1]]),
    "Kinds": (holding({"type": ["integer", "string", "null"]}), [1, 2.0, "2", None, True]),
    "Numbers": (holding({"enum": [1, 2]}), [1, 1.0, True, 3]),
    "Bound": (holding({"type": "number", "maximum": 2**53}), [2**53, 2**53 + 1, 2.0**53, 1e300]),
    "Unnamed": ({"type": "object", "properties": {"": {"type": "integer"}, "a": {"type": "integer"}}}, []),
    "Strings": (holding(listed("string")), [["a"], []]),
    "Maps": (holding({"type": "object", "additionalProperties": {"type": "string"}}), [{"a": "b"}, {}]),
    "Least": (LEAST, []),
    "Alias": ({"$ref": "#/$defs/Least", "$defs": {"Least": LEAST}}, []),
}  # fmt: skip


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    return make_pack(tmp_path_factory.mktemp("quick"), {name: schema for name, (schema, _) in CASES.items()})


def alike(one: Any, other: Any) -> bool:
    """Say whether two models are the same to the types of their values."""
    return (one.model_fields_set, repr(one), one.model_dump_json()) == (
        other.model_fields_set,
        repr(other),
        other.model_dump_json(),
    )


@pytest.mark.parametrize("name", CASES)
def test_the_quick_way_and_the_long_one_give_the_same(name: str, pack: str) -> None:
    _, values = CASES[name]
    payloads: list[Any] = [*({"x": value} for value in values), {}, {"a": 1}, {"": 1}, {"": 2.0, "a": 3.0}, {"c": 1}]
    model = pydantic.TypeAdapter(find_pack(pack).model(name))
    for payload in payloads:
        errors = [one for one in presend.check(name, payload, pack=pack) if one.severity == "error"]
        for form in (payload, json.dumps(payload)):
            assert presend.is_valid(name, form, pack=pack) is (not errors), (name, payload)
            if not errors:
                assert alike(presend.validate(name, form, pack=pack), model.validate_python(payload)), (name, payload)


@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("CreateModerationRequest", '{"input":1e999,"input":"a"}'),
        ("CreateModerationRequest", b'{"input":"\xff","input":"a"}'),
        ("CreateRunRequest", '{"assistant_id":"a","tools":1e999,"tools":[]}'),
        ("CreateRunRequest", '{"assistant_id":"a","tool_choice":"\\ud800","tool_choice":"auto"}'),
        ("CreateRunRequest", '{"assistant_id":"a","response_format":' + "9" * 5000 + ',"response_format":"auto"}'),
    ],
)
def test_of_a_name_that_comes_twice_each_value_is_read(target: str, text: str | bytes) -> None:
    assert [one.severity for one in presend.check(target, text)] == ["error"]
    assert not presend.is_valid(target, text)


def test_a_model_holds_none_of_the_payloads_own_lists(pack: str) -> None:
    for name, value in (("Strings", ["a"]), ("Maps", {"a": "b"})):
        payload = {"x": value}
        model: Any = presend.validate(name, payload, pack=pack)
        assert model.x == value
        assert model.x is not value


def test_text_of_a_class_of_ones_own_is_text() -> None:
    class Text(str):
        __slots__ = ()

    text = Text('{"role": "user", "content": "Hello"}')
    assert presend.is_valid("CreateMessageRequest", text)
    assert presend.check("CreateMessageRequest", text) == ()
    assert presend.validate("CreateMessageRequest", text).model_dump(exclude_unset=True) == json.loads(text)


def test_a_verdict_does_not_depend_on_what_was_asked_before(tmp_path: Path) -> None:
    alias = {"$ref": "#/components/schemas/Least"}
    many = {"type": "array", "items": {"$ref": "#/components/schemas/Alias"}}
    text = '{"c": 1, "unknown": 1}'
    payloads = {"Least": text, "Alias": text, "Many": f"[{text}]"}
    for order in itertools.permutations(payloads):
        _, pack = generate(spec({"Least": LEAST, "Alias": alias, "Many": many}), tmp_path)
        for target in order:
            assert presend.is_valid(target, payloads[target], pack=pack), order
            assert presend.validate(target, payloads[target], pack=pack) is not None


@pytest.mark.parametrize("levels", [30, 600, 890])
def test_a_schema_that_holds_itself_has_an_answer_at_any_depth(levels: int, tmp_path: Path) -> None:
    tree = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}]}
    _, pack = generate(spec({"Tree": tree}), tmp_path)
    payload: Any = "leaf"
    for _ in range(levels):
        payload = [payload]
    for form in (payload, json.dumps(payload)):
        errors = [one.rule for one in presend.check("Tree", form, pack=pack) if one.severity == "error"]
        assert errors == ([] if levels < 100 else ["json.too-deep"])
        assert presend.is_valid("Tree", form, pack=pack) is (not errors)


def test_schemas_that_refer_to_one_another_in_a_long_row_become_models(tmp_path: Path) -> None:
    row: dict[str, Any] = {
        f"S{number}": {"type": "object", "properties": {"a": {"$ref": f"#/components/schemas/S{number + 1}"}}}
        for number in range(120)
    }
    row["S120"] = {"type": "object", "properties": {"a": {"type": "string"}}}
    _, pack = generate(spec(row), tmp_path)
    model: Any = presend.validate("S0", '{"a": {"a": {}}, "unknown": 1}', pack=pack)
    assert model.model_dump(exclude_unset=True) == {"a": {"a": {}}, "unknown": 1}
    assert not presend.is_valid("S0", '{"a": {"a": 1}}', pack=pack)
