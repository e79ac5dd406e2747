"""Small values that a schema takes, the smallest first as far as that is easily had.

They are made from what the schema says and not checked here: `not`, `contains` and the like guide only roughly, so
whoever needs to be sure asks a validator. Schemas are those of a `Universe`, or their canonical forms.
"""

from __future__ import annotations

import itertools
import json
import math
import operator
from typing import TYPE_CHECKING, Any

from presend.keywords import equal
from presend_codegen.combine import combine
from presend_codegen.patterns import matching
from presend_codegen.plain import PREFIX

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from presend_codegen.load import Json, Object

KINDS = ("null", "boolean", "number", "string", "array", "object")
DEEPEST = 24  # levels of parts and references; a schema that needs more has no small value
FEW = 6  # values of a part that are tried
BOUNDS: dict[str, Callable[[float, float], bool]] = {
    "minimum": operator.ge,
    "maximum": operator.le,
    "exclusiveMinimum": operator.gt,
    "exclusiveMaximum": operator.lt,
}
MOST = 20_000  # items or characters that a value is filled up to
WORDS = ("", "a", "A", "0", "aa", "b", "é", "-", " ", "http://a", "abc")
ALSO = "contains, too"  # further ones, which no keyword holds beside the first
OTHER_KEYS = ("x", "y", "z", "")


def size(value: Json) -> int:
    """Return the length of a value's JSON."""
    return len(json.dumps(value))


def instances(schema: Json, defs: Object, level: int = 0) -> Iterator[Json]:
    """Yield candidates for values that `schema` takes; `defs` is what its references refer to."""
    if level > DEEPEST or schema is False:
        return
    node = _resolved(schema, defs)
    if node is None:
        return
    if "const" in node or "enum" in node:
        yield from sorted(node.get("enum", [node.get("const")]), key=size)
        return
    if "anyOf" in node:
        rest = {word: value for word, value in node.items() if word != "anyOf"}
        branches = [instances(combine([rest, branch]), defs, level + 1) for branch in node["anyOf"]]
        yield from _in_turns(branches)
        return
    kinds = node.get("type", KINDS)
    kinds = [kinds] if isinstance(kinds, str) else kinds
    order = [kind for kind in (*KINDS, "integer") if kind in kinds]
    refused = [value for values in _refused(node, "enum") for value in values]
    made = _in_turns([OF_KIND[kind](node, defs, level) for kind in order])
    yield from (value for value in made if not any(equal(value, other) for other in refused))


def _resolved(schema: Json, defs: Object) -> Object | None:
    """Return a schema without references and `allOf` of its own; `None` where they go round."""
    node = combine([schema])
    for _ in range(DEEPEST):
        if "$ref" not in node and "allOf" not in node:
            return node
        rest = {word: value for word, value in node.items() if word not in ("$ref", "allOf")}
        parts = list(node.get("allOf", ()))
        if "$ref" in node:
            parts.append(defs.get(node["$ref"].removeprefix(PREFIX), {}))
        done = combine([rest, *(part for part in parts if not _only_not(part))])
        negated = [part["not"] for part in parts if _only_not(part)]
        if negated:
            done = {**done, "not": {"anyOf": [*([done["not"]] if "not" in done else []), *negated]}}
        if done == node:  # two unions side by side: one of them guides
            also = [part["contains"] for part in node["allOf"] if isinstance(part, dict) and "contains" in part]
            return {word: value for word, value in node.items() if word != "allOf"} | {ALSO: also}
        node = done
    return None


def _only_not(part: Json) -> bool:
    return isinstance(part, dict) and part.keys() == {"not"}


def _in_turns(sources: Iterable[Iterator[Json]]) -> Iterator[Json]:
    waiting = list(sources)
    while waiting:
        still = []
        for source in waiting:
            for value in itertools.islice(source, 1):
                yield value
                still.append(source)
        waiting = still


def _refused(node: Object, word: str) -> list[Any]:
    """Return the limits called `word` that `not` speaks of."""
    negated = node.get("not", {})
    parts = negated.get("anyOf", [negated]) if isinstance(negated, dict) else []
    return [part[word] for part in parts if isinstance(part, dict) and word in part]


def _number(node: Object, *, whole: bool) -> Iterator[Json]:
    edges = [node[word] for word in BOUNDS if word in node]
    step = node.get("multipleOf", 1)
    steps = [step, *(other / 2 for other in _refused(node, "multipleOf")), *([] if whole else [0.5, 1e-9])]
    near = [edge + sign * part for edge in edges for part in steps for sign in (0, 1, -1)]
    snapped = [math.floor(edge / step) * step + more for edge in edges for more in (0, step)]
    values = {0, 1, -1, *near, *snapped, *steps, *([] if whole else [1.5])}
    for value in sorted(values, key=lambda value: (abs(value), value < 0)):
        plain = int(value) if value == int(value) else value
        is_whole = isinstance(plain, int)
        if (is_whole or not whole) and all(fits(plain, node[word]) for word, fits in BOUNDS.items() if word in node):
            yield plain


def _string(node: Object, _: Object, __: int) -> Iterator[Json]:
    low, high = node.get("minLength", 0), node.get("maxLength", MOST)
    low = max([low, *(limit + 1 for limit in _refused(node, "maxLength"))])
    if low > MOST:
        return
    patterns = [node["pattern"]] if "pattern" in node else []
    texts = [text for pattern in patterns for text in matching(pattern)] or list(WORDS)
    texts += [text for pattern in _refused(node, "pattern") for text in matching(pattern)] + list(WORDS) * bool(
        patterns
    )
    for text in texts:
        if len(text) < low:
            for char in dict.fromkeys([text[-1:] or "a", "a"]):
                yield text + char * (low - len(text))
        elif len(text) <= high:
            yield text
    if not patterns and low == 0 and high == MOST:
        yield "no such value"


def _array(node: Object, defs: Object, level: int) -> Iterator[Json]:
    low, high = node.get("minItems", 0), node.get("maxItems", MOST)
    first = node.get("prefixItems", [])
    contains = [*([node["contains"]] if "contains" in node else []), *node.get(ALSO, ())]
    if low > MOST:
        return

    def filled(count: int, wanted: list[Json]) -> Iterator[list[Json]]:
        parts = [*first, *[node.get("items", True)] * (count - len(first))][:count]
        for at, schema in enumerate(wanted):
            parts[at] = combine([parts[at], schema])
        pools: dict[str, list[Json]] = {}
        for part in parts:
            key = json.dumps(part, sort_keys=True)
            if key not in pools:
                pools[key] = _few(part, defs, level)
        chosen = [pools[json.dumps(part, sort_keys=True)] for part in parts]
        if not all(chosen):
            return
        yield [pool[0] for pool in chosen]
        if count > 1:
            yield [pool[at % len(pool)] for at, pool in enumerate(chosen)]  # different ones
        for at in range(1, max(map(len, chosen), default=0)):
            yield [pool[min(at, len(pool) - 1)] for pool in chosen]
            yield [chosen[0][min(at, len(chosen[0]) - 1)], *(pool[0] for pool in chosen[1:])]

    for count in range(max(low, len(contains)), min(max(low, len(contains)) + 3, high + 1)):
        yield from filled(count, contains)


def _object(node: Object, defs: Object, level: int) -> Iterator[Json]:
    properties, required = node.get("properties", {}), node.get("required", [])
    other = node.get("additionalProperties", True)
    low, high = node.get("minProperties", 0), node.get("maxProperties", MOST)
    if low > MOST:
        return
    pools = {name: _few(properties.get(name, other), defs, level) for name in required}
    if not all(pools.values()):
        return
    base = {name: pool[0] for name, pool in pools.items()}
    names = (text for text in instances({**_as_name(node), "type": "string"}, defs, level + 1))
    free = [*OTHER_KEYS, *(itertools.islice(names, FEW) if "propertyNames" in node else ())]
    free += [text for pattern in node.get("patternProperties", {}) for text in matching(pattern)[:1]]
    if len(base) < low:
        keys = [*properties, *free, *(f"k{number}" for number in range(low))]
        missing = [key for key in keys if key not in base]
        values = [(key, _few(properties.get(key, other), defs, level)) for key in missing[: low + len(OTHER_KEYS)]]
        base |= dict([(key, pool[0]) for key, pool in values if pool][: low - len(base)])
    refused = [{"not": limit} for limit in _refused(node, "additionalProperties")]
    for limit in _refused(node, "propertyNames"):
        for key in _few({"type": "string", "not": limit}, defs, level):
            yield from ({**base, key: value} for value in _few(other, defs, level)[:1])
    for name in free if refused else ():
        yield from ({**base, name: value} for value in _few(combine([other, *refused]), defs, level))
    yield base
    yield from _in_turns([_varied(base, name, pool[1:]) for name, pool in pools.items()])
    for name in (*properties, *free):
        if name not in base and len(base) < high:
            yield from ({**base, name: value} for value in _few(properties.get(name, other), defs, level))


def _varied(base: Object, name: str, values: list[Json]) -> Iterator[Json]:
    return ({**base, name: value} for value in values)


def _as_name(node: Object) -> Object:
    limits = node.get("propertyNames", True)
    return limits if isinstance(limits, dict) else {}


def _few(schema: Json, defs: Object, level: int) -> list[Json]:
    return list(itertools.islice(instances(schema, defs, level + 1), FEW))


OF_KIND: dict[str, Callable[[Object, Object, int], Iterator[Json]]] = {
    "null": lambda *_: iter([None]),
    "boolean": lambda *_: iter([True, False]),
    "number": lambda node, *_: _number(node, whole=False),
    "integer": lambda node, *_: _number(node, whole=True),
    "string": _string,
    "array": _array,
    "object": _object,
}
