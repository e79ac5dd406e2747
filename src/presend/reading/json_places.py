"""Find the line and column of values in valid JSON text.

A place is line and column, from 1, in code points. A member of an object has the place of its name; an item of an array
and the whole payload have the place of their value.
"""

from __future__ import annotations

import contextlib
from json.decoder import scanstring  # type: ignore[attr-defined]  # which typeshed leaves out
from typing import TYPE_CHECKING

from presend.reading.json_tokens import LONG, SPACE, Text, skip_value, values

if TYPE_CHECKING:
    from collections.abc import Iterable

    from presend.problems import Path

_CONTINUING = bytes(range(0x80, 0xC0))  # the bytes of UTF-8 that do not begin a code point


def locate(text: Text, paths: Iterable[Path], *, is_unique: bool = False) -> dict[Path, tuple[int, int]]:
    """Return the line and column (from 1, in code points) of each path in a valid JSON text, in one pass.

    A missing path has the place of its nearest ancestor; the last member of a name counts.

    Args:
        text: The text.
        paths: The paths.
        is_unique: Whether no object of the text has a name twice; then the pass ends with the last path.

    >>> locate('{"a": [1, 2]}', [("a", 1), ("a", 2), ("b",)])
    {('a', 1): (1, 11), ('a', 2): (1, 2), ('b',): (1, 1)}
    """
    root = _Wanted()
    chains = {path: root.chain(path) for path in paths}
    root.forget(is_unique=is_unique)
    if len(text) <= LONG:
        text = text if isinstance(text, str) else text.decode()
        with contextlib.suppress(RecursionError, IndexError):  # IndexError: an empty text
            with contextlib.suppress(_AllFoundError):
                _mark(text, _past_space(text, 0), root)
            return _placed(text, chains, root)
        root.forget(is_unique=is_unique)  # what the first pass has found before it ended
    with contextlib.suppress(_AllFoundError):
        _mark_each(text, root)
    return _placed(text, chains, root)


class _AllFoundError(Exception):
    """End the pass: no offset is missing."""


def _mark(text: str, start: int, wanted: _Wanted) -> int:
    """Set the wanted offsets in the value at `start` and return its end; json's scanner skips the rest."""
    if wanted.at < 0:  # the whole payload
        wanted.found(start)
    opening = text[start]
    if not wanted.below or opening not in "{[":
        return int(skip_value(text, start)[1])
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
            end = int(skip_value(text, value)[1])
        else:
            below.found(name)
            end = _mark(text, value, below)
        at = _past_space(text, end)
        at = _past_space(text, at + 1) if text[at] == "," else at
    return at + 1


def _past_space(text: str, at: int) -> int:
    while text[at] in SPACE:
        at += 1
    return at


def _mark_each(text: Text, root: _Wanted) -> None:
    """Set the wanted offsets in one pass over the tokens of a text of any length and depth."""
    nodes: list[_Wanted | None] = []  # from the root to the current value; None if it is not wanted
    for value in values(text):
        del nodes[value.depth :]
        parent = nodes[-1] if nodes else None
        node = parent.below.get(value.step) if parent else None if nodes else root
        if node:
            node.found(value.at)
        nodes.append(node)


def _placed(text: Text, chains: dict[Path, list[_Wanted]], root: _Wanted) -> dict[Path, tuple[int, int]]:
    """Return the line and column of each path from the offsets on the way to it."""
    offsets = {}
    for path, chain in chains.items():
        offset = max(root.at, 0)
        for node in chain:
            if node.at <= offset:  # missing, or only in an earlier duplicate of its parent
                break
            offset = node.at
        offsets[path] = offset
    places = _lines_and_columns(text, {*offsets.values()})
    return {path: places[offset] for path, offset in offsets.items()}


def _lines_and_columns(text: Text, offsets: Iterable[int]) -> dict[int, tuple[int, int]]:
    """Return the line and column of offsets in one pass; at most `LONG` of the text is copied at a time."""
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
    """A node in the tree of the paths to locate, with its offset in the text once it is known.

    Attributes:
        at: The offset, or -1.
        below: The nodes below this one, by step.
        missing: In a list that all nodes share, how many have no offset; `None` while that is not counted.
    """

    __slots__ = ("at", "below", "missing")

    def __init__(self) -> None:
        self.at = -1
        self.below: dict[str | int, _Wanted] = {}
        self.missing: list[int] | None = None

    def chain(self, path: Path) -> list[_Wanted]:
        """Return the nodes on the way to a path; they are added to the tree."""
        nodes, node = [], self
        for step in path:
            node = node.below.setdefault(step, _Wanted())
            nodes.append(node)
        return nodes

    def forget(self, *, is_unique: bool) -> None:
        """Forget all offsets; where each is unique, the pass ends by `_AllFoundError` once all are known."""
        waiting = [self]
        for node in waiting:
            waiting += node.below.values()
        missing = [len(waiting)] if is_unique else None
        for node in waiting:
            node.at, node.missing = -1, missing

    def found(self, at: int) -> None:
        """Set the offset."""
        self.at = at
        if self.missing is not None:
            self.missing[0] -= 1
            if not self.missing[0]:
                raise _AllFoundError
