"""The table of models: announced facts, patterns of names, and the date of the question."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from click.testing import CliRunner, Result

import presend
from presend.cli.program import command
from presend.openai.today.model_facts import DATED, Fact, end_of, fact_of, facts, has_ended, refuses
from presend.openai.today.rules import models

CHAT = "POST /chat/completions"
END = dt.date(2026, 12, 11)  # of gpt-5
DAY = dt.timedelta(days=1)


def told(model: object) -> list[tuple[str, str]]:
    payload = {"model": model, "messages": [{"role": "user", "content": "Hello"}]}
    found = presend.check(CHAT, payload)
    return [(problem.rule, problem.severity) for problem in found if problem.rule.startswith("model.")]


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (END - 91 * DAY, []),
        (END - 90 * DAY, []),
        (END - 89 * DAY, [("model.retiring", "note")]),
        (END, [("model.retiring", "note")]),
        (END + DAY, [("model.retired", "warning")]),
    ],
)
def test_the_end_of_a_model_is_reported_as_it_comes(
    today: dt.date, expected: list[tuple[str, str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(models, "_today", lambda: today)
    assert told("gpt-5") == told("gpt-5-2025-08-07") == expected
    assert told("gpt-5-2099-01-01") == told("ft:gpt-5:mine") == told("my-own-model") == []


def test_a_retired_model_fails_nobody() -> None:
    payload = {"model": "gpt-4-32k", "messages": [{"role": "user", "content": "Hello"}]}
    assert presend.is_valid(CHAT, payload)
    (problem,) = presend.check(CHAT, payload)
    assert (problem.rule, problem.severity, problem.param) == ("model.retired", "warning", "model")
    assert "'gpt-4-32k' was announced for 2025-06-06" in problem.message
    assert presend.check(CHAT, payload, ignore=["model.retired"]) == ()


@pytest.mark.parametrize("end", [fact for fact in facts() if fact.name == "end"], ids=lambda fact: fact.model)
def test_every_announced_end_is_a_date_of_one_model(end: Fact) -> None:
    assert end_of(end.model) == end
    date = dt.date.fromisoformat(end.value)
    assert not has_ended(end.model, date)
    assert has_ended(end.model, date + DAY)


@pytest.mark.parametrize("model", [fact.model for fact in facts() if fact.name == "run"])
def test_a_misspelt_model_of_a_run_is_mended_to_one_of_its_list_whatever_has_ended(model: str) -> None:
    (problem,) = presend.check("CreateRunRequest", {"assistant_id": "a", "model": f"{model}x"})
    assert (problem.rule, problem.severity) == ("run.model.known", "warning")
    assert f"Did you mean '{model}'" in problem.message


def test_each_row_has_a_date_and_a_source_and_comes_once() -> None:
    rows = facts()
    for fact in rows:
        assert re.fullmatch(r"\d{4}(-\d\d){1,2}", fact.date), fact
        assert all(fact), fact
    names = [(fact.model, fact.name) for fact in rows]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(
    ("model", "name", "value"),
    [
        ("gpt-4o-realtime-preview-2024-10-01", "realtime.reasoning", "-"),
        ("gpt-realtime-2", "realtime.reasoning", None),
        ("o4-mini-2025-04-16", "temperature", "1"),
        ("gpt-5-2025-08-07", "temperature", "1"),
        ("gpt-5-chat-latest", "temperature", None),  # said to be not known
        ("x" * 101, "temperature", None),
        (["gpt-5"], "temperature", None),
    ],
)
def test_an_id_counts_before_a_pattern_and_for_its_snapshots(model: object, name: str, value: str | None) -> None:
    fact = fact_of(model, name)
    assert (None if fact is None else fact.value) == value
    assert (refuses(model, name) is not None) is (value == "-")
    assert not DATED.search("gpt-4-0314")


def listed(*arguments: str) -> Result:
    return CliRunner().invoke(command, ["models", *arguments], catch_exceptions=False)


def test_the_table_is_listed_whole() -> None:
    every = json.loads(listed("--format", "json").stdout)
    assert sorted(tuple(row.values()) for row in every) == sorted(facts())
    assert all(list(row) == ["model", "fact", "value", "date", "source"] for row in every)
    assert len(listed().stdout.splitlines()) == len(facts())


def test_models_are_asked_by_name() -> None:
    rows = [line.split() for line in listed("gpt-5-2025-08-07").stdout.splitlines()]
    assert ["gpt-5-2025-08-07", "end", "2026-12-11", "2026-11-30", "openai-python", "3.57.0"] in rows
    assert ["gpt-5", "temperature", "1", "2025-10", "QwenLM/qwen-code#921"] in rows
    assert not any(row[0] in ("gpt-5.*", "gpt-5-mini") for row in rows)
    two = json.loads(listed("dall-e-2", "dall-e-3", "dall-e-2", "--format", "json").stdout)
    assert [row["model"] for row in two if row["fact"] == "end"] == ["dall-e-2", "dall-e-3"]


def test_a_model_that_nobody_knows_is_no_fault() -> None:
    result = listed("my-own-model")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "unknown model my-own-model" in result.stderr
    assert json.loads(listed("my-own-model", "--format", "json").stdout) == []
