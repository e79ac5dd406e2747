# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from typing_extensions import TypeAliasType
from ._computer_screenshot_content import ComputerScreenshotContent
from ._input_file_content import InputFileContentReturned
from ._input_image_content import InputImageContentReturned
from ._input_text_content import InputTextContentReturned
from ._message_phase_2 import MessagePhase_2
from ._message_role import MessageRole
from ._message_status import MessageStatus
from ._output_text_content import OutputTextContentReturned
from ._reasoning_text_content import ReasoningTextContentReturned
from ._refusal_content import RefusalContentReturned
from ._summary_text_content import SummaryTextContentReturned
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
    Annotated[
        InputTextContentReturned
        | OutputTextContentReturned
        | TextContent
        | SummaryTextContentReturned
        | ReasoningTextContentReturned
        | RefusalContentReturned
        | InputImageContentReturned
        | ComputerScreenshotContent
        | InputFileContentReturned
        | JsonObject
        | None,
        Exact(__name__, "MessageContentItem"),
    ],
)
