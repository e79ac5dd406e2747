"""The switches of `presend.check`, `validate` and `is_valid` as one record."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from presend.packs.rule_groups import date_of, is_group
from presend.schema.catalogue import require_rules

if TYPE_CHECKING:
    from collections.abc import Collection


@dataclasses.dataclass(frozen=True, slots=True)
class Switches:
    """The switches of a check; it can be pickled for other processes.

    Attributes:
        strict: Whether unknown members, and integers written as 1.0, are errors.
        enable: Ids of the opt-in rules that apply.
        ignore: Ids of the rules, and names of the groups of rules, that do not apply.
    """

    strict: bool = False
    enable: Collection[str] = ()
    ignore: Collection[str] = ()

    def __bool__(self) -> bool:
        return bool(self.strict or self.enable or self.ignore)

    def as_arguments(self) -> dict[str, Any]:
        """Return the switches as keyword arguments of `presend.check`."""
        return {"strict": self.strict, "enable": self.enable, "ignore": self.ignore}

    def require_known(self, known: Collection[str]) -> None:
        """Raise if a name is not that of a known rule or group.

        Raises:
            LookupError: A name is unknown, or the date of a group is invalid; the text names the nearest ones.
        """
        groups = [name for name in self.ignore if is_group(name)]
        require_rules([*self.enable, *(name for name in self.ignore if name not in groups)], known)
        for name in groups:
            date_of(name)


UNSWITCHED = Switches()
