"""Report operations and slots that were added or removed between two sides."""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from presend_codegen.comparing.difference import BREAKING, COMPATIBLE, EITHER, REQUEST, RESPONSE, TEXT, Difference
from presend_codegen.comparing.plain import label_of
from presend_codegen.comparing.slots import IN_PATH, shape

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.comparing.side import Side
    from presend_codegen.comparing.slots import Slot

WRITTEN_ALIKE = {"number", "integer", "boolean"}  # written in the same way as JSON and in each parameter style


JSON_TYPE = re.compile(r"application/json|[^;]*\+json")


def aligned(old: Side, new: Side) -> tuple[Side, dict[str, str]]:
    """Rename operations of the new side like the old ones if only the names of path parameters differ.

    Also return the original names: name on the old side → name on the new side.
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


def of_operations(old: Side, new: Side, renamed: dict[str, str]) -> Iterator[Difference]:
    """Yield the operations that came or went, and for the others their slots; `renamed` has the new names."""
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
            assert slot is not None  # noqa: S101 - at least one of the two exists
            has_content = any(other.startswith(f"{slot.name} ") for other in others)
            if slot.schema is not None or not has_content:  # otherwise the content that came or went is reported
                yield Difference(name, key, "slot", said, _kind_of_slot(slot, said, before), (slot.direction,))
        elif left.required != right.required:
            said = "is required now" if right.required else "is no longer required"
            kind = BREAKING if right.required == (left.direction == REQUEST) else COMPATIBLE
            yield Difference(name, key, "required", said, kind, (left.direction,))


def _contents(name: str, old: Side, new: Side) -> Iterator[Difference]:
    """Yield the parameters that switched between two media types, or between a media type and a style."""
    others = {slot.name: slot for slot in new.operations[name]}
    for left in old.operations[name]:
        right = others.get(left.name, left)
        if left.content != right.content:
            was, now = (f"as {slot.content}" if slot.content else "in a style" for slot in (left, right))
            kind = COMPATIBLE if _are_written_alike((old, left), (new, right)) else BREAKING
            said = f"was written {was} and is written {now} now"
            yield Difference(name, left.name, "content", said, kind, (left.direction,))


def _are_written_alike(*ones: tuple[Side, Slot]) -> bool:
    """Say whether the values of two slots look the same as JSON and in a style, as numbers and booleans do."""
    for side, slot in ones:
        schema = side.schemas.get(label_of(slot.schema))
        kinds = schema.get("type", ["string"]) if isinstance(schema, dict) else ["string"]
        if not WRITTEN_ALIKE.issuperset([kinds] if isinstance(kinds, str) else kinds):
            return False
        if slot.content and not JSON_TYPE.fullmatch(slot.content):
            return False
    return True


def _kind_of_slot(slot: Slot, said: str, before: dict[str, Slot]) -> str:
    """Return the kind of difference for a body or parameter that came or went; no payload can show it."""
    is_body = slot.name.startswith((f"{REQUEST} ", f"{RESPONSE} "))
    if said == "removed":
        return BREAKING if is_body else COMPATIBLE
    had_body = any(name.startswith(f"{REQUEST} ") for name in before)
    needed = slot.required and not (is_body and had_body)  # another content type is only one more choice
    return BREAKING if needed else COMPATIBLE
