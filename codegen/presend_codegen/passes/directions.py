"""Adapt schemas to their direction: what requests send, and what responses return.

Decided 2026-11-22: responses are read leniently. The API leaves out members, sends null, and adds enum values and
members of objects. So these requirements become expectations (`x-presend-expected`, warnings) instead of constraints.
`passes/twins.py` decides which schemas are returned.

Decided 2026-11-23: in all other schemas, a `readOnly` member may be left out, even if it is required. OpenAPI 3.0
defines this, and the same people write 3.1, which leaves the question to JSON Schema. In responses the same holds for
`writeOnly`. Schemas under `not` and `if` stay strict: if they were looser, the whole would be stricter.
`marked_members.py` does the work.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.schema.subschemas import entered
from presend_codegen.passes.lenience import Lenience
from presend_codegen.passes.marked_members import Marked, has_below
from presend_codegen.schemas.closure import closure, excluding, references

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from presend_codegen.source.load import Json, Object

LENIENT = Lenience()


def directed(schemas: Object, returned: Collection[str], lenience: Lenience | None = LENIENT) -> Object:
    """Return normalised schemas for their direction: those named in `returned` as responses, the others as requests.

    Without `lenience`, responses have to fit the document exactly.
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
    """Return schemas that require no member with this mark, except under `not` and `if`; see `directed`."""
    if not any(has_below(schema, mark) for schema in schemas.values()):
        return schemas
    marked = Marked(mark, schemas, excluding(schemas))
    return {name: marked.schema(name) for name in schemas}


def _counting(node: Json) -> Iterator[Object]:
    """Yield the schemas whose meaning depends on which members or items other schemas cover."""
    if isinstance(node, list):
        for item in node:
            yield from _counting(item)
    elif isinstance(node, dict):
        if "unevaluatedProperties" in node:
            yield node
        for _, part in entered(node):
            yield from _counting(part)
