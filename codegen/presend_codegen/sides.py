"""Read one side of a comparison: a spec file, a pack, or a file as it stands in a git revision.

Whatever it is, it becomes schemas, and the places (bodies and parameters of operations) where values of them travel.
"""

from __future__ import annotations

import dataclasses
import hashlib
import itertools
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from presend.pack import find_pack
from presend.problems import pointer_of, unescaped
from presend_codegen.closure import PREFIX, responses_reach
from presend_codegen.difference import REQUEST, RESPONSE
from presend_codegen.directions import optional
from presend_codegen.document import SOURCE, tidy
from presend_codegen.fetch import fetch, is_address
from presend_codegen.json_schema import is_json_schema
from presend_codegen.load import MAX_BYTES, SpecError, of_this_shape, parse_document
from presend_codegen.normalise import KNOWN, normalise, transform
from presend_codegen.passes.twins import RETURNED
from presend_codegen.plain import targets
from presend_codegen.slots import TEXTS, WEBHOOK, Slot, media_type, operations_of, slots_of
from presend_codegen.uncompared import uncompared
from presend_codegen.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from presend.pack import Operation
    from presend_codegen.load import Json, Object

PACKED = {REQUEST: "packed request", RESPONSE: "packed response"}  # how a pack has schemas, in each direction
UNNAMED = "#"  # begins what no author called anything; no name of a component may begin so
SUFFIXES = (".yaml", ".yml", ".json")  # of spec files


@dataclasses.dataclass(frozen=True, slots=True)
class Side:
    """One side: what it was called, its schemas by name, for each operation its slots.

    Attributes:
        own: The schemas that the spec names; others have a label that begins with `#`.
        suggesting: Those of them that list values of open enums, and decide nothing.
        is_partial: Whether it is a pack, which holds no parameters, and of responses only one.
        ways: The schemas as `request` and as `response` have them, and as packs do (`PACKED`), where these differ.
            A pack has only the first two, and as its schemas the former.
        words: What operations say of themselves.
        uncompared: What no difference is told of, by what it is called.
    """

    name: str
    schemas: Object
    operations: dict[str, tuple[Slot, ...]]
    own: tuple[str, ...]
    suggesting: frozenset[str] = frozenset()
    is_partial: bool = False
    ways: dict[str, Object] = dataclasses.field(default_factory=dict)
    words: dict[str, Object] = dataclasses.field(default_factory=dict)
    uncompared: dict[str, Json] = dataclasses.field(default_factory=dict)

    def partial(self) -> Side:
        """Return as much of a side as a pack holds: bodies of requests, and the first successful response."""
        kept = {}
        for name, slots in self.operations.items():
            told = (slot for slot in slots if slot.schema is not None)
            answers = (slot for slot in told if slot.name.startswith(f"{RESPONSE} 2") or slot.name == RESPONSE)
            first = [dataclasses.replace(slot, name=RESPONSE) for slot in itertools.islice(answers, 1)]
            bodies = [dataclasses.replace(slot, required=False) for slot in slots if slot.name.startswith(REQUEST)]
            if not name.startswith(WEBHOOK):
                kept[name] = (*bodies, *first)
        packed = {direction: self.ways[way] for direction, way in PACKED.items() if way in self.ways}
        return dataclasses.replace(self, operations=kept, ways=packed or self.ways, words={})

    def way(self, direction: str) -> Side:
        """Return the side with its schemas as what travels in a direction."""
        return dataclasses.replace(self, schemas=self.ways.get(direction, self.schemas))

    def inline(self, schema: Json) -> Json:
        """Return the schema of a slot, where no name of its own tells of it."""
        label = label_of(schema)
        return self.schemas.get(label) if label not in self.own else None


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
        return side_of_pack(name, pack.schemas, pack.operations, pack.twins)
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


def side_of_pack(
    name: str, schemas: Mapping[str, Object], table: Iterable[Operation], twins: Mapping[str, str] | None = None
) -> Side:
    """Return the side that a pack is, by what it has in its files."""
    twins = twins or {}
    labels = _labels({own: schema for own, schema in schemas.items() if own not in twins})
    labels |= {twin: f"{UNNAMED}{twin}" for twin in twins}
    returned = labels | {twin: labels[own] for twin, own in twins.items() if twin.startswith(f"{own}{RETURNED}")}
    base = {own: schema for own, schema in schemas.items() if returned[own] == labels[own]}
    answers = {**base, **{twins[own]: schema for own, schema in schemas.items() if own not in base}}
    operations: dict[str, tuple[Slot, ...]] = {}
    for operation in table:  # one that takes several types of body comes once for each
        slots = [
            Slot(f"{direction} {kind}".strip(), direction, {"$ref": _target(returned[schema])})
            for direction, schema, kind in (
                (REQUEST, operation.schema, operation.content_type and media_type(operation.content_type)),
                (RESPONSE, operation.response, ""),
            )
            if schema
        ]
        before = operations.get(str(operation), ())
        operations[str(operation)] = (*before, *(slot for slot in slots if slot not in before))
    sent = _labelled(base, labels)
    ways = {REQUEST: sent, RESPONSE: _labelled(answers, returned)} if len(base) < len(schemas) else {}
    return Side(name, sent, operations, _own(labels), is_partial=True, ways=ways)


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
    if not (raw or paths or whole["webhooks"]):
        raise SpecError("expected an OpenAPI document with schemas or paths, got neither")
    verify(raw)
    effective = normalise(raw)
    labels = _labels(raw)
    operations, words = {}, {}
    for key, operation, is_sent in operations_of(whole):
        slots = slots_of(operation, REQUEST if is_sent else RESPONSE)
        operations[key] = tuple(dataclasses.replace(one, schema=_labelled_node(one.schema, labels)) for one in slots)
        words[key] = {word: operation[word] for word in ("summary", *TEXTS) if word in operation}
    lost = set(targets(raw)) - set(targets([transform(schema, _without_known) for schema in effective.values()]))
    suggesting = frozenset(labels[key] for key in labels if PREFIX + key in lost)
    ways = _ways(effective, *responses_reach(whole, raw))
    return Side(
        name,
        _labelled(effective, labels),
        operations,
        _own(labels),
        suggesting,
        ways={way: _labelled(schemas, labels) for way, schemas in ways.items()},
        words=words,
        uncompared=uncompared(document, whole),
    )


def _ways(effective: Object, alone: set[str], reached: set[str]) -> dict[str, Object]:
    """Return the schemas as what is sent, what is returned, and as a pack has them; nothing where all are the same.

    Responses alone reach `alone`, and all responses `reached`.
    """
    sent, returned = (optional(effective, mark) for mark in ("readOnly", "writeOnly"))
    if sent == returned == effective:
        return {}
    packed = {
        PACKED[direction]: {name: (returned if name in lenient else sent)[name] for name in effective}
        for direction, lenient in ((REQUEST, alone), (RESPONSE, reached))
    }
    return {REQUEST: sent, RESPONSE: returned, **packed}


def _labels(schemas: Mapping[str, Object]) -> dict[str, str]:
    """Return what each schema is called in a comparison: as its author calls it; `#` and our name where nobody does."""
    labels = {}
    places = {name: str(schema.get(SOURCE, PREFIX + name)) for name, schema in schemas.items()}
    last = {place: name for name, place in places.items()}  # codegen puts what it splits off a schema before the schema
    for name, place in places.items():
        steps = place.removeprefix(PREFIX)
        is_own = steps != place and "/" not in steps and last[place] == name
        labels[name] = unescaped(steps) if is_own else f"{UNNAMED}{name}"
    return labels


def _own(labels: dict[str, str]) -> tuple[str, ...]:
    return tuple(label for label in labels.values() if not label.startswith(UNNAMED))


def _labelled(schemas: Mapping[str, Object], labels: dict[str, str]) -> Object:
    return {
        labels[name]: transform(schema, lambda node: _labelled_node(node, labels)) for name, schema in schemas.items()
    }


def _labelled_node(node: Json, labels: dict[str, str]) -> Json:
    return {**node, "$ref": _target(labels[node["$ref"].rpartition("/")[2]])} if node and "$ref" in node else node


def label_of(schema: Json) -> str:
    """Return what the schema is called that a slot refers to."""
    target = str(schema.get("$ref", "")) if isinstance(schema, dict) else ""
    return unescaped(target.rpartition("/")[2])


def _target(label: str) -> str:
    return PREFIX.removesuffix("/") + pointer_of((label,))


def _without_known(node: Object) -> Object:
    return {word: value for word, value in node.items() if word != KNOWN}
