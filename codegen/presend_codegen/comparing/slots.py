"""List the slots of operations: bodies, responses and parameters, the places where values travel."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from typing import TYPE_CHECKING

from presend_codegen.comparing.difference import REQUEST, RESPONSE
from presend_codegen.schemas.closure import operations_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.source.load import Json, Object

ROOTS = {"paths": "", "webhooks": "webhook "}  # where operations are → prefix of their names
IN_PATH = re.compile(r"\{([^{}]*)\}")
UTF_8 = ("charset=utf-8", 'charset="utf-8"')
IGNORED = ("accept", "content-type", "authorization")  # header parameters that OpenAPI ignores


@dataclasses.dataclass(frozen=True, slots=True)
class Slot:
    """One place of an operation where a value travels.

    Attributes:
        name: Such as `request application/json`, `response 200 application/json`, `query limit`.
        direction: `request` or `response`.
        schema: The schema of the value; `None` for a response without content.
        required: Whether the value has to be there.
        content: The media type of a parameter that has one instead of a style.
    """

    name: str
    direction: str
    schema: Json
    required: bool = False
    content: str = ""


def operations_of(whole: Object) -> Iterator[tuple[str, Object, bool]]:
    """Yield the name of each operation, the operation, and whether its request is ours to send."""
    for root in ROOTS:
        for path, item in whole.get(root, {}).items():
            yield from operations_at(root, path, item)


def operations_at(root: str, path: str, item: Object) -> Iterator[tuple[str, Object, bool]]:
    """Yield the same for one path or webhook."""
    for method, operation in operations_in(item):
        yield f"{ROOTS[root]}{method.upper()} {path}", operation, root == "paths"


def slots_of(operation: Object, sent: str) -> Iterator[Slot]:
    """Yield the slots of an operation of a whole tidied document, in which schemas are references.

    `sent` is the direction of its request: for us, the request of a webhook is something to read.
    """
    answered = RESPONSE if sent == REQUEST else REQUEST
    for one in operation["parameters"]:
        if not is_ignored(one):
            kind = media_type(next(iter(one.get("content") or {}), ""))
            yield Slot(place_of(one), sent, one["schema"], one.get("required") is True, kind)
    body = operation.get("requestBody", {})
    for kind, media in content_of(body).items():
        yield Slot(f"{REQUEST} {kind}", sent, media["schema"], required=body.get("required") is True)
    for status, response in operation["responses"].items():
        if not response["content"]:
            yield Slot(f"{RESPONSE} {status}", answered, None)
        for kind, media in content_of(response).items():
            yield Slot(f"{RESPONSE} {status} {kind}", answered, media["schema"])


def place_of(parameter: Object) -> str:
    """Return the name of a parameter's slot; names of headers ignore case."""
    name, where = str(parameter.get("name")), str(parameter.get("in"))
    return f"{where} {name.lower() if where == 'header' else name}"


def is_ignored(parameter: Object) -> bool:
    """Say whether OpenAPI ignores this header parameter: media types and `security` define these headers."""
    return place_of(parameter).removeprefix("header ") in IGNORED and parameter.get("in") == "header"


def content_of(body: Object) -> Object:
    """Return the content of a body by media type in usual spelling: ignoring case and UTF-8."""
    content = body.get("content", {})
    plain = {kind: media_type(kind) for kind in content}
    spelt = Counter(plain.values())
    return {plain[kind] if spelt[plain[kind]] == 1 else kind: media for kind, media in content.items()}


def media_type(kind: str) -> str:
    """Return a media type in its usual spelling.

    >>> media_type("Application/JSON; charset=UTF-8")
    'application/json'
    """
    parts = [part.strip().lower() for part in str(kind).split(";")]
    return "; ".join([parts[0], *sorted(part for part in parts[1:] if part not in ("", *UTF_8))])


def shape(name: str) -> str:
    """Return the name of an operation or a path with empty braces, without names of parameters."""
    return IN_PATH.sub("{}", name)
