# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field, StringConstraints
from typing_extensions import TypeAliasType
from ._chat_completion_stream_options import ChatCompletionStreamOptions
from ._stop_configuration import StopConfiguration


class CreateCompletionRequest(Model):
    model: Literal["gpt-3.5-turbo-instruct", "davinci-002", "babbage-002"] | str

    prompt: CreateCompletionRequestPrompt

    best_of: Annotated[int | None, Field(ge=0, le=20)] = None
    """The API's default is `1`."""

    echo: bool | None = None
    """The API's default is `false`."""

    frequency_penalty: Annotated[float | None, Field(ge=-2.0, le=2.0)] = None
    """The API's default is `0`."""

    logit_bias: (
        dict[Annotated[str, StringConstraints(pattern="^[0-9]+$")], Annotated[int, Field(ge=-100, le=100)]]
        | None
    ) = None
    """The API's default is `null`."""

    logprobs: Annotated[int | None, Field(ge=0, le=5)] = None
    """The API's default is `null`."""

    max_tokens: Annotated[int | None, Field(ge=0)] = None
    """The API's default is `16`."""

    n: Annotated[int | None, Field(ge=1, le=128)] = None
    """The API's default is `1`."""

    presence_penalty: Annotated[float | None, Field(ge=-2.0, le=2.0)] = None
    """The API's default is `0`."""

    seed: int | None = None

    stop: StopConfiguration | None = None

    stream: bool | None = None
    """The API's default is `false`."""

    stream_options: ChatCompletionStreamOptions | None = None

    suffix: str | None = None
    """The API's default is `null`."""

    temperature: Annotated[float | None, Field(ge=0.0, le=2.0)] = None
    """The API's default is `1`."""

    top_p: Annotated[float | None, Field(ge=0.0, le=1.0)] = None
    """The API's default is `1`."""

    user: Omittable[str] = None


CreateCompletionRequestPromptArray = TypeAliasType(
    "CreateCompletionRequestPromptArray", Annotated[list[int], Field(min_length=1)]
)


CreateCompletionRequestPromptArrays = TypeAliasType(
    "CreateCompletionRequestPromptArrays",
    Annotated[list[CreateCompletionRequestPromptArray], Field(min_length=1)],
)


CreateCompletionRequestPromptIntegers = TypeAliasType(
    "CreateCompletionRequestPromptIntegers", Annotated[list[int], Field(min_length=1)]
)


CreateCompletionRequestPrompt = TypeAliasType(
    "CreateCompletionRequestPrompt",
    str | list[str] | CreateCompletionRequestPromptIntegers | CreateCompletionRequestPromptArrays | None,
)
"""The API's default is `"<|endoftext|>"`."""
