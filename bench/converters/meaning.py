"""Does a converted schema still mean the model? Found by trying values, both ways.

- A value drawn from the converted schema has to be one that the model reads, once nulls that stand for absent optional
  members are dropped. What the model's own schema already allows and the model refuses (any string for a Decimal, a
  validator written by hand) is no change that a converter made.
- Each value of the model (`models.CASES`) has to be one that the converted schema allows, in one of the ways it can be
  written.
"""

from __future__ import annotations

import itertools
import json
import re
import warnings
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, given, settings
from jsonschema import Draft202012Validator
from pydantic import TypeAdapter, ValidationError

from bench.converters.drawing import values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from bench.converters.models import Case

DRAWN = 100  # values of a schema
MOST_NULLS = 8  # in a value: past that, all are dropped or none
WRAPPERS = frozenset(("response", "content", "value", "result", "data"))  # members that libraries put around a value
CHECKER = Draft202012Validator.FORMAT_CHECKER


def _is_uri(value: Any) -> bool:
    """Say whether a string has a scheme; jsonschema itself checks no URI without a package of its own."""
    return not isinstance(value, str) or re.match("[A-Za-z][A-Za-z0-9+.-]*:", value) is not None


CHECKER.checks("uri")(_is_uri)


def change(case: Case, schema: dict[str, Any], restore: Callable[[Any], Any] | None = None) -> str | None:
    """Return a value that shows how `schema` means something else than the model, in words; None where none is found.

    `restore` drops the nulls that the converter added; where it has none, each choice of them is tried.
    """
    adapter: TypeAdapter[Any] = TypeAdapter(case.source)
    own = Draft202012Validator(adapter.json_schema(), format_checker=CHECKER)
    wrapper = _wrapper(schema, own.schema)
    for value in _drawn(schema):
        inner = value[wrapper] if wrapper else value
        ways = [restore(inner)] if restore else without_nulls(inner)
        if not any(_reads(adapter, way) or own.is_valid(way) for way in ways):
            return f"allows {_shown(inner)}"
    check = Draft202012Validator(schema, format_checker=CHECKER)
    for spellings in case.values:
        allowed = [value for value in spellings if check.is_valid({wrapper: value} if wrapper else value)]
        if not allowed:
            return f"forbids {_shown(spellings[0])}"
        if restore and _read(adapter, restore(allowed[0])) != _read(adapter, spellings[0]):
            return f"restores to {_shown(restore(allowed[0]))} what was {_shown(spellings[0])}"
    return None


def without_nulls(value: Any) -> Iterator[Any]:
    """Yield `value` as it is, then without its members that are null: each choice of them."""
    places = list(_nulls(value, ()))
    if len(places) > MOST_NULLS:
        yield from (value, _dropped(value, frozenset(places), ()))
        return
    for size in range(len(places) + 1):
        for chosen in itertools.combinations(places, size):
            yield _dropped(value, frozenset(chosen), ())


def _nulls(value: Any, path: tuple[Any, ...]) -> Iterator[tuple[Any, ...]]:
    if isinstance(value, dict):
        yield from ((*path, name) for name, member in value.items() if member is None)
    members = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for name, member in members:
        yield from _nulls(member, (*path, name))


def _dropped(value: Any, chosen: frozenset[tuple[Any, ...]], path: tuple[Any, ...]) -> Any:
    if isinstance(value, dict):
        kept = ((name, member) for name, member in value.items() if (*path, name) not in chosen)
        return {name: _dropped(member, chosen, (*path, name)) for name, member in kept}
    if isinstance(value, list):
        return [_dropped(member, chosen, (*path, number)) for number, member in enumerate(value)]
    return value


def _wrapper(schema: dict[str, Any], own: Any) -> str | None:
    """Return the member that a library put around the value, such as `response` around a list."""
    names = schema.get("properties", {}).keys() - own.get("properties", {}).keys()
    only = names & WRAPPERS
    return only.pop() if len(schema.get("properties", {})) == len(only) == 1 else None


def _read(adapter: TypeAdapter[Any], value: Any) -> Any:
    return adapter.validate_json(json.dumps(value))


def _reads(adapter: TypeAdapter[Any], value: Any) -> bool:
    try:
        _read(adapter, value)
    except ValidationError:
        return False
    return True


def _drawn(schema: dict[str, Any]) -> list[Any]:
    """Return values that `schema` allows, the same on each run."""
    found: list[Any] = []
    check = Draft202012Validator(schema, format_checker=CHECKER)

    @settings(
        max_examples=DRAWN,
        database=None,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(values(schema))
    def draw(value: Any) -> None:
        if check.is_valid(value):
            found.append(value)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        draw()
    if not found:
        raise AssertionError(f"No value was drawn of {schema}.")
    return found


def _shown(value: Any) -> str:
    return json.dumps(value, ensure_ascii=True)
