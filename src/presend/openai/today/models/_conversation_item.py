# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing_extensions import TypeAliasType
from ._additional_tools import AdditionalTools
from ._apply_patch_tool_call import ApplyPatchToolCall
from ._apply_patch_tool_call_output import ApplyPatchToolCallOutput
from ._code_interpreter_tool_call import CodeInterpreterToolCall
from ._compaction_body import CompactionBody
from ._computer_tool_call import ComputerToolCall
from ._computer_tool_call_output_resource import ComputerToolCallOutputResource
from ._configuration_update_item_param import ConfigurationUpdateItemParam
from ._custom_tool_call import CustomToolCall
from ._custom_tool_call_output import CustomToolCallOutput
from ._file_search_tool_call import FileSearchToolCall
from ._function_shell_call import FunctionShellCall
from ._function_shell_call_output import FunctionShellCallOutput
from ._function_tool_call_output_resource import FunctionToolCallOutputResource
from ._function_tool_call_resource import FunctionToolCallResource
from ._image_gen_tool_call import ImageGenToolCall
from ._local_shell_tool_call import LocalShellToolCall
from ._local_shell_tool_call_output import LocalShellToolCallOutput
from ._mcp_approval_request import MCPApprovalRequest
from ._mcp_approval_response_resource import MCPApprovalResponseResource
from ._mcp_list_tools import MCPListTools
from ._mcp_tool_call import MCPToolCall
from ._message import Message
from ._program import Program
from ._program_output import ProgramOutput
from ._reasoning_item import ReasoningItem
from ._tool_search_call import ToolSearchCall
from ._tool_search_output import ToolSearchOutput
from ._web_search_tool_call import WebSearchToolCall


ConversationItem = TypeAliasType(
    "ConversationItem",
    Message
    | FunctionToolCallResource
    | FunctionToolCallOutputResource
    | FileSearchToolCall
    | WebSearchToolCall
    | ImageGenToolCall
    | ComputerToolCall
    | ComputerToolCallOutputResource
    | ToolSearchCall
    | ToolSearchOutput
    | AdditionalTools
    | ReasoningItem
    | Program
    | ProgramOutput
    | CompactionBody
    | CodeInterpreterToolCall
    | LocalShellToolCall
    | LocalShellToolCallOutput
    | FunctionShellCall
    | FunctionShellCallOutput
    | ApplyPatchToolCall
    | ApplyPatchToolCallOutput
    | MCPListTools
    | MCPApprovalRequest
    | MCPApprovalResponseResource
    | MCPToolCall
    | CustomToolCall
    | CustomToolCallOutput
    | ConfigurationUpdateItemParam,
)
