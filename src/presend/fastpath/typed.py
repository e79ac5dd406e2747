"""Judge, or load into its model, a payload that no fast path accepts; jsonschema-rs can refuse one of the fragment."""

from __future__ import annotations

import contextlib
import functools
from typing import TYPE_CHECKING, Any

from presend.checking.payload_proof import TEXT
from presend.checking.payloads import exceeds_depth
from presend.checking.walk import accepts, examine_unproved
from presend.fastpath.construct import construct
from presend.packs.files import fitting
from presend.packs.names import FRAGMENT
from presend.packs.pack import package_of
from presend.reading.json_data import is_too_deep
from presend.reading.json_depth import is_nested
from presend.reading.json_faults import JsonFault
from presend.reading.json_text import parse_deep
from presend.reading.python_values import NotPlain, plain
from presend.schema.nodes import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.packs.pack import Pack

SHALLOW = 8  # levels below which exponential time for a forked union is harmless; looking for one costs more
REFUSED = object()  # what `load` returns for a payload with errors; null is a value like any other


def is_right(payload: Any, pack: Pack, schema: str) -> bool:
    """Return whether a payload that no fast path accepts has no errors."""
    node = pack.node(schema)
    text = payload if isinstance(payload, TEXT) else None
    try:
        value = plain(payload, node.files) if text is None else parse_deep(text)
        if _is_refused(pack, schema, value) or (text is not None and is_nested(text)):
            return False
        return not exceeds_depth(node, text, value) and accepts(node, value, examine_unproved)
    except (JsonFault, NotPlain, RecursionError):  # RecursionError: `check` reports this as too deep
        return False


def load(pack: Pack, schema: str, value: object) -> object:
    """Return `value`, plain JSON data, as the model or type of a schema; `REFUSED` if it has errors."""
    from pydantic import ValidationError  # slow to import, and `check` does without

    node = pack.node(schema)
    if value is None:  # no class accepts null, but its schema may
        return None if accepts(node, None) else REFUSED
    if _has_rules_at_types(pack, schema) and not accepts(node, value):
        return REFUSED
    try:
        if is_too_deep(value, SHALLOW) and node.is_forked:
            return construct(pack, node, value) if accepts(node, value) else REFUSED
        return _validator(pack, schema)(value)
    except (ValidationError, RecursionError):  # RecursionError: `check` reports this as too deep
        return REFUSED


def _is_refused(pack: Pack, schema: str, value: object) -> bool:
    """Return whether jsonschema-rs proves a value invalid; if not, the value can still be invalid.

    jsonschema-rs checks the effective schema in a tenth of the time that pydantic needs to format its errors
    (2026-11). It is used for the fragment only, where tests/test_properties.py and `make fuzz` compare its
    verdicts with those of presend.
    """
    refuses = _refuser(pack, schema)
    return refuses is not None and refuses(value)


@functools.cache
def _refuser(pack: Pack, schema: str) -> Callable[[object], bool] | None:
    if pack.name != FRAGMENT or pack.node(schema).files:
        return None
    from jsonschema_rs import Draft202012Validator  # slow to import, and not needed for valid payloads

    is_valid = Draft202012Validator({"$ref": f"{PREFIX}{schema}", "$defs": dict(pack.schemas)}).is_valid
    return lambda value: not is_valid(value)


def is_derived(target: object, pack: Pack) -> bool:
    """Return whether a target is a subclass of a pack's model, defined outside the pack."""
    return isinstance(target, type) and package_of(target.__module__) != pack.name


def load_derived(model: Any, value: object) -> object:
    """Return a payload that is valid for a generated model as an instance of a subclass.

    Raises:
        pydantic.ValidationError: The subclass refuses it.
    """
    from presend.model.base import validator_of  # imports pydantic

    return validator_of(model)(value)


@functools.cache
def _has_rules_at_types(pack: Pack, schema: str) -> bool:
    """Return whether a schema reaches a named type with rules that is not a class; only classes run their rules."""
    if pack.name == FRAGMENT:
        return False  # it has no such type
    ruled = {node.name for node in pack.node(schema).reached if node.name and node.error_rules}
    return any(not isinstance(pack.model(name), type) for name in ruled)


@functools.cache
def _validator(pack: Pack, schema: str) -> Callable[[object], object]:
    from presend.model.base import validator_of  # imports pydantic

    try:
        with fitting(pack.name):
            return validator_of(pack.model(schema))
    except RecursionError:  # pydantic recurses along a long chain of references
        for name in dict.fromkeys(node.name for node in pack.node(schema).reached if node.name):
            with contextlib.suppress(AttributeError):  # the name is not a class
                pack.model(name).model_rebuild()
        return validator_of(pack.model(schema))
