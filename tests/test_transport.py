"""Requests in HTTP clients: which are checked, what happens to bad ones, and that nothing else changes."""

from __future__ import annotations

import asyncio
import gzip
import importlib
import json
import logging
import shutil
import subprocess
import sys
import threading
import warnings
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx
import httpx2
import openai
import pytest

import presend
import presend.httpx
import presend.httpx2
from presend.packs.find import as_packs
from presend.packs.pack import Pack
from presend.transport import sending as passage
from presend.transport.bodies import FormFault, read_form
from presend.transport.streams import LARGEST_BODY
from tests import sdk
from tests.loopback import Loopback, loopback
from tests.made_packs import make_pack

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from pytest import LogCaptureFixture, MonkeyPatch  # noqa: PT013 - for annotations

ROOT = Path(__file__).parent.parent
PNG = (ROOT / "examples/images/otter-256.png").read_bytes()
BAD: dict[str, list[str]] = {"input": []}
SECRETS = {"prompt": "Zaubersalz", "key": "sk-Vogelfeder", "file": "Steuerakte.png", "bytes": "Rohdatenfolge"}


@pytest.fixture
def server() -> Iterator[Loopback]:
    with loopback() as running:
        yield running


def client(server: Loopback, gate: presend.Gate | None = None, **settings: Any) -> httpx2.Client:
    transport = presend.httpx2.Transport(gate=gate)
    return httpx2.Client(base_url=server.url, transport=transport, **settings)


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize(("library", "is_async"), sdk.ROUTES)
@pytest.mark.parametrize("case", sdk.CASES, ids=lambda case: case.name)
def test_the_sdk_raises_bad_request_and_sends_good_ones_unchanged(case: sdk.Case, library: str, is_async: bool) -> None:
    assert list(sdk.faults(case, library, is_async=is_async)) == []


@pytest.mark.parametrize(
    ("method", "url", "operation"),
    [
        ("POST", "https://api.openai.com/v1/moderations", "createModeration"),
        ("POST", "https://api.openai.com/v1/moderations/", "createModeration"),
        ("post", "http://localhost:8080/moderations?x=1#y", "createModeration"),
        ("POST", "https://gateway.example/team/llm/v1/threads/thread_1/runs", "createRun"),
        ("POST", "https://me.openai.azure.com/openai/threads/t%2F1/runs?api-version=2024-05-01-preview", "createRun"),
        ("POST", "https://me.openai.azure.com/openai/deployments/dalle/images/variations?a=b", "createImageVariation"),
        ("POST", "https://me.openai.azure.com/openai/v1/threads/t/messages", "createMessage"),
        ("POST", "https://api.example/v1beta1/moderations", "createModeration"),
        ("GET", "https://api.openai.com/v1/moderations", None),
        ("POST", "https://blog.example/comments/moderations", None),
        ("POST", "https://api.openai.com/v1/threads//runs", None),
        ("POST", "https://api.openai.com/v1/threads/runs", None),
        ("POST", "https://api.openai.com/v1/threads/a/b/runs", None),
        ("POST", "https://api.openai.com/v1/chat/completions", "createChatCompletion"),
        ("GET", "https://api.openai.com/v1/responses/resp_1", "getResponse"),
        ("POST", "https://api.openai.com/v1/chat", None),
        ("POST", "https://api.openai.com", None),
    ],
)
def test_a_request_belongs_to_an_operation_by_method_and_path(method: str, url: str, operation: str | None) -> None:
    found = presend.Gate().operation(method, url)
    assert (found and found.id) == operation


@pytest.mark.parametrize(
    ("url", "checked"),
    [
        ("https://llm.example/any/moderations", True),
        ("https://llm.example/any/v1/moderations", True),
        ("https://llm.example/moderations", False),
        ("https://llm.example/anymore/moderations", False),
        ("https://llm.example.org/any/moderations", False),
        ("http://llm.example/any/moderations", False),
        ("https://llm.example:444/any/moderations", False),
    ],
)
def test_with_a_base_url_only_what_is_below_it_is_checked(url: str, checked: bool) -> None:
    gate = presend.Gate(base_url="https://user:pass@LLM.example:443/any/")
    assert (gate.operation("POST", url) is not None) == checked
    assert gate.counts["unknown"] == (not checked)


@pytest.mark.parametrize("url", ["llm.example/v1", "ftp://llm.example", "", "https:///v1"])
def test_a_base_url_without_scheme_or_host_is_an_error(url: str) -> None:
    with pytest.raises(ValueError, match="Expected a base URL like"):
        presend.Gate(base_url=url)


def test_a_base_url_has_its_host_as_requests_have_it() -> None:
    with pytest.raises(ValueError, match="Write it as xn--"):
        presend.Gate(base_url="https://müller.example/v1")
    gate = presend.Gate(base_url="https://xn--mller-kva.example/v1")
    request = httpx2.Request("POST", "https://müller.example/v1/moderations")
    assert gate.operation("POST", str(request.url)) is not None


def test_a_refusal_is_the_answer_of_the_api_and_holds_all_errors(server: Loopback) -> None:
    payload = {"assistant_id": "asst_1", "temperature": 3, "top_p": 2}
    problems = [p for p in presend.check("CreateRunRequest", json.dumps(payload)) if p.severity == "error"]
    with client(server) as http:
        response = http.post("/threads/thread_1/runs", json=payload)
    assert response.status_code == 400
    expected = problems[0].as_openai_error()
    expected["error"]["message"] += f" {passage.REFUSED}"
    assert response.json() == expected
    assert {name: response.headers[name] for name in passage.REFUSAL_HEADERS} == passage.REFUSAL_HEADERS
    assert [problem.rule for problem in response.extensions["presend"]] == [problem.rule for problem in problems]
    assert server.hits == []


def test_warn_lets_pass_warns_at_the_line_that_sent_and_logs(server: Loopback, caplog: LogCaptureFixture) -> None:
    gate = presend.Gate("warn")
    api = openai.OpenAI(
        api_key="a", base_url=server.url, http_client=presend.httpx2.wrap(openai.DefaultHttpx2Client(), gate)
    )
    with api, pytest.warns(presend.PayloadWarning, match="POST /moderations: Invalid 'input'") as caught:
        api.moderations.create(input=[])
    assert caught[0].filename == __file__
    assert len(server.hits) == 1
    assert dict(gate.counts) == {"passed": 1}
    assert dict(gate.rules) == {"moderation.input.empty": 1}
    (record,) = caplog.records
    assert (record.name, record.levelname) == ("presend", "WARNING")
    assert vars(record)["rule"] == "moderation.input.empty"


def test_a_filter_that_makes_the_warning_an_error_refuses(server: Loopback) -> None:
    with client(server, presend.Gate("warn")) as http, warnings.catch_warnings():
        warnings.simplefilter("error", presend.PayloadWarning)
        assert http.post("/moderations", json=BAD).status_code == 400
    assert server.hits == []


@pytest.mark.parametrize("wanted", [True, False])
def test_warnings_pass_and_are_logged_if_asked_for(wanted: bool, server: Loopback, caplog: LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, "presend")
    gate = presend.Gate(warnings=wanted)
    image = {"image": ("a.png", PNG, "text/plain")}
    with client(server, gate) as http:
        assert http.post("/moderations", json={"input": ""}).status_code == 200
        assert http.post("/images/variations", files=image).status_code == 200
    assert dict(gate.counts) == ({"passed": 2} if wanted else {"clean": 2})
    assert [record.levelname for record in caplog.records] == (["WARNING"] * 2 if wanted else [])


@pytest.mark.parametrize(
    ("argument", "variable", "mode"),
    [
        (None, None, "enforce"),
        (None, "", "enforce"),
        (None, "off", "off"),
        (None, "warn", "warn"),
        ("enforce", "off", "enforce"),
    ],
)
def test_the_mode_is_the_argument_or_else_the_environments(
    argument: Any, variable: str | None, mode: str, monkeypatch: MonkeyPatch
) -> None:
    monkeypatch.delenv("PRESEND_MODE", raising=False)
    if variable is not None:
        monkeypatch.setenv("PRESEND_MODE", variable)
    assert presend.Gate(argument).mode == mode


def test_an_unknown_mode_or_rule_is_an_error_at_once(monkeypatch: MonkeyPatch) -> None:
    with pytest.raises(ValueError, match=r"got 'enforced'\. Did you mean 'enforce'"):
        presend.Gate("enforced")  # type: ignore[arg-type]
    with pytest.raises(LookupError, match=r"Did you mean 'metadata.max-pairs'"):
        presend.Gate(ignore=["metadata.max-pair"])
    with pytest.raises(LookupError, match="Unknown pack"):
        presend.Gate(pack="no.such.pack")
    monkeypatch.setenv("PRESEND_MODE", "of")
    with pytest.raises(ValueError, match=r"as PRESEND_MODE, got 'of'\. Did you mean 'off'"):
        presend.Gate()


def test_off_looks_at_nothing(server: Loopback) -> None:
    gate = presend.Gate("off")
    with client(server, gate) as http:
        assert http.post("/moderations", json=BAD).status_code == 200
    assert not gate.counts


def test_switches_are_those_of_check(server: Loopback) -> None:
    for switches, status in (
        ({}, 200),
        ({"strict": True}, 400),
        ({"enable": ["observed.request.no-unknown-keys"]}, 400),
    ):
        with client(server, presend.Gate(**switches)) as http:
            assert http.post("/moderations", json={"input": "a", "inputs": 1}).status_code == status


@pytest.mark.parametrize(
    ("path", "headers", "body"),
    [
        (
            "/moderations",
            {"content-type": "application/json", "content-encoding": "gzip"},
            gzip.compress(b"{}", mtime=0),
        ),
        ("/moderations", {"content-type": "text/plain"}, b"{}"),
        ("/images/variations", {"content-type": "application/json"}, b"{}"),
        ("/images/variations", {"content-type": "multipart/form-data"}, b"no boundary"),
        ("/images/variations", {"content-type": "multipart/form-data; boundary=b"}, b"no form"),
        ("/images/variations", {"content-type": "multipart/form-data; boundary=b"}, b'--b\r\na: "b"\r\n\r\ncut off'),
    ],
)
def test_a_request_that_cannot_be_judged_passes(
    server: Loopback, path: str, headers: dict[str, str], body: bytes
) -> None:
    gate = presend.Gate()
    with client(server, gate) as http:
        assert http.post(path, headers=headers, content=body).status_code == 200
    assert [hit.body for hit in server.hits] == [body]
    assert dict(gate.counts) == {"unread": 1}


@pytest.mark.parametrize(
    ("content_type", "body"),
    [
        ("application/json", b'{"input": '),
        ("application/json; charset=utf-8", b'{"input": "\xff"}'),
        ("application/vnd.api+json", b"[]"),
        (None, b"{}"),
        ("application/json", b""),
    ],
)
def test_bad_json_is_refused(server: Loopback, content_type: str | None, body: bytes) -> None:
    with client(server) as http:
        headers = {"content-type": content_type} if content_type else {}
        assert http.post("/moderations", headers=headers, content=body).status_code == 400


BODIES = (b'{"input":', b' "a b', b'"}')


class Pieces:
    """A body that can be iterated once more."""

    def __iter__(self) -> Iterator[bytes]:
        yield from BODIES


def pieces() -> Iterator[bytes]:
    yield from BODIES


async def async_pieces() -> AsyncIterator[bytes]:
    for piece in BODIES:
        yield piece


@pytest.mark.parametrize("limit", [LARGEST_BODY, len(BODIES[0]), 0])
def test_streamed_bodies_are_checked_and_sent_as_they_are(
    server: Loopback, limit: int, monkeypatch: MonkeyPatch
) -> None:
    monkeypatch.setattr(passage, "LARGEST_BODY", limit)
    gate = presend.Gate()
    for library in (httpx, httpx2):
        own: Any = importlib.import_module(f"presend.{library.__name__}")
        with library.Client(base_url=server.url) as plain, own.wrap(library.Client(base_url=server.url), gate) as http:
            for content in (pieces, Pieces, lambda: iter(BODIES)):
                plain.post("/moderations", content=content())
                http.post("/moderations", content=content())

        async def send(library: Any = library, own: Any = own) -> None:
            async with (
                library.AsyncClient(base_url=server.url) as plain,
                own.wrap(library.AsyncClient(base_url=server.url), gate) as http,
            ):
                await plain.post("/moderations", content=async_pieces())
                await http.post("/moderations", content=async_pieces())

        asyncio.run(send())
    assert [hit.body for hit in server.hits] == [b"".join(BODIES)] * 16
    assert all(server.hits[place] == server.hits[place + 1] for place in range(0, 16, 2))
    assert server.hits[0].headers["transfer-encoding"] == "chunked"
    assert dict(gate.counts) == {"clean" if limit > 100 else "unread": 8}


def test_a_bad_streamed_body_is_refused(server: Loopback) -> None:
    def bad() -> Iterator[bytes]:
        yield b'{"input"'
        yield b":[]}"

    with client(server) as http:
        assert http.post("/moderations", content=bad()).status_code == 400
    assert server.hits == []


@pytest.mark.parametrize("limit", [LARGEST_BODY, 1000])
def test_a_redirected_form_is_sent_once_more_whole(
    server: Loopback, limit: int, tmp_path: Path, monkeypatch: MonkeyPatch
) -> None:
    monkeypatch.setattr(passage, "LARGEST_BODY", limit)
    file = tmp_path / "otter.png"
    file.write_bytes(PNG)
    with file.open("rb") as opened, client(server, follow_redirects=True) as http:
        files = {"image": ("otter.png", opened, "image/png")}
        assert http.post("/images/variations?redirect=1", files=files).status_code == 200
    first, second = server.hits
    assert first.body == second.body
    assert PNG in second.body


def test_an_error_of_the_body_is_its_senders(server: Loopback) -> None:
    def failing() -> Iterator[bytes]:
        yield b"{"
        raise OSError("disk")

    gate = presend.Gate()
    with client(server, gate) as http, pytest.raises(OSError, match="disk"):
        http.post("/moderations", content=failing())
    assert not gate.counts


def test_the_parts_of_a_form_are_checked_with_their_names_and_types(server: Loopback) -> None:
    observed: list[Any] = []
    with client(server, presend.Gate(warnings=True, observer=observed.append)) as http:
        for files, data in (
            ({"image": ("a.png", PNG, "image/png")}, {"n": "2"}),
            ({"image": ("a.png", PNG, "text/plain")}, {}),
            ({"image": (None, PNG)}, {}),
            ({"image": ("a.png", PNG, "image/png")}, {"n": "11"}),
            ({"image": ("a.png", b"GIF89a" + PNG, "image/png")}, {"n": "x"}),
            ({"picture": ("a.png", PNG, "image/png")}, {}),
            ({}, {"image": "a.png"}),
        ):
            http.post("/images/variations", files=files, data=data)
    assert [[problem.rule for problem in verdict.problems] for verdict in observed[:6]] == [
        [],
        ["image-variation.image.content-type"],
        ["image-variation.image.content-type"],
        ["schema.maximum"],
        ["image-variation.image.png", "schema.type"],
        ["schema.required", "unknown-key"],
    ]


@pytest.mark.parametrize("library", [httpx, httpx2])
def test_a_form_is_read_as_it_was_written(library: Any) -> None:
    content = b"\r\n--" * 1000 + bytes(range(256))
    files = [("image", ('n\u00e4me; "x".png', content, "image/png; a=b")), ("mask", ("m", b"", "image/png"))]
    data = {"text": "a\r\nb \u2603", "empty": "", "list[]": ["a", "b"]}
    request = library.Request("POST", "http://a/", files=files, data=data)
    fields = read_form(b"".join(request.stream), request.headers["content-type"], {"image", "mask"})
    assert fields == {
        "text": "a\r\nb \u2603",
        "empty": "",
        "list[]": ["a", "b"],
        "image": ("n\u00e4me; %22x%22.png", content, "image/png; a=b"),
        "mask": ("m", b"", "image/png"),
    }


def test_no_form_is_a_fault() -> None:
    with pytest.raises(FormFault, match="ends early"):
        read_form(b'--b\r\nContent-Disposition: form-data; name="n"\r\n\r\n2', "multipart/form-data; boundary=b", ())


def test_wrapping_keeps_proxies_and_mounts_and_replaces_an_older_gate() -> None:
    mounted = httpx2.HTTPTransport()
    http = httpx2.Client(proxy="http://127.0.0.1:9", mounts={"http://a.example": mounted, "http://b.example": None})
    first, second = presend.Gate(), presend.Gate("off")
    own: Any = http
    before = dict(own._mounts)  # noqa: SLF001 - there is no public way to see them
    assert presend.httpx2.wrap(http, first) is http
    presend.httpx2.wrap(http, second)
    after = own._mounts  # noqa: SLF001
    assert list(after) == list(before)
    for pattern, transport in after.items():
        if transport is None:
            assert before[pattern] is None
            continue
        assert isinstance(transport, presend.httpx2.Transport)
        assert transport.transport is before[pattern]
        assert transport.gate is second
    http.close()


def test_a_wrapped_client_goes_through_its_proxy(server: Loopback) -> None:
    with presend.httpx2.wrap(httpx2.Client(proxy=server.url.removesuffix("/v1"))) as http:
        assert http.post("http://api.example/v1/moderations", json=BAD).status_code == 400
        assert http.post("http://api.example/v1/moderations", json={"input": "a"}).status_code == 200
    assert [hit.path for hit in server.hits] == ["http://api.example/v1/moderations"]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_azure_clients_are_checked(server: Loopback) -> None:
    gate = presend.Gate()
    http = presend.httpx2.wrap(openai.DefaultHttpx2Client(), gate)
    endpoint = server.url.removesuffix("/v1")
    with openai.AzureOpenAI(api_key="a", azure_endpoint=endpoint, api_version="2024-05-01", http_client=http) as api:
        api.beta.threads.runs.create("thread_1", assistant_id="asst_1")
        with pytest.raises(openai.BadRequestError):
            api.beta.threads.runs.create("thread_1", assistant_id="asst_1", temperature=3)
    assert [hit.path for hit in server.hits] == ["/openai/threads/thread_1/runs?api-version=2024-05-01"]
    assert dict(gate.counts) == {"clean": 1, "refused": 1}


def test_the_sdks_client_for_aiohttp_is_checked(server: Loopback) -> None:
    async def send(text: str | list[str]) -> object:
        http = presend.httpx2.wrap(openai.DefaultAioHttpClient())
        async with openai.AsyncOpenAI(api_key="a", base_url=server.url, http_client=http) as api:
            return await api.moderations.create(input=text)

    asyncio.run(send("a"))
    with pytest.raises(openai.BadRequestError):
        asyncio.run(send([]))
    assert [hit.body for hit in server.hits] == [b'{"input":"a"}']


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_a_retry_of_the_sdk_is_checked_alike(server: Loopback) -> None:
    gate = presend.Gate()
    http = presend.httpx2.wrap(openai.DefaultHttpx2Client(), gate)
    with openai.OpenAI(api_key="a", base_url=server.url, http_client=http) as api:
        for call in (
            lambda: api.images.create_variation(image=ROOT / "examples/images/otter-256.png"),
            lambda: api.moderations.create(input="a"),
        ):
            server.failures = 2
            call()
    bodies = [hit.without_boundary[3] for hit in server.hits]
    assert bodies == [bodies[0]] * 3 + [bodies[3]] * 3
    assert dict(gate.counts) == {"clean": 6}


def test_only_a_client_of_its_own_library_can_be_wrapped() -> None:
    with openai.OpenAI(api_key="a") as api, httpx.Client() as http:
        for other in (api, http, None):
            with pytest.raises(TypeError, match=r"Expected an httpx2.Client or AsyncClient, got"):
                presend.httpx2.wrap(other)  # type: ignore[type-var]


def test_closing_a_client_closes_the_transport_within() -> None:
    seen: list[str] = []

    class Closing(httpx2.BaseTransport):
        def close(self) -> None:
            seen.append("close")

    class AsyncClosing(httpx2.AsyncBaseTransport):
        async def aclose(self) -> None:
            seen.append("aclose")

    with httpx2.Client(transport=presend.httpx2.Transport(Closing())):
        pass
    httpx2.Client(transport=presend.httpx2.Transport(Closing())).close()

    async def close() -> None:
        async with httpx2.AsyncClient(transport=presend.httpx2.AsyncTransport(AsyncClosing())):
            pass
        await httpx2.AsyncClient(transport=presend.httpx2.AsyncTransport(AsyncClosing())).aclose()

    asyncio.run(close())
    assert seen == ["close", "close", "aclose", "aclose"]


@pytest.fixture
def own_pack(tmp_path: Path, monkeypatch: MonkeyPatch) -> Path:
    """Copy the built-in pack under a new name, since packs are cached by name."""
    folder = tmp_path / f"pack_{tmp_path.name}"
    shutil.copytree(ROOT / "src/presend/openai", folder, ignore=shutil.ignore_patterns("today", "__pycache__"))
    monkeypatch.syspath_prepend(tmp_path)
    return folder


@pytest.fixture
def broken_pack(own_pack: Path) -> Path:
    """Damage the pack's schemas."""
    schemas = own_pack / "schemas.json"
    schemas.write_text(schemas.read_text("utf-8")[1:], "utf-8")
    return own_pack


def test_of_an_operation_that_takes_several_types_the_bodys_own_is_checked(server: Loopback, own_pack: Path) -> None:
    table = json.loads((own_pack / "operations.json").read_text("utf-8"))
    moderation = next(row for row in table["operations"] if row["path"] == "/moderations")
    form = {"content_type": "multipart/form-data", "schema": "CreateImageVariationRequest"}
    table["operations"].append({**moderation, **form})
    (own_pack / "operations.json").write_text(json.dumps(table))
    observed: list[Any] = []
    with client(server, presend.Gate(pack=own_pack.name, observer=observed.append)) as http:
        assert http.post("/moderations", json={"input": "a"}).status_code == 200
        assert http.post("/moderations", files={"image": ("a.png", PNG, "image/png")}).status_code == 200
        assert http.post("/moderations", content=b"{}").status_code == 400
    assert [verdict.operation.is_form for verdict in observed] == [False, True, False]


def test_a_pack_without_operations_has_rules_too(tmp_path: Path) -> None:
    gate = presend.Gate(pack=make_pack(tmp_path, {"A": {"type": "string"}}), ignore=["unknown-key"])
    assert gate.operation("POST", "/a") is None
    with pytest.raises(LookupError, match="Unknown rule"):
        presend.Gate(pack=gate.pack.name, ignore=["unknown-keys"])


def test_a_failure_of_presend_blocks_no_request(server: Loopback, broken_pack: Path, caplog: LogCaptureFixture) -> None:
    gate = presend.Gate(pack=broken_pack.name, ignore=["unknown-key"])
    with client(server, gate) as http:
        answers = [http.post("/moderations", json={"input": [SECRETS["prompt"]]}).status_code for _ in range(3)]
    assert answers == [200, 200, 200]
    assert len(server.hits) == 3
    assert gate.counts["failed"] >= 3
    (record,) = caplog.records
    assert record.levelname == "ERROR"
    assert record.getMessage().startswith("presend failed and let a request pass: Pack 'pack_test_a_failure")
    assert record.exc_info is None


def test_a_broken_table_of_operations_blocks_no_request(
    server: Loopback, broken_pack: Path, caplog: LogCaptureFixture
) -> None:
    (broken_pack / "operations.json").write_text("{}")
    with client(server, presend.Gate(pack=broken_pack.name)) as http:
        assert http.post("/moderations", json={"input": 1}).status_code == 200
    assert "operations.json: expected a list of operations as operations. Regenerate the pack" in caplog.text


def test_a_missing_dependency_is_named_and_blocks_no_request(
    server: Loopback, caplog: LogCaptureFixture, monkeypatch: MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "python_multipart", None)
    with client(server) as http:
        assert http.post("/images/variations", files={"image": b"GIF89a"}).status_code == 200
    assert "python_multipart" in caplog.text


def test_an_observer_that_fails_changes_nothing(server: Loopback) -> None:
    def observe(verdict: object) -> None:
        raise KeyError(verdict)

    gate = presend.Gate(observer=observe)
    with client(server, gate) as http:
        assert http.post("/moderations", json=BAD).status_code == 400
        assert http.post("/moderations", json={"input": "a"}).status_code == 200
    assert dict(gate.counts) == {"refused": 1, "failed": 2, "clean": 1}


def test_counting_is_right_in_threads() -> None:
    gate = presend.Gate()
    operation = gate.operation("POST", "/moderations")
    assert operation

    def send() -> None:
        for _ in range(200):
            gate.refuses(gate.examine(operation, {}, b'{"input": []}'))

    logging.disable()
    threads = [threading.Thread(target=send) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    logging.disable(logging.NOTSET)
    assert dict(gate.counts) == {"refused": 800}
    assert dict(gate.rules) == {"moderation.input.empty": 800}


@pytest.mark.parametrize("compressed", [False, True])
def test_responses_are_checked_if_asked_for_and_never_changed(
    server: Loopback, compressed: bool, caplog: LogCaptureFixture
) -> None:
    server.compressed = compressed
    good, bad = server.replies["createModeration.json"], {"id": 5, "results": SECRETS["prompt"]}
    gate = presend.Gate(responses=True)

    async def send() -> Any:
        async with httpx2.AsyncClient(base_url=server.url, transport=presend.httpx2.AsyncTransport(gate=gate)) as http:
            return (await http.post("/moderations", json={"input": "a"})).json()

    with client(server, gate) as http:
        for reply in (good, bad):
            server.replies["createModeration.json"] = reply
            assert http.post("/moderations", json={"input": "a"}).json() == reply
            assert asyncio.run(send()) == reply
            with http.stream("POST", "/moderations", json={"input": "a"}) as response:
                raw = b"".join(response.iter_raw())
                assert json.loads(gzip.decompress(raw) if compressed else raw) == reply
    assert gate.counts == {"clean": 6, "responses": 6}
    assert gate.rules["schema.type"] == 6
    assert "POST /moderations answered: error: Invalid type for 'id'" in caplog.text
    assert SECRETS["prompt"] not in caplog.text


def test_responses_are_left_alone_if_streamed_partial_refused_or_not_asked_for(server: Loopback) -> None:
    gate = presend.Gate(responses=True)
    server.replies["createModeration.sse"] = "data: [DONE]\n\n"
    with client(server, gate) as http, client(server) as other:
        assert http.post("/moderations", json={"input": "a", "stream": True}).text == "data: [DONE]\n\n"
        assert http.post("/moderations", json=BAD).status_code == 400
        with http.stream("POST", "/moderations", json={"input": "a"}) as response:
            next(response.iter_raw(10))
        other.post("/moderations", json={"input": "a"})
    assert gate.counts["responses"] == 0


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("mode", ["enforce", "warn"])
def test_no_text_of_a_payload_gets_out(
    mode: Any, server: Loopback, caplog: LogCaptureFixture, recwarn: pytest.WarningsRecorder
) -> None:
    caplog.set_level(logging.DEBUG, "presend")
    prompt, key, file, data = SECRETS.values()
    http = presend.httpx2.wrap(
        openai.DefaultHttpx2Client(), presend.Gate(mode, strict=True, warnings=True, responses=True)
    )
    server.replies["createModeration.json"] = {"id": prompt, "results": [prompt]}
    said: list[str] = []
    with openai.OpenAI(api_key=key, base_url=server.url, http_client=http, max_retries=0) as api:
        extra = {"unknown": prompt}
        mixed: Any = [prompt, 5]
        messages: Any = [{"role": "user", "content": prompt}, {"role": 5, "content": {"type": prompt}}]
        for call in (
            lambda: api.moderations.create(input=mixed, extra_body=extra),
            lambda: api.moderations.create(input=prompt, extra_body={"model": [prompt]}),
            lambda: api.moderations.create(input=prompt),
            lambda: api.beta.threads.runs.create(prompt, assistant_id=prompt, additional_messages=messages),
            lambda: api.beta.threads.runs.create(
                "t", assistant_id="a", metadata={"a": prompt * 99}, instructions=prompt
            ),
            lambda: api.images.create_variation(image=(file, data.encode() * 99), extra_body=extra),
            lambda: api.images.create_variation(image=(file, PNG + data.encode(), "text/plain"), user=prompt),
        ):
            try:
                call()
            except openai.APIStatusError as error:
                said += [str(error), repr(error), error.response.text]
    assert len(said) == (15 if mode == "enforce" else 0)
    printed = " ".join([*said, caplog.text, *(str(warning.message) for warning in recwarn)])
    assert [secret for secret in SECRETS.values() if secret in printed] == []
    assert caplog.records


def test_the_library_of_a_client_is_loaded_by_its_own_module_alone() -> None:
    code = "import sys, presend; presend.Gate; print([n for n in ('httpx', 'httpx2', 'anyio') if n in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_examples_of_answers_are_what_the_pack_says() -> None:
    pack = Pack("presend.openai")
    assert {name.partition(".")[0] for name in pack.replies} == {operation.id for operation in pack.operations}
    assert presend.check("CreateModerationResponse", pack.replies["createModeration.json"]) == ()


def test_a_gate_that_gets_another_pack_forgets_what_it_looked_up() -> None:
    gate = presend.Gate("off")
    headers = {"content-type": "application/json"}
    gate.mode = "enforce"
    assert gate.operation("POST", "https://api.openai.com/v1/embeddings", headers) is not None
    gate.pack = as_packs("presend.openai")
    assert gate.operation("POST", "https://api.openai.com/v1/embeddings", headers) is None
    assert gate.operation("POST", "https://api.openai.com/v1/moderations", headers) is not None
