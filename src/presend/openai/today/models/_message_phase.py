# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


MessagePhase = TypeAliasType("MessagePhase", Literal["commentary", "final_answer"])


MessagePhaseReturned = TypeAliasType("MessagePhaseReturned", Literal["commentary", "final_answer"] | str)
