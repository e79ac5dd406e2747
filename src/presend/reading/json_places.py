"""Where things stand in valid JSON text: one pass over its tokens, with no recursion and no object built.

A place is line and column, from 1, in code points: of the name for a member of an object, of the value for an
item of an array and for the whole payload.
"""

from __future__ import annotations

import contextlib
import json
import re
from json.decoder import scanstring  # type: ignore[attr-defined]  # which typeshed leaves out
from json.scanner import make_scanner
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from presend.problems import Path

# Enough to walk JSON that is known to be well-formed: strings, brackets, bare words. Commas and colons tell
# nothing more than the order of these. Possessive, so that no text makes it slow.
TOKEN = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\]]|[^\s{}\[\],:"]++', re.DOTALL)
_TOKEN_OF_BYTES = re.compile(TOKEN.pattern.encode(), re.DOTALL)
# What comes before a long string, and that string, with the colon behind it where it is a name. Always matches.
_LONG_STRING = re.compile(rb'((?:[^"]++|"(?:[^"\\]|\\.){0,64}+")*+)("[^"\\]*+(?:\\.[^"\\]*+)*+"(\s*+:)?+)?+', re.DOTALL)
SPACE = " \t\n\r"
LONG = 1 << 20  # bytes of a text whose long strings are left out where only names matter
_CONTINUING = bytes(range(0x80, 0xC0))  # the bytes of UTF-8 that begin no code point

Text = str | bytes | bytearray


def duplicate_keys(text: Text) -> list[Path]:
    """Return the path of every member of valid JSON `text` whose name comes more than once in its object.

    >>> duplicate_keys('[{"a": 1, "b": 2, "a": 3}]')
    [(0, 'a')]
    """
    if _is_free_of_twins(text):
        return []
    twice: dict[Path, None] = {}
    path: list[str | int] = []
    names: list[set[str | int]] = []  # that each value on the way has had below it
    for value in values(text):
        del path[max(value.depth - 1, 0) :], names[value.depth :]
        if value.depth:
            path.append(value.step)
            if value.step in names[-1]:
                twice[tuple(path)] = None
            names[-1].add(value.step)
        names.append(set())
    return list(twice)


def _is_free_of_twins(text: Text) -> bool:
    """Say whether no object of a text has a name twice, as far as can be told at once."""
    try:
        return _objects_differ(text) if len(text) <= LONG else _long_objects_differ(text)
    except (RecursionError, StopIteration):  # too deep to tell this way
        return False


def _objects_differ(text: Text) -> bool:
    """Say so with no call into Python for an object, for which all of them are kept until the end."""
    objects: list[list[tuple[str, object]]] = []
    text = text if isinstance(text, str) else text.decode()
    scan: Any = make_scanner
    scan(_Scanned(objects.append))(text, len(text) - len(text.lstrip(SPACE)))
    return sum(map(len, objects)) == sum(map(len, map(dict, objects)))


class _Scanned:
    """What json's scanner is made of: names and strings as they are, and numbers as nothing that has to be read."""

    strict, object_hook, memo = True, None, {}  # type: ignore[var-annotated]
    parse_int = parse_float = bool  # an int may be too long to be read
    parse_constant = bool

    def __init__(self, hook: Callable[[list[tuple[str, object]]], object]) -> None:
        self.object_pairs_hook = hook


_skip: Any = make_scanner(_Scanned(len))  # type: ignore[arg-type]


def _long_objects_differ(text: Text) -> bool:
    if isinstance(text, bytes | bytearray):
        text = _LONG_STRING.sub(_shortened, text)
    found = False

    def look(pairs: list[tuple[str, object]]) -> None:
        nonlocal found
        found = found or len({name for name, _ in pairs}) < len(pairs)

    json.loads(text, object_pairs_hook=look, parse_int=bool, parse_float=bool)
    return not found


def _shortened(match: re.Match[bytes]) -> bytes:
    """Return a text up to a long string without that string, unless it is a name."""
    is_left_out = match.start(2) >= 0 > match.start(3)  # asked by place: a group is a copy
    return match[1] + b'""' if is_left_out else match[0]


def locate(text: Text, paths: Iterable[Path]) -> dict[Path, tuple[int, int]]:
    """Return line and column (from 1, in code points) of each of `paths` in valid JSON `text`, in one pass.

    A path that is missing has the place of its nearest ancestor; of a name that comes twice, the last counts.

    >>> locate('{"a": [1, 2]}', [("a", 1), ("a", 2), ("b",)])
    {('a', 1): (1, 11), ('a', 2): (1, 2), ('b',): (1, 1)}
    """
    root = _Wanted()
    chains = {path: root.chain(path) for path in paths}
    if len(text) <= LONG:
        text = text if isinstance(text, str) else text.decode()
        with contextlib.suppress(RecursionError, IndexError):  # the latter of an empty text
            _mark(text, _past_space(text, 0), root)
            return _placed(text, chains, root)
    _mark_each(text, root)
    return _placed(text, chains, root)


def _mark(text: str, start: int, wanted: _Wanted) -> int:
    """Set the offsets that are wanted in the value at `start`, and return its end; json's scanner skips the rest."""
    if wanted.at < 0:  # the whole
        wanted.at = start
    opening = text[start]
    if not wanted.below or opening not in "{[":
        return int(_skip(text, start)[1])
    at, step = _past_space(text, start + 1), -1
    while text[at] not in "}]":
        name, value = at, at
        if opening == "{":
            key, end = scanstring(text, at + 1)
            value = _past_space(text, _past_space(text, end) + 1)
        else:
            key = step = step + 1
        below = wanted.below.get(key)
        if below is None:
            end = int(_skip(text, value)[1])
        else:
            below.at = name
            end = _mark(text, value, below)
        at = _past_space(text, end)
        at = _past_space(text, at + 1) if text[at] == "," else at
    return at + 1


def _past_space(text: str, at: int) -> int:
    while text[at] in SPACE:
        at += 1
    return at


def _mark_each(text: Text, root: _Wanted) -> None:
    """Set the offsets that are wanted, in one pass over the tokens of a text of any length and depth."""
    nodes: list[_Wanted | None] = []  # from the root to the value at hand; None where nobody asks
    for value in values(text):
        del nodes[value.depth :]
        parent = nodes[-1] if nodes else None
        node = parent.below.get(value.step) if parent else None if nodes else root
        if node:
            node.at = value.at
        nodes.append(node)


def _placed(text: Text, chains: dict[Path, list[_Wanted]], root: _Wanted) -> dict[Path, tuple[int, int]]:
    """Return line and column of each path, by the offsets on the way to it."""
    offsets = {}
    for path, chain in chains.items():
        offset = max(root.at, 0)
        for node in chain:
            if node.at <= offset:  # not there, or only in an earlier duplicate of its parent
                break
            offset = node.at
        offsets[path] = offset
    places = _lines_and_columns(text, {*offsets.values()})
    return {path: places[offset] for path, offset in offsets.items()}


def _lines_and_columns(text: Text, offsets: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return line and column of offsets, in one pass; no more of the text is copied at a time than `LONG`."""
    end = "\n" if isinstance(text, str) else b"\n"
    is_plain = isinstance(text, str) or text.isascii()
    places = {}
    line = column = 1
    at = 0
    for offset in sorted(offsets):
        while at < offset:
            piece = text[at : min(offset, at + LONG)]
            at += len(piece)
            breaks = piece.count(end)  # type: ignore[arg-type]
            if breaks:
                line, column = line + breaks, 1
                piece = piece[piece.rfind(end) + 1 :]  # type: ignore[arg-type]
            column += len(piece) if is_plain else len(piece.translate(None, _CONTINUING))  # type: ignore[arg-type,call-arg]
        places[offset] = line, column
    return places


class _Wanted:
    """A node in the tree of the paths to locate, with its offset in the text once seen."""

    __slots__ = ("at", "below")

    def __init__(self) -> None:
        self.at = -1
        self.below: dict[str | int, _Wanted] = {}

    def chain(self, path: Path) -> list[_Wanted]:
        nodes, node = [], self
        for step in path:
            node = node.below.setdefault(step, _Wanted())
            nodes.append(node)
        return nodes


class Value(NamedTuple):
    """One value of a text: its depth, the last step of its path, and three offsets."""

    depth: int
    step: str | int
    at: int  # of the name if this is a member of an object, else of the value
    start: int
    end: int


def values(text: Text) -> Iterator[Value]:
    """Yield every value of well-formed JSON, parents first, without recursion."""
    following: list[int] = []  # per open bracket: index of the next item, -1 in an object
    name: str | None = None
    at = 0
    tokens: Any = TOKEN.finditer(text) if isinstance(text, str) else _TOKEN_OF_BYTES.finditer(text)
    for token in tokens:
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
