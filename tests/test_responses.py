"""Responses in the request path are checked with the schema for their status and media type."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from click.testing import CliRunner

import presend
import presend.httpx
from presend.cli.program import command
from tests.specs import generate, import_from, spec

if TYPE_CHECKING:
    from pathlib import Path

JSON, VENDOR = "application/json", "application/vnd.a+json"


def has(name: str) -> dict[str, Any]:
    """Return the schema of an object with one integer member."""
    return {"type": "object", "required": [name], "properties": {name: {"type": "integer"}}}


def answering(kinds: dict[str, str]) -> dict[str, Any]:
    """Return a response with a schema for each type."""
    return {"description": "d", "content": {kind: {"schema": has(name)} for kind, name in kinds.items()}}


ANSWERS = {
    "200": {JSON: "ok"},
    "201": {JSON: "made", VENDOR: "vendor"},
    "202": {"Application/JSON; charset=utf-8": "letters"},
    "203": {"*/*": "any", "application/*+json": "suffix"},
    "204": {},
    "206": {JSON: "part"},
    "2XX": {JSON: "range", "text/event-stream": "event"},
    "404": {JSON: "missing"},
    "4xx": {JSON: "wrong"},
    "default": {JSON: "other", "application/problem+json": "problem"},
}
FEW = {"201": {JSON: "made"}}
RANGE = {"2XX": {JSON: "range"}, "400": {JSON: "wrong"}}
REST = {"default": {JSON: "other"}}
STREAM = {"200": {"text/event-stream": "event", JSON: "whole"}}
SPECS = {"all": ANSWERS, "few": FEW, "range": RANGE, "rest": REST, "stream": STREAM}

# Declared responses, status and type → the member that is checked; none if the response is not checked.
CASES: tuple[tuple[str, int, str, str | None], ...] = (
    ("all", 200, JSON, "ok"),
    ("all", 200, "Application/JSON;charset=UTF-8", "ok"),
    ("all", 200, "text/plain", None),
    ("all", 200, "", None),
    ("all", 200, "application/problem+json", None),
    ("all", 201, JSON, "made"),
    ("all", 201, VENDOR, "vendor"),
    ("all", 201, f"{VENDOR}; v=1", "vendor"),
    ("all", 202, JSON, "letters"),
    ("all", 203, JSON, "any"),
    ("all", 203, VENDOR, "suffix"),
    ("all", 203, "text/html", None),
    ("all", 204, JSON, None),
    ("all", 206, JSON, "part"),
    ("all", 207, JSON, "range"),
    ("all", 207, "text/event-stream", None),
    ("all", 299, JSON, "range"),
    ("all", 404, JSON, "missing"),
    ("all", 409, JSON, "wrong"),
    ("all", 500, JSON, "other"),
    ("all", 500, "application/problem+json", "problem"),
    ("all", 304, JSON, None),
    ("few", 201, JSON, "made"),
    ("few", 200, JSON, None),
    ("few", 404, JSON, None),
    ("few", 500, JSON, None),
    ("range", 200, JSON, "range"),
    ("range", 201, JSON, "range"),
    ("range", 206, JSON, None),
    ("range", 300, JSON, None),
    ("range", 400, JSON, "wrong"),
    ("range", 404, JSON, None),
    ("rest", 200, JSON, "other"),
    ("rest", 418, JSON, "other"),
    ("stream", 200, JSON, "whole"),
    ("stream", 200, "text/event-stream", None),
)


def generated(folder: Path, *options: str) -> str:
    paths = {
        f"/{name}": {
            method: {
                "operationId": f"{method} {name}",
                "responses": {status: answering(kinds) for status, kinds in answers.items()},
            }
            for method in ("get", "head")
        }
        for name, answers in SPECS.items()
    }
    result, made = generate(spec({}, paths), folder, "--strict-responses", *options)
    assert result.exit_code == 0, result.output
    return made


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    return generated(tmp_path_factory.mktemp("responses"))


def answer(status: int, kind: str, body: bytes) -> httpx.Response:
    return httpx.Response(status, headers={"content-type": kind}, stream=httpx.ByteStream(body))


def heard(gate: presend.Gate, method: str, path: str, response: httpx.Response) -> tuple[int, int]:
    """Return how many responses were checked, and how many problems were found in them."""
    api = httpx.MockTransport(lambda _: response)
    with httpx.Client(transport=presend.httpx.Transport(api, gate)) as client:
        client.request(method, f"https://h/v1{path}").read()
    return gate.counts["responses"], sum(gate.rules.values())


@pytest.mark.parametrize(("path", "status", "kind", "member"), CASES)
def test_a_response_is_checked_by_what_its_status_and_type_declare(
    path: str, status: int, kind: str, member: str | None, pack: str
) -> None:
    names = {name for media in SPECS[path].values() for name in media.values()}
    for name in names | {"nothing"}:
        response = answer(status, kind, b'{"%s": 1}' % name.encode())
        found = heard(presend.Gate(pack=pack, responses=True, ignore=["unknown-key"]), "GET", f"/{path}", response)
        assert found == ((0, 0) if member is None else (1, int(name != member)))


def test_a_response_to_head_has_no_body(pack: str) -> None:
    gate = presend.Gate(pack=pack, responses=True)
    assert heard(gate, "HEAD", "/all", answer(200, JSON, b"")) == (0, 0)
    assert gate.counts == {"clean": 1}


def test_responses_are_not_checked_unless_asked_for(pack: str) -> None:
    assert heard(presend.Gate(pack=pack), "GET", "/all", answer(200, JSON, b"{}")) == (0, 0)


@pytest.mark.parametrize(
    ("path", "member", "is_first"),
    [
        ("all", "ok", True),
        ("few", "made", True),
        ("range", "range", True),
        ("rest", "other", True),
        ("all", "any", False),
    ],
)
def test_without_a_status_a_response_is_the_first_successful_one(
    path: str, member: str, is_first: bool, pack: str
) -> None:
    gate = presend.Gate(pack=pack)
    operation = gate.operation("GET", f"/{path}")
    assert operation
    body = b'{"%s": 1}' % member.encode()
    verdict = gate.examine(operation, {"content-type": JSON}, body, is_response=True)
    assert verdict
    assert bool(verdict.errors) is not is_first


@pytest.mark.parametrize(("options", "held"), [((), ["200", "201"]), (("--all",), ["200", "201", "404"])])
def test_a_pack_takes_all_that_tells_of_success(options: tuple[str, ...], held: list[str], tmp_path: Path) -> None:
    answers = {status: answering({JSON: name}) for status, name in (("200", "ok"), ("201", "made"), ("404", "none"))}
    file = tmp_path / "spec.json"
    file.write_text(json.dumps(spec({}, {"/a": {"get": {"operationId": "a", "responses": answers}}})))
    name = f"responses_{len(options)}"
    result = CliRunner().invoke(command, ["generate", str(file), "--out", str(tmp_path / name), *options])
    assert result.exit_code == 0, result.output
    import_from(tmp_path)
    (row,) = presend.operations(name)
    assert {status for status, media in row.responses.items() if media} == {*held}
    assert row.response == row.responses["200"][JSON]
    for status in held:
        assert presend.check(row.responses[status][JSON], {}, pack=name)


@pytest.mark.parametrize(
    ("status", "kind", "checked"),
    [(200, JSON, 1), (200, VENDOR, 0), (201, JSON, 0), (404, JSON, 0), (200, "text/x", 0)],
)
def test_a_pack_that_an_older_presend_made_checks_what_it_did(
    status: int, kind: str, checked: int, tmp_path: Path
) -> None:
    made = generated(tmp_path)
    file = tmp_path / "packs" / made / "operations.json"
    table = json.loads(file.read_text("utf-8"))
    table["operations"] = [
        {k: v for k, v in row.items() if k not in ("responses", "needs_body")} for row in table["operations"]
    ]
    file.write_text(json.dumps(table), "utf-8")
    response = answer(status, kind, b"{}")
    assert heard(presend.Gate(pack=made, responses=True), "GET", "/all", response) == (checked, checked)
