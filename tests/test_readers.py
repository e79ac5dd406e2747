"""Readers return the payloads of every form of input, in order, with their lines."""

from __future__ import annotations

import io
import itertools
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from presend.inputs.faults import FieldFault
from presend.inputs.form_fields import CONTENT_TYPES, fields
from presend.problems import Problem
from presend.reading import yaml_text
from presend.reading.documents import Document, documents
from presend.reading.yaml_text import YamlFault
from presend.reading.yaml_text import documents as yaml_documents

OTHER_BREAKS = "\x85\u2028\u2029"  # line breaks in YAML 1.1, characters in YAML 1.2 and in JSON
CHARACTERS = st.characters(exclude_categories=["Cs", "Cc", "Cn"]) | st.sampled_from(OTHER_BREAKS + "\ue000\ue001\ue002")
TEXT = st.text(CHARACTERS, max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)


def problem_at(pointer: str, line: int | None = None, column: int | None = None) -> Problem:
    return Problem(pointer, None, "a.rule", "error", "schema", "Message.", "code", "", line, column)


def read(tmp_path: Path, name: str, text: str | bytes, input_format: str | None = None) -> list[Document]:
    path = tmp_path / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(documents(str(path), input_format))


def stand_in(monkeypatch: pytest.MonkeyPatch, source: io.BufferedIOBase) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(source))  # type: ignore[type-var]


def test_json_is_handed_on_as_it_is(tmp_path: Path) -> None:
    for name in ("a.json", "a.JSON", "a.txt", "a"):
        (document,) = read(tmp_path, name, b"\xff not read here")
        assert document == Document(b"\xff not read here", 15)
        assert document.place(problem_at("/a", 3, 4)) == problem_at("/a", 3, 4)


def test_jsonl_keeps_line_numbers_and_skips_blank_lines(tmp_path: Path) -> None:
    for name in ("a.jsonl", "a.ndjson", "a.NDJSON"):
        first, second, third = read(tmp_path, name, '{"a": 1}\n\n \t\r\n  [2]\r\n3')
        assert [first.payload, second.payload, third.payload] == [b'{"a": 1}', b"  [2]", b"3"]
        assert [first.first_line, second.first_line, third.first_line] == [1, 4, 5]
        assert second.place(problem_at("/0", 1, 4)) == problem_at("/0", 4, 4)
    assert read(tmp_path, "empty.jsonl", "\n\n") == []


def test_jsonl_is_streamed(monkeypatch: pytest.MonkeyPatch) -> None:
    outlet, inlet = os.pipe()
    with os.fdopen(outlet, "rb") as receiver:
        stand_in(monkeypatch, receiver)
        payloads = documents("-", "jsonl")
        with os.fdopen(inlet, "wb", buffering=0) as sender:
            for number in range(3):
                sender.write(b"%d\n" % number)
                assert next(payloads).payload == b"%d" % number  # while the sender is still open
        assert list(payloads) == []


def test_the_format_can_be_named(tmp_path: Path) -> None:
    assert [document.payload for document in read(tmp_path, "a.log", "1\n2\n", "jsonl")] == [b"1", b"2"]
    assert [document.payload for document in read(tmp_path, "a.json", "a: b", "yaml")] == [{"a": "b"}]


def test_standard_input_is_json(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, io.BytesIO(b'{"a":\n1}'))
    assert list(documents("-")) == [Document(b'{"a":\n1}', 8)]
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(OSError, match="closed"):
        list(documents("-"))


def test_unreadable_files_raise_oserror(tmp_path: Path) -> None:
    for name in (tmp_path, tmp_path / "none.json", tmp_path / ("n" * 300)):
        with pytest.raises(OSError, match=r".+"):
            list(documents(str(name)))


def values(text: str) -> list[Any]:
    return [document.root.value for document in yaml_documents(text)]


@given(VALUES)
def test_yaml_reads_json_and_its_own_dumps(value: Any) -> None:
    # PyYAML writes YAML 1.1, which quotes less; told to quote all, it tags what is no string
    tagged = yaml.safe_dump(value, default_style='"', allow_unicode=True, sort_keys=False)
    for text in (json.dumps(value, ensure_ascii=False), tagged):
        assert repr(values(text)) == repr([value])


YAML_SCALARS = {
    "yes": "yes", "No": "No", "on": "on", "OFF": "OFF", "y": "y", "true": True, "FALSE": False, "tRUE": "tRUE",
    "": None, "~": None, "Null": None, "nULL": "nULL", "'null'": "null", '"~"': "~", "! 12": "12", "!!str 12": "12",
    "12": 12, "-0": 0, "+1": 1, "010": 10, "0o10": 8, "0x1F": 31, "0b1": "0b1", "1_000": "1_000", "1:30": "1:30",
    "1.": 1.0, ".5": 0.5, "-1e3": -1000.0, "1e400": float("inf"), "-.INF": float("-inf"), ".iNF": ".iNF",
    "2026-11-22": "2026-11-22", "2026-11-22T10:00:00Z": "2026-11-22T10:00:00Z", "!!int '7'": 7, "=": "=",
}  # fmt: skip


@pytest.mark.parametrize("text", YAML_SCALARS)
def test_yaml_scalars_follow_the_core_schema(text: str) -> None:
    wanted = YAML_SCALARS[text]
    assert repr(values(f"- {text}\n- x")) == repr([[wanted, "x"]])


@given(st.text(st.sampled_from("ab\\\n \ue000\ue001\ue002" + OTHER_BREAKS), max_size=12))
def test_an_escape_and_the_character_itself_are_one(text: str) -> None:
    escaped, raw = json.dumps(text), json.dumps(text, ensure_ascii=False)
    assert values(f"- {escaped}\n- {raw}\n- {escaped[:-1]}{raw[1:]}\n") == [[text, text, text * 2]]


BROKEN: dict[str, tuple[Any, dict[str, tuple[int, int]]]] = {  # text, | for the character → value, places
    "a: b|c\nd: e": ({"a": "b|c", "d": "e"}, {"/a": (1, 1), "/d": (2, 1)}),
    "a: b # c|d: e\nf: g": ({"a": "b", "f": "g"}, {"/f": (2, 1)}),
    "# |\n# |\na: 1": ({"a": 1}, {"/a": (3, 1)}),
    "a|b: 1\nc: {d|: 2, e: 3}": ({"a|b": 1, "c": {"d|": 2, "e": 3}}, {"/a|b": (1, 1), "/c/e": (2, 12)}),
    "a: |b": ({"a": "|b"}, {"/a": (1, 1)}),
    "a: 'b | c'\nd: [\"e|f\", g]": ({"a": "b | c", "d": ["e|f", "g"]}, {"/d/1": (2, 12)}),
    "a: >\n  b|c\n  d\ne: 1": ({"a": "b|c d\n", "e": 1}, {"/e": (4, 1)}),
    "a: 'b\n\n  c|'\r\nd: 1\re: 2": ({"a": "b\nc|", "d": 1, "e": 2}, {"/d": (4, 1), "/e": (5, 1)}),
    '"\\N\\L\\P\\ue000|\\U0000e001"': (f"{OTHER_BREAKS}\ue000|\ue001", {}),
    "'\ue000|\ue002'": ("\ue000|\ue002", {}),
    "--- |1\n--- 2|": ("|1", {}),
}  # fmt: skip


def with_char(value: Any, char: str) -> Any:
    return json.loads(json.dumps(value).replace("|", char))


@pytest.mark.parametrize("char", OTHER_BREAKS, ids=ascii)
@pytest.mark.parametrize("text", BROKEN)
def test_only_line_feeds_and_carriage_returns_end_a_line(tmp_path: Path, text: str, char: str) -> None:
    value, places = BROKEN[text]
    document, *_ = read(tmp_path, "a.yaml", text.replace("|", char))
    assert document.payload == with_char(value, char)
    for pointer, (line, column) in places.items():
        pointer = pointer.replace("|", char)  # noqa: PLW2901
        assert document.place(problem_at(pointer)) == problem_at(pointer, line, column)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n"], ids=ascii)
def test_a_fault_stands_on_the_line_that_yaml_counts(tmp_path: Path, end: str) -> None:
    for fault, column in (("\x01", 4), ("]", 4)):
        (document,) = read(tmp_path, "a.yaml", f"a: \u2028{end}b: \x85{end}c: {fault}")
        (problem,) = document.problems
        assert (problem.line, problem.column) == (3, column)
    (document,) = read(tmp_path, "a.yaml", f"a: \u2028{end}".encode() + b"b: \xff")
    assert (document.problems[0].line, document.problems[0].column) == (2, 4)


def test_a_text_that_leaves_no_private_character_free_is_reported(tmp_path: Path) -> None:
    private = "".join(map(chr, (*range(0xE000, 0xF900), *range(0xF0000, 0xFFFFE), *range(0x100000, 0x10FFFE))))
    (document,) = read(tmp_path, "a.yaml", f"'{private}'")
    assert document.payload == private
    (document,) = read(tmp_path, "a.yaml", f"'{private}\u2028'")
    assert [problem.rule for problem in document.problems] == ["yaml.unsupported"]


BOMB = "a: &a [x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n" for before, name in itertools.pairwise("abcdefghij")
)

YAML_FAULTS: list[tuple[str | bytes, str, int, int, str]] = [  # text → rule, line, column, part of the message
    ("", "yaml.malformed", 1, 1, "empty text"),
    ("# only a comment\n", "yaml.malformed", 1, 1, "empty text"),
    ("a: b\n c: d", "yaml.malformed", 2, 3, "mapping values are not allowed"),
    ("a: *b", "yaml.malformed", 1, 4, "anchor"),
    ("a: é\x01", "yaml.malformed", 1, 5, "control character"),
    (b"\xc3\xa9:\n  \xff", "yaml.malformed", 2, 3, "UTF-8"),
    ("a: !!python/object:os.system x", "yaml.unsupported", 1, 4, "tag"),
    ("a: !!timestamp 2026-11-22", "yaml.unsupported", 1, 4, "tag"),
    ("a: !!set {b}", "yaml.unsupported", 1, 4, "tag"),
    ("? [a]\n: b", "yaml.unsupported", 1, 3, "key"),
    ("a: &a {b: 1}\nc:\n  <<: *a", "yaml.unsupported", 3, 3, "merge key"),
    ("a: &a [*a]", "yaml.unsupported", 1, 8, "inside its own anchor"),
    ("a: " + "9" * 5000, "yaml.unsupported", 1, 4, "4,300 digits"),
    ("[" * 100_000, "yaml.too-large", 1, 501, "500 levels"),
    ("[" * 501 + "1" + "]" * 501, "yaml.too-large", 1, 501, "500 levels"),
    ("[\n" * 5_000, "yaml.too-large", 501, 1, "500 levels"),
    ("[{a: " * 5_000, "yaml.too-large", 1, 1251, "500 levels"),
    ("- " * 5_000, "yaml.too-large", 1, 1001, "500 levels"),
    ("{" * 5_000, "yaml.unsupported", 1, 2, "key"),
    ("[" * 500 + "}", "yaml.malformed", 1, 501, "text with a syntax error"),
    ("# " + "[" * 900 + "\na: b: c", "yaml.malformed", 2, 5, "mapping values are not allowed"),
    (BOMB, "yaml.too-large", 7, 24, "1,000,000"),
]


@pytest.mark.parametrize("loader", [yaml_text.LOADER, yaml.SafeLoader], ids=lambda loader: loader.__name__)
@pytest.mark.parametrize("row", YAML_FAULTS, ids=[repr(row[0])[:24] for row in YAML_FAULTS])
def test_yaml_faults_are_problems_with_a_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, row: tuple[str | bytes, str, int, int, str], loader: Any
) -> None:
    monkeypatch.setattr(yaml_text, "LOADER", loader)  # as where PyYAML was built without libyaml
    text, rule, line, column, message = row
    (document,) = read(tmp_path, "a.yaml", text)
    (problem,) = document.problems
    assert document.is_broken
    assert (problem.rule, problem.severity, problem.line, problem.column) == (rule, "error", line, column)
    assert message in problem.message
    assert problem.message.startswith("Expected ")


def test_yaml_places_and_duplicates(tmp_path: Path) -> None:
    text = '\ufeff---\né: &q {z: 1}\n"x/y~":\n  - *q\n  - b: 2\n    b: 3\n--- 7\n'
    first, second = read(tmp_path, "a.yml", text)
    assert first.payload == {"é": {"z": 1}, "x/y~": [{"z": 1}, {"b": 3}]}
    places = {"": (2, 1), "/é": (2, 1), "/é/z": (2, 8), "/x~1y~0": (3, 1), "/x~1y~0/0": (4, 5), "/x~1y~0/1/b": (6, 5)}
    missing = {"/none": (2, 1), "/é/none": (2, 1), "/x~1y~0/7/b": (3, 1)}
    for pointer, (line, column) in {**places, **missing}.items():
        assert first.place(problem_at(pointer)) == problem_at(pointer, line, column)
    (problem,) = first.problems
    assert (problem.rule, problem.severity, problem.pointer) == ("yaml.duplicate-key", "warning", "/x~1y~0/1/b")
    assert (problem.line, problem.column) == (6, 5)
    assert (second.payload, second.problems, second.place(problem_at("")).line) == (7, (), 7)


def test_yaml_faults_quote_no_payload() -> None:
    for text in ("a: [secret", "a: 'secret", "a: !secret b", "*secret", "a: secret: secret", "<<: secret"):
        with pytest.raises(YamlFault) as caught:
            values(text)
        assert "secret" not in caught.value.message


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("cat.png", "a;b.bin", "a,b.txt", "tale.txt"):
        (tmp_path / name).write_bytes(b"content of " + name.encode())
    return tmp_path


FIELDS: dict[str, Any] = {
    "n=2": {"n": "2"},
    "n=": {"n": ""},
    "n= a=b ": {"n": "a=b"},
    'n="a; b"': {"n": "a; b"},
    r'n="a\"b\\c\d"': {"n": r'a"b\c\d'},
    'n="a" b': {"n": '"a" b'},
    "n=a;type=text/plain": {"n": "a"},
    "n=<tale.txt": {"n": "content of tale.txt"},
    "n=<tale.txt;type=text/plain": {"n": "content of tale.txt"},
    "image=@cat.png": {"image": ("cat.png", Path("cat.png"), "image/png")},
    "image=@./cat.png": {"image": ("cat.png", Path("cat.png"), "image/png")},
    "image=@cat.png;type=image/x; q=1 ;filename=b": {"image": ("b", Path("cat.png"), "image/x;q=1")},
    'image=@"a;b.bin"': {"image": ("a;b.bin", Path("a;b.bin"), "application/octet-stream")},
    'image=@"a,b.txt"; filename="x.PNG"': {"image": ("x.PNG", Path("a,b.txt"), "image/png")},
    "image=@cat.png;filename=cat": {"image": ("cat", Path("cat.png"), "image/png")},
    "image=@cat.png;filename=": {"image": ("", Path("cat.png"), "image/png")},
}


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("item", FIELDS)
def test_form_fields_are_read_as_curl_reads_them(item: str) -> None:
    assert fields([item]) == FIELDS[item]


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize(
    ("items", "message"),
    [
        (["n"], "without '='"),
        (["=2"], "without '='"),
        (["n=a;type=json"], "like image/png"),
        (["p=a cat; a dog"], "double quotes"),
        (["p=a;n=2"], "double quotes"),
        (["p=a;filename=b"], "after an @file only"),
        (["i=@cat.png;type=png"], "like image/png"),
        (["i=@cat.png,tale.txt"], "one file"),
    ],
)
def test_slips_in_form_fields_are_reported(items: list[str], message: str) -> None:
    with pytest.raises(FieldFault, match=message):
        fields(items)


def test_form_fields_keep_their_order_and_lists() -> None:
    read = fields(["b=1", "a[]=2", "c=3", "a[]=4", "b=5"])
    assert list(read.items()) == [("b", ["1", "5"]), ("a[]", ["2", "4"]), ("c", "3")]


@pytest.mark.usefixtures("folder")
def test_a_file_is_sent_as_text_where_no_file_is_wanted() -> None:
    assert fields(["m=@tale.txt"], ["i"]) == {"m": "content of tale.txt"}
    assert fields(["i[]=@tale.txt", "i[0]=@tale.txt"], ["i"]) == dict.fromkeys(
        ["i[]", "i[0]"], ("tale.txt", Path("tale.txt"), "text/plain")
    )
    Path("latin.txt").write_bytes(b"\xe9")
    assert fields(["m=@latin.txt"], ["i"]) == {"m": "\ufffd"}


@pytest.mark.parametrize(
    ("item", "value"),
    [
        ('m="\\"auto\\"";type=application/json', "auto"),
        ("m=null;type=application/problem+json;charset=utf-8", None),
        ("m=5;type=application/json", "5"),
        ('m={"a":1};type=application/json', '{"a":1}'),
        ('m={"a":;type=application/json', '{"a":'),
        ("m=null", "null"),
    ],
)
def test_a_string_that_is_sent_as_json_is_that_string(item: str, value: str | None) -> None:
    assert fields([item]) == {"m": value}


def test_form_files_that_cannot_be_read(folder: Path) -> None:
    for item in ("i=@none.png", "i=@", f"i=@{folder}", "i=<none.txt", f"i=<{folder}"):
        with pytest.raises(OSError, match=r".+"):
            fields([item])
    (folder / "latin.txt").write_bytes(b"\xe9")
    with pytest.raises(FieldFault, match="UTF-8"):
        fields(["i=<latin.txt"])


def test_form_files_from_pipes_are_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    stand_in(monkeypatch, io.BytesIO(b"\x89PNG"))
    assert fields(["i=@-;filename=a.gif"]) == {"i": ("a.gif", b"\x89PNG", "image/gif")}
    outlet, inlet = os.pipe()
    with os.fdopen(inlet, "wb") as sender, os.fdopen(outlet):
        sender.write(b"abc")
        sender.close()
        assert fields([f"i=@/dev/fd/{outlet};type=a/b"]) == {"i": (str(outlet), b"abc", "a/b")}


@given(st.text(max_size=12))
def test_any_quoted_text_comes_through(text: str) -> None:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    assert fields([f'n="{escaped}"']) == {"n": text}


def test_content_types_are_lower_case() -> None:
    assert all(name == name.lower() and name.startswith(".") for name in CONTENT_TYPES)
