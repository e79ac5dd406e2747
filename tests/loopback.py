"""An HTTP server on the loopback interface that records requests and answers like the API."""

from __future__ import annotations

import contextlib
import dataclasses
import gzip
import json
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

REPLIES = {
    name: reply
    for package in ("presend.openai.today", "presend.openai")
    for name, reply in json.loads((resources.files(package) / "replies.json").read_text("utf-8")).items()
}
ENDINGS = {
    "/chat/completions": "createChatCompletion",
    "/responses": "createResponse",
    "/files": "listFiles",
    "/images/variations": "createImageVariation",
    "/messages": "createMessage",
    "/moderations": "createModeration",
    "/runs": "createRun",
}


@dataclasses.dataclass(frozen=True, slots=True)
class Hit:
    """One request as it came; header names in small letters."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def without_boundary(self) -> tuple[str, str, dict[str, str], bytes]:
        """The whole body, with a fixed boundary in a form, since each request draws a new one."""
        boundary = self.headers.get("content-type", "").partition("boundary=")[2]
        if not boundary:
            return self.method, self.path, self.headers, self.body
        headers = {name: text.replace(boundary, "BOUNDARY") for name, text in self.headers.items()}
        return self.method, self.path, headers, self.body.replace(boundary.encode(), b"BOUNDARY")


@dataclasses.dataclass(slots=True)
class Loopback:
    """A running server.

    Attributes:
        url: Base URL, with the version.
        hits: The requests so far.
        replies: What is answered, by operation.
        compressed: Whether answers are.
        failures: How many of the next requests are answered with status 500.
    """

    url: str
    hits: list[Hit]
    replies: dict[str, Any]
    compressed: bool = False
    failures: int = 0


@contextlib.contextmanager
def loopback() -> Iterator[Loopback]:
    """Run a server until the block ends."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        state = Loopback(f"http://127.0.0.1:{server.server_port}/v1", [], dict(REPLIES))
        vars(server)["state"] = state
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield state
        finally:
            server.shutdown()
            thread.join()


class Handler(BaseHTTPRequestHandler):
    """Keep a request and answer it."""

    protocol_version = "HTTP/1.1"
    wbufsize = -1  # one packet for head and body: two would wait for each other's acknowledgement
    timeout = 10

    def do_POST(self) -> None:
        state: Loopback = vars(self.server)["state"]
        body = self._body()
        headers = {name.lower(): text for name, text in self.headers.items()}
        state.hits.append(Hit(self.command, self.path, headers, body))
        path = self.path.partition("?")[0].rstrip("/")
        if state.failures:
            state.failures -= 1
            self.send_response(500)
            self.send_header("retry-after-ms", "1")
            self.send_header("content-length", "0")
            self.end_headers()
            return
        if "redirect=1" in self.path:
            self.send_response(307)
            self.send_header("location", path)
            self.send_header("content-length", "0")
            self.end_headers()
            return
        name = next((name for end, name in ENDINGS.items() if path.endswith(end)), "")
        if body.startswith(b"{") and b'"stream":true' in body.replace(b" ", b""):
            self._answer(state.replies[f"{name}.sse"], "text/event-stream")
        else:
            self._answer(json.dumps(state.replies.get(f"{name}.json", {})), "application/json")

    def do_GET(self) -> None:
        self.do_POST()

    def _body(self) -> bytes:
        if self.headers.get("transfer-encoding") != "chunked":
            return self.rfile.read(int(self.headers.get("content-length", 0)))
        pieces = []
        while size := int(self.rfile.readline(), 16):
            pieces.append(self.rfile.read(size))
            self.rfile.readline()
        self.rfile.readline()
        return b"".join(pieces)

    def _answer(self, text: str, content_type: str) -> None:
        content = text.encode()
        self.send_response(200)
        if vars(self.server)["state"].compressed:
            content = gzip.compress(content)
            self.send_header("content-encoding", "gzip")
        self.send_header("content-type", content_type)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""
