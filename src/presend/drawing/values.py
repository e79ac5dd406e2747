"""Hypothesis strategies for the values of effective schemas; for `presend.strategies`, which makes payloads of them.

What a schema says of one value is drawn as it says. Where it holds several things against one another (`if`, `not`,
`contains`, unions beside members, …), what is likely to fit is drawn, and held against the schema.
"""

from __future__ import annotations

import importlib
import math
import operator
import re
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from presend.checking.walk import accepts
from presend.schema.compiler import ASSERTING, Compiler
from presend.schema.keywords import KEYWORDS, hashable
from presend.schema.nodes import ALL_KINDS, PREFIX, Node
from presend.schema.patterns import searcher
from presend.schema.subschemas import common_kinds
from presend.schema.vocabulary import OF_KIND

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from presend.packs.pack import Pack
    from presend.schema.nodes import Schema

    Values = st.SearchStrategy[Any]

MANY = 3  # items or members drawn where nothing says how many
LONG_LIST, LONG_TEXT = (
    256,
    300_000,
)  # items and code points that are drawn for a limit's sake; 256,000 is a limit of OpenAI's
BIG = 2**70  # beyond every fixed-width integer
EXPECTED = "x-presend-expected"
COMPOSED = ("$ref", "allOf", "oneOf", "anyOf")  # keywords that bring other schemas to the same value
NOTHING: tuple[Any, ...] = (False, {"not": {}}, {"not": True})  # schemas that take no value
ENTANGLING = frozenset({"dependentRequired", "minProperties", "uniqueItems"})  # they see several members or items
SCALAR_OR_OBJECT = frozenset({"boolean", "number", "object", "string"})  # arrays are told apart by their items
MEANT = {  # JSON type → keywords that speak of it alone: where no type is given, they tell which is meant
    kind: frozenset(OF_KIND[kind]) for kind in ("array", "object", "string", "number")
}

characters = st.characters(codec="utf-8")  # every code point but surrogates: NUL, combining and astral ones included
texts = st.text(characters, max_size=20) | st.sampled_from(["", "\x00", "e\u0301", "😀" * 3, "a\nb", "null", "0"])
scalars = st.none() | st.booleans() | st.integers(-BIG, BIG) | st.floats(allow_nan=False, allow_infinity=False) | texts
contents = st.binary(max_size=20)
names = st.sampled_from(["a.png", "b.txt", "é", ""]) | st.none()
files = contents | st.tuples(names, contents) | st.tuples(names, contents, st.sampled_from(["image/png", "text/plain"]))
json_values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=MANY) | st.dictionaries(texts, inner, max_size=MANY), max_leaves=8
)


def is_entangled(node: Node) -> bool:
    """Say whether a node says more than what its values are drawn by."""
    words = {word for _, _, word, _ in node.checks}
    rivals = [kind for branch in node.branches if not node.tagged for kind in branch.kinds & SCALAR_OR_OBJECT]
    own = (
        node.checks or node.properties or node.required or node.items or node.keys or isinstance(node.additional, Node)
    )
    return bool(
        not node.is_simple
        or node.exclusive
        or node.condition is not None
        or len(rivals) > len(set(rivals))
        or (node.properties and "maxProperties" in words)
        or not words.isdisjoint(ENTANGLING)
        or (own and (node.branches or node.kinds == ALL_KINDS))
    )


class Draws:
    """Turn the schemas of one pack into strategies; each named schema once."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self._compiler = Compiler(pack.schemas)
        self._named: dict[str, Values] = {}
        self._better: dict[str, Callable[[Values], Values]] = _better(pack)

    def named(self, name: str) -> Values:
        """Return what draws values of the schema called `name`."""
        if name not in self._named:
            self._named[name] = st.deferred(lambda: made)
            made = self._of(self._pack.schemas[name], name)
        return self._named[name]

    def _finished(self, place: str, made: Values) -> Values:
        return self._better[place](made) if place in self._better else made

    def _of(self, schema: Schema | bool, name: str = "") -> Values:
        """Return what draws values of a schema; what is drawn without regard to some keyword is held against it."""
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
            *branches, _ = schema["anyOf"]  # the last takes what is new
            return st.one_of([*map(self._of, branches), _newly_tagged(tag, schema["discriminator"]["mapping"])])
        if len(composed) > 1 or composed == ["allOf"] or ASSERTING & schema.keys() - {*COMPOSED, EXPECTED}:
            return st.one_of([self._own(flat, name) for flat in self._alternatives(schema)])
        if composed == ["$ref"]:
            return self.named(schema["$ref"].removeprefix(PREFIX))
        branches = [self._of(branch) for branch in schema[composed[0]]]
        return _seldom_null(st.none(), branches) if _is_seldom_null(schema) else st.one_of(branches)

    def _alternatives(self, schema: Schema | bool, within: tuple[str, ...] = ()) -> list[Schema]:
        """Return the ways to fit a schema, each as a schema without unions, parts and references of its own."""
        if isinstance(schema, bool):
            return [{}] if schema else []
        found = [{word: value for word, value in schema.items() if word not in COMPOSED}]
        ways: list[list[Schema]] = [self._alternatives(part, within) for part in schema.get("allOf", ())]
        name = schema.get("$ref", "").removeprefix(PREFIX)
        if name and name not in within:
            ways.append(self._alternatives(self._pack.schemas[name], (*within, name)))
        unions = [schema[word] for word in ("oneOf", "anyOf") if word in schema]
        ways += [[flat for branch in union for flat in self._alternatives(branch, within)] for union in unions]
        for way in ways:
            found = [both for one in found for other in way for both in _merged(one, other)]
        return found

    def _own(self, schema: Schema, name: str) -> Values:
        """Return what draws values by the keywords of a schema that bring no other to the same value."""
        if schema.get("format") == "binary":
            return files | st.none() if "null" in _kinds(schema) else files
        if "enum" in schema:
            return st.sampled_from(schema["enum"])
        if "const" in schema:
            return st.just(schema["const"])
        free = self._free(schema, name)
        node = self._compiler.part({word: part for word, part in schema.items() if word != EXPECTED})
        known = [value for value in _expected_values(schema) if accepts(node, value)]
        return st.sampled_from(known) | free if known else free

    def _free(self, schema: Schema, name: str) -> Values:
        """Return the same where no values are listed."""
        if "type" in schema:
            drawn = {kind: self._by_kind(kind, schema, name) for kind in _kinds(schema)}
            null = drawn.pop("null") if _is_seldom_null(schema) else None
            return st.one_of([*drawn.values()]) if null is None else _seldom_null(null, [*drawn.values()])
        meant = [kind for kind, words in MEANT.items() if words & schema.keys()]
        return st.one_of([*(self._by_kind(kind, schema, name) for kind in meant), json_values])

    def _by_kind(self, kind: str, schema: Schema, name: str) -> Values:
        if kind == "object":
            return self._object(schema, name)
        if kind == "array":
            return self._array(schema)
        return {
            "string": lambda: _strings(schema),
            "integer": lambda: _integers(schema),
            "number": lambda: _numbers(schema),
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
        """Return what draws the value of a member that an object does not declare."""
        matching = (sub for pattern, sub in schema.get("patternProperties", {}).items() if searcher(pattern)(name))
        return self._of(next(matching, schema.get("additionalProperties", True)))

    def _others(self, schema: Schema) -> Values:
        """Return what draws the members of an object that it does not declare."""
        declared, names = schema.get("properties", {}), schema.get("propertyNames", {})
        kinds = [(_matching(pattern), self._of(sub)) for pattern, sub in schema.get("patternProperties", {}).items()]
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


def _kinds(schema: Schema) -> list[str]:
    kinds = schema.get("type", "string")  # without one, of a file
    return list(kinds) if isinstance(kinds, list) else [kinds]


def _merged(one: Schema, other: Schema) -> Iterable[Schema]:
    """Yield the schema of what two schemas say of one value, as near as it can be told, if any value can fit both."""
    both = {**one, **other}
    if "type" in one and "type" in other:
        both["type"] = common_kinds(_kinds(one), _kinds(other))
        if not both["type"]:
            return
    if "properties" in one and "properties" in other:
        twice = one["properties"].keys() & other["properties"].keys()
        joined = {name: {"allOf": [one["properties"][name], other["properties"][name]]} for name in twice}
        both["properties"] = {**one["properties"], **other["properties"], **joined}
    if "required" in one and "required" in other:
        both["required"] = [*dict.fromkeys([*one["required"], *other["required"]])]
    yield both


def _records(members: dict[str, Values], required: Iterable[str]) -> Values:
    return st.fixed_dictionaries(
        {key: members[key] for key in members if key in required},
        optional={key: members[key] for key in members if key not in required},
    )


def _is_seldom_null(schema: Schema) -> bool:
    """Say whether null is legal, but not expected."""
    return schema.get(EXPECTED, {}).get("nullable") is False and "null" in schema.get("type", ["null"])


def _seldom_null(null: Values, others: list[Values]) -> Values:
    return st.one_of([*others * MANY, null]) if others else null


def _expected_values(schema: Schema) -> list[Any]:
    """Return the values that are expected of what is answered, but may be others."""
    expected = schema.get(EXPECTED, {})
    return [expected["const"]] if "const" in expected else list(expected.get("enum", ()))


def _newly_tagged(tag: str, known: Iterable[str]) -> Values:
    """Return what draws objects whose tag is no known one: another text, null, or not there."""
    others = st.dictionaries(texts, json_values, max_size=MANY).map(lambda drawn: {**drawn, tag: None})
    tags = st.none() | texts.filter(lambda text: text not in known)
    return st.one_of(
        st.tuples(others, tags).map(lambda parts: {**parts[0], tag: parts[1]}),
        others.map(lambda drawn: {name: value for name, value in drawn.items() if name != tag}),
    )


def _better(pack: Pack) -> dict[str, Callable[[Values], Values]]:
    """Return what rules ask of a pack's payloads: its own module's, and the built-in ones' whose rules travelled."""
    draws: dict[str, Callable[[Values], Values]] = {}
    for name in (*pack.travelled_from, pack.name):
        try:
            draws |= importlib.import_module(f"{name}.strategies").DRAWS
        except ModuleNotFoundError as error:
            if error.name != f"{name}.strategies":
                raise
    return draws


def _strings(schema: Schema) -> st.SearchStrategy[str]:
    least, most = schema.get("minLength", 0), schema.get("maxLength")
    if "pattern" in schema:
        return _matching(schema["pattern"]).filter(
            lambda text: least <= len(text) <= (len(text) if most is None else most)
        )
    if most is None and not least:
        return texts
    longest = least + MANY if most is None or most > LONG_TEXT else most
    short = st.text(characters, min_size=least, max_size=min(longest, least + 20))
    return short | st.sampled_from("a😀\u0301").map(lambda letter: letter * longest)


def _matching(pattern: str) -> st.SearchStrategy[str]:
    ending = re.sub(r"(?<!\\)\$", r"\\Z", pattern)  # near enough to draw from: what does not match is dropped
    try:
        near = st.from_regex(re.compile(ending, re.ASCII), alphabet=characters)
    except re.error:  # Python has no word for it
        near = texts
    return near.filter(searcher(pattern))


def _bounds(schema: Schema) -> tuple[float | None, float | None]:
    """Return the least and the most of a number, the bounds that are left out with them."""
    lows = [schema[word] for word in ("minimum", "exclusiveMinimum") if word in schema]
    highs = [schema[word] for word in ("maximum", "exclusiveMaximum") if word in schema]
    return max(lows, default=None), min(highs, default=None)


def _within(values: Values, schema: Schema) -> Values:
    """Leave out what no strategy can be told of: bounds that do not count, and what is no multiple."""
    words = [word for word in ("exclusiveMinimum", "exclusiveMaximum", "multipleOf") if word in schema]
    return values.filter(lambda value: not any([*KEYWORDS[word](schema[word], value)] for word in words))


def _integers(schema: Schema) -> Values:
    least, most = _bounds(schema)
    low = (-BIG if most is None else math.floor(most) - BIG) if least is None else math.ceil(least)
    high = low + BIG if most is None else math.floor(most)
    edges = st.sampled_from([low, high])
    whole = st.integers(low, high) | edges
    decimals = (edges | st.integers(low, min(high, low + 1000))).map(float).filter(lambda x: low <= x <= high)
    return _within(whole | decimals, schema)


def _numbers(schema: Schema) -> Values:
    least, most = _bounds(schema)
    drawn = st.floats(least, most, allow_nan=False, allow_infinity=False)
    edges = [bound for bound in (least, most) if bound is not None]
    low, high = math.ceil(-BIG if least is None else least), math.floor(BIG if most is None else most)
    if low <= high:
        drawn |= st.integers(low, high) | st.sampled_from([low, high, float(high)])
    return _within(drawn | st.sampled_from(edges) if edges else drawn, schema)
