"""Stand in for the API in a test: check each request and answer it without a network."""

from __future__ import annotations

import dataclasses
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from presend.packs.routes import Routes
from presend.problems import SEVERITIES
from presend.schema.keywords import did_you_mean
from presend.transport.callers import trace_of_caller
from presend.transport.gate import Gate
from presend.transport.sending import MARK, send, send_async

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import TracebackType

    from presend.packs.built_in import BuiltIn
    from presend.packs.pack import Pack
    from presend.problems import Problem
    from presend.transport.verdicts import Verdict

NEVER = "never"
THRESHOLDS = (*SEVERITIES, NEVER)
CONTENT_TYPES = {".json": "application/json", ".sse": "text/event-stream"}


@dataclasses.dataclass(frozen=True, slots=True)
class Reply:
    """One answer: status, content, and `.json` or `.sse` for what kind it is."""

    status: int
    content: bytes
    kind: str = ".json"


NO_REPLY = Reply(404, b'{"error": {"message": "The test has no reply for this request.", "code": "no_reply"}}')


@dataclasses.dataclass(frozen=True, slots=True)
class Found:
    """A request with problems, or with no answer, and the way to the line that sent it."""

    operation: str
    problems: tuple[Problem, ...]
    trace: TracebackType | None


class StandIn:
    """A transport for clients of httpx and httpx2, sync and async.

    Args:
        fail_on: Least severity of the problems that `failures` yields; `never` for none.
        folder: Where recorded answers are: `<operation id>.json`, or `.sse` for streams. What is not there is answered
            with the pack's example.
        switches: Those of `presend.Gate`.

    Attributes:
        requests: All that were made, as the library's own objects, refused ones included.

    >>> import httpx2
    >>> stand_in = StandIn()
    >>> stand_in.reply("GET /models", {"data": []})
    >>> with httpx2.Client(base_url="https://api.openai.com/v1", transport=stand_in) as client:
    ...     client.get("/models").json(), client.post("/moderations", json={"input": []}).status_code
    ({'data': []}, 400)
    """

    def __init__(self, *, fail_on: str = "error", folder: Path | None = None, **switches: Any) -> None:
        self.requests: list[Any] = []  # first, since a failure below makes pytest print this object
        if fail_on not in THRESHOLDS:
            hint = did_you_mean(fail_on, THRESHOLDS)
            raise ValueError(f"Expected one of {', '.join(THRESHOLDS)} as fail_on, got '{fail_on}'.{hint}")
        self.gate = Gate(**{"mode": "enforce", "warnings": True, **switches}, observer=self._observe)
        self._serious = () if fail_on == NEVER else SEVERITIES[: SEVERITIES.index(fail_on) + 1]
        self._replies = Replies(self.gate.pack, folder, self._miss)
        self._found: list[Found] = []

    def __repr__(self) -> str:
        return f"<StandIn: {len(self.requests)} requests>"  # which pytest prints; it quotes none

    def reply(self, target: str, *bodies: Any, status: int = 200) -> None:
        """Answer requests to `METHOD /path` so; with several bodies one after another, the last for good.

        Args:
            target: An operation of the pack, or any other method and path template.
            bodies: JSON values; text for an event stream; the path of a `.json` or `.sse` file; or a `Reply`, for a
                status of its own.
            status: HTTP status of the answers.
        """
        method, _, path = target.partition(" ")
        if not path.startswith("/") or not bodies:
            raise ValueError("Expected 'METHOD /path' and at least one body, such as reply('GET /models', {}).")
        self._replies.add(method, path, [_reply(body, status) for body in bodies])

    def failures(self) -> Iterator[Found]:
        """Yield the requests for which a test has to fail, with the problems that count."""
        for found in self._found:
            problems = tuple(problem for problem in found.problems if problem.severity in self._serious)
            if problems or not found.problems:
                yield dataclasses.replace(found, problems=problems)

    def handle_request(self, request: Any) -> Any:
        """Answer a request of a synchronous client."""
        self.requests.append(request)
        return send(_library(request), self.gate, self._replies, request)

    async def handle_async_request(self, request: Any) -> Any:
        """Answer a request of an asynchronous client."""
        self.requests.append(request)
        return await send_async(_library(request), self.gate, self._replies, request)

    def __enter__(self) -> None:
        pass

    def __exit__(self, *_: object) -> None:
        pass

    async def __aenter__(self) -> None:
        pass

    async def __aexit__(self, *_: object) -> None:
        pass

    def close(self) -> None:
        """Do nothing: there is no connection."""

    async def aclose(self) -> None:
        """Do nothing: there is no connection."""

    def _observe(self, verdict: Verdict) -> None:
        if verdict.problems:
            self._found.append(Found(str(verdict.operation), verdict.problems, trace_of_caller()))

    def _miss(self, target: str) -> None:
        self._found.append(Found(target, (), trace_of_caller()))


class Replies:
    """The transport behind the gate: answers that were given, then recorded ones, then the pack's examples."""

    def __init__(self, pack: Pack | BuiltIn, folder: Path | None, miss: Any) -> None:
        self.pack, self.folder, self.miss = pack, folder, miss
        self.given: dict[tuple[str, str], list[Reply]] = {}

    def add(self, method: str, path: str, replies: list[Reply]) -> None:
        """Give the answers of a path template, in place of earlier ones."""
        self.given[method.upper(), path] = replies

    def handle_request(self, request: Any) -> Any:
        """Return the answer; status 404 where there is none."""
        url = str(request.url)
        given = Routes((*key, replies) for key, replies in self.given.items()).find(request.method, url)
        if given:
            reply: Reply | None = given[0].pop(0) if len(given[0]) > 1 else given[0][0]
        else:
            operations = self.pack.operations_at(request.method, url)
            reply = self._recorded(operations[0].id, is_stream=_is_stream(request)) if operations else None
        if reply is None:
            self.miss(f"{request.method} {request.url.path}")
            reply = NO_REPLY
        headers = {"content-type": CONTENT_TYPES[reply.kind], MARK: "reply"}
        return _library(request).Response(reply.status, headers=headers, content=reply.content)

    async def handle_async_request(self, request: Any) -> Any:
        """Return the same answer."""
        return self.handle_request(request)

    def _recorded(self, operation: str, *, is_stream: bool) -> Reply | None:
        name = f"{operation}{'.sse' if is_stream else '.json'}"
        if self.folder and (file := self.folder / name).is_file():
            return _reply(file, 200)
        return _reply(self.pack.replies[name], 200) if name in self.pack.replies else None


def _reply(body: Any, status: int) -> Reply:
    if isinstance(body, Reply):
        return body
    if isinstance(body, Path):
        if body.suffix not in CONTENT_TYPES:
            raise ValueError(f"Expected a .json or .sse file, got one with the extension '{body.suffix}'.")
        return Reply(status, body.read_bytes(), body.suffix)
    if isinstance(body, str):
        return Reply(status, body.encode(), ".sse")
    return Reply(status, json.dumps(body).encode())


def _is_stream(request: Any) -> bool:
    try:
        body = json.loads(request.content)
    except (ValueError, RuntimeError):  # no JSON, or a body that was streamed
        return False
    return isinstance(body, dict) and body.get("stream") is True


def _library(request: Any) -> Any:
    """Return httpx or httpx2, whichever a request is of."""
    return sys.modules[type(request).__module__.partition(".")[0]]
