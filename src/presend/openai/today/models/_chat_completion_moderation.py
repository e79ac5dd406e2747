# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from typing_extensions import TypeAliasType
from ._chat_completion_moderation_error import ChatCompletionModerationError
from ._chat_completion_moderation_results import ChatCompletionModerationResults


class ChatCompletionModeration(Model):
    input: ChatCompletionModerationInput | None = None

    output: ChatCompletionModerationOutput | None = None


ChatCompletionModerationInput = TypeAliasType(
    "ChatCompletionModerationInput", ChatCompletionModerationResults | ChatCompletionModerationError | None
)


ChatCompletionModerationOutput = TypeAliasType(
    "ChatCompletionModerationOutput", ChatCompletionModerationResults | ChatCompletionModerationError | None
)
