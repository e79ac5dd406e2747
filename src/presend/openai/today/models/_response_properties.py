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

    model: Omittable[ModelIdsResponses] = None

    background: bool | None = None

    max_tool_calls: int | None = None

    text: Omittable[ResponseTextParam] = None

    tools: Omittable[ToolsArray] = None

    tool_choice: Omittable[ToolChoiceParam] = None

    prompt: Prompt | None = None


class ResponsePropertiesReturned(Model):
    previous_response_id: str | None = None

    model: ModelIdsResponsesReturned | None = None

    background: bool | None = None

    max_tool_calls: int | None = None

    text: ResponseTextParamReturned | None = None

    tools: ToolsArrayReturned | None = None

    tool_choice: ToolChoiceParamReturned | None = None

    prompt: PromptReturned | None = None
