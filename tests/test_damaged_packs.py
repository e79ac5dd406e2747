"""With damaged or missing files in a pack, every error names the file, the fault and the remedy."""

from __future__ import annotations

import contextlib
import importlib
import itertools
import json
import pickle
import shutil
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import presend
from presend.cli.program import command
from presend.packs.find import find_pack
from tests.amount import examples
from tests.specs import body, generate, posts, spec

if TYPE_CHECKING:
    from pathlib import Path

REGENERATE = "Regenerate the pack with `presend generate`, or install its project again."
NUMBERS = itertools.count()
REF = {"$ref": "#/components/schemas/Order"}
ORDER = {
    "type": "object",
    "required": ["sku"],
    "properties": {
        "sku": {"type": "string", "minLength": 2, "pattern": "^a"},
        "n": {"type": "integer", "minimum": 1},
        "lines": {"type": "array", "items": {"anyOf": [{"$ref": "#/components/schemas/Line"}, {"type": "null"}]}},
    },
}
LINE = {"type": "object", "additionalProperties": {"enum": ["a", "b"]}}
SPEC = spec({"Order": ORDER, "Line": LINE}, posts({"Order": body(REF)}))
BAD: dict[str, Any] = {"sku": "b", "n": 0, "lines": [{"x": "c"}]}
GOOD: dict[str, Any] = {"sku": "ab", "n": 1, "lines": [{"x": "a"}, None]}
DAMAGE: dict[str, tuple[bytes | None, str]] = {  # file, and a letter where it comes twice → what it holds; what is said
    "schemas.json": (None, "it has no schemas.json"),
    "schemas.json a": (b"", "schemas.json is empty"),
    "schemas.json b": (b" \n", "schemas.json is empty"),
    "schemas.json c": (b"{", "schemas.json is not JSON: line 1, column 2"),
    "schemas.json d": (b"\x93\x00\xff", "schemas.json is not JSON text"),
    "schemas.json e": (b"[]", "schemas.json: expected an object of schemas as $defs"),
    "schemas.json f": (b'{"$defs": []}', "schemas.json: expected an object of schemas as $defs"),
    "schemas.json g": (b'{"$defs": {"Order": 7}}', "schemas.json: expected an object of schemas as $defs"),
    "schemas.json h": (b'{"$defs": {}}', "schemas.json lacks Order, which operations.json names"),
    "schemas.json i": (b"[" * 100_000, "schemas.json is not JSON text"),
    "operations.json": (None, "operations.json is missing"),
    "operations.json a": (b"", "operations.json is empty"),
    "operations.json b": (b"\x93\x00\xff", "operations.json is not JSON text"),
    "operations.json c": (b'{"operations": [', "operations.json is not JSON: line 1, column 17"),
    "operations.json d": (b"[]", "operations.json: expected an object, got list"),
    "operations.json e": (b"{}", "operations.json: expected a list of operations as operations"),
    "operations.json f": (b'{"operations": [7]}', "operations.json: expected a list of operations as operations"),
    "operations.json g": (b'{"operations": [{}]}', "operations.json: expected a list of operations as operations"),
    "operations.json h": (b'{"operations": [], "names": []}', "operations.json: expected names of schemas as names"),
    "operations.json twins": (
        b'{"operations": [], "twins": {"A": 1}}',
        "operations.json: expected names of schemas that are there twice as twins",
    ),
    "operations.json i": (b'{"operations": [], "rules": {"a": 1}}', "expected rules with their targets as rules"),
    "operations.json j": (
        b'{"operations": [], "limits": {"a": {"keywords": ["no"], "at": []}}}',
        "expected rules with their keywords and targets as limits",
    ),
    "__init__.py": (b"\x00\xff", "its __init__.py cannot be run: SyntaxError"),
    "__init__.py a": (b"raise KeyError(1)", "its __init__.py cannot be run: KeyError"),
    "rules.py": (b"RULES = (", "rules cannot be imported: SyntaxError"),
    "rules.py a": (b"\x00\xff", "rules cannot be imported: SyntaxError"),
    "rules.py b": (b"", "expected a tuple RULES"),
}
MODELS: dict[str, tuple[bytes | None, str]] = {  # what only `validate` and `is_valid` need
    "models.py": (None, "models cannot be imported: ModuleNotFoundError"),
    "models.py a": (b"", "the model Order cannot be imported: AttributeError"),
    "models.py b": (b"class Order(", "models cannot be imported: SyntaxError"),
    "models.py c": (b"\x00\xff", "models cannot be imported: SyntaxError"),
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    _, name = generate(SPEC, folder)
    return folder / "packs" / name


def copied(sound: Path) -> Path:
    folder = sound.with_name(f"damaged_{next(NUMBERS)}")
    shutil.copytree(sound, folder, ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def damaged(sound: Path, file: str, content: bytes | None) -> Path:
    folder = copied(sound)
    path = folder / file.split(maxsplit=1)[0]
    if content is None:
        path.unlink()
    else:
        path.write_bytes(content)
    importlib.invalidate_caches()
    return folder


def faces(pack: str) -> list[Any]:
    return [
        lambda: presend.check("POST /order", BAD, pack=pack),
        lambda: presend.is_valid("POST /order", json.dumps(BAD), pack=pack),
        lambda: presend.is_valid("POST /order", GOOD, pack=pack),
        lambda: presend.validate("POST /order", json.dumps(GOOD), pack=pack),
        lambda: presend.validate("POST /order", BAD, pack=pack),
        lambda: next(presend.check_lines("POST /order", __file__, pack=pack)),
    ]


@pytest.mark.parametrize("file", DAMAGE)
def test_each_face_says_what_is_damaged(file: str, sound: Path) -> None:
    content, told = DAMAGE[file]
    folder = damaged(sound, file, content)
    for face in faces(folder.name):
        with pytest.raises((presend.PackFault, LookupError)) as caught:
            face()
        assert told in str(caught.value)
        assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)
        assert (REGENERATE in str(caught.value)) == (type(caught.value) is presend.PackFault)


@pytest.mark.parametrize("file", DAMAGE)
def test_the_command_line_exits_2(file: str, sound: Path, tmp_path: Path) -> None:
    content, told = DAMAGE[file]
    folder = damaged(sound, file, content)
    (tmp_path / "bad.json").write_text(json.dumps(BAD))
    line = {"custom_id": "1", "method": "POST", "url": "/order", "body": BAD}
    (tmp_path / "batch.jsonl").write_text(json.dumps(line))
    commands = [
        ["check", "POST /order", str(tmp_path / "bad.json")],
        ["batch", str(tmp_path / "batch.jsonl")],
        ["rules"],
    ]
    for arguments in commands[: -1 if "lacks" in told else None]:  # which `rules` and `diff` do not meet
        result = CliRunner().invoke(command, [*arguments, "--pack", folder.name])
        assert isinstance(result.exception, SystemExit), result.exception
        assert (result.exit_code, told in " ".join(result.stderr.split())) == (2, True), result.stderr
    if not file.startswith("rules.py") and "lacks" not in told:
        result = CliRunner().invoke(command, ["diff", folder.name, folder.name])
        assert (result.exit_code, told in " ".join(result.stderr.split())) == (2, True), result.stderr


@pytest.mark.parametrize("file", MODELS)
def test_damaged_models_are_reported_by_whoever_needs_them(file: str, sound: Path) -> None:
    content, told = MODELS[file]
    pack = damaged(sound, file, content).name
    assert len(presend.check("Order", BAD, pack=pack)) == 4
    with pytest.raises(presend.PackFault, match=told):
        find_pack(pack).model("Order")
    with pytest.raises(presend.PackFault, match=told):
        presend.validate("Order", GOOD, pack=pack)


def test_a_gate_says_what_is_damaged_once_and_lets_requests_pass(sound: Path, caplog: pytest.LogCaptureFixture) -> None:
    gate = presend.Gate(pack=damaged(sound, "operations.json", b"{").name)
    assert gate.operation("POST", "/order") is None
    assert gate.operation("POST", "/order") is None
    assert [REGENERATE in record.getMessage() for record in caplog.records] == [True]


def test_damaged_replies_are_reported_when_they_are_used(sound: Path) -> None:
    for content, told in ((b"{", "is not JSON: line 1"), (b"[]", "expected an object, got list"), (b"", "is empty")):
        pack = find_pack(damaged(sound, "replies.json", content).name)
        with pytest.raises(presend.PackFault, match=f"replies.json:? {told}"):
            assert pack.replies


@settings(max_examples=examples(60), suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.data())
def test_any_damage_is_reported_or_does_not_matter(sound: Path, data: st.DataObject) -> None:
    """Cut a file short, change a byte, or put another value into it: PackFault, LookupError, or an answer."""
    file = data.draw(st.sampled_from(["schemas.json", "operations.json"]))
    text = (sound / file).read_bytes()
    place = data.draw(st.integers(0, len(text) - 1))
    how = data.draw(st.sampled_from(["cut", "byte", "value"]))
    if how == "cut":
        text = text[:place]
    elif how == "byte":
        text = text[:place] + data.draw(st.binary(min_size=1, max_size=1)) + text[place + 1 :]
    else:
        document = json.loads(text)
        places = list(_places(document))
        holder, key = places[place % len(places)]
        holder[key] = data.draw(st.sampled_from([None, 7, "x", [], {}, True, [1], {"a": 1}]))
        text = json.dumps(document, indent=1).encode() + b"\n"
    folder = damaged(sound, file, text)
    for face in (*faces(folder.name), lambda: presend.operations(folder.name), lambda: presend.schemas(folder.name)):
        try:
            with contextlib.suppress(presend.PackFault, presend.InvalidPayload, StopIteration):
                face()
        except LookupError as error:
            assert type(error) is LookupError  # noqa: PT017 - an unknown target; no KeyError
    shutil.rmtree(folder)


def _places(value: Any) -> Any:
    for key in value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ():
        yield value, key
        yield from _places(value[key])
