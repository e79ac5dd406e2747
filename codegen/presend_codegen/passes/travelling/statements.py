"""Find out what became of a rule's sentences in another spec: unchanged, reworded or missing.

A sentence is known by the sha256 of upstream's text, and by the sha256 of presend's own words for it, which a document
made from spec/today has. It is searched at its member, in the schema of the same name or in a counterpart.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from presend.problems import pointer_of
from presend.schema.marks import SOURCE
from presend_codegen.passes.travelling.forms import spelling_key
from presend_codegen.passes.travelling.ways import every, members, parsed
from presend_codegen.schemas.closure import PREFIX
from presend_codegen.source.record import sentence_digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from presend.rule import Rule
    from presend_codegen.passes.travelling.ways import Place
    from presend_codegen.source.load import Json, Object

    Texts = dict[Place, set[str]]

STANDS, CHANGED, SILENT = "stands", "changed", "silent"
TEXTS = ("title", "description")


class Statements:
    """The texts of two specs by their places; those of today's API are as its pack has them."""

    def __init__(self, old: Texts, new: Object, names: Mapping[str, Iterable[str]]) -> None:
        """Take the texts of today's API, the other spec, and the new names of schemas."""
        self._ours = old
        self._theirs = texts_by_place(new)
        self._anywhere = {(digest, place[1]) for place, digests in self._theirs.items() for digest in digests}
        self._called = {spelling_key(name): name for name in new}
        self._names = names

    def of(self, rule: Rule) -> str:
        """Return what became of a rule's sentences: changed if one changed, otherwise unchanged if one is there."""
        found = {self._one(parsed(source), digest) for source, digest in rule.statements if source.startswith(PREFIX)}
        return next((state for state in (CHANGED, STANDS) if state in found), SILENT)

    def _one(self, place: Place, digest: str) -> str:
        name, way = place[0], members(place[1])
        known = {digest, *self._ours.get((name, way), ())} - {""}
        own = self._called.get(spelling_key(name), name)
        names = {own, *self._names.get(name, ())}
        here = [self._theirs[one, way] for one in names if (one, way) in self._theirs]
        if any(known & texts for texts in here):
            return STANDS
        if any((one, way) in self._anywhere for one in known):
            return STANDS  # in a schema with another name
        return CHANGED if here and known else SILENT


def texts_by_place(schemas: Mapping[str, Json]) -> Texts:
    """Return the digests of the texts at each place of a spec: the schema, and the members on the way."""
    found: dict[Place, set[str]] = defaultdict(set)
    for name in schemas:
        for pointer, node in _placed(schemas[name], name):
            for word in TEXTS:
                if isinstance(node.get(word), str):
                    owner, steps = parsed(pointer)
                    found[owner, (*members(steps), word)].add(sentence_digest(node[word]))
    return dict(found)


def _placed(schema: Json, name: str) -> Iterator[tuple[str, Object]]:
    """Yield each part of a schema with its place in the spec."""
    sources: dict[tuple[str | int, ...], str] = {}
    for steps, node in every(schema):
        above = max((way for way in sources if steps[: len(way)] == way), key=len, default=None)
        nearest = PREFIX + name if above is None else sources[above]
        rest = steps if above is None else steps[len(above) :]
        own = node.get(SOURCE, nearest + pointer_of(rest))
        sources[steps] = own
        if own.startswith(PREFIX):
            yield own, node
