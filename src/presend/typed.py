"""JSON data to typed models: where a pack and pydantic meet."""

from __future__ import annotations

import contextlib
import functools
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from presend.pack import Pack
    from presend.schema import Node

REFUSED = object()  # what `load` returns for a payload with errors; null is a value like any other


def load(pack: Pack, schema: str, value: object) -> object:
    """Return `value`, plain JSON data, as the model or type of a schema; `REFUSED` where it has errors."""
    from pydantic import ValidationError  # noqa: PLC0415 - slow to import, and `check` does without

    try:
        return _validator(pack, schema)(value)
    except (ValidationError, RecursionError):  # the latter of what `check` calls too deep
        return REFUSED


@functools.cache
def _validator(pack: Pack, schema: str) -> Callable[[object], object]:
    from presend.model import validator_of  # noqa: PLC0415 - imports pydantic

    try:
        return validator_of(pack.model(schema))
    except RecursionError:  # schemas that refer to one another in a long row: pydantic goes down it in one go
        for name in _leaves_first(pack.node(schema)):
            with contextlib.suppress(AttributeError):  # of a name that is no class
                pack.model(name).model_rebuild()
        return validator_of(pack.model(schema))


def _leaves_first(root: Node) -> list[str]:
    """Return the names of all schemas that a node reaches, each after those that it refers to; without recursion."""
    names: dict[str, None] = {}
    seen = {id(root)}
    way = [(root, iter(root.below))]
    while way:
        node, rest = way[-1]
        following = next((one for one in rest if id(one) not in seen), None)
        if following is not None:
            seen.add(id(following))
            way.append((following, iter(following.below)))
            continue
        way.pop()
        if node.name:
            names[node.name] = None
    return list(names)
