"""Find what a set of root schemas reaches, and the operations that send or return them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend_codegen.load import Json, Object, SpecError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PREFIX = "#/components/schemas/"
DATA = ("example", "examples", "default", "enum", "const")  # keywords whose values are not schemas
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclasses.dataclass(frozen=True, slots=True)
class Operation:
    """One operation whose request body, response, or both are schemas of the pack."""

    method: str
    path: str
    id: str
    content_type: str | None
    schema: str | None  # of the request body
    response: str | None  # of the 200 response


def references(node: Json) -> Iterator[str]:
    """Yield the name of each component schema that `node` refers to, in document order."""
    if isinstance(node, dict):
        target = node.get("$ref")
        if isinstance(target, str):
            yield ref_name(target)
        for key, value in node.items():
            if key not in DATA and not key.startswith("x-"):
                yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def ref_name(target: str) -> str:
    """Return the component name that a `$ref` points at.

    Raises:
        SpecError: The reference leaves the document's component schemas.
    """
    name = target.removeprefix(PREFIX)
    if name == target or "/" in name:
        raise SpecError(f"$ref {target!r}: expected a reference to {PREFIX}NAME in the same document")
    return name


def closure(schemas: Object, roots: Iterable[str]) -> Object:
    """Return the roots and all that they reach, in the order of `schemas`."""
    wanted: set[str] = set()
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        if name not in schemas:
            raise SpecError(f"schema {name!r}: expected one of the document's {len(schemas)} component schemas")
        if name not in wanted:
            wanted.add(name)
            waiting.extend(references(schemas[name]))
    return {name: schema for name, schema in schemas.items() if name in wanted}


def operations(document: Object, schemas: Object) -> tuple[Operation, ...]:
    """Return the operations whose request body or 200 response is one of `schemas`, in document order."""
    found = []
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if method not in item:
                continue
            operation = item[method]
            content_type, schema = _body(document, operation.get("requestBody", {}), schemas)
            _, response = _body(document, operation.get("responses", {}).get("200", {}), schemas)
            if schema or response:
                name = operation.get("operationId", f"{method} {path}")
                found.append(Operation(method.upper(), path, name, content_type, schema, response))
    return tuple(found)


def _body(document: Object, body: Object, schemas: Object) -> tuple[str | None, str | None]:
    if "$ref" in body:  # a request body or a response of components
        for step in body["$ref"].removeprefix("#/").split("/"):
            document = document[step]
        body = document
    for content_type, media in body.get("content", {}).items():
        target = media.get("schema", {}).get("$ref")
        if target and ref_name(target) in schemas:
            return content_type, ref_name(target)
    return None, None


def responses_only(schemas: Object, table: Iterable[Operation]) -> set[str]:
    """Return the schemas that only responses reach: they are held to the lenient profile."""
    table = tuple(table)
    sent = closure(schemas, [op.schema for op in table if op.schema])
    returned = closure(schemas, [op.response for op in table if op.response])
    return set(returned) - set(sent)
