# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from typing_extensions import TypeAliasType
from ._computer_screenshot_content import ComputerScreenshotContent
from ._input_file_content import InputFileContent
from ._input_image_content import InputImageContent
from ._input_text_content import InputTextContent
from ._message_phase_2 import MessagePhase_2
from ._message_role import MessageRole
from ._message_status import MessageStatus
from ._output_text_content import OutputTextContent
from ._reasoning_text_content import ReasoningTextContent
from ._refusal_content import RefusalContent
from ._summary_text_content import SummaryTextContent
from ._text_content import TextContent


class Message(Model):
    type: Literal["message"] | str | None = None
    """The API's default is `"message"`."""

    id: str | None = None

    status: MessageStatus | None = None

    role: MessageRole | None = None

    content: list[MessageContentItem] | None = None

    phase: MessagePhase_2 | None = None


MessageContentItem = TypeAliasType(
    "MessageContentItem",
    InputTextContent
    | OutputTextContent
    | TextContent
    | SummaryTextContent
    | ReasoningTextContent
    | RefusalContent
    | InputImageContent
    | ComputerScreenshotContent
    | InputFileContent
    | None,
)
