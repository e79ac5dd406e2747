"""Generate small values that a schema probably accepts, the smallest first where that is cheap.

The values follow the schema, but they are not checked here: `not`, `contains` and similar keywords only guide the
search. A caller that needs certainty asks a validator. The schemas are those of a `Universe`, or their canonical forms.
"""

from __future__ import annotations

import itertools
import json
from typing import TYPE_CHECKING

from presend.schema.equality import equal, hashable
from presend.schema.patterns import searcher
from presend.schema.vocabulary import MAPS
from presend_codegen.comparing.patterns import matching
from presend_codegen.comparing.resolved import ALSO, DEEPEST, resolved
from presend_codegen.comparing.scalars import exact, negated, number, refused, string, written
from presend_codegen.schemas.combine import combine, text_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from presend_codegen.source.load import Json, Object

JSON_TYPES = ("null", "boolean", "number", "string", "array", "object")
FEW = 6  # values to try for each part
MOST = 60_000  # longest array or object to fill up
OTHERS = ("additionalProperties", "patternProperties")  # apply to members without a name in the schema
OTHER_KEYS = ("x", "y", "z", "")


def size(value: Json) -> int:
    """Return the length of a value's JSON."""
    return len(json.dumps(value))


def instances(schema: Json, defs: Object, level: int = 0) -> Iterator[Json]:
    """Yield candidates for values that `schema` accepts; `defs` has the targets of its references."""
    if level > DEEPEST or schema is False:
        return
    node = resolved(schema, defs)
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
    kinds = node.get("type", JSON_TYPES)
    kinds = [kinds] if isinstance(kinds, str) else kinds
    order = [kind for kind in (*JSON_TYPES, "integer") if kind in kinds]
    barred = [value for values in refused(node, "enum") for value in values]
    made = _in_turns([OF_KIND[kind](node, defs, level) for kind in order])
    yield from (value for value in made if not any(equal(value, other) for other in barred))


def _in_turns(sources: Iterable[Iterator[Json]]) -> Iterator[Json]:
    waiting = list(sources)
    while waiting:
        still = []
        for source in waiting:
            for value in itertools.islice(source, 1):
                yield value
                still.append(source)
        waiting = still


def _array(node: Object, defs: Object, level: int) -> Iterator[Json]:
    low, high = node.get("minItems", 0), node.get("maxItems", MOST)
    low = max([low, *(limit + 1 for limit in refused(node, "maxItems"))])
    contains = [
        *([node["contains"]] * min(node.get("minContains", 1), MOST + 1) if "contains" in node else []),
        *node.get(ALSO, ()),
    ]
    if max(low, len(contains)) > MOST:
        return
    known: dict[str, list[Json]] = {}

    def few(part: Json) -> list[Json]:  # without duplicates, which triple the time for each level of nested arrays
        key = text_of(part)
        if key not in known:
            known[key] = _few(part, defs, level)
        return known[key]

    for part in negated(node.get("not", {})):
        if "contains" in part and "maxContains" in part and part["maxContains"] < MOST:
            wanted = [part["contains"]] * (part["maxContains"] + 1)
            yield from _filled(node, max(low, len(wanted)), wanted, few, (defs, level))
    least = max(low, len(contains))
    for count in range(least, min(least + 3, high + 1)):
        yield from _filled(node, count, contains, few, (defs, level))


def _filled(
    node: Object, count: int, wanted: list[Json], few: Callable[[Json], list[Json]], around: tuple[Object, int]
) -> Iterator[list[Json]]:
    """Yield arrays of a given length that start with `wanted`."""
    first, rest = node.get("prefixItems", []), node.get("items", True)
    head = [*first, *[rest] * len(wanted)][: min(count, max(len(first), len(wanted)))]
    for at, schema in enumerate(wanted):
        head[at] = combine([head[at], schema])
    alike = count - len(head)  # the number of items with the same schema
    chosen = [few(part) for part in head]
    others = few(rest) if alike else []
    if not all(chosen) or (alike and not others):
        return
    if node.get("uniqueItems") and alike > 1:
        defs, level = around
        listed = itertools.islice(instances(rest, defs, level + 1), alike)  # the values of an enum
        numbered = [_numbered(others[0], at, rest) for at in range(alike)]
        yield from ([*(pool[0] for pool in chosen), *those] for those in (_unlike(listed), _unlike(numbered)))
    chosen += [others] * alike
    yield [pool[0] for pool in chosen]
    if count > 1:
        yield [pool[at % len(pool)] for at, pool in enumerate(chosen)]  # different items
    for at in range(1, max(map(len, chosen), default=0)):
        yield [pool[min(at, len(pool) - 1)] for pool in chosen]
        yield [chosen[0][min(at, len(chosen[0]) - 1)], *(pool[0] for pool in chosen[1:])]
    limits = [{"not": limit} for limit in refused(node, "items")]
    if limits and alike:
        yield from ([*(pool[0] for pool in chosen[:-1]), last] for last in few(combine([rest, *limits])))


def _unlike(values: Iterable[Json]) -> list[Json]:
    return list({hashable(value): value for value in values}.values())


def _numbered(value: Json, number: int, schema: Json) -> Json:
    """Return a variant of a value; `number` makes it different from others."""
    if isinstance(value, str):
        return f"{number:0{max(1, len(value))}}"
    if isinstance(value, int | float) and not isinstance(value, bool):
        limits: Object = schema if isinstance(schema, dict) else {}
        step = exact(limits.get("multipleOf", 1)) * (-1 if "maximum" in limits else 1)
        return written(exact(value) + number * step)
    if isinstance(value, dict):
        name = next((name for name, member in value.items() if isinstance(member, str)), "x")
        return {**value, name: str(number)}
    return [*value, number] if isinstance(value, list) else value


def _object(node: Object, defs: Object, level: int) -> Iterator[Json]:
    properties, required = node.get("properties", {}), node.get("required", [])
    other = node.get("additionalProperties", True)
    low, high = node.get("minProperties", 0), node.get("maxProperties", MOST)
    low = max([low, *(limit + 1 for limit in refused(node, "maxProperties"))])
    if low > MOST:
        return

    def few(name: str, *also: Json) -> list[Json]:
        return _few(combine([_member(node, name), *also]), defs, level)

    pools = {name: few(name) for name in required}
    if not all(pools.values()):
        return
    base = {name: pool[0] for name, pool in pools.items()}
    drawn = instances({**_as_name(node), "type": "string"}, defs, level + 1)
    names = (name for name in drawn if isinstance(name, str))  # an enum of names may list values that cannot be names
    free = [*OTHER_KEYS, *(itertools.islice(names, FEW) if "propertyNames" in node else ())]
    patterns = [
        *node.get("patternProperties", {}),
        *(one for those in refused(node, "patternProperties") for one in those),
    ]
    free += [text for pattern in patterns for text in matching(pattern)[:2]]
    if len(base) < low:
        keys = [*properties, *free, *(f"k{at}" for at in range(low))]
        missing = [key for key in keys if key not in base]
        values = [(key, few(key)) for key in missing[: low + len(OTHER_KEYS)]]
        base |= dict([(key, pool[0]) for key, pool in values if pool][: low - len(base)])
    for limit in refused(node, "propertyNames"):
        for key in (key for key in _few({"type": "string", "not": limit}, defs, level) if isinstance(key, str)):
            yield from ({**base, key: value} for value in _few(other, defs, level)[:1])
    limits = [{"not": limit} for word in OTHERS for limit in _refused_parts(node, word)]
    for name in free if limits else ():
        yield from ({**base, name: value} for limit in limits for value in few(name, limit))
    yield base
    yield from _in_turns([_varied(base, name, pool[1:]) for name, pool in pools.items()])
    for name in (*properties, *free):
        if name not in base and len(base) < high:
            yield from ({**base, name: value} for value in few(name))


def _member(node: Object, name: str) -> Json:
    """Return the schema of one member of an object."""
    parts = [schema for pattern, schema in node.get("patternProperties", {}).items() if _occurs(pattern, name)]
    parts += [node["properties"][name]] if name in node.get("properties", {}) else []
    return combine(parts) if parts else node.get("additionalProperties", True)


def _occurs(pattern: str, name: str) -> bool:
    try:
        return bool(searcher(pattern)(name))
    except ValueError:
        return False


def _refused_parts(node: Object, word: str) -> list[Json]:
    limits = refused(node, word)
    return [part for limit in limits for part in limit.values()] if word in MAPS else limits


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
    "number": lambda node, *_: number(node, whole=False),
    "integer": lambda node, *_: number(node, whole=True),
    "string": lambda node, *_: string(node),
    "array": _array,
    "object": _object,
}
