# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Exact, JsonObject, Model
from typing_extensions import TypeAliasType
from ._chat_completion_moderation_error import ChatCompletionModerationError
from ._chat_completion_moderation_results import ChatCompletionModerationResults


class ChatCompletionModeration(Model):
    input: ChatCompletionModerationInput | None = None

    output: ChatCompletionModerationOutput | None = None


ChatCompletionModerationInput = TypeAliasType(
    "ChatCompletionModerationInput",
    Annotated[
        ChatCompletionModerationResults | ChatCompletionModerationError | JsonObject | None,
        Exact(__name__, "ChatCompletionModerationInput"),
    ],
)


ChatCompletionModerationOutput = TypeAliasType(
    "ChatCompletionModerationOutput",
    Annotated[
        ChatCompletionModerationResults | ChatCompletionModerationError | JsonObject | None,
        Exact(__name__, "ChatCompletionModerationOutput"),
    ],
)
