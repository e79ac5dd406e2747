# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType


class CreateEmbeddingRequest(Model):
    """Texts to turn into vectors, and the model that does it."""

    model_config = ConfigDict(extra="forbid")

    input: CreateEmbeddingRequestInput
    """What to embed: one text, a list of texts, or the same as token ids. None may be empty; one has
    at most 8,192 tokens.
    """

    model: Literal["text-embedding-ada-002", "text-embedding-3-small", "text-embedding-3-large"] | str
    """The embedding model."""

    encoding_format: Literal["float", "base64"] | None = None
    """How a vector comes back: as a list of numbers (`float`) or as base64 text of 32-bit floats
    (`base64`).

    The API's default is `"float"`.
    """

    dimensions: Annotated[int | None, Field(ge=1)] = None
    """How many numbers a vector has. Left out, it is the model's full length; `text-embedding-ada-002`
    takes no other.
    """

    user: str | None = None
    """Your own id for the person behind the request, which helps to trace abuse."""


CreateEmbeddingRequestInputArray = TypeAliasType(
    "CreateEmbeddingRequestInputArray", Annotated[list[int], Field(min_length=1)]
)


CreateEmbeddingRequestInputArrays = TypeAliasType(
    "CreateEmbeddingRequestInputArrays",
    Annotated[list[CreateEmbeddingRequestInputArray], Field(max_length=2048, min_length=1)],
)


CreateEmbeddingRequestInputIntegers = TypeAliasType(
    "CreateEmbeddingRequestInputIntegers", Annotated[list[int], Field(max_length=2048, min_length=1)]
)


CreateEmbeddingRequestInputStrings = TypeAliasType(
    "CreateEmbeddingRequestInputStrings", Annotated[list[str], Field(max_length=2048, min_length=1)]
)


CreateEmbeddingRequestInput = TypeAliasType(
    "CreateEmbeddingRequestInput",
    str
    | CreateEmbeddingRequestInputStrings
    | CreateEmbeddingRequestInputIntegers
    | CreateEmbeddingRequestInputArrays,
)
"""What to embed: one text, a list of texts, or the same as token ids. None may be empty; one has at
most 8,192 tokens.
"""
