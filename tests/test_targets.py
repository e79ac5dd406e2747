"""The targets of a user's pack, and the errors for unknown targets."""

from __future__ import annotations

import importlib
import json
from typing import TYPE_CHECKING, Any

import pytest
from click.testing import CliRunner, Result

import presend
from presend.cli.program import command
from presend.packs.find import as_pack, find_pack
from presend.strategies import payloads
from tests.made_packs import make_pack
from tests.specs import body, generate, spec

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REF = {name: {"$ref": f"#/components/schemas/{name}"} for name in ("OrderCreate", "Order", "Orders", "Note")}
BOTH = {"content": {**body(REF["Note"])["content"], **body(REF["Note"], "text/xml")["content"]}}
FORM = {"content": {**body(REF["OrderCreate"])["content"], **body(REF["Order"], "multipart/form-data")["content"]}}
SPEC = spec(
    {
        "OrderCreate": {"type": "object", "required": ["sku"], "properties": {"sku": {"type": "string"}}},
        "Order": {"type": "object", "properties": {"id": {"type": "string"}}},
        "Orders": {"type": "array", "items": REF["Order"]},
        "Note": {"type": "object", "properties": {"text": {"type": "string"}}},
    },
    {
        "/orders": {
            "get": {"operationId": "listOrders", "responses": {"200": body(REF["Orders"])}},
            "post": {"operationId": "createOrder", "requestBody": FORM, "responses": {"201": body(REF["Order"])}},
        },
        "/notes": {
            "post": {"operationId": "add", "requestBody": BOTH},
            "put": {"operationId": "put note", "requestBody": body({"type": "string"}, "text/plain")},
            "patch": {"operationId": "xml", "requestBody": body({"type": "string"}, "application/xml")},
        },
        "/photos": {
            "post": {"operationId": "add", "requestBody": body(REF["Note"])},
            "put": {"operationId": "photo", "requestBody": body({"type": "string", "format": "binary"}, "image/png")},
        },
        "/empty": {"delete": {"operationId": "nothing", "responses": {"204": {"description": "Done."}}}},
        "/odd": {"put": {"operationId": "odd", "requestBody": body({"type": "object"}, "application/vnd.odd")}},
    },
)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    return generate(SPEC, tmp_path_factory.mktemp("targets"))[1]


def invoke(*arguments: str, stdin: str | None = None) -> Result:
    result = CliRunner().invoke(command, arguments, input=stdin)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


@pytest.mark.parametrize(
    ("target", "schema"),
    [
        ("OrderCreate", "OrderCreate"),
        ("createOrder", "OrderCreate"),
        ("createOrder application/json", "OrderCreate"),
        ("createOrder multipart/form-data", "Order"),
        ("POST /orders", "OrderCreate"),
        ("POST /orders multipart/form-data", "Order"),
        ("put note", "PutNoteRequest"),
        ("put note text/plain", "PutNoteRequest"),
        ("PUT /notes", "PutNoteRequest"),
        ("POST /notes text/xml", "Note"),
    ],
)
def test_a_schema_an_operation_or_an_operation_id_is_a_target(target: str, schema: str, pack: str) -> None:
    assert find_pack(pack).resolve(target) == schema
    if schema == "OrderCreate":
        assert (
            find_pack(pack).resolve(target, form=True) == ("Order" if target == "createOrder" else schema)
            or " /" in target
        )
        (problem,) = presend.check(target, {}, pack=pack)
        assert problem.pointer == "/sku"


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("GET /orders", "'GET /orders': GET /orders has no body to check. Its response is a target: Orders."),
        ("listOrders", "'listOrders': GET /orders has no body to check. Its response is a target: Orders."),
        ("POST /orders text/xml", "the body of POST /orders is application/json or multipart/form-data."),
        ("createOrder text/xml", "the body of POST /orders is application/json or multipart/form-data."),
        ("add", "'add': POST /notes and POST /photos have this operationId. Give one of them as 'METHOD /path'."),
        (
            "DELETE /empty",
            "expected a schema name or 'METHOD /path'. Known targets: Note, OddRequest, Order, OrderCreate, Orders, ",
        ),
        ("createOrdr", "Did you mean 'createOrder'?"),
        ("/orders", "Put POST before it: 'POST /orders'."),
        ("GET /order", "Did you mean 'POST /orders'?"),
    ],
)
def test_an_unknown_target_gets_a_remedy(target: str, told: str, pack: str) -> None:
    with pytest.raises(LookupError) as caught:
        presend.check(target, {}, pack=pack)
    assert str(caught.value).startswith(f"Unknown target '{target}': ")
    assert told in str(caught.value)
    assert told in invoke("check", target, "none.json", "--pack", pack).stderr


FACES: list[Callable[..., Any]] = [presend.check, presend.is_valid, presend.validate]


@pytest.mark.parametrize("face", FACES)
@pytest.mark.parametrize("payload", ['{"sku": "x"}', {"sku": "x"}])
def test_a_model_class_knows_its_pack(face: Callable[..., Any], payload: Any, pack: str, tmp_path: Path) -> None:
    model = importlib.import_module(f"{pack}.models").OrderCreate
    for target in (model, type("Mine", (model,), {}), type("Mine", (model,), {"__module__": "somebody.models"})):
        wanted = target(sku="x") if face is presend.validate else face("OrderCreate", payload, pack=pack)
        assert face(target, payload) == wanted
        assert as_pack(None, target).name == pack
    lines = tmp_path / "lines.jsonl"
    lines.write_text('{"sku": "x"}\n{"sku": 1}\n')
    for errors_only in (True, False):
        assert [number for number, _ in presend.check_lines(model, lines, errors_only=errors_only)] == [2]
    assert payloads(model) is not None


def test_a_class_of_no_pack_is_reported(pack: str) -> None:
    stranger = type("Order", (), {"__module__": "somebody.models"})
    with pytest.raises(LookupError, match="Unknown target 'class Order'"):
        presend.check(stranger, {})
    other = importlib.import_module("presend.openai.models").CreateRunRequest
    with pytest.raises(LookupError, match="Unknown target 'class CreateRunRequest'"):
        presend.check(other, {}, pack=pack)


@pytest.mark.parametrize("face", [*FACES, lambda _, __, pack: presend.rules(pack)])
def test_a_pack_is_a_name(face: Callable[..., Any], pack: str) -> None:
    module = importlib.import_module(pack)
    for given, hint in ((module, f"got module. Give '{pack}'."), (5, "got int."), (["x"], "got list.")):
        with pytest.raises(TypeError) as caught:
            face("OrderCreate", {}, pack=given)
        assert str(caught.value) == f"Expected pack as a str, such as 'shop_api', or a Pack, {hint}"


def test_operations_show_what_comes_back(pack: str) -> None:
    rows = [line.split() for line in invoke("operations", "--pack", pack).stdout.splitlines()]
    assert rows[:3] == [
        ["GET", "/orders", "-", "-", "Orders"],
        ["POST", "/orders", "OrderCreate", "application/json", "Order"],
        ["POST", "/orders", "Order", "multipart/form-data", "Order"],
    ]
    assert len(rows) == len(presend.operations(pack))


@pytest.mark.parametrize(
    ("target", "payload", "told", "exit_code"),
    [
        ("POST /notes", "{}", "", 0),
        ("POST /notes text/xml", "{}", "", 0),
        ("PUT /notes", '"x"', "presend: PutNoteRequest is sent as text/plain. presend reads FILE as JSON with", 0),
        ("PutNoteRequest", "hello", "presend: PutNoteRequest is sent as text/plain. presend reads FILE as JSON", 1),
        ("PATCH /notes", '"x"', "presend: XmlRequest is sent as application/xml. presend reads FILE as JSON", 0),
        ("PUT /photos", "x", "PhotoRequest is sent as image/png, which is binary, so presend cannot", 2),
        ("PUT /odd", "{}", "presend: OddRequest is sent as application/vnd.odd. presend reads FILE as JSON", 0),
        ("Order", "{}", "", 0),
    ],
)
def test_a_body_that_is_not_json_is_reported(target: str, payload: str, told: str, exit_code: int, pack: str) -> None:
    done = invoke("check", target, "--pack", pack, stdin=payload)
    assert done.exit_code == exit_code
    assert told in done.stderr
    assert bool(done.stderr) is bool(told)


def test_the_targets_of_a_json_schema_are_its_schemas(tmp_path: Path) -> None:
    definitions = {f"Part{number:02}": {"type": "object"} for number in range(13)}
    document = {"$defs": definitions, "properties": {name: {"$ref": f"#/$defs/{name}"} for name in definitions}}
    for count, listed in ((1, "Whole"), (14, "WholeWithPart00, Whole, WholePart00, ")):
        documents = {"Whole": document} if count > 1 else {"Whole": {"type": "object"}}
        with pytest.raises(LookupError) as caught:
            presend.check("zzz", {}, pack=make_pack(tmp_path, documents))
        assert f" Known targets: {listed}" in str(caught.value)
        assert str(caught.value).endswith(", …." if count > 1 else "Whole.")
    (tmp_path / "whole-order.json").write_text(json.dumps({"$schema": "https://json-schema.org/draft/2020-12/schema"}))
    assert invoke("generate", str(tmp_path / "whole-order.json"), "--out", str(tmp_path / "by_stem")).exit_code == 0
    assert [*json.loads((tmp_path / "by_stem" / "schemas.json").read_text())["$defs"]] == ["WholeOrder"]
