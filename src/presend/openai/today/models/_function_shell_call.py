# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from typing_extensions import TypeAliasType
from ._container_reference_resource import ContainerReferenceResource
from ._function_shell_action import FunctionShellAction
from ._function_shell_call_status import FunctionShellCallStatus
from ._local_environment_resource import LocalEnvironmentResource
from ._tool_call_caller import ToolCallCallerReturned


class FunctionShellCall(Model):
    type: Literal["shell_call"] | str | None = None
    """The API's default is `"shell_call"`."""

    id: str | None = None

    call_id: str | None = None

    caller: ToolCallCallerReturned | None = None

    action: FunctionShellAction | None = None

    status: FunctionShellCallStatus | None = None

    environment: FunctionShellCallEnvironment | None = None

    created_by: str | None = None


FunctionShellCallEnvironment = TypeAliasType(
    "FunctionShellCallEnvironment",
    Annotated[
        LocalEnvironmentResource | ContainerReferenceResource | JsonObject,
        Exact(__name__, "FunctionShellCallEnvironment"),
    ],
)
