"""Each rule of today's API just inside and just outside its limit; tests/rules_today has the data."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import presend
from presend.openai.rules import RULES as OF_THE_FRAGMENT
from presend.openai.today.rules import ELSEWHERE, RULES
from presend.packs.find import find_pack
from presend.packs.names import TODAY
from presend.structured.requirements import REQUIREMENTS
from tests.made_files import expand, holds_file

if TYPE_CHECKING:
    from presend.problems import Problem
    from presend.rule import Rule

FOLDER = Path(__file__).parent / "rules_today"
MEMBERS = {"rule", "target", "passes", "violates", "param", "code", "says", "severity", "form", "also", "lacks", "pack"}
OF_A_DAY = {"model.retiring"}  # what it tells of which model changes with the day: tests/test_model_facts.py


def rows() -> list[Any]:
    """Return the rows of all files, each with the name of its file and its number as its id.

    Members of a row:
        rule: The rule's id.
        target: What is checked, as `METHOD /path` or the name of a schema.
        passes: A payload just inside; absent if the rule reports something on every payload.
        violates: A payload just outside, in which no other rule finds an error.
        param, code: Of the problem that must be reported; either may be missing.
        says: A part of its message.
        severity: The severity, if it differs from the rule's default.
        form: Whether the payloads are the fields of a form.
        pack: The pack, if the target does not decide it.
        also: Rules that also find errors in the violating payload, since one fault breaks both.
        lacks: Rules that must not find an error in the violating payload, although one might expect it.

    In payloads, `{"$repeat": [text, n]}` and `{"$list": [item, n]}` are long ones, the former with a third text before
    it; `{"$file": [name, text, type]}` is a file of text, `{"$png": [name, mode, width, height, type]}` an image, and
    `tests/made_files.py` has more of them. `{"$interned": text}` is the very object that a literal of a program is.
    """
    found = []
    for path in sorted(FOLDER.glob("*.json")):
        for number, row in enumerate(json.loads(path.read_text("utf-8"))):
            found.append(pytest.param(row, id=f"{path.stem}-{number}: {row['rule']}"))
    return found


every_row = pytest.mark.parametrize("row", rows())


def rule_of(row: dict[str, Any]) -> Rule:
    return find_pack(TODAY).rules.get(row["rule"]) or find_pack().rules[row["rule"]]


def switches(row: dict[str, Any]) -> dict[str, Any]:
    enabled = [row["rule"]] if rule_of(row).opt_in else []
    return {"form": row.get("form", False), "enable": enabled, "pack": row.get("pack")}


DATA_URLS = {  # as its URL says an image → whether an image's rules take it, wherever it stands
    "data:image/png;base64,iVBORw0KGgo=": True,
    "DATA:IMAGE/PNG;BASE64,iVBORw0KGgo=": True,
    "data:image/png;name=a;base64,iVBORw0KGgo=": True,
    "https://example.com/a.png": True,
    "data:image/png;base64,???": False,
    "data:image/png;name=a;BASE64,???": False,
}


@pytest.mark.parametrize(("url", "is_right"), DATA_URLS.items())
def test_a_data_url_is_read_alike_by_the_rules_of_all_endpoints(url: str, is_right: bool) -> None:
    chat = {"role": "user", "content": [{"type": "image_url", "image_url": {"url": url}}]}
    item = {"role": "user", "content": [{"type": "input_image", "detail": "auto", "image_url": url}]}
    for target, payload, place in (
        ("POST /chat/completions", {"model": "my-model", "messages": [chat]}, "/messages/0/content/0/image_url/url"),
        ("POST /responses", {"model": "my-model", "input": [item]}, "/input/0/content/0/image_url"),
        ("POST /moderations", {"input": [chat["content"][0]]}, "/input/0/image_url/url"),
    ):
        problems = [problem.pointer for problem in presend.check(target, payload)]
        assert problems == ([] if is_right else [place]), target


@pytest.mark.parametrize(
    "beside", [{"frame_duration_ms": 50}, {"frame_count": 4}, {"svg": {}}, {"background": "transparent"}]
)
def test_an_unknown_format_has_no_second_problem(beside: dict[str, Any]) -> None:
    payload = {"prompt": "an otter", "output_format": "bmp", **beside}
    errors = [problem for problem in presend.check("POST /images/generations", payload) if problem.severity == "error"]
    assert [(error.rule, error.pointer) for error in errors] == [("schema.enum", "/output_format")]


def test_too_many_known_speakers_have_no_second_problem() -> None:
    fields = {"file": ("a.mp3", b"ID3"), "model": "gpt-4o-transcribe-diarize", "known_speaker_names": ["a"] * 5}
    problems = presend.check("POST /audio/transcriptions", {**fields, "known_speaker_references": ["data:,"]})
    errors = [(problem.rule, problem.pointer) for problem in problems if "names" in problem.pointer]
    assert errors == [("schema.maxItems", "/known_speaker_names")]


def told_of(row: dict[str, Any], name: str) -> tuple[Problem, ...]:
    """Return the problems of a row's payload, which several tests compare with something."""
    return _told_of(json.dumps(row), name)


@functools.cache
def _told_of(text: str, name: str) -> tuple[Problem, ...]:
    row = json.loads(text)
    return presend.check(row["target"], expand(row[name]), **switches(row))


@every_row
def test_a_violating_payload_has_the_problem_of_its_rule_and_no_other(row: dict[str, Any]) -> None:
    assert row.keys() <= MEMBERS
    problems = told_of(row, "violates")
    told = [problem for problem in problems if problem.rule == row["rule"]]
    assert told, problems
    assert len(set(problems)) == len(problems)
    assert {problem.severity for problem in told} == {row.get("severity", rule_of(row).severity)}
    for name in ("param", "code"):
        assert name not in row or row[name] in {getattr(problem, name) for problem in told}
    assert any(row.get("says", "") in problem.message for problem in told)
    others = {problem.rule for problem in problems if problem.severity == "error"} - {row["rule"]}
    assert others == set(row.get("also", ()))
    assert not {problem.rule for problem in problems} & set(row.get("lacks", ()))


@pytest.mark.parametrize("row", [row for row in rows() if "passes" in row.values[0]])
def test_a_payload_just_inside_passes(row: dict[str, Any]) -> None:
    problems = told_of(row, "passes")
    assert [problem for problem in problems if problem.severity == "error" or problem.rule == row["rule"]] == []


@every_row
def test_all_faces_agree(row: dict[str, Any]) -> None:
    for name in row.keys() & {"passes", "violates"}:
        payload, options, problems = expand(row[name]), switches(row), told_of(row, name)
        is_right = not any(problem.severity == "error" for problem in problems)
        assert presend.is_valid(row["target"], payload, **options) == is_right
        if is_right:
            presend.validate(row["target"], payload, **options)
        else:
            with pytest.raises(presend.InvalidPayload):
                presend.validate(row["target"], payload, **options)
        if not options["form"] and not holds_file(row[name]):
            text = json.dumps(payload)
            found = presend.check(row["target"], text, **options)
            assert [(told.rule, told.pointer) for told in found] == [(told.rule, told.pointer) for told in problems]
            assert presend.is_valid(row["target"], text, **options) == is_right


def test_each_rule_has_a_row() -> None:
    limits = find_pack(TODAY).table.get("limits", {})
    asked = {row.values[0]["rule"] for row in rows()}
    own = {rule.id for rule in RULES} - {rule.id for rule in OF_THE_FRAGMENT if rule.id.startswith("image-variation.")}
    of_schemas = {rule.id for rule in REQUIREMENTS.values()}  # tests/test_strict_schemas.py asks of these
    assert (own | set(limits)) - OF_A_DAY - of_schemas <= asked  # tests/test_image_rules.py asks of variations
    assert asked.isdisjoint(ELSEWHERE)


def test_an_observed_rule_has_a_date_and_a_limit_says_what_it_rests_on() -> None:
    rules = find_pack(TODAY).rules
    for rule in (*RULES, *(rules[name] for name in find_pack(TODAY).table["limits"])):
        assert rule.summary.endswith(".")
        assert rule.fix.endswith(".")
        assert rule.as_of or rule.basis != "observed"
    limit = rules["observed.chat.tools.max-items"]
    assert (limit.basis, limit.as_of, limit.fix) == (
        "observed",
        "2026-08-21",
        "Send the tools that this request needs.",
    )
    assert rules["chat.logit-bias.range"].basis == "prose"


@pytest.mark.parametrize("wrong", [[], {}, 0, False, "", "bmp"])
def test_a_format_that_is_none_of_the_known_ones_is_not_taken_for_the_default(wrong: Any) -> None:
    request = {"model": "gpt-image-1", "prompt": "an otter", "output_compression": 50, "output_format": wrong}
    errors = [problem for problem in presend.check("POST /images/generations", request) if problem.severity == "error"]
    assert [problem.pointer for problem in errors] == ["/output_format"]
    default = presend.check("POST /images/generations", {**request, "output_format": None})
    assert "/output_compression" in [problem.pointer for problem in default]
