"""How a form writes its members if the spec has an `encoding`: several values in one text, or JSON.

Decided 2026-11-29:

- `explode: false` joins the items of an array, or the names and values of an object, into one text, with a comma, a
  space or a bar between them. The text is split as it arrives, since escaped separators can no longer be recognized.
  An empty text is no item.
- A member that may also be a single text is split only if it contains a separator.
- An explicit `explode: true` of an object makes its members fields of the form.
- `contentType` is the type of a part. It is ignored beside `style` or `explode` (OpenAPI 3.1, Encoding Object).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.packs.media_types import is_json
from presend.reading.json_faults import JsonFault
from presend.reading.json_text import parse

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

SEPARATORS = {"form": ",", "spaceDelimited": " ", "pipeDelimited": "|"}
SINGLE = frozenset({"string", "boolean", "integer", "number"})
STYLED = ("style", "explode")


def is_exploded(encoding: Mapping[str, Any]) -> bool:
    """Return whether the members of an object are fields of the form."""
    is_form = encoding.get("style", "form") == "form"
    return is_form and any(word in encoding for word in STYLED) and encoding.get("explode") is not False


def taken_apart(encoding: Mapping[str, Any], kinds: frozenset[str], values: Iterable[Any]) -> Any:
    """Split the texts of a member into the array or object of its style; `None` if they are not in that style.

    >>> taken_apart({"style": "pipeDelimited"}, frozenset({"array"}), ["a|b"])
    ['a', 'b']
    >>> taken_apart({"explode": False}, frozenset({"object"}), ["k,1,l,2"])
    {'k': '1', 'l': '2'}
    """
    separator = _separator(encoding)
    texts = list(values)
    if separator is None or not all(isinstance(text, str) for text in texts):
        return None
    if kinds & SINGLE and not any(separator in text for text in texts):
        return None
    pieces = [piece for text in texts if text for piece in text.split(separator)]
    if "array" in kinds:
        return pieces
    if "object" in kinds and len(pieces) % 2 == 0:
        return dict(zip(pieces[::2], pieces[1::2], strict=True))
    return None


def of_part(encoding: Mapping[str, Any], value: Any) -> Any:
    """Parse a text of a JSON content type if it is a string or null; the schema decides about other values."""
    if isinstance(value, list):
        return [of_part(encoding, item) for item in value]
    if not isinstance(value, str) or any(word in encoding for word in STYLED):
        return value
    if not is_json(encoding.get("contentType", "")):
        return value
    try:
        found = parse(value)
    except JsonFault:
        return value
    return found if found is None or isinstance(found, str) else value


def _separator(encoding: Mapping[str, Any]) -> str | None:
    """Return the separator of the values in one text; `None` if each value has its own field."""
    style = encoding.get("style", "form")
    return None if encoding.get("explode", style == "form") else SEPARATORS.get(style)
