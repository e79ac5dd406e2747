# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._annotation import Annotation
from ._input_message_content_list import InputMessageContentList
from ._log_prob import LogProb
from ._message_phase import MessagePhase
from ._refusal_content import RefusalContent


class EasyInputMessage(Model):
    model_config = ConfigDict(extra="forbid")

    role: Literal["user", "assistant", "system", "developer"]

    content: EasyInputMessageContent

    phase: MessagePhase | None = None

    type: Omittable[Literal["message"]] = None

    id: Omittable[str] = None

    status: Omittable[Literal["in_progress", "completed", "incomplete"]] = None


class EasyInputMessageContentPartOutputText(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["output_text"]

    text: str

    annotations_: Annotated[Omittable[list[Annotation]], Field(alias="annotations")] = None

    logprobs: Omittable[list[LogProb]] = None


EasyInputMessageContentPart = TypeAliasType(
    "EasyInputMessageContentPart",
    Annotated[EasyInputMessageContentPartOutputText | RefusalContent, Field(discriminator="type")],
)


EasyInputMessageContentParts = TypeAliasType(
    "EasyInputMessageContentParts", Annotated[list[EasyInputMessageContentPart], Field(min_length=1)]
)


EasyInputMessageContent = TypeAliasType(
    "EasyInputMessageContent", str | InputMessageContentList | EasyInputMessageContentParts
)
