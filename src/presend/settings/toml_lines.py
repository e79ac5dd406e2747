"""Line numbers of the keys in a TOML text, which the parser of the standard library does not keep.

The text must be valid for `tomllib`. Its lines are read one at a time, outside strings of several lines. A value in an
inline table or array gets the line of the key before it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from presend.problems import Path

_NAME = r"""(?:[A-Za-z0-9_-]+|"[^"]*"|'[^']*')"""
_DOTTED = rf"{_NAME}(?:\s*\.\s*{_NAME})*"
_HEADER = re.compile(rf"\s*(\[\[?)\s*({_DOTTED})\s*\]")
_KEY = re.compile(rf"\s*({_DOTTED})\s*=")
_FENCE = re.compile(r"\"\"\"|'''")


def lines_of(text: str) -> dict[Path, int]:
    r"""Return the line, from 1, of each key and table of valid TOML.

    >>> lines_of('[[a]]\nb = 1\n[[a]]\n"b".c = 2')
    {('a', 0): 1, ('a', 0, 'b'): 2, ('a', 1): 3, ('a', 1, 'b', 'c'): 4}
    """
    lines: dict[Path, int] = {}
    items: dict[Path, int] = {}  # array of tables → index of its last
    table: Path = ()
    is_in_string = False
    for number, line in enumerate(text.split("\n"), start=1):
        was_in_string = is_in_string
        is_in_string ^= len(_FENCE.findall(line)) % 2 == 1
        if was_in_string:
            continue
        if header := _HEADER.match(line):
            table = _indexed(_names(header[2]), items, is_item=header[1] == "[[")
            lines.setdefault(table, number)
        elif key := _KEY.match(line):
            lines.setdefault((*table, *_names(key[1])), number)
    return lines


def line_of(lines: dict[Path, int], path: Path) -> int:
    """Return the line of `path`, or of the nearest key around it; 1 for the top level.

    >>> line_of({("a", "b"): 2}, ("a", "b", 0))
    2
    """
    while path and path not in lines:
        path = path[:-1]
    return lines.get(path, 1)


def _names(dotted: str) -> Path:
    return tuple(name.strip("\"'") for name in re.findall(_NAME, dotted))


def _indexed(names: Path, items: dict[Path, int], *, is_item: bool) -> Path:
    """Return the path of a table; an array of tables on the way means its last table."""
    path: Path = ()
    for name in names[:-1]:
        path = (*path, name)
        if path in items:
            path = (*path, items[path])
    path = (*path, names[-1])
    if is_item:
        items[path] = items.get(path, -1) + 1
    return (*path, items[path]) if path in items else path
