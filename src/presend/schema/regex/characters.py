"""Sets of characters, as code points and as properties of Unicode."""

from __future__ import annotations

import dataclasses

LAST = 0x10FFFF
HALVES = (0xD800, 0xDFFF)  # halves of UTF-16 pairs, which no text holds
Ranges = tuple[tuple[int, int], ...]

DIGITS: Ranges = ((0x30, 0x39),)
WORD: Ranges = (*DIGITS, (0x41, 0x5A), (0x5F, 0x5F), (0x61, 0x7A))
FOLDED_WORD: Ranges = (*WORD, (0x17F, 0x17F), (0x212A, 0x212A))  # with (?i) also the long s and the sign of Kelvin
SPACE: Ranges = (
    (0x09, 0x0D), (0x20, 0x20), (0xA0, 0xA0), (0x1680, 0x1680), (0x2000, 0x200A), (0x2028, 0x2029), (0x202F, 0x202F),
    (0x205F, 0x205F), (0x3000, 0x3000), (0xFEFF, 0xFEFF),
)  # fmt: skip
LINE_ENDS: Ranges = ((0x0A, 0x0A), (0x0D, 0x0D), (0x2028, 0x2029))
SYNTAX = frozenset("\\^$.*+?()[]{}|/-&~#")


def without(ranges: Ranges) -> Ranges:
    """Return all code points but those in `ranges`."""
    found, start = [], 0
    for low, high in sorted(ranges):
        if start < low:
            found.append((start, low - 1))
        start = max(start, high + 1)
    return (*found, (start, LAST)) if start <= LAST else tuple(found)


SETS = {"d": DIGITS, "D": without(DIGITS), "w": WORD, "W": without(WORD), "s": SPACE, "S": without(SPACE)}
FOLDED_SETS = {**SETS, "w": FOLDED_WORD, "W": without(FOLDED_WORD)}


@dataclasses.dataclass(frozen=True, slots=True)
class Characters:
    """One character of a set, or (`negated`) one that is not in it; `folded`: in capitals or small letters."""

    ranges: Ranges
    properties: tuple[str, ...] = ()
    negated: bool = False
    folded: bool = False

    @property
    def words(self) -> str:
        """The set in words that every version of jsonschema-rs reads alike: no name of a set but those of Unicode."""
        ranges = [part for low, high in self.ranges for part in _whole(low, high)]
        parts = [*(_range(*part) for part in ranges), *self.properties]
        if not parts:
            return r"[\s\S]" if self.negated else r"[^\s\S]"
        if not self.negated and not self.properties and len(ranges) == 1 and ranges[0][0] == ranges[0][1]:
            words = written(ranges[0][0])
        else:
            words = f"[{'^' if self.negated else ''}{''.join(parts)}]"
        return f"(?i:{words})" if self.folded else words


def _whole(low: int, high: int) -> list[tuple[int, int]]:
    """Return a range without halves of pairs, which no engine takes."""
    parts = [(low, min(high, HALVES[0] - 1)), (max(low, HALVES[1] + 1), high)]
    return [part for part in parts if part[0] <= part[1]] if low <= HALVES[1] and high >= HALVES[0] else [(low, high)]


def _range(low: int, high: int) -> str:
    return written(low) if low == high else f"{written(low)}-{written(high)}"


def written(code: int) -> str:
    """Return a character as itself."""
    return f"\\{chr(code)}" if chr(code) in SYNTAX else chr(code)
