"""Walk the values of well-formed JSON text by its tokens, without recursion and without building objects."""

from __future__ import annotations

import json
import re
from json.scanner import make_scanner
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


# Enough to walk well-formed JSON: strings, brackets, bare words. Commas and colons add nothing to the order of these.
# Possessive, so that no text makes it slow.
TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\]]|[^\s{}\[\],:"]++', re.DOTALL)
SPACE = " \t\n\r"
LONG = 1 << 20  # bytes or code points; a longer text is read with less memory
Text = str | bytes | bytearray


class Scanned:
    """The arguments of json's scanner: it reads names and strings, and does not convert numbers."""

    strict, object_hook, memo = True, None, {}  # type: ignore[var-annotated]
    parse_int = parse_float = bool  # an int may be too long to convert
    parse_constant = bool

    def __init__(self, hook: Callable[[list[tuple[str, object]]], object]) -> None:
        self.object_pairs_hook = hook


skip_value: Any = make_scanner(Scanned(len))  # type: ignore[arg-type]  # takes text and offset; returns value and end


class Value(NamedTuple):
    """One value of a text: its depth, the last step of its path, and three offsets."""

    depth: int
    step: str | int
    at: int  # of the name of a member of an object, else of the value
    start: int
    end: int


def values(text: Text) -> Iterator[Value]:
    """Yield every value of well-formed JSON, parents first, without recursion."""
    following: list[int] = []  # for each open bracket: index of the next item, -1 in an object
    name: str | None = None
    at = 0
    token_of: Any = TOKEN if isinstance(text, str) else re.compile(TOKEN.pattern.encode(), re.DOTALL)
    for token in token_of.finditer(text):
        start, end = token.span()
        char = text[start] if isinstance(text, str) else chr(text[start])
        if char in "}]":
            following.pop()
            continue
        step: str | int = ""
        if not following:
            at = start
        elif following[-1] >= 0:
            at, step = start, following[-1]
            following[-1] += 1
        elif name is None:
            at, name = start, _name(token[0])
            continue
        else:
            step, name = name, None
        yield Value(len(following), step, at, start, end)
        if char in "{[":
            following.append(0 if char == "[" else -1)


def _name(token: str | bytes) -> str:
    text = token if isinstance(token, str) else str(token, "utf-8")
    name: str = json.loads(text) if "\\" in text else text[1:-1]
    return name
