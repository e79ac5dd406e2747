"""Media types in specs, requests and targets: a body is checked by the right one, or not read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import presend
from presend.packs.media_types import best, read
from tests.specs import generate, spec

if TYPE_CHECKING:
    from pathlib import Path

JSON, FORM, URLENCODED = "application/json", "multipart/form-data", "application/x-www-form-urlencoded"
CHARSET = f"{JSON}; charset=utf-8"
PATCH, MERGE = "application/json-patch+json", "application/merge-patch+json"
VENDOR, OTHER = "application/vnd.a.v1+json", "application/vnd.b+json"
NONE = ""

# Media types of a spec, each with its schema; the type of a body → the declared type that decides.
CHOSEN: tuple[tuple[list[str], str, str | None], ...] = (
    ([JSON], JSON, JSON),
    ([JSON], "Application/JSON", JSON),
    ([JSON], " application/json ;charset=UTF-8", JSON),
    ([JSON], 'application/json; charset="utf-8"', JSON),
    ([JSON], "application/json;", JSON),
    ([JSON], "application/json;;q=1", JSON),
    ([JSON], "text/json", JSON),
    ([JSON], VENDOR, JSON),
    ([JSON], MERGE, None),
    ([JSON], PATCH, None),
    ([JSON], "application/strategic-merge-patch+json", None),
    ([JSON], "application/problem+json", None),
    ([JSON], "application/json-seq", None),
    ([JSON], "application/vnd.a+json-seq", None),
    ([JSON], "application/jsonl", None),
    ([JSON], "application/x-ndjson", None),
    ([JSON], "text/plain", None),
    ([JSON], "application/xml", None),
    ([JSON], "application/jsonp", None),
    ([JSON], "application/json, text/plain", None),
    ([JSON], "json", None),
    ([JSON], NONE, JSON),
    ([JSON, PATCH], PATCH, PATCH),
    ([MERGE], MERGE, MERGE),
    ([MERGE], JSON, None),
    ([MERGE, JSON], JSON, JSON),
    ([MERGE, JSON], NONE, JSON),
    ([VENDOR], VENDOR, VENDOR),
    ([VENDOR], VENDOR.upper(), VENDOR),
    ([VENDOR], JSON, VENDOR),
    ([VENDOR], OTHER, None),
    ([VENDOR, JSON], JSON, JSON),
    ([JSON, VENDOR], f"{VENDOR}; charset=utf-8", VENDOR),
    ([JSON, VENDOR], OTHER, JSON),
    (["Application/Json", "text/plain"], JSON, "Application/Json"),
    (["text/plain", CHARSET], JSON, CHARSET),
    (["text/plain", CHARSET], 'application/json; Charset="UTF-8"', CHARSET),
    (["text/plain", CHARSET], "application/json; charset=us-ascii", CHARSET),
    (["text/plain", CHARSET], NONE, CHARSET),
    ([FORM, CHARSET], JSON, CHARSET),
    ([f"{JSON};v=1", f"{JSON};v=2"], f"{JSON}; v=2", f"{JSON};v=2"),
    ([f"{JSON};v=1", f"{JSON};v=2"], f'{JSON};charset=utf-8; V="2"', f"{JSON};v=2"),
    ([f"{JSON};v=1", f"{JSON};v=2"], JSON, f"{JSON};v=1"),
    ([f"{JSON};v=1", f"{JSON};v=2"], f"{JSON}; v=3", None),
    ([JSON, f"{JSON};v=1"], f"{JSON}; v=1", f"{JSON};v=1"),
    ([JSON, f"{JSON};v=1"], JSON, JSON),
    ([JSON, f"{JSON};v=1"], f"{JSON}; v=2", JSON),
    (["*/*"], JSON, "*/*"),
    (["*/*"], NONE, "*/*"),
    (["*/*"], "text/plain", None),
    (["*/*", "application/*"], JSON, "application/*"),
    (["*/*", "application/*", JSON], JSON, JSON),
    (["*/*", "application/*", "application/*+json"], VENDOR, "application/*+json"),
    (["application/*+json"], JSON, "application/*+json"),
    (["application/*+json"], "text/vnd.a+json", None),
    (["text/plain", "application/*"], JSON, "application/*"),
    (["text/plain", "application/*"], NONE, "application/*"),
    (["text/*"], JSON, None),
    (["text/*"], "text/json", "text/*"),
    ([JSON, "*/*"], MERGE, "*/*"),
    (["application/xml"], JSON, None),
    (["application/xml"], NONE, None),
    (["application/xml"], "application/xml", None),
    (["text/plain"], "text/plain", None),
    (["application/octet-stream"], JSON, None),
    ([URLENCODED], URLENCODED, URLENCODED),
    ([URLENCODED], f"{URLENCODED.upper()}; charset=utf-8", URLENCODED),
    ([URLENCODED], JSON, None),
    ([URLENCODED], f"{FORM}; boundary=b", None),
    ([FORM], f"{FORM}; boundary=b", FORM),
    ([FORM.title()], 'Multipart/Form-Data; Boundary="b"', FORM.title()),
    ([FORM, URLENCODED], URLENCODED, URLENCODED),
    ([FORM], URLENCODED, None),
    ([FORM], JSON, None),
    ([FORM], NONE, None),
)
BODIES = {FORM: b'--b\r\nContent-Disposition: form-data; name="%s"\r\n\r\n1\r\n--b--\r\n', URLENCODED: b"%s=1"}


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    paths = {f"/n{number}": {"post": {"requestBody": taking(each)}} for number, (each, _, _) in enumerate(CHOSEN)}
    result, made = generate(spec({}, paths), tmp_path_factory.mktemp("media_types"))
    assert result.exit_code == 0, result.output
    return made


def taking(kinds: list[str]) -> dict[str, Any]:
    """Return a request body that has to hold nothing but a member called after its type."""
    return {"required": True, "content": {kind: {"schema": holding(number)} for number, kind in enumerate(kinds)}}


def holding(number: int) -> dict[str, Any]:
    name = f"m{number}"
    return {"type": "object", "required": [name], "additionalProperties": False, "properties": {name: {"const": 1}}}


def asked(pack: str, path: str, headers: dict[str, str], body: bytes) -> str:
    """Return what becomes of a request: `clean`, `refused`, `unread`."""
    gate = presend.Gate(pack=pack)
    operation = gate.operation("POST", path, headers)
    assert operation
    gate.refuses(gate.examine(operation, headers, body))
    (outcome,) = gate.counts
    return outcome


def with_member(sent: str, number: int) -> bytes:
    return BODIES.get(read(sent).essence, b'{"%s": 1}') % f"m{number}".encode()


@pytest.mark.parametrize("number", range(len(CHOSEN)), ids=[f"{declared} {sent}" for declared, sent, _ in CHOSEN])
def test_a_body_is_checked_by_the_most_specific_type_that_covers_its_own(number: int, pack: str) -> None:
    declared, sent, chosen = CHOSEN[number]
    headers = {"content-type": sent} if sent else {}
    for place, kind in enumerate(declared):
        expected = "unread" if chosen is None else "clean" if kind == chosen else "refused"
        assert asked(pack, f"/n{number}", headers, with_member(sent, place)) == expected


TARGETS = [(n, kinds, sent, chosen) for n, (kinds, sent, chosen) in enumerate(CHOSEN) if chosen and FORM not in kinds]


@pytest.mark.parametrize(("number", "declared", "sent", "chosen"), TARGETS)
def test_a_target_may_name_the_type_as_a_request_does(
    number: int, declared: list[str], sent: str, chosen: str, pack: str
) -> None:
    target = f"POST /n{number} {sent.strip()}".strip()
    for place, kind in enumerate(declared):
        assert presend.is_valid(target, {f"m{place}": 1}, pack=pack) is (kind == chosen)


@pytest.mark.parametrize(
    ("declared", "meant"),
    [
        (["text/plain", JSON], JSON),
        (["text/plain", CHARSET], CHARSET),
        (["text/plain", "Application/JSON"], "Application/JSON"),
        (["application/xml", VENDOR], VENDOR),
        ([PATCH, VENDOR], VENDOR),
        ([VENDOR, JSON], JSON),
        (["application/xml", "application/*"], "application/*"),
        (["*/*", VENDOR], VENDOR),
        (["text/plain", "application/xml"], "text/plain"),
        ([FORM, JSON], JSON),
    ],
)
def test_a_target_without_a_type_means_json(declared: list[str], meant: str, tmp_path: Path) -> None:
    _, made = generate(spec({}, {"/x": {"post": {"operationId": "x", "requestBody": taking(declared)}}}), tmp_path)
    for target in ("POST /x", "x", f"POST /x {meant}", f"x {meant}"):
        for place, kind in enumerate(declared):
            assert presend.is_valid(target, {f"m{place}": 1}, pack=made) is (kind == meant)


def test_a_path_and_an_operation_may_have_spaces(tmp_path: Path) -> None:
    paths = {
        "/a b": {"post": {"operationId": "put it", "requestBody": taking([JSON, CHARSET + "; v=2"])}},
        "/a": {"post": {"operationId": "a", "requestBody": taking(["text/plain", "text/b", JSON])}},
    }
    _, made = generate(spec({}, paths), tmp_path)
    for name in ("POST /a b", "POST /a%20b", "put it"):
        for kind, place in (("", 0), (f" {JSON}", 0), (f" {JSON}; v=2", 1), (f' {JSON}; charset="utf-8"; v=2', 1)):
            assert presend.is_valid(name + kind, {f"m{place}": 1}, pack=made)
            assert not presend.is_valid(name + kind, {f"m{1 - place}": 1}, pack=made)
    assert presend.is_valid("POST /a text/b", {"m1": 1}, pack=made)


# What is sent where → what becomes of it.
BODILESS: tuple[tuple[str, str, bytes, str], ...] = (
    ("/none", NONE, b"", "clean"),
    ("/none", JSON, b"", "clean"),
    ("/none", JSON, b"{}", "unread"),
    ("/none", NONE, b"{}", "unread"),
    ("/optional", NONE, b"", "clean"),
    ("/optional", JSON, b"", "clean"),
    ("/optional", JSON, b'{"m0": 1}', "clean"),
    ("/optional", JSON, b"{}", "refused"),
    ("/required", JSON, b"", "refused"),
    ("/required", NONE, b"", "refused"),
)


@pytest.mark.parametrize(("path", "sent", "body", "expected"), BODILESS)
def test_a_body_that_need_not_be_there_may_be_absent(
    path: str, sent: str, body: bytes, expected: str, tmp_path: Path
) -> None:
    answer = {"200": {"description": "OK", "content": {JSON: {"schema": {"type": "object"}}}}}
    bodies: dict[str, Any] = {
        "/none": {},
        "/optional": {"requestBody": {**taking([JSON]), "required": False}},
        "/required": {"requestBody": taking([JSON])},
    }
    paths = {name: {"post": {**each, "responses": answer}} for name, each in bodies.items()}
    _, made = generate(spec({}, paths), tmp_path)
    assert asked(made, path, {"content-type": sent} if sent else {}, body) == expected


def test_a_type_without_a_schema_takes_any_body_whatever_a_range_says(tmp_path: Path) -> None:
    content = {"*/*": {"schema": holding(0)}, JSON: {}, "application/*": {"schema": holding(1)}, VENDOR: {}}
    paths = {
        "/x": {"post": {"requestBody": {"content": content}}},
        "/y": {"post": {"requestBody": {"content": {JSON: {}}}}},
    }
    _, made = generate(spec({}, paths), tmp_path)
    for kind, member, expected in (
        (JSON, "other", "clean"),
        (VENDOR, "other", "clean"),
        (OTHER, "other", "refused"),
        (OTHER, "m1", "clean"),
        ("text/json", "m1", "refused"),
        ("text/json", "m0", "clean"),
    ):
        assert asked(made, "/x", {"content-type": kind}, b'{"%s": 1}' % member.encode()) == expected
    assert presend.Gate(pack=made).operation("POST", "/y") is None


TOKENS = st.text("abcXYZ019!#$&-^_.+", min_size=1, max_size=6)
SPACE = st.sampled_from(["", " ", "\t", "  "])


@st.composite
def spellings(draw: st.DrawFn) -> tuple[str, str]:
    """Draw a media type in its plainest spelling, and in another one."""
    essence = f"{draw(TOKENS)}/{draw(TOKENS)}".lower()
    parameters = draw(st.dictionaries(TOKENS.map(str.lower), st.text("abc 019;,=-", min_size=1).map(str.strip)))
    pairs = [(name, value) for name, value in parameters.items() if value]
    plain = "".join(f';{name}="{value}"' for name, value in pairs)
    other = draw(st.sampled_from([str.upper, str.title, str.lower]))(essence)
    for name, value in draw(st.permutations(pairs)):
        is_token = not set(value) & set(" ;,=")
        text = value if is_token and draw(st.booleans()) else f'"{value}"'
        before, after = draw(SPACE), draw(SPACE)
        other += (
            f"{before};{draw(st.sampled_from(['', ';']))}{after}{draw(st.sampled_from([name, name.upper()]))}={text}"
        )
    return essence + plain, draw(SPACE) + other + draw(st.sampled_from(["", ";", " ; "]))


@given(spellings(), spellings())
def test_one_media_type_has_many_spellings(one: tuple[str, str], other: tuple[str, str]) -> None:
    plain, spelt = one
    assert read(spelt) == read(plain)
    assert best([plain], spelt) == plain
    assert best([spelt], plain) == spelt
    kind = plain.partition("/")[0]
    ranges = ["*/*", f"{kind}/*", plain]
    assert best(ranges, spelt) == plain
    assert best(ranges[:2], spelt) == ranges[1]
    assert (best([other[0]], spelt) is None) is (best([other[1]], plain) is None)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_has_an_answer(declared: str, sent: str) -> None:
    assert read(read(declared).essence).essence == read(declared).essence
    assert best([declared], sent) in {declared, None}
    if sent.strip():
        assert best([sent], sent) == sent
