"""Read a document as if it were a pack, so that a pack can be compared with a newer spec.

Decided 2026-11-30: what presend adds to a pack is not a difference: OpenAI's rules that hold there, lenient responses,
relaxed unions, files of forms. So a document that is compared with a pack takes the same way as the document behind the
pack, with the same choice of schemas. Overlays are another matter: somebody chose them, and the pack does not contain
them. What an overlay changed is reported.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend.schema.marks import EXPECTED
from presend_codegen.build import EVERY
from presend_codegen.canonical.document import tidy
from presend_codegen.passes.effective import Effective, effective_of
from presend_codegen.passes.lenience import NULL_IS_ABSENT, is_null_absent
from presend_codegen.passes.one_of import ANY, EXACT, READING
from presend_codegen.passes.travel import travel
from presend_codegen.passes.travelling.makers import maker_of
from presend_codegen.passes.travelling.today import Along
from presend_codegen.schemas.closure import closure, operations
from presend_codegen.source.load import of_this_shape

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from presend_codegen.source.load import Json, Object


@dataclasses.dataclass(frozen=True, slots=True)
class Made:
    """The options with which a pack was made, as far as its schemas show them.

    Attributes:
        roots: The schemas that were chosen; empty if operations chose.
        is_travelled: Whether rules of the built-in pack hold there.
        is_lenient: Whether responses are read leniently.
        one_of: How `oneOf` was read, `any` or `exact`.
        null_is_absent: Whether null and a missing member mean the same in responses.
    """

    roots: tuple[str, ...] = ()
    is_travelled: bool = False
    is_lenient: bool = True
    one_of: str = ANY
    null_is_absent: bool = False


def made(table: Mapping[str, Json], schemas: Mapping[str, Object]) -> Made:
    """Return how a pack was made, judging by its operations.json and its schemas."""
    return Made(
        tuple(table.get("roots", ())),
        bool(table.get("rules") or table.get("rules_of_today")),
        any(map(_is_lenient, schemas.values())),
        str(table.get(READING, ANY)),
        table.get(NULL_IS_ABSENT) is True,
    )


def as_packed(document: Object, own: Collection[str], like: Made) -> Effective:
    """Return the effective form of a document in a pack made like this one, with the schemas `own`."""
    with of_this_shape():
        tidied = tidy(document)
        whole = tidied.document
        every = whole["components"]["schemas"]
        schemas = closure(every, _roots(whole, [tidied.renamed.get(name, name) for name in own], like.roots))
        along = Along(maker_of(document), schemas) if like.is_travelled else None
        if like.is_travelled:
            schemas, _ = travel(schemas)
        return effective_of(
            whole,
            schemas,
            is_lenient=like.is_lenient,
            is_exact=like.one_of == EXACT,
            null_is_absent=like.null_is_absent or is_null_absent(document),
            along=along,
        )


def _roots(whole: Object, own: Collection[str], chosen: tuple[str, ...]) -> list[str]:
    """Return the schemas to take: those that were chosen, or those that operations send and return."""
    every = whole["components"]["schemas"]
    if EVERY in chosen:
        return [*every]
    rows = () if chosen else operations(whole, every)
    sent = [name for row in rows for name in (row.schema, row.response) if name]
    return list(dict.fromkeys([*sent, *(name for name in own if name in every)]))


def _is_lenient(node: Json) -> bool:
    """Say whether a schema has an expectation."""
    if isinstance(node, dict):
        return EXPECTED in node or any(map(_is_lenient, node.values()))
    return isinstance(node, list) and any(map(_is_lenient, node))
