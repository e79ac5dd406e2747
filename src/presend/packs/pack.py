"""The pack: schemas, operations, rules and models of one spec.

A pack is a package that codegen wrote: `models`, a module or many, `schemas.json` (the effective JSON Schemas) and
`operations.json`. It may have a handwritten module `rules` with a tuple `RULES`, and `replies.json` with responses for
tests. presend reads a schema, and imports a model, when a target first needs it.
"""

from __future__ import annotations

import contextlib
import functools
import importlib
from typing import TYPE_CHECKING, Any

from presend.packs.file_text import file_text
from presend.packs.files import content_of, json_of, table_of
from presend.packs.names import BUILT_INS, TODAY
from presend.packs.operation import Operation
from presend.packs.rules import held_in, rules_at, rules_of, rules_of_today
from presend.packs.schema_texts import Schemas
from presend.packs.targets import Targets
from presend.rule import PackFault, damaged, failure
from presend.schema.compiler import Compiler

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from types import ModuleType

    from pydantic import BaseModel

    from presend.rule import Rule
    from presend.schema.nodes import Node


class Pack:
    """One generated pack; each part of it is loaded on first use."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"Pack({self.name!r})"

    def __reduce__(self) -> tuple[Callable[[str], Pack], tuple[str]]:
        return pack_called, (self.name,)  # by name: other processes load it when they use it

    @functools.cached_property
    def schemas(self) -> Mapping[str, dict[str, Any]]:
        """The effective JSON Schemas by name, each parsed on first use."""
        return Schemas(file_text(self.name, "schemas.json") or self._read("schemas.json"), self.name)

    @functools.cached_property
    def operations(self) -> tuple[Operation, ...]:
        """The operations whose bodies the pack holds, in the order of the spec."""
        try:
            return tuple(Operation(**row) for row in self._table["operations"])
        except TypeError as error:  # of another version of presend
            damaged(self.name, "operations.json: its operations have unknown members", error)

    @property
    def table(self) -> Mapping[str, Any]:
        """The contents of operations.json."""
        return self._table

    @functools.cached_property
    def twins(self) -> dict[str, str]:
        """Second forms of schemas, such as those for answers → the name of the first form."""
        twins: dict[str, str] = self._table.get("twins", {})
        return twins

    @functools.cached_property
    def recursive(self) -> frozenset[str] | None:
        """Names of the schemas whose values can be nested without end; `None` in a pack of an older version."""
        names: list[str] | None = self._table.get("recursive")
        return None if names is None else frozenset(names)

    @property
    def one_of(self) -> str:
        """How many branches of a `oneOf` must fit: `any` (at least one) or `exact` (exactly one)."""
        return str(self._table.get("one_of", "any"))

    @functools.cached_property
    def _table(self) -> dict[str, Any]:
        return table_of(self.name, self._read("operations.json"))

    @functools.cached_property
    def replies(self) -> dict[str, Any]:
        """Example answers, for tests: `<operation id>.json` is a JSON value, `<operation id>.sse` an event stream."""
        try:
            text = content_of(self.name, "replies.json")
        except FileNotFoundError:
            return {}
        replies: dict[str, Any] = json_of(self.name, "replies.json", text)
        if not isinstance(replies, dict):
            damaged(self.name, f"replies.json: expected an object, got {type(replies).__name__}")
        return replies

    @functools.cached_property
    def models(self) -> ModuleType:
        """The generated models.

        Raises:
            PackFault: They cannot be imported.
        """
        with self._importing("models"):
            return importlib.import_module(f"{self.name}.models")

    @contextlib.contextmanager
    def _importing(self, what: str) -> Iterator[None]:
        """Report generated code that cannot be imported or is incomplete."""
        try:
            yield
        except (PackFault, RecursionError):
            raise
        except Exception as error:  # noqa: BLE001 - damaged code may raise anything
            damaged(self.name, f"{what} cannot be imported: {failure(error)}", error)

    @functools.cached_property
    def rules(self) -> Mapping[str, Rule]:
        """The rules by id, in the order of the catalogue.

        Raises:
            RuleFault: One that somebody wrote for the pack cannot be applied.
        """
        schemas = {} if self.name in BUILT_INS else self.schemas
        load = functools.partial(rules_of, self.name, self._table, schemas, rules_of_pack)
        return rules_of_today(self._table, load) if self.name == TODAY else load()

    @property
    def known_rules(self) -> Mapping[str, Rule]:
        """The rules that a switch may name: those of the pack; for a built-in pack, those of all built-in packs."""
        return rules_of_built_ins() if self.name in BUILT_INS else self.rules

    @functools.cached_property
    def travelled(self) -> dict[str, list[str]]:
        """The rules of the built-in packs that also apply here, each with its targets: see docs/packs.md."""
        return {rule: targets for held in held_in(self._table).values() for rule, targets in held.items()}

    @property
    def travelled_from(self) -> tuple[str, ...]:
        """The built-in packs whose rules also apply here."""
        return tuple(name for name, held in held_in(self._table).items() if held)

    @functools.cached_property
    def responses(self) -> frozenset[str]:
        """Names of the schemas that only responses use."""
        sent = {operation.schema for operation in self.operations}
        return frozenset(name for op in self.operations for name in op.returned if name not in sent)

    @functools.cached_property
    def forms(self) -> frozenset[str]:
        """Names of the schemas that are sent as forms."""
        return frozenset(op.schema for op in self.operations if op.schema and op.is_form)

    @functools.cached_property
    def parameters(self) -> frozenset[str]:
        """Names of the schemas of parameters, whose values are text like those of forms."""
        held: Mapping[str, Mapping[str, str]] = self.table.get("parameters", {})
        return frozenset(name for places in held.values() for name in places.values())

    @functools.cached_property
    def roots(self) -> tuple[str, ...]:
        """Names of the schemas that operations send or return, sorted."""
        return tuple(sorted({name for op in self.operations for name in (op.schema, *op.returned) if name}))

    @functools.cached_property
    def _compiler(self) -> Compiler:
        return Compiler(self.schemas, rules_at(self.rules), self.name)

    def node(self, schema: str) -> Node:
        """Return the compiled schema called `schema`."""
        return self._compiler.named(schema)

    def model(self, schema: str) -> type[BaseModel]:
        """Return the model class, or the named type, of the schema called `schema`."""
        models = self.models
        with self._importing(f"the model {schema}"):
            model: type[BaseModel] = getattr(models, schema)
            return model

    @functools.cached_property
    def _targets(self) -> Targets:
        return Targets(self.name, self._table, self.schemas, self.operations)

    def resolve(self, target: str | type, *, form: bool = False) -> str:
        """Return the schema of a target: a schema name, a model class, `METHOD /path` or an operationId.

        Args:
            target: A name as the spec or as Python spells it; a path may be concrete. After an operation you may give
                the content type, if it has several; or `query` or `path`, for its parameters.
            form: Whether the body is sent as a form, where the target does not say.

        Raises:
            LookupError: There is none; the text names the nearest targets.
        """
        if isinstance(target, type):
            own = (base.__name__ for base in target.__mro__ if package_of(base.__module__) == self.name)
            target = next(own, f"class {target.__name__}")
        if not isinstance(target, str):
            raise LookupError(  # noqa: TRY004 - what an unknown target always is
                f"Unknown target: expected a str or a model class, got {type(target).__name__}."
            )
        schema = self._targets.schema(target, form=form)
        if schema is not None:
            return schema
        from presend.packs.unknown_targets import unknown_target  # a known one does without

        raise LookupError(unknown_target(self, target, self._targets.named(target)[0]))

    def holds(self, target: str) -> bool:
        """Say whether `resolve` knows a target, or an operation of that name that has no body."""
        return self._targets.holds(target)

    def operations_at(self, method: str, url: str) -> tuple[Operation, ...]:
        """Return the operation of a method and a URL or path, once for each of its content types."""
        return self._targets.at(method, url)

    def query_of(self, operation: Operation) -> str | None:
        """Return the schema of an operation's query parameters, if the pack has it."""
        return self._targets.query_of(operation)

    def _read(self, name: str) -> bytes:
        """Return the content of a file that the pack must have."""
        try:
            return content_of(self.name, name)
        except FileNotFoundError as error:
            damaged(self.name, f"{name} is missing", error)


@functools.cache
def pack_called(name: str) -> Pack:
    """Return the pack with an import name, always the same object, without checking that it exists."""
    return Pack(name)


def rules_of_pack(name: str) -> Mapping[str, Rule]:
    """Return the rules of the pack with an import name, by id."""
    return pack_called(name).rules


@functools.cache
def rules_of_built_ins() -> Mapping[str, Rule]:
    """Return the rules of all built-in packs by id; of an id in two packs, the rule of the first."""
    return {id: rule for name in reversed(BUILT_INS) for id, rule in rules_of_pack(name).items()}  # noqa: A001


def package_of(module: str) -> str | None:
    """Return the import name of the pack that a module of models belongs to; `None` for another module."""
    package, models, part = module.rpartition(".models")
    return package if models and (not part or part.startswith("._")) else None
