"""Error text for unknown targets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from presend.packs.names import BUILT_INS
from presend.schema.keywords import did_you_mean, first_of, listed

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from presend.packs.operation import Operation

MOST_SENT = (  # names to list if no name is similar
    "POST /responses",
    "POST /chat/completions",
    "POST /embeddings",
    "POST /images/generations",
    "POST /audio/transcriptions",
    "POST /moderations",
    "POST /files",
    "POST /batches",
)


class Held(Protocol):
    """What a pack, or all built-in packs, hold."""

    @property
    def name(self) -> str:
        """Import name."""

    @property
    def operations(self) -> tuple[Operation, ...]:
        """The operations, in the order of the spec."""

    @property
    def roots(self) -> tuple[str, ...]:
        """Names of the schemas that operations send or return."""

    @property
    def schemas(self) -> Mapping[str, Any]:
        """The schemas by name."""

    @property
    def twins(self) -> Mapping[str, str]:
        """Second forms of schemas → the name of the first."""

    def operations_at(self, method: str, url: str) -> tuple[Operation, ...]:
        """Return the operations at a path."""


def unknown_target(pack: Held, target: str, operations: Sequence[Operation]) -> str:
    """Return the error text for a target without a schema.

    Args:
        pack: The pack.
        target: The target, as the spec spells it.
        operations: The operations that it names: without a body, with another content type, or several.
    """
    sentence = f"Unknown target '{target}'"
    names = [*dict.fromkeys(map(str, operations))]
    if len(names) > 1:
        return f"{sentence}: {listed(names)} have this operationId. Give one of them as 'METHOD /path'."
    if operations and not any(operation.schema for operation in operations):
        returned = sorted(operations[0].returned, key=lambda name: name != operations[0].response)
        are = "s are targets" if len(returned) > 1 else " is a target"
        return f"{sentence}: {names[0]} has no body to check. Its response{are}: {', '.join(returned)}."
    if operations:
        kinds = [operation.content_type or "" for operation in operations]
        return f"{sentence}: the body of {names[0]} is {listed(kinds, 'or')}."
    expected = f"{sentence}: expected a schema name or 'METHOD /path'."
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
