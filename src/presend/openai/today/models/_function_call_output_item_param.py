# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._function_call_item_status import FunctionCallItemStatus, FunctionCallItemStatusReturned
from ._input_file_content_param import InputFileContentParam, InputFileContentParamReturned
from ._input_image_content_param_auto_param import InputImageContentParamAutoParam, InputImageContentParamAutoParamReturned
from ._input_text_content_param import InputTextContentParam, InputTextContentParamReturned
from ._tool_call_caller_param import ToolCallCallerParam, ToolCallCallerParamReturned


class FunctionCallOutputItemParam(Model):
    model_config = ConfigDict(extra="forbid")

    id: str | None = None

    call_id: Annotated[str, Field(max_length=64, min_length=1)] | None = None

    type: Literal["function_call_output"]
    """The API's default is `"function_call_output"`."""

    output: Annotated[str, Field(max_length=10485760)] | list[FunctionCallOutputItemParamOutputPart]

    name: Annotated[str, Field(max_length=128, min_length=1)] | None = None

    namespace: Annotated[str, Field(max_length=64, min_length=1, pattern="^[a-zA-Z0-9_-]+$")] | None = None

    caller: ToolCallCallerParam | None = None

    status: FunctionCallItemStatus | None = None

    created_by: str | None = None


class FunctionCallOutputItemParamReturned(Model):
    id: str | None = None

    call_id: Annotated[str, Field(max_length=64, min_length=1)] | None = None

    type: Literal["function_call_output"] | str | None = None
    """The API's default is `"function_call_output"`."""

    output: (
        Annotated[str, Field(max_length=10485760)]
        | list[FunctionCallOutputItemParamReturnedOutputPart]
        | None
    ) = None

    name: Annotated[str, Field(max_length=128, min_length=1)] | None = None

    namespace: Annotated[str, Field(max_length=64, min_length=1, pattern="^[a-zA-Z0-9_-]+$")] | None = None

    caller: ToolCallCallerParamReturned | None = None

    status: FunctionCallItemStatusReturned | None = None

    created_by: str | None = None


FunctionCallOutputItemParamOutputPart = TypeAliasType(
    "FunctionCallOutputItemParamOutputPart",
    Annotated[
        InputTextContentParam | InputImageContentParamAutoParam | InputFileContentParam,
        Field(discriminator="type"),
    ],
)


FunctionCallOutputItemParamReturnedOutputPart = TypeAliasType(
    "FunctionCallOutputItemParamReturnedOutputPart",
    Annotated[
        InputTextContentParamReturned
        | InputImageContentParamAutoParamReturned
        | InputFileContentParamReturned
        | JsonObject
        | None,
        Exact(__name__, "FunctionCallOutputItemParamReturnedOutputPart"),
    ],
)
