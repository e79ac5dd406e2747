"""Fetching specs from a real HTTPS server on loopback, including hostile servers."""

from __future__ import annotations

import http.server
import json
import socket
import ssl
import subprocess
import threading
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner

from presend.cli.program import command
from presend_codegen.build import recipe
from presend_codegen.source import fetch as fetching
from presend_codegen.source.fetch import fetch
from presend_codegen.source.load import SpecError
from tests.specs import spec

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

DOCUMENT = spec({"A": {"type": "string"}})


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Serve a spec, redirects and trouble, under a certificate that is trusted for the test."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost", "-days", "2", "-nodes"]
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-keyout", str(key), "-out", str(certificate), *subject]
    subprocess.run(made, check=True, capture_output=True)

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            here = f"https://{self.headers['Host']}"
            leads = {"/moved": f"{here}/spec.json", "/down": f"http{here[5:]}/spec.json", "/file": "file:///etc/passwd"}
            self.send_response(302 if self.path in leads else 404 if self.path == "/gone" else 200)
            if self.path in leads:
                self.send_header("Location", leads[self.path])
            self.end_headers()
            self.wfile.write(b"x" * 3_000 if self.path == "/large" else json.dumps(DOCUMENT).encode())

        def log_message(self, *_: object) -> None:
            return

    server = http.server.ThreadingHTTPServer(("localhost", 0), Handler)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    for name in ("http_proxy", "https_proxy", "HTTP_PROXY", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    yield f"https://localhost:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize("path", ["/spec.json", "/moved", "/openapi"])
def test_a_spec_is_fetched(path: str, address: str) -> None:
    assert recipe(f"{address}{path}").document == DOCUMENT


def test_a_spec_at_an_address_is_a_side_of_a_comparison(address: str, tmp_path: Path) -> None:
    file = tmp_path / "old.json"
    file.write_text(json.dumps(spec({"A": {"type": ["string", "null"]}})), "utf-8")
    result = CliRunner().invoke(command, ["diff", str(file), f"{address}/openapi", "--format", "json"])
    assert result.exit_code == 1, result.output
    assert [one["subject"] for one in json.loads(result.stdout)["differences"]] == ["A"]
    refused = CliRunner().invoke(command, ["diff", str(file), f"http{address[5:]}/openapi"])
    assert (refused.exit_code, "begins with https://" in refused.stderr) == (2, True)


@pytest.mark.parametrize(("path", "complaint"), [("/down", "https://"), ("/file", "https://"), ("/gone", "status 404")])
def test_no_redirect_leaves_https(path: str, complaint: str, address: str) -> None:
    with pytest.raises(SpecError, match=complaint):
        fetch(f"{address}{path}")


def test_a_spec_that_is_too_large_is_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MAX_BYTES", 1_000)
    monkeypatch.setattr("presend_codegen.source.load.MAX_BYTES", 1_000)
    monkeypatch.setattr(fetching, "PIECE", 100)
    with pytest.raises(SpecError, match="at most 1,000 bytes"):
        recipe(f"{address}/large")


def test_a_server_that_takes_too_long_is_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MOST_SECONDS", -1)
    with pytest.raises(SpecError, match="within -1 seconds"):
        fetch(f"{address}/spec.json")


def test_a_certificate_that_nobody_vouches_for_is_refused(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with pytest.raises(SpecError, match="certificate"):
        fetch(f"{address}/spec.json")


@pytest.mark.usefixtures("address")  # for an environment without proxies
@pytest.mark.parametrize("command_line", ["diff ADDRESS ADDRESS", "generate ADDRESS --out pack", "sync ADDRESS"])
def test_an_address_where_nobody_answers_is_named(command_line: str) -> None:
    with socket.socket() as taken:  # bound, and nobody listens
        taken.bind(("localhost", 0))
        silent = f"https://localhost:{taken.getsockname()[1]}/openapi.yaml"
        result = CliRunner().invoke(command, command_line.replace("ADDRESS", silent).split())
    assert (result.exit_code, f"{silent}: cannot be fetched: " in result.stderr) == (2, True), result.output
