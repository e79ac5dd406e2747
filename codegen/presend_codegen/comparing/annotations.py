"""Collect what schemas say besides constraints: texts, `readOnly` marks, discriminators, and parts not compared.

Everything is listed by its place: members and items, without unions and parts on the way. So a text that moves into a
part of an `allOf` counts as unchanged. Repetitions at one place are counted, so that no copy hides a change.
"""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING

from presend.schema.marks import KNOWN
from presend.schema.subschemas import below
from presend.schema.vocabulary import ANNOTATIONS, DECIDING, OF_ITEMS, OF_MEMBERS
from presend_codegen.comparing.pairs import stepped
from presend_codegen.comparing.plain import KEYWORDS, label_of
from presend_codegen.comparing.side import UNNAMED
from presend_codegen.schemas.closure import PREFIX
from presend_codegen.schemas.combine import text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.comparing.side import Side
    from presend_codegen.source.load import Json, Object

    Texts = dict[tuple[str, str], Counter[str]]  # (place, what) → texts

PROSE = ("title", "description", "summary")
MARKS = ("readOnly", "writeOnly")
NAMED = {"example": "examples", "examples": "examples", "xml": "xml", "$comment": "comments"}  # reported only by name
TEXTS = tuple(word for word in ANNOTATIONS if word not in (*MARKS, *NAMED))  # decide nothing, but are reported
SEEN = frozenset([*KEYWORDS, *TEXTS, *MARKS, "nullable", "discriminator", "$schema", "$anchor", "$dynamicAnchor"])
STEPS = {  # keyword for an inner value → the step to this value; all other keywords are about the same value
    **dict.fromkeys(OF_ITEMS, "[]"),
    **dict.fromkeys((*OF_MEMBERS, "propertyNames"), "{}"),
}


def line(word: str, value: Json) -> str:
    """Return the value of a keyword on one line; a default is written as JSON, since "1" is not 1."""
    is_plain = isinstance(value, str) and word != "default"
    return " ".join(value.split()) if is_plain else json.dumps(value, sort_keys=True)


def placed(side: Side, schema: Json) -> Iterator[tuple[str, Object]]:
    """Yield each subschema with its place; references to schemas that codegen named are followed."""
    yield from _placed(side, schema, "", frozenset())


def _placed(side: Side, node: Json, place: str, trail: frozenset[str]) -> Iterator[tuple[str, Object]]:
    if not isinstance(node, dict):
        return
    yield place, node
    if "$ref" in node and (label := label_of(node)).startswith(UNNAMED) and label not in trail:
        yield from _placed(side, side.written.get(label), place, trail | {label})
    for (word, *name), part in below(node, DECIDING):
        inner = stepped(place, str(name[0])) if word == "properties" else place + STEPS.get(str(word), "")
        yield from _placed(side, part, inner, trail)


def is_kept(old: Json, new: Json) -> bool:
    """Say whether two schemas are written alike, and refer to named schemas alone, which are compared on their own."""
    written = text_of(old)
    return written == text_of(new) and PREFIX + UNNAMED not in written


def texts(side: Side, schema: Json) -> Texts:
    """Return the texts of a schema of a side."""
    found: Texts = {}
    for place, node in placed(side, schema):
        for word in TEXTS:
            if word in node and (word, node[word]) != ("deprecated", False):
                found.setdefault((place, word), Counter())[line(word, node[word])] += 1
    return found


def known_values(side: Side, schema: Json) -> Texts:
    """Return the values that open enums of an effective schema suggest; each reference counts at its target."""
    found: Texts = {}
    for place, node in placed(side, schema):
        if isinstance(node.get(KNOWN), list):
            found.setdefault((place, KNOWN), Counter()).update(map(json.dumps, node[KNOWN]))
    return found


def marks(side: Side, schema: Json) -> Texts:
    """Return the places of a schema with a mark for one direction (`readOnly`, `writeOnly`)."""
    found: Texts = {}
    for place, node in placed(side, schema):
        for word in MARKS:
            if node.get(word) is True:
                found.setdefault((place, word), Counter())[word] += 1
    return found


def unseen(schemas: Object) -> Iterator[tuple[str, str]]:
    """Yield the parts of schemas that are not compared: what they are called, and their content."""
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
