"""`presend sync --sdk` reports what the openai package has and today's pack lacks."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import openai
import pytest
from click.testing import CliRunner

from presend.cli.program import command
from presend.packs.find import find_pack
from presend.packs.names import TODAY
from presend_codegen.upstream.sdk import Known, texts, unknown
from presend_codegen.upstream.sdk_calls import calls
from tests.specs import body, generate, spec

ROOT = Path(__file__).parent.parent
SDK = Path(openai.__file__).parent


def test_the_pack_knows_all_that_the_locked_sdk_knows_of_its_operations() -> None:
    assert [one for one in unknown(SDK, find_pack(TODAY)) if one.kind != "operation"] == []


def test_the_sdk_is_read_whole() -> None:
    found = {(call.path, call.type) for call in calls(SDK)}
    assert ("/responses", "ResponseCreateParamsStreaming") in found
    assert ("/vector_stores/{vector_store_id}/files", "FileCreateParams") in found


@pytest.fixture(scope="module")
def poor(tmp_path_factory: pytest.TempPathFactory) -> list[Known]:
    """Return what the SDK knows that a pack does not which knows little of two of its operations."""
    image = {
        "type": "object",
        "required": ["prompt", "n"],
        "properties": {
            "prompt": {"type": "string"},
            "n": {"type": "integer"},
            "quality": {"type": "string", "enum": ["low", "high"]},
            "style": {"type": "string"},
        },
    }
    speech = {"type": "object", "properties": {"voice": {"type": "string"}, "speed": {"type": "number"}}}
    paths: dict[str, Any] = {
        path: {"post": {"operationId": name, "requestBody": body(schema), "responses": {"200": {"description": "OK"}}}}
        for name, path, schema in (("image", "/images/generations", image), ("speech", "/audio/speech", speech))
    }
    result, name = generate(spec({}, paths), tmp_path_factory.mktemp("sdk"))
    assert result.exit_code == 0, result.output
    return unknown(SDK, find_pack(name))


@pytest.mark.parametrize(
    ("kind", "place", "name"),
    [
        ("member", "ImageRequest", "background"),
        ("value", "ImageRequest.quality", "medium"),
        ("required", "ImageRequest", "n"),
        ("member", "SpeechRequest", "input"),
        ("operation", "/embeddings", ""),
    ],
)
def test_parts_that_the_pack_lacks_are_reported(kind: Any, place: str, name: str, poor: list[Known]) -> None:
    assert Known(kind, place, name) in poor


@pytest.mark.parametrize(
    ("kind", "name"), [("value", "low"), ("required", "prompt"), ("member", "style"), ("value", "b64_json")]
)
def test_parts_that_the_pack_has_are_not_reported(kind: Any, name: str, poor: list[Known]) -> None:
    assert (kind, name) not in {(one.kind, one.name) for one in poor}


def test_words_that_are_new_changed_or_gone_are_reported(tmp_path: Path) -> None:
    file = tmp_path / "openai" / "types" / "a.py"
    file.parent.mkdir(parents=True)
    file.write_text(
        'class A:\n    x: int\n    """One  thing."""\n    y: int\n    """Another."""\n    z: int\n    """New."""\n'
    )
    said = hashlib.sha256(b"One thing.").hexdigest()
    record = "\n".join(
        f"openai/types/a.py:A.{name}\t{digest}" for name, digest in (("x", said), ("y", "0"), ("w", "0"))
    )
    found = texts(file.parent.parent, record)
    assert [[place.rpartition(".")[2] for place in places] for places in (found.new, found.changed, found.gone)] == [
        ["z"],
        ["y"],
        ["w"],
    ]


def test_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(command, ["sync", "--sdk"])
    assert (result.exit_code, result.stdout.endswith("Nothing to update.\n")) == (0, True), result.output
    report = json.loads(CliRunner().invoke(command, ["sync", "--sdk", "--format", "json"]).stdout)
    assert report["version"] == openai.__version__
    assert {one["kind"] for one in report["unknown"]} == {"operation"}
    assert CliRunner().invoke(command, ["sync", "--sdk", "new.yaml"]).exit_code == 2
    assert CliRunner().invoke(command, ["sync"]).exit_code == 2
