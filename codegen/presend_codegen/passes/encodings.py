"""Collect how the members of forms are encoded: OpenAPI's `encoding`, by the schema of the form's body.

Decided 2026-11-29: if two forms send one schema and encode a member differently, presend assumes nothing about that
member. Other parts of `encoding` (`headers`, `allowReserved`) concern the transfer; reading a value does not need them.
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
    """Return schema → member → encoding, for the forms of a tidied document among `schemas`."""
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
    """Yield the schema of each form with its `encoding`."""
    for item in document["paths"].values():
        for _, operation in operations_in(item):
            for kind, media in operation.get("requestBody", {}).get("content", {}).items():
                if is_form(kind):
                    yield ref_name(media["schema"]["$ref"]), _said(media.get("encoding"))


def _said(encoding: object) -> Object:
    """Return the relevant parts of an `encoding`, by member; malformed parts are left out."""
    members = encoding.items() if isinstance(encoding, dict) else ()
    said = {
        str(member): {word: one[word] for word, kind in WORDS.items() if isinstance(one.get(word), kind)}
        for member, one in members
        if isinstance(one, dict)
    }
    return {member: words for member, words in said.items() if words}
