# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._computer_call_safety_check_param import ComputerCallSafetyCheckParamReturned
from ._computer_screenshot_image import ComputerScreenshotImageReturned


class ComputerToolCallOutput(Model):
    type: Literal["computer_call_output"] | str | None = None
    """The API's default is `"computer_call_output"`."""

    id: str | None = None

    call_id: str | None = None

    acknowledged_safety_checks: list[ComputerCallSafetyCheckParamReturned | None] | None = None

    output: ComputerScreenshotImageReturned | None = None

    status: Literal["in_progress", "completed", "incomplete"] | str | None = None
