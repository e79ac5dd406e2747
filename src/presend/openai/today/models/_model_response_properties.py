# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field
from ._metadata import Metadata, MetadataReturned


class ModelResponseProperties(Model):
    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """

    top_logprobs: Annotated[int, Field(ge=0, le=20)] | None = None
    """How many of the likeliest tokens to report at each position, with their log probabilities."""

    temperature: Annotated[float, Field(ge=0.0, le=2.0)] | None = None
    """How much chance decides: low values repeat themselves, high ones vary. Change it or `top_p`, but
    not both.
    """

    top_p: Annotated[float, Field(ge=0.0, le=1.0)] | None = None
    """Nucleus sampling: only the likeliest tokens that together reach this probability are drawn from.
    1 keeps all.
    """

    user: str | None = None
    """Your id for the person behind the request. `safety_identifier` and `prompt_cache_key` replace
    it.
    """

    safety_identifier: Annotated[str, Field(max_length=128)] | None = None
    """A stable id for the person behind the request, so that abuse can be traced. Send a hash, not a
    name or an address.
    """

    prompt_cache_key: Annotated[str, Field(max_length=64)] | None = None
    """Requests with the same key are likelier to find each other's cached prompts."""

    prompt_cache_retention: Literal["in_memory", "24h"] | None = None
    """How long a cached prompt is kept at most. `prompt_cache_options` replaces it."""


class ModelResponsePropertiesReturned(Model):
    metadata: MetadataReturned | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """

    top_logprobs: Annotated[int, Field(ge=0, le=20)] | None = None
    """How many of the likeliest tokens to report at each position, with their log probabilities."""

    temperature: Annotated[float, Field(ge=0.0, le=2.0)] | None = None
    """How much chance decides: low values repeat themselves, high ones vary. Change it or `top_p`, but
    not both.
    """

    top_p: Annotated[float, Field(ge=0.0, le=1.0)] | None = None
    """Nucleus sampling: only the likeliest tokens that together reach this probability are drawn from.
    1 keeps all.
    """

    user: str | None = None
    """Your id for the person behind the request. `safety_identifier` and `prompt_cache_key` replace
    it.
    """

    safety_identifier: Annotated[str, Field(max_length=128)] | None = None
    """A stable id for the person behind the request, so that abuse can be traced. Send a hash, not a
    name or an address.
    """

    prompt_cache_key: Annotated[str, Field(max_length=64)] | None = None
    """Requests with the same key are likelier to find each other's cached prompts."""

    prompt_cache_retention: Literal["in_memory", "24h"] | str | None = None
    """How long a cached prompt is kept at most. `prompt_cache_options` replaces it."""
