"""A position in the text of a pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    import re


class BadPattern(ValueError):  # a fault of the pattern, which others report
    """Say why a text is no pattern, or one that presend cannot search for."""


class Cursor:
    """Hold the text of a pattern and the position up to which it has been read."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0

    def fail(self, what: str) -> NoReturn:
        """Raise `BadPattern` for this position."""
        raise BadPattern(f"{what} (character {self.at + 1})")

    def take(self, text: str) -> bool:
        """Go past `text` if it comes next; return whether it did."""
        found = self.text.startswith(text, self.at)
        self.at += len(text) * found
        return found

    def match(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        """Go past a match at this position, if there is one; return it."""
        found = pattern.match(self.text, self.at)
        self.at = found.end() if found else self.at
        return found
