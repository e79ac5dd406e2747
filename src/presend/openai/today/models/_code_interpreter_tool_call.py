# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._code_interpreter_output_image import CodeInterpreterOutputImage
from ._code_interpreter_output_logs import CodeInterpreterOutputLogs


class CodeInterpreterToolCall(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["code_interpreter_call"]
    """The API's default is `"code_interpreter_call"`."""

    id: str

    status: Literal["in_progress", "completed", "incomplete", "interpreting", "failed"]

    container_id: str

    code: str | None

    outputs: list[CodeInterpreterToolCallOutputsPart] | None


CodeInterpreterToolCallOutputsPart = TypeAliasType(
    "CodeInterpreterToolCallOutputsPart",
    Annotated[CodeInterpreterOutputLogs | CodeInterpreterOutputImage, Field(discriminator="type")],
)
