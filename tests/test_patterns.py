"""A pattern means what ECMA 262 says in every part of presend, with any engine in any version."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import presend
from presend.packs.find import find_pack
from presend.schema.patterns import is_quick, searcher
from tests.amount import examples
from tests.specs import generate, spec

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parent / "patterns.json").read_text("utf-8"))
REMEMBERING = "(?<own>)\\k<own>"  # matches everywhere, and needs an engine that remembers what groups match


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Make a pack with each pattern as a type, as that of a member, and as that of names."""
    schemas: dict[str, Any] = {}
    for number, case in enumerate(CASES):
        limited = {"type": "string", "pattern": case["pattern"]}
        schemas |= {f"Text{number}": limited, f"Member{number}": {"type": "object", "properties": {"a": limited}}}
        named = {"patternProperties": {case["pattern"]: {"type": "integer"}}, "additionalProperties": False}
        schemas[f"Names{number}"] = {"type": "object", **named}
    result, name = generate(spec(schemas), tmp_path_factory.mktemp("patterns"))
    assert result.exit_code == 0, result.output
    return name


def accepting(target: str, value: Any, pack: str) -> dict[str, bool]:
    """Return what each face says of a value, of its text and of itself."""
    text = json.dumps(value)

    def is_raised(call: Any, *arguments: Any, **others: Any) -> bool:
        try:
            call(*arguments, **others)
        except ValueError:
            return True
        return False

    told = {
        "check": not presend.check(target, text, pack=pack),
        "is_valid": presend.is_valid(target, text, pack=pack),
        "validate": not is_raised(presend.validate, target, text, pack=pack),
    }
    model = find_pack(pack).model(target)
    if isinstance(model, type):
        told["is_valid of data"] = presend.is_valid(target, value, pack=pack)
        told["model"] = not is_raised(model.model_validate, value)
        told["model of text"] = not is_raised(model.model_validate_json, text)
    return told


@pytest.mark.parametrize("number", range(len(CASES)), ids=[case["about"] for case in CASES])
def test_a_pattern_means_the_same_to_every_face(number: int, pack: str) -> None:
    for is_right, texts in ((True, CASES[number]["takes"]), (False, CASES[number]["refuses"])):
        for text in texts:
            shapes = {f"Text{number}": text, f"Member{number}": {"a": text}, f"Names{number}": {text: 1}}
            for target, value in shapes.items():
                told = accepting(target, value, pack)
                assert told == dict.fromkeys(told, is_right), (target, text)


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_a_pattern_means_the_same_to_every_engine(case: dict[str, Any]) -> None:
    groups = re.sub(r"\\.", "", case["pattern"]).count("(")  # at least; an own name needs no number
    assert groups < 9
    for pattern in (case["pattern"], f"(?=)(?:{case['pattern']})", f"(?:{case['pattern']}){REMEMBERING}"):
        search = searcher(pattern)
        assert [text for text in case["takes"] if not search(text)] == []
        assert [text for text in case["refuses"] if search(text)] == []


LITERALS = ["a", "b", "1", "_", "é", "-", r"\.", "K"]
SETS = [r"\d", r"\D", r"\w", r"\W", "[ab]", "[^a]", "[a-z]", r"[\w-]", r"[^\d]", "[Aé]"]
LOOKS = ["(?=", "(?!"]
TURNS = ["*", "+", "?", "{2}", "{1,2}", "{0,2}", "{2,}", "*?", "+?", "??", "{0}"]
# ECMA's → Python's, with re.ASCII; Python's own \B is not found in an empty text
PLACES = {"^": "^", "$": r"\Z", r"\b": r"\b", r"\B": r"(?!\b)"}
Pair = tuple[str, str]  # a pattern of ECMA 262, and of Python's `re`


def _both(words: list[str]) -> st.SearchStrategy[Pair]:
    return st.sampled_from(words).map(lambda word: (word, word))


def _around(pairs: st.SearchStrategy[Pair]) -> st.SearchStrategy[Pair]:
    rows = st.lists(pairs, min_size=2, max_size=3).map(
        lambda row: ("".join(p[0] for p in row), "".join(p[1] for p in row))
    )
    choices = st.tuples(pairs, pairs).map(lambda two: (f"(?:{two[0][0]}|{two[1][0]})", f"(?:{two[0][1]}|{two[1][1]})"))
    turns = st.tuples(pairs, st.sampled_from(TURNS)).map(lambda t: (f"(?:{t[0][0]}){t[1]}", f"(?:{t[0][1]}){t[1]}"))
    looks = st.tuples(pairs, st.sampled_from(LOOKS)).map(lambda t: (f"{t[1]}{t[0][0]})", f"{t[1]}{t[0][1]})"))
    behind = st.tuples(st.sampled_from(["(?<=", "(?<!"]), _both(LITERALS + SETS)).map(
        lambda t: (f"{t[0]}{t[1][0]})", f"{t[0]}{t[1][1]})")
    )
    return rows | choices | turns | looks | behind


PATTERNS = st.recursive(_both(LITERALS + SETS) | st.sampled_from(sorted(PLACES.items())), _around, max_leaves=7)
TEXTS = st.text(st.sampled_from("ab1_é-.K A\n😀"), max_size=7)


@settings(max_examples=examples(400))
@given(PATTERNS, st.lists(TEXTS, min_size=4, max_size=4))
def test_all_engines_agree_with_that_of_python(pair: Pair, texts: list[str]) -> None:
    pattern, of_python = pair
    oracle = re.compile(of_python, re.ASCII)
    searches = [searcher(one) for one in (pattern, f"(?=)(?:{pattern})", f"(?:{pattern}){REMEMBERING}")]
    for text in ("", *texts):
        expected = oracle.search(text) is not None
        assert [bool(search(text)) for search in searches] == [expected] * 3, (pattern, text)


ROW = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "1", "_", "-", r"\.", "[ab]", "[^a]", "[a-z]", "[^.]"]), st.sampled_from("*+ ")
    ),
    min_size=1,
    max_size=4,
).map(lambda pieces: "".join(atom + times.strip() for atom, times in pieces))


@settings(max_examples=examples(200))
@given(st.lists(ROW, min_size=1, max_size=3), st.sampled_from(["", "$"]), st.lists(TEXTS, min_size=4, max_size=4))
def test_an_anchored_choice_means_the_same_to_either_engine(rows: list[str], end: str, texts: list[str]) -> None:
    pattern = f"^({'|'.join(rows)}){end}"
    quick, other = searcher(pattern), searcher(f"(?=){pattern}")
    assert [bool(quick(text)) for text in ("", *texts)] == [bool(other(text)) for text in ("", *texts)]


def test_what_is_repeated_in_a_quick_choice_ends_in_one_way() -> None:
    right = ("^(auto|[1-9][0-9]*x[1-9][0-9]*)$", "^([1-9][0-9]*|latest)$", "^(?:[^x]*x[a-z]*)", r"^([0-9]+\.[0-9]+)$")
    slow = ("^([0-9]*[0-9]*)$", "^(a*a)$", "^([a-z]+x*y)$", "^((a*)|b)$", "^(a*|b)c$", r"^([^x]*\.)$", "^([z-a]*x)$")
    assert [pattern for pattern in right if not is_quick(pattern)] == []
    assert [pattern for pattern in slow if is_quick(pattern)] == []


@settings(max_examples=examples(200))
@given(
    st.lists(
        st.sampled_from([*"ab()[]{}|^$.*+?\\-,:=!<>kuxpP019dDwWbBiés", "(?", "\\u{", "\\p{L}", "(?<a>"]), max_size=12
    )
)
def test_text_is_a_pattern_or_told_to_be_none(parts: list[str]) -> None:
    pattern = "".join(parts)
    result: bool | str
    try:
        result = bool(searcher(pattern)("ab"))
    except ValueError as fault:
        result = str(fault).partition(",")[0].partition(" of")[0]
    assert result in (True, False, "expected a regular expression")


REFUSED = {
    "(": "a group has no end",
    "a)": "closes what none has opened",
    "a**": "nothing to repeat",
    "a++": "nothing to repeat",
    "^*": "matches no character",
    "(?=a)*": "matches no character",
    "a{2,1}": "less than its least",
    "a{,3}": "no count",
    "a{5": "no count",
    "[b-a]": "ends before it begins",
    "[a": "no end",
    "(?<a)": "means nothing",
    "(?>a)": "means nothing",
    "(?x)a": "flags other than",
    r"(x)\2": "fewer groups",
    r"\k<a>": "no group has the name",
    r"\e": "a backslash",
    r"\00": "a backslash",
    r"[\B]": "a backslash",
    "\\": "a backslash",
    r"\u{110000}": "no such character",
    r"\p{Nonsense}": "no such property",
    r"(?=a)\p{Nonsense}": "no such property",
    r"(?i:\P{L})": "the flag i",
    "a{1,4000000000}": "at most 400,000 states",
    "(?:a{1000}){1000}": "at most 400,000 states",
    r"\p{L}{1000}": "at most 400,000 states",
    "(?=a)a{10000}": "at most 20,000 states",
    "(" * 101 + ")" * 101: "more than 100 groups",
}


@pytest.mark.parametrize("pattern", REFUSED, ids=[pattern[:20] for pattern in REFUSED])
def test_an_invalid_pattern_is_reported_with_the_reason(pattern: str, tmp_path: Path) -> None:
    result, _ = generate(spec({"Text": {"type": "string", "pattern": pattern}}), tmp_path)
    assert result.exit_code == 2
    assert "/Text/pattern: expected a regular expression" in result.stderr
    assert REFUSED[pattern] in result.stderr


BIGGEST = ["a{1,9999}b", "(?:a{300}){600}", r"\p{L}{400}", "(?=a)a{9000}", "(" * 100 + "a" + ")" * 100]
SLOW = [
    r"^(a+)+$", r"(a|a)*b", r"^(a|aa)+$", r"(?=(a+)+b)c", r"a*a*a*a*a*b", r"^(?=(?:a|aa)*b)", r"(?<=b(?:a*)*)c",
    r"\Ba*a*\Bc",
]  # fmt: skip
REFERRING = r"^(a*)(a*)(a*)(a*)\1\2\3\4b$"  # the search for it gives up


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Make a pack of patterns that could take long, each called by its place."""
    schemas = {f"Text{number}": {"type": "string", "pattern": one} for number, one in enumerate(HARD)}
    result, name = generate(spec(schemas), tmp_path_factory.mktemp("hard"))
    assert result.exit_code == 0, result.output
    return name


HARD = {
    **dict.fromkeys(BIGGEST, "c"),
    **dict.fromkeys(SLOW, "a" * 5_000 + "!"),
    REFERRING: "a" * 200,
}


@pytest.mark.parametrize("number", range(len(HARD)), ids=[pattern[:20] for pattern in HARD])
def test_no_text_takes_a_pattern_long_and_the_biggest_are_taken(number: int, hard: str) -> None:
    told = accepting(f"Text{number}", [*HARD.values()][number], hard)
    assert told == dict.fromkeys(told, False)
