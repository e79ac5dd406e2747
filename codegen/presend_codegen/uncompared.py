"""What an operation says that a diff does not compare: it is told that such parts differ, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend_codegen.closure import operations_in
from presend_codegen.combine import alike

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.load import Json, Object
    from presend_codegen.sides import Side

STYLES = ("style", "explode", "allowReserved", "allowEmptyValue")
COMPONENTS = (
    ("securitySchemes", "security"),
    ("callbacks", "callbacks"),
    ("headers", "response headers"),
    ("mediaTypes", "media types of OpenAPI 3.2"),
)
PROSE = ("description", "summary", "title", "example", "examples")


def uncompared(document: Object, whole: Object) -> dict[str, Json]:
    """Return the parts of a document that no difference is told of, by what they are called.

    `whole` is the document tidied: what is a reference in an operation is there in its place.
    """
    found: dict[str, Json] = {}
    for word in ("security", "servers"):
        _put(found, word, "", document.get(word))
    for word, name in COMPONENTS:
        _put(found, name, f"components {word}", document.get("components", {}).get(word))
    for operation, parts in _each(whole):
        for word in ("callbacks", "security", "servers"):
            _put(found, word, operation, parts.get(word))
        for one in parts.get("parameters", ()):
            styles = {word: one[word] for word in STYLES if word in one}
            _put(found, "styles of parameters", f"{operation} {one.get('in')} {one.get('name')}", styles)
        for kind, media in parts.get("requestBody", {}).get("content", {}).items():
            _put(found, "encodings of bodies", f"{operation} {kind}", media.get("encoding"))
            _put(found, "media types of OpenAPI 3.2", f"{operation} {kind}", _of_3_2(media))
        for status, response in parts["responses"].items():
            _put(found, "response headers", f"{operation} {status}", response.get("headers"))
            for kind, media in response["content"].items():
                _put(found, "media types of OpenAPI 3.2", f"{operation} {status} {kind}", _of_3_2(media))
    return found


def unlike(old: Side, new: Side) -> list[str]:
    """Return what is not compared and differs; nothing of a pack, which holds no such parts."""
    if old.is_partial or new.is_partial:
        return []
    names = sorted({*old.uncompared, *new.uncompared})
    return [name for name in names if not alike(old.uncompared.get(name), new.uncompared.get(name))]


def _each(whole: Object) -> Iterator[tuple[str, Object]]:
    for root in ("paths", "webhooks"):
        for path, item in whole.get(root, {}).items():
            yield from ((f"{method} {path}", operation) for method, operation in operations_in(item))


def _of_3_2(media: Object) -> Object:
    return {word: media[word] for word in ("itemSchema", "itemEncoding", "prefixEncoding", "$ref") if word in media}


def _put(found: dict[str, Json], name: str, place: str, part: Json) -> None:
    if part:
        found.setdefault(name, {})[place] = _without_prose(part)


def _without_prose(node: Json) -> Json:
    if isinstance(node, dict):
        return {name: _without_prose(part) for name, part in node.items() if name not in PROSE}
    return [_without_prose(item) for item in node] if isinstance(node, list) else node
