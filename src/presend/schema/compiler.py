"""Compile effective JSON Schemas to the nodes that the walk uses.

A node is compiled when it is first used, and only one level of it: its parts are compiled later in the same way.
"""

from __future__ import annotations

import functools
import os
import weakref
from _thread import RLock  # that of threading, which takes a third of a millisecond to import
from typing import TYPE_CHECKING, Any

from presend.problems import escaped
from presend.rule import damaged
from presend.schema.constraint import Constraint
from presend.schema.keywords import KEYWORDS
from presend.schema.kinds import UNIONS, Kinds, declared
from presend.schema.marks import ENCODING, EXPECTED, HINTS, RULES, SOURCE, UNKNOWN_MEMBERS
from presend.schema.nodes import PREFIX, Node
from presend.schema.patterns import searcher
from presend.schema.residual import residual_part
from presend.schema.unmade import Unmade

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from presend.rule import Rule
    from presend.schema.nodes import Schema

TAKEN_BELOW = "taken-below"  # unknown members of nested objects cause no warning
BOUNDS = ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum")
COUNTS = "minLength maxLength minItems maxItems minProperties maxProperties".split()
LIMITS: dict[str, Any] = {  # keyword → Python type of its limit; the limit of `const` can be any value
    **dict.fromkeys((*BOUNDS, *COUNTS, "multipleOf"), int | float),
    "uniqueItems": bool,
    "enum": list,
    "pattern": str,
    "dependentRequired": dict,
}
EXACT = 2**53  # integers up to here are exact as floats
APPLICATORS = (
    "type required properties patternProperties additionalProperties propertyNames dependentSchemas items prefixItems "
    "contains allOf anyOf oneOf not if unevaluatedItems unevaluatedProperties x-presend-expected"
).split()
ASSERTING = frozenset([*KEYWORDS, *APPLICATORS])  # siblings of a `$ref` that add a constraint
FURTHER = frozenset(
    "allOf not prefixItems contains patternProperties dependentSchemas unevaluatedItems unevaluatedProperties".split()
)


# Errors that a malformed schema, or a reference to a missing one, causes in the code below.
MISSHAPEN = (AttributeError, KeyError, TypeError, ValueError)


class Compiler:
    """Compile the schemas of one pack. The state is the nodes of named schemas, and the unfinished nodes."""

    def __init__(
        self, schemas: Mapping[str, Schema], rules_at: Callable[[str], Iterable[Rule]] | None = None, pack: str = ""
    ) -> None:
        self._schemas, self._rules_at = schemas, rules_at
        self._kinds = Kinds(schemas)
        self._pack = pack
        self._nodes: dict[str, Node] = {}
        self._making: dict[int, Node] = {}
        self._lock = RLock()
        COMPILERS.add(self)

    def named(self, name: str) -> Node:
        """Return the node of the schema called `name`; the same object for each call and thread.

        Raises:
            KeyError: There is no such schema.
        """
        if name not in self._nodes:
            if name not in self._schemas:
                raise KeyError(name)
            self._nodes.setdefault(name, Unmade(self, name, f"#/components/schemas/{name}", True))
        return self._nodes[name]

    def unlock(self) -> None:
        """Drop the unfinished nodes of threads that no longer exist."""
        self._lock = RLock()
        self._making.clear()

    def part(self, schema: Schema | bool, source: str = "") -> Node:
        """Return the node of an inline schema in a schema of the pack."""
        if isinstance(schema, dict) and "$ref" in schema and not ASSERTING & schema.keys():
            return self.named(schema["$ref"].removeprefix(PREFIX))
        return Unmade(self, "", source, schema)

    def make(self, node: Node) -> Node:
        """Finish an unmade node; inside its own making, return the unfinished one."""
        with self._lock:
            if id(node) in self._making:
                return self._making[id(node)]
            if isinstance(node, Unmade):  # no other thread has made it
                name, source, schema = node.origin
                made = self._making[id(node)] = Node(name, source)
                try:
                    self._fill(made, self._schemas[name] if name else schema)
                except MISSHAPEN as error:
                    damaged(self._pack, f"schemas.json: {source} is not what it should be", error)
                finally:
                    del self._making[id(node)]
                node.become(made)
        return node

    def kinds(self, node: Node) -> frozenset[str]:
        """Return the legal types of a node without making it."""
        with self._lock:
            if not isinstance(node, Unmade):  # another thread has made it
                return node.kinds
            name, _, schema = node.origin
            try:
                return self._kinds.named(name) if name else self._kinds.of(schema)
            except MISSHAPEN:
                return self.make(node).kinds  # it reports where the fault is

    def _at(self, schema: Schema, word: str, source: str) -> Node | None:
        return self.part(schema[word], f"{source}/{word}") if word in schema else None

    def _each(self, schema: Schema, word: str, source: str) -> dict[str, Node]:
        return {name: self.part(sub, f"{source}/{word}/{escaped(name)}") for name, sub in schema.get(word, {}).items()}

    def _all(self, schema: Schema, word: str, source: str) -> tuple[Node, ...]:
        return tuple(self.part(sub, f"{source}/{word}/{number}") for number, sub in enumerate(schema.get(word, ())))

    def _fill(self, node: Node, schema: Schema | bool) -> None:
        node.kinds = declared(schema)
        if isinstance(schema, bool):
            return
        node.source = schema.get(SOURCE, node.source)
        node.rule_ids = schema.get(RULES, {})
        node.expected = schema.get(EXPECTED, {})
        node.hints = schema.get(HINTS, {})
        node.default = schema.get("default")
        node.takes_unknown_below = schema.get(UNKNOWN_MEMBERS) == TAKEN_BELOW
        node.encoding = schema.get(ENCODING, {})
        node.is_file = schema.get("format") == "binary"
        if not schema.keys().isdisjoint(KEYWORDS):
            node.checks = tuple(
                Constraint(check, _limit(word, schema, node.kinds), word, node.rule_ids.get(word))
                for word, check in KEYWORDS.items()
                if word in schema
            )
        self._fill_members(node, schema)
        self._fill_unions(node, schema)
        if not (is_plain := FURTHER.isdisjoint(schema)):
            self._fill_further(node, schema)
        node.is_simple = node.is_simple and is_plain and not (node.branches and node.properties)
        condition = self._at(schema, "if", node.source)
        if condition is not None:
            node.condition = (
                condition,
                self._at(schema, "then", node.source),
                self._at(schema, "else", node.source),
            )
        if node.name:
            node.rules_at = self._rules_at
            node.residual_of = functools.partial(self._residual, schema, node.source)

    def _residual(self, schema: Schema, source: str) -> Node | None:
        try:
            rest = residual_part(schema)
        except MISSHAPEN as error:
            damaged(self._pack, f"schemas.json: {source} is not what it should be", error)
        return None if rest is True else self.part(rest, source)

    def _fill_members(self, node: Node, schema: Schema) -> None:
        node.properties = self._each(schema, "properties", node.source)
        node.required = tuple(schema.get("required", ()))
        if not all(isinstance(name, str) for name in node.required):
            raise TypeError("required")
        additional = schema.get("additionalProperties")
        node.additional = (
            self.part(additional, f"{node.source}/additionalProperties") if isinstance(additional, dict) else additional
        )
        node.keys = self._at(schema, "propertyNames", node.source)
        node.items = self._at(schema, "items", node.source)

    def _fill_unions(self, node: Node, schema: Schema) -> None:
        """Make the first of `$ref`, `oneOf` and `anyOf` the union of the node, and the others its parts."""
        unions = [
            (word, self._all({word: [{"$ref": schema[word]}] if word == "$ref" else schema[word]}, word, node.source))
            for word in UNIONS
            if word in schema
        ]
        for place, (word, branches) in enumerate(unions):
            union = node if place == 0 else Node("", node.source)
            union.branches = branches
            union.exclusive = word == "oneOf" and len(branches) > 1
            union.kinds &= frozenset().union(*(branch.kinds for branch in branches))
            if place:
                node.parts = (*node.parts, union)
                node.is_simple = False
        if "discriminator" in schema:
            node.tag = schema["discriminator"]["propertyName"]
            mapping = schema["discriminator"]["mapping"]
            node.tagged = {tag: self.named(ref.removeprefix(PREFIX)) for tag, ref in mapping.items()}
            node.is_open = "discriminator" in node.expected

    def _fill_further(self, node: Node, schema: Schema) -> None:
        node.parts = (*node.parts, *self._all(schema, "allOf", node.source))
        node.denied = self._at(schema, "not", node.source)
        if schema.get("not") in ({}, True):
            node.kinds, node.denied = frozenset(), None
        node.prefix = self._all(schema, "prefixItems", node.source)
        contained = self._at(schema, "contains", node.source)
        if contained is not None:
            node.contained = (contained, schema.get("minContains", 1), schema.get("maxContains"))
        node.patterns = tuple(self._each(schema, "patternProperties", node.source).items())
        for pattern, _ in node.patterns:
            searcher(pattern)  # raises ValueError, as for `pattern`
        node.other_members = self._at(schema, "unevaluatedProperties", node.source)
        node.other_items = self._at(schema, "unevaluatedItems", node.source)
        node.dependents = self._each(schema, "dependentSchemas", node.source)


COMPILERS: weakref.WeakSet[Compiler] = weakref.WeakSet()


def _after_fork() -> None:
    """Replace the locks in a child process: a thread that does not exist there may have held them."""
    for compiler in COMPILERS:
        compiler.unlock()


if hasattr(os, "register_at_fork"):  # not on Windows, which does not fork
    os.register_at_fork(after_in_child=_after_fork)


def _limit(word: str, schema: Schema, kinds: frozenset[str]) -> Any:
    """Return the limit of a keyword; the bound of a number is a float, and that of an integer an int.

    So the message says `decimal` or `integer`, independent of how the spec writes the bound.
    """
    limit = schema[word]
    expected = LIMITS.get(word, object)
    if not isinstance(limit, expected) or (isinstance(limit, bool) and expected not in (bool, object)):
        raise TypeError(word)
    if word == "pattern":
        searcher(limit)  # raises ValueError for an invalid regular expression: the file is damaged
    if word not in BOUNDS or abs(limit) > EXACT:
        return limit
    if "number" in kinds:
        return float(limit)
    return int(limit) if limit == int(limit) else limit
