"""Parse, compare and choose media types by RFC 9110.

Decided 2026-11-29:

- The case of type, subtype and parameter names is ignored, and so are white space around them and the quotes of a
  value. The case of a value is ignored too: no spec tells two bodies apart by it.
- A body may leave out a declared parameter. A parameter with another value makes another type, except `charset` and
  `boundary`, which describe the encoding of a body and not its type.
- The most specific declared type that covers the body's type wins: the type itself, `application/*+json`,
  `application/*`, `*/*`. A `+json` type counts as plain JSON if only that is declared, and the other way round, since
  clients and servers mix them up. Types with a special form (patches, problems, streams) never do.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

JSON, FORM, URLENCODED = "application/json", "multipart/form-data", "application/x-www-form-urlencoded"
FORMS = (FORM, URLENCODED)
EVENTS = "text/event-stream"
PLAIN_JSON = (JSON, "text/json")
APART = r".*/(.*patch|problem|stream)\+json"  # whose bodies are not those of plain JSON
OF_WRITING = ("charset", "boundary")

_WORD = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_ESSENCE = rf"\s*({_WORD}/{_WORD})\s*(?=;|\Z)"
_PARAMETER = rf';\s*(?:({_WORD})\s*=\s*(?:"((?:[^"\\]|\\.)*)"\s*(?=;|\Z)|([^;]*))|(?=;|\Z))'
SAME, SUFFIX, TYPE, ANY, ALIKE = 5, 4, 3, 2, 1  # how well a declared type fits that of a body


class MediaType(NamedTuple):
    """A media type or range: `type/subtype` in small letters, and its parameters by name."""

    essence: str
    parameters: dict[str, str]


@functools.lru_cache(maxsize=1024)
def read(text: str) -> MediaType:
    """Parse a media type; invalid text becomes a type that matches only the same text.

    >>> read('Application/JSON ; Charset="UTF-8";')
    MediaType(essence='application/json', parameters={'charset': 'utf-8'})
    """
    if text in FORMS or text == JSON:  # nearly all are, and need no regular expression
        return MediaType(text, {})
    match = re.match(_ESSENCE, text)
    if match is None:
        return MediaType(text.strip().lower(), {})
    parameters: dict[str, str] = {}
    at = match.end()
    parameter_at = re.compile(_PARAMETER).match
    while parameter := parameter_at(text, at):
        name, quoted, plain = parameter.groups()
        if name:
            value = plain.strip() if quoted is None else re.sub(r"\\(.)", r"\1", quoted)
            parameters.setdefault(name.lower(), value.lower())
        at = parameter.end()
    return MediaType(match[1].lower(), parameters)


def is_json(text: str) -> bool:
    """Whether a body of this type is one JSON value: `application/json`, `text/json`, and all that end in `+json`."""
    essence = read(text).essence
    return essence in PLAIN_JSON or essence.endswith("+json")


def may_be_json(text: str) -> bool:
    """Whether a declared type or range covers a body that is JSON."""
    return is_json(text) or _fit(read(text), read(JSON)) is not None


def is_form(text: str) -> bool:
    """Whether a body of this type has fields."""
    return read(text).essence in FORMS


def is_multipart(text: str) -> bool:
    """Whether a body of this type has fields that may be files."""
    return read(text).essence == FORM


def json_first(text: str) -> int:
    """Return the rank of a declared type: plain JSON first, then other types that are or may be JSON."""
    essence = read(text).essence
    if essence in PLAIN_JSON:
        return 0
    if is_json(text):
        return 2 if re.fullmatch(APART, essence) or "*" in essence else 1
    return 3 if may_be_json(text) else 4


def covers(declared: str, sent: str) -> bool:
    """Whether a declared type or range covers the type of a body.

    >>> covers("application/*", "application/json; charset=utf-8"), covers(JSON, "application/merge-patch+json")
    (True, False)
    """
    return declared == sent or _fit(read(declared), read(sent)) is not None


def best(declared: Iterable[str], sent: str) -> str | None:
    """Return the most specific declared type that covers the type of a body; the first of several.

    Args:
        declared: Types and ranges, as a spec has them.
        sent: The type of a body; without one, types that may be JSON come first.

    >>> best(["*/*", "application/*", "Application/JSON"], "application/json")
    'Application/JSON'
    """
    if not read(sent).essence:
        return min(filter(may_be_json, declared), key=json_first, default=None)
    fits = [(fit, text) for text in declared if (fit := _fit(read(text), read(sent)))]
    return max(fits, key=lambda each: each[0])[1] if fits else None


def _fit(declared: MediaType, sent: MediaType) -> tuple[int, int, int] | None:
    """Return how well a declared type fits, where the best is the greatest; `None` if it does not fit."""
    how = _nearness(declared.essence, sent.essence)
    matched = missing = 0
    for name, value in declared.parameters.items():
        if sent.parameters.get(name) == value:
            matched += 1
        elif name in sent.parameters and name not in OF_WRITING:
            return None
        else:
            missing += 1
    return (how, matched, -missing) if how else None


def _nearness(declared: str, sent: str) -> int:
    kind, _, subtype = declared.partition("/")
    of_kind = sent.startswith(f"{kind}/")
    if declared == sent:
        return SAME
    if of_kind and subtype.startswith("*+") and sent.endswith(subtype[1:]):
        return SUFFIX
    if of_kind and subtype == "*":
        return TYPE
    if declared in ("*/*", "*"):
        return ANY
    apart = re.fullmatch(APART, declared) or re.fullmatch(APART, sent)
    alike = is_json(declared) and is_json(sent) and (declared in PLAIN_JSON or sent in PLAIN_JSON)
    return ALIKE if alike and not apart else 0
