"""Nodes: compiled schemas, which the walk uses beside a payload.

A node is made when it is first used (`unmade.py`). A payload pays only for the nodes that it meets, and not for all
that its schema reaches, which in OpenAI's whole spec can be two hundred schemas (2026-11).
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
    """What a dataclass with slots derives from to have a `__dict__` beside them, for its cached properties."""


@dataclasses.dataclass(eq=False, repr=False, slots=True)
class Node(_Remembers):
    """One schema, ready to be held against a value.

    Attributes:
        name: Name of the schema; empty for a part of one.
        source: Pointer into the spec.
        kinds: JSON types that are legal; `number` includes `integer`.
        checks: The constraints that one keyword each puts on the value.
        expected: Keywords that are only expected of a response: their problems are warnings.
        rule_ids: Keyword → id of the rule that it enforces.
        hints: Keyword → a sentence that its message ends with; under `members` and `tags`, unknown member or tag → one.
        rules_at: What returns the rules that look at a named schema or its members; asked when they are first needed,
            for who meets one branch of a union need not import the rules of the others.
        keys: What the names of members must be; `condition`: the nodes of `if`, `then` and `else`.
        additional: What other members must be: a node, or whether they may be (`None`: the schema does not say).
        branches: The branches of a union; `tag` and `tagged` choose among those that are objects. At least one of them
            has to hold, and where they are `exclusive` no more than one. Where the tag `is_open`, an object may have
            another tag, null or none, and is then no branch's.
        is_simple: Whether none of the following says anything, as in most schemas of APIs.
        parts: What has to hold as well: the parts of `allOf`, further unions, what stands beside a `$ref`.
        denied: What must not hold.
        prefix: What the first items must be, one by one; `items` then speaks of the rest.
        contained: What some items must be, how many at least, and how many at most.
        patterns: What members must be whose names match a pattern.
        dependents: What the whole object must be once it has a member.
        other_members: What members must be, and `other_items` what items, that no other schema here speaks of.
        residual_of: What returns the `residual`; asked when that is first needed, which is not for `check`.
        takes_unknown_below: Whether the API is known to take unknown members in the objects below this one.
        encoding: How the members are written where a form has them (`presend.checking.styles`).
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
        """Names of the members that are files, may be, or are lists of them."""
        return frozenset(name for part in self.alike for name, member in part.properties.items() if member.holds_file)

    @functools.cached_property
    def holds_file(self) -> bool:
        """Whether the value is a file or may be one, or its items are."""
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
        """The rules whose problems are errors without being asked for."""
        return _errors_of(self.rules)

    @functools.cached_property
    def member_error_rules(self) -> dict[str, tuple[Rule, ...]]:
        """The same for single members."""
        return {name: errors for name, rules in self.member_rules.items() if (errors := _errors_of(rules))}

    @functools.cached_property
    def residual(self) -> Node | None:
        """What the generated type of a named schema leaves to this walk."""
        return self.residual_of() if self.residual_of else None

    @property
    def limits(self) -> dict[str, Any]:
        """Keyword → its limit, of the constraints."""
        return {one.keyword: one.limit for one in self.checks}

    @property
    def closed_lists(self) -> list[list[Any]]:
        """The lists of values that `enum` and `const` allow; a value has to be on each of them."""
        return [[one.limit] if one.keyword == "const" else one.limit for one in self.checks if one.keyword in LISTING]

    @property
    def has_own_checks(self) -> bool:
        """Whether an object can have errors beyond those of its members' types."""
        return bool(self.residual is not None or self.error_rules or self.member_error_rules)

    @functools.cached_property
    def is_composed(self) -> bool:
        """Whether several schemas speak of the members of one object."""
        return bool(self.parts or self.dependents or (self.branches and self.properties))

    @functools.cached_property
    def declared(self) -> frozenset[str]:
        """Names of all members that the schema, or a part of it that speaks of the same object, knows."""
        return frozenset().union(*(part.properties for part in self.alike))

    @functools.cached_property
    def alike(self) -> tuple[Node, ...]:
        """The node, and all that may speak of the same value: parts, branches, what a member or a condition brings."""
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
        """The nodes that this one itself brings to speak of the same value."""
        _, *outcomes = self.condition or (None,)
        others = (*self.dependents.values(), *(outcome for outcome in outcomes if outcome))
        return (*self.parts, *self.branches, *others)

    @functools.cached_property
    def most_items(self) -> tuple[int, str] | None:
        """How many items an array may have, and the id of the rule that says so."""
        found = ((int(one.limit), one.rule_id) for one in self.checks if one.keyword == "maxItems")
        return min(found, default=None)

    @functools.cached_property
    def below(self) -> tuple[Node, ...]:
        """The nodes of the schemas that this one is made of."""
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
        """The node and all that it reaches, by identity, each after those that it refers to.

        Each has a number beside it, and those that reach one another have the same.
        """
        return cycles_of(self)

    @property
    def reached(self) -> tuple[Node, ...]:
        """The node, and all that it reaches, each once, after those that it refers to."""
        return tuple(node for node, _ in self.cycles.values())

    @functools.cached_property
    def holds_itself(self) -> bool:
        """Whether values can be nested without end: the schema, or one that it reaches, comes back to itself."""
        is_shared = len({cycle for _, cycle in self.cycles.values()}) < len(self.cycles)
        return is_shared or any(part is node for node in self.reached for part in node.below)

    @functools.cached_property
    def is_forked(self) -> bool:
        """Whether a union comes back to itself by two of its branches, and no tag tells which of them to take.

        Whoever tries one branch after the other, and each anew at each level, needs time without end for values of it.
        """
        return any(
            sum(self.cycles[id(branch)][1] == cycle for branch in node.branches) > 1
            for node, cycle in self.cycles.values()
            if not node.tagged
        )

    @property
    def is_record(self) -> bool:
        """Whether the schema is that of an object with members of its own, as opposed to a map or a condition."""
        return bool(self.properties) and self.kinds <= {"object", "null"}


_parts = operator.attrgetter(*(field.name for field in dataclasses.fields(Node) if "Node" in str(field.type)))


def _errors_of(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.severity == "error" and not rule.opt_in)
