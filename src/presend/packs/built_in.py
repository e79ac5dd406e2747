"""The built-in packs as one pack; without `pack`, the target decides which of them is used.

Decided 2026-11-30: the fragment comes first, so that its five schemas and their operations keep their verdicts. All
other targets belong to today's API.
"""

from __future__ import annotations

import functools
from collections import ChainMap
from typing import TYPE_CHECKING, Any

from presend.packs.names import BUILT_INS, FRAGMENT
from presend.packs.pack import pack_called, rules_of_built_ins

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from presend.packs.operation import Operation
    from presend.packs.pack import Pack
    from presend.rule import Rule
    from presend.schema.nodes import Node


class BuiltIn:
    """All built-in packs; the first pack that knows a target answers for it."""

    name = FRAGMENT

    def __init__(self, packs: tuple[Pack, ...]) -> None:
        self._packs = packs

    def __reduce__(self) -> tuple[Callable[[], BuiltIn], tuple[()]]:
        return built_in, ()

    def pack_of(self, target: object) -> Pack:
        """Return the pack of a target.

        Raises:
            LookupError: There is none; the text names the nearest targets.
        """
        if isinstance(target, str):
            for pack in self._packs:
                if pack.holds(target):
                    return pack
            from presend.packs.unknown_targets import unknown_target  # a known one does without

            raise LookupError(unknown_target(self, target, ()))
        return self._packs[0]  # its message explains what a target is

    def resolve(self, target: str) -> str:
        """Return the schema that a target stands for: see `Pack.resolve`."""
        return self.pack_of(target).resolve(target)

    def node(self, schema: str) -> Node:
        """Return the compiled schema called `schema`."""
        return self.pack_of(schema).node(schema)

    def operations_at(self, method: str, url: str) -> tuple[Operation, ...]:
        """Return the operation that a method and a URL or path belong to: see `Pack.operations_at`."""
        found = (pack.operations_at(method, url) for pack in self._packs)
        return next(filter(None, found), ())

    def query_of(self, operation: Operation) -> str | None:
        """Return the schema of an operation's query parameters: see `Pack.query_of`."""
        return next(filter(None, (pack.query_of(operation) for pack in self._packs)), None)

    @functools.cached_property
    def operations(self) -> tuple[Operation, ...]:
        """The operations of all built-in packs; of an operation in several packs, that of the first."""
        found: dict[str, Pack] = {}
        for pack in self._packs:
            found |= {str(operation): pack for operation in pack.operations if str(operation) not in found}
        return tuple(row for pack in self._packs for row in pack.operations if found[str(row)] is pack)

    @functools.cached_property
    def schemas(self) -> Mapping[str, dict[str, Any]]:
        """The effective JSON Schemas by name; of a name in several packs, that of the first."""
        return ChainMap(*(pack.schemas for pack in self._packs))  # type: ignore[arg-type]  # nothing writes to it

    @property
    def rules(self) -> Mapping[str, Rule]:
        """The rules by id."""
        return rules_of_built_ins()

    known_rules = rules  # those that a switch may name

    @functools.cached_property
    def roots(self) -> tuple[str, ...]:
        """Names of the schemas that operations send or return, sorted."""
        return tuple(sorted({name for pack in self._packs for name in pack.roots}))

    @functools.cached_property
    def twins(self) -> Mapping[str, str]:
        """Schemas that another is in a second way → the name of that other: see `Pack.twins`."""
        return ChainMap(*(pack.twins for pack in self._packs))

    @functools.cached_property
    def replies(self) -> dict[str, Any]:
        """Example answers, for tests: see `Pack.replies`."""
        return {name: reply for pack in reversed(self._packs) for name, reply in pack.replies.items()}


@functools.cache
def built_in() -> BuiltIn:
    """Return the built-in packs."""
    return BuiltIn(tuple(map(pack_called, BUILT_INS)))
