"""Strategies for the requirements of the fragment's rules: real images and valid JSON Schemas."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from collections.abc import Callable

names = st.text(st.characters(codec="utf-8"), max_size=8)
plain_schemas = st.sampled_from(
    [{"type": "string"}, {"type": ["integer", "null"]}, {"enum": ["a", 1, None]}, {"const": 1}, {"type": "boolean"}]
)
json_schemas = st.recursive(
    plain_schemas,
    lambda inner: st.one_of(
        st.dictionaries(names, inner, max_size=3).map(lambda members: {"type": "object", "properties": members}),
        inner.map(lambda items: {"type": "array", "items": items}),
        st.lists(inner, min_size=1, max_size=2).map(lambda branches: {"anyOf": branches}),
    ),
    max_leaves=5,
)


def closed(schema: dict[str, Any]) -> dict[str, Any]:
    """Return a schema for strict mode: every object closed with all properties required, and types everywhere."""
    result = dict(schema)
    if result.keys() & {"enum", "const"}:
        result["type"] = ["string", "integer", "null"]
    if "properties" in result:
        members = {name: closed(sub) for name, sub in result["properties"].items()}
        result |= {"properties": members, "required": list(members), "additionalProperties": False}
    if "items" in result:
        result["items"] = closed(result["items"])
    if "anyOf" in result:
        result["anyOf"] = [closed(branch) for branch in result["anyOf"]]
    return result


def _closed_where_strict(member: str) -> Callable[[st.SearchStrategy[Any]], st.SearchStrategy[Any]]:
    def finish(value: dict[str, Any]) -> dict[str, Any]:
        if value.get("strict") is True and member in value:
            inner = closed(value[member])
            whole = inner if inner.get("type") == "object" else closed({"type": "object", "properties": {"a": inner}})
            return {**value, member: whole}
        return value

    return lambda drawn: drawn.map(finish)


def png(side: int, colour_type: int) -> bytes:
    """Return a square PNG with `side` pixels of zeros a row; RGB (2) or RGBA (6), 8 bits a sample."""
    channels = {2: 3, 6: 4}[colour_type]
    header = struct.pack(">IIBBBBB", side, side, 8, colour_type, 0, 0, 0)
    data = zlib.compress((b"\0" + bytes(side * channels)) * side)
    chunks = ((b"IHDR", header), (b"IDAT", data), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body)) for name, body in chunks
    )


images = st.builds(png, st.integers(1, 40), st.sampled_from([2, 6]))
uploads = images.map(lambda content: ("image.png", content, "image/png"))


def with_one_image(value: Any) -> Any:
    """Return the input of a moderation with only its first image."""
    if not isinstance(value, list):
        return value
    images = [part for part in value if isinstance(part, dict) and part.get("type") == "image_url"]
    return [part for part in value if not any(part is other for other in images[1:])]


DRAWS: dict[str, Callable[[st.SearchStrategy[Any]], st.SearchStrategy[Any]]] = {
    "CreateImageVariationRequest.image": lambda _: images | uploads,
    "CreateModerationRequest.input": lambda drawn: drawn.map(with_one_image),
    "FunctionParameters": lambda _: json_schemas,
    "ResponseFormatJsonSchemaSchema": lambda _: json_schemas,
    "FunctionObject": _closed_where_strict("parameters"),
    "ResponseFormatJsonSchemaJsonSchema": _closed_where_strict("schema"),
}
