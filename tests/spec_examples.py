"""Read the request examples in OpenAI's spec: curl command lines at operations, and bodies."""

from __future__ import annotations

import dataclasses
import itertools
import json
import shlex
from typing import TYPE_CHECKING, Any

import presend
from presend.inputs.faults import FieldFault
from presend.inputs.form_fields import fields

if TYPE_CHECKING:
    from collections.abc import Iterator

METHODS = ("get", "put", "post", "delete", "patch")
JSON_FLAGS = ("-d", "--data", "--data-raw", "--data-binary")
FORM_FLAGS = ("-F", "--form")


@dataclasses.dataclass(frozen=True, slots=True)
class Example:
    """One request example: the operation that it is of, its number there, its body (`None`: it cannot be read)."""

    operation: str
    number: int
    body: str | dict[str, Any] | None
    is_form: bool = False

    def __str__(self) -> str:
        return f"{self.operation} #{self.number}"


def examples(document: Any) -> Iterator[Example]:
    """Yield each request example that has a body, in the order of the document."""
    for path, item in document["paths"].items():
        for method in METHODS:
            operation = item.get(method, {})
            if "requestBody" in operation:
                found = [*_written_out(operation), *_command_lines(operation)]
                for number, (body, is_form) in enumerate(found):
                    yield Example(f"{method.upper()} {path}", number, body, is_form)


def _written_out(operation: Any) -> Iterator[tuple[str, bool]]:
    for kind, media in operation["requestBody"]["content"].items():
        values = [media["example"]] if "example" in media else []
        values += [example.get("value") for example in media.get("examples", {}).values()]
        for value in values:
            yield json.dumps(value), kind == "multipart/form-data"


def _command_lines(operation: Any) -> Iterator[tuple[str | dict[str, Any] | None, bool]]:
    found = operation.get("x-oaiMeta", {}).get("examples", [])
    for example in found if isinstance(found, list) else [found]:
        line = example.get("request", {}).get("curl", "")
        flags = (*JSON_FLAGS, *FORM_FLAGS)
        if not any(flag in line.split() for flag in flags):
            continue  # a request without a body
        try:
            words = shlex.split(line.replace("\\\n", " "))
        except ValueError:
            yield None, False
            continue
        given = [(flag, value) for flag, value in itertools.pairwise(words) if flag in flags]
        bodies = [value for flag, value in given if flag in JSON_FLAGS]
        yield (bodies[0], False) if bodies else (_fields([value for _, value in given]), True)


def _fields(items: list[str]) -> dict[str, Any]:
    """Return form fields as a payload; files are not there."""
    body: dict[str, Any] = {}
    for item in items:
        name, _, value = item.partition("=")
        given: Any = presend.FILE_NOT_AVAILABLE
        if not value.startswith("@"):
            try:
                given = fields([item])[name]
            except (FieldFault, OSError):  # a semicolon without quotes, at which curl cuts the value; a file of text
                given = value
        known = body.get(name, [])
        body[name] = [*(known if isinstance(known, list) else [known]), given] if name in body else given
    return body


def verdict(example: Example, pack: str) -> list[str]:
    """Return the errors of an example, a line each; none where it is accepted."""
    if example.body is None:
        return ["the command line cannot be parsed"]
    problems = presend.check(example.operation, example.body, pack=pack, form=example.is_form)
    return [f"{problem.pointer}: {problem.message}" for problem in problems if problem.severity == "error"]
