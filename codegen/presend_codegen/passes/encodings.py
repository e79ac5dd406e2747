"""Find how the members of forms are written: the `encoding` of a media type belongs to the schema of its body.

Decided 2026-11-29: a schema that two forms send, each in a way of its own, says nothing of the members that differ.
What `encoding` says besides (`headers`, `allowReserved`) is about the transfer, and no value is read by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.packs.media_types import is_form
from presend_codegen.schemas.closure import operations_in, ref_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.source.load import Object

WORDS = {"style": str, "explode": bool, "contentType": str}


def encodings(document: Object, schemas: Object) -> dict[str, Object]:
    """Return schema → member → what a tidied document says of its encoding, for the forms among `schemas`."""
    found: dict[str, list[Object]] = {}
    for name, said in _each(document):
        if name in schemas:
            found.setdefault(name, []).append(said)
    alike = {
        name: {member: said for member, said in every[0].items() if all(one.get(member) == said for one in every)}
        for name, every in found.items()
    }
    return {name: members for name, members in alike.items() if members}


def _each(document: Object) -> Iterator[tuple[str, Object]]:
    """Yield the schema of each form with what its `encoding` says."""
    for item in document["paths"].values():
        for _, operation in operations_in(item):
            for kind, media in operation.get("requestBody", {}).get("content", {}).items():
                if is_form(kind):
                    yield ref_name(media["schema"]["$ref"]), _said(media.get("encoding"))


def _said(encoding: object) -> Object:
    """Return what matters of an `encoding`, by member; what has no right shape says nothing."""
    members = encoding.items() if isinstance(encoding, dict) else ()
    said = {
        str(member): {word: one[word] for word, kind in WORDS.items() if isinstance(one.get(word), kind)}
        for member, one in members
        if isinstance(one, dict)
    }
    return {member: words for member, words in said.items() if words}
