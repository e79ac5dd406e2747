# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from pydantic import Field
from typing_extensions import TypeAliasType
from ._apply_patch_tool_param import ApplyPatchToolParam, ApplyPatchToolParamReturned
from ._code_interpreter_tool import CodeInterpreterTool, CodeInterpreterToolReturned
from ._computer_tool import ComputerTool, ComputerToolReturned
from ._computer_use_preview_tool import ComputerUsePreviewTool, ComputerUsePreviewToolReturned
from ._custom_tool_param import CustomToolParam, CustomToolParamReturned
from ._file_search_tool import FileSearchTool, FileSearchToolReturned
from ._function_shell_tool_param import FunctionShellToolParam, FunctionShellToolParamReturned
from ._function_tool import FunctionTool, FunctionToolReturned
from ._image_gen_tool import ImageGenTool, ImageGenToolReturned
from ._local_shell_tool_param import LocalShellToolParam, LocalShellToolParamReturned
from ._mcp_tool import MCPTool, MCPToolReturned
from ._namespace_tool_param import NamespaceToolParam, NamespaceToolParamReturned
from ._programmatic_tool_calling_param import ProgrammaticToolCallingParam, ProgrammaticToolCallingParamReturned
from ._tool_search_tool_param import ToolSearchToolParam, ToolSearchToolParamReturned
from ._web_search_preview_tool import WebSearchPreviewTool, WebSearchPreviewToolReturned
from ._web_search_tool import WebSearchTool, WebSearchToolReturned


Tool = TypeAliasType(
    "Tool",
    Annotated[
        FunctionTool
        | FileSearchTool
        | ComputerTool
        | ComputerUsePreviewTool
        | WebSearchTool
        | MCPTool
        | CodeInterpreterTool
        | ProgrammaticToolCallingParam
        | ImageGenTool
        | LocalShellToolParam
        | FunctionShellToolParam
        | CustomToolParam
        | NamespaceToolParam
        | ToolSearchToolParam
        | WebSearchPreviewTool
        | ApplyPatchToolParam,
        Field(discriminator="type"),
    ],
)


ToolReturned = TypeAliasType(
    "ToolReturned",
    Annotated[
        FunctionToolReturned
        | FileSearchToolReturned
        | ComputerToolReturned
        | ComputerUsePreviewToolReturned
        | WebSearchToolReturned
        | MCPToolReturned
        | CodeInterpreterToolReturned
        | ProgrammaticToolCallingParamReturned
        | ImageGenToolReturned
        | LocalShellToolParamReturned
        | FunctionShellToolParamReturned
        | CustomToolParamReturned
        | NamespaceToolParamReturned
        | ToolSearchToolParamReturned
        | WebSearchPreviewToolReturned
        | ApplyPatchToolParamReturned
        | JsonObject,
        Exact(__name__, "ToolReturned"),
    ],
)
