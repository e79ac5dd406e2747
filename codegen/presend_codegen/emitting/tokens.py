"""Stand-ins for the words of a spec, so that none of them passes through datamodel-code-generator.

It renames what it takes for a collision (`Model1`, `list_1`), and writes strings into source in its own way. So it is
given names and strings that collide with nothing and hold nothing (`Zc000012Z`), and the spec's own words are written
into its output here, quoted as Python quotes them: a name or a value of a spec can never become code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CLASS, MEMBER, VALUE = "cmv"
MARK = "Z"  # which stand-ins begin with, as often as no text of the spec has it


class Tokens:
    """The stand-ins of one pack, each for one word of one kind; `text` is all that they must not occur in."""

    def __init__(self, classes: Iterable[str], text: str) -> None:
        self._mark = MARK
        while re.search(rf"{self._mark}[cmvh]\d", text):
            self._mark += MARK
        self.top = f'"""{self._mark}h0"""'  # where the docstring of the module goes
        self._quoted = re.compile(rf"""r?(["']){self._mark}([mv])(\d{{6}})Z\1""")
        self._name = re.compile(rf"{self._mark}c(\d{{6}})Z")
        self._words: dict[str, list[str]] = {CLASS: [], MEMBER: [], VALUE: []}
        self._known: dict[tuple[str, str], str] = {}
        for name in sorted(classes):  # in the order of the names, by which the generator sorts
            self.of(CLASS, name)

    def of(self, kind: str, word: str) -> str:
        """Return the stand-in for a word."""
        key = (kind, word)
        if key not in self._known:
            self._known[key] = f"{self._mark}{kind}{len(self._words[kind]):06}Z"
            self._words[kind].append(word)
        return self._known[key]

    def restored(self, source: str, members: Mapping[str, str]) -> str:
        """Return generated source with the words in their places; `members` has the Python name of each member."""

        def quoted(match: re.Match[str]) -> str:
            word = self._words[match[2]][int(match[3])]
            return literal(members[word] if match[2] == MEMBER else word)

        source = self._quoted.sub(quoted, source)
        return self._name.sub(lambda match: self._words[CLASS][int(match[1])], source)


def literal(text: str) -> str:
    r"""Return `text` as a Python literal on one line, in ASCII and what is printable.

    >>> print(literal('a"b'), literal("^\\d+$"), literal("new\nline"))
    'a"b' r'^\d+$' 'new\nline'
    """
    is_raw = "\\" in text and text.isprintable() and "'" not in text and not text.endswith("\\")
    return f"r'{text}'" if is_raw else repr(text)
