"""Notes on the mending of one schema: changes, and parts that strict mode does not support."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.json_schemas.rewriting import Change, Unsayable

if TYPE_CHECKING:
    from presend.problems import Path


class Notes:
    """The changes and the unsupported parts of one schema, in the order of the source."""

    def __init__(self) -> None:
        self.changes: list[Change] = []
        self.unsayable: list[Unsayable] = []

    def change(self, kind: str, path: Path, message: str) -> None:
        """Note a change."""
        self.changes.append(Change(kind, path, message))

    def leave(self, path: Path, message: str) -> None:
        """Note a part that strict mode does not support."""
        self.unsayable.append(Unsayable(path, message))
