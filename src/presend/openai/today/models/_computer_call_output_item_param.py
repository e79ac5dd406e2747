# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from ._computer_call_safety_check_param import ComputerCallSafetyCheckParam
from ._computer_screenshot_image import ComputerScreenshotImage
from ._function_call_item_status import FunctionCallItemStatus


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
