"""List the operations, schemas and rules of a pack."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.packs.find import as_packs
from presend.packs.media_types import is_form, may_be_json
from presend.schema.keywords import listed

if TYPE_CHECKING:
    from presend.packs.operation import Operation
    from presend.packs.pack import Pack
    from presend.rule import Rule

TEXTUAL = ("text/", "xml", "yaml")  # in a content type


def operations(pack: str | Pack | None = None) -> tuple[Operation, ...]:
    """Return the operations whose bodies or responses a pack holds, in the order of its spec.

    >>> import presend
    >>> [str(operation) for operation in presend.operations() if "chat" in operation.path][:2]
    ['GET /chat/completions', 'POST /chat/completions']
    """
    return as_packs(pack).operations


def schemas(pack: str | Pack | None = None) -> tuple[str, ...]:
    """Return the names of all schemas of a pack, sorted; each is a target.

    >>> import presend
    >>> "CreateRunRequest" in presend.schemas()
    True
    """
    return tuple(sorted(as_packs(pack).schemas))


def rules(pack: str | Pack | None = None) -> tuple[Rule, ...]:
    """Return the rules for a pack's payloads, in the order of the catalogue.

    >>> import presend
    >>> {rule.id: rule.severity for rule in presend.rules()}["metadata.max-pairs"]
    'error'
    """
    return tuple(as_packs(pack).rules.values())


def foreign_type(pack: Pack, schema: str) -> tuple[str, bool] | None:
    """Return the only content type of a schema if it is neither JSON nor a form, and whether it is binary.

    Text of another type is checked as the JSON value that its schema describes.
    """
    if any(schema in operation.returned for operation in pack.operations):
        return None
    kinds = [operation.content_type or "" for operation in pack.operations if operation.schema == schema]
    if not kinds or any("json" in kind.lower() or may_be_json(kind) or is_form(kind) for kind in kinds):
        return None
    is_text = any(word in kind.lower() for kind in kinds for word in TEXTUAL)
    is_binary = not is_text and pack.node(schema).kinds <= {"string", "null"}
    return listed(dict.fromkeys(kinds), "or"), is_binary
