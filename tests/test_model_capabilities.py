"""The table of model capabilities is well formed and dated, and has only reported facts."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import presend
from presend.openai.today.model_facts import fact_of, facts, refuses

CHAT = {"model": "", "messages": [{"role": "user", "content": "Hello"}], "temperature": 0, "stop": "x", "max_tokens": 9}


@pytest.mark.parametrize("fact", facts(), ids=lambda fact: f"{fact.model} {fact.name}")
def test_a_row_has_a_date_and_a_source(fact: tuple[str, ...]) -> None:
    model, name, value, date, source = fact
    assert model == model.strip("^$").lower()
    assert all((name, value, source))
    assert re.fullmatch(r"20\d\d-\d\d(-\d\d)?", date)


def test_no_row_comes_twice() -> None:
    assert len({(fact.model, fact.name) for fact in facts()}) == len(facts())


@pytest.mark.parametrize(
    ("model", "name", "value"),
    [
        ("o4-mini", "temperature", "1"),
        ("o4-mini-2025-04-16", "temperature", "1"),  # a snapshot takes what its model takes
        ("gpt-5", "temperature", "1"),
        ("gpt-5.6-sol", "temperature", "1 unless effort none"),  # a longer pattern before a shorter one
        ("gpt-5-chat-latest", "temperature", None),  # not known, which silences the family
        ("o3-mini", "chat.stop", "+"),  # an id before a pattern
        ("gpt-4o-2024-08-06", "reasoning_effort", "-"),
        ("ft:gpt-4o:a::b", "reasoning_effort", None),
        ("gpt-4o", "no-such-fact", None),
    ],
)
def test_the_nearest_row_counts(model: str, name: str, value: str | None) -> None:
    fact = fact_of(model, name)
    assert (fact and fact.value) == value
    assert (refuses(model, name) is not None) == (value == "-")


@given(st.text(max_size=120) | st.none() | st.integers() | st.lists(st.text()))
def test_of_an_unknown_model_rules_are_silent(name: object) -> None:
    model = f"my-{name}"
    assert fact_of(name if isinstance(name, list) else model, "temperature") is None
    problems = presend.check("POST /chat/completions", {**CHAT, "model": model})
    assert {problem.rule for problem in problems} == {"chat.max-tokens.deprecated"}
