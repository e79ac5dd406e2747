"""The fast path agrees with the walk, on shapes, numbers and strings where the two once differed."""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING, Any

import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

import presend
from presend.packs.find import find_pack
from presend.reading.json_data import FOLLOWED
from tests.made_packs import make_pack
from tests.specs import generate, spec

if TYPE_CHECKING:
    from pathlib import Path


def holding(member: Any) -> dict[str, Any]:
    return {"type": "object", "properties": {"x": member}}


def listed(kind: str) -> dict[str, Any]:
    return {"type": "array", "items": {"type": kind}}


def kind(tags: str, member: str, required: list[str] | None = None, **limits: Any) -> dict[str, Any]:
    """Return the schema of an object whose member `t` is one of `tags`."""
    properties = {"t": {"type": "string", "enum": tags.split(), **limits}, member: {"type": "string"}}
    return {"type": "object", "properties": properties, "required": ["t"] if required is None else required}


TOLD: list[Any] = [{}, {"p": "x"}, {"t": 1}, {"t": None}, "a"]
TOLD += [{"t": tag, **rest} for tag in ("a", "aa", "b", "bbb", "c") for rest in ({}, {"p": "x"}, {"q": "x"}, {"p": 1})]
WORDS = ["", "a", "ab", "abcd"]
LEAST = {"type": "object", "properties": {"c": {"type": "integer"}}, "minProperties": 1}
STRINGS: dict[str, Any] = {"type": "object", "additionalProperties": {"type": "string"}}
COUNTED = {**STRINGS, "type": ["object", "null"], "minProperties": 2}
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
    "FoundProblems": (holding({"anyOf": [kind("a", "p"), kind("b", "q")]}), TOLD),
    "Once": (holding({"oneOf": [kind("a", "p"), kind("b", "q")]}), TOLD),
    "Several": (holding({"oneOf": [kind("a b", "p"), kind("c", "q")]}), TOLD),
    "Shared": (holding({"oneOf": [kind("a b", "p"), kind("b c", "p")]}), TOLD),
    "Optional": (holding({"oneOf": [kind("a", "p", required=[]), kind("b", "q")]}), TOLD),
    "Lengthy": (holding({"oneOf": [kind("aa bbb", "p", maxLength=2), kind("b", "q")]}), TOLD),
    "Empty": (holding({"oneOf": [listed("string"), listed("integer")]}), [[], ["a"], [1], ["a", 1]]),
    "Full": (holding({"oneOf": [{**listed("string"), "minItems": 1}, listed("integer")]}), [[], ["a"], [1], ["a", 1]]),
    "Either": (holding({"oneOf": [{"type": "string", "maxLength": 3}, {"type": "string", "minLength": 2}]}), WORDS),
    "Text": (holding({"oneOf": [{"type": "string"}, {"type": "array", "items": kind("a", "p")}]}), [*WORDS, TOLD]),
    "Patterned": (holding({"anyOf": [{"type": "string", "pattern": "^[a-z]+$"}, STRINGS]}), ["a", "A", {"a": "b"}, {}]),
    "Listed": (holding({"anyOf": [{"type": "string", "pattern": "^a?b"}, listed("string")]}), ["ab", "A", ["A"], []]),
    "Fraction": (holding({"type": "number", "minimum": 0.5, "exclusiveMaximum": 2.5}), [0, 0.5, 1, 2, 2.5, 3, True]),
    "Whole": (holding({"type": "integer", "minimum": 0.5}), [0, 1, 1.0]),
    "Nameless": ({"type": "object", "properties": {"": {"type": "integer"}}, "required": [""]}, [1]),
    "Numbered": (holding({"type": "object", "propertyNames": {"type": "integer"}, **STRINGS}), [{}, {"1": "a"}]),
    "Maybe": ({**LEAST, "type": ["object", "null"]}, []),
    "Counted": (holding({"type": "array", "items": COUNTED}), [[None], [{"a": "a"}], [{"a": "a", "b": "b"}]]),
    "Chosen": (holding({"anyOf": [{"type": "string"}, COUNTED]}), [None, {"a": "a"}, {"a": "a", "b": "b"}, "a"]),
    "Valued": (holding({**STRINGS, "additionalProperties": COUNTED}), [{"a": None}, {"a": {"a": "a"}}]),
    "Least": (LEAST, []),
    "Alias": ({"$ref": "#/$defs/Least", "$defs": {"Least": LEAST}}, []),
}  # fmt: skip


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    return make_pack(tmp_path_factory.mktemp("quick"), {name: schema for name, (schema, _) in CASES.items()})


def takes(target: str, payload: Any, pack: str) -> bool:
    """Say whether `validate` returns."""
    try:
        presend.validate(target, payload, pack=pack)
    except presend.InvalidPayload:
        return False
    return True


def alike(one: Any, other: Any) -> bool:
    """Say whether two models are the same to the types of their values."""
    facts = [(it.model_fields_set, it.model_extra, repr(it), it.model_dump_json()) for it in (one, other)]
    return bool(facts[0] == facts[1])


@pytest.mark.parametrize("name", CASES)
def test_the_quick_way_and_the_long_one_give_the_same(name: str, pack: str) -> None:
    _, values = CASES[name]
    others: list[Any] = [None, {}, {"a": 1}, {"": 1}, {"": 2.0, "a": 3.0}, {"c": 1}]
    payloads: list[Any] = [*({"x": value} for value in values), *others]
    model = pydantic.TypeAdapter(find_pack(pack).model(name))
    for payload in payloads:
        errors = [one for one in presend.check(name, payload, pack=pack) if one.severity == "error"]
        for form in (payload, json.dumps(payload)):
            assert presend.is_valid(name, form, pack=pack) is (not errors), (name, payload)
            if not errors and payload is not None:  # which no class takes by itself
                assert alike(presend.validate(name, form, pack=pack), model.validate_python(payload)), (name, payload)


FUNCTION = b'{"type":"function","function":%b,"function":{"name":"a"}}'
HIDDEN: list[tuple[bytes, bool]] = [  # a value whose name comes again → whether the text can be sent
    (b"1e999", True),
    (b"[-1e999, {}]", True),
    (b"9" * 5000, True),
    (b'{"a": [null, "b"]}', True),
    (b'"\xff"', False),
    (b'{"\xff": 1}', False),
    (b'"\xed\xa0\x80"', False),
    (b'"\\ud800"', False),
    (b'"\\udc00"', False),
    (b'"\\q"', False),
    (b'"\x01"', False),
    (b"NaN", False),
    (b"01", False),
    (b"[1,]", False),
    (b"[" * 5000 + b"]" * 5000, False),
]


@pytest.mark.parametrize(("hidden", "can_be_sent"), HIDDEN)
@pytest.mark.parametrize(
    ("target", "text"),
    [
        ("CreateModerationRequest", b'{"input":%b,"input":"a"}'),
        ("CreateRunRequest", b'{"assistant_id":"a","response_format":%b,"response_format":"auto"}'),
        ("CreateRunRequest", b'{"assistant_id":"a","tools":[%b]}' % FUNCTION),
    ],
)
def test_of_a_name_that_comes_twice_the_last_value_counts(
    target: str, text: bytes, hidden: bytes, *, can_be_sent: bool
) -> None:
    payload = text % hidden
    errors = [one.rule for one in presend.check(target, payload) if one.severity == "error"]
    assert errors == [] if can_be_sent else errors[0].startswith("json.")
    assert presend.is_valid(target, payload) is can_be_sent


@given(st.text(st.sampled_from('{}[]",:\\ud8eE+-.019 \ntrfalsnN'), max_size=8) | st.binary(max_size=8))
def test_of_a_name_that_comes_twice_no_value_is_taken_unread(hidden: str | bytes) -> None:
    part = hidden.encode() if isinstance(hidden, str) else hidden
    payload = b'{"input":%b,"input":"a"}' % part
    assert presend.is_valid("CreateModerationRequest", payload) is not any(
        one.severity == "error" for one in presend.check("CreateModerationRequest", payload)
    )


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


@pytest.mark.parametrize("levels", [30, 99, 100, 101, 150, 260, 420, 890])
def test_a_schema_that_holds_itself_has_an_answer_at_any_depth(levels: int, tmp_path: Path) -> None:
    tree = {"anyOf": [{"type": "string"}, {"type": "array", "items": {"$ref": "#/components/schemas/Tree"}}]}
    chain = {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Chain"}}}
    _, pack = generate(spec({"Tree": tree, "Chain": chain}), tmp_path)
    nested: Any = "leaf"
    linked: Any = {}
    for _ in range(levels):
        nested, linked = [nested], {"next": linked}
    for target, payload in (("Tree", nested), ("Chain", linked["next"])):
        assert not find_pack(pack).node(target).is_forked
        for form in (payload, json.dumps(payload)):
            errors = [one.rule for one in presend.check(target, form, pack=pack) if one.severity == "error"]
            assert errors == ([] if levels <= FOLLOWED else ["json.too-deep"])
            assert presend.is_valid(target, form, pack=pack) is (not errors)
            assert takes(target, form, pack) is (not errors)


def test_a_class_keeps_its_checks_wherever_it_is_referred_to(tmp_path: Path) -> None:
    least = {"$ref": "#/components/schemas/Least"}
    both = {"type": "object", "properties": {"m": least, "n": least, "many": {"type": "array", "items": least}}}
    _, pack = generate(spec({"Least": LEAST, "Both": both}), tmp_path)
    wrong: list[Any] = [{"m": {}}, {"n": {}}, {"many": [{}]}, {"m": {"c": 1}, "n": {}}]
    for payload in wrong:
        assert presend.check("Both", payload, pack=pack)
        assert not presend.is_valid("Both", payload, pack=pack)
        assert not takes("Both", payload, pack)
    assert takes("Both", {"m": {"c": 1}, "n": {"c": 1}, "many": [{"c": 1}]}, pack)


def test_what_is_used_twice_at_each_of_many_levels_costs_no_more_than_its_size(tmp_path: Path) -> None:
    schemas: dict[str, Any] = {"S30": {"type": "object", "properties": {"a": {"type": "string"}}}, "U30": LEAST}
    for number in range(30):
        below = {"$ref": f"#/components/schemas/S{number + 1}"}
        schemas[f"S{number}"] = {"type": "object", "properties": {"a": below, "b": below}}
        below = {"$ref": f"#/components/schemas/U{number + 1}"}
        schemas[f"U{number}"] = {
            "anyOf": [{"type": "array", "items": below}, {**STRINGS, "additionalProperties": below}]
        }
    _, pack = generate(spec(schemas), tmp_path)
    payloads: dict[str, Any] = {"S0": {"a": {"b": {}}}, "U0": [{"a": []}]}
    for target, payload in payloads.items():
        for form in (payload, json.dumps(payload)):
            assert presend.is_valid(target, form, pack=pack)
            assert takes(target, form, pack)


def test_branches_that_hold_one_another_are_tried_once(tmp_path: Path) -> None:
    tree = {"$ref": "#/components/schemas/Tree"}
    branches = [
        {"type": "object", "properties": {"c": tree, name: {"type": "integer"}}, "required": [name]} for name in "pq"
    ]
    _, pack = generate(spec({"Tree": {"anyOf": branches}}), tmp_path)
    payload: Any = {"q": 1}
    for _ in range(50):
        payload = {"c": payload, "q": 1}
    assert presend.check("Tree", payload, pack=pack) == ()
    assert presend.is_valid("Tree", payload, pack=pack)


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


@pytest.mark.parametrize("leaf", [{"some": "x"}, {"some": "x", "n": 2.0}, {"some": 1}, {}])
def test_a_union_that_no_tag_tells_apart_is_built_level_by_level(leaf: Any, tmp_path: Path) -> None:
    kids = {"type": "array", "items": {"$ref": "#/components/schemas/Either"}}
    texts, whole = {"type": "string"}, {"type": "integer"}
    schemas = {
        "Every": {"type": "object", "required": ["every"], "properties": {"every": texts, "kids": kids}},
        "Some": {"type": "object", "required": ["some"], "properties": {"some": texts, "n": whole, "kids": kids}},
        "Either": {"anyOf": [{"$ref": "#/components/schemas/Every"}, {"$ref": "#/components/schemas/Some"}]},
        "Top": {
            "type": "object",
            "properties": {"kids": kids, "named": {"type": "object", "additionalProperties": kids}},
        },
    }
    _, pack = generate(spec(schemas), tmp_path)
    models = find_pack(pack)

    def tree(levels: int) -> dict[str, Any]:
        either = leaf
        for _ in range(levels):
            either = {"some": "x", "n": 1.0, "unknown": [1.0], "kids": [either]}
        return {"kids": [either], "named": {"a": [either]}}

    assert models.node("Top").is_forked
    right = leaf.get("some") == "x"
    for levels in (2, 4, 45):  # by trying each branch anew at each level, 45 would take years
        assert takes("Top", tree(levels), pack) is right
        assert takes("Top", json.dumps(tree(levels)), pack) is right
        assert presend.is_valid("Top", tree(levels), pack=pack) is right
    if right:
        assert repr(presend.validate("Top", tree(4), pack=pack)) == repr(models.model("Top").model_validate(tree(4)))


@pytest.mark.parametrize("closed", [{}, {"additionalProperties": False}])
def test_what_is_built_without_the_model_is_what_the_model_builds(closed: dict[str, Any], tmp_path: Path) -> None:
    tree = {"$ref": "#/components/schemas/Tree"}
    names = ("class", "cls", "_fields_set", "self", "model_config")
    schemas = {
        "Tree": {"type": "object", "properties": {"kid": {"anyOf": [tree, {"type": "array", "items": tree}]}}},
        "Named": {
            "type": "object",
            "properties": {name: {"$ref": "#/components/schemas/Part"} for name in names},
            **closed,
        },
        "Part": {"type": "object", "properties": {"size": {"type": "integer"}}},
        "Top": {"type": "object", "properties": {"tree": tree, "named": {"$ref": "#/components/schemas/Named"}}},
    }
    _, pack = generate(spec(schemas), tmp_path)
    payload = {"named": {name: {"size": number} for number, name in enumerate(names)}, "tree": {"kid": [{}]}}
    built = presend.validate("Top", payload, pack=pack)  # first, while the classes are not yet built
    made = find_pack(pack).model("Top").model_validate(payload)
    assert (repr(built), built) == (repr(made), made)
    assert built.model_dump(exclude_unset=True) == payload
    assert presend.is_valid("Named", {"cls": {"size": "1"}}, pack=pack, ignore=["schema.type"])
    assert presend.validate("Named", {"cls": {"size": "1"}}, pack=pack, ignore=["schema.type"]) is not None
