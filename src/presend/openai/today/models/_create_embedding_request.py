# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType


class CreateEmbeddingRequest(Model):
    model_config = ConfigDict(extra="forbid")

    input: CreateEmbeddingRequestInput

    model: Literal["text-embedding-ada-002", "text-embedding-3-small", "text-embedding-3-large"] | str

    encoding_format: Literal["float", "base64"] | None = None
    """The API's default is `"float"`."""

    dimensions: Annotated[int | None, Field(ge=1)] = None

    user: str | None = None


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
