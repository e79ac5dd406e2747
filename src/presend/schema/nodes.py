"""What `examine` walks beside a payload: nodes, which `compiler.py` makes of effective JSON Schemas.

A node is made when something is first asked of it (`Unmade`): a payload costs the nodes that it meets, and not all that
its schema reaches, which in OpenAI's whole spec can be two hundred schemas (2026-11).
"""

from __future__ import annotations

import dataclasses
import functools
import operator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from presend.rule import Rule
    from presend.schema.keywords import Keyword

Schema = dict[str, Any]
PREFIX = "#/$defs/"
ALL_KINDS = frozenset({"object", "array", "string", "boolean", "integer", "number", "null"})


class _Remembers:
    """What a dataclass with slots derives from to have a `__dict__` beside them, for its cached properties."""


@dataclasses.dataclass(eq=False, slots=True)
class Node(_Remembers):
    """One schema, ready to be held against a value.

    Attributes:
        name: Name of the schema; empty for a part of one.
        source: Pointer into the spec.
        kinds: JSON types that are legal; `number` includes `integer`.
        checks: Keyword functions, each with its limit, its name, and the id of the rule it enforces.
        expected: Keywords that are only expected of a response: their problems are warnings.
        rule_ids: Keyword → id of the rule that it enforces.
        hints: Keyword → a sentence that its message ends with; under `members` and `tags`, unknown member or tag → one.
        rules: Functions for the whole value, and (`member_rules`) for single members of an object.
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
        residual: What the generated type of a named schema leaves to this walk.
        takes_unknown_below: Whether the API is known to take unknown members in the objects below this one.
        encoding: How the members are written where a form has them (`presend.checking.styles`).
    """

    name: str
    source: str
    kinds: frozenset[str] = ALL_KINDS
    checks: tuple[tuple[Keyword, Any, str, str | None], ...] = ()
    expected: Schema = dataclasses.field(default_factory=dict)
    rule_ids: Mapping[str, str] = dataclasses.field(default_factory=dict)
    hints: Mapping[str, Any] = dataclasses.field(default_factory=dict)
    rules: tuple[Rule, ...] = ()
    member_rules: dict[str, tuple[Rule, ...]] = dataclasses.field(default_factory=dict)
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
    residual: Node | None = None
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
    def error_rules(self) -> tuple[Rule, ...]:
        """The rules whose problems are errors without being asked for."""
        return _errors_of(self.rules)

    @functools.cached_property
    def member_error_rules(self) -> dict[str, tuple[Rule, ...]]:
        """The same for single members."""
        return {name: errors for name, rules in self.member_rules.items() if (errors := _errors_of(rules))}

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
                _, *outcomes = node.condition or (None,)
                others = (*node.dependents.values(), *(outcome for outcome in outcomes if outcome))
                waiting += reversed((*node.parts, *node.branches, *others))
        return tuple(found.values())

    @functools.cached_property
    def most_items(self) -> tuple[int, str] | None:
        """How many items an array may have, and the id of the rule that says so."""
        found = ((int(limit), rule or "schema.maxItems") for _, limit, word, rule in self.checks if word == "maxItems")
        return min(found, default=None)

    @functools.cached_property
    def below(self) -> tuple[Node, ...]:
        """The nodes of the schemas that this one is made of."""
        waiting: list[object] = [*filter(None, _parts(self))]
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
        return _cycles(self)

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


FIELDS = tuple(field.name for field in dataclasses.fields(Node))
_fields = operator.attrgetter(*FIELDS)
_parts = operator.attrgetter(*(field.name for field in dataclasses.fields(Node) if "Node" in str(field.type)))


class Unmade(Node):
    """A node before anything was asked of it; asked, it becomes a `Node`, as modules do by importlib's `LazyLoader`."""

    __slots__ = ()

    def __init__(self, make: Callable[[Node], Node]) -> None:
        """Keep what makes the node, and returns where its fields are to be found.

        Other threads may be asking too; and a node may be asked while it is being made, by one that it is made of.
        """
        self._make = make

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):  # as `copy` asks of what it is to copy, before it has anything
            raise AttributeError(name)
        make = vars(self).get("_make")
        return getattr(make(self) if make else self, name)

    def become(self, made: Node) -> None:
        """Take the fields of another node."""
        for name, value in zip(FIELDS, _fields(made), strict=True):
            setattr(self, name, value)
        self.__class__ = Node  # type: ignore[assignment]  # with all its fields, it is one
        del self._make


def _cycles(root: Node) -> dict[int, tuple[Node, int]]:
    """Return what `Node.cycles` is.

    Decided 2026-11, after H. Gabow's path-based algorithm (Information Processing Letters 74, 2000); without recursion.
    """
    cycle_of: dict[int, tuple[Node, int]] = {}
    places, path, starts = {id(root): 0}, [root], [0]  # where in the path each node stands, and each open cycle begins
    ways = [(root, iter(root.below))]
    while ways:
        node, rest = ways[-1]
        part = next(rest, None)
        if part is None:
            ways.pop()
            place = places[id(node)]
            if starts[-1] == place:
                starts.pop()
                cycle_of |= {id(member): (member, id(node)) for member in reversed(path[place:])}
                del path[place:]
        elif id(part) not in places:
            places[id(part)] = len(path)
            starts.append(len(path))
            path.append(part)
            ways.append((part, iter(part.below)))
        elif id(part) not in cycle_of:
            while places[id(part)] < starts[-1]:
                starts.pop()
    return cycle_of


def _errors_of(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.severity == "error" and not rule.opt_in)
