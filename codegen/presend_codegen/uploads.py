"""Tell the files of forms from strings: `format: binary` means both, by where it stands.

Decided 2026-11-23: it is a file in a declared member of a `multipart/form-data` body, and in the items of one that is
an array. Elsewhere a body is JSON, which has no files, and `format` is the annotation that it always is. A schema that
is sent both ways takes either, and so does one that no operation names.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from presend.bodies import FORM as FORM_TYPE
from presend_codegen.closure import ref_name
from presend_codegen.normalise import below
from presend_codegen.vocabulary import ENFORCED, IN_PLACE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from presend_codegen.closure import Operation
    from presend_codegen.load import Json, Object

    Inner = tuple[list[str], dict[str, str]]

    Roles = frozenset[str]

FORM, FIELD, ITEM, TEXT = "form", "field", "item", "text"  # the roles of a value
INNER: tuple[Inner, ...] = (  # keywords of what stands inside of a value → the role of that, by the value's own
    (["properties"], {FORM: FIELD}),
    ("patternProperties additionalProperties unevaluatedProperties".split(), {}),
    ("items prefixItems unevaluatedItems contains".split(), {FIELD: ITEM}),
)


def with_uploads(schemas: Object, operations: Iterable[Operation]) -> Object:
    """Return schemas in which `format: binary` is a file, wherever it is left."""
    sent = [(row.schema, FORM if row.content_type == FORM_TYPE else TEXT) for row in operations if row.schema]
    returned = [(row.response, TEXT) for row in operations if row.response]
    roles: dict[str, set[str]] = {name: set() for name in schemas}
    _spread(schemas, roles, [*sent, *returned])
    _spread(
        schemas, roles, [(name, role) for name, known in roles.items() if not known for role in (FORM, FIELD, TEXT)]
    )
    return {name: _told(schema, frozenset(roles[name]), []) for name, schema in schemas.items()}


def _spread(schemas: Object, roles: dict[str, set[str]], waiting: list[tuple[str, str]]) -> None:
    """Add roles to schemas, and to all that they reach."""
    while waiting:
        name, role = waiting.pop()
        if role not in roles[name]:
            roles[name].add(role)
            _told(schemas[name], frozenset([role]), waiting)


def _told(node: Json, roles: Roles, reached: list[tuple[str, str]]) -> Json:
    """Return a schema of a value with these roles; add what it refers to, with a role each, to `reached`."""
    if not isinstance(node, dict):
        return node
    change = functools.partial(_told, roles=roles, reached=reached)
    node = {**node, **below({word: node[word] for word in IN_PLACE if word in node}, change)}
    for words, role_of in INNER:
        inner = frozenset(role_of.get(role, TEXT) for role in roles)
        change = functools.partial(_told, roles=inner, reached=reached)
        node |= below({word: node[word] for word in words if word in node}, change)
    if "$ref" in node:
        reached += [(ref_name(node["$ref"]), role) for role in roles]
    if node.get("format") != "binary" or roles <= {FIELD, ITEM}:
        return node
    if not roles & {FIELD, ITEM}:
        return {word: value for word, value in node.items() if word != "format"}
    text = {word: value for word, value in node.items() if word in ENFORCED}
    about = {word: value for word, value in node.items() if word not in (*ENFORCED, "format")}
    return {**about, "anyOf": [{**text, "format": "binary"}, text]}
