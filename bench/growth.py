"""Payloads of growing size, each ten times the last: ordinary ones, and hostile ones."""

from __future__ import annotations

import functools
import json
from typing import TYPE_CHECKING, Any

from bench import images
from bench.payloads import IMAGE, MESSAGE, MODERATION, RUN, Case, example

if TYPE_CHECKING:
    from collections.abc import Callable

COUNTS = (10, 100, 1_000, 10_000)
FEW, MANY = 300, 3_000  # parts of a hostile payload
DEEP = 600  # levels; a payload deeper than 900 is refused for its depth
MOST_PAIRS = 16
FUNCTION = "find_order"
DIFFERENT = 160  # payloads: more than presend remembers at any place
CACHED = 16_384  # bytes: of longer parts presend remembers nothing
MB = 1_000_000


def _messages(count: int) -> Any:
    message = example("good/message.json")
    return {"assistant_id": "asst_1", "additional_messages": [message] * count}


def _parts(count: int) -> Any:
    parts = example("good/message-parts.json")["content"]
    return {"role": "user", "content": [parts[n % len(parts)] for n in range(count)]}


def _pairs(count: int) -> Any:
    return {"assistant_id": "asst_1", "metadata": {f"key-{n}": f"value {n}" for n in range(count)}}


def _tool(parameters: Any, **others: Any) -> Any:
    function = {"name": FUNCTION, "parameters": parameters, **others}
    return {"assistant_id": "asst_1", "tools": [{"type": "function", "function": function}]}


def _nested(count: int) -> Any:
    schema: Any = {"type": "object"}
    for _ in range(DEEP):
        schema = {"not": schema}
    return _tool({"anyOf": [schema] * (count // FEW)})


def _strict(count: int) -> Any:
    members = {f"p{n}": {"type": "string"} for n in range(count)}
    return _tool({"type": "object", "properties": members, "required": [*reversed(members)]}, strict=True)


def _chain(count: int) -> Any:
    links: dict[str, Any] = {f"d{n}": {"anyOf": [{"$ref": f"#/$defs/d{n + 1}"}] * 2} for n in range(count)}
    links[f"d{count}"] = {"type": "string"}
    return _tool({"type": "object", "$defs": links, "allOf": [{"$ref": "#/$defs/d0"}]})


def _twice(count: int) -> bytes:
    pairs = ",".join(['"a":"b"'] * count)
    return f'{{"assistant_id":"asst_1","metadata":{{{pairs}}}}}'.encode()


HOSTILE: tuple[tuple[str, str, bool, Callable[[int], Any]], ...] = (  # what, schema, is it valid, maker
    ("levels of a function's schema", RUN, True, _nested),
    ("unknown members", RUN, False, lambda n: {"assistant_id": "a", **{f"unknown_{i}": i for i in range(n)}}),
    ("wrong parts", MESSAGE, False, lambda n: {"role": "user", "content": [{"type": "text", "text": 1}] * n}),
    ("parts of no known type", MESSAGE, False, lambda n: {"role": "user", "content": [{"type": "x"}] * n}),
    ("items of the wrong type", MODERATION, False, lambda n: {"input": [["a"], "b"] * n}),
    ("one key over and over", RUN, True, _twice),
    ("equal values in an enum", RUN, True, lambda n: _tool({"type": "string", "enum": ["a"] * n})),
    ("members in a strict schema", RUN, False, _strict),
    ("references in a chain", RUN, True, _chain),
    ("tools with a wrong schema", RUN, False, lambda n: {**_tool({}), "tools": _tool({"type": "x"})["tools"] * n}),
    ("escapes in a text", MESSAGE, True, lambda n: b'{"role":"user","content":"' + b"\\u00e9" * 10 * n + b'"}'),
    ("digits of a number", RUN, False, lambda n: b'{"assistant_id":"a","max_prompt_tokens":' + b"9" * 20 * n + b"}"),
    ("brackets that never close", RUN, False, lambda n: b"[" * 10 * n),
)
AXES: tuple[tuple[str, str, int, Callable[[int], Any]], ...] = (  # what, schema, most that is valid, maker
    ("messages", RUN, COUNTS[-1], _messages),
    ("content parts", MESSAGE, COUNTS[-1], _parts),
    ("metadata pairs", RUN, MOST_PAIRS, _pairs),
)


@functools.cache
def growing() -> dict[str, Case]:
    """Return ordinary payloads with 10 to 10,000 parts, by name."""
    made = (
        Case(schema, f"{count:,}", what, count <= most, functools.partial(_one, make, count))
        for what, schema, most, make in AXES
        for count in COUNTS
    )
    return {case.name: case for case in made}


@functools.cache
def hostile() -> dict[str, Case]:
    """Return hostile payloads, by name: each with few parts and with ten times as many."""
    made = (
        Case(schema, f"{count:,}", what, is_valid, functools.partial(_many, make, count))
        for what, schema, is_valid, make in HOSTILE
        for count in (FEW, MANY)
    )
    return {case.name: case for case in made}


SMALL, LARGE = "64 KB", "3.9 MB"
EDGES = {SMALL: images.EDGE_64_KB, LARGE: images.EDGE_3900_KB}
REJECTED: tuple[tuple[str, Callable[[bytes], bytes]], ...] = (
    ("wrong signature", images.wrong_signature),
    ("not square", images.not_square),
)


@functools.cache
def photos() -> dict[str, Case]:
    """Return image requests, right and to be rejected, by name."""
    made = [
        Case(IMAGE, size, kind, kind == "valid", functools.partial(_photo, EDGES[size], change))
        for kind, change in (("valid", bytes), *REJECTED)
        for size in EDGES
    ]
    for size, megabytes in (("4.2 MB", 4.2), ("42 MB", 42)):
        change = functools.partial(images.padded, size=int(megabytes * MB))
        made.append(Case(IMAGE, size, "too large", False, functools.partial(_photo, images.EDGE_64_KB, change)))
    return {case.name: case for case in made}


def _photo(edge: int, change: Callable[[bytes], bytes]) -> list[Any]:
    return [{"image": change(images.photo(edge))}]


def _one(make: Callable[[int], Any], count: int) -> list[Any]:
    return [make(count)]


def _many(make: Callable[[int], Any], count: int) -> list[Any]:
    """Return payloads that differ in the name of their function, since a cache knows small functions that recur."""
    value = make(count)
    tools = value["tools"] if isinstance(value, dict) and "tools" in value else []
    if len(tools) != 1 or len(json.dumps(value)) > CACHED:
        return [value]
    function = tools[0]["function"]
    named = ({**function, "name": f"{FUNCTION}_{number}"} for number in range(DIFFERENT))
    return [{**value, "tools": [{**tools[0], "function": function}]} for function in named]
