"""Read one side of a comparison: a spec file, a pack, or a file as it stands in a git revision.

Whatever it is, it becomes schemas, and the places (bodies and parameters of operations) where values of them travel.
"""

from __future__ import annotations

import dataclasses
import hashlib
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from presend.packs.pack import find_pack
from presend.problems import pointer_of, unescaped
from presend_codegen.canonical.document import SOURCE, tidy
from presend_codegen.canonical.json_schema import is_json_schema
from presend_codegen.comparing.as_packed import Made, as_packed, made
from presend_codegen.comparing.difference import REQUEST, RESPONSE
from presend_codegen.comparing.exactly import exactly, overlaps
from presend_codegen.comparing.plain import targets
from presend_codegen.comparing.slots import Slot, media_type, operations_of, slots_of
from presend_codegen.comparing.uncompared import Described
from presend_codegen.passes.directions import optional
from presend_codegen.passes.one_of import EXACT, with_null_apart
from presend_codegen.passes.twins import RETURNED
from presend_codegen.passes.verify import verify
from presend_codegen.schemas.closure import PREFIX
from presend_codegen.schemas.normalise import KNOWN, normalise, transform
from presend_codegen.source.fetch import fetch, is_address
from presend_codegen.source.load import MAX_BYTES, SpecError, of_this_shape, parse_document

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from presend.packs.pack import Operation
    from presend_codegen.schemas.closure import Operation as Row
    from presend_codegen.source.load import Json, Object

UNNAMED = "#"  # begins what no author called anything; no name of a component may begin so
SUFFIXES = (".yaml", ".yml", ".json")  # of spec files


@dataclasses.dataclass(frozen=True, slots=True)
class Side:
    """One side: what it was called, its schemas by name, for each operation its slots.

    Attributes:
        own: The schemas that the spec names; others have a label that begins with `#`.
        suggesting: Those of them that list values of open enums, and decide nothing.
        made: How a pack was made, which holds no parameters, and of responses only one; nothing for a document.
        document: The document; empty for a pack.
        one_of: How `oneOf` is read, `any` or `exact`; nothing where nobody chose.
        overlaps: Whether it matters how `oneOf` is read.
        ways: The schemas as `request` and as `response` have them, where these differ.
        written: The schemas as their author wrote them, with their texts; of a pack, as it has them.
        words: What operations say of themselves and of their parts: operation → place → word → text.
        uncompared: What no difference is told of, by what it is called.
    """

    name: str
    schemas: Object
    operations: dict[str, tuple[Slot, ...]]
    own: tuple[str, ...]
    suggesting: frozenset[str] = frozenset()
    made: Made | None = None
    document: Object = dataclasses.field(default_factory=dict)
    one_of: str | None = None
    overlaps: bool = False
    ways: dict[str, Object] = dataclasses.field(default_factory=dict)
    written: Object = dataclasses.field(default_factory=dict)
    words: dict[str, Object] = dataclasses.field(default_factory=dict)
    uncompared: dict[str, Json] = dataclasses.field(default_factory=dict)

    def packed_like(self, other: Side) -> Side:
        """Return the side as a pack made like another side would have it; a pack is one already."""
        if self.made or not other.made:
            return self
        like = dataclasses.replace(other.made, one_of=self.one_of or other.made.one_of)
        return side_of_pack(self.name, *as_packed(self.document, other.own, like), like)

    def way(self, direction: str) -> Side:
        """Return the side with its schemas as what travels in a direction."""
        return dataclasses.replace(self, schemas=self.ways.get(direction, self.schemas))


def read_side(name: str, one_of: str | None = None) -> Side:
    """Read the spec (a file, or at an https address), the pack, or the file in a git revision (`REV:path`) of a name.

    `one_of` says how to read `oneOf` in a spec, `any` or `exact`; a pack knows how it was made.

    Raises:
        SpecError: It is none of them, or no OpenAPI document.
        OSError: The file cannot be read.
    """
    if not _is_file(Path(name)) and ":" not in name and "/" not in name and not name.endswith(SUFFIXES):
        try:
            pack = find_pack(name)
        except LookupError as error:
            raise SpecError(f"{name}: no such file, and {error}") from None
        return side_of_pack(name, pack.schemas, pack.operations, pack.twins, made(pack.table, pack.schemas))
    return side_of(name, document_of(name)[0], one_of)


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
    name: str,
    schemas: Mapping[str, Object],
    table: Iterable[Operation | Row],
    twins: Mapping[str, str],
    like: Made,
) -> Side:
    """Return the side that a pack is, by what it has in its files.

    Of what it has twice, answers have the twin: both are one schema to the author of the spec.
    """
    returned = {twin: own for twin, own in twins.items() if twin.startswith(f"{own}{RETURNED}")}
    base = {own: schema for own, schema in schemas.items() if own not in returned}
    labels = _labels(base, twins)
    own = _own(labels)
    labels |= {twin: labels[original] for twin, original in returned.items()}
    operations: dict[str, tuple[Slot, ...]] = {}
    for operation in table:  # one that takes several types of body comes once for each
        slots = [
            Slot(f"{direction} {kind}".strip(), direction, {"$ref": _target(labels[schema])})
            for direction, schema, kind in (
                (REQUEST, operation.schema, operation.content_type and media_type(operation.content_type)),
                (RESPONSE, operation.response, ""),
            )
            if schema
        ]
        key = f"{operation.method} {operation.path}"
        before = operations.get(key, ())
        operations[key] = (*before, *(slot for slot in slots if slot not in before))
    called = exactly(schemas) if like.one_of == EXACT else schemas
    sent = _labelled({name: called[name] for name in base}, labels)
    answered = {**sent, **_labelled({name: called[name] for name in returned}, labels)}
    return Side(
        name,
        sent,
        operations,
        own,
        _suggesting(schemas, labels),
        made=like,
        one_of=like.one_of,
        ways={REQUEST: sent, RESPONSE: answered} if returned else {},
        written=_labelled(base, labels),
    )


def side_of(name: str, document: Object, one_of: str | None = None) -> Side:
    """Return the side that an OpenAPI document is, once it has passed the checks that `presend generate` makes.

    Raises:
        SpecError: It is none of version 3.x, refers out of itself or to nothing, or holds what is no JSON Schema or
            what cannot be compared.
    """
    try:
        with of_this_shape():
            return _of_document(name, document, one_of)
    except SpecError as error:
        raise SpecError(f"{name}: {error}") from None


def _of_document(name: str, document: Object, one_of: str | None) -> Side:
    if is_json_schema(document):
        raise SpecError("expected an OpenAPI document of version 3.x, got a JSON Schema, which diff does not compare")
    whole = tidy(document, is_whole=True).document
    raw, paths = whole["components"]["schemas"], whole["paths"]
    if not (raw or paths or whole["webhooks"]):
        raise SpecError("expected an OpenAPI document with schemas or paths, got neither")
    verify(raw)
    effective = normalise(with_null_apart(raw) if one_of == EXACT else raw)
    does_overlap = overlaps(effective)
    if one_of == EXACT:
        effective = exactly(effective)
    labels = _labels(raw)
    operations = {}
    for key, operation, is_sent in operations_of(whole):
        slots = slots_of(operation, REQUEST if is_sent else RESPONSE)
        operations[key] = tuple(dataclasses.replace(one, schema=_labelled_node(one.schema, labels)) for one in slots)
    ways = _ways(effective)
    described = Described(document, whole, raw)
    return Side(
        name,
        _labelled(effective, labels),
        operations,
        _own(labels),
        _suggesting(effective, labels),
        document=document,
        one_of=one_of,
        overlaps=does_overlap,
        ways={way: _labelled(schemas, labels) for way, schemas in ways.items()},
        written=_labelled(raw, labels),
        words=described.words,
        uncompared=described.uncompared,
    )


def _ways(effective: Object) -> dict[str, Object]:
    """Return the schemas as what is sent and as what is returned; nothing where all are the same."""
    sent, returned = (optional(effective, mark) for mark in ("readOnly", "writeOnly"))
    return {} if sent == returned == effective else {REQUEST: sent, RESPONSE: returned}


def _labels(schemas: Mapping[str, Object], twins: Collection[str] = ()) -> dict[str, str]:
    """Return what each schema is called in a comparison: as its author calls it; `#` and our name where nobody does.

    No author has called twins anything.
    """
    labels = {}
    places = {name: str(schema.get(SOURCE, PREFIX + name)) for name, schema in schemas.items()}
    last = {
        place: name for name, place in places.items() if name not in twins
    }  # codegen puts what it splits off a schema before the schema
    for name, place in places.items():
        steps = place.removeprefix(PREFIX)
        is_own = steps != place and "/" not in steps and last.get(place) == name
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


def _target(label: str) -> str:
    return PREFIX.removesuffix("/") + pointer_of((label,))


def _suggesting(schemas: Mapping[str, Object], labels: dict[str, str]) -> frozenset[str]:
    """Return the schemas that are referred to for values of open enums alone."""
    every = [*schemas.values()]
    lost = set(targets(every)) - set(targets([transform(schema, _without_known) for schema in every]))
    names = {target.rpartition("/")[2] for target in lost}
    return frozenset(label for name, label in labels.items() if name in names)


def _without_known(node: Object) -> Object:
    return {word: value for word, value in node.items() if word != KNOWN}
