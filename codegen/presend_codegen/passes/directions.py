"""Read schemas as what is sent, or as what is returned, which OpenAPI's authors mean differently.

Decided 2026-11-22: what is returned is read leniently. The API leaves out members, sends null, and adds values of enums
and members of objects, so these are expectations (`x-presend-expected`, warnings) and no longer constraints. Which
schemas are returned, `passes/twins.py` says.

Decided 2026-11-23: of all others, a member that is `readOnly` may be left out, also where it is required: OpenAPI 3.0
has it so, and 3.1, which leaves it to JSON Schema, is written by the same people. Of responses, so may `writeOnly`.
What excludes or decides (`not`, `if`) stays as strict as it is, or it would exclude more. How is `marked_members.py`'s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.schema.subschemas import entered
from presend_codegen.passes.lenience import Lenience
from presend_codegen.passes.marked_members import Marked
from presend_codegen.schemas.closure import closure, excluding, references

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from presend_codegen.source.load import Json, Object

LENIENT = Lenience()


def directed(schemas: Object, returned: Collection[str], lenience: Lenience | None = LENIENT) -> Object:
    """Return normalised schemas, those named in `returned` as what is returned, all others as what is sent.

    Without lenience, what is returned is taken at its word.
    """
    strict = excluding(schemas)
    sent, back = (Marked(mark, schemas, strict) for mark in ("readOnly", "writeOnly"))
    counted = [name for schema in schemas.values() for part in _counting(schema) for name in references(part)]
    whole = closure(schemas, counted)
    result = {}
    for name in schemas:
        if name not in returned:
            result[name] = sent.schema(name)
        elif name in strict or lenience is None:
            result[name] = back.schema(name)
        else:
            result[name] = lenience.read(name, back.schema(name), schemas, is_open=name not in whole)
    return result


def optional(schemas: Object, mark: str) -> Object:
    """Return schemas that require no member with a mark, as `directed` does; but for what excludes or decides."""
    marked = Marked(mark, schemas, excluding(schemas))
    return {name: marked.schema(name) for name in schemas}


def _counting(node: Json) -> Iterator[Object]:
    """Yield the schemas in which it matters what other schemas have spoken of."""
    if isinstance(node, list):
        for item in node:
            yield from _counting(item)
    elif isinstance(node, dict):
        if "unevaluatedProperties" in node:
            yield node
        for _, part in entered(node):
            yield from _counting(part)
