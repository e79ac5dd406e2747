# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from ._conversation_param import ConversationParam
from ._input_item import InputItem
from ._personality_enum import PersonalityEnum
from ._reasoning import Reasoning
from ._response_text_param import ResponseTextParam
from ._tool import Tool
from ._tool_choice_param import ToolChoiceParam
from ._truncation_enum import TruncationEnum


class TokenCountsBody(Model):
    model_config = ConfigDict(extra="forbid")

    model: str | None = None

    input: Annotated[str, Field(max_length=10485760)] | list[InputItem] | None = None

    previous_response_id: str | None = None

    tools: list[Tool] | None = None

    text: ResponseTextParam | None = None

    reasoning: Reasoning | None = None

    truncation: Omittable[TruncationEnum] = None

    instructions: str | None = None

    personality: Omittable[PersonalityEnum] = None

    conversation: ConversationParam | None = None

    tool_choice: ToolChoiceParam | None = None

    parallel_tool_calls: bool | None = None
