"""Effective JSON Schemas, compiled into nodes that `examine` walks beside a payload.

A node is compiled when it is first reached, so a target costs only what it reaches.
"""

from __future__ import annotations

import dataclasses
import functools
import threading
from typing import TYPE_CHECKING, Any

from presend.keywords import KEYWORDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from presend.keywords import Keyword
    from presend.rule import Rule

Schema = dict[str, Any]
PREFIX = "#/$defs/"
BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
EXACT = 2**53  # integers up to here are exact as floats
ALL_KINDS = frozenset({"object", "array", "string", "boolean", "integer", "number", "null"})


@dataclasses.dataclass(eq=False)
class Node:
    """One schema, ready to be held against a value.

    Attributes:
        name: Name of the schema; empty for a part of one.
        source: Pointer into the spec.
        kinds: JSON types that are legal; `number` includes `integer`.
        checks: Keyword functions, each with its limit, its name, and the id of the rule it enforces.
        expected: Keywords that are only expected of a response: their problems are warnings.
        rule_ids: Keyword → id of the rule that it enforces; `hints`: keyword → a sentence that its message ends with.
        rules: Functions for the whole value, and (`member_rules`) for single members of an object.
        keys: What the names of members must be; `condition`: the nodes of `if`, `then` and `else`.
        additional: What other members must be: a node, or whether they may be (`None`: the schema does not say).
        branches: The branches of a union; `tag` and `tagged` choose among those that are objects.
    """

    name: str
    source: str
    kinds: frozenset[str] = ALL_KINDS
    checks: tuple[tuple[Keyword, Any, str, str | None], ...] = ()
    expected: Schema = dataclasses.field(default_factory=dict)
    rule_ids: Mapping[str, str] = dataclasses.field(default_factory=dict)
    hints: Mapping[str, str] = dataclasses.field(default_factory=dict)
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
    condition: tuple[Node, Node | None, Node | None] | None = None
    is_file: bool = False
    default: Any = None

    @functools.cached_property
    def files(self) -> frozenset[str]:
        """Names of the members that are files."""
        return frozenset(name for name, member in self.properties.items() if member.is_file)

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
        return bool(self.condition is not None or self.error_rules or self.member_error_rules)

    @property
    def is_record(self) -> bool:
        """Whether the schema is that of an object with members of its own, as opposed to a map or a condition."""
        return bool(self.properties) and self.kinds <= {"object", "null"}


class Compiler:
    """Compile the schemas of one pack; the state is the nodes compiled so far."""

    def __init__(self, schemas: Mapping[str, Schema], rules: tuple[Rule, ...]) -> None:
        self._schemas = schemas
        self._nodes: dict[str, Node] = {}  # as they are being made
        self._ready: dict[str, Node] = {}  # whole, with all that they reach
        self._lock = threading.RLock()
        self._rules: dict[str, tuple[Rule, ...]] = {}
        for rule in rules:
            for place in rule.at if rule.check else ():
                self._rules[place] = (*self._rules.get(place, ()), rule)

    def named(self, name: str) -> Node:
        """Return the node of the schema called `name`, whole; the same one each time, in whatever thread."""
        if name in self._ready:
            return self._ready[name]
        with self._lock:
            node = self._made(name)
            self._ready.update(self._nodes)
        return node

    def _made(self, name: str) -> Node:
        if name not in self._nodes:
            schema = self._schemas[name]
            node = Node(name, schema.get("x-presend-source", f"#/components/schemas/{name}"))
            self._nodes[name] = node  # before its parts, which may refer back to it
            self._fill(node, schema)
        return self._nodes[name]

    def _part(self, schema: Schema | bool, source: str) -> Node:
        if isinstance(schema, bool):
            return Node("", source, kinds=ALL_KINDS if schema else frozenset())
        if "$ref" in schema and not schema.get("x-presend-expected"):
            return self._made(schema["$ref"].removeprefix(PREFIX))
        node = Node("", schema.get("x-presend-source", source))
        self._fill(node, schema)
        return node

    def _fill(self, node: Node, schema: Schema) -> None:
        node.rule_ids = schema.get("x-presend-rules", {})
        node.expected = schema.get("x-presend-expected", {})
        node.hints = schema.get("x-presend-hints", {})
        node.default = schema.get("default")
        node.is_file = schema.get("format") == "binary"
        if "type" in schema:
            types = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
            node.kinds = frozenset([*types, "integer"]) if "number" in types else frozenset(types)
        node.checks = tuple(
            (check, _limit(word, schema, node.kinds), word, node.rule_ids.get(word))
            for word, check in KEYWORDS.items()
            if word in schema
        )
        self._fill_members(node, schema)
        self._fill_union(node, schema)
        if "if" in schema:
            condition, *outcomes = (
                self._part(schema[word], f"{node.source}/{word}") if word in schema else None
                for word in ("if", "then", "else")
            )
            if condition is not None:
                node.condition = (condition, *outcomes)  # type: ignore[assignment]
        if node.name:
            node.rules = self._rules.get(node.name, ())

    def _fill_members(self, node: Node, schema: Schema) -> None:
        for name, sub in schema.get("properties", {}).items():
            node.properties[name] = self._part(sub, f"{node.source}/properties/{_escaped(name)}")
            if rules := self._rules.get(f"{node.name}.{name}"):
                node.member_rules[name] = rules
        node.required = tuple(schema.get("required", ()))
        additional = schema.get("additionalProperties")
        node.additional = (
            self._part(additional, f"{node.source}/additionalProperties")
            if isinstance(additional, dict)
            else additional
        )
        if "propertyNames" in schema:
            node.keys = self._part(schema["propertyNames"], f"{node.source}/propertyNames")
        if isinstance(schema.get("items"), dict):
            node.items = self._part(schema["items"], f"{node.source}/items")

    def _fill_union(self, node: Node, schema: Schema) -> None:
        union = next((word for word in ("oneOf", "anyOf") if word in schema), None)
        branches = [{"$ref": schema["$ref"]}] if "$ref" in schema else schema.get(union or "", ())
        node.branches = tuple(self._part(sub, f"{node.source}/{union}/{n}") for n, sub in enumerate(branches))
        if node.branches:
            node.kinds &= frozenset().union(*(branch.kinds for branch in node.branches))
        if "discriminator" in schema:
            node.tag = schema["discriminator"]["propertyName"]
            mapping = schema["discriminator"]["mapping"]
            node.tagged = {tag: self._made(ref.removeprefix(PREFIX)) for tag, ref in mapping.items()}


def _errors_of(rules: tuple[Rule, ...]) -> tuple[Rule, ...]:
    return tuple(rule for rule in rules if rule.severity == "error" and not rule.opt_in)


def _limit(word: str, schema: Schema, kinds: frozenset[str]) -> Any:
    """Return a keyword's limit; the bound of a number as a float, by which its message says `decimal`."""
    limit = schema[word]
    is_exact = isinstance(limit, int) and not isinstance(limit, bool) and abs(limit) <= EXACT
    return float(limit) if word in BOUNDS and "number" in kinds and is_exact else limit


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
