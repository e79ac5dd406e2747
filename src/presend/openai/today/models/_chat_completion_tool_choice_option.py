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
"""Whether a tool is called: `none`, `auto`, `required`, or one tool by name. Left out, it is `auto`
where there are tools.
"""


ChatCompletionToolChoiceOption = TypeAliasType(
    "ChatCompletionToolChoiceOption",
    Literal["none", "auto", "required"] | ChatCompletionToolChoiceOptionObject,
)
"""Whether a tool is called: `none`, `auto`, `required`, or one tool by name. Left out, it is `auto`
where there are tools.
"""
