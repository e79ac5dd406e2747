# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject
from typing_extensions import TypeAliasType
from ._response_audio_delta_event import ResponseAudioDeltaEvent
from ._response_audio_done_event import ResponseAudioDoneEvent
from ._response_audio_transcript_delta_event import ResponseAudioTranscriptDeltaEvent
from ._response_audio_transcript_done_event import ResponseAudioTranscriptDoneEvent
from ._response_code_interpreter_call_code_delta_event import ResponseCodeInterpreterCallCodeDeltaEvent
from ._response_code_interpreter_call_code_done_event import ResponseCodeInterpreterCallCodeDoneEvent
from ._response_code_interpreter_call_completed_event import ResponseCodeInterpreterCallCompletedEvent
from ._response_code_interpreter_call_in_progress_event import ResponseCodeInterpreterCallInProgressEvent
from ._response_code_interpreter_call_interpreting_event import ResponseCodeInterpreterCallInterpretingEvent
from ._response_completed_event import ResponseCompletedEvent
from ._response_content_part_added_event import ResponseContentPartAddedEvent
from ._response_content_part_done_event import ResponseContentPartDoneEvent
from ._response_created_event import ResponseCreatedEvent
from ._response_custom_tool_call_input_delta_event import ResponseCustomToolCallInputDeltaEvent
from ._response_custom_tool_call_input_done_event import ResponseCustomToolCallInputDoneEvent
from ._response_error_event import ResponseErrorEvent
from ._response_failed_event import ResponseFailedEvent
from ._response_file_search_call_completed_event import ResponseFileSearchCallCompletedEvent
from ._response_file_search_call_in_progress_event import ResponseFileSearchCallInProgressEvent
from ._response_file_search_call_searching_event import ResponseFileSearchCallSearchingEvent
from ._response_function_call_arguments_delta_event import ResponseFunctionCallArgumentsDeltaEvent
from ._response_function_call_arguments_done_event import ResponseFunctionCallArgumentsDoneEvent
from ._response_image_gen_call_completed_event import ResponseImageGenCallCompletedEvent
from ._response_image_gen_call_generating_event import ResponseImageGenCallGeneratingEvent
from ._response_image_gen_call_in_progress_event import ResponseImageGenCallInProgressEvent
from ._response_image_gen_call_partial_image_event import ResponseImageGenCallPartialImageEvent
from ._response_in_progress_event import ResponseInProgressEvent
from ._response_incomplete_event import ResponseIncompleteEvent
from ._response_mcp_call_arguments_delta_event import ResponseMCPCallArgumentsDeltaEvent
from ._response_mcp_call_arguments_done_event import ResponseMCPCallArgumentsDoneEvent
from ._response_mcp_call_completed_event import ResponseMCPCallCompletedEvent
from ._response_mcp_call_failed_event import ResponseMCPCallFailedEvent
from ._response_mcp_call_in_progress_event import ResponseMCPCallInProgressEvent
from ._response_mcp_list_tools_completed_event import ResponseMCPListToolsCompletedEvent
from ._response_mcp_list_tools_failed_event import ResponseMCPListToolsFailedEvent
from ._response_mcp_list_tools_in_progress_event import ResponseMCPListToolsInProgressEvent
from ._response_output_item_added_event import ResponseOutputItemAddedEvent
from ._response_output_item_done_event import ResponseOutputItemDoneEvent
from ._response_output_text_annotation_added_event import ResponseOutputTextAnnotationAddedEvent
from ._response_queued_event import ResponseQueuedEvent
from ._response_reasoning_summary_part_added_event import ResponseReasoningSummaryPartAddedEvent
from ._response_reasoning_summary_part_done_event import ResponseReasoningSummaryPartDoneEvent
from ._response_reasoning_summary_text_delta_event import ResponseReasoningSummaryTextDeltaEvent
from ._response_reasoning_summary_text_done_event import ResponseReasoningSummaryTextDoneEvent
from ._response_reasoning_text_delta_event import ResponseReasoningTextDeltaEvent
from ._response_reasoning_text_done_event import ResponseReasoningTextDoneEvent
from ._response_refusal_delta_event import ResponseRefusalDeltaEvent
from ._response_refusal_done_event import ResponseRefusalDoneEvent
from ._response_shell_call_command_added_streaming_event import ResponseShellCallCommandAddedStreamingEvent
from ._response_shell_call_command_delta_streaming_event import ResponseShellCallCommandDeltaStreamingEvent
from ._response_shell_call_command_done_streaming_event import ResponseShellCallCommandDoneStreamingEvent
from ._response_shell_call_output_content_delta_streaming_event import ResponseShellCallOutputContentDeltaStreamingEvent
from ._response_shell_call_output_content_done_streaming_event import ResponseShellCallOutputContentDoneStreamingEvent
from ._response_text_delta_event import ResponseTextDeltaEvent
from ._response_text_done_event import ResponseTextDoneEvent
from ._response_web_search_call_completed_event import ResponseWebSearchCallCompletedEvent
from ._response_web_search_call_in_progress_event import ResponseWebSearchCallInProgressEvent
from ._response_web_search_call_searching_event import ResponseWebSearchCallSearchingEvent


ResponseStreamEvent = TypeAliasType(
    "ResponseStreamEvent",
    Annotated[
        ResponseAudioDeltaEvent
        | ResponseAudioDoneEvent
        | ResponseAudioTranscriptDeltaEvent
        | ResponseAudioTranscriptDoneEvent
        | ResponseCodeInterpreterCallCodeDeltaEvent
        | ResponseCodeInterpreterCallCodeDoneEvent
        | ResponseCodeInterpreterCallCompletedEvent
        | ResponseCodeInterpreterCallInProgressEvent
        | ResponseCodeInterpreterCallInterpretingEvent
        | ResponseCompletedEvent
        | ResponseContentPartAddedEvent
        | ResponseContentPartDoneEvent
        | ResponseCreatedEvent
        | ResponseErrorEvent
        | ResponseFileSearchCallCompletedEvent
        | ResponseFileSearchCallInProgressEvent
        | ResponseFileSearchCallSearchingEvent
        | ResponseFunctionCallArgumentsDeltaEvent
        | ResponseFunctionCallArgumentsDoneEvent
        | ResponseShellCallCommandAddedStreamingEvent
        | ResponseShellCallCommandDeltaStreamingEvent
        | ResponseShellCallCommandDoneStreamingEvent
        | ResponseShellCallOutputContentDeltaStreamingEvent
        | ResponseShellCallOutputContentDoneStreamingEvent
        | ResponseInProgressEvent
        | ResponseFailedEvent
        | ResponseIncompleteEvent
        | ResponseOutputItemAddedEvent
        | ResponseOutputItemDoneEvent
        | ResponseReasoningSummaryPartAddedEvent
        | ResponseReasoningSummaryPartDoneEvent
        | ResponseReasoningSummaryTextDeltaEvent
        | ResponseReasoningSummaryTextDoneEvent
        | ResponseReasoningTextDeltaEvent
        | ResponseReasoningTextDoneEvent
        | ResponseRefusalDeltaEvent
        | ResponseRefusalDoneEvent
        | ResponseTextDeltaEvent
        | ResponseTextDoneEvent
        | ResponseWebSearchCallCompletedEvent
        | ResponseWebSearchCallInProgressEvent
        | ResponseWebSearchCallSearchingEvent
        | ResponseImageGenCallCompletedEvent
        | ResponseImageGenCallGeneratingEvent
        | ResponseImageGenCallInProgressEvent
        | ResponseImageGenCallPartialImageEvent
        | ResponseMCPCallArgumentsDeltaEvent
        | ResponseMCPCallArgumentsDoneEvent
        | ResponseMCPCallCompletedEvent
        | ResponseMCPCallFailedEvent
        | ResponseMCPCallInProgressEvent
        | ResponseMCPListToolsCompletedEvent
        | ResponseMCPListToolsFailedEvent
        | ResponseMCPListToolsInProgressEvent
        | ResponseOutputTextAnnotationAddedEvent
        | ResponseQueuedEvent
        | ResponseCustomToolCallInputDeltaEvent
        | ResponseCustomToolCallInputDoneEvent
        | JsonObject,
        Exact(__name__, "ResponseStreamEvent"),
    ],
)
