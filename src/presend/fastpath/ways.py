"""Find the fastest engine for a target, once, and remember it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from presend.fastpath.typed import is_derived
from presend.packs.files import fitting
from presend.packs.find import as_pack
from presend.reading.json_data import FOLLOWED, is_too_deep, levels_of
from presend.reading.json_depth import brackets, is_nested
from presend.reading.json_text import parse_deep
from presend.reading.python_values import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.packs.built_in import BuiltIn
    from presend.packs.pack import Pack


@functools.lru_cache(maxsize=1024)
def text_look(target: str | type, pack: str | Pack | BuiltIn | None) -> Callable[[Any], object]:
    """Return a function that raises unless a text is proved valid."""
    from presend.fastpath.quick import decoder  # slow to import; `check` does not need it

    pack = as_pack(pack, target)
    return decoder(pack, pack.resolve(target))


@functools.lru_cache(maxsize=1024)
def data_look(target: str | type, pack: str | Pack | BuiltIn | None) -> Callable[[Any], object]:
    """Return a function that raises unless a payload of Python objects is proved valid."""
    from presend.fastpath.quick import converter  # slow to import

    pack = as_pack(pack, target)
    return converter(pack, pack.resolve(target))


@functools.lru_cache(maxsize=1024)
def text_builder(target: str | type, pack: str | Pack | BuiltIn | None) -> Callable[[Any], Any]:
    """Return a function that makes a model of a text, and raises unless the text is proved valid."""
    make, has_no_end = _maker(target, pack)

    def build(text: str | bytes | bytearray) -> Any:
        if is_nested(text):
            raise ValueError
        value = parse_deep(text)
        if has_no_end and brackets(text) > FOLLOWED:
            _require_flat(value)
        return make(value)

    return build


@functools.lru_cache(maxsize=1024)
def data_builder(target: str | type, pack: str | Pack | BuiltIn | None) -> Callable[[Any], Any]:
    """Return a function that makes a model of Python objects, and raises unless they are proved valid."""
    make, has_no_end = _maker(target, pack)

    def build(payload: Any) -> Any:
        levels = levels_of(payload)
        value = plain(payload) if levels is None else payload
        if has_no_end and (levels is None or levels > FOLLOWED):
            _require_flat(value)
        return make(value)

    return build


def _maker(target: str | type, pack: str | Pack | BuiltIn | None) -> tuple[Callable[[Any], Any], bool]:
    """Return a function that makes a model of JSON data, and whether the schema is recursive."""
    from presend.fastpath.build import builder, refuse  # imports pydantic

    pack = as_pack(pack, target)
    with fitting(pack.name):
        if is_derived(target, pack):
            return refuse, False
        schema = pack.resolve(target)
        make = builder(pack, schema)
    return make, make is not refuse and pack.node(schema).holds_itself


def _require_flat(value: Any) -> None:
    """Raise `ValueError` if a value of a recursive schema is nested too deep."""
    if is_too_deep(value, FOLLOWED):
        raise ValueError(FOLLOWED)
