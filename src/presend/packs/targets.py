"""What to do about a target that is none, and what is to be known of one that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.packs.media_types import is_form, may_be_json
from presend.packs.pack import BUILT_INS
from presend.schema.keywords import did_you_mean, first_of, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from presend.packs.built_in import BuiltIn
    from presend.packs.pack import Operation, Pack

MOST_SENT = (  # what is named where nothing is near
    "POST /responses",
    "POST /chat/completions",
    "POST /embeddings",
    "POST /images/generations",
    "POST /audio/transcriptions",
    "POST /moderations",
    "POST /files",
    "POST /batches",
)
TEXTUAL = ("text/", "xml", "yaml")  # in a content type


def unknown_target(pack: Pack | BuiltIn, target: str, operations: Sequence[Operation]) -> str:
    """Return what to do about a target for which there is no schema.

    Args:
        pack: The pack.
        target: The target, as the spec spells it.
        operations: Those that it names all the same: without a body, with one of another content type, or several.
    """
    told = f"Unknown target '{target}'"
    names = [*dict.fromkeys(map(str, operations))]
    if len(names) > 1:
        return f"{told}: {listed(names)} have this operationId. Give one of them as 'METHOD /path'."
    if operations and not any(operation.schema for operation in operations):
        returned = sorted(operations[0].returned, key=lambda name: name != operations[0].response)
        are = "s are targets" if len(returned) > 1 else " is a target"
        return f"{told}: {names[0]} has no body to check. Its response{are}: {', '.join(returned)}."
    if operations:
        kinds = [operation.content_type or "" for operation in operations]
        return f"{told}: the body of {names[0]} is {listed(kinds, 'or')}."
    expected = f"{told}: expected a schema name or 'METHOD /path'."
    held = [operation for operation in pack.operations if operation.schema]
    for operation in held if target.startswith("/") or "://" in target else ():
        if operation in pack.operations_at(operation.method, target):
            return f"{expected} Put {operation.method} before it: '{operation.method} {target}'."
    known = [name for name in pack.roots if name not in pack.twins] or [*pack.schemas]
    near = [*known, *map(str, held), *pack.schemas, *(operation.id for operation in held)]
    if pack.name in BUILT_INS:
        sent = {str(operation) for operation in held}
        known = [name for name in MOST_SENT if name in sent] or sorted(sent)
        others = "`presend operations` lists all; `presend generate` makes a pack of any other API."
        return expected + (did_you_mean(target, near) or f" Known operations: {first_of(known)}, …. {others}")
    return expected + (did_you_mean(target, near) or f" Known targets: {first_of(known)}.")


def foreign_type(pack: Pack, schema: str) -> tuple[str, bool] | None:
    """Return the content type in which alone operations send a schema, where it is neither JSON nor a form.

    Beside it stands whether it is no text either. What is text is checked as the JSON value that its schema describes.
    """
    if any(schema in operation.returned for operation in pack.operations):
        return None
    kinds = [operation.content_type or "" for operation in pack.operations if operation.schema == schema]
    if not kinds or any("json" in kind.lower() or may_be_json(kind) or is_form(kind) for kind in kinds):
        return None
    is_text = any(word in kind.lower() for kind in kinds for word in TEXTUAL)
    is_binary = not is_text and pack.node(schema).kinds <= {"string", "null"}
    return listed(dict.fromkeys(kinds), "or"), is_binary
