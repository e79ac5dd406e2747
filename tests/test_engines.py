"""What mutants of the walk, the compiler and the proofs once got wrong while no other test failed (`make mutants`).

Each case is a schema and values, with what all faces have to say of each: pointer, rule and code of every problem.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

import presend
from tests.specs import generate, spec

if TYPE_CHECKING:
    from pathlib import Path

WHOLE, TEXT = {"type": "integer"}, {"type": "string"}


def obj(**members: Any) -> dict[str, Any]:
    return {"type": "object", "properties": members}


FoundProblems = list[tuple[str, str, str]]
CASES: dict[str, tuple[dict[str, Any], list[tuple[Any, FoundProblems]]]] = {  # about → schema; value, its problems
    "a bound of an integer that is written as a decimal": (
        obj(n={**WHOLE, "minimum": 5.0}),
        [({"n": 5}, []), ({"n": 4}, [("/n", "schema.minimum", "integer_below_min_value")])],
    ),
    "a bound of an integer that is a decimal": (
        obj(n={**WHOLE, "minimum": 0.5, "exclusiveMaximum": 2.5}),
        [
            ({"n": 0}, [("/n", "schema.minimum", "decimal_below_min_value")]),
            ({"n": 1}, []),
            ({"n": 2}, []),
            ({"n": 3}, [("/n", "schema.exclusiveMaximum", "decimal_above_max_value")]),
        ],
    ),
    "a bound of an integer beyond 64 bits": (
        obj(n={**WHOLE, "minimum": -(2**63) - 1, "maximum": 2**64}),
        [
            ({"n": 2**64}, []),
            ({"n": -(2**63) - 1}, []),
            ({"n": 2**64 + 1}, [("/n", "schema.maximum", "integer_above_max_value")]),
            ({"n": -(2**63) - 2}, [("/n", "schema.minimum", "integer_below_min_value")]),
        ],
    ),
    "members beside a union": (
        {**obj(a=WHOLE), "anyOf": [obj(b=WHOLE), obj(c=WHOLE)]},
        [
            ({"a": 1, "b": 1}, []),
            ({"a": 1, "z": 1}, [("/z", "unknown-key", "unknown_parameter")]),
            ({"a": "x", "b": 1}, [("/a", "schema.type", "invalid_type")]),
        ],
    ),
}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    schemas = {f"Case{number}": schema for number, (schema, _) in enumerate(CASES.values())}
    result, name = generate(spec(schemas), tmp_path_factory.mktemp("engines"))
    assert result.exit_code == 0, result.output
    return name


@pytest.mark.parametrize("about", CASES)
def test_every_face_has_the_verdict_and_check_the_problems(about: str, pack: str) -> None:
    target = f"Case{[*CASES].index(about)}"
    for value, told in CASES[about][1]:
        for payload in (value, json.dumps(value)):
            problems = presend.check(target, payload, pack=pack)
            assert [(one.pointer, one.rule, one.code) for one in problems] == told, value
            is_right = all(one.severity != "error" for one in problems)
            assert presend.is_valid(target, payload, pack=pack) is is_right, value
            if is_right:
                assert presend.validate(target, payload, pack=pack) is not None
            else:
                with pytest.raises(presend.InvalidPayload) as caught:
                    presend.validate(target, payload, pack=pack)
                assert caught.value.problems == tuple(one for one in problems if one.severity == "error")


def test_unknown_members_below_a_chat_completion_are_no_warnings() -> None:
    """The API takes them there, and the spec's overlay says so."""
    chat = {"model": "my-model", "messages": [{"role": "user", "content": "x", "new": 1}]}
    assert presend.check("POST /chat/completions", chat) == ()
    assert [one.pointer for one in presend.check("POST /chat/completions", {**chat, "new": 1})] == ["/new"]


COUNTED = {"type": "object", "additionalProperties": WHOLE}
MESSAGES: dict[str, tuple[dict[str, Any], Any, str]] = {  # about → schema, value, the end of its only message
    "a text of 64 code points is quoted, a longer one is not": (
        obj(e={**TEXT, "enum": ["a" * 64, "b" * 65]}),
        {"e": "c"},
        f"Supported values are: '{'a' * 64}' and a string with length 65.",
    ),
    "one property too few": (
        {**COUNTED, "minProperties": 2},
        {"a": 1},
        "at least 2 properties, but got an object with 1 property.",
    ),
    "no property": ({**COUNTED, "minProperties": 1}, {}, "at least 1 property, but got an object with 0 properties."),
}


@pytest.mark.parametrize("about", MESSAGES)
def test_a_message_counts_and_quotes(about: str, tmp_path: Path) -> None:
    schema, value, end = MESSAGES[about]
    result, name = generate(spec({"Root": schema}), tmp_path)
    assert result.exit_code == 0, result.output
    (problem,) = presend.check("Root", value, pack=name)
    assert problem.message.endswith(end)


@pytest.mark.parametrize("count", [11, 12, 13])
def test_twelve_targets_are_named_where_none_is_near(count: int, tmp_path: Path) -> None:
    names = [f"Name{number:02}" for number in range(count)]
    result, pack = generate(spec(dict.fromkeys(names, obj())), tmp_path)
    assert result.exit_code == 0, result.output
    with pytest.raises(LookupError) as caught:
        presend.check("zzz", {}, pack=pack)
    known = ", ".join(names[:12]) + (", …" if count > 12 else "")
    assert str(caught.value).endswith(f"Known targets: {known}.")
