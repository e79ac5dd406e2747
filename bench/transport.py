"""Measure what presend adds to a request: its HTTP transport against the plain one, on loopback.

`make bench` has its table; `make bench-transport` prints it alone. Rounds with and without presend alternate, and
ratios are taken within a round, so that other work on the machine affects both. It is time by the clock, which is what
the caller waits. The server has its own process and does next to nothing. A real request takes hundreds of
milliseconds, so there the difference hardly shows.
"""

from __future__ import annotations

import argparse
import contextlib
import logging
import socket
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from bench.payloads import EXAMPLES, example
from bench.rounds import ROOT, Result, environment
from bench.today import chat

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import openai

    import presend

BODY = b'{"data": [{"embedding": []}]}'  # enough for the SDK, whatever it asked
ANSWER = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: %d\r\n\r\n%b" % (len(BODY), BODY)
MICROSECONDS = 1_000_000
WITHOUT, WITH = "without presend", "with presend"
ROUNDS, REQUESTS = 200, 10
UNCHECKED = ("refused", "failed", "unread")  # outcomes that no row may have


@dataclass(frozen=True, slots=True)
class Request:
    """Name a request, say who sends it and how, and whether it counts for the target."""

    name: str
    send: Callable[[Any], object]
    by_sdk: bool = False
    is_todays: bool = True

    @property
    def case(self) -> str:
        """Return the name of its row."""
        return f"{self.name}, {'openai' if self.by_sdk else 'httpx2'}"


def requests() -> tuple[Request, ...]:
    """Return what is sent."""
    response, talk, embedding, run = (
        example("good/response.json"),
        chat(),
        example("good/embedding.json"),
        example("good/run.json"),
    )
    otter = (EXAMPLES / "images/otter-256.png").read_bytes()
    files = {"image": ("a.png", otter, "image/png")}
    return (
        Request("POST /responses", lambda http: http.post("responses", json=response)),
        Request("POST /chat/completions", lambda http: http.post("chat/completions", json=talk)),
        Request("POST /embeddings", lambda http: http.post("embeddings", json=embedding)),
        Request("POST /responses", lambda api: api.responses.create(**response), by_sdk=True),
        Request("POST /chat/completions", lambda api: api.chat.completions.create(**talk), by_sdk=True),
        Request("POST /embeddings", lambda api: api.embeddings.create(**embedding), by_sdk=True),
        Request("a moderation", lambda http: http.post("moderations", json={"input": "Hello"}), is_todays=False),
        Request("a run", lambda http: http.post("threads/thread_1/runs", json=run), is_todays=False),
        Request("an image", lambda http: http.post("images/variations", files=files), is_todays=False),
        Request("an unknown operation", lambda http: http.post("otters", json={"input": "Hello"}), is_todays=False),
    )


def serve() -> None:
    """Answer every request with the same few bytes; print the port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        print(listener.getsockname()[1], flush=True)
        while True:
            threading.Thread(target=answer, args=listener.accept()[:1], daemon=True).start()


def answer(connection: socket.socket) -> None:
    """Answer the requests of one connection."""
    with connection, connection.makefile("rb") as stream:
        while stream.readline():
            length = 0
            while (line := stream.readline()) not in (b"\r\n", b""):
                if line.lower().startswith(b"content-length:"):
                    length = int(line.partition(b":")[2])
            stream.read(length)
            connection.sendall(ANSWER)


@contextlib.contextmanager
def server() -> Iterator[str]:
    """Run the server in a new process; yield its base URL."""
    command = [sys.executable, "-m", "bench.transport", "--serve"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT, env=environment()) as process:
        assert process.stdout
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}/v1"
        finally:
            process.terminate()


def clients(url: str, gate: presend.Gate | None) -> tuple[Any, openai.OpenAI]:
    """Return a client of httpx2 and one of the SDK on top of it, with presend or without."""
    import openai

    import presend.httpx2

    http = openai.DefaultHttpx2Client(base_url=url)
    if gate:
        presend.httpx2.wrap(http, gate)
    return http, openai.OpenAI(api_key="none", base_url=url, http_client=http)


def seconds(call: Callable[[Any], object], client: Any, count: int) -> float:
    """Return the time that each of a number of requests takes, one after another."""
    start = time.perf_counter()
    for _ in range(count):
        call(client)
    return (time.perf_counter() - start) / count


def measure_transport(rounds: int, count: int = REQUESTS) -> Iterator[Result]:
    """Yield what each request takes without presend and with it, in seconds by the clock."""
    import presend

    logging.disable()
    gate = presend.Gate("enforce")
    with server() as url:
        pairs = list(zip(clients(url, None), clients(url, gate), strict=True))
        for request in requests():
            plain, checked = pairs[request.by_sdk]
            named = ((WITHOUT, plain), (WITH, checked))
            sides = [(Result("transport", request.case, name), client) for name, client in named]
            for _, client in sides:
                seconds(request.send, client, count)  # loads what is loaded at the first use
            for number in range(rounds):
                for result, client in sides if number % 2 else reversed(sides):
                    result.samples.append(seconds(request.send, client, count))
            yield from (result for result, _ in sides)
    if any(gate.counts[outcome] for outcome in UNCHECKED) or not gate.counts["unknown"]:
        raise RuntimeError(f"Expected clean requests and unknown operations, got {dict(gate.counts)}.")


def main() -> None:
    """Measure each request, and print a line on each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=ROUNDS, help="with and without (default: %(default)s)")
    parser.add_argument("--requests", type=int, default=REQUESTS, help="in a round (default: %(default)s)")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve()
    print(f"{options.rounds} rounds of {options.requests} requests; medians, by the clock")
    print(f"{'request':32} {'without':>9} {'with':>9} {'ratio':>6}")
    measured = measure_transport(options.rounds, options.requests)
    for without, checked in zip(measured, measured, strict=True):
        plain, more = (statistics.median(one.samples) * MICROSECONDS for one in (without, checked))
        ratio = statistics.median(b / a for a, b in zip(without.samples, checked.samples, strict=True))
        print(f"{without.case:32} {plain:6.0f} us {more:6.0f} us {ratio:6.3f}", flush=True)


if __name__ == "__main__":
    main()
