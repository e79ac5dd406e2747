"""Hostile or broken payloads and objects get an answer, in time, and without side effects."""

from __future__ import annotations

import collections
import copy
import decimal
import io
import pickle
import subprocess
import sys
import tracemalloc
from typing import Any

import pydantic
import pytest

import presend
from presend.openai import models
from tests.png_files import RGB, png

RUN = {"assistant_id": "asst_1"}


def with_parameters(parameters: Any, **others: Any) -> dict[str, Any]:
    return {**RUN, "tools": [{"type": "function", "function": {"name": "f", "parameters": parameters, **others}}]}


def errors(payload: Any, target: str = "CreateRunRequest") -> list[tuple[str, str]]:
    problems = presend.check(target, payload)
    assert presend.is_valid(target, payload) is not any(problem.severity == "error" for problem in problems)
    return [(problem.rule, problem.pointer) for problem in problems if problem.severity == "error"]


def test_a_deep_and_wide_schema_costs_no_more_than_its_size() -> None:
    leaves, depth = 2_000, 800
    text = '{"not":' * depth + '{"anyOf":[' + ",".join(['{"type":"x"}'] * leaves) + "]}" + "}" * depth
    whole = '{"assistant_id":"a","tools":[{"type":"function","function":{"name":"f","parameters":' + text + "}}]}"
    tracemalloc.start()
    try:
        assert len(errors(whole)) == 8  # as many as are told of one schema
        assert tracemalloc.get_traced_memory()[1] < 50_000_000
    finally:
        tracemalloc.stop()


def test_warnings_hide_no_error() -> None:
    members: dict[str, Any] = {f"p{n}": {"type": "array", "items": {}, "uniqueItems": True} for n in range(20)}
    members["z"] = {"type": "object", "properties": {"q": {"type": "string"}}}
    schema = {"type": "object", "properties": members, "required": [*members], "additionalProperties": False}
    place = "/tools/0/function/parameters/properties/z"
    found = errors(with_parameters(schema, strict=True))
    assert [told for told in found if told[0] != "observed.strict.typed"] == [
        ("function.strict.schema-subset", f"{place}/additionalProperties"),
        ("function.strict.schema-subset", f"{place}/required"),
    ]


@pytest.mark.parametrize(
    "image",
    [png(colour=RGB), ("a.png", png(colour=RGB), "image/png"), io.BytesIO(png(colour=RGB)), presend.FILE_NOT_AVAILABLE],
)
def test_a_model_with_a_file_is_a_payload_too(image: Any) -> None:
    model = presend.validate(models.CreateImageVariationRequest, {"image": image, "n": 2})
    assert errors(model, "CreateImageVariationRequest") == []
    assert presend.validate("CreateImageVariationRequest", model) == model
    assert model.model_dump(exclude_unset=True) == {"image": image, "n": 2}
    assert model.model_dump_json(exclude_unset=True) == '{"n":2}'
    assert not isinstance(image, io.BytesIO) or image.tell() == 0


def test_threads_that_come_first_at_once_agree() -> None:
    code = """
import sys, threading, presend
sys.setswitchinterval(1e-6)
barrier, found = threading.Barrier(8), []
def run():
    barrier.wait()
    found.append(len(presend.check("CreateRunRequest", {"temperature": 3, "tools": [{"type": "x"}], "tool_choice": 1})))
threads = [threading.Thread(target=run) for _ in range(8)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(set(found))
"""
    for _ in range(3):
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == "{4}"


def test_models_take_what_is_a_dict_and_refuse_what_is_not_json() -> None:
    choice = collections.OrderedDict(type="function", function={"name": "x"})
    assert models.AssistantsNamedToolChoice.model_validate(choice).type == "function"
    with pytest.raises(pydantic.ValidationError):
        models.CreateRunRequest.model_validate({**RUN, "temperature": decimal.Decimal("1.5")})


@pytest.mark.parametrize(
    ("target", "payload", "switches"),
    [
        ("CreateImageVariationRequest", "[]", {"form": True, "ignore": ["schema.type"]}),
        (
            "CreateModerationRequest",
            {"input": [], "cls": 1, "_fields_set": ["input"]},
            {"ignore": ["moderation.input.empty"]},
        ),
        (
            "CreateMessageRequest",
            {"role": "user", "content": "a", "self": 1},
            {"ignore": ["schema.additionalProperties"]},
        ),
    ],
)
def test_ignored_rules_leave_a_payload_whole(target: str, payload: Any, switches: dict[str, Any]) -> None:
    assert presend.is_valid(target, payload, **switches)
    model: Any = presend.validate(target, payload, **switches)
    assert model == [] or model.model_dump(exclude_unset=True) == payload


class Failing:
    """A file object whose `read` is broken."""

    def __init__(self, what: Any) -> None:
        self.what = what

    def read(self, size: int = -1) -> Any:
        if isinstance(self.what, Exception) and size:
            raise self.what
        return b"" if size == 0 else self.what

    def seek(self, offset: int, whence: int = 0) -> int:
        return 100 if whence == 2 else offset

    def tell(self) -> int:
        return 100


@pytest.mark.parametrize(
    "what", [EOFError(), ZeroDivisionError("secret"), ValueError(), OSError(), "text", None, b"x" * 10**6]
)
def test_a_file_that_fails_is_a_problem_and_not_an_exception(what: Any) -> None:
    problems = presend.check("CreateImageVariationRequest", {"image": Failing(what)})
    assert any(problem.severity == "error" for problem in problems)
    assert not any("secret" in problem.message for problem in problems)
    assert not presend.is_valid("CreateImageVariationRequest", {"image": Failing(what)})


def test_an_object_that_refuses_every_question_is_refused() -> None:
    class Nasty:
        def __getattr__(self, name: str) -> Any:
            raise RuntimeError(name)

    assert errors({"image": Nasty()}, "CreateImageVariationRequest") == [("type.file", "/image")]


def test_integers_that_no_json_can_write_are_refused_as_in_text() -> None:
    assert errors({**RUN, "max_prompt_tokens": 10**5000}) == [("json.number-too-long", "/max_prompt_tokens")]
    assert errors({**RUN, "max_prompt_tokens": 10**4000}) == []


def test_a_file_that_is_not_available_stays_so_when_copied() -> None:
    for marker in (copy.deepcopy(presend.FILE_NOT_AVAILABLE), pickle.loads(pickle.dumps(presend.FILE_NOT_AVAILABLE))):
        assert marker is presend.FILE_NOT_AVAILABLE


def test_a_model_class_is_a_target_and_another_class_of_its_name_is_not() -> None:
    class Mine(models.CreateRunRequest):
        pass

    assert presend.check(Mine, RUN) == ()
    stranger = type("CreateRunRequest", (pydantic.BaseModel,), {})
    for target in (stranger, None, 5, b"CreateRunRequest"):
        with pytest.raises(LookupError, match="Unknown target"):
            presend.check(target, RUN)  # type: ignore[arg-type]


@pytest.mark.parametrize("url", ["images/cat", "/home/me/cat", "hello", "x", "not a url", "file:///etc/passwd"])
def test_a_path_is_no_base64(url: str) -> None:
    payload = {"input": [{"type": "image_url", "image_url": {"url": url}}]}
    assert errors(payload, "CreateModerationRequest") == [
        ("moderation.input.image.url-or-data", "/input/0/image_url/url")
    ]


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_an_older_draft_is_checked_by_its_own_meta_schema(scheme: str) -> None:
    schema = {"$schema": f"{scheme}://json-schema.org/draft-07/schema#", "type": "array", "items": [{"type": "string"}]}
    assert errors(with_parameters(schema)) == []
    assert errors(with_parameters({**schema, "$schema": "urn:unknown"})) != []


@pytest.mark.parametrize("content_type", ["Image/PNG", "image/png; charset=x"])
def test_media_types_are_compared_as_http_does(content_type: str) -> None:
    assert presend.check("CreateImageVariationRequest", {"image": ("a.png", png(colour=RGB), content_type)}) == ()


@pytest.mark.parametrize(
    "payload",
    [
        {"temperature": float("nan"), "max_prompt_tokens": 1, "metadata": {"k": 7, "z": "\ud800"}},
        '{"temperature": NaN, "max_prompt_tokens": 1, "metadata": {"k": 7, "z": "\\ud800"}}',
    ],
)
def test_a_value_that_is_not_json_hides_no_other_problem(payload: Any) -> None:
    assert errors(payload) == [
        ("schema.required", "/assistant_id"),
        ("schema.minimum", "/max_prompt_tokens"),
        ("schema.type", "/metadata/k"),
        ("json.lone-surrogate", "/metadata/z"),
        ("json.non-finite-number", "/temperature"),
    ]


def test_payload_text_in_a_message_is_left_as_it_is() -> None:
    (problem,) = presend.check("CreateMessageRequest", {"role": "{param}", "content": "x"})
    assert problem.message.startswith("Invalid value for 'role': '{param}'.")


def test_excluding_part_of_a_member_leaves_the_rest() -> None:
    run = models.CreateRunRequest.model_validate({**RUN, "metadata": {"a": "1", "b": "2"}})
    dumped = run.model_dump_json(exclude={"metadata": {"a"}}, exclude_unset=True)
    assert dumped == '{"assistant_id":"asst_1","metadata":{"b":"2"}}'


def test_a_strange_content_type_is_not_quoted() -> None:
    (problem,) = presend.check("CreateImageVariationRequest", {"image": ("a.png", png(colour=RGB), "secret " * 50)})
    assert "secret" not in problem.message


def test_a_number_that_cannot_be_read_costs_no_memory() -> None:
    text = f'{{"assistant_id": "a", "metadata": {"[" * 880}{"0," * 20_000}1e999{"]" * 880}}}'
    tracemalloc.start()
    try:
        assert not presend.is_valid("CreateRunRequest", text)
        assert "json.non-finite-number" in {one.rule for one in presend.check("CreateRunRequest", text)}
        assert tracemalloc.get_traced_memory()[1] < 30_000_000
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("number", ["1e500", "NaN", "-Infinity", "1" * 5000, "-1e999"])
@pytest.mark.parametrize("rest", ["~", "~}}}]", "}}}}", "", ",,", '"', "e", ".5.5"])
def test_a_number_that_cannot_be_read_in_text_that_cannot_either(number: str, rest: str) -> None:
    """Found by coverage-guided fuzzing: the parser stops at the number, before it sees what follows."""
    (problem,) = presend.check("CreateRunRequest", f'{{"assistant_id": "a", "temperature": {number}{rest}')
    assert problem.rule.startswith("json.")
    assert (problem.line, problem.column) >= (1, 1)
