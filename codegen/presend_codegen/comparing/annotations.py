"""What schemas say besides what they take: texts, marks of direction, discriminators, and what nobody compares.

All of it is known by place, as members and items, whatever unions and parts stand in between: what moves into a part of
an `allOf` says the same there. What comes twice at one place is counted, so that no copy hides a change.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from presend.schema.subschemas import below
from presend.schema.vocabulary import ANNOTATIONS, DECIDING, OF_ITEMS, OF_MEMBERS
from presend_codegen.comparing.pairs import stepped
from presend_codegen.comparing.plain import KEYWORDS, label_of
from presend_codegen.schemas.normalise import KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.comparing.side import Side
    from presend_codegen.source.load import Json, Object

    Texts = dict[tuple[str, str], Counter[str]]  # (place, what) → texts

PROSE = ("title", "description", "summary")
MARKS = ("readOnly", "writeOnly")
NAMED = {"example": "examples", "examples": "examples", "xml": "xml", "$comment": "comments"}  # told by name alone
TEXTS = tuple(word for word in ANNOTATIONS if word not in (*MARKS, *NAMED))  # what decides nothing, and is told
SEEN = frozenset([*KEYWORDS, *TEXTS, *MARKS, "nullable", "discriminator", "$schema", "$anchor", "$dynamicAnchor"])
STEPS = {  # what speaks of a value inside → the step to it; all others speak of the same value
    **dict.fromkeys(OF_ITEMS, "[]"),
    **dict.fromkeys((*OF_MEMBERS, "propertyNames"), "{}"),
}


def line(word: str, value: Json) -> str:
    """Return what a word says, on one line; a default as JSON, as "1" is not 1."""
    is_plain = isinstance(value, str) and word != "default"
    return " ".join(value.split()) if is_plain else json.dumps(value, sort_keys=True)


def placed(side: Side, schema: Json) -> Iterator[tuple[str, Object]]:
    """Yield each schema in a schema of a side with its place; those that no author named are entered by reference."""
    yield from _placed(side, schema, "", frozenset())


def _placed(side: Side, node: Json, place: str, trail: frozenset[str]) -> Iterator[tuple[str, Object]]:
    if not isinstance(node, dict):
        return
    yield place, node
    if "$ref" in node and (label := label_of(node)) not in side.own and label not in trail:
        yield from _placed(side, side.written.get(label), place, trail | {label})
    for (word, *name), part in below(node, DECIDING):
        inner = stepped(place, str(name[0])) if word == "properties" else place + STEPS.get(str(word), "")
        yield from _placed(side, part, inner, trail)


def texts(side: Side, schema: Json) -> Texts:
    """Return the texts of a schema of a side."""
    found: Texts = {}
    for place, node in placed(side, schema):
        for word in TEXTS:
            if word in node and (word, node[word]) != ("deprecated", False):
                found.setdefault((place, word), Counter())[line(word, node[word])] += 1
    return found


def known_values(side: Side, schema: Json) -> Texts:
    """Return the values that the open enums of an effective schema suggest; a reference is told where it leads."""
    found: Texts = {}
    for place, node in placed(side, schema):
        if isinstance(node.get(KNOWN), list):
            found.setdefault((place, KNOWN), Counter()).update(map(json.dumps, node[KNOWN]))
    return found


def marks(side: Side, schema: Json) -> Texts:
    """Return where a schema is marked as of one direction alone."""
    found: Texts = {}
    for place, node in placed(side, schema):
        for word in MARKS:
            if node.get(word) is True:
                found.setdefault((place, word), Counter())[word] += 1
    return found


def unseen(schemas: Object) -> Iterator[tuple[str, str]]:
    """Yield what schemas say that is compared nowhere: what it is called, and what it says."""
    for schema in schemas.values():
        yield from _unseen(schema)


def _unseen(node: Json) -> Iterator[tuple[str, str]]:
    if not isinstance(node, dict):
        return
    for word, value in node.items():
        if word not in SEEN and not word.startswith("x-"):
            yield NAMED.get(word, "other keywords"), f"{word} {line('default', value)}"
    for _, part in below(node, DECIDING):
        yield from _unseen(part)
