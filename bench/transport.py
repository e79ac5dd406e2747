"""Measure what presend adds to a request: its HTTP transport against the plain one, on loopback.

Run it with `make bench-transport`. Rounds with and without presend alternate, so that other work on the machine affects
both. The result for each is the time that a tenth of its rounds stays below: these rounds are the least disturbed. The
server has its own process and does next to nothing. A real request takes hundreds of milliseconds, so there the
difference hardly shows.
"""

from __future__ import annotations

import argparse
import contextlib
import importlib.metadata
import json
import logging
import platform
import socket
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openai

import presend
import presend.httpx2

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import httpx2

EXAMPLES = Path(__file__).parent.parent / "examples"
OTTER = (EXAMPLES / "images/otter-256.png").read_bytes()
RUN = json.loads((EXAMPLES / "good/run.json").read_text("utf-8"))
ANSWER = b"HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}"
MICROSECONDS = 1_000_000

Call = tuple[str, bool, "Callable[[Any], object]"]
CALLS: tuple[Call, ...] = (  # name, with the SDK or only httpx2, the request
    ("moderation", False, lambda http: http.post("moderations", json={"input": "Hello"})),
    (f"run of {len(json.dumps(RUN)):,} bytes", False, lambda http: http.post("threads/thread_1/runs", json=RUN)),
    (
        f"image of {len(OTTER):,} bytes",
        False,
        lambda http: http.post("images/variations", files={"image": ("a.png", OTTER, "image/png")}),
    ),
    ("unknown operation", False, lambda http: http.post("chat/completions", json={"input": "Hello"})),
    ("moderation", True, lambda api: api.moderations.create(input="Hello")),
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
    with subprocess.Popen([sys.executable, __file__, "--serve"], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        try:
            yield f"http://127.0.0.1:{process.stdout.readline().strip()}/v1"
        finally:
            process.terminate()


def clients(url: str, gate: presend.Gate | None) -> tuple[httpx2.Client, openai.OpenAI]:
    """Return a client of httpx2 and one of the SDK on top of it, with presend or without."""
    http = openai.DefaultHttpx2Client(base_url=url)
    if gate:
        presend.httpx2.wrap(http, gate)
    return http, openai.OpenAI(api_key="none", base_url=url, http_client=http)


def seconds(call: Callable[[Any], object], client: Any, requests: int) -> float:
    """Return the time that a number of requests takes, one after another."""
    start = time.perf_counter()
    for _ in range(requests):
        call(client)
    return time.perf_counter() - start


def main() -> None:
    """Measure each call, and print a line on each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=400, help="of requests with and without (default: %(default)s)")
    parser.add_argument("--requests", type=int, default=10, help="in a round (default: %(default)s)")
    parser.add_argument("--serve", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.serve:
        serve()
    logging.disable()
    versions = ", ".join(f"{name} {importlib.metadata.version(name)}" for name in ("httpx2", "openai", "pydantic"))
    print(f"Python {platform.python_version()}, {versions}; {options.rounds} rounds of {options.requests} requests")
    print(f"{'request':22} {'sent by':8} {'without':>9} {'with':>9} {'ratio':>6}  {'more':>9}")
    with server() as url:
        gate = presend.Gate("enforce")
        without, through = clients(url, None), clients(url, gate)
        for name, by_sdk, call in CALLS:
            pair = without[by_sdk], through[by_sdk]
            for client in pair:
                seconds(call, client, options.requests)  # loads what is loaded at the first use
            rounds = []
            for number in range(options.rounds):
                order = (0, 1) if number % 2 else (1, 0)
                taken = dict.fromkeys((0, 1), 0.0)
                for which in order:
                    taken[which] = seconds(call, pair[which], options.requests) / options.requests * MICROSECONDS
                rounds.append((taken[0], taken[1]))
            plain, checked = (statistics.quantiles(times, n=10)[0] for times in zip(*rounds, strict=True))
            figures = f"{plain:6.0f} us {checked:6.0f} us {checked / plain:6.2f}  {checked - plain:6.0f} us"
            print(f"{name:22} {'openai' if by_sdk else 'httpx2':8} {figures}")
        assert not gate.counts["refused"] + gate.counts["failed"] + gate.counts["unread"], gate.counts


if __name__ == "__main__":
    main()
