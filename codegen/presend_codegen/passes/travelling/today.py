"""Decide which rules of today's API hold in another spec, and give the reason for each that does not.

Decided 2026-11-30. A rule travels if four conditions hold:

- its schema has a counterpart (`counterparts.py`);
- the members that it reads are there and no wider than before (`shapes.py`), or its limit can be written there
  (`limits.py`);
- none of its sentences has changed there (`statements.py`);
- one of its sentences is there; or the document is OpenAI's or Azure's, whose servers are known to refuse alike.

Facts about models do not travel to Azure, where a request names a deployment and not a model.
"""

from __future__ import annotations

import copy
import dataclasses
import functools
from collections import defaultdict
from typing import TYPE_CHECKING, Any

from presend.openai.rules import RULES as FIRST
from presend.packs.find import find_pack
from presend.packs.names import TODAY
from presend.schema.catalogue import UNIVERSAL
from presend.schema.marks import SOURCE
from presend_codegen.passes.travelling.added import places
from presend_codegen.passes.travelling.counterparts import Counterparts, reached
from presend_codegen.passes.travelling.limits import limits_of, merged_into, writes
from presend_codegen.passes.travelling.makers import AZURE
from presend_codegen.passes.travelling.reads import reads_of
from presend_codegen.passes.travelling.shapes import stands
from presend_codegen.passes.travelling.statements import CHANGED, SILENT, Statements, texts_by_place
from presend_codegen.passes.travelling.ways import parsed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from presend.rule import Rule
    from presend_codegen.passes.travelling.counterparts import Body
    from presend_codegen.passes.travelling.limits import Limit
    from presend_codegen.passes.travelling.statements import Texts
    from presend_codegen.passes.travelling.ways import Place
    from presend_codegen.schemas.closure import Operation
    from presend_codegen.source.load import Json, Object

RETURNED = "returned"  # takes the place of a media type
REASONS = {  # why a rule does not apply → the text for users
    "sentence": "the spec has another sentence there",
    "shape": "the members that they read have another shape",
    "limit": "the value that they limit has another shape, or its own limit",
    "said": "the spec does not have their sentences",
    "unsaid": "the spec has no sentence for them, and is neither OpenAI's nor Azure's",
    "model": "they are for models, but Azure uses the names of deployments",
    "other": "another rule reports them, and that rule does not apply",
}


@dataclasses.dataclass(slots=True)
class Along:
    """The rules of today's API that hold in another spec, once its effective schemas are known.

    Attributes:
        maker: Whose API the document describes: see `makers.py`.
        texts: Its schemas, with their original texts.
        targets: Rule → `Schema` or `Schema.member`.
        behind: Rule that applies to a place there but stayed behind → the reason.
    """

    maker: str
    texts: Object
    targets: dict[str, list[str]] = dataclasses.field(default_factory=dict)
    behind: dict[str, str] = dataclasses.field(default_factory=dict)

    def with_limits(self, schemas: Object, rows: Iterable[Operation]) -> Object:
        """Return effective schemas with the limits that also hold there, and record which rules hold."""
        rows, schemas = tuple(rows), copy.deepcopy(schemas)
        base = _base()
        bodies = _bodies(rows)
        found = Counterparts(base.schemas, schemas, base.added)
        found.by_operations(base.bodies, bodies)
        found.by_names(base.reached, reached(schemas, bodies))
        if found.forth:
            _Decided(self, found).all([rule for rule in find_pack(TODAY).rules.values() if rule not in UNIVERSAL])
        return schemas

    def left_behind(self, held: Collection[str], schemas: Object) -> dict[str, str]:
        """Return rule → reason, for all rules that apply to a place there but do not hold; empty if no rule holds.

        Args:
            held: The rules of the fragment that hold there.
            schemas: The effective schemas.
        """
        if not held and not self.targets:
            return {}  # another company's API
        known = {*held, *self.targets, *self.behind}
        here = {rule: reason for rule, reason in self.behind.items() if rule not in held}
        names = (
            schemas.keys() - _base().schemas.keys()
        )  # the rules of today's API cover the members that both packs have
        return here | {one.id: "said" for one in FIRST if one.id not in known and not names.isdisjoint(one.targets)}


@dataclasses.dataclass(frozen=True, slots=True)
class _Base:
    """The facts about today's pack: its schemas, its bodies, what these use, and members that overlays added."""

    schemas: Mapping[str, Json]
    bodies: list[Body]
    reached: list[str]
    added: frozenset[Place]


@functools.cache
def _base() -> _Base:
    pack = find_pack(TODAY)
    bodies = _bodies(pack.operations)
    return _Base(pack.schemas, bodies, reached(pack.schemas, bodies), places(pack.table.get("added", ())))


def _bodies(rows: Iterable[Any]) -> list[Body]:
    """Return the bodies that operations send and return."""
    rows = tuple(rows)
    bodies = [(row.method, row.path, row.content_type, row.schema) for row in rows]
    return [*bodies, *((row.method, row.path, RETURNED, row.response) for row in rows)]


@functools.cache
def _limits() -> dict[str, dict[str, list[Limit]]]:
    return limits_of(find_pack(TODAY).schemas)


@functools.cache
def _own_texts() -> Texts:
    return texts_by_place(find_pack(TODAY).schemas)


class _Decided:
    """The decisions on rules so far."""

    def __init__(self, along: Along, found: Counterparts) -> None:
        self._along, self._found = along, found
        self._limits = _limits()
        self._merged = merged_into(found.new)
        self._statements = Statements(_own_texts(), along.texts, _new_names(found))

    def all(self, rules: list[Rule]) -> None:
        """Decide on all rules; a rule that another one's function reports comes after that one."""
        told_by = defaultdict(list)
        for rule in rules:
            for text in reads_of(rule.check).texts if rule.check else ():
                told_by[text].append(rule.id)
        for rule in sorted(rules, key=self._order):
            places = [(at, self._counterparts(at)) for at in self._limits.get(rule.id, rule.at)]
            if not any(there for _, there in places):
                continue
            reason = self._reason(rule)
            targets: list[str] = []
            if not reason and rule.id in self._limits:
                targets, reason = self._of_limits(rule), "limit"
            elif not reason and rule.check:
                targets, reason = self._of_function(rule, places), "shape"
            elif not reason:
                beside = [one.id for one in rules if one.check and {*one.at} & {*rule.at}]
                is_told = any(other in self._along.targets for other in told_by[rule.id] or beside)
                there = [new for old, theirs in places for new in theirs if self._nodes(old, new)[1] is not None]
                targets, reason = there if is_told else [], "other"
            if targets:
                self._along.targets[rule.id] = sorted(set(targets))
            else:
                self._along.behind[rule.id] = reason

    def _order(self, rule: Rule) -> int:
        """Return the order in which to decide: limits first, since they change the shape, then functions."""
        return 0 if rule.id in self._limits else 1 if rule.check else 2

    def _counterparts(self, at: str) -> list[str]:
        """Return the targets in the new spec that correspond to an old target, without members that it lacks."""
        schema, dot, member = at.partition(".")
        return [f"{name}{dot}{member}" for name in self._found.forth.get(schema, ())]

    def _reason(self, rule: Rule) -> str:
        """Return the reason why a rule cannot hold anywhere in this document."""
        state = self._statements.of(rule)
        if state == CHANGED:
            return "sentence"
        if self._along.maker == AZURE and rule.check and reads_of(rule.check).asks_models:
            return "model"
        return "unsaid" if state == SILENT and not self._along.maker else ""

    def _of_function(self, rule: Rule, places: list[tuple[str, list[str]]]) -> list[str]:
        names = reads_of(rule.check).texts
        return [
            there
            for at, theirs in places
            for there in theirs
            if self._is_all_of(rule, there) and stands(self._found, *self._nodes(at, there), names)
        ]

    def _nodes(self, old: str, new: str) -> tuple[Json, Json]:
        """Return the schemas at a target in each spec."""
        found: list[Any] = []
        for schemas, at in ((self._found.old, old), (self._found.new, new)):
            name, dot, member = at.partition(".")
            found.append(schemas[name].get("properties", {}).get(member) if dot else schemas[name])
        return found[0], found[1]

    def _is_all_of(self, rule: Rule, there: str) -> bool:
        """Say whether a rule covers every old schema that corresponds to this new one."""
        name, dot, member = there.partition(".")
        return all(f"{old}{dot}{member}" in rule.at for old in self._found.back[name])

    def _of_limits(self, rule: Rule) -> list[str]:
        targets: list[str] = []
        for old, limits in self._limits[rule.id].items():
            for new in self._found.forth.get(old, ()):
                if new not in self._merged and all(other in self._limits[rule.id] for other in self._found.back[new]):
                    done = writes(self._found, limits, old, new, rule.id)
                    for write in done or ():
                        write()
                    targets += [_target(new, steps) for steps, _ in limits] if done else []
        return targets


def _target(name: str, steps: tuple[str | int, ...]) -> str:
    return f"{name}.{steps[1]}" if steps[:1] == ("properties",) else name


def _new_names(found: Counterparts) -> dict[str, list[str]]:
    """Return the new names of the schemas of the old document."""
    return {
        _component(found.old, old): [name for one in new if (name := _component(found.new, one))]
        for old, new in found.forth.items()
        if _component(found.old, old)
    }


def _component(schemas: Any, name: str) -> str:
    """Return the name of the component that a schema is, if it is a whole component."""
    source = schemas[name].get(SOURCE, "")
    owner, steps = parsed(source) if source.startswith("#/components/schemas/") else ("", ("",))
    return "" if steps else owner
