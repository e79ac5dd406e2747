# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from ._computer_call_safety_check_param import ComputerCallSafetyCheckParam, ComputerCallSafetyCheckParamReturned
from ._computer_screenshot_image import ComputerScreenshotImage, ComputerScreenshotImageReturned
from ._function_call_item_status import FunctionCallItemStatus, FunctionCallItemStatusReturned


class ComputerCallOutputItemParam(Model):
    model_config = ConfigDict(extra="forbid")

    id: str | None = None

    call_id: Annotated[str, Field(max_length=64, min_length=1)]

    type: Literal["computer_call_output"]
    """The API's default is `"computer_call_output"`."""

    output: ComputerScreenshotImage

    acknowledged_safety_checks: list[ComputerCallSafetyCheckParam] | None = None

    status: FunctionCallItemStatus | None = None

    created_by: str | None = None


class ComputerCallOutputItemParamReturned(Model):
    id: str | None = None

    call_id: Annotated[str | None, Field(max_length=64, min_length=1)] = None

    type: Literal["computer_call_output"] | str | None = None
    """The API's default is `"computer_call_output"`."""

    output: ComputerScreenshotImageReturned | None = None

    acknowledged_safety_checks: list[ComputerCallSafetyCheckParamReturned | None] | None = None

    status: FunctionCallItemStatusReturned | None = None

    created_by: str | None = None
