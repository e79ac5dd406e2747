# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict
from typing_extensions import TypeAliasType
from ._response_prompt_variables import ResponsePromptVariables, ResponsePromptVariablesReturned


class PromptReturnedWithId(Model):
    id: str | None = None

    version: str | None = None

    variables: ResponsePromptVariablesReturned | None = None


PromptReturned = TypeAliasType("PromptReturned", PromptReturnedWithId | None)
"""A prompt template kept at OpenAI: its id, its version, and values for its variables."""


class PromptWithId(Model):
    model_config = ConfigDict(extra="forbid")

    id: str

    version: str | None = None

    variables: ResponsePromptVariables | None = None


Prompt = TypeAliasType("Prompt", PromptWithId | None)
"""A prompt template kept at OpenAI: its id, its version, and values for its variables."""
