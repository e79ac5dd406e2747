# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._code_interpreter_output_image import CodeInterpreterOutputImage, CodeInterpreterOutputImageReturned
from ._code_interpreter_output_logs import CodeInterpreterOutputLogs, CodeInterpreterOutputLogsReturned


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


class CodeInterpreterToolCallReturned(Model):
    type: Literal["code_interpreter_call"] | str | None = None
    """The API's default is `"code_interpreter_call"`."""

    id: str | None = None

    status: Literal["in_progress", "completed", "incomplete", "interpreting", "failed"] | str | None = None

    container_id: str | None = None

    code: str | None = None

    outputs: list[CodeInterpreterToolCallReturnedOutputsPart] | None = None


CodeInterpreterToolCallReturnedOutputsPart = TypeAliasType(
    "CodeInterpreterToolCallReturnedOutputsPart",
    Annotated[
        CodeInterpreterOutputLogsReturned | CodeInterpreterOutputImageReturned | JsonObject | None,
        Exact(__name__, "CodeInterpreterToolCallReturnedOutputsPart"),
    ],
)
