"""Check answers, whole or streamed, against the schemas of their request, without delaying them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.json_schemas.answers import check_output
from presend.reading.json_text import parse

if TYPE_CHECKING:
    from collections.abc import Collection

    from presend.problems import Problem

ENDS = ("response.completed", "response.incomplete")  # events with a whole response
LONGEST = 4_000_000  # most characters of a streamed answer to keep


class OutputListener:
    """Check the answers to one request against the schemas in it.

    Args:
        request: The request's body, JSON.
        ignore: Ids of rules to turn off.
    """

    def __init__(self, request: bytes, ignore: Collection[str] = ()) -> None:
        self.request = parse(request)
        self.ignore = ignore
        self.choices: dict[Any, StreamedChoice] = {}  # the choices of a chat completion so far
        self.size = 0

    def of_body(self, body: str | bytes) -> tuple[Problem, ...]:
        """Return the problems of a whole answer."""
        return self._heard(check_output(self.request, body))

    def of_event(self, event: bytes) -> tuple[Problem, ...]:
        """Return the problems of the answer that an event of a stream completes; most events complete none."""
        if not any(f'"{word}"'.encode() in event for word in (*ENDS, "choices")):
            return ()
        value = parse(event)
        if not isinstance(value, dict):
            return ()
        if value.get("type") in ENDS:
            return self._heard(check_output(self.request, value.get("response") or {}))
        choices = value.get("choices")
        ended = [whole for choice in (choices if isinstance(choices, list) else ()) if (whole := self._add(choice))]
        return self._heard(check_output(self.request, {"choices": ended})) if ended else ()

    def _add(self, choice: Any) -> dict[str, Any] | None:
        """Add a delta to its choice; return the whole choice when it is complete."""
        if not isinstance(choice, dict):
            return None
        index = choice.get("index", 0)
        so_far = self.choices.setdefault(index if isinstance(index, int) else 0, StreamedChoice())
        self.size += so_far.add(choice) if self.size <= LONGEST else 0
        return so_far.end() if self.size <= LONGEST else None

    def _heard(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        return tuple(problem for problem in problems if problem.rule not in self.ignore)


class StreamedChoice:
    """The parts of one choice of a chat completion received so far."""

    def __init__(self) -> None:
        self.message: dict[str, str] = {}
        self.calls: dict[int, dict[str, str]] = {}  # by index; calls without an index cannot be distinguished
        self.legacy: dict[str, str] = {}
        self.reason: Any = None
        self.is_told = self.is_unclear = False

    def add(self, choice: dict[str, Any]) -> int:
        """Add a delta, and return how many characters it has."""
        delta = choice.get("delta")
        delta = delta if isinstance(delta, dict) else {}
        size = _join(self.message, delta, "content") + _join(self.message, delta, "refusal")
        calls = delta.get("tool_calls")
        for call in calls if isinstance(calls, list) else ():
            at = call.get("index") if isinstance(call, dict) else None
            if isinstance(at, int):
                size += _called(self.calls.setdefault(at, {}), call.get("function"))
            else:
                self.is_unclear = True
        size += _called(self.legacy, delta.get("function_call"))
        self.reason = choice.get("finish_reason")
        return size

    def end(self) -> dict[str, Any] | None:
        """Return the whole choice, once."""
        if self.reason is None or self.is_told or self.is_unclear:
            return None
        self.is_told = True
        message: dict[str, Any] = dict(self.message)
        if self.calls:
            message["tool_calls"] = [{"function": call} for _, call in sorted(self.calls.items())]
        if self.legacy:
            message["function_call"] = self.legacy
        return {"message": message, "finish_reason": self.reason}


def _called(held: dict[str, str], function: Any) -> int:
    """Add a delta to its call. The name arrives whole, and some servers repeat it."""
    if not isinstance(function, dict):
        return 0
    if isinstance(function.get("name"), str):
        held["name"] = function["name"]
    return _join(held, function, "arguments")


def _join(held: dict[str, str], delta: dict[str, Any], name: str) -> int:
    text = delta.get(name)
    if not isinstance(text, str):
        return 0
    held[name] = held.get(name, "") + text
    return len(text)
