# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field
from ._chat_completion_message_tool_calls import ChatCompletionMessageToolCallsReturned


class ChatCompletionResponseMessage(Model):
    content: str | None = None

    refusal: str | None = None

    tool_calls: ChatCompletionMessageToolCallsReturned | None = None

    annotations_: Annotated[
        list[ChatCompletionResponseMessageAnnotation | None] | None, Field(alias="annotations")
    ] = None

    role: Literal["assistant"] | str | None = None

    function_call: ChatCompletionResponseMessageFunctionCall | None = None

    audio: ChatCompletionResponseMessageAudio | None = None


class ChatCompletionResponseMessageAnnotation(Model):
    type: Literal["url_citation"] | str | None = None

    url_citation: ChatCompletionResponseMessageAnnotationUrlCitation | None = None


class ChatCompletionResponseMessageAnnotationUrlCitation(Model):
    end_index: int | None = None

    start_index: int | None = None

    url: str | None = None

    title: str | None = None


class ChatCompletionResponseMessageAudio(Model):
    id: str | None = None

    expires_at: int | None = None

    data: str | None = None

    transcript: str | None = None


class ChatCompletionResponseMessageFunctionCall(Model):
    arguments: str | None = None

    name: str | None = None
