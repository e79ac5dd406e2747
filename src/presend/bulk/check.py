"""The arguments of `presend.check` as one value that other processes can be given."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from presend.packs.switches import UNSWITCHED, Switches
from presend.problems import Told

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from pydantic import BaseModel

    from presend.packs.pack import Pack
    from presend.problems import Problem


@dataclasses.dataclass(frozen=True, slots=True)
class Check:
    """Hold the arguments of `presend.check`; it can be pickled for other processes.

    Attributes:
        target: Name of a schema, its model class, or an operation.
        pack: Import name or entry point of a pack, or the pack.
        switches: As for `presend.check`.
        errors_only: Report errors only (much faster): a payload without errors is looked at once.
        with_text: Return the text of each payload that has problems.
        most: Problems of one rule in a payload that are listed; more are only counted. `None` lists all.
        softened: Rules whose problems may be counted as less than errors.
    """

    target: str | type[BaseModel]
    pack: str | Pack | None = None
    switches: Switches = UNSWITCHED
    errors_only: bool = False
    with_text: bool = False
    most: int | None = None
    softened: Collection[str] = ()

    def __call__(self, payload: Any, *, form: bool = False) -> tuple[Problem, ...]:
        """Return the problems of a payload that are listed."""
        return self.told(payload, form=form).problems

    def told(self, payload: Any, *, form: bool = False) -> Told:
        """Return what is wrong with a payload."""
        from presend.api import examined, is_valid  # loaded when the first payload is checked

        if self.is_quick and not form and is_valid(self.target, payload, pack=self.pack):
            return Told()
        told = examined(
            self.target,
            payload,
            pack=self.pack,
            **self.switches.as_arguments(),
            form=form,
            most=self.most,
            softened=self.softened,
        )
        return told.only(lambda problem: problem.severity == "error") if self.errors_only else told

    @property
    def is_quick(self) -> bool:
        """Whether one look is enough for a payload that has no errors."""
        return self.errors_only and not self.switches

    def first_look(self) -> Callable[[bytes], object] | None:
        """Return a function that raises `ValueError` or `RecursionError` unless it proves a line valid.

        `None` where one look is not enough.
        """
        if not self.is_quick:
            return None
        from presend.fastpath.quick import decoder  # msgspec, only for this
        from presend.packs.find import as_pack

        pack = as_pack(self.pack, self.target)
        return decoder(pack, pack.resolve(self.target))
