# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from pydantic import Field
from typing_extensions import TypeAliasType
from ._chat_completion_allowed_tools_choice import ChatCompletionAllowedToolsChoice
from ._chat_completion_named_tool_choice import ChatCompletionNamedToolChoice
from ._chat_completion_named_tool_choice_custom import ChatCompletionNamedToolChoiceCustom


ChatCompletionToolChoiceOptionObject = TypeAliasType(
    "ChatCompletionToolChoiceOptionObject",
    Annotated[
        ChatCompletionAllowedToolsChoice
        | ChatCompletionNamedToolChoice
        | ChatCompletionNamedToolChoiceCustom,
        Field(discriminator="type"),
    ],
)


ChatCompletionToolChoiceOption = TypeAliasType(
    "ChatCompletionToolChoiceOption",
    Literal["none", "auto", "required"] | ChatCompletionToolChoiceOptionObject,
)
