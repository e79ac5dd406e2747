"""What a pack exposes, and how one is found by name.

A pack is a package that codegen wrote: `models`, a module or many, `schemas.json` (the effective JSON Schemas),
`operations.json`, and, where somebody wrote them, a module `rules` with a tuple `RULES`, and `replies.json` with
answers for tests. It is found by its import name or by an entry point of the group `presend.packs`. A schema is read,
and a model imported, when a target first reaches it: a pack of a thousand schemas costs what is used of it.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import importlib
from types import ModuleType
from typing import TYPE_CHECKING, Any

from presend.packs.files import content_of, json_of, table_of
from presend.packs.media_types import JSON, best, is_form, read
from presend.packs.schema_texts import Schemas
from presend.rule import PackFault, damaged, failure
from presend.schema.catalogue import UNIVERSAL
from presend.schema.compiler import Compiler

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from pydantic import BaseModel

    from presend.packs.built_in import BuiltIn
    from presend.packs.routes import Routes
    from presend.problems import Finding
    from presend.rule import Check, Rule
    from presend.schema.nodes import Node

BUILT_IN = "presend.openai"  # the fragment that presend began with
TODAY = "presend.openai.today"
BUILT_INS = (BUILT_IN, TODAY)
OK = 200
ENTRY_POINTS = "presend.packs"
PLACES = ("query", "path")  # where parameters of an operation are that a pack can hold


@dataclasses.dataclass(frozen=True, slots=True)
class Operation:
    """One operation of the API.

    Attributes:
        method: HTTP method in capitals.
        path: Path template, such as `/threads/{thread_id}/runs`.
        id: The spec's operationId.
        content_type: Media type of the request body; `None` where it has none. An operation that takes several comes
            once for each, JSON first.
        schema: Name of the schema of the request body; `None` where it has none.
        response: Name of the schema of the first successful response; `None` where the pack does not hold it.
        needs_body: Whether a request has to have a body.
        responses: Status (`200`, `2XX`, `default`) → media type → name of the schema, of all that the pack holds.
    """

    method: str
    path: str
    id: str
    content_type: str | None
    schema: str | None
    response: str | None
    needs_body: bool = True
    responses: Mapping[str, Mapping[str, str]] = dataclasses.field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return f"{self.method} {self.path}"

    @property
    def is_form(self) -> bool:
        """Whether the request body is a form, which has no null and only text beside the files of a multipart one."""
        return self.content_type is not None and is_form(self.content_type)

    @property
    def returned(self) -> frozenset[str]:
        """Names of the schemas of all responses."""
        named = {name for media in self.responses.values() for name in media.values()}
        return frozenset([*named, self.response] if self.response else named)

    def answer(self, status: int, content_type: str) -> str | None:
        """Return the name of the schema of a response; `None` where none is declared, or the pack does not hold it.

        A status that is declared comes before its range (`2XX`), and that before `default`.
        """
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in self.responses:
                kind = best(self.responses[key], content_type)
                return None if kind is None else self.responses[key][kind]
        is_old = not self.responses and status == OK  # of a pack that an older presend made
        return self.response if is_old and read(content_type).essence == JSON else None


class Pack:
    """One generated pack; everything in it is loaded when it is first asked for."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return f"Pack({self.name!r})"

    def __reduce__(self) -> tuple[Callable[[str], Pack], tuple[str]]:
        return find_pack, (self.name,)  # by name: other processes load it when they use it

    @functools.cached_property
    def schemas(self) -> Mapping[str, dict[str, Any]]:
        """The effective JSON Schemas by name, each parsed when it is first asked for."""
        return Schemas(self._read("schemas.json"), self.name)

    @functools.cached_property
    def operations(self) -> tuple[Operation, ...]:
        """The operations whose bodies the pack holds, in the order of the spec."""
        try:
            return tuple(Operation(**row) for row in self._table["operations"])
        except TypeError as error:  # of another version of presend
            damaged(self.name, "operations.json: its operations have members that are unknown here", error)

    @property
    def table(self) -> Mapping[str, Any]:
        """All that operations.json says."""
        return self._table

    @functools.cached_property
    def _routes(self) -> Routes[Operation]:
        from presend.packs.routes import Routes  # noqa: PLC0415 - the name of a schema does without

        return Routes((operation.method, operation.path, operation) for operation in self.operations)

    def operations_at(self, method: str, url: str) -> tuple[Operation, ...]:
        """Return the operation that a method and a URL or path belong to, once for each type of body that it takes."""
        return self._routes.find(method, url)

    @functools.cached_property
    def rules(self) -> Mapping[str, Rule]:
        """The rules by id, in the order of the catalogue.

        Raises:
            RuleFault: One that somebody wrote for the pack cannot be applied.
        """
        if self.name != TODAY:
            return self._all_rules()
        from presend.packs.topics import RulesByTopic  # noqa: PLC0415 - for this pack alone

        near = {rule.id: rule for rule in (*UNIVERSAL, *self._limits())}
        return RulesByTopic(f"{TODAY}.rules", near, self._all_rules)

    def _all_rules(self) -> dict[str, Rule]:
        from presend.packs.own_rules import own_rules  # noqa: PLC0415 - see pack.py's imports

        if self.name in BUILT_INS:  # whose rules the tests hold against its schemas
            own: tuple[Rule, ...] = importlib.import_module(f"{self.name}.rules").RULES
        else:
            own = own_rules(self.name, self.schemas)
        return {rule.id: rule for rule in (*UNIVERSAL, *self._travelled(), *self._limits(), *own)}

    def _limits(self) -> Iterator[Rule]:
        from presend.packs.own_rules import rules_of_limits  # noqa: PLC0415 - the same

        return rules_of_limits(self._table.get("limits", {}))

    @functools.cached_property
    def _rules_at(self) -> Callable[[str], Iterable[Rule]]:
        """Return what tells the rules that look at a schema or its members, in the order of the catalogue."""
        at: Callable[[str], Iterable[Rule]] | None = getattr(self.rules, "at", None)
        if at is not None:
            return at
        found: dict[str, list[Rule]] = {}
        for rule in self.rules.values():
            for schema in rule.targets:
                found.setdefault(schema, []).append(rule)
        return lambda schema: found.get(schema, ())

    @functools.cached_property
    def travelled(self) -> dict[str, list[str]]:
        """The rules of the built-in packs that hold here too, each with its targets: see docs/packs.md."""
        return {rule: targets for held in self._held.values() for rule, targets in held.items()}

    @property
    def travelled_from(self) -> tuple[str, ...]:
        """The built-in packs whose rules hold here too."""
        return tuple(name for name, held in self._held.items() if held)

    @property
    def _held(self) -> dict[str, dict[str, list[str]]]:
        """Built-in pack → rule → its targets here."""
        return {BUILT_IN: self._table.get("rules", {}), TODAY: self._table.get("rules_of_today", {})}

    @functools.cached_property
    def twins(self) -> dict[str, str]:
        """Schemas that another is in a second way, such as in answers → the name of that other."""
        twins: dict[str, str] = self._table.get("twins", {})
        return twins

    @property
    def known_rules(self) -> Mapping[str, Rule]:
        """The rules that a switch may name: those of the pack; with a built-in one, those of all built-in packs."""
        if self.name not in BUILT_INS:
            return self.rules
        known: Mapping[str, Rule] = as_packs(None).known_rules
        return known

    def _travelled(self) -> Iterator[Rule]:
        for name in self.travelled_from:
            held = self._held[name]
            for rule in find_pack(name).rules.values():
                if rule.id in held:
                    check = rule.check and functools.partial(_heard, rule.check, held)
                    yield dataclasses.replace(rule, at=tuple(held[rule.id]), check=check)

    @property
    def one_of(self) -> str:
        """How many branches of a `oneOf` have to fit: `any`, at least one, or `exact`, exactly one."""
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
        """Tell what keeps generated code from being imported, or lacks in it."""
        try:
            yield
        except (PackFault, RecursionError):
            raise
        except Exception as error:  # noqa: BLE001 - damaged code may raise anything
            damaged(self.name, f"{what} cannot be imported: {failure(error)}", error)

    @functools.cached_property
    def responses(self) -> frozenset[str]:
        """Names of the schemas that are responses and no request."""
        sent = {operation.schema for operation in self.operations}
        return frozenset(name for op in self.operations for name in op.returned if name not in sent)

    @functools.cached_property
    def forms(self) -> frozenset[str]:
        """Names of the schemas that are sent as forms."""
        return frozenset(op.schema for op in self.operations if op.schema and op.is_form)

    @functools.cached_property
    def parameters(self) -> frozenset[str]:
        """Names of the schemas of parameters, whose values are text as those of forms are."""
        held: Mapping[str, Mapping[str, str]] = self.table.get("parameters", {})
        return frozenset(name for places in held.values() for name in places.values())

    @functools.cached_property
    def roots(self) -> tuple[str, ...]:
        """Names of the schemas that operations send or return, sorted."""
        return tuple(sorted({name for op in self.operations for name in (op.schema, *op.returned) if name}))

    @functools.cached_property
    def _compiler(self) -> Compiler:
        return Compiler(self.schemas, self._rules_at, self.name)

    def node(self, schema: str) -> Node:
        """Return the compiled schema called `schema`."""
        return self._compiler.named(schema)

    def model(self, schema: str) -> type[BaseModel]:
        """Return the model class, or the named type, of the schema called `schema`."""
        models = self.models
        with self._importing(f"the model {schema}"):
            model: type[BaseModel] = getattr(models, schema)
            return model

    def resolve(self, target: str | type, *, form: bool = False) -> str:
        """Return the schema that `target`, a schema name, a model class, `METHOD /path` or an operationId, stands for.

        Args:
            target: A name as the spec or as Python spells it; a path may be concrete. Behind an operation may stand
                the content type, where it takes several; or `query` or `path`, for its parameters.
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
        target = str(self._table.get("names", {}).get(target, target))
        if target in self.schemas:
            return target
        if (schema := self._parameters(target)) is not None:
            return schema
        operations, kind = self._named(target)
        bodies = [body for body in operations if body.schema]
        if kind:
            chosen = best(_types(bodies), kind)
            bodies = [body for body in bodies if body.content_type == chosen]
        found = min(bodies, key=lambda body: body.is_form != form, default=None)
        if found and found.schema and found.schema not in self.schemas:
            damaged(self.name, f"schemas.json lacks {found.schema}, which operations.json names")
        if found and found.schema and bodies[0].path == bodies[-1].path and bodies[0].method == bodies[-1].method:
            return found.schema
        from presend.packs.targets import unknown_target  # noqa: PLC0415 - a known one does without

        raise LookupError(unknown_target(self, target, operations))

    def holds(self, target: str) -> bool:
        """Say whether `resolve` knows a target, or an operation of that name that has no body."""
        name = self._table.get("names", {}).get(target, target)
        return name in self.schemas or self._parameters(target) is not None or bool(self._named(target)[0])

    def _parameters(self, target: str) -> str | None:
        """Return the schema of an operation's parameters: `GET /files query`, `GET /files/{file_id} path`."""
        name, _, place = target.rpartition(" ")
        if place not in PLACES or "parameters" not in self.table:
            return None
        places = (self.table["parameters"].get(str(found), {}) for found in self._named(name)[0])
        return next((named[place] for named in places if place in named), None)

    def query_of(self, operation: Operation) -> str | None:
        """Return the schema of an operation's query parameters; `None` where the pack holds none."""
        held: Mapping[str, Mapping[str, str]] = self.table.get("parameters", {})
        return held.get(str(operation), {}).get("query")

    def _named(self, target: str) -> tuple[tuple[Operation, ...], str]:
        """Return the operations that `METHOD /path` or an operationId stands for, and the content type behind it."""
        method, _, path = target.partition(" ")
        at = [(found, kind) for name, kind in _with_type(path) if (found := self.operations_at(method, name))]
        called = [(tuple(self._ids[name]), kind) for name, kind in _with_type(target) if name in self._ids]
        readings = [*at, *called]
        sure = (reading for reading in readings if reading[1] and best(_types(reading[0]), reading[1]))
        return next(sure, None) or next(iter(readings), ((), ""))

    @functools.cached_property
    def _ids(self) -> dict[str, list[Operation]]:
        ids: dict[str, list[Operation]] = {}
        for operation in self.operations:
            ids.setdefault(operation.id, []).append(operation)
        ids.pop("", None)
        return ids

    def _read(self, name: str) -> bytes:
        """Return the content of one of the pack's files, which has to be there."""
        try:
            return content_of(self.name, name)
        except FileNotFoundError as error:
            damaged(self.name, f"{name} is missing", error)


def _heard(check: Check, held: Mapping[str, object], value: Any) -> Iterator[Finding]:
    """Yield what the function of a rule finds, but for other rules that it speaks for and that stayed behind."""
    return (finding for finding in check(value) if finding.rule is None or finding.rule in held)


def _types(bodies: Iterable[Operation]) -> list[str]:
    return [body.content_type for body in bodies if body.content_type]


def _with_type(text: str) -> Iterator[tuple[str, str]]:
    """Yield how text can be read as a name and a content type behind it; a space may stand in each of them."""
    yield text, ""
    words = text.split(" ")
    for count in range(len(words) - 1, 0, -1):
        name, kind = " ".join(words[:count]), " ".join(words[count:])
        if "/" in kind and not kind.startswith("/"):
            yield name, kind


def package_of(module: str) -> str | None:
    """Return the import name of the pack that a module of models belongs to; `None` for another module."""
    package, models, part = module.rpartition(".models")
    return package if models and (not part or part.startswith("._")) else None


def as_pack(pack: str | Pack | BuiltIn | None, target: object) -> Pack:
    """Return the pack that an argument means: one already found, a name, or that of the target.

    Args:
        pack: What the caller gave as `pack`.
        target: What is to be looked up in it. A model class knows its own pack; of the built-in packs, the first that
            has the target is meant.

    Raises:
        LookupError: There is none of that name, or no built-in pack has the target.
        TypeError: It is something else than a pack or a name.
    """
    if isinstance(pack, Pack):
        return pack
    if isinstance(target, type) and not isinstance(pack, str):
        return _pack_of(target)
    found = as_packs(pack)
    return found if isinstance(found, Pack) else found.pack_of(target)


def as_packs(pack: str | Pack | BuiltIn | None) -> Pack | BuiltIn:
    """Return the pack that an argument means where there is no target: without one, all built-in packs.

    Raises:
        LookupError: There is none of that name.
        TypeError: It is something else than a pack or a name.
    """
    from presend.packs.built_in import BuiltIn, built_in  # noqa: PLC0415 - which is made of packs

    if isinstance(pack, Pack | BuiltIn):
        return pack
    if pack is None:
        return built_in()
    if not isinstance(pack, str):
        hint = f" Give '{pack.__name__}'." if isinstance(pack, ModuleType) else ""
        raise TypeError(f"Expected pack as a str, such as 'shop_api', or a Pack, got {type(pack).__name__}.{hint}")
    return find_pack(pack)


@functools.lru_cache(maxsize=1024)
def _pack_of(model: type) -> Pack:
    """Return the pack that a model, or one that it derives from, is of; the built-in one for other classes."""
    for base in model.__mro__:
        package = package_of(base.__module__)
        with contextlib.suppress(LookupError):  # a module `models` of somebody else's
            if package:
                return find_pack(package)
    return find_pack()


@functools.cache
def find_pack(name: str | None = None) -> Pack:
    """Return the pack with this import name or entry point; without a name, the fragment that is built in.

    Raises:
        LookupError: There is none.
    """
    if name is None or name in BUILT_INS:
        return Pack(name or BUILT_IN)
    from presend.packs.packages import place_of, unknown_pack  # noqa: PLC0415 - needed for packs of others alone

    if place_of(name):
        return Pack(name)
    from importlib import metadata  # noqa: PLC0415 - slow to import, needed for what is no import name

    points = {point.name: point.value for point in metadata.entry_points(group=ENTRY_POINTS)}
    if name in points and place_of(points[name]):
        return Pack(points[name])
    raise LookupError(unknown_pack(name, points, BUILT_IN))
