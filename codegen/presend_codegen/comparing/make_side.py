"""Turn a document or a pack into one side of a comparison: schemas, and the slots where their values travel."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend.problems import pointer_of, unescaped
from presend.schema.marks import KNOWN, SOURCE
from presend.words.pointers import last_of
from presend_codegen.canonical.document import tidy
from presend_codegen.canonical.json_schema import is_json_schema
from presend_codegen.comparing.as_packed import Made, as_packed
from presend_codegen.comparing.difference import REQUEST, RESPONSE
from presend_codegen.comparing.exactly import exactly, overlaps
from presend_codegen.comparing.plain import targets
from presend_codegen.comparing.side import UNNAMED, Side
from presend_codegen.comparing.slots import Slot, media_type, operations_of, slots_of
from presend_codegen.comparing.uncompared import Described
from presend_codegen.passes.directions import optional
from presend_codegen.passes.one_of import EXACT, with_null_apart
from presend_codegen.passes.twins import RETURNED
from presend_codegen.passes.verify import verify
from presend_codegen.schemas.closure import PREFIX
from presend_codegen.schemas.normalise import normalise, transform
from presend_codegen.source.load import SpecError, of_this_shape

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from presend.packs.operation import Operation
    from presend_codegen.schemas.closure import Operation as Row
    from presend_codegen.source.load import Json, Object


def packed_like(side: Side, other: Side) -> Side:
    """Return a side as if it were a pack made like the other side; a pack is returned unchanged."""
    if side.made or not other.made:
        return side
    like = dataclasses.replace(other.made, one_of=side.one_of or other.made.one_of)
    return side_of_pack(side.name, *as_packed(side.document, other.own, like), like)


def side_of_pack(
    name: str,
    schemas: Mapping[str, Object],
    table: Iterable[Operation | Row],
    twins: Mapping[str, str],
    like: Made,
) -> Side:
    """Return the side of a pack, from the content of its files.

    If a schema has a twin, responses use the twin. Both count as one schema, as in the spec.
    """
    returned = {twin: own for twin, own in twins.items() if twin.startswith(f"{own}{RETURNED}")}
    base = {own: schema for own, schema in schemas.items() if own not in returned}
    labels = _labels(base, twins)
    own = _own(labels)
    labels |= {twin: labels[original] for twin, original in returned.items()}
    called = exactly(schemas) if like.one_of == EXACT else schemas
    sent = _labelled({name: called[name] for name in base}, labels)
    answered = {**sent, **_labelled({name: called[name] for name in returned}, labels)}
    return Side(
        name,
        sent,
        _operations_in(table, labels),
        own,
        _suggesting(schemas, labels),
        made=like,
        one_of=like.one_of,
        ways={REQUEST: sent, RESPONSE: answered} if returned else {},
        written=_labelled(base, labels),
    )


def _operations_in(table: Iterable[Operation | Row], labels: dict[str, str]) -> dict[str, tuple[Slot, ...]]:
    """Return the operations of a pack with their slots; an operation with several content types has several rows."""
    operations: dict[str, tuple[Slot, ...]] = {}
    for operation in table:
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
    return operations


def side_of(name: str, document: Object, one_of: str | None = None) -> Side:
    """Return the side of an OpenAPI document, after the same checks as in `presend generate`.

    Raises:
        SpecError: It is not OpenAPI 3.x, a reference leaves it or points nowhere, or a part is not valid JSON Schema or
            cannot be compared.
    """
    try:
        with of_this_shape():
            return _of_document(name, document, one_of)
    except SpecError as error:
        raise SpecError(f"{name}: {error}") from None


def _of_document(name: str, document: Object, one_of: str | None) -> Side:
    if is_json_schema(document):
        raise SpecError("expected an OpenAPI document of version 3.x, got a JSON Schema, which diff cannot compare")
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
    """Return the schemas as requests and as responses have them; empty if all are the same."""
    sent, returned = (optional(effective, mark) for mark in ("readOnly", "writeOnly"))
    return {} if sent == returned == effective else {REQUEST: sent, RESPONSE: returned}


def _labels(schemas: Mapping[str, Object], twins: Collection[str] = ()) -> dict[str, str]:
    """Return the label of each schema in a comparison: its name in the spec, or `#` and codegen's name.

    A twin has no name in the spec.
    """
    labels = {}
    places = {name: str(schema.get(SOURCE, PREFIX + name)) for name, schema in schemas.items()}
    last = {
        place: name for name, place in places.items() if name not in twins
    }  # codegen puts the parts that it splits off before their schema
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
    return {**node, "$ref": _target(labels[last_of(node["$ref"])])} if node and "$ref" in node else node


def _target(label: str) -> str:
    return PREFIX.removesuffix("/") + pointer_of((label,))


def _suggesting(schemas: Mapping[str, Object], labels: dict[str, str]) -> frozenset[str]:
    """Return the schemas that are only used for suggested values of open enums."""
    every = [*schemas.values()]
    lost = set(targets(every)) - set(targets([transform(schema, _without_known) for schema in every]))
    names = set(map(last_of, lost))
    return frozenset(label for name, label in labels.items() if name in names)


def _without_known(node: Object) -> Object:
    return {word: value for word, value in node.items() if word != KNOWN}
