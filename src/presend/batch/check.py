"""Settings for a check of a batch file: pack, switches and endpoint."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

import presend
from presend.batch.rules import ENDPOINTS
from presend.packs.names import BUILT_INS
from presend.packs.pack import Pack
from presend.packs.rule_groups import is_group
from presend.packs.switches import UNSWITCHED, Switches

if TYPE_CHECKING:
    from presend.packs.built_in import BuiltIn
    from presend.problems import Problem
    from presend.rule import Rule

FORMAT = Pack("presend.batch")


@dataclasses.dataclass(frozen=True, slots=True)
class Batch:
    """Settings for a check of a batch file.

    Attributes:
        pack: Holds the operations whose bodies are checked.
        switches: As for `presend.check`; they may also name rules of batch files.
        show_values: Whether messages end with the value at their place.
        endpoint: The endpoint of the batch; default: the url of the first request.
    """

    pack: Pack | BuiltIn
    switches: Switches = UNSWITCHED
    show_values: bool = False
    endpoint: str | None = None

    @property
    def rules(self) -> dict[str, Rule]:
        """The rules by id, for bodies and for batch files."""
        return {**self.pack.rules, **FORMAT.rules}

    def serves(self, url: str) -> bool:
        """Say whether the Batch API serves an endpoint, or a user's own pack has it."""
        return url in ENDPOINTS or (self.pack.name not in BUILT_INS and self.schema_of(url) is not None)

    def schema_of(self, url: str) -> str | None:
        """Return the schema of the bodies for an endpoint, if the pack has it."""
        try:
            return self.pack.resolve(f"POST {url}")
        except LookupError:
            return None

    def find(self, target: str, payload: Any, pack: Pack | BuiltIn) -> tuple[Problem, ...]:
        """Return the problems of a payload; ignore switches for rules that the pack does not have."""
        enable = [name for name in self.switches.enable if name in pack.rules]
        ignore = [name for name in self.switches.ignore if name in pack.rules or is_group(name)]
        return presend.check(target, payload, pack=pack, strict=self.switches.strict, enable=enable, ignore=ignore)
