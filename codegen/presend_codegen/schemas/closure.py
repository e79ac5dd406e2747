"""Find all schemas that some root schemas refer to, and the operations that send or return them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend.packs.media_types import json_first
from presend.schema.subschemas import entered
from presend_codegen.source.load import Json, Object, SpecError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PREFIX = "#/components/schemas/"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
OTHERS = "additionalOperations"  # in OpenAPI 3.2: further methods of a path
DEFAULT = "default"  # the response for each status that is not listed


@dataclasses.dataclass(frozen=True, slots=True)
class Operation:
    """An operation that sends or returns a schema of the pack; see also `presend.packs.pack.Operation`."""

    method: str
    path: str
    id: str
    content_type: str | None
    schema: str | None  # of the request body
    response: str | None  # of the first successful response
    needs_body: bool = True
    responses: dict[str, dict[str, str]] = dataclasses.field(default_factory=dict)  # status → media type → schema

    @property
    def successful(self) -> list[str]:
        """The schemas of the successful responses, the lowest status first."""
        return _successful(self.responses)

    def as_row(self) -> Object:
        """Return the row of operations.json; values that most operations share are left out."""
        usual = {"needs_body": True, "responses": {}}
        return {name: value for name, value in dataclasses.asdict(self).items() if (name, value) not in usual.items()}


def references(node: Json) -> Iterator[str]:
    """Yield the name of each component schema that `node` refers to, in document order, also under unknown keywords."""
    if isinstance(node, dict):
        target = node.get("$ref")
        if isinstance(target, str):
            yield ref_name(target)
        for _, part in entered(node):
            yield from references(part)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def excluding(schemas: Object) -> Object:
    """Return the schemas that are used under `not`, `if` or `maxContains`.

    A looser schema there makes the schema around it stricter.
    """
    found = [name for schema in schemas.values() for part in _excluding(schema) for name in references(part)]
    return closure(schemas, found)


def _excluding(node: Json) -> Iterator[Json]:
    """Yield the schemas under `not`, `if`, and a `contains` with a maximum."""
    if isinstance(node, list):
        for item in node:
            yield from _excluding(item)
    elif isinstance(node, dict):
        words = {("not",), ("if",), *([("contains",)] if "maxContains" in node else [])}
        for steps, part in entered(node):
            if steps in words:
                yield part
            else:
                yield from _excluding(part)


def ref_name(target: str) -> str:
    """Return the name of the component that a `$ref` points at.

    Raises:
        SpecError: The reference points at something else than a component schema.
    """
    name = target.removeprefix(PREFIX)
    if name == target or "/" in name:
        raise SpecError(f"$ref {target!r}: expected a reference to {PREFIX}NAME in the same document")
    return name


def closure(schemas: Object, roots: Iterable[str]) -> Object:
    """Return the roots and all that they refer to, directly or not, in the order of `schemas`."""
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


def reaching(schemas: Object, wanted: Iterable[str]) -> frozenset[str]:
    """Return the names of the wanted schemas, and of all that refer to one of them, directly or not."""
    users: dict[str, list[str]] = {}
    for name, schema in schemas.items():
        for used in references(schema):
            users.setdefault(used, []).append(name)
    found: set[str] = set()
    waiting = [*wanted]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += users.get(name, ())
    return frozenset(found)


def operations(document: Object, schemas: Object) -> tuple[Operation, ...]:
    """Return the operations with one of `schemas` as a request or response body, in document order.

    An operation with several content types is listed once for each, JSON first. `document` must be tidied, so that its
    bodies are references.
    """
    found = []
    for path, method, operation in _each(document):
        body = operation.get("requestBody", {})
        needs_body = not body or body.get("required") is True
        bodies: list[tuple[str | None, str | None]]
        bodies = [*sorted(_bodies(body, schemas), key=lambda media: json_first(media[0]))]
        answers = _answers(operation, schemas)
        response = next(iter(_successful(answers)), None)
        if not any(answers.values()):
            answers = {}
        name = str(operation.get("operationId", f"{method} {path}"))
        found += [
            Operation(method.upper(), path, name, kind, schema, response, needs_body, answers)
            for kind, schema in bodies or [(None, None)][: bool(answers)]
        ]
    return tuple(found)


def operations_in(item: Object) -> Iterator[tuple[str, Object]]:
    """Yield the operations of a path: method and operation."""
    yield from ((method, item[method]) for method in METHODS if method in item)
    yield from ((method, one) for method, one in item.get(OTHERS, {}).items() if str(method).lower() not in item)


def _each(document: Object) -> Iterator[tuple[str, str, Object]]:
    for path, item in document.get("paths", {}).items():
        yield from ((path, str(method), operation) for method, operation in operations_in(item))


def _successful(answers: dict[str, dict[str, str]]) -> list[str]:
    statuses = sorted(status for status in answers if status.startswith("2")) or [DEFAULT]
    return [name for status in statuses for name in answers.get(status, {}).values()]


def _answers(operation: Object, schemas: Object) -> dict[str, dict[str, str]]:
    """Return the schemas of responses by status and media type; a range such as 4XX is in capitals."""
    answers = {str(status): dict(_bodies(answer, schemas)) for status, answer in operation.get("responses", {}).items()}
    return {status if status == DEFAULT else status.upper(): media for status, media in answers.items()}


def _bodies(body: Object, schemas: Object) -> Iterator[tuple[str, str]]:
    for content_type, media in body.get("content", {}).items():
        target = media.get("schema", {}).get("$ref")
        if target and ref_name(target) in schemas:
            yield content_type, ref_name(target)


@dataclasses.dataclass(frozen=True, slots=True)
class Traffic:
    """The schemas of one operation: of its requests, of its successful responses, and of all its responses."""

    sent: tuple[str, ...]
    successful: tuple[str, ...]
    returned: tuple[str, ...]


def traffic(document: Object, schemas: Object) -> list[Traffic]:
    """Return the schemas that each operation of a tidied document sends and returns, in document order."""
    found = []
    for _, _, operation in _each(document):
        sent = tuple(name for _, name in _bodies(operation.get("requestBody", {}), schemas))
        answers = _answers(operation, schemas)
        returned = tuple(name for media in answers.values() for name in media.values())
        found.append(Traffic(sent, tuple(_successful(answers)), returned))
    return found
