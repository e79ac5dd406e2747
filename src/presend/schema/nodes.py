"""Nodes: compiled schemas, which the walk compares with a payload.

A node is made when it is first used (`unmade.py`). So a payload pays only for the nodes that it needs, and not for all
that its schema reaches: up to two hundred in OpenAI's spec (2026-11).
"""

from __future__ import annotations

import dataclasses
import functools
import operator
from typing import TYPE_CHECKING, Any

from presend.schema.cycles import cycles_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from presend.rule import Rule
    from presend.schema.constraint import Constraint

Schema = dict[str, Any]
PREFIX = "#/$defs/"
LISTING = ("enum", "const")  # keywords that list the values that are legal
ALL_KINDS = frozenset({"object", "array", "string", "boolean", "integer", "number", "null"})


class _Remembers:
    """Gives a dataclass with slots a `__dict__` for its cached properties."""


@dataclasses.dataclass(eq=False, repr=False, slots=True)
class Node(_Remembers):
    """One schema, compiled for checking values.

    Attributes:
        name: Name of the schema; empty for an inline schema.
        source: Pointer into the spec.
        kinds: Legal JSON types; `number` includes `integer`.
        checks: The constraints of single keywords.
        expected: Keywords that a response should satisfy; their problems are warnings.
        rule_ids: Keyword → id of the rule that it enforces.
        hints: Keyword → last sentence of its message; under `members` and `tags`: unknown member or tag → sentence.
        rules_at: Returns the rules for a named schema and its members. It is called when they are first needed, so that
            the rules of unused branches are not imported.
        keys: The node for member names; `condition`: the nodes of `if`, `then` and `else`.
        additional: The node for other members, or whether they are allowed (`None`: the schema does not say).
        branches: The branches of a union; `tag` and `tagged` select one for an object. A value has to fit at least one
            branch, and only one if they are `exclusive`. If the tag `is_open`, it can also be unknown, null or absent,
            and then selects no branch.
        is_simple: Whether none of the attributes below is used, as in most schemas of APIs.
        parts: Nodes that the value has to fit as well: `allOf`, further unions, the siblings of a `$ref`.
        denied: The node of `not`.
        prefix: The nodes for the first items; `items` then applies to the rest.
        contained: The node of `contains`, with the minimum and maximum number of fitting items.
        patterns: Patterns, each with the node for members whose names match.
        dependents: Member name → the node for an object that has the member.
        other_members: The node for members, and `other_items` for items, that no other subschema covers.
        residual_of: Returns the `residual`, when it is first needed; `check` does not need it.
        takes_unknown_below: Whether the API is known to accept unknown members in nested objects.
        encoding: How a form encodes the members (`presend.checking.styles`).
    """

    name: str
    source: str
    kinds: frozenset[str] = ALL_KINDS
    checks: tuple[Constraint, ...] = ()
    expected: Schema = dataclasses.field(default_factory=dict)
    rule_ids: Mapping[str, str] = dataclasses.field(default_factory=dict)
    hints: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    rules_at: Callable[[str], Iterable[Rule]] | None = None
    properties: dict[str, Node] = dataclasses.field(default_factory=dict)
    required: tuple[str, ...] = ()
    additional: Node | bool | None = True
    keys: Node | None = None
    items: Node | None = None
    branches: tuple[Node, ...] = ()
    tag: str = ""
    tagged: dict[str, Node] = dataclasses.field(default_factory=dict)
    is_open: bool = False
    exclusive: bool = False
    is_simple: bool = True
    parts: tuple[Node, ...] = ()
    denied: Node | None = None
    prefix: tuple[Node, ...] = ()
    contained: tuple[Node, int, int | None] | None = None
    patterns: tuple[tuple[str, Node], ...] = ()
    dependents: dict[str, Node] = dataclasses.field(default_factory=dict)
    other_members: Node | None = None
    other_items: Node | None = None
    residual_of: Callable[[], Node | None] | None = None
    condition: tuple[Node, Node | None, Node | None] | None = None
    is_file: bool = False
    default: Any = None
    takes_unknown_below: bool = False
    encoding: Mapping[str, Mapping[str, Any]] = dataclasses.field(default_factory=dict)

    @functools.cached_property
    def files(self) -> frozenset[str]:
        """Names of the members that can be files or lists of files."""
        return frozenset(name for part in self.alike for name, member in part.properties.items() if member.holds_file)

    @functools.cached_property
    def holds_file(self) -> bool:
        """Whether the value, or an item of it, can be a file."""
        items = (part.items for part in self.alike if part.items is not None)
        return any(part.is_file for node in (self, *items) for part in node.alike)

    @functools.cached_property
    def _rules_by_place(self) -> dict[str, tuple[Rule, ...]]:
        found: dict[str, tuple[Rule, ...]] = {}
        for rule in self.rules_at(self.name) if self.rules_at else ():
            for place in rule.at if rule.check else ():
                found[place] = (*found.get(place, ()), rule)
        return found

    @functools.cached_property
    def rules(self) -> tuple[Rule, ...]:
        """The rules for the whole value."""
        return self._rules_by_place.get(self.name, ())

    @functools.cached_property
    def member_rules(self) -> dict[str, tuple[Rule, ...]]:
        """The rules for single members of an object."""
        ruled = ((name, self._rules_by_place.get(f"{self.name}.{name}")) for name in self.properties)
        return {name: rules for name, rules in ruled if rules}

    @functools.cached_property
    def error_rules(self) -> tuple[Rule, ...]:
        """The rules for the whole value that are errors and not opt-in."""
        return _errors_of(self.rules)

    @functools.cached_property
    def member_error_rules(self) -> dict[str, tuple[Rule, ...]]:
        """The same rules for single members."""
        return {name: errors for name, rules in self.member_rules.items() if (errors := _errors_of(rules))}

    @functools.cached_property
    def residual(self) -> Node | None:
        """The keywords of a named schema that its generated type cannot express."""
        return self.residual_of() if self.residual_of else None

    @property
    def limits(self) -> dict[str, Any]:
        """Keyword → its limit."""
        return {one.keyword: one.limit for one in self.checks}

    @property
    def closed_lists(self) -> list[list[Any]]:
        """The lists of values from `enum` and `const`; a value has to be on each list."""
        return [[one.limit] if one.keyword == "const" else one.limit for one in self.checks if one.keyword in LISTING]

    @property
    def has_own_checks(self) -> bool:
        """Whether an object can have errors that its generated type does not find."""
        return bool(self.residual is not None or self.error_rules or self.member_error_rules)

    @functools.cached_property
    def is_composed(self) -> bool:
        """Whether several schemas constrain the members of one object."""
        return bool(self.parts or self.dependents or (self.branches and self.properties))

    @functools.cached_property
    def declared(self) -> frozenset[str]:
        """Names of all members that the schema, or a subschema for the same object, declares."""
        return frozenset().union(*(part.properties for part in self.alike))

    @functools.cached_property
    def alike(self) -> tuple[Node, ...]:
        """The node and all subschemas that can apply to the same value: parts, branches, dependents, conditions."""
        found: dict[int, Node] = {}
        waiting = [self]
        while waiting:
            node = waiting.pop()
            if id(node) not in found:
                found[id(node)] = node
                waiting += reversed(node.near)
        return tuple(found.values())

    @property
    def near(self) -> tuple[Node, ...]:
        """The direct subschemas that can apply to the same value."""
        _, *outcomes = self.condition or (None,)
        others = (*self.dependents.values(), *(outcome for outcome in outcomes if outcome))
        return (*self.parts, *self.branches, *others)

    @functools.cached_property
    def most_items(self) -> tuple[int, str] | None:
        """Maximum number of items of an array, and the id of the rule that sets it."""
        found = ((int(one.limit), one.rule_id) for one in self.checks if one.keyword == "maxItems")
        return min(found, default=None)

    @functools.cached_property
    def below(self) -> tuple[Node, ...]:
        """The nodes of all direct subschemas."""
        waiting: list[object] = [*filter(None, _parts(self)), self.residual]
        found = []
        while waiting:
            part = waiting.pop()
            if isinstance(part, Node):
                found.append(part)
            elif isinstance(part, dict):
                waiting.extend(part.values())
            elif isinstance(part, tuple):
                waiting.extend(part)
        return tuple(found)

    @functools.cached_property
    def cycles(self) -> dict[int, tuple[Node, int]]:
        """The node and all nodes that it reaches, by identity, each after those that it refers to.

        Each has a number; nodes that reach one another have the same number.
        """
        return cycles_of(self)

    @property
    def reached(self) -> tuple[Node, ...]:
        """The node and all nodes that it reaches, each once, after those that it refers to."""
        return tuple(node for node, _ in self.cycles.values())

    @functools.cached_property
    def holds_itself(self) -> bool:
        """Whether values can be nested without limit, because the schema or one that it reaches is recursive."""
        is_shared = len({cycle for _, cycle in self.cycles.values()}) < len(self.cycles)
        return is_shared or any(part is node for node in self.reached for part in node.below)

    @functools.cached_property
    def is_forked(self) -> bool:
        """Whether an untagged union contains itself in two of its branches.

        An engine that tries the branches one after the other at each level needs exponential time for such values.
        """
        return any(
            sum(self.cycles[id(branch)][1] == cycle for branch in node.branches) > 1
            for node, cycle in self.cycles.values()
            if not node.tagged
        )

    @property
    def is_record(self) -> bool:
        """Whether the schema describes an object with declared members, and not a map or a condition."""
        return bool(self.properties) and self.kinds <= {"object", "null"}


_parts = operator.attrgetter(*(field.name for field in dataclasses.fields(Node) if "Node" in str(field.type)))


def _errors_of(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.severity == "error" and not rule.opt_in)
