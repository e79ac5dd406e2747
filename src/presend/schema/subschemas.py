"""Traverse a JSON Schema: list the schemas directly below one, change them, or walk over all.

Decided 2026-12: presend and codegen share this one traversal. `vocabulary.py` lists the keywords that hold schemas.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.schema.vocabulary import CARRIED, DATA, HOLDING, MAPS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.problems import Path

    Trail = tuple["Trail", Path] | None
    Schema = dict[str, Any]
    Words = tuple[tuple[str, str], ...]  # keywords, each with the form in which it holds schemas


def walk(schema: Schema) -> Iterator[tuple[Schema, Trail]]:
    """Yield a schema and all its subschemas, parents first, each with its trail. Linear in size; no recursion."""
    waiting: list[tuple[Schema, Trail]] = [(schema, None)]
    while waiting:
        node, trail = waiting.pop()
        yield node, trail
        waiting.extend(reversed([(sub, (trail, steps)) for steps, sub in below(node) if isinstance(sub, dict)]))


def path_of(trail: Trail) -> Path:
    """Return a trail as a path; a trail has its last step first."""
    steps: list[str | int] = []
    while trail is not None:
        trail, last = trail
        steps[:0] = last
    return tuple(steps)


def below(node: Schema, words: Words = CARRIED) -> Iterator[tuple[Path, Schema | bool]]:
    """Yield each direct subschema of `node`, with its path.

    Args:
        node: The schema.
        words: The keywords to look under, in this order. With `CARRIED`, for schemas in payloads, members are sorted
            by name, so that the report of many faults does not depend on their order. Otherwise their order is kept.
    """
    if HOLDING.isdisjoint(node):
        return  # most schemas hold no others
    for word, form in words:
        if word not in node:
            continue
        part: Any = node[word]
        if form == "map" and isinstance(part, dict):
            for name in sorted(part, key=str) if words is CARRIED else part:
                if isinstance(part[name], dict | bool):
                    yield (word, name), part[name]
        elif form == "list" and isinstance(part, list):
            for number, sub in enumerate(part):
                if isinstance(sub, dict | bool):
                    yield (word, number), sub
        elif form == "schema" and isinstance(part, dict | bool):
            yield (word,), part


def rebuilt(node: Schema, change: Callable[[Any], Any], words: Words = CARRIED) -> Schema:
    """Return a copy of a schema with `change` applied to each direct subschema; the order of keywords is kept."""
    result = dict(node)
    if HOLDING.isdisjoint(node):
        return result
    for word, form in words:
        if word not in node:
            continue
        part: Any = result[word]
        if form == "map" and isinstance(part, dict):
            result[word] = {name: change(sub) for name, sub in part.items()}
        elif form == "list" and isinstance(part, list):
            result[word] = [change(sub) for sub in part]
        elif form == "schema" and isinstance(part, dict | bool):
            result[word] = change(part)
    return result


def entered(node: Schema) -> Iterator[tuple[Path, Any]]:
    """Yield the parts that can be or contain schemas, with their paths, also under unknown keywords.

    This is for documents with schemas in any place. Data and extensions are left out. Names in a map of schemas are
    never read as keywords.
    """
    for word, part in node.items():
        if word in MAPS and isinstance(part, dict):
            for name, sub in part.items():
                yield (word, name), sub
        elif word not in DATA and not str(word).startswith("x-"):
            yield (word,), part


def kinds_of(node: Schema) -> tuple[str, ...]:
    """Return the types that a schema declares, possibly none."""
    kinds = node.get("type")
    return (kinds,) if isinstance(kinds, str) else tuple(filter(_is_text, kinds)) if isinstance(kinds, list) else ()


def common_kinds(one: str | list[str], other: str | list[str]) -> list[str]:
    """Return the types that two values of the keyword `type` have in common, those of `one` first.

    >>> common_kinds(["number", "null"], ["null", "integer"])
    ['null', 'integer']
    """
    first, second = ([kinds] if isinstance(kinds, str) else kinds for kinds in (one, other))
    found = [kind for kind in first if kind in second or (kind == "integer" and "number" in second)]
    found += ["integer"] if "number" in first and "integer" in second else []
    return list(dict.fromkeys(found))


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def is_object(node: Schema) -> bool:
    """Return whether a schema declares the type `object`, or properties."""
    return "object" in kinds_of(node) or isinstance(node.get("properties"), dict)
