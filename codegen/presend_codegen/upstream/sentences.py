"""Collect the texts of a spec by place, and find out what became of the sentences that rules rest on.

The repository stores only digests of upstream's sentences (`sentence-digests.tsv`, beside the rules).
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING

from presend.problems import escaped
from presend.schema.vocabulary import DATA, MAPS
from presend_codegen.schemas.closure import PREFIX
from presend_codegen.source.record import sentence_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from presend.rule import Rule
    from presend_codegen.source.load import Json, Object

WORDS = ("title", "description")
UNCHANGED, MOVED, CHANGED, GONE, NEW = "unchanged", "moved", "changed", "gone", "new"
OPEN = (MOVED, CHANGED, GONE)  # a person has to decide


@dataclasses.dataclass(frozen=True, slots=True)
class Statement:
    """One source of a rule, and what became of the sentence there.

    `now` is the new place of a sentence that moved. `text` is the new text if it changed or was not recorded.
    """

    rule: str
    source: str
    status: str
    now: str = ""
    text: str = ""


def texts_of(schemas: Object) -> dict[str, str]:
    """Return the titles and descriptions of schemas: pointer → text, in order."""
    return {pointer: text for name, schema in schemas.items() for pointer, text in _below(schema, PREFIX + name)}


def _below(node: Json, pointer: str, *, named: bool = False) -> Iterator[tuple[str, str]]:
    """Yield the texts below a node; `named` says that the keys are names of members."""
    if isinstance(node, list):
        for number, item in enumerate(node):
            yield from _below(item, f"{pointer}/{number}")
    elif isinstance(node, dict):
        for key, part in node.items():
            place = f"{pointer}/{escaped(key)}"
            if not named and key in WORDS and isinstance(part, str):
                yield place, part
            elif named or key not in DATA:
                yield from _below(part, place, named=key in MAPS and not named)


def place_of(pointer: str) -> str:
    """Return the place of a text, without unions on the way.

    >>> place_of("#/components/schemas/Metadata/anyOf/0/description")
    '#/components/schemas/Metadata/description'
    """
    return re.sub(r"/(anyOf|oneOf|allOf)/\d+(?=/)", "", pointer)


def statements(rules: Iterable[Rule], texts: Mapping[str, str]) -> Iterator[Statement]:
    """Yield, for each sentence that a rule rests on, whether it is still in `texts`."""
    digests = {pointer: sentence_digest(text) for pointer, text in texts.items()}
    places: dict[str, list[str]] = {}
    for pointer in texts:
        places.setdefault(place_of(pointer), []).append(pointer)
    for rule in rules:
        for source, known in rule.statements:
            if known or source in texts:
                status, now = _status(source, known, digests, places) if known else (NEW, "")
                text = " ".join(texts[now or source].split()) if status in (CHANGED, NEW) else ""
                yield Statement(rule.id, source, status, now, text)


def _status(source: str, known: str, digests: dict[str, str], places: dict[str, list[str]]) -> tuple[str, str]:
    if digests.get(source) == known:
        return UNCHANGED, ""
    near = places.get(place_of(source), [])
    moved = next((pointer for pointer in (*near, *digests) if digests[pointer] == known), None)
    if moved is not None:
        return MOVED, moved
    if source in digests:
        return CHANGED, ""
    return (CHANGED, near[0]) if near else (GONE, "")
