"""JSON text: both parsers agree, every fault has a name and a place, and every member is found."""

from __future__ import annotations

import contextlib
import json
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import presend
from presend.reading import json_places
from presend.reading.duplicate_names import duplicate_keys
from presend.reading.json_faults import JsonFault
from presend.reading.json_places import locate
from presend.reading.json_text import parse
from presend.reading.json_tokens import Value, values

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.problems import Path

NUMBERS = st.one_of(
    st.integers(),
    st.integers(min_value=-(10**60), max_value=10**60),
    st.floats(allow_nan=False, allow_infinity=False),
    st.sampled_from([0, -0.0, 1, 1.0, True, 5e-324, 1.7976931348623157e308, 2**53 + 1, 10**4000]),
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=20,
)
LITERALS = st.from_regex(r"-?(0|[1-9][0-9]{0,25})(\.[0-9]{1,25})?([eE][+-]?[0-9]{1,3})?", fullmatch=True)


@st.composite
def texts(draw: st.DrawFn) -> str:
    """JSON text in many spellings: spacing, escapes, number forms, names that come twice."""
    space = draw(st.sampled_from(["", " ", "\n", "\r\n", "\t \n"]))

    def write(value: Any) -> str:
        if isinstance(value, dict):
            names = [*value, *(draw(st.lists(st.sampled_from(list(value)), max_size=2)) if value else ())]
            members = [f"{write(name)}{space}:{space}{write(value[name])}" for name in names]
            return "{" + space + f"{space},".join(members) + space + "}"
        if isinstance(value, list):
            return "[" + f",{space}".join(map(write, value)) + space + "]"
        if isinstance(value, str):
            return json.dumps(value, ensure_ascii=draw(st.booleans()))
        return draw(LITERALS) if draw(st.booleans()) else json.dumps(value)

    return space + write(draw(VALUES)) + space


def fault(text: str | bytes) -> JsonFault:
    with pytest.raises(JsonFault) as caught:
        parse(text)
    return caught.value


@given(texts())
def test_parse_equals_json(text: str) -> None:
    wanted = json.loads(text)
    try:
        json.dumps(wanted, allow_nan=False)
    except ValueError:  # of a literal such as 1e999, unless a name that comes again takes its place
        assert fault(text).rule == "json.non-finite-number"
        return
    # repr tells 1 from 1.0 and True, 0.0 from -0.0, and the order of the members
    assert {repr(parse(form)) for form in (text, text.encode(), bytearray(text.encode()))} == {repr(wanted)}


@given(st.text(st.sampled_from('{}[]",:\\ud8eE+-.019 \ntrfalsnNI\ufeff'), max_size=12) | st.binary(max_size=12))
def test_parse_gives_a_value_or_a_fault(text: str | bytes) -> None:
    try:
        parse(text)
    except JsonFault as caught:
        told = caught
    else:
        return
    assert 1 <= told.line <= len(text) + 1
    assert 1 <= told.column <= len(text) + 1
    assert told.message.startswith("Expected ")
    assert told.message.endswith(".")


FAULTS: list[tuple[str | bytes, str, int, int, Path, str]] = [  # text → rule, line, column, path, message
    ("", "json.malformed", 1, 1, (), "got an empty text"),
    (" \n ", "json.malformed", 2, 2, (), "got an empty text"),
    ("{", "json.malformed", 1, 2, (), "got the end of the text"),
    ('{"a": "b', "json.malformed", 1, 7, (), "got the end of the text"),
    ("1 2", "json.malformed", 1, 3, (), "Expected nothing after the value"),
    ("[1,\n2,\n]", "json.malformed", 2, 2, (), "Remove the comma"),
    ('{"a": 1 , }', "json.malformed", 1, 9, (), "Remove the comma"),
    ("{'a': 1}", "json.malformed", 1, 2, (), "another kind of quote"),
    ('{"é": “a”}', "json.malformed", 1, 7, (), "another kind of quote"),
    ('{"a": True}', "json.malformed", 1, 7, (), "a Python word"),
    ("{a: 1}", "json.malformed", 1, 2, (), "a bare word"),
    ('{"a" 1}', "json.malformed", 1, 6, (), "Expected a colon"),
    ('{"a": 1 "b": 2}', "json.malformed", 1, 9, (), "A comma may be missing"),
    ("[1 // one\n]", "json.malformed", 1, 4, (), "JSON has no comments"),
    ('"a\nb"', "json.malformed", 1, 3, (), "control character"),
    ('"\\x"', "json.malformed", 1, 2, (), "escape"),
    ("01", "json.malformed", 1, 2, (), "a digit"),
    ("\ufeff{}", "json.malformed", 1, 1, (), "byte order mark"),
    (b"\xef\xbb\xbf{}", "json.malformed", 1, 1, (), "byte order mark"),
    (b'{"\xc3\xa9":\n"\xc3\xa9\xff"}', "json.encoding", 2, 3, (), "Expected UTF-8"),
    ('{"a": 1}'.encode("utf-16"), "json.encoding", 1, 1, (), "Expected UTF-8"),
    ('{"a": 1}'.encode("utf-16-le"), "json.encoding", 1, 1, (), "Expected UTF-8"),
    ('{"a": 1}'.encode("utf-32-be"), "json.encoding", 1, 1, (), "Expected UTF-8"),
    ('{"a": [1, NaN]}', "json.non-finite-number", 1, 11, ("a", 1), "got NaN"),
    ('{"a": {"b": -Infinity}}', "json.non-finite-number", 1, 13, ("a", "b"), "got -Infinity"),
    ('{"a": 1e400, "b": [}', "json.malformed", 1, 20, (), "Expected a value"),
    ('{"a": 1e400, "b": [NaN', "json.non-finite-number", 1, 20, ("b", 0), "got NaN"),
    ('{"a": NaN, "a": 1}', "json.non-finite-number", 1, 7, ("a",), "got NaN"),
    ('{"a": 1e400, "a": 1, "b": [2e400]}', "json.non-finite-number", 1, 28, ("b", 0), "a finite number"),
    ('{"a": [1e400], "a": [1, -1e400], "b": 1}', "json.non-finite-number", 1, 25, ("a", 1), "a finite number"),
    ('{"a":\n -1e400}', "json.non-finite-number", 2, 2, ("a",), "beyond the range of a double"),
    ("9" * 400 + ".5", "json.non-finite-number", 1, 1, (), "beyond the range of a double"),
    ('["\\ud83d\\ude00", "a\\ud83d"]', "json.lone-surrogate", 1, 20, (1,), "lone surrogate"),
    ('{"a": {"\\udc00": 1}}', "json.lone-surrogate", 1, 9, ("a",), "lone surrogate"),
    ('{"a": "\\\\ud800\ud800"}', "json.lone-surrogate", 1, 15, ("a",), "lone surrogate"),
    ("[0, " + "9" * 5000 + "]", "json.number-too-long", 1, 5, (1,), "4,300 digits"),
    ("[" * 100_000 + "]" * 100_000, "json.too-deep", 1, 100_000, (), "got 100,000"),
    ("[" * 100_000, "json.too-deep", 1, 100_000, (), "got 100,000"),
]


@pytest.mark.parametrize("row", FAULTS, ids=[repr(row[0])[:24] for row in FAULTS])
def test_faults(row: tuple[str | bytes, str, int, int, Path, str]) -> None:
    text, rule, line, column, path, message = row
    told = fault(text)
    assert (told.rule, told.line, told.column, told.path) == (rule, line, column, path)
    assert message in told.message
    assert str(told).endswith(f"(line {line}, column {column})")


def test_nesting_that_json_takes_is_taken() -> None:
    deep = "[" * 500 + "]" * 500
    value = parse(deep)
    for _ in range(499):
        (value,) = value
    assert value == []
    assert locate(deep, [(0,) * 499, (0,) * 600]) == {(0,) * 499: (1, 500), (0,) * 600: (1, 500)}
    assert duplicate_keys(deep) == []


def test_the_digit_limit_is_the_interpreter_s() -> None:
    before = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)
    try:
        assert parse("1" + "0" * 5000) == 10**5000
    finally:
        sys.set_int_max_str_digits(before)


def test_faults_quote_no_payload() -> None:
    for text in (
        '{"a": secret}',
        '{"secret": "secret',
        '["secret", "\\ud800"]',
        "secret",
        '{"secret": 1e999}',
    ):
        assert "secret" not in str(fault(text))


def members(text: str) -> tuple[list[Path], set[Path]]:
    """Every path of `text` (the last of duplicates only), and the paths of the duplicates: a slow model."""
    twice: set[Path] = set()

    class Pairs(list[tuple[str, Any]]):
        pass

    def walk(value: object, path: Path) -> list[Path]:
        if isinstance(value, Pairs):
            names = [name for name, _ in value]
            twice.update((*path, name) for name in names if names.count(name) > 1)
            every = {name: walk(below, (*path, name)) for name, below in value}
            return [path, *(each for below in every.values() for each in below)]
        if isinstance(value, list):
            return [path, *(each for step, item in enumerate(value) for each in walk(item, (*path, step)))]
        return [path]

    return walk(json.loads(text, object_pairs_hook=Pairs), ()), twice


@given(texts())
def test_duplicates_are_found_with_their_paths(text: str) -> None:
    found = duplicate_keys(text)
    assert len(found) == len(set(found))
    assert set(found) == members(text)[1]


@given(texts(), st.lists(TEXT | st.integers(0, 3), max_size=2))
def test_every_member_is_located(text: str, beyond: list[str | int]) -> None:
    paths, _ = members(text)
    places = locate(text, [*paths, *((*path, *beyond) for path in paths)])
    if not members(text)[1]:
        for path in paths:
            assert locate(text, [path], is_unique=True) == {path: places[path]}
        assert locate(text, paths, is_unique=True) == {path: places[path] for path in paths}
    lines = text.split("\n")
    decode = json.JSONDecoder().raw_decode
    for path in paths:
        line, column = places[path]
        there = "\n".join([lines[line - 1][column - 1 :], *lines[line:]])
        read, end = decode(there)
        value = json.loads(text)
        for step in path[:-1]:
            value = value[step]
        if path and isinstance(path[-1], str):
            assert read == path[-1]
            after = there[end:].lstrip(" \t\r\n").removeprefix(":").lstrip(" \t\r\n")
            read = decode(after)[0]
        assert repr(read) == repr(value[path[-1]] if path else value)
        missing = (*path, *beyond)
        ancestors = [missing[:length] for length in range(len(missing) + 1) if missing[:length] in paths]
        assert places[missing] == places[ancestors[-1]]


LOCATED: list[tuple[str, Path, tuple[int, int]]] = [
    (' {"a": 1}', (), (1, 2)),
    (' {"a": 1}', ("a",), (1, 3)),
    ('{\r\n"é😀": [1,\r\n 2]}', ("é😀", 1), (3, 2)),
    ('{"é😀": 0, "b": [[], {"c": 0}]}', ("b", 1, "c"), (1, 22)),
    ('{"a\\"b": 0}', ('a"b',), (1, 2)),
    ('{"a": "}{][,:", "b": 0}', ("b",), (1, 17)),
    ('{"a": 1, "a": 2}', ("a",), (1, 10)),
    ('{"a": {"b": 1}, "a": {"c": 2}}', ("a", "b"), (1, 17)),  # not in the one that counts
    ('{"a": {"b": 1}, "a": {"b": 2}}', ("a", "b"), (1, 23)),
    ('{"0": 1}', (0,), (1, 1)),
    ("[1]", ("0",), (1, 1)),
    ("[1]", (1,), (1, 1)),
    ("7", ("a", "b"), (1, 1)),
    ("", ("a",), (1, 1)),
]


@pytest.mark.parametrize(("text", "path", "place"), LOCATED)
def test_places(text: str, path: Path, place: tuple[int, int]) -> None:
    assert locate(text, [path]) == {path: place}


@pytest.mark.parametrize("as_bytes", [False, True])
def test_places_of_a_long_text_without_twins(as_bytes: bool) -> None:
    text = json.dumps({"a": 1, "b": ["é" * 10] * 100_000, "c": {"d": 2}}, ensure_ascii=False)
    for path in ((), ("a",), ("b", 99_999), ("c", "d"), ("c", "missing"), ("missing",)):
        places = locate(text, [path])
        assert locate(text.encode() if as_bytes else text, [path], is_unique=True) == places


def test_thousands_of_paths_take_one_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    item = json.dumps({"name": "x" * 50, "below": [1, 2, {"c": 3}]})
    text = "[" + ",\n".join([item] * 20_000) + "]"
    paths: list[Path] = [(index, "below", 2, "c") for index in range(20_000)]
    passes = 0

    def counted(whole: str) -> Iterator[Value]:
        nonlocal passes
        passes += 1
        return values(whole)

    monkeypatch.setattr(json_places, "values", counted)
    places = locate(text, paths)
    assert places[19_999, "below", 2, "c"][0] == 20_000
    assert passes == 1


@pytest.mark.parametrize("levels", [899, 900, 901, 990, 1_100, 5_000])
@pytest.mark.parametrize("beside", ["", '"]]]]", ', '"\\\\", ', '"\\"[[[", {"a[": []}, '])
def test_how_deep_a_text_may_be_is_the_same_with_every_python(levels: int, beside: str) -> None:
    """Also where the deep value is of no account, because its name comes twice."""
    nest = "[" * levels + "]" * levels
    expected = levels > 900
    assert ("json.too-deep" in rules_of(nest)) is expected
    hidden = f'{{"input":[{beside}{nest[2:-2]}],"input":"a"}}'
    assert ("json.too-deep" in rules_of(hidden)) is expected
    assert presend.is_valid("CreateModerationRequest", hidden) is not expected
    assert presend.is_valid("CreateModerationRequest", hidden.encode()) is not expected
    if expected:
        with pytest.raises(presend.InvalidPayload):
            presend.validate("CreateModerationRequest", hidden)
    else:
        assert presend.validate("CreateModerationRequest", hidden).model_dump(exclude_unset=True) == {"input": "a"}


@pytest.mark.parametrize("text", ["[" * 5_000, "[" * 5_000 + "x", '{"a":' * 5_000, "]" + "[" * 5_000])
def test_text_too_deep_without_an_end_is_too_deep_with_every_python(text: str) -> None:
    assert rules_of(text) == ["json.too-deep"]


def rules_of(text: str) -> list[str]:
    found = presend.check("CreateModerationRequest", text)
    return [problem.rule for problem in found if problem.severity == "error"]


@pytest.mark.parametrize("levels", [60, 400, 700])
def test_places_are_the_same_however_deep_the_caller_is(levels: int) -> None:
    text = f'{{"a": 1,\n "b": 2,\n "x": {"[" * levels + "]" * levels},\n "c": 3,\n "d": 4}}'
    paths: list[Path] = [("a",), ("b",), ("x",), ("c",), ("d",)]
    usual = locate(text, paths)

    def below(frames: int) -> Any:
        return locate(text, paths, is_unique=True) if frames == 0 else below(frames - 1)

    for frames in range(0, 950, 1 if levels == 700 else 7):
        with contextlib.suppress(RecursionError):
            assert below(frames) == usual
