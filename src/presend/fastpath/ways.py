"""Find the fastest engine for a target, once, and remember it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from presend.fastpath.typed import is_derived
from presend.packs.files import fitting
from presend.packs.find import as_pack
from presend.reading.json_data import FOLLOWED, is_too_deep
from presend.reading.json_depth import is_nested
from presend.reading.json_text import quick_parser
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
    make, parsed = _maker(target, pack), quick_parser()

    def build(text: str | bytes | bytearray) -> Any:
        if is_nested(text):
            raise ValueError
        return make(parsed(text))

    return build


@functools.lru_cache(maxsize=1024)
def data_builder(target: str | type, pack: str | Pack | BuiltIn | None) -> Callable[[Any], Any]:
    """Return a function that makes a model of Python objects, and raises unless they are proved valid."""
    make = _maker(target, pack)
    return lambda payload: make(plain(payload))


def _maker(target: str | type, pack: str | Pack | BuiltIn | None) -> Callable[[Any], Any]:
    from presend.fastpath.build import builder, refuse  # imports pydantic

    pack = as_pack(pack, target)
    with fitting(pack.name):
        if is_derived(target, pack):
            return refuse
        schema = pack.resolve(target)
        make = builder(pack, schema)
    return _within(FOLLOWED, make) if make is not refuse and pack.node(schema).holds_itself else make


def _within(levels: int, make: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return a function that makes a model, and raises if the value is nested too deep, for recursive schemas."""

    def make_if_flat(value: Any) -> Any:
        if is_too_deep(value, levels):
            raise ValueError
        return make(value)

    return make_if_flat
