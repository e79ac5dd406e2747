# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._function_shell_call_output_content import FunctionShellCallOutputContent


class ResponseShellCallOutputContentDoneStreamingEvent(Model):
    type: Literal["response.shell_call_output_content.done"] | str | None = None
    """The API's default is `"response.shell_call_output_content.done"`."""

    sequence_number: int | None = None

    item_id: str | None = None

    output_index: int | None = None

    command_index: int | None = None

    output: list[FunctionShellCallOutputContent | None] | None = None
