"""Read one side of a comparison: a spec file, a pack, or a file as it stands in a git revision.

Whatever it is, it becomes schemas, and the places (bodies and parameters of operations) where values of them travel.
"""

from __future__ import annotations

import dataclasses
import functools
import hashlib
import itertools
import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from presend.pack import find_pack
from presend_codegen.closure import METHODS, PREFIX
from presend_codegen.dialect import in_2020_12
from presend_codegen.load import SpecError, parse_document
from presend_codegen.names import SOURCE
from presend_codegen.normalise import KNOWN, LISTS, MAPS, normalise, transform
from presend_codegen.plain import targets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import UnionType

    from presend_codegen.load import Json, Object

REQUEST, RESPONSE = "request", "response"
TEXTS = ("title", "description", "default", "format", "deprecated")  # what decides nothing, and is told
SHAPES: dict[tuple[str, ...], type | UnionType] = {  # keywords → what their values are
    MAPS: dict,
    LISTS: list,
    ("additionalProperties", "propertyNames", "not", "if", "then", "else", "contains", "items"): dict | bool,
    ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties", "multipleOf"): int | float,
    ("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"): int | float,
    ("type",): str | list,
    ("enum",): list,
    ("pattern", "$ref"): str,
}
SUFFIXES = (".yaml", ".yml", ".json")  # of spec files
DEEPEST = 8  # references from one to the next, to a body or a parameter


@dataclasses.dataclass(frozen=True, slots=True)
class Slot:
    """One place of an operation where a value travels.

    Attributes:
        name: Such as `request application/json`, `response 200 application/json`, `query limit`.
        direction: `request` or `response`.
        schema: Of the value.
        required: Whether the value has to be there.
    """

    name: str
    direction: str
    schema: Json
    required: bool = False


@dataclasses.dataclass(frozen=True, slots=True)
class Side:
    """One side: what it was called, its schemas by name, for each operation its slots.

    `own` are the schemas that the spec names (a pack has named others too, by their place); `suggesting` those of
    them that list values of open enums, and decide nothing. A pack `is_partial`: it holds no parameters, and of
    responses only one.
    """

    name: str
    schemas: Object
    operations: dict[str, tuple[Slot, ...]]
    own: tuple[str, ...]
    suggesting: frozenset[str] = frozenset()
    is_partial: bool = False

    def partial(self) -> Side:
        """Return as much of a side as a pack holds: bodies of requests, and the first successful response."""
        kept = {}
        for name, slots in self.operations.items():
            answers = (slot for slot in slots if slot.name.startswith(f"{RESPONSE} 2") or slot.name == RESPONSE)
            first = [dataclasses.replace(slot, name=RESPONSE) for slot in itertools.islice(answers, 1)]
            bodies = [dataclasses.replace(slot, required=False) for slot in slots if slot.name.startswith(REQUEST)]
            kept[name] = (*bodies, *first)
        return dataclasses.replace(self, operations=kept)


def read_side(name: str) -> Side:
    """Read the spec file, the pack, or the file in a git revision (`REV:path`) that `name` means.

    Raises:
        SpecError: It is none of them, or no OpenAPI document.
        OSError: The file cannot be read.
    """
    if not Path(name).is_file() and ":" not in name and "/" not in name and not name.endswith(SUFFIXES):
        try:
            return _of_pack(name)
        except LookupError as error:
            raise SpecError(f"{name}: no such file, and {error}") from None
    return side_of(name, document_of(name)[0])


def document_of(name: str) -> tuple[Object, str]:
    """Return the document in a file, or in a file of a git revision (`REV:path`), and the sha256 of its bytes.

    Raises:
        SpecError: There is none of that name, or it is neither YAML nor JSON.
        OSError: The file cannot be read.
    """
    path = Path(name)
    if path.is_file():
        content = path.read_bytes()
    elif ":" in name:
        content = _from_git(name)
    else:
        raise SpecError(f"{name}: no such file; expected a spec file, a pack's import name, or REVISION:path")
    return parse_document(content, name.rpartition(":")[2]), hashlib.sha256(content).hexdigest()


def _from_git(name: str) -> bytes:
    """Return what git has under `REVISION:path`."""
    if name.startswith("-"):
        raise SpecError(f"{name}: expected REVISION:path, got an option")
    try:
        command = ["git", "cat-file", "blob", name]
        return subprocess.run(command, capture_output=True, check=True).stdout  # noqa: S603 - git's own name for a file
    except FileNotFoundError:
        raise SpecError(f"{name}: git is not installed, so no revision can be read") from None
    except subprocess.CalledProcessError as error:
        told = error.stderr.decode(errors="replace").strip().removeprefix("fatal: ")
        raise SpecError(f"{name}: no such file, and git says: {told}") from None


def _of_pack(name: str) -> Side:
    pack = find_pack(name)
    own = tuple(key for key, schema in pack.schemas.items() if schema.get(SOURCE, PREFIX + key) == PREFIX + key)
    operations: dict[str, tuple[Slot, ...]] = {}
    for operation in pack.operations:  # one that takes several types of body comes once for each
        slots = [
            Slot(f"{direction} {kind}".strip(), direction, {"$ref": PREFIX + schema})
            for direction, schema, kind in (
                (REQUEST, operation.schema, operation.content_type),
                (RESPONSE, operation.response, ""),
            )
            if schema
        ]
        before = operations.get(str(operation), ())
        operations[str(operation)] = (*before, *(slot for slot in slots if slot not in before))
    return Side(name, dict(pack.schemas), operations, own, is_partial=True)


def side_of(name: str, document: Object) -> Side:
    """Return the side that an OpenAPI document is.

    Raises:
        SpecError: It has not the shape of one.
    """
    try:
        raw = document.get("components", {}).get("schemas", {})
        written = {key: tuple(_slots(document, *parts)) for key, parts in _operations(document)}
        inline = {f"{key} {slot.name}": slot.schema for key, slots in written.items() for slot in slots}
        every = {**raw, **inline}
        for key, schema in every.items():
            transform(schema, functools.partial(_shaped, f"{name}, schema {key}"))
        every = {key: transform(schema, functools.partial(_modern, key)) for key, schema in every.items()}
        schemas = normalise(every, set())
    except (AttributeError, KeyError, RecursionError, TypeError) as error:
        told = f"{type(error).__name__}: {error}"
        raise SpecError(f"{name}: expected an OpenAPI document, got one of another shape ({told})") from None
    if not schemas and not written:
        raise SpecError(f"{name}: expected an OpenAPI document with schemas or paths, got neither")
    operations = {
        key: tuple(dataclasses.replace(slot, schema=schemas[f"{key} {slot.name}"]) for slot in slots)
        for key, slots in written.items()
    }
    lost = set(targets(raw)) - set(targets([transform(schema, _without_known) for schema in schemas.values()]))
    suggesting = frozenset(target.removeprefix(PREFIX) for target in lost)
    return Side(name, {key: schemas[key] for key in raw}, operations, tuple(raw), suggesting)


def _shaped(where: str, node: Object) -> Object:
    """Return a schema as it is.

    Raises:
        SpecError: A keyword has a value of a type that it cannot have.
    """
    for words, kinds in SHAPES.items():
        for word in words:
            if word in node and not isinstance(node[word], kinds):
                raise SpecError(f"{where}: {word} is of a type that it cannot be of ({type(node[word]).__name__})")
    return node


def _modern(name: str, node: Object) -> Object:
    """Return a part of the schema called `name` in JSON Schema 2020-12, which has no `$recursiveRef`."""
    if node.get("$recursiveRef") == "#":
        node = {**{word: value for word, value in node.items() if word != "$recursiveRef"}, "$ref": PREFIX + name}
    return in_2020_12(node)


def _without_known(node: Object) -> Object:
    return {word: value for word, value in node.items() if word != KNOWN}


def _operations(document: Object) -> Iterator[tuple[str, tuple[Object, Object]]]:
    for path, item in document.get("paths", {}).items():
        whole = _followed(document, item)
        for method in METHODS:
            if method in whole:
                yield f"{method.upper()} {path}", (whole, whole[method])


def _slots(document: Object, item: Object, operation: Object) -> Iterator[Slot]:
    parameters = [_followed(document, one) for one in (*item.get("parameters", ()), *operation.get("parameters", ()))]
    for one in {(one.get("in"), one.get("name")): one for one in parameters}.values():
        inner = next(iter(one.get("content", {}).values()), one)
        schema = inner.get("schema", {**one, "in": None})  # version 2 has the keywords on the parameter itself
        yield Slot(f"{one.get('in')} {one.get('name')}", REQUEST, schema, required=one.get("required") is True)
    body = _followed(document, operation.get("requestBody", {}))
    for kind, media in body.get("content", {}).items():
        yield Slot(f"request {kind}", REQUEST, media.get("schema", {}), required=body.get("required") is True)
    for status, response in operation.get("responses", {}).items():
        for kind, media in _followed(document, response).get("content", {}).items():
            yield Slot(f"response {status} {kind}", RESPONSE, media.get("schema", {}))


def _followed(document: Object, node: Object) -> Object:
    """Return what a body, a parameter or a path item is, where it is a reference."""
    for _ in range(DEEPEST):
        if "$ref" not in node:
            return node
        target: Json = document
        for step in str(node["$ref"]).removeprefix("#/").split("/"):
            target = target[step.replace("~1", "/").replace("~0", "~")]
        node = target
    raise SpecError(f"$ref {node['$ref']!r}: refers to itself, or to too many others in a row")


def texts(schema: Json) -> dict[tuple[str, str], set[str]]:
    """Return what a schema says besides its keywords: (place, what) → texts, whatever unions stand in between."""
    found: dict[tuple[str, str], set[str]] = {}
    _texts(schema, "", found)
    return found


def _texts(node: Json, place: str, found: dict[tuple[str, str], set[str]]) -> None:
    if not isinstance(node, dict):
        return
    for word in TEXTS:
        if word in node:
            found.setdefault((place, word), set()).add(" ".join(str(node[word]).split()))
    if isinstance(node.get(KNOWN), list):  # a reference is told where it leads
        found.setdefault((place, KNOWN), set()).update(map(json.dumps, node[KNOWN]))
    for name, part in node.get("properties", {}).items():
        _texts(part, f"{place}.{name}" if place else name, found)
    for word, step in (("items", "[]"), ("additionalProperties", "{}")):
        _texts(node.get(word), place + step, found)
    for word in ("anyOf", "oneOf", "allOf"):
        for part in node.get(word, ()):
            _texts(part, place, found)
