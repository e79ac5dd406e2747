# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._apply_patch_tool_param import ApplyPatchToolParam
from ._code_interpreter_tool import CodeInterpreterTool
from ._computer_tool import ComputerTool
from ._computer_use_preview_tool import ComputerUsePreviewTool
from ._custom_tool_param import CustomToolParam
from ._file_search_tool import FileSearchTool
from ._function_shell_tool_param import FunctionShellToolParam
from ._function_tool import FunctionTool
from ._image_gen_tool import ImageGenTool
from ._local_shell_tool_param import LocalShellToolParam
from ._mcp_tool import MCPTool
from ._namespace_tool_param import NamespaceToolParam
from ._programmatic_tool_calling_param import ProgrammaticToolCallingParam
from ._tool_search_tool_param import ToolSearchToolParam
from ._web_search_preview_tool import WebSearchPreviewTool
from ._web_search_tool import WebSearchTool


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
