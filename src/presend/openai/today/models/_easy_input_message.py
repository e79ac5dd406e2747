# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model, Omittable
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._annotation import Annotation, AnnotationReturned
from ._input_message_content_list import InputMessageContentList, InputMessageContentListReturned
from ._log_prob import LogProb, LogProbReturned
from ._message_phase import MessagePhase, MessagePhaseReturned
from ._refusal_content import RefusalContent, RefusalContentReturned


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


class EasyInputMessageReturned(Model):
    role: Literal["user", "assistant", "system", "developer"] | str | None = None

    content: EasyInputMessageReturnedContent | None = None

    phase: MessagePhaseReturned | None = None

    type: Literal["message"] | str | None = None

    id: str | None = None

    status: Literal["in_progress", "completed", "incomplete"] | str | None = None


class EasyInputMessageReturnedContentPartOutputText(Model):
    type: Literal["output_text"] | str | None = None

    text: str | None = None

    annotations_: Annotated[list[AnnotationReturned | None] | None, Field(alias="annotations")] = None

    logprobs: list[LogProbReturned | None] | None = None


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


EasyInputMessageReturnedContentPart = TypeAliasType(
    "EasyInputMessageReturnedContentPart",
    Annotated[
        EasyInputMessageReturnedContentPartOutputText | RefusalContentReturned | JsonObject | None,
        Exact(__name__, "EasyInputMessageReturnedContentPart"),
    ],
)


EasyInputMessageReturnedContentParts = TypeAliasType(
    "EasyInputMessageReturnedContentParts",
    Annotated[list[EasyInputMessageReturnedContentPart], Field(min_length=1)],
)


EasyInputMessageReturnedContent = TypeAliasType(
    "EasyInputMessageReturnedContent",
    str | InputMessageContentListReturned | EasyInputMessageReturnedContentParts | None,
)
