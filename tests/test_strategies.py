"""Strategies draw valid values, single faults and every part of a schema, and examples shrink."""

from __future__ import annotations

import contextlib
import json
import random
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, Phase, find, given, seed, settings
from hypothesis.errors import NoSuchExample

import presend
from presend.packs.find import find_pack
from presend.packs.names import FRAGMENT, TODAY
from presend.strategies import Invalid, invalid_payloads, near_boundary, payloads
from presend.text_strategies import invalid_texts, texts
from tests import fuzz
from tests.amount import examples, needed
from tests.oracles import as_json, disagreements, effective
from tests.reach import Mark, reached, universe

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROOTS = find_pack().roots
MOST = needed(20_000)  # payloads that may be drawn until everything has been reached; a tenth of them are enough
SHRINKING = (Phase.generate, Phase.shrink)  # without explaining, which takes ten times as long
LEAST: dict[str, Any] = {  # what the payloads of each root shrink to
    "CreateMessageRequest": {"content": "", "role": "user"},
    "CreateModerationRequest": {"input": ""},
    "CreateModerationResponse": {},
    "CreateRunRequest": {"assistant_id": ""},
}


@pytest.mark.parametrize("target", ROOTS)
def test_valid_is_valid_by_every_reading(target: str) -> None:
    @settings(max_examples=examples(100))
    @given(payloads(target))
    def holds(payload: Any) -> None:
        assert [problem for problem in presend.check(target, payload) if problem.severity == "error"] == []
        assert all(oracle.is_valid(as_json(payload)) for oracle in effective(target))
        assert disagreements(target, payload) == []

    holds()


@pytest.mark.parametrize("target", ROOTS)
def test_one_fault_is_one_fault(target: str) -> None:
    @settings(max_examples=examples(150))
    @given(invalid_payloads(target))
    def holds(invalid: Invalid) -> None:
        errors = [problem for problem in presend.check(target, invalid.payload) if problem.severity == "error"]
        assert [(error.rule, error.pointer) for error in errors] == [(invalid.rule, invalid.pointer)]
        assert not all(oracle.is_valid(as_json(invalid.payload)) for oracle in effective(target))

    holds()


@pytest.mark.parametrize("target", sorted(set(ROOTS) - {"CreateModerationResponse"}))  # which has no limits
def test_what_is_near_a_boundary_is_on_both_sides_of_it(target: str) -> None:
    verdicts = set()

    @seed(1)
    @settings(
        max_examples=examples(200), database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
    )
    @given(near_boundary(target))
    def holds(payload: Any) -> None:
        assert disagreements(target, payload) == []
        verdicts.add(presend.is_valid(target, payload))

    holds()
    assert verdicts == {True, False}


@pytest.mark.parametrize("target", ROOTS)
def test_every_member_branch_enum_member_null_and_absence_is_reached(target: str) -> None:
    node = find_pack().node(target)
    missing: set[Mark] = set(universe(node))

    def all_reached(payload: Any) -> bool:
        missing.difference_update(reached(node, payload))
        return not missing

    with contextlib.suppress(NoSuchExample):
        find(
            payloads(target),
            all_reached,
            settings=settings(
                max_examples=MOST, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
            ),
        )
    assert missing == set()


@pytest.mark.parametrize("target", LEAST)
def test_payloads_shrink_to_the_least_there_is(target: str) -> None:
    found = find(payloads(target), lambda _: True, settings=settings(database=None, phases=SHRINKING))
    assert found == LEAST[target]


def test_a_fault_shrinks_to_the_least_payload_around_it() -> None:
    least = find(
        invalid_payloads("CreateMessageRequest"),
        lambda invalid: invalid.rule == "metadata.max-pairs",
        random=random.Random(1),  # of a hundred starts, one or the other is given up before the least is found
        settings=settings(
            database=None, max_examples=needed(5_000), phases=SHRINKING, suppress_health_check=list(HealthCheck)
        ),
    )
    assert (least.payload["content"], len(least.payload["metadata"])) == ("", 17)
    assert len(json.dumps(least.payload)) < 300  # 17 short pairs, and next to nothing else


def test_what_fuzzing_once_found_stays_mended() -> None:
    for root, payload in found(fuzz.FOUND):
        assert fuzz.told(root, payload) == []


@pytest.mark.parametrize("pack", [FRAGMENT, TODAY])
def test_what_fuzzing_finds_is_kept_for_that(pack: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fuzz, "FOUND", tmp_path / "found")
    root = fuzz.Root(pack, "CreateModerationRequest")
    fuzz.report(root, fuzz.Disagreement({"input": 1}, ["one says yes"]), 1)
    fuzz.report(root, fuzz.Disagreement({"input": "é"}, ["one says no"]), 2)
    assert [*found(fuzz.FOUND)] == [(root, {"input": 1}), (root, {"input": "é"})]
    assert [fuzz.told(root, payload) for _, payload in found(fuzz.FOUND)] == [[], []]


def found(folder: Path) -> Iterator[tuple[fuzz.Root, Any]]:
    """Yield what `make fuzz` has kept in a folder, which may be nothing."""
    for path in sorted(folder.glob("*.jsonl")):
        for case in map(json.loads, path.read_text("utf-8").splitlines()):
            yield fuzz.Root(case.get("pack", FRAGMENT), case["target"]), case["payload"]


@pytest.mark.parametrize("target", sorted(set(ROOTS) - {"CreateImageVariationRequest"}))  # which is no text
def test_texts_stand_for_valid_payloads_in_any_spelling(target: str) -> None:
    seen: set[str] = set()

    @settings(max_examples=examples(160), suppress_health_check=list(HealthCheck))  # of ten, three have a name twice
    @given(texts(target))
    def holds(text: str) -> None:
        problems = presend.check(target, text)
        assert [problem for problem in problems if problem.severity == "error"] == []
        assert presend.is_valid(target, text.encode())
        assert presend.validate(target, text).model_dump(exclude_unset=True) == json.loads(text)
        seen.update(problem.rule for problem in problems)

    holds()
    assert "json.duplicate-key" in seen


@pytest.mark.parametrize("target", sorted(set(ROOTS) - {"CreateImageVariationRequest"}))
def test_one_value_that_cannot_be_read_is_reported_where_it_is(target: str) -> None:
    @settings(max_examples=examples(100), suppress_health_check=list(HealthCheck))
    @given(invalid_texts(target))
    def holds(invalid: Invalid) -> None:
        told = [(problem.rule, problem.pointer) for problem in presend.check(target, invalid.payload)]
        assert (invalid.rule, invalid.pointer) in told
        assert presend.is_valid(target, invalid.payload) is False

    holds()
