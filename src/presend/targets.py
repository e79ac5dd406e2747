"""What to do about a target that is none, and what is to be known of one that is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.bodies import FORM
from presend.keywords import did_you_mean, first_of, listed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from presend.pack import Operation, Pack
    from presend.packs.built_in import BuiltIn

FORMS = (FORM, "application/x-www-form-urlencoded")
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
        response = operations[0].response
        return f"{told}: {names[0]} has no body to check. Its response is a target: {response}."
    if operations:
        kinds = [operation.content_type or "" for operation in operations]
        return f"{told}: the body of {names[0]} is {listed(kinds, 'or')}."
    expected = f"{told}: expected a schema name or 'METHOD /path'."
    held = [operation for operation in pack.operations if operation.schema]
    for operation in held if target.startswith("/") or "://" in target else ():
        if operation in pack.operations_at(operation.method, target):
            return f"{expected} Put {operation.method} before it: '{operation.method} {target}'."
    known = [*pack.roots] or [*pack.schemas]
    near = [*known, *map(str, held), *pack.schemas, *(operation.id for operation in held)]
    return expected + (did_you_mean(target, near) or f" Known targets: {first_of(known)}.")


def foreign_type(pack: Pack, schema: str) -> tuple[str, bool] | None:
    """Return the content type in which alone operations send a schema, where it is neither JSON nor a form.

    Beside it stands whether it is no text either. What is text is checked as the JSON value that its schema describes.
    """
    if any(operation.response == schema for operation in pack.operations):
        return None
    kinds = [operation.content_type or "" for operation in pack.operations if operation.schema == schema]
    if not kinds or any("json" in kind or kind.startswith("*/") or kind in FORMS for kind in kinds):
        return None
    is_text = any(word in kind for kind in kinds for word in TEXTUAL)
    is_binary = not is_text and pack.node(schema).kinds <= {"string", "null"}
    return listed(dict.fromkeys(kinds), "or"), is_binary
