# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._custom_tool_param import CustomToolParam
from ._function_tool_param import FunctionToolParam


class NamespaceToolParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["namespace"]
    """The API's default is `"namespace"`."""

    name: Annotated[str, Field(min_length=1)]

    description: str

    tools: Annotated[list[NamespaceToolParamTool], Field(min_length=1)]


NamespaceToolParamTool = TypeAliasType(
    "NamespaceToolParamTool", Annotated[FunctionToolParam | CustomToolParam, Field(discriminator="type")]
)
