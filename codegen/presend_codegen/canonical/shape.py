"""Check the outer shape of an OpenAPI document before later steps read it, and find its anchors."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.problems import escaped, pointer_of
from presend.schema.subschemas import entered
from presend.schema.vocabulary import DIALECT
from presend_codegen.schemas.closure import PREFIX
from presend_codegen.source.load import Json, Object, SpecError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import UnionType

OF_OPENAPI = "https://spec.openapis.org/oas/3."  # start of the URIs of OpenAPI's dialects


MAJOR = 3


def version_of(document: Object) -> str:
    """Return the OpenAPI version that a document declares, also if YAML made it a number; empty if it declares none."""
    version = document.get("openapi")
    is_number = isinstance(version, float) and MAJOR <= version < MAJOR + 1
    return version if isinstance(version, str) else str(version) if is_number else ""


def require_openapi(document: Object) -> None:
    """Raise `SpecError` unless a document has the outer shape of an OpenAPI 3 document."""
    version = document.get("openapi")
    if "swagger" in document and version is None:
        got = f"swagger: {document['swagger']!r}"[:200]
        raise SpecError(f"expected an OpenAPI document of version 3.x, got {got}; convert it to OpenAPI 3 first")
    if not version_of(document).startswith("3."):
        word = "swagger" if "swagger" in document and version is None else "openapi"
        way = "; convert it to version 3 first" if word == "swagger" else ""
        if version == MAJOR and not isinstance(version, bool):
            way = ", which may be any of them: write all of the version, as text, such as '3.1.0'"
        raise SpecError(f"expected an OpenAPI document of version 3.x, got {word}: {document.get(word)!r:.99}{way}")
    for place in ("paths", "components"):
        require(document.get(place, {}), dict, f"#/{place}")
    schemas = document.get("components", {}).get("schemas", {})
    require(schemas, dict, "#/components/schemas")
    for name, schema in schemas.items():
        require(schema, dict | bool, f"{PREFIX}{escaped(name)}")
    for path, item in document.get("paths", {}).items():
        require(item, object if str(path).startswith("x-") else dict, f"#/paths/{escaped(path)}")
    dialect = str(document.get("jsonSchemaDialect", DIALECT))
    if dialect.rstrip("#") != DIALECT and not dialect.startswith(OF_OPENAPI):
        raise SpecError(f"#/jsonSchemaDialect: expected {DIALECT} or OpenAPI's own, got {dialect!r:.99}")


def require(value: Json, kind: type | UnionType, place: str) -> None:
    """Raise `SpecError` unless the value at `place` has this type."""
    if not isinstance(value, kind):
        wanted = "a list" if kind is list else "a mapping"
        raise SpecError(f"{place}: expected {wanted}, got {type(value).__name__}")


def anchored(node: Json, place: str) -> Iterator[tuple[str, str]]:
    """Yield, for each schema with an anchor, the reference that names it and the place of the schema."""
    if isinstance(node, dict):
        if isinstance(node.get("$anchor"), str):
            yield f"#{node['$anchor']}", place
        for steps, part in entered(node):
            yield from anchored(part, place + pointer_of(steps))
    elif isinstance(node, list):
        for number, part in enumerate(node):
            yield from anchored(part, f"{place}/{number}")
