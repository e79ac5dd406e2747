"""Report differences in texts only: descriptions, titles, defaults, formats. They do not affect validity."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from presend.schema.marks import KNOWN
from presend_codegen.comparing.annotations import PROSE, is_kept, known_values, line, texts
from presend_codegen.comparing.difference import TEXT, Difference
from presend_codegen.comparing.plain import label_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.comparing.annotations import Texts
    from presend_codegen.comparing.side import Side
    from presend_codegen.comparing.slots import Slot
    from presend_codegen.source.load import Object

LONG = 60  # characters to quote; of a longer text, only the change is reported


def in_words(old: Side, new: Side) -> Iterator[Difference]:
    """Yield the differences in texts of operations, parameters, bodies and schemas that both sides have."""
    for name in (name for name in old.words if name in new.words):
        for place in (place for place in old.words[name] if place in new.words[name]):
            yield from _between(name, place, *(_flat(side.words[name][place]) for side in (old, new)))
    for name, slots in old.operations.items():
        others = {slot.name: slot for slot in new.operations.get(name, ())}
        for slot in slots:
            if slot.name in others:
                yield from _between(name, slot.name, _of_slot(old, slot), _of_slot(new, others[slot.name]))
    for name in old.own:
        if name in new.schemas and not _is_kept(old, new, name):
            yield from _between(name, "", _of_schema(old, name), _of_schema(new, name))


def _is_kept(old: Side, new: Side, name: str) -> bool:
    sides = ((side.written.get(name), side.schemas.get(name)) for side in (old, new))
    return all(is_kept(one, other) for one, other in zip(*sides, strict=True))


def _of_slot(side: Side, slot: Slot) -> Texts:
    """Return the texts at a slot: beside the reference, and of its schema if that has no name in the spec."""
    label = label_of(slot.schema)
    found = {} if label in side.own else _of_schema(side, label)
    for key, said in texts(side, {word: slot.schema[word] for word in slot.schema or () if word != "$ref"}).items():
        found.setdefault(key, Counter()).update(said)
    return found


def _of_schema(side: Side, label: str) -> Texts:
    return {**texts(side, side.written.get(label)), **known_values(side, side.schemas.get(label))}


def _between(subject: str, within: str, before: Texts, after: Texts) -> Iterator[Difference]:
    for place, word in dict.fromkeys([*before, *after]):
        left, right = before.get((place, word), Counter()), after.get((place, word), Counter())
        if left != right:
            where = f"{within} {place}".strip()
            yield Difference(subject, where, word.removeprefix("x-presend-"), _said(word, left, right), TEXT)


def _flat(words: Object) -> Texts:
    return {("", word): Counter([line(word, value)]) for word, value in words.items()}


def _said(word: str, left: Counter[str], right: Counter[str]) -> str:
    if word == KNOWN:
        parts = (
            f"{what} {', '.join(sorted(those))}" for what, those in (("lost", left - right), ("gained", right - left))
        )
        return " and ".join(part for part in parts if not part.endswith(" "))
    told = [", ".join(sorted(those)) or "none" for those in (left, right)]
    is_long = word != "default" and max(map(len, told)) > LONG
    if word in PROSE or is_long or told[0] == told[1]:
        return "changed" if left and right else "removed" if left else "added"
    return " is now ".join(told)
