# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._container_reference_param import ContainerReferenceParam
from ._function_shell_action_param import FunctionShellActionParam
from ._function_shell_call_item_status import FunctionShellCallItemStatus
from ._local_environment_param import LocalEnvironmentParam
from ._tool_call_caller_param import ToolCallCallerParam


class FunctionShellCallItemParam(Model):
    model_config = ConfigDict(extra="forbid")

    id: str | None = None

    call_id: Annotated[str, Field(max_length=64, min_length=1)]

    caller: ToolCallCallerParam | None = None

    type: Literal["shell_call"]
    """The API's default is `"shell_call"`."""

    action: FunctionShellActionParam

    status: FunctionShellCallItemStatus | None = None

    environment: FunctionShellCallItemParamEnvironment | None = None

    created_by: str | None = None


FunctionShellCallItemParamEnvironment = TypeAliasType(
    "FunctionShellCallItemParamEnvironment",
    Annotated[LocalEnvironmentParam | ContainerReferenceParam, Field(discriminator="type")],
)
