# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from pydantic import Field
from typing_extensions import TypeAliasType
from ._chat_completion_request_message_content_part_audio import ChatCompletionRequestMessageContentPartAudio
from ._chat_completion_request_message_content_part_file import ChatCompletionRequestMessageContentPartFile
from ._chat_completion_request_message_content_part_image import ChatCompletionRequestMessageContentPartImage
from ._chat_completion_request_message_content_part_text import ChatCompletionRequestMessageContentPartText


ChatCompletionRequestUserMessageContentPart = TypeAliasType(
    "ChatCompletionRequestUserMessageContentPart",
    Annotated[
        ChatCompletionRequestMessageContentPartText
        | ChatCompletionRequestMessageContentPartImage
        | ChatCompletionRequestMessageContentPartAudio
        | ChatCompletionRequestMessageContentPartFile,
        Field(discriminator="type"),
    ],
)
