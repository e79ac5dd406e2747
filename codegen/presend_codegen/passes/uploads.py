"""Decide where `format: binary` and `contentMediaType` mean a file and where they mean a string.

Decided 2026-11-23: they mean a file in a declared member of a `multipart/form-data` body, and in the items of such a
member that is an array. Other bodies are JSON, which has no files, and there `format` is only an annotation. A schema
that is sent both ways accepts both, and so does one that no operation names.

Decided 2026-11-29: OpenAPI 3.1, and FastAPI with it, writes a file as a string, or as a schema without a type, with a
`contentMediaType` and without a `contentEncoding` that makes text of bytes. If this media type is text itself
(`text/…`, JSON, XML), the member may be text too. A member with an empty schema (`{}`) may also be a file.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from presend.packs.media_types import is_json, is_multipart, read
from presend.schema.subschemas import rebuilt
from presend.schema.vocabulary import ENFORCED, IN_PLACE, OF_ITEMS, OF_MEMBERS, deciding
from presend_codegen.schemas.closure import ref_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from presend_codegen.schemas.closure import Operation
    from presend_codegen.source.load import Json, Object

    Inner = tuple[tuple[tuple[str, str], ...], dict[str, str]]

    Roles = frozenset[str]

MEDIA, ENCODED = "contentMediaType", "contentEncoding"
BINARY = {"format": "binary"}
AS_IS = ("7bit", "8bit", "binary")  # content encodings that leave bytes as they are (RFC 2045)
TEXTUAL = ("text/", "*/*", "xml", "yaml", "javascript")  # parts of media types
FORM, FIELD, ITEM, TEXT = "form", "field", "item", "text"  # the roles of a value
SAME = deciding(IN_PLACE)
INNER: tuple[Inner, ...] = (  # keyword of a schema for inner values → role of the inner value, by role of the outer one
    (deciding(["properties"]), {FORM: FIELD}),
    (deciding(set(OF_MEMBERS) - {"properties"}), {}),
    (deciding(OF_ITEMS), {FIELD: ITEM}),
)


def with_uploads(schemas: Object, operations: Iterable[Operation]) -> Object:
    """Return schemas in which `format: binary`, wherever it remains, means a file."""
    rows = [*operations]
    sent = [(row.schema, FORM if is_multipart(row.content_type or "") else TEXT) for row in rows if row.schema]
    answers = [media for row in rows for media in row.responses.values()]
    returned = [(name, TEXT) for media in answers for name in media.values()]
    roles: dict[str, set[str]] = {name: set() for name in schemas}
    _spread(schemas, roles, [*sent, *returned])
    _spread(
        schemas, roles, [(name, role) for name, known in roles.items() if not known for role in (FORM, FIELD, TEXT)]
    )
    return {name: _with_roles(schema, frozenset(roles[name]), []) for name, schema in schemas.items()}


def _spread(schemas: Object, roles: dict[str, set[str]], waiting: list[tuple[str, str]]) -> None:
    """Add roles to schemas, and to everything they refer to."""
    while waiting:
        name, role = waiting.pop()
        if role not in roles[name]:
            roles[name].add(role)
            _with_roles(schemas[name], frozenset([role]), waiting)


def _with_roles(node: Json, roles: Roles, reached: list[tuple[str, str]], *, is_whole: bool = True) -> Json:
    """Rewrite the schema of a value with these roles; add what it refers to, with roles, to `reached`.

    `is_whole` says that no other schema applies to the same value.
    """
    if not isinstance(node, dict):
        return node
    change = functools.partial(_with_roles, roles=roles, reached=reached, is_whole=False)
    node = rebuilt(node, change, SAME)
    for words, role_of in INNER:
        inner = frozenset(role_of.get(role, TEXT) for role in roles)
        change = functools.partial(_with_roles, roles=inner, reached=reached)
        node = rebuilt(node, change, words)
    if "$ref" in node:
        reached += [(ref_name(node["$ref"]), role) for role in roles]
    is_file, may_be_text = _written(node, is_alone=is_whole and roles <= {FIELD, ITEM})
    if any(_is_binary(part) for part in node.get("allOf", ())):
        node["allOf"] = [{**part, **BINARY} if part == {"type": "string"} else part for part in node["allOf"]]
    if is_file and roles <= {FIELD, ITEM} and not may_be_text:
        return {"type": "string", **node, **BINARY} if MEDIA in node else node
    if is_file and roles & {FIELD, ITEM}:
        text = {word: value for word, value in node.items() if word in ENFORCED}
        about = {word: value for word, value in node.items() if word not in (*ENFORCED, "format")}
        return {**about, "anyOf": [{"type": "string", **text, **BINARY}, text]}
    return {word: value for word, value in node.items() if (word, value) not in BINARY.items()}


def _is_binary(node: Json) -> bool:
    return isinstance(node, dict) and node.get("format") == "binary"


def _written(node: Object, *, is_alone: bool) -> tuple[bool, bool]:
    """Say of a schema in a form whether it means a file, and whether it also allows text or any value.

    `is_alone` says that no other schema applies to the value, and that it is only used in forms.
    """
    if _is_binary(node):
        return True, False
    if MEDIA in node:
        types = node.get("type", "string")
        is_raw = "string" in types and str(node.get(ENCODED, AS_IS[0])).lower() in AS_IS
        kind = str(node[MEDIA])
        return is_raw, is_json(kind) or any(word in read(kind).essence for word in TEXTUAL)
    is_free = is_alone and not any(word in node for word in (*ENFORCED, ENCODED, "format"))
    return is_free, is_free
