# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model
from pydantic import ConfigDict
from typing_extensions import TypeAliasType
from ._response_prompt_variables import ResponsePromptVariables


class PromptWithId(Model):
    model_config = ConfigDict(extra="forbid")

    id: str

    version: str | None = None

    variables: ResponsePromptVariables | None = None


Prompt = TypeAliasType("Prompt", PromptWithId | None)
