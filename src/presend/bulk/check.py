"""The arguments of `presend.check` as one value that can be sent to other processes."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

from presend.packs.switches import UNSWITCHED, Switches
from presend.problems import FoundProblems

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
        errors_only: Report errors only (much faster).
        with_text: Return the text of each payload that has problems.
        most: Most problems of one rule in a payload to list; others are only counted. `None` lists all.
        softened: Rules whose severity may be lowered.
    """

    target: str | type[BaseModel]
    pack: str | Pack | None = None
    switches: Switches = UNSWITCHED
    errors_only: bool = False
    with_text: bool = False
    most: int | None = None
    softened: Collection[str] = ()

    def __call__(self, payload: Any, *, form: bool = False) -> tuple[Problem, ...]:
        """Return the listed problems of a payload."""
        return self.found(payload, form=form).problems

    def found(self, payload: Any, *, form: bool = False) -> FoundProblems:
        """Return the problems of a payload, listed and counted."""
        from presend.api import examined, is_valid  # loaded when the first payload is checked

        if self.is_quick and not form and is_valid(self.target, payload, pack=self.pack):
            return FoundProblems()
        problems_found = examined(
            self.target,
            payload,
            pack=self.pack,
            **self.switches.as_arguments(),
            form=form,
            most=self.most,
            softened=self.softened,
        )
        return problems_found.only(lambda problem: problem.severity == "error") if self.errors_only else problems_found

    @property
    def is_quick(self) -> bool:
        """Whether `is_valid` is enough for a payload without errors."""
        return self.errors_only and not self.switches

    def first_look(self) -> Callable[[bytes], object] | None:
        """Return a function that raises `ValueError` or `RecursionError` unless it proves a line valid.

        `None` if the check needs more than `is_valid`.
        """
        if not self.is_quick:
            return None
        from presend.fastpath.quick import decoder  # msgspec, only for this
        from presend.packs.find import as_pack

        pack = as_pack(self.pack, self.target)
        return decoder(pack, pack.resolve(self.target))
