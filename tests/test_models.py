"""The generated models: what an editor shows, and what they enforce when they are used directly."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any, Literal, assert_type

import pydantic
import pytest

import presend
from presend.model import Model
from presend.openai import models
from presend.openai.models import (
    AssistantToolsCode,
    AssistantToolsFileSearch,
    AssistantToolsFunction,
    CreateImageVariationRequest,
    CreateMessageRequest,
    CreateModerationRequest,
    CreateModerationResponse,
    CreateRunRequest,
    FunctionObject,
    MessageRequestContentTextObject,
    ResponseFormatJsonSchemaJsonSchema,
    TruncationObject,
)

EXAMPLES = Path(__file__).parent.parent / "examples" / "good"


def test_an_editor_shows_types_and_texts() -> None:
    """`assert_type` is checked by mypy in `make types`; the values are checked here."""
    run = presend.validate(CreateRunRequest, (EXAMPLES / "run.json").read_bytes())
    assert_type(run, CreateRunRequest)
    assert_type(run.assistant_id, str)
    assert_type(run.temperature, float | None)
    assert_type(run.max_prompt_tokens, int | None)
    assert_type(run.stream, bool | None)
    assert_type(run.truncation_strategy, TruncationObject | None)
    assert_type(run.additional_messages, list[CreateMessageRequest] | None)
    assert isinstance(run.truncation_strategy, TruncationObject)
    assert_type(run.truncation_strategy.type, Literal["auto", "last_messages"])
    assert run.tools is not None
    tool = run.tools[2]
    assert_type(tool, AssistantToolsCode | AssistantToolsFileSearch | AssistantToolsFunction)
    assert tool.type == "function"
    assert_type(tool, AssistantToolsFunction)  # the tag narrows the union
    assert_type(tool.function, FunctionObject)
    assert tool.function.name == "find_order"
    message = CreateMessageRequest(role="user", content="Hello")
    assert_type(message.role, Literal["user", "assistant"])
    response = presend.validate(CreateModerationResponse, (EXAMPLES / "moderation-response.json").read_bytes())
    assert_type(response.id, str | None)  # the API leaves members of responses out


def test_models_are_made_of_models() -> None:
    """mypy reads this too: a tagged union takes instances, and members have the names that Python can have."""
    code = AssistantToolsCode(type="code_interpreter")
    run = CreateRunRequest(assistant_id="asst_1", tools=[code], truncation_strategy=TruncationObject(type="auto"))
    assert run.tools == [code]
    assert CreateRunRequest(assistant_id="asst_2", tools=run.tools).tools == [code]
    text = MessageRequestContentTextObject(type="text", text="Hello")
    assert presend.check("CreateMessageRequest", CreateMessageRequest(role="user", content=[text])) == ()
    with pytest.raises(pydantic.ValidationError, match="Input should have a 'type' that is one of"):
        CreateRunRequest(assistant_id="asst_1", tools=[text])  # type: ignore[list-item]
    with pytest.raises(pydantic.ValidationError, match="valid dictionary"):
        CreateRunRequest(assistant_id="asst_1", tools=[argparse.Namespace(type="code_interpreter")])  # type: ignore[list-item]


def test_a_member_is_set_by_the_name_that_python_has_for_it() -> None:
    schema = ResponseFormatJsonSchemaJsonSchema(name="a", schema_={"type": "object"})
    assert schema.schema_ == {"type": "object"}
    assert schema.model_dump(exclude_unset=True) == {"name": "a", "schema": {"type": "object"}}
    as_sent: Any = ResponseFormatJsonSchemaJsonSchema  # which no type checker knows by the names of the spec
    assert as_sent(name="a", schema={}).schema_ == {}
    with pytest.raises(TypeError, match="'schema' and 'schema_' are one member"):
        as_sent(name="a", schema={}, schema_={})
    payload = {"name": "a", "schema_": {"type": "object"}}  # a payload has the spec's names
    assert ResponseFormatJsonSchemaJsonSchema.model_validate(payload).schema_ is None
    assert [problem.rule for problem in presend.check(ResponseFormatJsonSchemaJsonSchema, payload)] == ["unknown-key"]


def test_a_class_of_ones_own_is_what_comes_back() -> None:
    class Titled(CreateModerationRequest):
        title: str

    payload = {"input": "Hello", "title": "A"}
    for given in (payload, json.dumps(payload)):
        made = presend.validate(Titled, given)
        assert (type(made), made.title) == (Titled, "A")
    with pytest.raises(pydantic.ValidationError, match="title"):
        presend.validate(Titled, {"input": "Hello"})
    with pytest.raises(presend.InvalidPayload, match="input"):
        presend.validate(Titled, {"input": 1, "title": "A"})


def test_the_place_of_an_error_in_a_union_names_classes() -> None:
    with pytest.raises(pydantic.ValidationError) as caught:
        CreateRunRequest.model_validate(
            {"assistant_id": "a", "response_format": {"type": "json_schema", "json_schema": {"name": "a b"}}}
        )
    assert not [step for error in caught.value.errors() for step in error["loc"] if "(" in str(step)]


def test_class_names_say_what_they_are() -> None:
    classes = [name for name, value in vars(models).items() if isinstance(value, type) and issubclass(value, Model)]
    assert len(classes) > 25
    assert not [name for name in classes if name[-1].isdigit()]
    assert all(getattr(models, name).__doc__ for name in classes if name != "Model")


@pytest.mark.parametrize("member", ["model", "n", "response_format", "size"])
def test_a_nullable_member_accepts_none(member: str) -> None:
    model = CreateImageVariationRequest.model_validate({"image": _png(), member: None})
    assert model.model_dump(exclude_unset=True)[member] is None


def test_optional_is_not_nullable() -> None:
    with pytest.raises(pydantic.ValidationError, match="valid string"):
        CreateImageVariationRequest.model_validate({"image": _png(), "user": None})
    assert CreateImageVariationRequest.model_validate({"image": _png()}).user is None


def _png() -> bytes:
    return (EXAMPLES.parent / "images" / "otter-256.png").read_bytes()


@pytest.mark.parametrize(
    ("model", "payload", "kinds"),
    [
        (FunctionObject, {"name": "f", "parameters": {"type": "objekt"}}, ["function_parameters_is-json-schema"]),
        (
            FunctionObject,  # a broken name beside it hides nothing
            {"name": "get weather", "strict": True, "parameters": {"type": "object", "additionalProperties": False,
             "properties": {"a": {"type": "null"}}}},
            ["string_pattern_mismatch", "function_strict_schema-subset"],
        ),
        (models.AssistantsNamedToolChoice, {"type": "function"}, ["named-tool-choice_function-name-required"]),
        (CreateImageVariationRequest, {"image": b"GIF89a"}, ["image-variation_image_png"]),
        (CreateImageVariationRequest, {"image": "otter.png"}, ["type_file"]),
        (CreateModerationRequest, {"input": []}, ["list_type", "string_type", "too_short", "too_short"]),
    ],
)  # fmt: skip
def test_a_model_used_directly_enforces_the_rules(model: type[Model], payload: object, kinds: list[str]) -> None:
    with pytest.raises(pydantic.ValidationError) as caught:
        model.model_validate(payload)
    assert sorted({error["type"] for error in caught.value.errors()}) == sorted(set(kinds) - {"list_type"})


def test_a_rule_holds_inside_another_model_and_in_a_subclass() -> None:
    class Body(pydantic.BaseModel):
        run: CreateRunRequest

    class Mine(CreateRunRequest):
        pass

    choice = {"assistant_id": "a", "tool_choice": {"type": "function"}}
    with pytest.raises(pydantic.ValidationError) as caught:
        Body.model_validate({"run": choice})
    assert caught.value.errors()[0]["loc"][:2] == ("run", "tool_choice")
    with pytest.raises(pydantic.ValidationError):
        Mine.model_validate(choice)
    assert Mine.model_validate({"assistant_id": "a"}).assistant_id == "a"


def test_json_goes_straight_into_a_model() -> None:
    text = (EXAMPLES / "run.json").read_text()
    assert CreateRunRequest.model_validate_json(text).model_dump(exclude_unset=True) == json.loads(text)


def test_documented_defaults_are_reported_and_never_filled_in() -> None:
    run = CreateRunRequest.model_validate({"assistant_id": "a", "temperature": None, "top_p": 0.5})
    documented = {"reasoning_effort": "medium", "temperature": 1, "parallel_tool_calls": True}
    assert run.effective_defaults() == documented
    assert run.model_dump(exclude_unset=True) == {"assistant_id": "a", "temperature": None, "top_p": 0.5}


@pytest.mark.parametrize("value", [float("nan"), float("inf"), {"a": float("nan")}, ["\ud800"], object()])
def test_free_form_members_are_json(value: object) -> None:
    with pytest.raises(pydantic.ValidationError):
        FunctionObject.model_validate({"name": "f", "parameters": {"x": value}})
    with pytest.raises(pydantic.ValidationError):
        FunctionObject.model_validate({"name": "f", "unknown": value})


CLASSES = [value for value in vars(models).values() if isinstance(value, type) and issubclass(value, Model)]


@pytest.mark.parametrize("model", CLASSES, ids=lambda model: model.__name__)
def test_a_model_has_a_json_schema_of_its_own(model: type[Model]) -> None:
    """FastAPI, among others, asks for it."""
    assert model.model_json_schema()["type"] == "object"


TWICE = [
    ('{"role": "user", "content": "x", "metadata": {"k": 1, "k": "v"}}', True),
    ('{"role": "user", "content": "x", "metadata": {"k": "v", "k": 1}}', False),
    ('{"role": 1, "role": "user", "content": "x", "metadata": 1, "metadata": {}}', True),
    ('{"role": "user", "content": [{"type": "bad", "type": "text", "text": 1, "text": "x"}]}', True),
    ('{"role": NaN, "role": "user", "content": "x"}', False),
    ('{"role": "user", "content": "x", "content": "\\ud800"}', False),
    ('{"role": "user", "content": "NaN, Infinity"}', True),
]


@pytest.mark.parametrize(("text", "is_right"), TWICE)
def test_a_class_takes_the_last_of_a_names_values_as_check_does(text: str, is_right: bool) -> None:
    errors = [one for one in presend.check(CreateMessageRequest, text) if one.severity == "error"]
    assert (not errors) is presend.is_valid(CreateMessageRequest, text) is is_right
    if is_right:
        CreateMessageRequest.model_validate_json(text)
        CreateMessageRequest.model_validate_json(text.encode())
        pydantic.TypeAdapter(list[CreateMessageRequest]).validate_json(f"[{text}]")
    if not is_right:
        with pytest.raises(pydantic.ValidationError):
            CreateMessageRequest.model_validate_json(text)


@pytest.mark.parametrize(("levels", "is_right"), [(180, True), (250, True), (894, True), (901, False)])
def test_a_class_takes_json_as_deep_as_check_does(levels: int, is_right: bool) -> None:
    nest = '{"a":' * levels + "1" + "}" * levels
    function = f'{{"name": "a", "parameters": {nest}}}'
    text = f'{{"assistant_id": "a", "tools": [{{"type": "function", "function": {function}}}]}}'
    errors = [one for one in presend.check(CreateRunRequest, text) if one.severity == "error"]
    assert (not errors) is is_right
    if is_right:
        assert CreateRunRequest.model_validate_json(text).model_dump(exclude_unset=True) == json.loads(text)
    else:
        with pytest.raises(pydantic.ValidationError, match="json_invalid"):
            CreateRunRequest.model_validate_json(text)
