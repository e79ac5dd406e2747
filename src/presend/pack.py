"""What a pack exposes, and how one is found by name.

A pack is a package that codegen wrote: `models.py`, `schemas.json` (the effective JSON Schemas), `operations.json`,
and, where somebody wrote rules for it, a module `rules` with a tuple `RULES`. It is found by its import name or by an
entry point of the group `presend.packs`.
"""

from __future__ import annotations

import dataclasses
import functools
import importlib
import json
import os
import re
from typing import TYPE_CHECKING, Any

from presend.catalogue import UNIVERSAL
from presend.keywords import did_you_mean
from presend.schema import Compiler

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.resources.abc import Traversable
    from types import ModuleType

    from pydantic import BaseModel

    from presend.rule import Rule
    from presend.schema import Node

BUILT_IN = "presend.openai"
ENTRY_POINTS = "presend.packs"


@dataclasses.dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the API.

    Attributes:
        method: HTTP method in capitals.
        path: Path template, such as `/threads/{thread_id}/runs`.
        id: The spec's operationId.
        content_type: Media type of the request body; `None` where it has none.
        schema: Name of the schema of the request body; `None` where it has none.
        response: Name of the schema of the 200 response; `None` where the pack does not hold it.
    """

    method: str
    path: str
    id: str
    content_type: str | None
    schema: str | None
    response: str | None

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def is_form(self) -> bool:
        """Whether the request body is `multipart/form-data`, which has no null and only text beside files."""
        return self.content_type == "multipart/form-data"


class Pack:
    """One generated pack; everything in it is loaded when it is first asked for."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"Pack({self.name!r})"

    def __reduce__(self) -> tuple[Callable[[str], Pack], tuple[str]]:
        return find_pack, (self.name,)  # by name: other processes load it when they use it

    @functools.cached_property
    def schemas(self) -> dict[str, dict[str, Any]]:
        """The effective JSON Schemas by name."""
        schemas: dict[str, dict[str, Any]] = json.loads(self._file("schemas.json").read_text("utf-8"))["$defs"]
        return schemas

    @functools.cached_property
    def operations(self) -> tuple[Operation, ...]:
        """The operations whose bodies the pack holds, in the order of the spec."""
        table = json.loads(self._file("operations.json").read_text("utf-8"))
        return tuple(Operation(**row) for row in table["operations"])

    @functools.cached_property
    def rules(self) -> dict[str, Rule]:
        """The rules by id, in the order of the catalogue."""
        try:
            module = importlib.import_module(f"{self.name}.rules")
        except ModuleNotFoundError as error:
            if error.name != f"{self.name}.rules":
                raise
            return {rule.id: rule for rule in UNIVERSAL}
        return {rule.id: rule for rule in (*UNIVERSAL, *module.RULES)}

    @functools.cached_property
    def models(self) -> ModuleType:
        """The generated models."""
        return importlib.import_module(f"{self.name}.models")

    @functools.cached_property
    def responses(self) -> frozenset[str]:
        """Names of the schemas that are responses and no request."""
        sent = {operation.schema for operation in self.operations}
        return frozenset(op.response for op in self.operations if op.response and op.response not in sent)

    @functools.cached_property
    def forms(self) -> frozenset[str]:
        """Names of the schemas that are sent as `multipart/form-data`."""
        return frozenset(op.schema for op in self.operations if op.schema and op.is_form)

    @functools.cached_property
    def roots(self) -> tuple[str, ...]:
        """Names of the schemas that operations send or return, sorted."""
        return tuple(sorted({name for op in self.operations for name in (op.schema, op.response) if name}))

    @functools.cached_property
    def _compiler(self) -> Compiler:
        return Compiler(self.schemas, tuple(self.rules.values()))

    def node(self, schema: str) -> Node:
        """Return the compiled schema called `schema`."""
        return self._compiler.named(schema)

    def model(self, schema: str) -> type[BaseModel]:
        """Return the model class, or the named type, of the schema called `schema`."""
        model: type[BaseModel] = getattr(self.models, schema)
        return model

    def resolve(self, target: str | type) -> str:
        """Return the schema that `target`, a schema name, a model class or `METHOD /path`, stands for.

        Raises:
            LookupError: There is none; the text names the nearest targets.
        """
        if isinstance(target, type):
            own = (base.__name__ for base in target.__mro__ if base.__module__ == f"{self.name}.models")
            target = next(own, f"class {target.__name__}")
        if not isinstance(target, str):
            raise LookupError(  # noqa: TRY004 - what an unknown target always is
                f"Unknown target: expected a str or a model class, got {type(target).__name__}."
            )
        if target in self.schemas:
            return target
        method, _, path = target.partition(" ")
        for operation in self.operations:
            if operation.schema and operation.method == method.upper() and _matches(operation.path, path):
                return operation.schema
        names = [*self.roots, *map(str, self.operations), *self.schemas]
        hint = did_you_mean(target, names) or f" Known targets: {', '.join(names[: len(self.roots)])}."
        raise LookupError(f"Unknown target '{target}': expected a schema name or 'METHOD /path'.{hint}")

    def _file(self, name: str) -> Traversable:
        from importlib import resources  # noqa: PLC0415 - slow to import, needed once

        return resources.files(self.name) / name


def _matches(template: str, path: str) -> bool:
    """Say whether a path, concrete or not, is a template's; a version prefix, a query and a last slash do not count."""
    path = path.partition("?")[0].rstrip("/")
    pattern = re.sub(r"\\\{[^/{}]+\\\}", "[^/]+", re.escape(template))
    return re.fullmatch(f"(/v[0-9]+)?{pattern}", path) is not None


def as_pack(pack: str | Pack | None) -> Pack:
    """Return the pack that an argument means: one already found, a name, or the built-in one."""
    return pack if isinstance(pack, Pack) else find_pack(pack)


@functools.cache
def find_pack(name: str | None = None) -> Pack:
    """Return the pack with this import name or entry point; the built-in one without a name.

    Raises:
        LookupError: There is none.
    """
    if name is None or name == BUILT_IN:
        return Pack(BUILT_IN)
    from importlib import metadata, util  # noqa: PLC0415 - slow to import, needed for packs of others alone

    points = {point.name: point.value for point in metadata.entry_points(group=ENTRY_POINTS)}
    module = points.get(name, name)
    try:
        found = util.find_spec(module)
    except (ImportError, ValueError):
        found = None
    places = (found.submodule_search_locations or ()) if found else ()
    if not any(os.path.isfile(os.path.join(place, "schemas.json")) for place in places):  # noqa: PTH113, PTH118
        known = ", ".join([BUILT_IN, *points])
        raise LookupError(f"Unknown pack '{name}': expected the import name of a generated package, or one of {known}.")
    return Pack(module)
