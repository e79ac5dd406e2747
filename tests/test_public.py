"""The public names of presend, the cost of importing it, and the text of its errors."""

from __future__ import annotations

import dataclasses
import inspect
import json
import pickle
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import presend
from presend.problems import Finding, printable
from tests.made_packs import make_pack
from tests.png_files import RGB, png

HEAVY = ("pydantic", "pydantic_core", "yaml", "click", "jsonschema_rs", "presend.openai.models", "dataclasses")


def test_public_names_are_listed_sorted_and_there() -> None:
    assert presend.__all__ == sorted(presend.__all__)
    assert all(getattr(presend, name) is not None for name in presend.__all__)
    assert set(presend.__all__) <= set(dir(presend))
    with pytest.raises(AttributeError, match="chek"):
        _ = presend.chek  # type: ignore[attr-defined]


def test_importing_presend_imports_nothing_heavy() -> None:
    code = f"import sys; loaded = set(sys.modules); import presend; print({{*{HEAVY}}} & sys.modules.keys() - loaded)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_check_stays_a_function_whatever_was_imported() -> None:
    code = "import presend.cli.program, presend.api, presend; print(presend.check('Metadata', {}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "()"


def test_problems_and_their_error_survive_pickling_and_read_well() -> None:
    with pytest.raises(presend.InvalidPayload) as caught:
        presend.validate("POST /v1/threads/thread_1/runs?x=1", {"temperature": 3})
    error = pickle.loads(pickle.dumps(caught.value))
    assert error.problems == caught.value.problems
    assert str(error) == (
        "POST /v1/threads/thread_1/runs?x=1: 2 problems\n"
        "  /assistant_id: Missing required parameter: 'assistant_id'.\n"
        "  /temperature: Invalid 'temperature': decimal above maximum value. Expected a value <= 2, but got 3."
    )
    assert error.problems[0].as_openai_error() == {
        "error": {
            "message": "Missing required parameter: 'assistant_id'.",
            "type": "invalid_request_error",
            "param": "assistant_id",
            "code": "missing_required_parameter",
        }
    }


@pytest.mark.parametrize(("count", "said"), [(0, "0 problems"), (1, "1 problem"), (2, "2 problems")])
def test_an_error_says_how_many_problems_there_are(count: int, said: str) -> None:
    problem = presend.Problem("/a", "a", "schema.type", "error", "schema", "Wrong.", "invalid_type", "#")
    error = presend.InvalidPayload("Target", [problem] * count)
    assert str(error).splitlines() == [f"Target: {said}", *["  /a: Wrong."] * count]


def test_a_problem_cannot_be_changed() -> None:
    problem: Any = presend.check("CreateRunRequest", {})[0]
    finding: Any = Finding("")
    for value, error in ((problem, dataclasses.FrozenInstanceError), (finding, AttributeError)):
        with pytest.raises(error):
            value.message = ""
        assert not hasattr(value, "__dict__")


def test_control_characters_are_escaped() -> None:
    assert printable("a\x1b[2Jb é\n\u202e\ud800") == "a\\x1b[2Jb é\\n\\u202e\\ud800"


@pytest.mark.parametrize("face", [presend.check, presend.validate, presend.is_valid])
def test_switches_are_named(face: Any) -> None:
    with pytest.raises(TypeError, match="positional"):
        face("Metadata", {}, None)


@pytest.mark.parametrize("face", [presend.check, presend.validate, presend.is_valid])
@pytest.mark.parametrize("switch", ["enable", "ignore"])
def test_a_single_id_is_no_collection_of_ids(face: Any, switch: str) -> None:
    with pytest.raises(TypeError, match="single str"):
        face("Metadata", {}, **{switch: "unknown-key"})


def test_a_form_is_read_before_it_is_held_against_its_schema(tmp_path: Path) -> None:
    tags = {"type": "array", "items": {"type": "string"}, "maxItems": 1}
    pack = make_pack(tmp_path, {"Root": {"type": "object", "properties": {"tags": tags}, "additionalProperties": True}})
    fields = {"tags[]": ["a", "b"]}  # as they stand, a member of another name
    assert presend.check("Root", fields, pack=pack) == ()
    assert [problem.pointer for problem in presend.check("Root", fields, pack=pack, form=True)] == ["/tags"]
    assert not presend.is_valid("Root", fields, pack=pack, form=True)


def test_a_form_brings_numbers_as_text() -> None:
    form = {"image": ("a.png", png(colour=RGB), "image/png"), "n": "2"}
    model: Any = presend.validate("CreateImageVariationRequest", form, form=True)
    assert model.n == 2
    with pytest.raises(presend.InvalidPayload):
        presend.validate("CreateImageVariationRequest", form, strict=True)


def test_an_unreadable_payload_is_reported_whatever_is_ignored() -> None:
    ignored = ["json.malformed", "json.non-finite-number"]
    for text in ("{", '{"assistant_id": "a", "temperature": NaN}'):
        assert [problem.rule for problem in presend.check("CreateRunRequest", text, ignore=ignored)] == [
            problem.rule for problem in presend.check("CreateRunRequest", text)
        ]
        assert not presend.is_valid("CreateRunRequest", text, ignore=ignored)
    twice = '{"assistant_id": "a", "assistant_id": "b"}'
    assert presend.check("CreateRunRequest", twice, ignore=["json.duplicate-key"]) == ()


def test_a_payload_that_contains_itself_is_too_deep() -> None:
    loop: dict[str, Any] = {}
    loop["metadata"] = loop
    assert [problem.rule for problem in presend.check("CreateRunRequest", loop)] == ["json.too-deep"]
    assert not presend.is_valid("CreateRunRequest", loop)


@pytest.mark.parametrize(("value", "advice"), [(Path("run.json"), "Read the file first"), ({1}, "Convert it first.")])
def test_a_value_that_is_not_json_gets_a_remedy(value: Any, advice: str) -> None:
    (problem,) = presend.check("CreateRunRequest", value)
    assert (problem.rule, problem.pointer) == ("json.not-json", "")
    assert advice in problem.message


def test_a_number_that_is_not_finite_in_python_data_is_reported_whatever_is_ignored() -> None:
    payload = {"assistant_id": "a", "temperature": float("nan")}
    problems = presend.check("CreateRunRequest", payload, ignore=["json.non-finite-number"])
    assert [problem.rule for problem in problems] == ["json.non-finite-number"]


def test_a_caller_that_has_left_few_calls_gets_an_answer_or_python_s_own_error() -> None:
    schema = json.loads('{"items":' * 20 + "{}" + "}" * 20)
    right = {"assistant_id": "a", "tools": [{"type": "function", "function": {"name": "f", "parameters": schema}}]}
    assert presend.check("CreateRunRequest", right) == ()

    def told(calls: int, payload: Any) -> tuple[str, ...]:
        if calls:
            return told(calls - 1, payload)
        return tuple(problem.rule for problem in presend.check("CreateRunRequest", payload))

    def answer(left: int, payload: Any) -> tuple[str, ...]:
        try:
            return told(most - left, payload)
        except RecursionError:
            return ("RecursionError",)

    most = sys.getrecursionlimit() - len(inspect.stack())
    answers = {answer(left, right) for left in range(3, 60)}
    assert () in answers
    assert answers <= {(), ("json.too-deep",), ("RecursionError",)}
    wrong = {answer(left, {**right, "assistant_id": 1}) for left in range(3, 60)}
    assert ("schema.type",) in wrong
    assert any("json.too-deep" in rules for rules in wrong)


def test_problems_stand_in_the_order_of_the_payload() -> None:
    messages = [{"role": "user", "content": "a", "metadata": {"a": 1}} for _ in range(11)]
    problems = presend.check("CreateRunRequest", {"assistant_id": 1, "additional_messages": messages})
    members = [f"/additional_messages/{number}/metadata/a" for number in range(11)]
    assert [problem.pointer for problem in problems] == [*members, "/assistant_id"]


def test_problems_are_in_order_where_a_name_comes_twice_and_once_is_a_list() -> None:
    text = '{"a": {"b": {"x": 1, "x": 2}}, "a": [0, {"y": 1, "y": 2}]}'
    assert {problem.rule for problem in presend.check("FunctionParameters", text)} == {"json.duplicate-key"}
    assert [problem.pointer for problem in presend.check("FunctionParameters", text)] == ["/a", "/a/1/y", "/a/b/x"]


@pytest.mark.parametrize(
    ("arguments", "nearest"),
    [
        ({"target": "CreateRunRequst"}, "Did you mean 'CreateRunRequest'"),
        ({"target": "POST /moderation"}, "Did you mean 'POST /moderations'"),
        ({"target": "GET /moderations"}, "POST /moderations"),
        ({"target": "zzz"}, "Known operations: POST /responses"),
        ({"target": "Metadata", "pack": "no.such.pack"}, "Unknown pack 'no.such.pack'"),
        ({"target": "Metadata", "pack": "json"}, "one of presend.openai"),
        ({"target": "Metadata", "ignore": ["metadata.max-pair"]}, "Did you mean 'metadata.max-pairs'"),
        ({"target": "Metadata", "enable": ["nope"]}, "`presend rules` lists them"),
    ],
)
def test_an_unknown_name_is_a_lookup_error_that_names_the_nearest(arguments: dict[str, str], nearest: str) -> None:
    with pytest.raises(LookupError, match=r"expected|Unknown") as caught:
        presend.check(payload={}, **arguments)  # type: ignore[arg-type]
    assert nearest in str(caught.value)


@pytest.mark.parametrize(
    "target", ["POST /moderations", "post /moderations/", "POST /v1/moderations", "CreateModerationRequest"]
)
def test_a_target_is_a_schema_or_an_operation(target: str) -> None:
    assert presend.check(target, {"input": "a"}) == ()


@pytest.mark.parametrize(
    ("target", "payload", "pointer"),
    [
        (
            "CreateMessageRequest",
            {"role": "user", "content": "x", "attachments": [{"file_id": "f", "tools": [{"type": "\ud800"}]}]},
            "/attachments/0/tools/0/type",
        ),
        (
            "POST /chat/completions",
            {"model": "gpt-5", "messages": [{"role": float("nan"), "content": "x"}]},
            "/messages/0/role",
        ),
        ("POST /responses", {"model": "gpt-5", "input": [{"type": "\ud800"}]}, "/input/0/type"),
    ],
)
def test_a_tag_that_no_json_can_hold_is_reported_once(target: str, payload: Any, pointer: str) -> None:
    for form in (payload, json.dumps(payload)):
        found = [problem for problem in presend.check(target, form) if problem.rule.startswith("json.")]
        assert [problem.pointer for problem in found] == [pointer]
        assert not presend.is_valid(target, form)
        with pytest.raises(presend.InvalidPayload):
            presend.validate(target, form)
