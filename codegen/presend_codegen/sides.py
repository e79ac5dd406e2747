"""Read one side of a comparison: a spec file, a pack, or a file as it stands in a git revision.

Whatever it is, it becomes schemas, and the places (bodies and parameters of operations) where values of them travel.
"""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
import json
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from presend.pack import find_pack
from presend.problems import pointer_of
from presend_codegen.closure import METHODS, PREFIX
from presend_codegen.document import SOURCE, tidy
from presend_codegen.fetch import fetch, is_address
from presend_codegen.json_schema import is_json_schema
from presend_codegen.load import MAX_BYTES, SpecError, of_this_shape, parse_document
from presend_codegen.normalise import KNOWN, normalise, transform
from presend_codegen.plain import targets
from presend_codegen.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from presend.pack import Operation
    from presend_codegen.load import Json, Object

REQUEST, RESPONSE = "request", "response"
TEXTS = ("title", "description", "default", "format", "deprecated")  # what decides nothing, and is told
UNNAMED = "#"  # begins what no author called anything; no name of a component may begin so
SUFFIXES = (".yaml", ".yml", ".json")  # of spec files


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

    `own` are the schemas that the spec names (others have a label that begins with `#`); `suggesting` those of them
    that list values of open enums, and decide nothing. A pack `is_partial`: it holds no parameters, and of
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
    """Read the spec (a file, or at an https address), the pack, or the file in a git revision (`REV:path`) of a name.

    Raises:
        SpecError: It is none of them, or no OpenAPI document.
        OSError: The file cannot be read.
    """
    if not _is_file(Path(name)) and ":" not in name and "/" not in name and not name.endswith(SUFFIXES):
        try:
            pack = find_pack(name)
        except LookupError as error:
            raise SpecError(f"{name}: no such file, and {error}") from None
        return side_of_pack(name, pack.schemas, pack.operations)
    return side_of(name, document_of(name)[0])


def document_of(name: str) -> tuple[Object, str]:
    """Return a document, and the sha256 of its bytes: a file, at an https address, or in a git revision (`REV:path`).

    Raises:
        SpecError: There is none of that name, or it is neither YAML nor JSON.
        OSError: The file cannot be read, or the address.
    """
    path, file = Path(name), name.rpartition(":")[2]
    if _is_file(path):
        with path.open("rb") as stream:
            content = stream.read(MAX_BYTES + 1)
    elif is_address(name):
        content, file = fetch(name)
    elif ":" in name:
        content = _from_git(name)
    else:
        raise SpecError(
            f"{name}: no such file; expected a spec (file or https address), a pack's name, or REVISION:path"
        )
    return parse_document(content, file), hashlib.sha256(content).hexdigest()


def _is_file(path: Path) -> bool:
    """Say whether a path can be read, as a pipe can: `presend diff <(git show …) spec.yaml`."""
    return path.exists() and not path.is_dir()


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
        revision, _, path = name.partition(":")
        is_near = path and Path(path).exists()  # in a folder below the top, from where git counts
        hint = f"; in this folder it is {revision}:./{path}" if is_near else ""
        raise SpecError(f"{name}: no such file, and git says: {told}{hint}") from None


def side_of_pack(name: str, schemas: Mapping[str, Object], table: Iterable[Operation]) -> Side:
    """Return the side that a pack is, by what it has in its files."""
    labels = _labels(schemas)
    operations: dict[str, tuple[Slot, ...]] = {}
    for operation in table:  # one that takes several types of body comes once for each
        slots = [
            Slot(f"{direction} {kind}".strip(), direction, {"$ref": _target(labels[schema])})
            for direction, schema, kind in (
                (REQUEST, operation.schema, operation.content_type),
                (RESPONSE, operation.response, ""),
            )
            if schema
        ]
        before = operations.get(str(operation), ())
        operations[str(operation)] = (*before, *(slot for slot in slots if slot not in before))
    return Side(name, _labelled(schemas, labels), operations, _own(labels), is_partial=True)


def side_of(name: str, document: Object) -> Side:
    """Return the side that an OpenAPI document is, once it has passed the checks that `presend generate` makes.

    Raises:
        SpecError: It is none of version 3.x, refers out of itself or to nothing, or holds what is no JSON Schema or
            what cannot be compared.
    """
    try:
        with of_this_shape():
            return _of_document(name, document)
    except SpecError as error:
        raise SpecError(f"{name}: {error}") from None


def _of_document(name: str, document: Object) -> Side:
    if is_json_schema(document):
        raise SpecError("expected an OpenAPI document of version 3.x, got a JSON Schema, which diff does not compare")
    whole = tidy(document, is_whole=True).document
    raw, paths = whole["components"]["schemas"], whole["paths"]
    if not raw and not paths:
        raise SpecError("expected an OpenAPI document with schemas or paths, got neither")
    verify(raw)
    effective = normalise(raw)
    labels = _labels(raw)
    operations = {
        f"{method.upper()} {path}": tuple(
            dataclasses.replace(slot, schema=_labelled_node(slot.schema, labels)) for slot in _slots(item[method])
        )
        for path, item in paths.items()
        for method in METHODS
        if method in item
    }
    lost = set(targets(raw)) - set(targets([transform(schema, _without_known) for schema in effective.values()]))
    suggesting = frozenset(labels[key] for key in labels if PREFIX + key in lost)
    return Side(name, _labelled(effective, labels), operations, _own(labels), suggesting)


def _labels(schemas: Mapping[str, Object]) -> dict[str, str]:
    """Return what each schema is called in a comparison: as its author calls it; `#` and our name where nobody does."""
    labels = {}
    places = {name: str(schema.get(SOURCE, PREFIX + name)) for name, schema in schemas.items()}
    last = {place: name for name, place in places.items()}  # codegen puts what it splits off a schema before the schema
    for name, place in places.items():
        steps = place.removeprefix(PREFIX)
        is_own = steps != place and "/" not in steps and last[place] == name
        labels[name] = steps.replace("~1", "/").replace("~0", "~") if is_own else f"{UNNAMED}{name}"
    return labels


def _own(labels: dict[str, str]) -> tuple[str, ...]:
    return tuple(label for label in labels.values() if not label.startswith(UNNAMED))


def _labelled(schemas: Mapping[str, Object], labels: dict[str, str]) -> Object:
    return {
        labels[name]: transform(schema, lambda node: _labelled_node(node, labels)) for name, schema in schemas.items()
    }


def _labelled_node(node: Object, labels: dict[str, str]) -> Object:
    return {**node, "$ref": _target(labels[node["$ref"].rpartition("/")[2]])} if "$ref" in node else node


def _target(label: str) -> str:
    return PREFIX.removesuffix("/") + pointer_of((label,))


def _without_known(node: Object) -> Object:
    return {word: value for word, value in node.items() if word != KNOWN}


def _slots(operation: Object) -> Iterator[Slot]:
    """Yield the slots of an operation of a whole tidied document, where the schema of each is a reference."""
    for one in operation["parameters"]:
        yield Slot(f"{one.get('in')} {one.get('name')}", REQUEST, one["schema"], required=one.get("required") is True)
    body = operation.get("requestBody", {})
    for kind, media in body.get("content", {}).items():
        yield Slot(f"{REQUEST} {kind}", REQUEST, media["schema"], required=body.get("required") is True)
    for status, response in operation["responses"].items():
        for kind, media in response["content"].items():
            yield Slot(f"{RESPONSE} {status} {kind}", RESPONSE, media["schema"])


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
