"""The targets of a pack: its schemas by name, its operations by path and operationId, and their parameters."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from presend.packs.media_types import best
from presend.rule import damaged

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from presend.packs.operation import Operation
    from presend.packs.routes import Routes

    Named = tuple[tuple[Operation, ...], str]  # operations, and the content type that the target asks for

PLACES = ("query", "path")  # of the parameters that a pack holds


class Targets:
    """The targets of a pack, and their schemas.

    Args:
        pack: The pack's import name, for messages.
        table: The contents of its operations.json.
        schemas: Its schemas by name.
        operations: Its operations, in the order of the spec.
    """

    def __init__(
        self, pack: str, table: Mapping[str, Any], schemas: Container[str], operations: tuple[Operation, ...]
    ) -> None:
        self._pack, self._schemas, self._operations = pack, schemas, operations
        self._names: Mapping[str, str] = table.get("names", {})  # Python's name → the spec's
        self._parameters: Mapping[str, Mapping[str, str]] = table.get("parameters", {})  # operation → place → schema

    def holds(self, target: str) -> bool:
        """Say whether `target` is known: a schema, parameters, or an operation, with or without a body."""
        name = self._names.get(target, target)
        return name in self._schemas or self._parameters_of(target) is not None or bool(self.named(target)[0])

    def schema(self, target: str, *, form: bool) -> str | None:
        """Return the schema of a target, or `None`.

        Args:
            target: See `Pack.resolve`.
            form: Whether the body is sent as a form, where the target does not say.
        """
        target = str(self._names.get(target, target))
        if target in self._schemas:
            return target
        if (schema := self._parameters_of(target)) is not None:
            return schema
        operations, kind = self.named(target)
        bodies = [body for body in operations if body.schema]
        if kind:
            chosen = best(_types(bodies), kind)
            bodies = [body for body in bodies if body.content_type == chosen]
        found = min(bodies, key=lambda body: body.is_form != form, default=None)
        if not found or not found.schema:
            return None
        if found.schema not in self._schemas:
            damaged(self._pack, f"schemas.json lacks {found.schema}, which operations.json names")
        is_one = bodies[0].path == bodies[-1].path and bodies[0].method == bodies[-1].method
        return found.schema if is_one else None

    def at(self, method: str, url: str) -> tuple[Operation, ...]:
        """Return the operation of a method and a URL or path, once for each of its content types."""
        return self._routes.find(method, url)

    def query_of(self, operation: Operation) -> str | None:
        """Return the schema of an operation's query parameters, if the pack has it."""
        return self._parameters.get(str(operation), {}).get("query")

    def named(self, target: str) -> Named:
        """Return the operations of a `METHOD /path` or operationId, and the content type after it."""
        target = str(self._names.get(target, target))
        method, _, path = target.partition(" ")
        at = [(found, kind) for name, kind in _with_type(path) if (found := self.at(method, name))]
        called = [(tuple(self._ids[name]), kind) for name, kind in _with_type(target) if name in self._ids]
        readings = [*at, *called]
        sure = (reading for reading in readings if reading[1] and best(_types(reading[0]), reading[1]))
        return next(sure, None) or next(iter(readings), ((), ""))

    def _parameters_of(self, target: str) -> str | None:
        """Return the schema of an operation's parameters: `GET /files query`, `GET /files/{file_id} path`."""
        name, _, place = target.rpartition(" ")
        if place not in PLACES or not self._parameters:
            return None
        places = (self._parameters.get(str(found), {}) for found in self.named(name)[0])
        return next((named[place] for named in places if place in named), None)

    @functools.cached_property
    def _routes(self) -> Routes[Operation]:
        from presend.packs.routes import Routes  # the name of a schema does without

        return Routes((operation.method, operation.path, operation) for operation in self._operations)

    @functools.cached_property
    def _ids(self) -> dict[str, list[Operation]]:
        ids: dict[str, list[Operation]] = {}
        for operation in self._operations:
            ids.setdefault(operation.id, []).append(operation)
        ids.pop("", None)
        return ids


def _types(bodies: Iterable[Operation]) -> list[str]:
    return [body.content_type for body in bodies if body.content_type]


def _with_type(text: str) -> Iterator[tuple[str, str]]:
    """Yield the ways to split text into a name and a content type; either may contain a space."""
    yield text, ""
    words = text.split(" ")
    for count in range(len(words) - 1, 0, -1):
        name, kind = " ".join(words[:count]), " ".join(words[count:])
        if "/" in kind and not kind.startswith("/"):
            yield name, kind
