"""Replace the words of a spec by stand-ins while datamodel-code-generator runs, and put them back afterwards.

The generator renames what it takes for a collision (`Model1`, `list_1`), and it quotes strings in its own way. The
stand-ins (`Zc000012Z`) collide with nothing and need no quotes. The words are then written into its output here, quoted
as Python quotes them. So a name or a value of a spec can never become code.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

CLASS, MEMBER, VALUE = "cmv"
MARK = "Z"  # start of each stand-in, repeated until no text of the spec contains it


class Tokens:
    """The stand-ins of one pack, one for each word of each kind. No stand-in occurs in `text`."""

    def __init__(self, classes: Iterable[str], text: str) -> None:
        self._mark = MARK
        while re.search(rf"{self._mark}[cmvh]\d", text):
            self._mark += MARK
        self.top = f'"""{self._mark}h0"""'  # marks the place of the module's docstring
        self._quoted = re.compile(rf"""r?(["']){self._mark}([mv])(\d{{6}})Z\1""")
        self._name = re.compile(rf"{self._mark}c(\d{{6}})Z")
        self._words: dict[str, list[str]] = {CLASS: [], MEMBER: [], VALUE: []}
        self._known: dict[tuple[str, str], str] = {}
        for name in sorted(classes):  # the generator sorts by name
            self.of(CLASS, name)

    def of(self, kind: str, word: str) -> str:
        """Return the stand-in for a word."""
        key = (kind, word)
        if key not in self._known:
            self._known[key] = f"{self._mark}{kind}{len(self._words[kind]):06}Z"
            self._words[kind].append(word)
        return self._known[key]

    def restored(self, source: str, members: Mapping[str, str]) -> str:
        """Put the words back into generated source; `members` has the Python name of each member."""

        def quoted(match: re.Match[str]) -> str:
            word = self._words[match[2]][int(match[3])]
            return literal(members[word] if match[2] == MEMBER else word)

        source = self._quoted.sub(quoted, source)
        return self._name.sub(lambda match: self._words[CLASS][int(match[1])], source)


def literal(text: str) -> str:
    r"""Return `text` as a Python literal on one line, in ASCII and printable.

    >>> print(literal('a"b'), literal("^\\d+$"), literal("new\nline"))
    'a"b' r'^\d+$' 'new\nline'
    """
    is_raw = "\\" in text and text.isprintable() and "'" not in text and not text.endswith("\\")
    return f"r'{text}'" if is_raw else repr(text)
