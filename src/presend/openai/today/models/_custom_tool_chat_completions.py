# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType


class CustomToolChatCompletions(Model):
    type: Literal["custom"]

    custom: CustomToolChatCompletionsCustom


class CustomToolChatCompletionsCustom(Model):
    name: str

    description: Omittable[str] = None

    format: Omittable[CustomToolChatCompletionsCustomFormat] = None


class CustomToolChatCompletionsCustomFormatGrammar(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["grammar"]

    grammar: CustomToolChatCompletionsCustomFormatGrammarGrammar


class CustomToolChatCompletionsCustomFormatGrammarGrammar(Model):
    definition: str

    syntax: Literal["lark", "regex"]


class CustomToolChatCompletionsCustomFormatText(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["text"]


CustomToolChatCompletionsCustomFormat = TypeAliasType(
    "CustomToolChatCompletionsCustomFormat",
    Annotated[
        CustomToolChatCompletionsCustomFormatText | CustomToolChatCompletionsCustomFormatGrammar,
        Field(discriminator="type"),
    ],
)
