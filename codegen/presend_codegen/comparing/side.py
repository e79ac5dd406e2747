"""Define one side of a comparison: the schemas, operations and texts of a document or a pack."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend_codegen.schemas.combine import alike

if TYPE_CHECKING:
    from presend_codegen.comparing.as_packed import Made
    from presend_codegen.comparing.slots import Slot
    from presend_codegen.source.load import Json, Object

UNNAMED = "#"  # prefix of schemas without a name in the spec; no component's name can start so


@dataclasses.dataclass(frozen=True, slots=True)
class Side:
    """One side: its name, its schemas by name, and the slots of each operation.

    Attributes:
        own: The schemas that the spec names; the labels of others start with `#`.
        suggesting: Schemas that only list the suggested values of open enums, and decide nothing.
        made: How a pack was made; a pack has no parameters and only one response. `None` for a document.
        document: The document; empty for a pack.
        one_of: How `oneOf` is read, `any` or `exact`; `None` without a choice.
        overlaps: Whether the reading of `oneOf` matters.
        ways: The schemas for `request` and for `response`, if these differ.
        written: The schemas as they are written, with their texts; for a pack, its own schemas.
        words: The texts of operations and their parts: operation → place → keyword → text.
        uncompared: The parts that are not compared, by name.
    """

    name: str
    schemas: Object
    operations: dict[str, tuple[Slot, ...]]
    own: tuple[str, ...]
    suggesting: frozenset[str] = frozenset()
    made: Made | None = None
    document: Object = dataclasses.field(default_factory=dict)
    one_of: str | None = None
    overlaps: bool = False
    ways: dict[str, Object] = dataclasses.field(default_factory=dict)
    written: Object = dataclasses.field(default_factory=dict)
    words: dict[str, Object] = dataclasses.field(default_factory=dict)
    uncompared: dict[str, Json] = dataclasses.field(default_factory=dict)

    def way(self, direction: str) -> Side:
        """Return the side with its schemas for one direction."""
        return dataclasses.replace(self, schemas=self.ways.get(direction, self.schemas))


def unlike(old: Side, new: Side) -> list[str]:
    """Return the parts that differ but are not compared; empty for a pack, which has no such parts."""
    if old.made or new.made:
        return []
    names = sorted({*old.uncompared, *new.uncompared})
    return [name for name in names if not alike(old.uncompared.get(name, {}), new.uncompared.get(name, {}))]
