"""What a pack holds: its operations, its schemas, and the rules that its payloads are held to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.packs.pack import as_packs

if TYPE_CHECKING:
    from presend.packs.pack import Operation, Pack
    from presend.rule import Rule


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
    """Return the rules that a pack's payloads are held to, in the order of the catalogue.

    >>> import presend
    >>> {rule.id: rule.severity for rule in presend.rules()}["metadata.max-pairs"]
    'error'
    """
    return tuple(as_packs(pack).rules.values())
