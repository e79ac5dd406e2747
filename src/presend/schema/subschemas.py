"""The schemas inside a JSON Schema: one walk over them, and the way to each."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.problems import Path

    Trail = tuple["Trail", Path] | None
    Schema = dict[str, Any]

DEFINITIONS = ("$defs", "definitions")
MAPS = frozenset(("properties", *DEFINITIONS, "patternProperties", "dependentSchemas", "dependencies"))
LISTS = frozenset(("anyOf", "allOf", "oneOf", "prefixItems", "items"))  # `items` was a list before draft 2020-12
SINGLES = frozenset(
    "items additionalProperties additionalItems not if then else contains propertyNames unevaluatedItems "
    "unevaluatedProperties contentSchema".split()
)


def walk(schema: Schema) -> Iterator[tuple[Schema, Trail]]:
    """Yield a schema and every one below it, parents first, each with the trail to it; no recursion, linear in size."""
    waiting: list[tuple[Schema, Trail]] = [(schema, None)]
    while waiting:
        node, trail = waiting.pop()
        yield node, trail
        waiting.extend(reversed([(sub, (trail, steps)) for steps, sub in below(node) if isinstance(sub, dict)]))


def path_of(trail: Trail) -> Path:
    """Return a trail, which holds its steps last first, as a path."""
    steps: list[str | int] = []
    while trail is not None:
        trail, last = trail
        steps[:0] = last
    return tuple(steps)


def below(node: Schema) -> Iterator[tuple[Path, Schema | bool]]:
    """Yield each schema directly below `node`, members by name: what is told of many faults stays the same."""
    for word in sorted(node.keys() & MAPS):
        parts: Any = node[word]
        for name in sorted(parts, key=str) if isinstance(parts, dict) else ():
            if isinstance(parts[name], dict | bool):
                yield (word, name), parts[name]
    for word in sorted(node.keys() & LISTS):
        branches: Any = node[word]
        for number, sub in enumerate(branches) if isinstance(branches, list) else ():
            if isinstance(sub, dict | bool):
                yield (word, number), sub
    for word in sorted(node.keys() & SINGLES):
        if isinstance(node[word], dict | bool):
            yield (word,), node[word]


def kinds_of(node: Schema) -> tuple[str, ...]:
    """Return the types that a schema names, none where it names none."""
    kinds = node.get("type")
    return (kinds,) if isinstance(kinds, str) else tuple(filter(_is_text, kinds)) if isinstance(kinds, list) else ()


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def is_object(node: Schema) -> bool:
    """Say whether a schema describes objects: it names the type, or members."""
    return "object" in kinds_of(node) or isinstance(node.get("properties"), dict)
