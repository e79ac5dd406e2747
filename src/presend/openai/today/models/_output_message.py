# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict
from ._message_phase import MessagePhase, MessagePhaseReturned
from ._output_message_content import OutputMessageContent, OutputMessageContentReturned


class OutputMessage(Model):
    model_config = ConfigDict(extra="forbid")

    id: str

    type: Literal["message"]

    role: Literal["assistant"]

    content: list[OutputMessageContent]

    phase: MessagePhase | None = None

    status: Literal["in_progress", "completed", "incomplete"]


class OutputMessageReturned(Model):
    id: str | None = None

    type: Literal["message"] | str | None = None

    role: Literal["assistant"] | str | None = None

    content: list[OutputMessageContentReturned | None] | None = None

    phase: MessagePhaseReturned | None = None

    status: Literal["in_progress", "completed", "incomplete"] | str | None = None
