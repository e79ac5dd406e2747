"""Write a pattern for the engine of jsonschema-rs that takes linear time, where it has words for it."""

from __future__ import annotations

from presend.schema.regex.characters import Characters
from presend.schema.regex.parts import Anchor, Group, Look, Part, Reference, Repeat, Row

ASCII = 128
PLACES = {"start": "^", "end": "$", "boundary": r"(?-u:\b)"}


def linear(part: Part) -> str | None:
    """Return a part of a pattern in words that every version reads alike; `None` where there are none."""
    match part:
        case Characters():
            return part.words
        case Anchor():
            return None if part.folded and "boundary" in part.kind else PLACES.get(part.kind)
        case Group():
            return linear(part.part)
        case Look() | Reference():
            return None
        case Repeat():
            inner = linear(part.part)
            most = "" if part.most is None else part.most
            return None if inner is None else f"(?:{inner}){{{part.least},{most}}}"
    inner_parts = [linear(inner) for inner in part.parts]
    words = [inner for inner in inner_parts if inner is not None]
    if len(words) < len(inner_parts):
        return None
    return "".join(words) if isinstance(part, Row) else f"(?:{'|'.join(words)})"


def size(part: Part, *, flat: bool = False) -> int:
    """Return about how many states an engine makes of a pattern, or (`flat`) how many steps presend does."""
    match part:
        case Characters():
            return 1 if flat else _size(part)
        case Anchor() | Reference():
            return 1
        case Group() | Look():
            return size(part.part, flat=flat) + 2
        case Repeat():
            return (size(part.part, flat=flat) + 1) * max(part.least + (part.most is None), part.most or 0) + 1
    return sum(size(inner, flat=flat) + 1 for inner in part.parts)


def _size(characters: Characters) -> int:
    if characters.properties:
        return 400 * len(characters.properties)
    is_plain = not (characters.negated or characters.folded) and all(high < ASCII for _, high in characters.ranges)
    return 1 if is_plain else 12 + 2 * len(characters.ranges)
