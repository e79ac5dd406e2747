"""Report changes in `readOnly`, `writeOnly` and discriminators, which no payload can show.

In OpenAPI a request leaves out `readOnly` members and a response leaves out `writeOnly` members; JSON Schema calls both
marks annotations. So a new mark takes a member away from those who send it. The API may then refuse or ignore it: this
is unproven. Readers of an optional member had to expect that it is missing. For a required member, the difference in
`required` is reported.

Decided 2026-11-30: where branches leave the tag free, the tags of a discriminator decide, at least for readers that
rely on them. A tag that is lost may break senders, and a new one may break readers. presend judges no payload by a
discriminator, so both are unproven. Where each branch fixes its tag by `const` or `enum`, these keywords are compared,
and the discriminator is text.
"""

from __future__ import annotations

import dataclasses
import itertools
from collections import Counter
from typing import TYPE_CHECKING

from presend.problems import unescaped
from presend_codegen.comparing.annotations import is_kept, marks, placed
from presend_codegen.comparing.branches import listed
from presend_codegen.comparing.difference import COMPATIBLE, EITHER, REQUEST, RESPONSE, TEXT, UNPROVEN, Difference
from presend_codegen.comparing.plain import label_of
from presend_codegen.schemas.closure import PREFIX
from presend_codegen.schemas.normalise import branches_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend_codegen.comparing.side import Side
    from presend_codegen.source.load import Json, Object

    Directions = tuple[str, ...]
    Subject = tuple[str, str, Json, Json, Directions]  # name, place, both schemas, directions

MARKED = {  # mark → its direction, and the kind of difference if it is new
    "readOnly": (REQUEST, UNPROVEN, "requests must not send it"),
    "writeOnly": (RESPONSE, COMPATIBLE, "responses do not return it"),
}
NONE: Counter[str] = Counter()
DEEPEST = 32  # references and parts to follow to the tag of a branch


def in_marks(old: Side, new: Side, travels: Callable[[], dict[str, Directions]]) -> Iterator[Difference]:
    """Yield the differences in marks and discriminators; `travels` returns the directions of schemas."""
    for name, slots in old.operations.items():
        others = {slot.name: slot for slot in new.operations.get(name, ())}
        for slot in (slot for slot in slots if slot.name in others):
            schemas = slot.schema, others[slot.name].schema
            if label_of(schemas[0]) not in old.own or label_of(schemas[1]) not in new.own:
                yield from _of(old, new, (name, slot.name, *schemas, (slot.direction,)))
    for name in (name for name in old.own if name in new.written):
        schemas = old.written[name], new.written[name]
        if not is_kept(*schemas) and any(
            _of(old, new, (name, "", *schemas, EITHER))
        ):  # rarely true, and travels() is slow
            yield from _of(old, new, (name, "", *schemas, travels().get(name, EITHER)))


def _of(old: Side, new: Side, subject: Subject) -> Iterator[Difference]:
    name, within, left, right, directions = subject
    known = {place for place, _ in placed(old, left)} & {place for place, _ in placed(new, right)}
    before, after = marks(old, left), marks(new, right)
    for place, word in dict.fromkeys([*before, *after]):
        count, now = (found.get((place, word), NONE).total() for found in (before, after))
        if place in known and count != now:
            yield _marked(name, f"{within} {place}".strip(), word, directions, is_new=now > count)
    if not (old.made or new.made):
        yield from _discriminators(old, new, subject)


def _marked(name: str, place: str, word: str, directions: Directions, *, is_new: bool) -> Difference:
    direction, kind, what = MARKED[word]
    said = f"is {word} now: {what}" if is_new else f"is no longer {word}"
    if direction not in directions:
        return Difference(name, place, word, f"{said}; it does not travel there", TEXT)
    return Difference(name, place, word, said, kind if is_new else COMPATIBLE, (direction,))


@dataclasses.dataclass(frozen=True, slots=True)
class Tags:
    """The content of a discriminator.

    Attributes:
        member: The name of the tag.
        schemas: Tag → the schema that it selects, including branches whose tags are their names.
        is_fixed: Whether each branch itself fixes its tag.
        is_said: Whether the discriminator adds anything to the branches.
    """

    member: str
    schemas: dict[str, str]
    is_fixed: bool
    is_said: bool


def _discriminators(old: Side, new: Side, subject: Subject) -> Iterator[Difference]:
    name, within, left, right, directions = subject
    before, after = _tags(old, left), _tags(new, right)
    for place in dict.fromkeys([*before, *after]):
        where = f"{within} {place}".strip()
        for one, other in itertools.zip_longest(before.get(place, ()), after.get(place, ())):
            if one and other:
                yield from _between(name, where, one, other, directions)
                continue
            only, what = (one, "removed") if one else (other, "added")
            if only.is_said:
                yield Difference(name, where, "discriminator", f"{only.member} {what}", TEXT)


def _between(name: str, place: str, old: Tags, new: Tags, directions: Directions) -> Iterator[Difference]:
    def difference(said: str, kind: str) -> Difference:
        if old.is_fixed and new.is_fixed:
            return Difference(name, place, "discriminator", said, TEXT)
        return Difference(name, place, "discriminator", f"discriminator {said}", kind, directions)

    if old.member != new.member:
        yield difference(f"{old.member} is now {new.member}", UNPROVEN)
    lost, gained = ([tag for tag in one.schemas if tag not in other.schemas] for one, other in ((old, new), (new, old)))
    if lost or gained:
        hurts = (lost and REQUEST in directions) or (gained and RESPONSE in directions)
        parts = [f"{what} {listed(those)}" for what, those in (("lost", lost), ("gained", gained)) if those]
        yield difference(f"{new.member} {' and '.join(parts)}", UNPROVEN if hurts else COMPATIBLE)
    for tag in (tag for tag in old.schemas if new.schemas.get(tag, old.schemas[tag]) != old.schemas[tag]):
        said = f"{new.member} {listed([tag])} leads to {new.schemas[tag]} now, which was {old.schemas[tag]}"
        yield difference(said, UNPROVEN)


def _tags(side: Side, schema: Json) -> dict[str, list[Tags]]:
    found: dict[str, list[Tags]] = {}
    for place, node in placed(side, schema):
        tag = node.get("discriminator")
        if isinstance(tag, dict) and isinstance(tag.get("propertyName"), str):
            found.setdefault(place, []).append(_read(side, node, tag))
    return found


def _read(side: Side, node: Object, tag: Object) -> Tags:
    mapping = tag.get("mapping")
    mapped: Object = mapping if isinstance(mapping, dict) else {}
    written = {str(value): unescaped(str(target).removeprefix(PREFIX)) for value, target in mapped.items()}
    labels = [label_of(branch) for branch in branches_of(node) if isinstance(branch, dict) and "$ref" in branch]
    called = {label: label for label in labels if label not in written.values()}
    member = tag["propertyName"]
    is_fixed = bool(branches_of(node)) and all(_fixes(side, branch, member) for branch in branches_of(node))
    return Tags(member, {**called, **written}, is_fixed, bool(mapped) or not is_fixed)


def _fixes(side: Side, node: Json, member: str, level: int = 0) -> bool:
    """Say whether a schema fixes the values of a member."""
    if not isinstance(node, dict) or level > DEEPEST:
        return False
    part = node.get("properties", {}).get(member, {})
    part = side.written.get(label_of(part)) if isinstance(part, dict) and "$ref" in part else part
    if isinstance(part, dict) and ("const" in part or "enum" in part):
        return True
    if "$ref" in node and _fixes(side, side.written.get(label_of(node)), member, level + 1):
        return True
    if any(_fixes(side, one, member, level + 1) for one in node.get("allOf", ())):
        return True
    return bool(branches_of(node)) and all(_fixes(side, one, member, level + 1) for one in branches_of(node))
