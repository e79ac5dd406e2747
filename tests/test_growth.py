"""The cost of a check grows linearly with the payload, for any payload: counted in calls, not in time."""

from __future__ import annotations

import contextlib
import cProfile
import json
from typing import TYPE_CHECKING, Any

import pytest

import presend
from tests.specs import generate, spec

if TYPE_CHECKING:
    from collections.abc import Callable

FEW, MANY = 1_000, 1_500  # both past where quick ways give up, such as at 900 brackets
SLACK = 1.1  # times as many calls for each part; a square is at one and a half
LEAST = 10  # calls for each part; a way in C takes next to none, and the next best one some

REF = "#/components/schemas/"
RECORD = {"type": "object", "properties": {"a": {"type": "string"}, "b": {"type": "integer"}}}
OTHER = {"type": "object", "properties": {"c": {"type": "string"}}, "required": ["c"]}
SCHEMAS: dict[str, Any] = {
    "Composed": {"allOf": [RECORD, OTHER]},
    "Either": {"anyOf": [RECORD, OTHER], "properties": {"d": {"type": "string"}}},
    "Exclusive": {"oneOf": [RECORD, OTHER]},
    "Closed": {"allOf": [RECORD, OTHER], "unevaluatedProperties": False},
    "Conditional": {**RECORD, "if": {"required": ["a"]}, "then": {"required": ["b"]}},
    "Named": {"type": "object", "patternProperties": {"^x": {"type": "string"}}, "propertyNames": {"maxLength": 2}},
    "Unique": {"type": "array", "uniqueItems": True},
    "Containing": {"type": "array", "contains": {"const": "y"}, "maxContains": 1},
    "Tuple": {"type": "array", "prefixItems": [{"type": "string"}], "unevaluatedItems": {"type": "boolean"}},
    "Tree": {"type": "object", "properties": {"kids": {"type": "array", "items": {"$ref": f"{REF}Tree"}}}},
    "Values": {"type": "array", "items": {"anyOf": [{"$ref": f"{REF}{name}"} for name in ("Composed", "Tree")]}},
}


def members(number: int, value: Any = 1) -> dict[str, Any]:
    return {f"x{at}": value for at in range(number)}


def items(number: int) -> list[dict[str, Any]]:
    return [{f"x{at}": at} for at in range(number)]


def run(**others: Any) -> dict[str, Any]:
    return {"assistant_id": "asst_1", **others}


def function(schema: Any) -> dict[str, Any]:
    return run(tools=[{"type": "function", "function": {"name": "f", "parameters": schema, "strict": True}}])


def numbered(number: int) -> dict[str, Any]:
    """Return definitions that each refer to the next."""
    following = {f"d{at}": {"type": "array", "items": {"$ref": f"#/$defs/d{at + 1}"}} for at in range(number)}
    return {"$ref": "#/$defs/d0", "$defs": {**following, f"d{number}": {"type": "string"}}}


OWN: list[tuple[str, str, Callable[[int], Any]]] = [
    (target, f"{target}, {word}", make)
    for target in SCHEMAS
    for word, make in (("members", members), ("items", items), ("same items", lambda number: [1] * number))
]
BUILT_IN: list[tuple[str, str, Callable[[int], Any]]] = [
    ("CreateRunRequest", "unknown members", members),
    ("CreateRunRequest", "metadata", lambda n: run(metadata=members(n, "v"))),
    ("CreateRunRequest", "metadata of numbers", lambda n: run(metadata=members(n))),
    ("CreateRunRequest", "tools", lambda n: run(tools=[{"type": "code_interpreter"}] * n)),
    ("CreateRunRequest", "tools of no type", lambda n: run(tools=items(n))),
    ("CreateRunRequest", "messages", lambda n: run(additional_messages=[{"role": "user", "content": "a"}] * n)),
    ("CreateRunRequest", "wrong messages", lambda n: run(additional_messages=items(n))),
    ("CreateRunRequest", "properties", lambda n: function({"type": "object", "properties": members(n, {})})),
    ("CreateRunRequest", "required", lambda n: function({"type": "object", "required": [*members(n)]})),
    ("CreateRunRequest", "anyOf", lambda n: function({"anyOf": items(n)})),
    ("CreateRunRequest", "values", lambda n: function({"enum": [*range(n)]})),
    ("CreateRunRequest", "references", lambda n: function(numbered(n))),
    ("CreateMessageRequest", "parts", lambda n: {"role": "user", "content": [{"type": "text", "text": "a"}] * n}),
    ("CreateMessageRequest", "wrong parts", lambda n: {"role": "user", "content": items(n)}),
    ("CreateMessageRequest", "attachments", lambda n: {"role": "user", "content": "a", "attachments": items(n)}),
    ("CreateModerationRequest", "texts", lambda n: {"input": ["a"] * n}),
    ("CreateModerationRequest", "wrong parts", lambda n: {"input": items(n)}),
    ("CreateModerationResponse", "results", lambda n: {"id": "a", "model": "b", "results": items(n)}),
]
FORMS: tuple[Callable[[Any], Any], ...] = (json.dumps, lambda payload: payload)
FACES: dict[str, Callable[..., Any]] = {
    "check": presend.check,
    "is_valid": presend.is_valid,
    "validate": presend.validate,
}


def calls(face: Callable[..., Any], target: str, payload: Any, pack: str | None) -> int:
    """Return how many calls a verdict takes, those of functions in C and each step of a generator with them."""
    profile = cProfile.Profile(subcalls=False)  # counts in C: a function of ours would cost more than the verdict
    with contextlib.suppress(presend.InvalidPayload), profile:
        face(target, payload, pack=pack)
    return sum(entry.callcount for entry in profile.getstats())


def grows_no_faster(face: Callable[..., Any], target: str, make: Callable[[int], Any], pack: str | None) -> None:
    for more, form in enumerate(FORMS):  # no payload twice, or it may be remembered
        calls(face, target, form(make(2)), pack)  # what is made once is made before
        few, many = (calls(face, target, form(make(number + more)), pack) for number in (FEW, MANY))
        assert many <= max(few / FEW, LEAST) * MANY * SLACK, f"{few} calls for {FEW} parts, {many} for {MANY}"


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    result, name = generate(spec(SCHEMAS), tmp_path_factory.mktemp("growth"))
    assert result.exit_code == 0, result.output
    return name


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(("target", "make"), [row[::2] for row in BUILT_IN], ids=[f"{a}, {b}" for a, b, _ in BUILT_IN])
def test_checking_built_in_schemas_takes_linear_time(face: str, target: str, make: Callable[[int], Any]) -> None:
    grows_no_faster(FACES[face], target, make, None)


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize(("target", "make"), [row[::2] for row in OWN], ids=[about for _, about, _ in OWN])
def test_checking_schemas_of_users_takes_linear_time(
    pack: str, face: str, target: str, make: Callable[[int], Any]
) -> None:
    grows_no_faster(FACES[face], target, make, pack)
