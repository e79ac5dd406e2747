"""Fast path of `is_valid`: accept JSON text that msgspec can prove valid; it never rejects.

Decided 2026-11: msgspec decodes the text into types made of the same nodes that `examine` walks, in one pass in C that
is about as quick as plain parsing. A part that those types cannot express exactly (rules, conditions, free-form
objects, unknown keywords) is kept as bytes, and `examine` judges it. A verdict on bytes is remembered, since the
functions and schemas of an application come again. Everything without a proof (unknown members, 256.0 for an integer,
every error) is left to `examine`. tests/test_properties.py checks that `examine` accepts everything that this path
accepts.

Some bytes are kept and never judged, because their name comes again and the last value counts. They are known to be
JSON all the same. msgspec reads them and skips two checks: UTF-8, which is checked before, and whether numbers are in
range, which does not matter for a number that does not count (presend.reading.json_text). tests/test_quick.py checks
that msgspec does so.
"""

from __future__ import annotations

import dataclasses
import functools
from typing import TYPE_CHECKING, Any, NoReturn

import msgspec
from msgspec import Raw

from presend.fastpath.msgspec_types import Types, Unsure, convert_to
from presend.fastpath.own_checks import ruled, rules_of
from presend.reading.json_data import FOLLOWED, is_too_deep, levels_of
from presend.reading.json_depth import brackets, is_nested
from presend.reading.json_text import parse_deep, require_utf8
from presend.reading.python_values import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.packs.pack import Pack


@functools.cache
def decoder(pack: Pack, schema: str) -> Callable[[str | bytes | bytearray], Any]:
    """Return a function that raises `ValueError` or `RecursionError` unless a JSON text is proved valid."""
    made = _root(pack, schema, Raw)
    if made is None:
        return _refuse
    decode = msgspec.json.Decoder(made).decode
    node = pack.node(schema)
    has_no_end, obeys = node.holds_itself, rules_of(node)

    def look(text: str | bytes | bytearray) -> None:
        if has_no_end and brackets(text) > FOLLOWED:
            raise ValueError(FOLLOWED)
        if is_nested(text):
            raise ValueError
        if not text.isascii() and not isinstance(text, str):
            require_utf8(text)  # msgspec does not check it in parts that it skips
        decode(text)
        if obeys is not None:
            obeys(parse_deep(text))  # its nesting was checked above

    return look


def converter(pack: Pack, schema: str) -> Callable[[Any], Any]:
    """Return the same function for Python values; it can also raise `TypeError`."""
    made = _root(pack, schema, Any)
    if made is None:
        return _refuse
    node = pack.node(schema)
    hold, has_no_end = ruled(convert_to(made), rules_of(node)), node.holds_itself

    def look(payload: Any) -> None:
        levels = levels_of(payload)
        value = plain(payload) if levels is None else payload
        if has_no_end and (levels is None or levels > FOLLOWED) and is_too_deep(value, FOLLOWED):
            raise ValueError(FOLLOWED)
        hold(value)

    return look


def _refuse(payload: object) -> NoReturn:
    raise ValueError(type(payload))


def _root(pack: Pack, schema: str, part: Any) -> Any:
    node = pack.node(schema)
    if node.has_own_checks:  # `rules_of` covers these
        node = dataclasses.replace(node, rules_at=None, residual_of=None)
    if node.takes_unknown_below:  # it only affects warnings
        node = dataclasses.replace(node, takes_unknown_below=False)
    try:
        made = Types(part).of(node)
        msgspec.json.Decoder(made)
    except (Unsure, TypeError, ValueError, OverflowError, RecursionError):  # msgspec refuses the type with the others
        return None
    return made
