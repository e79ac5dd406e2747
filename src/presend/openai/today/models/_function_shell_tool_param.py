# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._callable_tool_allowed_caller import CallableToolAllowedCaller
from ._container_auto_param import ContainerAutoParam
from ._container_reference_param import ContainerReferenceParam
from ._local_environment_param import LocalEnvironmentParam


class FunctionShellToolParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["shell"]
    """The API's default is `"shell"`."""

    environment: FunctionShellToolParamEnvironment | None = None

    allowed_callers: FunctionShellToolParamAllowedCallersParts | None = None


FunctionShellToolParamAllowedCallersParts = TypeAliasType(
    "FunctionShellToolParamAllowedCallersParts",
    Annotated[list[CallableToolAllowedCaller], Field(min_length=1)],
)


FunctionShellToolParamEnvironment = TypeAliasType(
    "FunctionShellToolParamEnvironment",
    Annotated[
        ContainerAutoParam | LocalEnvironmentParam | ContainerReferenceParam, Field(discriminator="type")
    ],
)
