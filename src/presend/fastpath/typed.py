"""Turn JSON data into typed models with pydantic, and reject clearly invalid data before that."""

from __future__ import annotations

import contextlib
import functools
from typing import TYPE_CHECKING, Any

from presend.checking.walk import accepts
from presend.fastpath.construct import construct
from presend.packs.files import fitting
from presend.packs.names import FRAGMENT
from presend.packs.pack import package_of
from presend.reading.python_values import is_too_deep
from presend.schema.nodes import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.packs.pack import Pack

SHALLOW = 8  # levels that a union may be tried anew at, each doubling the time; to see whether one is, costs more
REFUSED = object()  # what `load` returns for a payload with errors; null is a value like any other


def load(pack: Pack, schema: str, value: object) -> object:
    """Return `value`, plain JSON data, as the model or type of a schema; `REFUSED` where it has errors."""
    from pydantic import ValidationError  # noqa: PLC0415 - slow to import, and `check` does without

    node = pack.node(schema)
    if value is None:  # which no class takes, while its schema may
        return None if accepts(node, None) else REFUSED
    if _has_rules_at_types(pack, schema) and not accepts(node, value):
        return REFUSED
    try:
        if is_too_deep(value, SHALLOW) and node.is_forked:
            return construct(pack, node, value) if accepts(node, value) else REFUSED
        return _validator(pack, schema)(value)
    except (ValidationError, RecursionError):  # the latter of what `check` calls too deep
        return REFUSED


def is_refused(pack: Pack, schema: str, value: object) -> bool:
    """Say whether `value`, plain JSON data but for files, is wrong beyond doubt; what is not may be wrong all the same.

    jsonschema-rs says so over the effective schema, in a tenth of the time that pydantic takes to put its errors into
    words (2026-11). It is asked for the built-in pack alone, where tests/test_properties.py and `make fuzz` hold its
    verdicts to presend's own.
    """
    refuses = _refuser(pack, schema)
    return refuses is not None and refuses(value)


@functools.cache
def _refuser(pack: Pack, schema: str) -> Callable[[object], bool] | None:
    if pack.name != FRAGMENT or pack.node(schema).files:
        return None
    from jsonschema_rs import Draft202012Validator  # noqa: PLC0415 - slow to import, and right payloads do without

    is_valid = Draft202012Validator({"$ref": f"{PREFIX}{schema}", "$defs": dict(pack.schemas)}).is_valid
    return lambda value: not is_valid(value)


def is_derived(target: object, pack: Pack) -> bool:
    """Say whether a target is a class that somebody derived from a model of a pack."""
    return isinstance(target, type) and package_of(target.__module__) != pack.name


def load_derived(model: Any, value: object) -> object:
    """Return what is right by a generated model as a class that derives from it.

    Raises:
        pydantic.ValidationError: That asks for more.
    """
    from presend.model.base import validator_of  # noqa: PLC0415 - imports pydantic

    return validator_of(model)(value)


@functools.cache
def _has_rules_at_types(pack: Pack, schema: str) -> bool:
    """Say whether rules speak of a type that the schema reaches and that is no class: only classes ask their rules."""
    if pack.name == FRAGMENT:
        return False  # which has none such
    ruled = {node.name for node in pack.node(schema).reached if node.name and node.error_rules}
    return any(not isinstance(pack.model(name), type) for name in ruled)


@functools.cache
def _validator(pack: Pack, schema: str) -> Callable[[object], object]:
    from presend.model.base import validator_of  # noqa: PLC0415 - imports pydantic

    try:
        with fitting(pack.name):
            return validator_of(pack.model(schema))
    except RecursionError:  # schemas that refer to one another in a long row: pydantic goes down it in one go
        for name in dict.fromkeys(node.name for node in pack.node(schema).reached if node.name):
            with contextlib.suppress(AttributeError):  # of a name that is no class
                pack.model(name).model_rebuild()
        return validator_of(pack.model(schema))
