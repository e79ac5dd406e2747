# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from typing_extensions import TypeAliasType
from ._additional_tools_item_param import AdditionalToolsItemParam, AdditionalToolsItemParamReturned
from ._apply_patch_tool_call_item_param import ApplyPatchToolCallItemParam, ApplyPatchToolCallItemParamReturned
from ._apply_patch_tool_call_output_item_param import ApplyPatchToolCallOutputItemParam, ApplyPatchToolCallOutputItemParamReturned
from ._code_interpreter_tool_call import CodeInterpreterToolCall, CodeInterpreterToolCallReturned
from ._compaction_summary_item_param import CompactionSummaryItemParam, CompactionSummaryItemParamReturned
from ._computer_call_output_item_param import ComputerCallOutputItemParam, ComputerCallOutputItemParamReturned
from ._computer_tool_call import ComputerToolCall, ComputerToolCallReturned
from ._custom_tool_call import CustomToolCall, CustomToolCallReturned
from ._custom_tool_call_output import CustomToolCallOutput, CustomToolCallOutputReturned
from ._file_search_tool_call import FileSearchToolCall, FileSearchToolCallReturned
from ._function_call_output_item_param import FunctionCallOutputItemParam, FunctionCallOutputItemParamReturned
from ._function_shell_call_item_param import FunctionShellCallItemParam, FunctionShellCallItemParamReturned
from ._function_shell_call_output_item_param import FunctionShellCallOutputItemParam, FunctionShellCallOutputItemParamReturned
from ._function_tool_call import FunctionToolCall, FunctionToolCallReturned
from ._image_gen_tool_call import ImageGenToolCall, ImageGenToolCallReturned
from ._input_message import InputMessage, InputMessageReturned
from ._local_shell_tool_call import LocalShellToolCall, LocalShellToolCallReturned
from ._local_shell_tool_call_output import LocalShellToolCallOutput, LocalShellToolCallOutputReturned
from ._mcp_approval_request import MCPApprovalRequest, MCPApprovalRequestReturned
from ._mcp_approval_response import MCPApprovalResponse, MCPApprovalResponseReturned
from ._mcp_list_tools import MCPListTools, MCPListToolsReturned
from ._mcp_tool_call import MCPToolCall, MCPToolCallReturned
from ._output_message import OutputMessage, OutputMessageReturned
from ._reasoning_item import ReasoningItem, ReasoningItemReturned
from ._tool_search_call_item_param import ToolSearchCallItemParam, ToolSearchCallItemParamReturned
from ._tool_search_output_item_param import ToolSearchOutputItemParam, ToolSearchOutputItemParamReturned
from ._web_search_tool_call import WebSearchToolCall, WebSearchToolCallReturned


ItemReturnedMessage = TypeAliasType(
    "ItemReturnedMessage",
    Annotated[
        InputMessageReturned | OutputMessageReturned | JsonObject, Exact(__name__, "ItemReturnedMessage")
    ],
)


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


ItemReturned = TypeAliasType(
    "ItemReturned",
    Annotated[
        ItemReturnedMessage
        | FileSearchToolCallReturned
        | ComputerToolCallReturned
        | ComputerCallOutputItemParamReturned
        | WebSearchToolCallReturned
        | FunctionToolCallReturned
        | FunctionCallOutputItemParamReturned
        | ToolSearchCallItemParamReturned
        | ToolSearchOutputItemParamReturned
        | AdditionalToolsItemParamReturned
        | ReasoningItemReturned
        | CompactionSummaryItemParamReturned
        | ImageGenToolCallReturned
        | CodeInterpreterToolCallReturned
        | LocalShellToolCallReturned
        | LocalShellToolCallOutputReturned
        | FunctionShellCallItemParamReturned
        | FunctionShellCallOutputItemParamReturned
        | ApplyPatchToolCallItemParamReturned
        | ApplyPatchToolCallOutputItemParamReturned
        | MCPListToolsReturned
        | MCPApprovalRequestReturned
        | MCPApprovalResponseReturned
        | MCPToolCallReturned
        | CustomToolCallOutputReturned
        | CustomToolCallReturned
        | JsonObject,
        Exact(__name__, "ItemReturned"),
    ],
)
