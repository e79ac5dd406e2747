"""The slots of operations, where values travel, and what differs in them but for the values: which there are."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from typing import TYPE_CHECKING

from presend_codegen.comparing.difference import BREAKING, COMPATIBLE, EITHER, REQUEST, RESPONSE, TEXT, Difference
from presend_codegen.comparing.plain import label_of
from presend_codegen.schemas.closure import operations_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.comparing.sides import Side
    from presend_codegen.source.load import Json, Object

ROOTS = {"paths": "", "webhooks": "webhook "}  # where operations stand → how what they are called begins
IN_PATH = re.compile(r"\{([^{}]*)\}")
UTF_8 = ("charset=utf-8", 'charset="utf-8"')
IGNORED = ("accept", "content-type", "authorization")  # header parameters that OpenAPI says to ignore
WRITTEN_ALIKE = {"number", "integer", "boolean"}  # as JSON and in a parameter of any style
JSON_TYPE = re.compile(r"application/json|[^;]*\+json")


@dataclasses.dataclass(frozen=True, slots=True)
class Slot:
    """One place of an operation where a value travels.

    Attributes:
        name: Such as `request application/json`, `response 200 application/json`, `query limit`.
        direction: `request` or `response`.
        schema: Of the value; `None` for a response without content.
        required: Whether the value has to be there.
        content: The media type of a parameter that is written by one, and not in a style.
    """

    name: str
    direction: str
    schema: Json
    required: bool = False
    content: str = ""


def operations_of(whole: Object) -> Iterator[tuple[str, Object, bool]]:
    """Yield what an operation is called, the operation, and whether it is we who send its request."""
    for root in ROOTS:
        for path, item in whole.get(root, {}).items():
            yield from operations_at(root, path, item)


def operations_at(root: str, path: str, item: Object) -> Iterator[tuple[str, Object, bool]]:
    """Yield the same of one path, or of one webhook."""
    for method, operation in operations_in(item):
        yield f"{ROOTS[root]}{method.upper()} {path}", operation, root == "paths"


def slots_of(operation: Object, sent: str) -> Iterator[Slot]:
    """Yield the slots of an operation of a whole tidied document, where the schema of each is a reference.

    `sent` is the direction of its request: what a webhook sends is what we read.
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
    """Return what the slot of a parameter is called; case says nothing in the name of a header."""
    name, where = str(parameter.get("name")), str(parameter.get("in"))
    return f"{where} {name.lower() if where == 'header' else name}"


def is_ignored(parameter: Object) -> bool:
    """Say whether OpenAPI has a parameter ignored: media types and `security` tell of these headers."""
    return place_of(parameter).removeprefix("header ") in IGNORED and parameter.get("in") == "header"


def content_of(body: Object) -> Object:
    """Return the content of a body by type, spelt as the others are: case says nothing there, nor does UTF-8."""
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


def aligned(old: Side, new: Side) -> tuple[Side, dict[str, str]]:
    """Return the new side with operations called as in the old one, where only names of parameters in paths differ.

    Also return what they are called in truth: the old side's name → theirs.
    """
    names = {shape(name): name for name in old.operations if name not in new.operations}
    renamed = {
        name: names[shape(name)] for name in new.operations if name not in old.operations and shape(name) in names
    }
    operations, words = {}, {}
    for name, slots in new.operations.items():
        called = renamed.get(name, name)
        steps = zip(IN_PATH.findall(name), IN_PATH.findall(called), strict=True)
        places = {f"path {now}": f"path {was}" for now, was in steps}
        operations[called] = tuple(dataclasses.replace(slot, name=places.get(slot.name, slot.name)) for slot in slots)
        words[called] = {places.get(place, place): said for place, said in new.words.get(name, {}).items()}
    return dataclasses.replace(new, operations=operations, words=words), {was: now for now, was in renamed.items()}


def shape(name: str) -> str:
    """Return what operations, or paths, have in common that differ in names of parameters alone."""
    return IN_PATH.sub("{}", name)


def of_operations(old: Side, new: Side, renamed: dict[str, str]) -> Iterator[Difference]:
    """Yield which operations came or went, and of the others which slots; `renamed` are those called otherwise now."""
    for name, slots in old.operations.items():
        if name not in new.operations:
            yield Difference(name, "", "operation", "operation removed", BREAKING, EITHER)
            continue
        if name in renamed:
            yield Difference(name, "", "path", f"is {renamed[name]} now, which is the same path", TEXT)
        yield from _slots(name, slots, new.operations[name])
        yield from _contents(name, old, new)
    for name in new.operations:
        if name not in old.operations:
            yield Difference(renamed.get(name, name), "", "operation", "operation added", COMPATIBLE, EITHER)


def _slots(name: str, old: tuple[Slot, ...], new: tuple[Slot, ...]) -> Iterator[Difference]:
    before, after = ({slot.name: slot for slot in slots} for slots in (old, new))
    for key in dict.fromkeys([*before, *after]):
        left, right = before.get(key), after.get(key)
        if left is None or right is None:
            slot, said, others = (right, "added", before) if left is None else (left, "removed", after)
            assert slot is not None  # noqa: S101 - one of the two is there
            has_content = any(other.startswith(f"{slot.name} ") for other in others)
            if slot.schema is not None or not has_content:  # else the content that came or went is told
                yield Difference(name, key, "slot", said, _kind_of_slot(slot, said, before), (slot.direction,))
        elif left.required != right.required:
            said = "is required now" if right.required else "is no longer required"
            kind = BREAKING if right.required == (left.direction == REQUEST) else COMPATIBLE
            yield Difference(name, key, "required", said, kind, (left.direction,))


def _contents(name: str, old: Side, new: Side) -> Iterator[Difference]:
    """Yield the parameters that are written otherwise: by another media type, or by one instead of in a style."""
    others = {slot.name: slot for slot in new.operations[name]}
    for left in old.operations[name]:
        right = others.get(left.name, left)
        if left.content != right.content:
            was, now = (f"as {slot.content}" if slot.content else "in a style" for slot in (left, right))
            kind = COMPATIBLE if _are_written_alike((old, left), (new, right)) else BREAKING
            said = f"was written {was} and is written {now} now"
            yield Difference(name, left.name, "content", said, kind, (left.direction,))


def _are_written_alike(*ones: tuple[Side, Slot]) -> bool:
    """Say whether values of two slots look the same as JSON and in a style: numbers and booleans do."""
    for side, slot in ones:
        schema = side.schemas.get(label_of(slot.schema))
        kinds = schema.get("type", ["string"]) if isinstance(schema, dict) else ["string"]
        if not WRITTEN_ALIKE.issuperset([kinds] if isinstance(kinds, str) else kinds):
            return False
        if slot.content and not JSON_TYPE.fullmatch(slot.content):
            return False
    return True


def _kind_of_slot(slot: Slot, said: str, before: dict[str, Slot]) -> str:
    """Return the kind of a body or parameter that came or went; no payload can show it."""
    is_body = slot.name.startswith((f"{REQUEST} ", f"{RESPONSE} "))
    if said == "removed":
        return BREAKING if is_body else COMPATIBLE
    had_body = any(name.startswith(f"{REQUEST} ") for name in before)
    needed = slot.required and not (is_body and had_body)  # another type of body is a choice more
    return BREAKING if needed else COMPATIBLE
