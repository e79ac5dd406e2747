"""Drawn payloads obey the rules between members, and a fault is found by every function."""

from __future__ import annotations

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import presend
from presend.strategies import Invalid, invalid_payloads, payloads
from tests.amount import examples

TARGETS = (
    "CreateChatCompletionRequest",
    "CreateCompletionRequest",
    "CreateEmbeddingRequest",
    "CreateModerationRequest",
    "UpdateChatCompletionRequest",
)
few = settings(max_examples=examples(25), suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@pytest.mark.parametrize("target", TARGETS)
def test_a_drawn_payload_has_no_error(target: str) -> None:
    @few
    @given(payloads(target), st.booleans())
    def run(payload: dict[str, object], as_text: bool) -> None:
        given_as = json.dumps(payload) if as_text else payload
        assert [problem for problem in presend.check(target, given_as) if problem.severity == "error"] == []
        assert presend.is_valid(target, given_as)
        presend.validate(target, given_as)

    run()


@pytest.mark.parametrize("target", TARGETS)
def test_a_payload_with_one_fault_is_refused_for_it(target: str) -> None:
    @few
    @given(invalid_payloads(target))
    def run(invalid: Invalid) -> None:
        errors = [problem for problem in presend.check(target, invalid.payload) if problem.severity == "error"]
        assert [(error.rule, error.pointer) for error in errors] == [(invalid.rule, invalid.pointer)]
        assert not presend.is_valid(target, invalid.payload)

    run()
