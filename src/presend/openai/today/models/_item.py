# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._additional_tools_item_param import AdditionalToolsItemParam
from ._apply_patch_tool_call_item_param import ApplyPatchToolCallItemParam
from ._apply_patch_tool_call_output_item_param import ApplyPatchToolCallOutputItemParam
from ._code_interpreter_tool_call import CodeInterpreterToolCall
from ._compaction_summary_item_param import CompactionSummaryItemParam
from ._computer_call_output_item_param import ComputerCallOutputItemParam
from ._computer_tool_call import ComputerToolCall
from ._custom_tool_call import CustomToolCall
from ._custom_tool_call_output import CustomToolCallOutput
from ._file_search_tool_call import FileSearchToolCall
from ._function_call_output_item_param import FunctionCallOutputItemParam
from ._function_shell_call_item_param import FunctionShellCallItemParam
from ._function_shell_call_output_item_param import FunctionShellCallOutputItemParam
from ._function_tool_call import FunctionToolCall
from ._image_gen_tool_call import ImageGenToolCall
from ._input_message import InputMessage
from ._local_shell_tool_call import LocalShellToolCall
from ._local_shell_tool_call_output import LocalShellToolCallOutput
from ._mcp_approval_request import MCPApprovalRequest
from ._mcp_approval_response import MCPApprovalResponse
from ._mcp_list_tools import MCPListTools
from ._mcp_tool_call import MCPToolCall
from ._output_message import OutputMessage
from ._reasoning_item import ReasoningItem
from ._tool_search_call_item_param import ToolSearchCallItemParam
from ._tool_search_output_item_param import ToolSearchOutputItemParam
from ._web_search_tool_call import WebSearchToolCall


Item = TypeAliasType(
    "Item",
    InputMessage
    | OutputMessage
    | FileSearchToolCall
    | ComputerToolCall
    | ComputerCallOutputItemParam
    | WebSearchToolCall
    | FunctionToolCall
    | FunctionCallOutputItemParam
    | ToolSearchCallItemParam
    | ToolSearchOutputItemParam
    | AdditionalToolsItemParam
    | ReasoningItem
    | CompactionSummaryItemParam
    | ImageGenToolCall
    | CodeInterpreterToolCall
    | LocalShellToolCall
    | LocalShellToolCallOutput
    | FunctionShellCallItemParam
    | FunctionShellCallOutputItemParam
    | ApplyPatchToolCallItemParam
    | ApplyPatchToolCallOutputItemParam
    | MCPListTools
    | MCPApprovalRequest
    | MCPApprovalResponse
    | MCPToolCall
    | CustomToolCallOutput
    | CustomToolCall,
)
