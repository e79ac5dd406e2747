"""One side of a comparison: a document or a pack as its schemas, its operations, and what it says in words."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from presend_codegen.schemas.combine import alike

if TYPE_CHECKING:
    from presend_codegen.comparing.as_packed import Made
    from presend_codegen.comparing.slots import Slot
    from presend_codegen.source.load import Json, Object


@dataclasses.dataclass(frozen=True, slots=True)
class Side:
    """One side: what it was called, its schemas by name, for each operation its slots.

    Attributes:
        own: The schemas that the spec names; others have a label that begins with `#`.
        suggesting: Those of them that list values of open enums, and decide nothing.
        made: How a pack was made, which holds no parameters, and of responses only one; nothing for a document.
        document: The document; empty for a pack.
        one_of: How `oneOf` is read, `any` or `exact`; nothing where nobody chose.
        overlaps: Whether it matters how `oneOf` is read.
        ways: The schemas as `request` and as `response` have them, where these differ.
        written: The schemas as their author wrote them, with their texts; of a pack, as it has them.
        words: What operations say of themselves and of their parts: operation → place → word → text.
        uncompared: What no difference is told of, by what it is called.
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
        """Return the side with its schemas as what travels in a direction."""
        return dataclasses.replace(self, schemas=self.ways.get(direction, self.schemas))


def unlike(old: Side, new: Side) -> list[str]:
    """Return what is not compared and differs; nothing of a pack, which holds no such parts."""
    if old.made or new.made:
        return []
    names = sorted({*old.uncompared, *new.uncompared})
    return [name for name in names if not alike(old.uncompared.get(name, {}), new.uncompared.get(name, {}))]
