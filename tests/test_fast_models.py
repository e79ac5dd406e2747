"""Models that `validate` builds without their own validators, and verdicts without models, for today's API."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given, settings

import presend
from presend.fastpath.build import builder
from presend.packs.find import find_pack
from presend.reading.json_data import DEEPEST
from presend.reading.json_depth import is_nested
from presend.strategies import invalid_payloads, payloads
from tests.amount import examples

PACK = find_pack("presend.openai.today")
# Unions with tags, without tags, of arrays, and inside one another.
TARGETS = (
    "CreateResponse",
    "CreateChatCompletionRequest",
    "CreateEmbeddingRequest",
    "CreateCompletionRequest",
    "CreateEvalRequest",
    "VectorStoreSearchRequest",
)


@pytest.mark.parametrize("target", TARGETS)
def test_the_fast_path_builds_the_model_that_the_class_would(target: str) -> None:
    model: Any = PACK.model(target)
    build = builder(PACK, target)
    built = []

    @settings(max_examples=examples(100))
    @given(payloads(target, pack=PACK))
    def holds(payload: dict[str, Any]) -> None:
        slow = model.model_validate(payload)
        for form in (payload, json.dumps(payload)):
            fast = presend.validate(target, form, pack=PACK)
            assert fast == slow
            assert repr(fast) == repr(slow)
            assert fast.model_fields_set == slow.model_fields_set
            assert fast.model_dump(exclude_unset=True) == payload
        try:
            built.append(build(payload))
        except ValueError:
            return
        assert built[-1] == slow

    holds()
    assert built  # otherwise the fast path is lost, and nothing above would tell


@pytest.mark.parametrize("target", TARGETS)
def test_verdicts_without_models_are_those_of_the_walk_and_of_the_class(target: str) -> None:
    model: Any = PACK.model(target)

    @settings(max_examples=examples(60))
    @given(invalid_payloads(target, pack=PACK))
    def holds(invalid: Any) -> None:
        payload = invalid.payload
        problems = presend.check(target, payload, pack=PACK)
        errors = [problem for problem in problems if problem.severity == "error"]
        assert presend.is_valid(target, payload, pack=PACK) is (not errors)
        assert presend.is_valid(target, json.dumps(payload), pack=PACK) is (not errors)
        with pytest.raises(presend.InvalidPayload) as caught:
            presend.validate(target, payload, pack=PACK)
        assert list(caught.value.problems) == errors
        with pytest.raises(ValueError, match="validation error"):
            model.model_validate(payload)

    holds()


def test_models_work_before_their_classes_have_validators() -> None:
    """They are given as members of other models, copied, dumped and compared."""
    code = """
import copy, pickle
from typing import Any
import pydantic, presend

class Outer(pydantic.BaseModel):
    value: Any

answer = {"type": "json_schema", "json_schema": {"name": "a", "schema": {"type": "object"}}}
payload = {"assistant_id": "a", "response_format": answer, "tools": [{"type": "code_interpreter"}]}
run = presend.validate("CreateRunRequest", payload)
assert not type(run).__pydantic_complete__
assert run.response_format.json_schema.schema_ == {"type": "object"}
assert Outer(value=run).model_dump(exclude_unset=True) == {"value": payload}
run = presend.validate("CreateRunRequest", payload)
tool = run.tools[0]
assert tool.model_dump() == {"type": "code_interpreter"} and tool.model_copy() == tool
assert copy.deepcopy(run) == run == pickle.loads(pickle.dumps(run))
assert type(run).model_validate(payload) == run
assert run.model_dump(exclude_unset=True, serialize_as_any=True) == payload
"""
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True)


def test_a_first_refusal_needs_no_model() -> None:
    code = """
import sys, presend
assert not presend.is_valid("POST /responses", {"model": "gpt-5", "input": [{"role": "nobody", "content": "x"}]})
assert "pydantic" not in sys.modules
"""
    subprocess.run([sys.executable, "-c", code], check=True)


@pytest.mark.parametrize("levels", [899, 900, 901, 950])
@pytest.mark.parametrize(
    ("opening", "inside", "closing"), [("[", "", "]"), ('{"":', "1", "}"), ('[{"":', "1", "}]"), ('{"":[', "", "]}")]
)
def test_levels_are_counted_exactly_at_the_limit(levels: int, opening: str, inside: str, closing: str) -> None:
    """The quick look at the length and the brackets of a text must not let a deep one pass."""
    times = levels // len(closing)
    text = opening * times + inside + closing * times
    is_deeper = times * len(closing) > DEEPEST
    assert is_nested(text) is is_deeper
    assert is_nested(text.encode()) is is_deeper
    assert is_nested(f'{{"a": {text}, "a": 1}}') is (times * len(closing) + 1 > DEEPEST)
