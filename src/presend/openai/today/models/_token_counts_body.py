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
    """A request to `/responses`, of which only the input tokens are counted."""

    model_config = ConfigDict(extra="forbid")

    model: str | None = None
    """The model whose tokens are counted."""

    input: Annotated[str, Field(max_length=10485760)] | list[InputItem] | None = None
    """The input to count: one text, or a list of items."""

    previous_response_id: str | None = None
    """Id of an earlier response that counts along. It excludes `conversation`."""

    tools: list[Tool] | None = None
    """The tools that the model would have; their definitions count."""

    text: ResponseTextParam | None = None
    """The form that the text would have; a schema counts."""

    reasoning: Reasoning | None = None
    """How much the model would think."""

    truncation: Omittable[TruncationEnum] = None
    """What to do when input outgrows the model's context: `auto` drops the oldest items, `disabled`
    fails.
    """

    instructions: str | None = None
    """The system message that would come first."""

    personality: Omittable[PersonalityEnum] = None
    """The manner in which the model would speak."""

    conversation: ConversationParam | None = None
    """The conversation whose items count along, by id."""

    tool_choice: ToolChoiceParam | None = None
    """Whether a tool would be called, as in a response."""

    parallel_tool_calls: bool | None = None
    """Whether the model might call several tools at once."""
