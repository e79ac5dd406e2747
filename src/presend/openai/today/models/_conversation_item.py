# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from typing_extensions import TypeAliasType
from ._additional_tools import AdditionalTools
from ._apply_patch_tool_call import ApplyPatchToolCall
from ._apply_patch_tool_call_output import ApplyPatchToolCallOutput
from ._code_interpreter_tool_call import CodeInterpreterToolCallReturned
from ._compaction_body import CompactionBody
from ._computer_tool_call import ComputerToolCallReturned
from ._computer_tool_call_output_resource import ComputerToolCallOutputResource
from ._configuration_update_item_param import ConfigurationUpdateItemParamReturned
from ._custom_tool_call import CustomToolCallReturned
from ._custom_tool_call_output import CustomToolCallOutputReturned
from ._file_search_tool_call import FileSearchToolCallReturned
from ._function_shell_call import FunctionShellCall
from ._function_shell_call_output import FunctionShellCallOutput
from ._function_tool_call_output_resource import FunctionToolCallOutputResource
from ._function_tool_call_resource import FunctionToolCallResource
from ._image_gen_tool_call import ImageGenToolCallReturned
from ._local_shell_tool_call import LocalShellToolCallReturned
from ._local_shell_tool_call_output import LocalShellToolCallOutputReturned
from ._mcp_approval_request import MCPApprovalRequestReturned
from ._mcp_approval_response_resource import MCPApprovalResponseResource
from ._mcp_list_tools import MCPListToolsReturned
from ._mcp_tool_call import MCPToolCallReturned
from ._message import Message
from ._program import Program
from ._program_output import ProgramOutput
from ._reasoning_item import ReasoningItemReturned
from ._tool_search_call import ToolSearchCall
from ._tool_search_output import ToolSearchOutput
from ._web_search_tool_call import WebSearchToolCallReturned


ConversationItem = TypeAliasType(
    "ConversationItem",
    Annotated[
        Message
        | FunctionToolCallResource
        | FunctionToolCallOutputResource
        | FileSearchToolCallReturned
        | WebSearchToolCallReturned
        | ImageGenToolCallReturned
        | ComputerToolCallReturned
        | ComputerToolCallOutputResource
        | ToolSearchCall
        | ToolSearchOutput
        | AdditionalTools
        | ReasoningItemReturned
        | Program
        | ProgramOutput
        | CompactionBody
        | CodeInterpreterToolCallReturned
        | LocalShellToolCallReturned
        | LocalShellToolCallOutputReturned
        | FunctionShellCall
        | FunctionShellCallOutput
        | ApplyPatchToolCall
        | ApplyPatchToolCallOutput
        | MCPListToolsReturned
        | MCPApprovalRequestReturned
        | MCPApprovalResponseResource
        | MCPToolCallReturned
        | CustomToolCallReturned
        | CustomToolCallOutputReturned
        | ConfigurationUpdateItemParamReturned
        | JsonObject,
        Exact(__name__, "ConversationItem"),
    ],
)
