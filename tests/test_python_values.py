"""Python values as payloads: plain JSON data is accepted at any depth and length, everything else is reported."""

from __future__ import annotations

import collections
import functools
import json
import math
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import presend
from tests.made_packs import make_pack

if TYPE_CHECKING:
    from pathlib import Path

HUGE = 10 ** (sys.get_int_max_str_digits() + 1)
LONE = "\ud83d"
BAD = (math.nan, math.inf, -math.inf, LONE, f"x{LONE}", b"", {1}, 1j, ..., object())
GOOD: tuple[Any, ...] = (0, -1, 2**70, True, None, 0.5, 1e308, "", "x", "é", "😀", [], {})


class Text(str):
    """A str of a user's own."""

    __slots__ = ()


class Members(dict[str, Any]):
    """A dict of a user's own."""


def containers(below: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    names = st.sampled_from(["a", "b", "é", "", Text("c")])
    lists = st.lists(below, max_size=4)
    long = st.tuples(st.lists(below, max_size=2), st.sampled_from([1, "x", 0.5, None]), st.integers(15, 20)).map(
        lambda drawn: [*drawn[0], *[drawn[1]] * drawn[2]]
    )
    dicts = st.dictionaries(names, below, max_size=4)
    twice = below.map(lambda one: [one, {"again": one}])
    kinds = (lists, long, lists.map(tuple), dicts, dicts.map(Members), dicts.map(collections.OrderedDict), twice)
    return st.one_of(*kinds)


VALUES = st.recursive(st.sampled_from([*GOOD, *BAD, Text("x")]), containers, max_leaves=12)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder: Path = tmp_path_factory.mktemp("anything")
    return make_pack(folder, {"Root": {"type": "object", "properties": {"value": {}}, "required": ["value"]}})


def is_json(value: Any) -> bool:
    if isinstance(value, dict):
        return all(map(is_json, [*value, *value.values()]))
    if isinstance(value, list | tuple):
        return all(map(is_json, value))
    return not any(value is bad for bad in (*BAD, HUGE))


@given(value=VALUES)
def test_what_is_not_json_is_reported_and_nothing_else(pack: str, value: Any) -> None:
    found = presend.check("Root", {"value": value}, pack=pack)
    assert bool(found) is not is_json(value)
    assert all(problem.rule.startswith("json.") for problem in found)
    assert presend.is_valid("Root", {"value": value}, pack=pack) is is_json(value)


@pytest.mark.parametrize("beside", [0, 1, 63, 64, 65, 100, 2_000])
@pytest.mark.parametrize(("levels", "is_deep"), [(800, False), (899, False), (900, True), (1_000, True), (5_000, True)])
def test_the_depth_that_is_followed_does_not_depend_on_what_stands_beside(
    pack: str, beside: int, levels: int, *, is_deep: bool
) -> None:
    deep = functools.reduce(lambda below, _: [below], range(levels - 1), list[Any]())
    value = {"value": deep, **{f"x{number}": [] for number in range(beside)}}
    found = presend.check("Root", value, pack=pack)
    errors = {problem.rule for problem in found if problem.severity == "error"}
    assert errors == ({"json.too-deep"} if is_deep else set())
    assert presend.is_valid("Root", value, pack=pack) is not is_deep
    if levels < 950:  # Python's json cannot write many more
        written = json.dumps(value)
        assert {problem.rule for problem in presend.check("Root", written, pack=pack)} == {one.rule for one in found}
        assert presend.is_valid("Root", written, pack=pack) is not is_deep


@pytest.mark.parametrize(
    "bad", [HUGE, math.nan, True, "x", LONE, [], (1,), b""], ids=lambda value: type(value).__name__
)
@pytest.mark.parametrize("index", [0, 50, -1])
def test_one_item_of_a_long_array_of_integers(pack: str, bad: Any, index: int) -> None:
    items: list[Any] = list(range(100))
    items[index] = bad
    assert (presend.check("Root", {"value": [items]}, pack=pack) == ()) is is_json(bad)


def test_a_value_that_holds_itself_many_times_over_is_reported_soon(pack: str) -> None:
    value: list[Any] = []
    value += [value, value]
    assert [problem.rule for problem in presend.check("Root", {"value": value}, pack=pack)] == ["json.too-deep"]


@pytest.mark.parametrize(
    ("levels", "is_deep"), [(90, False), (120, False), (880, False), (895, False), (896, True), (950, True)]
)
def test_the_depth_of_a_part_that_was_met_before_is_known(levels: int, *, is_deep: bool) -> None:
    """The part lies below five levels of a run: the run, its tools, a tool, its function and the parameters."""
    parameters = f'{{"type": "object", "properties": {{}}, "default": {"[" * levels}{"]" * levels}}}'
    function = f'{{"name": "f", "parameters": {parameters}}}'
    text = f'{{"assistant_id": "a", "tools": [{{"type": "function", "function": {function}}}]}}'
    expected = ["json.too-deep"] if is_deep else []
    for _ in range(3):
        found = presend.check("CreateRunRequest", text)
        assert [problem.rule for problem in found if problem.severity == "error"] == expected
        assert presend.is_valid("CreateRunRequest", text) is not is_deep
