"""Answers that pass, whole or as events, held against the schemas of their request; nothing is held back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.json_schemas.answers import check_output
from presend.json_text import parse

if TYPE_CHECKING:
    from collections.abc import Collection

    from presend.problems import Problem

ENDS = (b"response.completed", b"response.incomplete")  # the events that hold the whole of a response
AT_START = 200  # bytes of an event in which its type is looked for
LONGEST = 4_000_000  # characters of a streamed answer that are kept


class OutputListener:
    """Hold what is answered to one request against the schemas that it carried.

    Args:
        request: The request's body, JSON.
        ignore: Ids of rules not to hear.
    """

    def __init__(self, request: bytes, ignore: Collection[str] = ()) -> None:
        self.request = parse(request)
        self.ignore = ignore
        self.choices: dict[int, dict[str, Any]] = {}  # of a streamed chat completion: what came so far
        self.size = 0

    def of_body(self, body: str | bytes) -> tuple[Problem, ...]:
        """Return what is wrong with a whole answer."""
        return self._heard(check_output(self.request, body))

    def of_event(self, event: bytes) -> tuple[Problem, ...]:
        """Return what is wrong with what an event of a stream ends; mostly it ends nothing."""
        if any(word in event[:AT_START] for word in ENDS):
            return self._heard(check_output(self.request, parse(event).get("response") or {}))
        if b'"choices"' not in event:
            return ()
        choices = parse(event).get("choices")
        ended = [choice for choice in choices if self._add(choice)] if isinstance(choices, list) else []
        if not ended or self.size > LONGEST:
            return ()
        whole = [self.choices.pop(choice.get("index", 0)) for choice in ended]
        return self._heard(check_output(self.request, {"choices": whole}))

    def _add(self, choice: dict[str, Any]) -> bool:
        """Add the delta of a choice to what came of it before; say whether it is the last."""
        so_far = self.choices.setdefault(choice.get("index", 0), {"message": {}})
        delta, message = choice.get("delta") or {}, so_far["message"]
        for name in ("content", "refusal"):
            self._join(message, name, delta)
        for call in delta.get("tool_calls") or ():
            calls = message.setdefault("tool_calls", [])
            at = call.get("index", 0)
            while isinstance(at, int) and len(calls) <= at < len(calls) + 1:
                calls.append({"function": {}})
            for name in ("name", "arguments"):
                self._join(calls[at]["function"], name, call.get("function") or {})
        so_far["finish_reason"] = choice.get("finish_reason")
        return choice.get("finish_reason") is not None

    def _join(self, held: dict[str, Any], name: str, delta: dict[str, Any]) -> None:
        text = delta.get(name)
        if isinstance(text, str) and self.size <= LONGEST:
            self.size += len(text)
            held[name] = held.get(name, "") + text

    def _heard(self, problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
        return tuple(problem for problem in problems if problem.rule not in self.ignore)
