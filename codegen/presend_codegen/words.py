"""What differs in words alone: descriptions, titles, defaults, formats. No payload is judged otherwise for them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from presend_codegen.difference import TEXT, Difference
from presend_codegen.normalise import KNOWN
from presend_codegen.pairs import stepped
from presend_codegen.slots import TEXTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.load import Json, Object
    from presend_codegen.sides import Side

    Texts = dict[tuple[str, str], set[str]]  # (place, what) → texts, whatever unions stand in between


def in_words(old: Side, new: Side) -> Iterator[Difference]:
    """Yield what differs in words alone, of operations, parameters, bodies and schemas that both sides have."""
    for name in (name for name in old.words if name in new.words):
        yield from _between(name, "", _flat(old.words[name]), _flat(new.words[name]))
    for name, slots in old.operations.items():
        others = {slot.name: slot for slot in new.operations.get(name, ())}
        for slot in slots:
            if slot.name in others:
                one, other = slot, others[slot.name]
                before = {**texts(old.inline(one.schema)), **_flat(one.words)}
                after = {**texts(new.inline(other.schema)), **_flat(other.words)}
                yield from _between(name, slot.name, before, after)
    for name in old.own:
        if name in new.schemas:
            yield from _between(name, "", texts(old.schemas[name]), texts(new.schemas[name]))


def _between(subject: str, within: str, before: Texts, after: Texts) -> Iterator[Difference]:
    for place, word in dict.fromkeys([*before, *after]):
        left, right = before.get((place, word), set()), after.get((place, word), set())
        if left != right:
            where = f"{within} {place}".strip()
            yield Difference(subject, where, word.removeprefix("x-presend-"), _said(word, left, right), TEXT)


def _flat(words: Object) -> Texts:
    return {("", word): {_line(word, value)} for word, value in words.items()}


def _said(word: str, left: set[str], right: set[str]) -> str:
    if word == KNOWN:
        parts = (
            f"{what} {', '.join(sorted(those))}" for what, those in (("lost", left - right), ("gained", right - left))
        )
        return " and ".join(part for part in parts if not part.endswith(" "))
    if word in ("description", "title", "summary"):
        return "changed" if left and right else "removed" if left else "added"
    return f"{', '.join(sorted(left)) or 'none'} is now {', '.join(sorted(right)) or 'none'}"


def _line(word: str, value: Json) -> str:
    """Return what a word says, on one line; a default as JSON, as "1" is not 1."""
    return " ".join(value.split()) if isinstance(value, str) and word != "default" else json.dumps(value)


def texts(schema: Json) -> Texts:
    """Return what a schema says besides its keywords."""
    found: Texts = {}
    _texts(schema, "", found)
    return found


def _texts(node: Json, place: str, found: Texts) -> None:
    if not isinstance(node, dict):
        return
    for word in TEXTS:
        if word in node:
            found.setdefault((place, word), set()).add(_line(word, node[word]))
    if isinstance(node.get(KNOWN), list):  # a reference is told where it leads
        found.setdefault((place, KNOWN), set()).update(map(json.dumps, node[KNOWN]))
    for name, part in node.get("properties", {}).items():
        _texts(part, stepped(place, name), found)
    for word, step in (("items", "[]"), ("additionalProperties", "{}")):
        _texts(node.get(word), place + step, found)
    for word in ("anyOf", "oneOf", "allOf"):
        for part in node.get(word, ()):
            _texts(part, place, found)
