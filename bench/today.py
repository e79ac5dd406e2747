"""Payloads of today's API, and payloads that differ in their words only.

presend remembers verdicts on parts that it met before, so the same payload again and again looks too good. Each typical
payload therefore has a twin row: payloads whose functions are the same and whose texts are all different, as an
application sends them.
"""

from __future__ import annotations

import copy
import functools
import json
import random
from typing import TYPE_CHECKING, Any

from bench.payloads import RUN, VARIANTS, Case, example

if TYPE_CHECKING:
    from collections.abc import Callable

RESPONSES, CHAT, EMBEDDINGS = "POST /responses", "POST /chat/completions", "POST /embeddings"
WORDS = "other words"
TURNS = 12  # messages of the chat request
ARRAYS, TOKENS, VOCABULARY = 2_048, 100, 100_000  # the most arrays of tokens that the API takes; their length
TEXTS = ("content", "text", "output", "instructions")  # the members that hold what people and tools say


def chat() -> Any:
    """Return a chat request of `TURNS` messages: questions, calls of a tool, their outputs and answers."""
    value = example("good/chat.json")
    turns = value["messages"]
    number = 1
    while len(turns) < TURNS:
        number += 1
        call = copy.deepcopy(value["messages"][2])
        call["tool_calls"][0] |= {"id": f"call_{number}"}
        call["tool_calls"][0]["function"]["arguments"] = json.dumps({"city": f"City {number}"})
        turns += [
            {"role": "assistant", "content": f"It is {number} degrees and raining there."},
            {"role": "user", "content": f"And city number {number}, is it warmer than Oslo this week?"},
            call,
            {"role": "tool", "tool_call_id": f"call_{number}", "content": f"{number} degrees, sun"},
        ]
    return value


def embeddings(arrays: int) -> Any:
    """Return a request for the embeddings of arrays of tokens, the same in each run."""
    draw = random.Random(1)  # noqa: S311 - no secret
    tokens = [[draw.randrange(VOCABULARY) for _ in range(TOKENS)] for _ in range(arrays)]
    return {"model": "text-embedding-3-small", "input": tokens}


def numbered(value: Any, number: int) -> Any:
    """Return a copy of a payload with another end of each of its texts, outside of tools."""
    if isinstance(value, dict):
        return {
            key: f"{member} {number}"
            if key in TEXTS and isinstance(member, str)
            else member
            if key == "tools"
            else numbered(member, number)
            for key, member in value.items()
        }
    return [numbered(item, number) for item in value] if isinstance(value, list) else value


@functools.cache
def todays() -> dict[str, Case]:
    """Return the payloads of today's API by name, and the typical run in other words."""
    made = [
        *_twins(RESPONSES, lambda: example("good/response.json")),
        *_twins(CHAT, chat),
        Case(EMBEDDINGS, "2,048 x 100", "valid", True, lambda: [embeddings(ARRAYS)]),
        Case(EMBEDDINGS, "2,048 x 100", "one too many", False, lambda: [embeddings(ARRAYS + 1)]),
        Case(RUN, "typical", WORDS, True, functools.partial(_in_other_words, lambda: example("good/run.json"))),
    ]
    return {case.name: case for case in made}


def _twins(target: str, make: Callable[[], Any]) -> tuple[Case, Case]:
    return (
        Case(target, "typical", "valid", True, lambda: [make()]),
        Case(target, "typical", WORDS, True, functools.partial(_in_other_words, make)),
    )


def _in_other_words(make: Callable[[], Any]) -> list[Any]:
    return [numbered(make(), number) for number in range(VARIANTS)]
