# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from ._metadata import Metadata
from ._prompt_cache_options_param import PromptCacheOptionsParam


class CreateModelResponseProperties(Model):
    metadata: Metadata | None = None

    top_logprobs: Annotated[int, Field(ge=0, le=20)] | None = None

    temperature: Annotated[float, Field(ge=0.0, le=2.0)] | None = None

    top_p: Annotated[float, Field(ge=0.0, le=1.0)] | None = None

    user: str | None = None

    safety_identifier: Annotated[str, Field(max_length=128)] | None = None

    prompt_cache_key: Annotated[str, Field(max_length=64)] | None = None

    prompt_cache_retention: Literal["in_memory", "24h"] | None = None

    prompt_cache_options: Omittable[PromptCacheOptionsParam] = None
