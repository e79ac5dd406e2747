"""Run the openai SDK through presend against a local server: `python -m tests.sdk`, in any environment.

Each request is sent with the sync and the async client, plain and streaming. A bad one becomes a `BadRequestError` with
the API's `param` and `code`, and never reaches the server. A good one reaches it once, with the same bytes as without
presend. The module does not need pytest, so it runs with any version of the SDK (`make test-sdks`).
"""

from __future__ import annotations

import asyncio
import dataclasses
import importlib
import importlib.util
import logging
import sys
import warnings
from functools import reduce
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openai

import presend
from tests.loopback import Loopback, loopback

if TYPE_CHECKING:
    from collections.abc import Iterator

IMAGES = Path(__file__).parent.parent / "examples/images"
LIBRARIES = [name for name in ("httpx", "httpx2") if importlib.util.find_spec(name)]
SUPPORTED = [name for name in LIBRARIES if name == "httpx" or int(version("openai").partition(".")[0]) >= 3]


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """One method of the SDK, with arguments that pass and arguments that do not.

    Attributes:
        name: The name of the request.
        method: The path of the method in a client.
        good: Arguments of a valid request.
        fault: The arguments to replace for an invalid one.
        param: The place that the error names.
        code: The code of the error.
    """

    name: str
    method: str
    good: dict[str, Any]
    fault: dict[str, Any]
    param: str
    code: str


RUN = {"thread_id": "thread_1", "assistant_id": "asst_1", "metadata": {"käse": "\u2603"}}
CASES = (
    Case("run", "beta.threads.runs.create", RUN, {"top_p": 2}, "top_p", "decimal_above_max_value"),
    Case(
        "streamed run",
        "beta.threads.runs.create",
        {**RUN, "stream": True},
        {"max_prompt_tokens": 255},
        "max_prompt_tokens",
        "integer_below_min_value",
    ),
    Case(
        "message",
        "beta.threads.messages.create",
        {"thread_id": "thread_1", "role": "user", "content": [{"type": "text", "text": "Hello"}]},
        {"metadata": {"k" * 65: "v"}},
        f"metadata.{'k' * 65}",
        "string_above_max_length",
    ),
    Case(
        "moderation",
        "moderations.create",
        {"input": ["one", "two"]},
        {"input": []},
        "input",
        "empty_array",
    ),
    Case(
        "image",
        "images.create_variation",
        {"image": IMAGES / "otter-256.png", "n": 2, "size": "256x256"},
        {"image": IMAGES / "otter-jpeg.png"},
        "image",
        "invalid_value",
    ),
    Case(
        "image as a tuple",
        "images.create_variation",
        {"image": ("ötter.png", (IMAGES / "otter-256.png").read_bytes(), "image/png")},
        {"n": 11},
        "n",
        "integer_above_max_value",
    ),
)
ROUTES = [(library, is_async) for library in SUPPORTED for is_async in (False, True)]


def call(server: Loopback, case: Case, arguments: dict[str, Any], http_client: Any, *, is_async: bool) -> Any:
    """Make one call, read all of its answer, and return it or the error."""
    settings = {"api_key": "sk-test", "base_url": server.url, "http_client": http_client}
    if is_async:
        return asyncio.run(_call_async(openai.AsyncOpenAI(**settings), case, arguments))
    with openai.OpenAI(**settings) as client:
        try:
            answer = _method(client, case)(**arguments)
            return list(answer) if arguments.get("stream") else answer
        except openai.OpenAIError as error:
            return error


async def _call_async(client: openai.AsyncOpenAI, case: Case, arguments: dict[str, Any]) -> Any:
    async with client:
        try:
            answer = await _method(client, case)(**arguments)
            return [event async for event in answer] if arguments.get("stream") else answer
        except openai.OpenAIError as error:
            return error


def _method(client: Any, case: Case) -> Any:
    return reduce(getattr, case.method.split("."), client)


def http_client(library: str, *, is_async: bool, gate: presend.Gate | None = None) -> Any:
    """Return a client of the library, with the SDK's limits and timeouts, wrapped if there is a gate."""
    kind = "AsyncClient" if is_async else "Client"
    is_own = library == SUPPORTED[-1]  # what the SDK itself sends with
    own = f"Default{kind.replace('Client', '')}{library.capitalize()}Client"
    client = getattr(openai, own)() if is_own else getattr(importlib.import_module(library), kind)()
    return client if gate is None else importlib.import_module(f"presend.{library}").wrap(client, gate)


def faults(case: Case, library: str, *, is_async: bool) -> Iterator[str]:
    """Yield what is not as it should be."""
    with loopback() as server:
        gate = presend.Gate("enforce")
        bad = http_client(library, is_async=is_async, gate=gate)
        error = call(server, case, {**case.good, **case.fault}, bad, is_async=is_async)
        if not isinstance(error, openai.BadRequestError):
            yield f"expected BadRequestError, got {type(error).__name__}"
        elif (error.param, error.code) != (case.param, case.code):
            yield f"expected {case.param} and {case.code}, got {error.param} and {error.code}"
        if server.hits:
            yield f"expected no hit, got {len(server.hits)}"
        if dict(gate.counts) != {"refused": 1}:
            yield f"expected one request refused, got {dict(gate.counts)}"
        answers = [
            call(server, case, case.good, http_client(library, is_async=is_async, gate=each), is_async=is_async)
            for each in (gate, None)
        ]
        for answer in answers:
            if isinstance(answer, openai.OpenAIError):
                yield f"expected an answer, got {type(answer).__name__}"
        if len(server.hits) != len(answers):
            yield f"expected one hit for each good request, got {len(server.hits)} for {len(answers)}"
        elif server.hits[0].without_boundary != server.hits[1].without_boundary:
            yield "expected the same request with presend as without, got another"
        if type(answers[0]) is not type(answers[1]) or str(answers[0]) != str(answers[1]):
            yield "expected the same answer with presend as without, got another"


def main() -> int:
    """Run every case; return 1 if one has faults."""
    warnings.simplefilter("ignore", DeprecationWarning)  # of the SDK, for all that is about threads
    logging.getLogger("presend").addHandler(logging.NullHandler())  # which else tells stderr of each refusal
    versions = ", ".join(f"{name} {version(name)}" for name in ("openai", *SUPPORTED))
    bad = 0
    for case in CASES:
        for library, is_async in ROUTES:
            found = list(faults(case, library, is_async=is_async))
            bad += bool(found)
            said = "; ".join(found) or "bad: BadRequestError, 0 hits; good: 1 hit, same bytes"
            print(f"{library:6} {'async' if is_async else 'sync':5} {case.name:16} {said}")
    print(f"{versions}: {len(CASES) * len(ROUTES)} cases, {bad} with faults")
    return bool(bad)


if __name__ == "__main__":
    sys.exit(main())
