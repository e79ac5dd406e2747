# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._custom_tool_param import CustomToolParam, CustomToolParamReturned
from ._function_tool_param import FunctionToolParam, FunctionToolParamReturned


class NamespaceToolParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["namespace"]
    """The API's default is `"namespace"`."""

    name: Annotated[str, Field(min_length=1)]

    description: str

    tools: Annotated[list[NamespaceToolParamTool], Field(min_length=1)]


class NamespaceToolParamReturned(Model):
    type: Literal["namespace"] | str | None = None
    """The API's default is `"namespace"`."""

    name: Annotated[str | None, Field(min_length=1)] = None

    description: str | None = None

    tools: Annotated[list[NamespaceToolParamReturnedTool] | None, Field(min_length=1)] = None


NamespaceToolParamReturnedTool = TypeAliasType(
    "NamespaceToolParamReturnedTool",
    Annotated[
        FunctionToolParamReturned | CustomToolParamReturned | JsonObject | None,
        Exact(__name__, "NamespaceToolParamReturnedTool"),
    ],
)


NamespaceToolParamTool = TypeAliasType(
    "NamespaceToolParamTool", Annotated[FunctionToolParam | CustomToolParam, Field(discriminator="type")]
)
