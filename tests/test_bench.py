"""The benchmarks: payloads have the right verdicts, tables match the samples, and the guard fails when it must."""

from __future__ import annotations

import gc
import json
import xml.etree.ElementTree as ET

import msgspec
import pytest

import bench.__main__
import presend
from bench import (
    contenders,
    figures,
    groups,
    guard,
    images,
    line_files,
    lines,
    report,
    rounds,
    structs,
    tables,
    transport,
    worker,
)
from bench.__main__ import NAMES
from bench.limits import LIMITS
from bench.payloads import IMAGE, RUN, Case, cases
from bench.plot import Panel, svg
from bench.processes import PROCESSES, commands
from bench.targets import RIGHT, TARGETS

SMALL_FACES = ("presend.is_valid", "presend.check", "presend.validate")
MACHINE = dict.fromkeys("processor cores ram system python versions date".split(), "x")


@pytest.mark.parametrize("name", groups.CASES)
def test_payloads_have_the_verdicts_they_are_said_to_have(name: str) -> None:
    case = groups.CASES[name]
    for payload in (case.values() if case.schema == IMAGE else case.texts())[:3]:
        problems = presend.check(case.schema, payload)
        assert any(problem.severity == "error" for problem in problems) is not case.is_valid
        assert presend.is_valid(case.schema, payload) is case.is_valid


def test_payloads_are_the_same_each_time_and_the_different_ones_all_different() -> None:
    sized = [case for case in cases().values() if case.size != "large"]
    assert [case.make() for case in sized] == [case.make() for case in sized]
    different = cases()[f"{RUN} typical all different"].texts()
    assert len({json.dumps(json.loads(text)["tools"]) for text in different}) == len(different) > 128
    assert images.crc_and_inflate(images.photo(40)) == 40 * (1 + 3 * 40)
    assert len(images.photo(images.EDGE_3900_KB)) == pytest.approx(3_900_000, rel=0.01)


@pytest.mark.parametrize("name", [name for name, case in cases().items() if case.schema != IMAGE and case.is_valid])
def test_the_structs_for_msgspec_say_the_schemas(name: str) -> None:
    case = cases()[name]
    decode = msgspec.json.Decoder(getattr(structs, case.schema)).decode
    for text in case.texts()[:3]:
        decode(text)
    if case.size != "small":
        wrong = cases()[f"{case.schema} typical invalid"].texts()[0]
        with pytest.raises(msgspec.ValidationError):
            decode(wrong)


@pytest.fixture(scope="module", autouse=True)
def _few_objects() -> None:
    gc.freeze()  # each sample collects garbage first, and need not look at what other tests keep


@pytest.mark.parametrize("name", [*SMALL_FACES, "presend.is_valid, mapping", "jsonschema-rs"])
def test_a_worker_samples_only_right_verdicts(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    contender, case = contenders.CONTENDERS[name], cases()[f"{RUN} small valid"]
    if name == "jsonschema-rs":
        contender = contenders.Contender(name, lambda _: lambda payload: b"temperature" not in payload)
    trial, answer = worker.first(contender, case, 0.0001)
    assert answer == {"bytes": 48}
    assert trial is not None
    assert trial.sample() > 0
    lying = Case(RUN, "small", "lie", is_valid=False, make=case.make)
    assert worker.first(contender, lying, 0.0001) == (None, {"cannot": "wrong verdict"})
    monkeypatch.setattr(worker, "said", lambda _: False)
    assert worker.first(contender, case, 0.0001)[1] == {"cannot": "wrong verdict"}


def test_a_contender_without_files_says_so() -> None:
    case = cases()[f"{IMAGE} small valid"]
    assert worker.first(contenders.CONTENDERS["json.loads"], case, 0.0001) == (
        None,
        {"cannot": "cannot: no file fields"},
    )


def invented() -> list[rounds.Result]:
    """Return results for all that is measured: everybody takes 2, 4 and 6 seconds, the floors half of that."""
    results = []
    for group in groups.GROUPS:
        for case in group.cases:
            for name in group.contenders:
                samples = [1.0, 2.0, 3.0] if name == group.floor else [2.0, 4.0, 6.0]
                results.append(rounds.Result(group.name, case.name, name, samples, size=3326, peak=2**20))
    floors = set(PROCESSES)
    for command in commands():
        samples = [1.0, 1.0] if (command.case, command.name) in floors else [0.5, 0.7]
        results.append(rounds.Result("processes", command.case, command.name, samples))
    whole = line_files.commands()
    results += [rounds.Result("files", one.case, one.name, [2.0], size=2_000_000) for one in whole]
    sides = [(request.case, name) for request in transport.requests() for name in (transport.WITHOUT, transport.WITH)]
    results += [rounds.Result("transport", case, name, [1.0]) for case, name in sides]
    results += [rounds.Result("lines", RUN, name, [2.0], size=2_000_000) for name, _, _ in lines.CALLS]
    return results


def test_ratios_are_taken_within_rounds() -> None:
    drifting = [
        rounds.Result("json", RIGHT, "presend.check", [10.0, 20.0, 60.0]),
        rounds.Result("json", RIGHT, "orjson.loads", [1.0, 2.0, 4.0]),
    ]
    found = figures.Figures(drifting).ratio("json", RIGHT, "presend.check", "orjson.loads")
    assert found == figures.Spread(median=10.0, low=10.0, high=12.5)
    assert str(found) == "10.0 (10.0–12.5)"  # noqa: RUF001
    assert figures.Figures(drifting).ratio("json", RIGHT, "presend.check", "json.loads") is None


def test_the_page_and_the_plot_hold_what_was_measured() -> None:
    results = invented()
    results[3].cannot, results[3].samples = "wrong verdict", []
    made = figures.Figures(results)
    text = report.page(made, MACHINE)
    assert "$" not in text
    assert "| **presend.is_valid** | 2.00 | 2.00 | 2.00 |" in text
    assert "wrong verdict" in text
    assert text.count("| met |") + text.count("**not met**") == len(TARGETS) + len(LIMITS)
    assert "1 MB/s" in text
    for line in tables.targets(made).splitlines():
        assert line.count("|") == 5
    plot = ET.fromstring(svg(tables.panels(made)))
    assert len(plot.findall("{*}rect")) == sum(len(panel.bars) for panel in tables.panels(made))


@pytest.mark.parametrize("name", NAMES)
def test_a_part_is_printed_and_nothing_written(
    name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def never(*_: object) -> None:
        pytest.fail("writes what only a whole run may write")

    monkeypatch.setattr(bench.__main__, "prepare", bool)
    monkeypatch.setattr(bench.__main__, "_measured", lambda only, _: (r for r in invented() if r.group in only))
    for writer in ("save", "keep", "write"):
        monkeypatch.setattr(bench.__main__, writer, never)
    monkeypatch.setattr("sys.argv", ["bench", "--only", name])
    assert bench.__main__.main() == 0
    printed = capsys.readouterr().out
    for table in report.OF_GROUP[name]:
        assert table(figures.Figures([r for r in invented() if r.group == name])) in printed
    assert printed.startswith(("| ", "### "))


def test_a_bar_is_as_long_as_the_logarithm_of_its_ratio() -> None:
    def width(ratio: float) -> float:
        bars = [("a", figures.Spread(ratio, ratio, ratio), True), ("b", figures.Spread(100, 100, 100), False)]
        plot = ET.fromstring(svg([Panel("title <", "axis", bars)]))
        return float(plot.findall("{*}rect")[0].get("width", ""))

    assert width(10) == pytest.approx(width(100) / 2, abs=0.1)


def test_the_guard_fails_past_the_slack_and_only_there() -> None:
    before = {"a": 1.0, "b": 2.0, "gone": 1.0}
    assert guard.compare({"a": 1.5, "b": 0.1, "new": 9.0}, before)[1] == []
    told, past = guard.compare({"a": 1.51, "b": 2.0}, before)
    assert past == ["a"]
    assert "past the slack" in told[1]


def test_the_committed_ratios_are_those_of_all_that_is_measured_of_presend() -> None:
    kept = figures.Figures(invented()).kept()
    assert guard.committed().keys() == kept.keys()
    assert all(figures.OURS in name for name in kept)
