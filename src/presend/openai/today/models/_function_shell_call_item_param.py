# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._container_reference_param import ContainerReferenceParam, ContainerReferenceParamReturned
from ._function_shell_action_param import FunctionShellActionParam, FunctionShellActionParamReturned
from ._function_shell_call_item_status import FunctionShellCallItemStatus, FunctionShellCallItemStatusReturned
from ._local_environment_param import LocalEnvironmentParam, LocalEnvironmentParamReturned
from ._tool_call_caller_param import ToolCallCallerParam, ToolCallCallerParamReturned


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


class FunctionShellCallItemParamReturned(Model):
    id: str | None = None

    call_id: Annotated[str | None, Field(max_length=64, min_length=1)] = None

    caller: ToolCallCallerParamReturned | None = None

    type: Literal["shell_call"] | str | None = None
    """The API's default is `"shell_call"`."""

    action: FunctionShellActionParamReturned | None = None

    status: FunctionShellCallItemStatusReturned | None = None

    environment: FunctionShellCallItemParamReturnedEnvironment | None = None

    created_by: str | None = None


FunctionShellCallItemParamEnvironment = TypeAliasType(
    "FunctionShellCallItemParamEnvironment",
    Annotated[LocalEnvironmentParam | ContainerReferenceParam, Field(discriminator="type")],
)


FunctionShellCallItemParamReturnedEnvironment = TypeAliasType(
    "FunctionShellCallItemParamReturnedEnvironment",
    Annotated[
        LocalEnvironmentParamReturned | ContainerReferenceParamReturned | JsonObject,
        Exact(__name__, "FunctionShellCallItemParamReturnedEnvironment"),
    ],
)
