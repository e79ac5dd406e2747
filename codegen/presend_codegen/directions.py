"""Read schemas as what is sent, or as what is returned, which OpenAPI's authors mean differently.

Decided 2026-11-22: schemas that only responses reach are lenient. The API leaves out members, sends null and adds enum
members, so these three are expectations (`x-presend-expected`, warnings) and no longer constraints.

Decided 2026-11-23: of all others, a member that is `readOnly` may be left out, also where it is required: OpenAPI 3.0
has it so, and 3.1, which leaves it to JSON Schema, is written by the same people. Of responses, so may `writeOnly`.
What excludes or decides (`not`, `if`) stays as strict as it is, or it would exclude more. How is `marked_members.py`'s.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from presend_codegen.closure import closure, excluding, references
from presend_codegen.normalise import EXPECTED, NULL, below, with_null
from presend_codegen.passes.marked_members import MEMBERS, PARTS, Marked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from presend_codegen.load import Json, Object


def directed(schemas: Object, returned: Collection[str], *, is_lenient: bool = True) -> Object:
    """Return normalised schemas, those named in `returned` as what is returned, all others as what is sent."""
    strict = excluding(schemas)
    sent, back = (Marked(mark, schemas, strict) for mark in ("readOnly", "writeOnly"))
    counted = [name for schema in schemas.values() for part in _counting(schema) for name in references(part)]
    whole = closure(schemas, counted)
    result = {}
    for name in schemas:
        if name not in returned:
            result[name] = sent.schema(name)
        elif name in strict or not is_lenient:
            result[name] = back.schema(name)
        else:
            result[name] = _lenient(back.schema(name), nullable=False, is_open=name not in whole)
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
        for part in node.values():
            yield from _counting(part)


def _lenient(node: Json, *, nullable: bool, is_open: bool) -> Json:
    """Turn what responses are known to break (required, null, enum) into expectations.

    A part of a schema (`allOf`, a branch) is relaxed too, but null is the whole's. Objects are open, unless
    `unevaluatedProperties`, there or around them, has a say in what they are.
    """
    if not isinstance(node, dict) or node == NULL:
        return node
    is_open = is_open and "unevaluatedProperties" not in node
    for words, nulls, opens in ((MEMBERS, True, True), (PARTS, False, is_open)):
        change = functools.partial(_lenient, nullable=nulls, is_open=opens)
        node = {**node, **below({word: node[word] for word in words if word in node}, change)}
    expected: Object = {**node.get(EXPECTED, {}), **{key: node[key] for key in ("required", "enum") if key in node}}
    result = {key: value for key, value in node.items() if key not in expected}
    if nullable:
        wider = with_null(result)
        if wider != result:
            expected["nullable"] = False
        result = wider
    if is_open and node.get("type") == "object":
        result.setdefault("additionalProperties", True)
    return {**result, EXPECTED: expected} if expected else result
