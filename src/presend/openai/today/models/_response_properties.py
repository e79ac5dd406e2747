# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from ._model_ids_responses import ModelIdsResponses, ModelIdsResponsesReturned
from ._prompt import Prompt, PromptReturned
from ._response_text_param import ResponseTextParam, ResponseTextParamReturned
from ._tool_choice_param import ToolChoiceParam, ToolChoiceParamReturned
from ._tools_array import ToolsArray, ToolsArrayReturned


class ResponseProperties(Model):
    previous_response_id: str | None = None
    """Id of an earlier response to go on from. It excludes `conversation`."""

    model: Omittable[ModelIdsResponses] = None
    """The model that answers."""

    background: bool | None = None
    """Whether to answer later: the response is returned at once and can be polled. It needs `store`."""

    max_tool_calls: int | None = None
    """Most calls of built-in tools in this response, all tools together. Further ones are ignored."""

    text: Omittable[ResponseTextParam] = None
    """The form of the text: free, or JSON that fits a schema of yours, and how long-winded it is."""

    tools: Omittable[ToolsArray] = None
    """What the model may call: functions and custom tools of yours, tools of OpenAI, MCP servers."""

    tool_choice: Omittable[ToolChoiceParam] = None
    """Whether a tool is called: `none`, `auto`, `required`, or certain tools by type or name."""

    prompt: Prompt | None = None
    """A prompt template kept at OpenAI: its id, its version, and values for its variables."""


class ResponsePropertiesReturned(Model):
    previous_response_id: str | None = None
    """Id of an earlier response to go on from. It excludes `conversation`."""

    model: ModelIdsResponsesReturned | None = None
    """The model that answers."""

    background: bool | None = None
    """Whether to answer later: the response is returned at once and can be polled. It needs `store`."""

    max_tool_calls: int | None = None
    """Most calls of built-in tools in this response, all tools together. Further ones are ignored."""

    text: ResponseTextParamReturned | None = None

    tools: ToolsArrayReturned | None = None

    tool_choice: ToolChoiceParamReturned | None = None

    prompt: PromptReturned | None = None
    """A prompt template kept at OpenAI: its id, its version, and values for its variables."""
