"""Find what a set of root schemas reaches, and the operations that send or return them."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend_codegen.load import Json, Object, SpecError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PREFIX = "#/components/schemas/"
DATA = tuple("example examples default enum const required dependentRequired".split())  # whose values are no schemas
MAPS = ("properties", "patternProperties", "dependentSchemas")  # keywords whose values are maps of schemas
DEFINITIONS = ("$defs", "definitions")
JSON = "application/json"
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


@dataclasses.dataclass(frozen=True, slots=True)
class Operation:
    """One operation whose request body, response, or both are schemas of the pack."""

    method: str
    path: str
    id: str
    content_type: str | None
    schema: str | None  # of the request body
    response: str | None  # of the first successful response


def references(node: Json) -> Iterator[str]:
    """Yield the name of each component schema that `node` refers to, in document order."""
    if isinstance(node, dict):
        target = node.get("$ref")
        if isinstance(target, str):
            yield ref_name(target)
        for key, value in node.items():
            if key in MAPS and isinstance(value, dict):
                for sub in value.values():  # whose names may be those of keywords
                    yield from references(sub)
            elif key not in DATA and not key.startswith("x-"):
                yield from references(value)
    elif isinstance(node, list):
        for value in node:
            yield from references(value)


def excluding(schemas: Object) -> Object:
    """Return those of the schemas that are reached from where a schema excludes or decides.

    There, what asks for less takes away more.
    """
    found = [name for schema in schemas.values() for part in _excluding(schema) for name in references(part)]
    return closure(schemas, found)


def _excluding(node: Json, *, names: bool = False) -> Iterator[Json]:
    """Yield the schemas under `not`, `if`, and a `contains` that has a most; `names` says that no key is a keyword."""
    if isinstance(node, list):
        for item in node:
            yield from _excluding(item)
    elif isinstance(node, dict):
        for key, part in node.items():
            if not names and (key in ("not", "if") or (key == "contains" and "maxContains" in node)):
                yield part
            elif names or (key not in DATA and not key.startswith("x-")):
                yield from _excluding(part, names=not names and key in MAPS)


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
    """Return the operations whose request body or successful response is one of `schemas`, in document order.

    An operation that takes several content types comes once for each, JSON first. `document` is a tidied one: its
    bodies are references.
    """
    found = []
    for path, method, operation in _each(document):
        response = next(iter(_answers(operation, schemas)), None)
        bodies = sorted(_bodies(operation.get("requestBody", {}), schemas), key=lambda body: body[0] != JSON)
        name = str(operation.get("operationId", f"{method} {path}"))
        found += [Operation(method.upper(), path, name, kind, body, response) for kind, body in bodies]
        if response and not bodies:
            found.append(Operation(method.upper(), path, name, None, None, response))
    return tuple(found)


def _each(document: Object) -> Iterator[tuple[str, str, Object]]:
    for path, item in document.get("paths", {}).items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def _answers(operation: Object, schemas: Object, statuses: str = "2") -> Iterator[str]:
    """Yield the schemas of the responses whose status begins so, the lowest status first."""
    answers = operation.get("responses", {})
    for status in sorted(status for status in answers if str(status).startswith(statuses)):
        yield from (name for _, name in _bodies(answers[status], schemas))


def _bodies(body: Object, schemas: Object) -> Iterator[tuple[str, str]]:
    for content_type, media in body.get("content", {}).items():
        target = media.get("schema", {}).get("$ref")
        if target and ref_name(target) in schemas:
            yield content_type, ref_name(target)


def responses_only(document: Object, schemas: Object) -> set[str]:
    """Return the schemas that only responses reach."""
    return responses_reach(document, schemas)[0]


def responses_reach(document: Object, schemas: Object) -> tuple[set[str], set[str]]:
    """Return the schemas that only responses reach, and those that responses reach."""
    each = traffic(document, schemas)
    sent = closure(schemas, [name for one in each for name in one.sent])
    returned = closure(schemas, [name for one in each for name in one.returned])
    return set(returned) - set(sent), set(returned)


@dataclasses.dataclass(frozen=True, slots=True)
class Traffic:
    """The schemas of one operation's bodies: of its requests, of its successful responses, of all its responses."""

    sent: tuple[str, ...]
    successful: tuple[str, ...]
    returned: tuple[str, ...]


def traffic(document: Object, schemas: Object) -> list[Traffic]:
    """Return what the operations of a tidied document send and return, in document order."""
    return [
        Traffic(
            tuple(name for _, name in _bodies(operation.get("requestBody", {}), schemas)),
            tuple(_answers(operation, schemas)),
            tuple(_answers(operation, schemas, "")),
        )
        for _, _, operation in _each(document)
    ]
