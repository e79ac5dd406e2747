"""Read schemas as what is sent, or as what is returned, which OpenAPI's authors mean differently.

Decided 2026-11-22: what is returned is read leniently. The API leaves out members, sends null, and adds values of enums
and members of objects, so these are expectations (`x-presend-expected`, warnings) and no longer constraints. Which
schemas are returned, `passes/twins.py` says.

Decided 2026-11-23: of all others, a member that is `readOnly` may be left out, also where it is required: OpenAPI 3.0
has it so, and 3.1, which leaves it to JSON Schema, is written by the same people. Of responses, so may `writeOnly`.
What excludes or decides (`not`, `if`) stays as strict as it is, or it would exclude more.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from presend_codegen.closure import closure, excluding, references
from presend_codegen.normalise import below, resolve
from presend_codegen.passes.lenience import Lenience
from presend_codegen.vocabulary import MEMBERS, PARTS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from presend_codegen.load import Json, Object

NOBODY: frozenset[str] = frozenset()
LENIENT = Lenience()


def directed(schemas: Object, returned: Collection[str], lenience: Lenience | None = LENIENT) -> Object:
    """Return normalised schemas, those named in `returned` as what is returned, all others as what is sent.

    Without lenience, what is returned is taken at its word.
    """
    strict = excluding(schemas)
    counted = [name for schema in schemas.values() for part in _counting(schema) for name in references(part)]
    whole = closure(schemas, counted)
    result = {}
    for name, schema in schemas.items():
        if name in strict:
            result[name] = schema
        elif name in returned:
            kept = _required(schema, "writeOnly", schemas, NOBODY)
            is_open = name not in whole
            result[name] = lenience.read(name, kept, schemas, is_open=is_open) if lenience else kept
        else:
            result[name] = _required(schema, "readOnly", schemas, NOBODY)
    return result


def optional(schemas: Object, mark: str) -> Object:
    """Return schemas that require no member with a mark, as `directed` does; but for what excludes or decides."""
    strict = excluding(schemas)
    return {
        name: schema if name in strict else _required(schema, mark, schemas, NOBODY) for name, schema in schemas.items()
    }


def _required(node: Json, mark: str, schemas: Object, beside: frozenset[str]) -> Json:
    """Return a schema that requires no member with a mark; `beside` are such as a schema around it knows."""
    if not isinstance(node, dict):
        return node
    marked = beside | frozenset(_marked(node, mark, schemas))
    for words, names in ((MEMBERS, NOBODY), (PARTS, marked)):
        change = functools.partial(_required, mark=mark, schemas=schemas, beside=names)
        node = {**node, **below({word: node[word] for word in words if word in node}, change)}
    needed = [name for name in node.get("required", ()) if name not in marked]
    if len(needed) == len(node.get("required", ())):
        return node
    rest = {word: value for word, value in node.items() if word != "required"}
    return {**rest, "required": needed} if needed else rest


def _marked(node: Json, mark: str, schemas: Object) -> Iterator[str]:
    """Yield the names of the members with a mark, those of all parts included."""
    node = resolve(node, schemas)
    for name, member in node.get("properties", {}).items():
        if _has(member, mark, schemas):
            yield name
    for part in node.get("allOf", ()):
        yield from _marked(part, mark, schemas)


def _has(member: Json, mark: str, schemas: Object) -> bool:
    """Say whether a member has a mark, itself or in what it refers to, by a part of `allOf` too."""
    ones = [one for one in (member, resolve(member, schemas)) if isinstance(one, dict)]
    return any(one.get(mark) is True or any(_has(part, mark, schemas) for part in one.get("allOf", ())) for one in ones)


def _counting(node: Json) -> Iterator[Object]:
    """Yield the schemas in which it matters what other schemas have spoken of."""
    if isinstance(node, list):
        for item in node:
            yield from _counting(item)
    elif isinstance(node, dict):
        if "unevaluatedProperties" in node:
            yield node
        for part in node.values():
            yield from _counting(part)
