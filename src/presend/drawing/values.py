"""Hypothesis strategies for the values of effective schemas; `presend.strategies` makes payloads of them.

A keyword about one value shapes the strategy. If a schema compares several values (`if`, `not`, `contains`, unions
beside members, …), a likely value is drawn and then checked against the schema.
"""

from __future__ import annotations

import importlib
import operator
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from presend.checking.walk import accepts
from presend.drawing.entangled import is_entangled
from presend.drawing.expected import expected_values, is_seldom_null, newly_tagged, seldom_null
from presend.drawing.leaves import MANY, files, integers, json_values, matching, numbers, strings
from presend.drawing.merging import COMPOSED, alternatives, kinds_of_type
from presend.schema.compiler import ASSERTING, Compiler
from presend.schema.equality import hashable
from presend.schema.marks import EXPECTED
from presend.schema.nodes import PREFIX
from presend.schema.patterns import searcher
from presend.schema.vocabulary import OF_KIND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from presend.drawing.leaves import Values
    from presend.packs.pack import Pack
    from presend.schema.nodes import Schema

LONG_LIST = 256  # items of a list that is drawn to reach a limit
NOTHING: tuple[Any, ...] = (False, {"not": {}}, {"not": True})  # schemas that no value fits
MEANT = {  # JSON type → keywords about this type only; without `type` they say which type is meant
    kind: frozenset(OF_KIND[kind]) for kind in ("array", "object", "string", "number")
}


class Draws:
    """Turn the schemas of one pack into strategies, each named schema once."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._compiler = Compiler(pack.schemas)
        self._named: dict[str, Values] = {}
        self._draws_of_rules: dict[str, Callable[[Values], Values]] = _draws_of_rules(pack)

    def named(self, name: str) -> Values:
        """Return a strategy for the schema called `name`."""
        if name not in self._named:
            self._named[name] = st.deferred(lambda: made)
            made = self._of(self._pack.schemas[name], name)
        return self._named[name]

    def _finished(self, place: str, made: Values) -> Values:
        return self._draws_of_rules[place](made) if place in self._draws_of_rules else made

    def _of(self, schema: Schema | bool, name: str = "") -> Values:
        """Return a strategy for a schema; values are checked if the strategy does not support every keyword."""
        if isinstance(schema, bool):
            return json_values if schema else st.nothing()
        drawn = self._finished(name, self._drawn(schema, name))
        node = self._compiler.part(schema)
        return drawn.filter(lambda value: accepts(node, value)) if is_entangled(node) else drawn

    def _drawn(self, schema: Schema, name: str) -> Values:
        composed = [word for word in COMPOSED if word in schema]
        if not composed:
            return self._own(schema, name)
        if "discriminator" in schema.get(EXPECTED, {}):
            tag = schema["discriminator"]["propertyName"]
            *branches, _ = schema["anyOf"]  # the last branch is for new tags
            return st.one_of([*map(self._of, branches), newly_tagged(tag, schema["discriminator"]["mapping"])])
        if len(composed) > 1 or composed == ["allOf"] or ASSERTING & schema.keys() - {*COMPOSED, EXPECTED}:
            return st.one_of([self._own(flat, name) for flat in alternatives(schema, self._pack.schemas)])
        if composed == ["$ref"]:
            return self.named(schema["$ref"].removeprefix(PREFIX))
        branches = [self._of(branch) for branch in schema[composed[0]]]
        return seldom_null(st.none(), branches) if is_seldom_null(schema) else st.one_of(branches)

    def _own(self, schema: Schema, name: str) -> Values:
        """Return a strategy by the keywords of a schema that apply no other schema to the same value."""
        if schema.get("format") == "binary":
            return files | st.none() if "null" in kinds_of_type(schema) else files
        if "enum" in schema:
            return st.sampled_from(schema["enum"])
        if "const" in schema:
            return st.just(schema["const"])
        free = self._free(schema, name)
        node = self._compiler.part({word: part for word, part in schema.items() if word != EXPECTED})
        known = [value for value in expected_values(schema) if accepts(node, value)]
        return st.sampled_from(known) | free if known else free

    def _free(self, schema: Schema, name: str) -> Values:
        """Return the same for a schema that lists no values."""
        if "type" in schema:
            drawn = {kind: self._by_kind(kind, schema, name) for kind in kinds_of_type(schema)}
            null = drawn.pop("null") if is_seldom_null(schema) else None
            return st.one_of([*drawn.values()]) if null is None else seldom_null(null, [*drawn.values()])
        meant = [kind for kind, words in MEANT.items() if words & schema.keys()]
        return st.one_of([*(self._by_kind(kind, schema, name) for kind in meant), json_values])

    def _by_kind(self, kind: str, schema: Schema, name: str) -> Values:
        if kind == "object":
            return self._object(schema, name)
        if kind == "array":
            return self._array(schema)
        return {
            "string": lambda: strings(schema),
            "integer": lambda: integers(schema),
            "number": lambda: numbers(schema),
            "boolean": st.booleans,
            "null": st.none,
        }[kind]()

    def _array(self, schema: Schema) -> Values:
        prefix = [self._of(sub) for sub in schema.get("prefixItems", ())][: schema.get("maxItems")]
        least = max(0, schema.get("minItems", 0) - len(prefix))
        most = schema["maxItems"] - len(prefix) if "maxItems" in schema else None
        longest = max(least, MANY) if most is None else max(least, most)
        items = self._of(schema.get("items", True))
        by: Any = hashable if schema.get("uniqueItems") else None
        made = st.lists(items, min_size=least, max_size=min(longest, least + MANY), unique_by=by)
        if most and most <= LONG_LIST and by is None:
            made |= st.lists(items, min_size=1, max_size=min(most, MANY)).map(lambda few: (few * most)[:most])
        if prefix:
            made = st.tuples(st.tuples(*prefix), made).map(lambda parts: [*parts[0], *parts[1]])
        if "contains" in schema:
            rest = schema.get("items")
            wanted = self._of({**rest, **schema["contains"]} if isinstance(rest, dict) else schema["contains"])
            many = schema.get("minContains", 1)
            made = st.tuples(made, st.lists(wanted, min_size=many, max_size=many)).map(
                lambda parts: parts[0] + parts[1]
            )
        return made

    def _object(self, schema: Schema, name: str) -> Values:
        properties = {key: sub for key, sub in schema.get("properties", {}).items() if sub not in NOTHING}
        required = schema.get("required", ())
        members = {key: self._finished(f"{name}.{key}", self._of(sub)) for key, sub in properties.items()}
        members |= {key: self._other(schema, key) for key in required if key not in schema.get("properties", {})}
        record = _records(members, required)
        if expected := schema.get(EXPECTED, {}).get("required"):
            record |= _records(members, (*required, *expected))
        others = self._others(schema)
        if not members:
            return others
        rarely = st.integers(0, 9).flatmap(lambda chance: others if chance == 9 else st.just({}))  # noqa: PLR2004
        return st.tuples(record, rarely).map(lambda parts: {**parts[1], **parts[0]})

    def _other(self, schema: Schema, name: str) -> Values:
        """Return a strategy for the value of a member that an object does not declare."""
        matching = (sub for pattern, sub in schema.get("patternProperties", {}).items() if searcher(pattern)(name))
        return self._of(next(matching, schema.get("additionalProperties", True)))

    def _others(self, schema: Schema) -> Values:
        """Return a strategy for the members that an object does not declare."""
        declared, names = schema.get("properties", {}), schema.get("propertyNames", {})
        kinds = [(matching(pattern), self._of(sub)) for pattern, sub in schema.get("patternProperties", {}).items()]
        if schema.get("additionalProperties") not in NOTHING and names not in NOTHING:
            keys = self._of({"type": "string", **names} if isinstance(names, dict) else {"type": "string"})
            kinds.append((keys, self._of(schema.get("additionalProperties", True))))
        if not kinds:
            return st.just({})
        least: int = 0 if declared else schema.get("minProperties", 0)
        most: int = schema.get("maxProperties", max(least, MANY))
        kinds = [(keys.filter(lambda key: key not in declared), values) for keys, values in kinds]
        if len(kinds) == 1:
            return st.dictionaries(*kinds[0], min_size=least, max_size=max(least, most))
        pairs = st.one_of([st.tuples(keys, values) for keys, values in kinds])
        return st.lists(pairs, min_size=least, max_size=max(least, most), unique_by=operator.itemgetter(0)).map(dict)


def _records(members: dict[str, Values], required: Iterable[str]) -> Values:
    return st.fixed_dictionaries(
        {key: members[key] for key in members if key in required},
        optional={key: members[key] for key in members if key not in required},
    )


def _draws_of_rules(pack: Pack) -> dict[str, Callable[[Values], Values]]:
    """Return the `DRAWS` of a pack's module `strategies`, and those of the built-in packs whose rules apply to it."""
    draws: dict[str, Callable[[Values], Values]] = {}
    for name in (*pack.travelled_from, pack.name):
        try:
            draws |= importlib.import_module(f"{name}.strategies").DRAWS
        except ModuleNotFoundError as error:
            if error.name != f"{name}.strategies":
                raise
    return draws
