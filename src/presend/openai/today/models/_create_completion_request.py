# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field, StringConstraints
from typing_extensions import TypeAliasType
from ._chat_completion_stream_options import ChatCompletionStreamOptions
from ._stop_configuration import StopConfiguration


class CreateCompletionRequest(Model):
    """A text to go on with, for the few models that complete plain text."""

    model: Literal["gpt-3.5-turbo-instruct", "davinci-002", "babbage-002"] | str
    """The model that goes on with the text."""

    prompt: CreateCompletionRequestPrompt
    """The text to go on with: one, several, or the same as token ids. Left out, the model starts a new
    document.
    """

    best_of: Annotated[int | None, Field(ge=0, le=20)] = None
    """How many completions to make, of which the `n` best are returned. It cannot be streamed.

    The API's default is `1`.
    """

    echo: bool | None = None
    """Whether to repeat the prompt before the completion.

    The API's default is `false`.
    """

    frequency_penalty: Annotated[float | None, Field(ge=-2.0, le=2.0)] = None
    """Above 0, tokens become less likely the more often they have occurred; below 0, likelier.

    The API's default is `0`.
    """

    logit_bias: (
        dict[Annotated[str, StringConstraints(pattern="^[0-9]+$")], Annotated[int, Field(ge=-100, le=100)]]
        | None
    ) = None
    """Added to the chances of single tokens: token id to a number from -100 (never) to 100 (only
    this).

    The API's default is `null`.
    """

    logprobs: Annotated[int | None, Field(ge=0, le=5)] = None
    """How many of the likeliest tokens to report at each position, with their log probabilities.

    The API's default is `null`.
    """

    max_tokens: Annotated[int | None, Field(ge=0)] = None
    """Most tokens that a completion may have. Prompt and completion have to fit the model's context.

    The API's default is `16`.
    """

    n: Annotated[int | None, Field(ge=1, le=128)] = None
    """How many completions each prompt gets.

    The API's default is `1`.
    """

    presence_penalty: Annotated[float | None, Field(ge=-2.0, le=2.0)] = None
    """Above 0, tokens become less likely once they have occurred at all; below 0, likelier.

    The API's default is `0`.
    """

    seed: int | None = None
    """With the same seed and the same request, completions are mostly the same."""

    stop: StopConfiguration | None = None
    """Texts at which the model stops, up to four. The answer does not hold the one that was met."""

    stream: bool | None = None
    """Whether to send the text in pieces, as server-sent events.

    The API's default is `false`.
    """

    stream_options: ChatCompletionStreamOptions | None = None
    """What else to send in a stream. It needs `stream` set to `true`."""

    suffix: str | None = None
    """What comes after the completion. `gpt-3.5-turbo-instruct` alone takes it.

    The API's default is `null`.
    """

    temperature: Annotated[float | None, Field(ge=0.0, le=2.0)] = None
    """How much chance decides: low values repeat themselves, high ones vary. Change it or `top_p`, but
    not both.

    The API's default is `1`.
    """

    top_p: Annotated[float | None, Field(ge=0.0, le=1.0)] = None
    """Nucleus sampling: only the likeliest tokens that together reach this probability are drawn from.
    1 keeps all.

    The API's default is `1`.
    """

    user: Omittable[str] = None
    """Your own id for the person behind the request, which helps to trace abuse."""


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
"""The text to go on with: one, several, or the same as token ids. Left out, the model starts a new
document.

The API's default is `"<|endoftext|>"`.
"""
