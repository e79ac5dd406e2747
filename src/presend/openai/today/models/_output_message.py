# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict
from ._message_phase import MessagePhase
from ._output_message_content import OutputMessageContent


class OutputMessage(Model):
    model_config = ConfigDict(extra="forbid")

    id: str

    type: Literal["message"]

    role: Literal["assistant"]

    content: list[OutputMessageContent]

    phase: MessagePhase | None = None

    status: Literal["in_progress", "completed", "incomplete"]
