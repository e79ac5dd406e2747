"""Properties of every payload, tested on payloads near the good examples and on any JSON.

The oracles, which share no code with presend, are in oracles.py.
"""

from __future__ import annotations

import copy
import json
import logging
from typing import TYPE_CHECKING, Any

import httpx2
import pydantic
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import presend
import presend.httpx2
from presend.fastpath.build import builder
from presend.fastpath.quick import converter, decoder
from presend.packs.find import find_pack
from presend.strategies import near_boundary, payloads
from presend.transport.bodies import read_form
from tests.amount import examples
from tests.oracles import DIFFERENCES, disagreements, effective, third
from tests.payload_strategies import SEEDS, anything, near

if TYPE_CHECKING:
    import random

PACK = find_pack()
ROOTS = sorted(SEEDS)


def as_payload(value: Any) -> Any:
    """Return a value that presend reads as an object: a bare string would be read as JSON text."""
    return [value] if isinstance(value, str) else value


def errors(problems: tuple[presend.Problem, ...]) -> list[presend.Problem]:
    return [problem for problem in problems if problem.severity == "error"]


@pytest.mark.parametrize("target", ROOTS)
def test_models_problems_and_three_oracles_agree_on_shape(target: str) -> None:
    @settings(max_examples=examples(300))
    @given(near(target) | anything)
    def holds(value: Any) -> None:
        assert disagreements(target, as_payload(value)) == []

    holds()


@pytest.mark.parametrize("target", ROOTS)
def test_the_three_faces_the_model_and_the_text_say_the_same(target: str) -> None:
    model = PACK.model(target)

    @settings(max_examples=examples(200))
    @given(near(target))
    def holds(value: Any) -> None:
        payload = as_payload(value)
        before = copy.deepcopy(payload)
        problems = presend.check(target, payload)
        text = json.dumps(payload)
        positioned = presend.check(target, text)
        assert [(p.pointer, p.rule, p.message) for p in positioned] == [
            (p.pointer, p.rule, p.message) for p in problems
        ]
        assert all(p.line and p.column for p in positioned)
        assert presend.is_valid(target, text.encode()) is presend.is_valid(target, payload)
        if errors(problems):
            with pytest.raises(presend.InvalidPayload) as caught:
                presend.validate(target, payload)
            assert list(caught.value.problems) == errors(problems)
            with pytest.raises(pydantic.ValidationError):
                model.model_validate(payload)
        else:
            assert presend.validate(target, payload).model_dump(exclude_unset=True) == payload
            loaded = model.model_validate(payload)
            assert presend.check(target, loaded) == problems
        assert payload == before

    holds()


@pytest.mark.parametrize("target", ROOTS)
def test_no_fast_path_changes_a_verdict_or_a_model(target: str) -> None:
    """`is_valid` and `validate` ask the fast paths, and these say yes or no to most; `check` and the class do not."""
    model = PACK.model(target)

    @settings(max_examples=examples(600))
    @given(near(target) | payloads(target) | near_boundary(target) | anything)
    def holds(value: Any) -> None:
        for payload in (as_payload(value), json.dumps(value)):
            is_right = not errors(presend.check(target, payload))
            assert presend.is_valid(target, payload) is is_right
            try:
                built = presend.validate(target, payload)
            except presend.InvalidPayload:
                assert not is_right
                continue
            assert is_right
            slow = model.model_validate(payload) if not isinstance(payload, str) else model.model_validate_json(payload)
            assert built == slow
            assert built.model_fields_set == slow.model_fields_set
            assert built.model_dump_json() == slow.model_dump_json()

    holds()


@pytest.mark.parametrize("target", ROOTS)
def test_the_fast_path_accepts_the_usual_examples(target: str) -> None:
    right = [payload for payload in SEEDS[target] if presend.is_valid(target, payload)]
    assert right
    for payload in right:
        for judge, form in ((decoder, json.dumps(payload)), (converter, payload), (builder, payload)):
            judge(PACK, target)(form)  # raises what says that it is not sure


@pytest.mark.parametrize("target", ROOTS)
def test_problems_are_sorted_stable_and_independent_of_the_order_of_keys(target: str) -> None:
    @settings(max_examples=examples(100))
    @given(near(target), st.randoms(use_true_random=False))
    def holds(value: Any, chance: random.Random) -> None:
        payload = as_payload(value)
        problems = presend.check(target, payload)
        assert presend.check(target, payload) == problems
        assert presend.check(target, _shuffled(payload, chance)) == problems

    holds()


def _shuffled(value: Any, chance: random.Random) -> Any:
    if isinstance(value, dict):
        return {name: _shuffled(value[name], chance) for name in chance.sample(list(value), len(value))}
    return [_shuffled(item, chance) for item in value] if isinstance(value, list) else value


@settings(max_examples=examples(300))
@given(st.sampled_from(ROOTS), st.binary(max_size=200) | st.text(max_size=200))
def test_any_text_has_an_answer(target: str, text: str | bytes) -> None:
    problems = presend.check(target, text)
    assert presend.is_valid(target, text) is (not errors(problems))


@settings(max_examples=examples(200))
@given(near("CreateRunRequest"))
def test_ignoring_every_rule_that_speaks_gives_a_model(value: Any) -> None:
    payload = as_payload(value)
    spoken = {problem.rule for problem in errors(presend.check("CreateRunRequest", payload))}
    model = presend.validate("CreateRunRequest", payload, ignore=spoken)
    if isinstance(payload, dict):
        assert isinstance(model, pydantic.BaseModel)


class Recorder(httpx2.BaseTransport):
    """A transport that sends nothing, and keeps what it got."""

    def __init__(self) -> None:
        self.bodies: list[bytes] = []

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        self.bodies.append(request.read())
        return httpx2.Response(200)


TARGETS = {str(operation): operation.schema for operation in PACK.operations if not operation.is_form}


@pytest.mark.parametrize("target", TARGETS)
def test_a_transport_refuses_what_has_errors_and_changes_nothing_else(target: str) -> None:
    recorder, gate = Recorder(), presend.Gate("enforce")
    transport = presend.httpx2.Transport(recorder, gate)

    @settings(max_examples=examples(200))
    @given(near(TARGETS[target] or "").map(json.dumps).map(str.encode) | st.binary(max_size=100), st.booleans())
    def holds(body: bytes, is_streamed: bool) -> None:
        recorder.bodies.clear()
        content = iter([body[:10], body[10:]]) if is_streamed else body
        method, _, path = target.partition(" ")
        request = httpx2.Request(method, f"https://api.openai.com/v1{path}", content=content)
        response = transport.handle_request(request)
        problems = errors(presend.check(target, body))
        assert (response.status_code, recorder.bodies) == ((400, []) if problems else (200, [body]))
        if problems:
            told, expected = response.json()["error"], problems[0].as_openai_error()["error"]
            assert told.pop("message").startswith(expected.pop("message"))
            assert told == expected
        assert not gate.counts["failed"] + gate.counts["unread"]

    logging.disable()
    holds()
    logging.disable(logging.NOTSET)


words = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"], exclude_characters='"\\'), min_size=1)


@settings(max_examples=examples(200))
@given(
    st.dictionaries(words, st.text(st.characters(codec="utf-8"))),
    st.none() | words,
    st.binary(max_size=300) | st.sampled_from([b"\r\n--", b"--", b"\r\n", b"\r"]),
)
def test_a_form_is_read_as_it_was_written(texts: dict[str, str], file_name: str | None, content: bytes) -> None:
    files: Any = {"a file[]": (file_name, content, "image/png")}
    request = httpx2.Request("POST", "http://a/", data=texts, files=files)
    fields = read_form(request.read(), request.headers["content-type"], {"a file"})
    sent = {name: (None, text.encode(), "") if name == "a file" else text for name, text in texts.items()}
    assert fields == {**sent, "a file[]": (file_name, content, "image/png")}


@pytest.mark.parametrize("target", ROOTS)
def test_rules_only_take_away_from_what_the_schema_allows(target: str) -> None:
    prose = [rule.id for rule in presend.rules() if rule.basis != "schema" and not rule.id.startswith("json.")]

    @settings(max_examples=examples(200))
    @given(near(target) | near_boundary(target))
    def holds(value: Any) -> None:
        payload = as_payload(value)
        with_rules = {problem.pointer for problem in errors(presend.check(target, payload))}
        without = {problem.pointer for problem in errors(presend.check(target, payload, ignore=prose))}
        assert without <= with_rules

    holds()


SHOWN: dict[str, tuple[str, Any]] = {  # rule → a payload that presend refuses and an oracle takes, on purpose
    "type.file": ("CreateImageVariationRequest", {"image": "otter.png"}),
    "moderation.input.empty": ("CreateModerationRequest", {"input": []}),
    "message.attachments.item-required": (
        "CreateMessageRequest",
        {"role": "user", "content": "a", "attachments": [{"file_id": "f"}]},
    ),
    "image-variation.model.supported": (
        "CreateImageVariationRequest",
        {"image": presend.FILE_NOT_AVAILABLE, "model": "dall-e-3"},
    ),
}


@pytest.mark.parametrize("rule", DIFFERENCES)
def test_a_difference_on_purpose_is_still_one(rule: str) -> None:
    target, payload = SHOWN[rule]
    plain = {**payload, "image": "a file"} if "image" in payload else payload
    assert [problem.rule for problem in errors(presend.check(target, payload))] == [rule]
    assert third(target, plain)
    assert all(oracle.is_valid(plain) for oracle in effective(target)) is (rule == "type.file")
