# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from typing_extensions import TypeAliasType


MessagePhase_2 = TypeAliasType("MessagePhase_2", Literal["commentary", "final_answer"] | str)
