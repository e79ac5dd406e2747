# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._computer_action import ComputerAction, ComputerActionReturned
from ._computer_action_list import ComputerActionList, ComputerActionListReturned
from ._computer_call_safety_check_param import ComputerCallSafetyCheckParam, ComputerCallSafetyCheckParamReturned


class ComputerToolCall(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["computer_call"]
    """The API's default is `"computer_call"`."""

    id: str

    call_id: Annotated[str, Field(max_length=64)]

    action: Omittable[ComputerAction] = None

    actions: Omittable[ComputerActionList] = None

    pending_safety_checks: list[ComputerCallSafetyCheckParam]

    status: Literal["in_progress", "completed", "incomplete"]


class ComputerToolCallReturned(Model):
    type: Literal["computer_call"] | str | None = None
    """The API's default is `"computer_call"`."""

    id: str | None = None

    call_id: Annotated[str | None, Field(max_length=64)] = None

    action: ComputerActionReturned | None = None

    actions: ComputerActionListReturned | None = None

    pending_safety_checks: list[ComputerCallSafetyCheckParamReturned | None] | None = None

    status: Literal["in_progress", "completed", "incomplete"] | str | None = None
