# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._callable_tool_allowed_caller import CallableToolAllowedCaller, CallableToolAllowedCallerReturned
from ._container_auto_param import ContainerAutoParam, ContainerAutoParamReturned
from ._container_reference_param import ContainerReferenceParam, ContainerReferenceParamReturned
from ._local_environment_param import LocalEnvironmentParam, LocalEnvironmentParamReturned


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


class FunctionShellToolParamReturned(Model):
    type: Literal["shell"] | str | None = None
    """The API's default is `"shell"`."""

    environment: FunctionShellToolParamReturnedEnvironment | None = None

    allowed_callers: FunctionShellToolParamReturnedAllowedCallersParts | None = None


FunctionShellToolParamReturnedAllowedCallersParts = TypeAliasType(
    "FunctionShellToolParamReturnedAllowedCallersParts",
    Annotated[list[CallableToolAllowedCallerReturned | None], Field(min_length=1)],
)


FunctionShellToolParamEnvironment = TypeAliasType(
    "FunctionShellToolParamEnvironment",
    Annotated[
        ContainerAutoParam | LocalEnvironmentParam | ContainerReferenceParam, Field(discriminator="type")
    ],
)


FunctionShellToolParamReturnedEnvironment = TypeAliasType(
    "FunctionShellToolParamReturnedEnvironment",
    Annotated[
        ContainerAutoParamReturned
        | LocalEnvironmentParamReturned
        | ContainerReferenceParamReturned
        | JsonObject,
        Exact(__name__, "FunctionShellToolParamReturnedEnvironment"),
    ],
)
