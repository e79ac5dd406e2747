"""`presend diff` of any two schemas ends in differences or doubts; a pack equals its spec."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from presend.cli.program import command
from presend.cli.progress import PATIENCE
from presend_codegen.comparing.diff import differences
from presend_codegen.comparing.difference import BREAKING, UNPROVEN, Difference
from presend_codegen.comparing.make_side import side_of
from presend_codegen.comparing.read_side import read_side
from presend_codegen.source.load import SpecError
from tests.amount import examples
from tests.specs import SMALL, body, generate, path_of, public_pack, spec

if TYPE_CHECKING:
    from pathlib import Path

S: Any = {"type": "string"}
UNFINISHED = "could not be compared further"


def document(schema: Any) -> Any:
    """Return a document whose schema `X` an operation sends and returns."""
    sent = body({"$ref": "#/components/schemas/X"})
    return spec(
        {"X": schema}, {"/x": {"post": {"requestBody": sent, "responses": {"200": {"description": "", **sent}}}}}
    )


def between(old: Any, new: Any) -> list[Difference]:
    return differences(side_of("a", document(old)), side_of("b", document(new)))


NAMES = {"type": "object", "minProperties": 1}
CENTS = {"type": "number", "multipleOf": 0.01}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({**NAMES, "propertyNames": {"enum": ["a", None]}}, {**NAMES, "propertyNames": {"enum": ["a", None, "b"]}}),
        ({**NAMES, "propertyNames": {"const": "a"}}, {**NAMES, "propertyNames": {"not": {"const": "a"}}}),
        ({**CENTS, "minimum": 0}, {**CENTS, "minimum": 9007199254740994.0}),
        ({**CENTS, "minimum": 0}, {**CENTS, "minimum": 2**53}),
        ({**CENTS, "maximum": 0}, {**CENTS, "maximum": -(2**63)}),
        ({"type": "number", "minimum": 1}, {"type": "number", "minimum": 10**400}),
        ({"type": "number", "exclusiveMaximum": 1e308}, {"type": "number", "exclusiveMaximum": -1e308}),
        ({"type": "integer", "multipleOf": 2}, {"type": "integer", "multipleOf": 2 * 10**300}),
        ({"type": "number", "multipleOf": 1e-300}, {"type": "number", "multipleOf": 3e-300, "minimum": 1e300}),
        ({"type": "string", "minLength": 1.0}, {"type": "string", "minLength": 2.0}),
        ({"type": "array", "minItems": 1.0}, {"type": "array", "minItems": 2.0}),
        ({"type": "object", "minProperties": 1.0}, {"type": "object", "minProperties": 2.0}),
        ({"type": "array", "contains": S}, {"type": "array", "contains": S, "minContains": 10**12}),
        ({"type": "array", "contains": S, "maxContains": 9}, {"type": "array", "contains": S, "maxContains": 10**12}),
        (
            {"type": "array", "uniqueItems": True, "minItems": 2, "items": {**CENTS, "minimum": 1e308}},
            {"type": "array"},
        ),
        ({"const": "\u0000"}, {"const": "\ud83d\ude00"}),
    ],
)
def test_schemas_at_the_edge(old: Any, new: Any) -> None:
    for found in (between(old, new), between(new, old)):
        assert found
        assert not any(UNFINISHED in one.said for one in found), found
    assert between(old, json.loads(json.dumps(old))) == []


@pytest.mark.parametrize("holder", ["properties", "items", "anyOf", "not"])
@pytest.mark.parametrize("levels", [30, 100, 200, 280])
def test_schemas_within_schemas(holder: str, levels: int) -> None:
    """A schema that nests too deep is in doubt, or refused as a spec, and never reported as unchanged."""
    pair: list[Any] = [{"type": "string"}, {"type": "integer"}]
    for _ in range(levels):
        inner: Any = {"properties": lambda one: {"a": one}, "anyOf": lambda one: [one, {"type": "null"}]}
        pair = [{holder: inner.get(holder, lambda one: one)(one)} for one in pair]
    try:
        found = between(*pair)
    except SpecError as error:
        assert levels > 100, error  # noqa: PT017
        return
    assert found[0].kind in (BREAKING, UNPROVEN)


numbers = st.sampled_from(
    [0, 1, -1, 0.01, 0.1, 1e-300, 1e308, -1e308, 2**53, 9007199254740994.0, 2**64, 10**30, 10**400]
)
counts = st.sampled_from([0, 1, 2, 2.0, 5.0, 2**31, 2**53, 10**25])
values = st.sampled_from([None, True, 0, 1.0, 1e308, 10**40, "", "a", "\u0000", "\U0001f600", [], [1], {}, {"a": None}])
patterns = st.sampled_from(["^a", "[^a]", "^(?=a)b", "(a)\\1", "a{1000}", "^$", "\\p{L}+", "(a|b)*c"])


def holding(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Draw schemas of any few keywords, whether or not they make sense beside one another."""
    listed = st.lists(inner, min_size=1, max_size=2)
    kinds = ["string", "number", "integer", "object", "array", ["null", "string"]]
    keywords: dict[str, st.SearchStrategy[Any]] = {
        "type": st.sampled_from(kinds),
        "enum": st.lists(values, min_size=1, max_size=3, unique_by=json.dumps),
        "const": values,
        "multipleOf": numbers.filter(lambda number: number > 0),
        **dict.fromkeys(("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"), numbers),
        **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties"), counts),
        **dict.fromkeys(("minContains", "maxContains"), counts),
        "pattern": patterns,
        "uniqueItems": st.just(True),
        "required": st.just(["a"]),
        **dict.fromkeys(("allOf", "anyOf", "oneOf", "prefixItems"), listed),
        **dict.fromkeys(("items", "contains", "additionalProperties", "propertyNames", "not", "if", "then"), inner),
        **dict.fromkeys(("unevaluatedItems", "unevaluatedProperties"), inner),
        **dict.fromkeys(
            ("properties", "dependentSchemas"), st.dictionaries(st.sampled_from(["a", ""]), inner, max_size=2)
        ),
        "patternProperties": st.dictionaries(patterns, inner, max_size=1),
    }
    chosen = st.lists(st.sampled_from(sorted(keywords)), min_size=1, max_size=4, unique=True)
    return chosen.flatmap(lambda words: st.fixed_dictionaries({word: keywords[word] for word in words}))


anything = st.recursive(st.sampled_from([True, False, S, {"type": "integer"}]), holding, max_leaves=4)


@settings(max_examples=examples(150), deadline=None)
@given(holding(anything), holding(anything))
def test_any_two_schemas_are_compared(old: Any, new: Any) -> None:
    try:
        found = between(old, new)
    except SpecError:  # as `generate` refuses them
        return
    assert not any(UNFINISHED in one.said for one in found), found


# --- A pack, and the spec it is made of ---

PETS: Any = {
    "Pet": {
        "type": "object",
        "required": ["id", "kind", "secret"],
        "properties": {
            "id": {**S, "readOnly": True},
            "secret": {**S, "writeOnly": True},
            "kind": {"enum": ["cat", "dog"]},
            "open": {"anyOf": [S, {"type": "string", "enum": ["a"]}]},
            "size": {"oneOf": [{"type": "integer"}, {"type": "number", "minimum": 3}]},
            "photo": {"type": "string", "format": "binary"},
        },
    },
    "Answer": {
        "type": "object",
        "required": ["pets"],
        "properties": {"pets": {"type": "array", "items": {"enum": [1, 2]}}},
    },
    "Idle": S,
}
CALLS: Any = {
    "/pets": {
        "post": {
            "requestBody": body({"$ref": "#/components/schemas/Pet"}, "multipart/form-data"),
            "responses": {"200": {"description": "", **body({"$ref": "#/components/schemas/Answer"})}},
        },
        "delete": {"responses": {"204": {"description": ""}}},
    }
}


@pytest.mark.parametrize(
    "options",
    [
        (),
        ("--all",),
        ("--schemas", "Answer"),
        ("--strict-responses",),
        ("--one-of", "exact"),
        ("--one-of", "any", "--all"),
    ],
)
def test_a_pack_and_its_spec_are_the_same(
    options: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    name = f"pets_{'_'.join(options).replace('-', '_')}"
    (tmp_path / "api.json").write_text(json.dumps(spec(PETS, CALLS)))
    made = CliRunner().invoke(command, ["generate", "api.json", "--out", name, *options])
    assert made.exit_code == 0, made.output
    for pair in ((name, "api.json"), ("api.json", name)):
        result = CliRunner().invoke(command, ["diff", *pair, "--fail-on", "text"])
        assert (result.exit_code, result.stdout.splitlines()[-1]) == (0, "no differences"), result.output
    narrower = json.loads(json.dumps(spec(PETS, CALLS)))
    narrower["components"]["schemas"]["Answer"]["properties"]["pets"]["items"] = {"enum": [1, 2, 3]}
    (found,) = differences(read_side(name), side_of("b", narrower))
    assert (found.subject, found.keyword, found.kind) == ("Answer", "enum", BREAKING)


@pytest.mark.parametrize("name", SMALL)
def test_the_pack_of_a_public_spec_and_its_spec_are_the_same(name: str) -> None:
    assert differences(read_side(public_pack(name)), read_side(str(path_of(name)))) == []


def test_changes_by_an_overlay_are_reported(tmp_path: Path) -> None:
    limit = {"target": "$.components.schemas.X", "update": {"maxLength": 3}}
    overlay = {"overlay": "1.0.0", "info": {"title": "t", "version": "1"}, "actions": [limit]}
    (tmp_path / "overlay.json").write_text(json.dumps(overlay))
    _, pack = generate(document(S), tmp_path, "--overlay", str(tmp_path / "overlay.json"))
    (found,) = differences(read_side(pack), side_of("b", document(S)))
    assert (found.subject, found.keyword, found.kind) == ("X", "maxLength", BREAKING)


# --- oneOf ---

EITHER = [{"type": "integer"}, {"type": "number", "minimum": 3}]


@pytest.mark.parametrize(
    ("reading", "kind", "line"),
    [
        ((), None, "oneOf is read as at least one (any)"),
        (("--one-of", "any"), None, "oneOf is read as at least one (any)"),
        (("--one-of", "exact"), "2 breaking", "oneOf is read as exactly one (exact)"),
    ],
)
def test_one_of_is_read_as_asked(reading: Any, kind: str | None, line: str, tmp_path: Path, monkeypatch: Any) -> None:
    monkeypatch.chdir(tmp_path)
    for name, word in (("one", "oneOf"), ("any", "anyOf")):
        (tmp_path / f"{name}.json").write_text(json.dumps(document({word: EITHER})))
    result = CliRunner().invoke(command, ["diff", "any.json", "one.json", *reading])
    assert result.stdout.splitlines()[-2:] == [line, kind or "no differences"]
    told = json.loads(
        CliRunner().invoke(command, ["diff", "any.json", "one.json", "--format", "json", *reading]).stdout
    )
    assert told["note"] == line
    if kind:
        assert {witness["payload"] for one in told["differences"] for witness in one["witnesses"]} == {3}


def test_packs_that_read_one_of_differently(tmp_path: Path) -> None:
    packs = {way: generate(document({"oneOf": EITHER}), tmp_path, "--one-of", way)[1] for way in ("any", "exact")}
    result = CliRunner().invoke(command, ["diff", packs["any"], packs["exact"]])
    line = f"oneOf is read as at least one (any) in {packs['any']}, and as exactly one (exact) in {packs['exact']}"
    assert line in result.stdout.splitlines()
    assert {one.kind for one in differences(*(read_side(packs[way]) for way in ("exact", "any")))} == {BREAKING}


# --- On a terminal ---


def test_a_slow_diff_shows_progress_only_on_a_terminal() -> None:
    code = f"import time\nfrom presend.cli.progress import telling\nwith telling('.'): time.sleep({PATIENCE} + 0.3)"
    ours, theirs = pty.openpty()
    start = time.monotonic()
    subprocess.run([sys.executable, "-c", code], stderr=theirs, check=True)
    assert time.monotonic() - start > PATIENCE
    seen = os.read(ours, 10_000).decode()
    os.close(ours)
    os.close(theirs)
    assert ".: 1 s" in seen
    assert seen.endswith("\x1b[2K")  # nothing of it is left
    piped = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert piped.stderr == b""
