"""Each requirement on strict schemas, at each place that has a schema: one violation, one valid twin."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import presend
from presend.structured.requirements import REQUIREMENTS
from presend.structured.soundness import is_proven_sound
from tests.amount import in_full

if TYPE_CHECKING:
    from collections.abc import Callable

ROWS = json.loads((Path(__file__).parent / "strict_schemas.json").read_text("utf-8"))
CHAT = {"model": "gpt-5.4", "messages": [{"role": "user", "content": "Hello"}]}
RESPONSE = {"model": "gpt-5.4", "input": "Hello"}
SUBSET, UNSUPPORTED = "strict.schema-subset", "strict.unsupported"


def chat_function(schema: Any, strict: object) -> Any:
    return {**CHAT, "tools": [{"type": "function", "function": {"name": "f", "parameters": schema, "strict": strict}}]}


def chat_format(schema: Any, strict: object) -> Any:
    form = {"name": "f", "schema": schema, "strict": strict}
    return {**CHAT, "response_format": {"type": "json_schema", "json_schema": form}}


def response_function(schema: Any, strict: object) -> Any:
    return {**RESPONSE, "tools": [{"type": "function", "name": "f", "parameters": schema, "strict": strict}]}


def response_format(schema: Any, strict: object) -> Any:
    form = {"type": "json_schema", "name": "f", "schema": schema, "strict": strict}
    return {**RESPONSE, "text": {"format": form}}


def run_function(schema: Any, strict: object) -> Any:
    return {"assistant_id": "asst_1", "tools": chat_function(schema, strict)["tools"]}


def run_format(schema: Any, strict: object) -> Any:
    return {"assistant_id": "asst_1", "response_format": chat_format(schema, strict)["response_format"]}


# Name → what is checked, the payload of a schema, the schema's pointer, the ids of the kind's own rules.
PLACES: dict[str, tuple[str, Callable[[Any, object], Any], str, dict[str, str]]] = {
    "chat function": ("POST /chat/completions", chat_function, "/tools/0/function/parameters", {}),
    "chat format": (
        "POST /chat/completions",
        chat_format,
        "/response_format/json_schema/schema",
        {
            "closed": f"response-format.json-schema.{SUBSET}",
            "required": f"response-format.json-schema.{SUBSET}",
            "unsupported": f"response-format.json-schema.{UNSUPPORTED}",
        },
    ),
    "response function": (
        "POST /responses",
        response_function,
        "/tools/0/parameters",
        {"closed": f"tool.function.{SUBSET}", "required": f"tool.function.{SUBSET}"},
    ),
    "response format": (
        "POST /responses",
        response_format,
        "/text/format/schema",
        {
            "closed": f"response.text.json-schema.{SUBSET}",
            "required": f"response.text.json-schema.{SUBSET}",
            "unsupported": f"response-format.json-schema.{UNSUPPORTED}",
        },
    ),
    "run function": (
        "CreateRunRequest",
        run_function,
        "/tools/0/function/parameters",
        {"array-items": "observed.strict.array-items"},
    ),
    "run format": (
        "CreateRunRequest",
        run_format,
        "/response_format/json_schema/schema",
        {
            "closed": f"response-format.json-schema.{SUBSET}",
            "required": f"response-format.json-schema.{SUBSET}",
            "unsupported": f"response-format.json-schema.{UNSUPPORTED}",
        },
    ),
}
OF_FUNCTIONS = {
    "closed": f"function.{SUBSET}",
    "required": f"function.{SUBSET}",
    "unsupported": f"function.{UNSUPPORTED}",
    "array-items": "observed.function.parameters.array-items",
}
IDS = {name: one.id for name, one in REQUIREMENTS.items()}


def closed(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": [*properties], "additionalProperties": False}


def expand(schema: Any) -> Any:
    """Return a schema with its markers replaced: `$closed` objects, and those too large to write down."""
    match schema:
        case {"$closed": dict(members), **others}:
            return {**closed({name: expand(sub) for name, sub in members.items()}), **expand(others)}
        case {"$nested": int(levels)}:
            return {"type": "string"} if levels == 0 else closed({"k": expand({"$nested": levels - 1})})
        case {"$nested_in_unions": int(levels)}:
            union = {"anyOf": [expand({"$nested_in_unions": levels - 1}), {"type": "null"}]} if levels else {}
            return closed({"k": union}) if levels else {"type": "string"}
        case {"$named": [int(count), int(length)]}:
            return closed({f"{number:0{length}}": {"type": "string"} for number in range(count)})
        case {"$names": [int(count), int(length)]}:
            return {f"{number:0{length}}": {"type": "string"} for number in range(count)}
        case {"$enums": [int(count), int(values), int(length), *more]}:
            enum = {"type": "string", "enum": [f"{number:0{length}}" for number in range(values)] + more}
            return closed({f"p{number}": enum for number in range(count)})
        case dict():
            return {name: expand(sub) for name, sub in schema.items()}
        case list():
            return [expand(item) for item in schema]
    return schema


def whole(row: dict[str, Any], name: str) -> tuple[Any, str]:
    """Return the whole schema of a row and the pointer to its part; most parts are a property of an object."""
    schema = expand(row[name])
    if row.get("whole"):
        return schema, ""
    word = "definitions" if "definitions" in json.dumps(schema) else "$defs"
    definitions = {"d": {"type": "string"}, "e/f": {"type": "string"}}
    return {**closed({"a": schema, "b": {"type": "string"}}), word: definitions}, "/properties/a"


def rows_at_places() -> list[Any]:
    return [
        pytest.param(row, place, id=f"{number}: {row['requirement']} of a {place}")
        for number, row in enumerate(ROWS)
        for place in PLACES
        if row.get("only", "") in place
    ]


@pytest.mark.parametrize(("row", "place"), rows_at_places())
def test_each_requirement_is_reported_at_each_place(row: dict[str, Any], place: str) -> None:
    target, payload_of, pointer, own = PLACES[place]
    requirement = row["requirement"]
    ids = {**IDS, **(OF_FUNCTIONS if "function" in place else {}), **own}
    schema, within = whole(row, "violates")
    found = presend.check(target, payload_of(schema, True), ignore=["model.retiring", "model.retired"])
    told = [problem for problem in found if problem.rule == ids[requirement]]
    assert [problem.pointer for problem in told] == [f"{pointer}{within}{row['at']}"]
    assert row.get("says", "") in told[0].message
    assert requirement not in REQUIREMENTS or told[0].severity == REQUIREMENTS[requirement].severity
    others = {problem.rule for problem in found if problem.severity == "error"} - {ids[requirement]}
    assert others <= ({ids["typed"]} if requirement in {"one-of", "root"} else set())
    assert presend.is_valid(target, payload_of(schema, True)) == (told[0].severity != "error" and not others)


@pytest.mark.parametrize(("row", "place"), rows_at_places())
def test_its_twin_passes_at_each_place(row: dict[str, Any], place: str) -> None:
    target, payload_of, pointer, _ = PLACES[place]
    schema, _ = whole(row, "passes")
    found = presend.check(target, payload_of(schema, True), ignore=["model.retiring", "model.retired"])
    assert [problem for problem in found if problem.pointer.startswith(pointer)] == []
    assert presend.is_valid(target, payload_of(schema, True))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["requirement"])
@pytest.mark.parametrize("strict", [False, None])
def test_without_strict_only_the_requirements_on_every_function_apply(row: dict[str, Any], strict: Any) -> None:
    schema, _ = whole(row, "violates")
    for place in ("chat format", "response format"):
        target, payload_of, _, _ = PLACES[place]
        assert presend.is_valid(target, payload_of(schema, strict))
    target, payload_of, _, _ = PLACES["response function"]
    found = presend.check(target, payload_of(schema, strict), ignore=["model.retiring", "model.retired"])
    assert {problem.rule for problem in found if problem.severity == "error"} <= {
        "observed.function.parameters.root",
        "observed.function.parameters.array-items",
    }


def test_each_requirement_has_a_row() -> None:
    assert {row["requirement"] for row in ROWS} == {*REQUIREMENTS, "closed", "required", "unsupported"}


def test_faults_of_one_schema_are_reported_by_their_place() -> None:
    schema = {"type": "object", "properties": {}, "maxLength": "a", "description": 1}
    found = presend.check("FunctionObject", {"name": "f", "parameters": schema})
    assert [problem.pointer for problem in found] == ["/parameters/description", "/parameters/maxLength"]


WORDS = (
    "type properties required additionalProperties $defs items minItems maxItems title description enum format "
    "default minimum anyOf $ref const pattern oneOf uniqueItems"
).split()
LEAVES = st.sampled_from(
    ["string", "object", "array", "null", "a", "b", "date", "uri", "#", "#/$defs/a", "a\nb", 1, 0.5, True]
)
SMALL = st.recursive(
    LEAVES | st.none() | st.just(False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*WORDS, "a", "b"]), inner, max_size=5),
    max_leaves=10,
)
SOUND = st.recursive(
    st.sampled_from(
        [
            {"type": "string"},
            {"type": ["string", "null"], "description": "d"},
            {"type": "string", "enum": ["a", "b"]},
            {"$ref": "#/$defs/a"},
            {"type": "integer", "minimum": 1},
        ]
    ),
    lambda inner: (
        st.builds(lambda items: {"type": "array", "items": items}, inner)
        | st.builds(lambda branches: {"anyOf": branches}, st.lists(inner, min_size=1, max_size=3))
        | st.builds(closed, st.dictionaries(st.sampled_from("abcd"), inner, min_size=1, max_size=3))
    ),
    max_leaves=8,
)


def spoilt(schema: Any, place: int, word: str, value: Any) -> Any:
    """Return `schema` with one member of one schema inside it replaced or added."""
    copy = json.loads(json.dumps(schema))
    nodes, waiting = [], [copy]
    while waiting:
        node = waiting.pop()
        if isinstance(node, dict):
            nodes.append(node)
        waiting.extend(node.values() if isinstance(node, dict) else node if isinstance(node, list) else ())
    nodes[place % len(nodes)][word] = value
    return copy


@settings(max_examples=in_full(400))
@given(SOUND, st.integers(0, 30), st.sampled_from(WORDS), SMALL, st.booleans(), st.booleans())
def test_a_schema_that_is_proven_sound_has_no_fault(  # noqa: PLR0913, PLR0917 - what is drawn
    schema: Any, place: int, word: str, value: Any, strict: bool, is_spoilt: bool
) -> None:
    root = {**closed({"x": schema}), "$defs": {"a": {"type": "string"}}}
    drawn = spoilt(root, place, word, value) if is_spoilt else root
    function = {"name": "f", "parameters": drawn, "strict": strict}
    in_full = {**drawn, "x-unknown": 1}  # which no proof takes, so that it is looked at in full
    found = presend.check("FunctionObject", function)
    assert found == presend.check("FunctionObject", {**function, "parameters": in_full})
    assert found == () or is_spoilt
    assert is_proven_sound(drawn, strict=strict, is_function=True) or is_spoilt  # else the fast path would be none


def _object(**members: Any) -> Any:
    return {"type": "object", "properties": members, "required": [*members], "additionalProperties": False}


NEAR_THE_PROOF = {  # just outside what the quick proof covers → pointer below the parameters, and the rule
    "a keyword beside anyOf": (
        _object(a={"anyOf": [{"type": "string"}, {"type": "null"}], "not": {"type": "integer"}, "description": "x"}),
        ("/properties/a/not", "function.strict.unsupported"),
    ),
    "a description of anyOf that is not a string": (
        _object(a={"anyOf": [{"type": "string"}], "description": 5}),
        ("/properties/a/description", "function.parameters.is-json-schema"),
    ),
    "a description of an array that is not a string": (
        _object(a={"type": "array", "items": {"type": "string"}, "maxItems": 2, "description": 5}),
        ("/properties/a/description", "function.parameters.is-json-schema"),
    ),
    "a minItems that is not a count": (
        _object(a={"type": "array", "items": {"type": "string"}, "minItems": "1", "maxItems": 2}),
        ("/properties/a/minItems", "function.parameters.is-json-schema"),
    ),
    "a required name twice, in place of another": (
        {**_object(a={"type": "string"}, b={"type": "string"}), "required": ["a", "a"]},
        ("/required", "function.strict.schema-subset"),
    ),
    "a type twice": (
        _object(a={"type": ["string", "string"]}),
        ("/properties/a/type", "function.parameters.is-json-schema"),
    ),
    "a third keyword beside type and description": (
        _object(a={"type": "string", "description": "x", "not": {}}),
        ("/properties/a/not", "function.strict.unsupported"),
    ),
    "a description that is not a string": (
        _object(a={"type": "string", "description": 5}),
        ("/properties/a/description", "function.parameters.is-json-schema"),
    ),
    "a bound that is a boolean": (
        _object(a={"type": "number", "minimum": 1.5, "maximum": True}),
        ("/properties/a/maximum", "function.parameters.is-json-schema"),
    ),
    "a bound that is not a number": (
        _object(a={"type": "number", "minimum": "1"}),
        ("/properties/a/minimum", "function.parameters.is-json-schema"),
    ),
}


@pytest.mark.parametrize("name", NEAR_THE_PROOF)
def test_a_schema_just_outside_the_quick_proof_is_checked_in_full(name: str) -> None:
    schema, expected = NEAR_THE_PROOF[name]
    tool = {"type": "function", "function": {"name": "f", "strict": True, "parameters": schema}}
    request = {"model": "gpt-4o", "messages": [{"role": "user", "content": "x"}], "tools": [tool]}
    start = "/tools/0/function/parameters"
    problems = presend.check("POST /chat/completions", request)
    assert expected in [(problem.pointer.removeprefix(start), problem.rule) for problem in problems]
