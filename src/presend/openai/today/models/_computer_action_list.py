# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._computer_action import ComputerAction, ComputerActionReturned


ComputerActionList = TypeAliasType("ComputerActionList", list[ComputerAction])


ComputerActionListReturned = TypeAliasType("ComputerActionListReturned", list[ComputerActionReturned | None])
