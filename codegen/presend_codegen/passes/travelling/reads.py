"""Find out what the function of a rule reads: the member names in its code, and the rules that it reports for.

The code is the source, so no separate list can be wrong. Every constant text that the function can reach, itself or by
its calls in the built-in packs, may be the name of a member. Texts that are no names do no harm, since only members of
the schema are looked up.
"""

from __future__ import annotations

import dataclasses
import functools
from types import CodeType, FunctionType
from typing import TYPE_CHECKING

from presend.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

OWN = "presend.openai."
MODELS = "presend.openai.today.model_facts"  # facts about models, which are not members


@dataclasses.dataclass(frozen=True, slots=True)
class Reads:
    """What a function can reach: texts, ids of other rules, and whether it uses facts about models."""

    texts: frozenset[str]
    asks_models: bool


@functools.cache
def reads_of(check: object) -> Reads:
    """Return what the function of a rule reads."""
    texts: set[str] = set()
    modules: set[str] = set()
    for value in _reached(check):
        if isinstance(value, str):
            texts.add(value)
        elif isinstance(value, FunctionType):
            modules.add(value.__module__)
    return Reads(frozenset(texts), MODELS in modules)


def _reached(start: object) -> Iterator[object]:
    """Yield each text and function that a function can reach, each once."""
    waiting, seen = [start], set[int]()
    while waiting:
        value = waiting.pop()
        if id(value) not in seen:
            seen.add(id(value))
            yield value
            waiting += _parts(value)


def _parts(value: object) -> list[object]:
    """Return what to visit from a value: the id of a rule; the constants and globals of a function."""
    if isinstance(value, Rule):
        return [value.id]
    if isinstance(value, functools.partial):
        return [value.func, *value.args, *value.keywords.values()]
    if isinstance(value, dict):
        return [*value, *value.values()]
    if isinstance(value, list | tuple | set | frozenset):
        return [*value]
    value = getattr(value, "__wrapped__", value)  # of a function with a cache
    if isinstance(value, FunctionType) and value.__module__.startswith(OWN) and value.__module__ != MODELS:
        cells = [cell.cell_contents for cell in value.__closure__ or ()]
        names = {name for code in _codes(value.__code__) for name in code.co_names}
        called = [value.__globals__[name] for name in sorted(names) if name in value.__globals__]
        constants = [one for code in _codes(value.__code__) for one in code.co_consts if one != value.__doc__]
        return [*cells, *called, *constants, *(value.__defaults__ or ()), *(value.__kwdefaults__ or {}).values()]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return [getattr(value, field.name) for field in dataclasses.fields(value)]
    return []


def _codes(code: CodeType) -> Iterator[CodeType]:
    """Yield the code of a function, and of the functions defined in it."""
    yield code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _codes(inner)
