# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict, Field
from typing_extensions import TypeAliasType
from ._reasoning_effort import ReasoningEffort
from ._text_response_format_json_schema import TextResponseFormatJsonSchema
from ._text_response_format_text import TextResponseFormatText


class ConfigurationUpdateItemParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["configuration_update"]

    id: str | None = None

    reasoning: Omittable[ConfigurationUpdateItemParamReasoning] = None

    text: Omittable[ConfigurationUpdateItemParamText] = None


class ConfigurationUpdateItemParamReasoning(Model):
    model_config = ConfigDict(extra="forbid")

    effort: ReasoningEffort | None = None


class ConfigurationUpdateItemParamText(Model):
    model_config = ConfigDict(extra="forbid")

    format: ConfigurationUpdateItemParamTextFormat


ConfigurationUpdateItemParamTextFormat = TypeAliasType(
    "ConfigurationUpdateItemParamTextFormat",
    Annotated[TextResponseFormatText | TextResponseFormatJsonSchema, Field(discriminator="type")],
)
