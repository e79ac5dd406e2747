# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._reasoning_effort import ReasoningEffort, ReasoningEffortReturned
from ._text_response_format_configuration import TextResponseFormatConfiguration, TextResponseFormatConfigurationReturned


class ConfigurationUpdateItemParam(Model):
    """Changes how the responses from here on are made, until another such item does."""

    model_config = ConfigDict(extra="forbid")

    type: Literal["configuration_update"]

    id: str | None = None

    reasoning: Omittable[ConfigurationUpdateItemParamReasoning] = None

    text: Omittable[ConfigurationUpdateItemParamText] = None


class ConfigurationUpdateItemParamReasoning(Model):
    model_config = ConfigDict(extra="forbid")

    effort: ReasoningEffort | None = None
    """How much a reasoning model thinks first. Less is faster and cheaper; not every model takes every
    value.
    """


class ConfigurationUpdateItemParamReturned(Model):
    """Changes how the responses from here on are made, until another such item does."""

    type: Literal["configuration_update"] | str | None = None

    id: str | None = None

    reasoning: ConfigurationUpdateItemParamReturnedReasoning | None = None

    text: ConfigurationUpdateItemParamReturnedText | None = None


class ConfigurationUpdateItemParamReturnedReasoning(Model):
    effort: ReasoningEffortReturned | None = None
    """How much a reasoning model thinks first. Less is faster and cheaper; not every model takes every
    value.
    """


class ConfigurationUpdateItemParamReturnedText(Model):
    format: TextResponseFormatConfigurationReturned | None = None


class ConfigurationUpdateItemParamText(Model):
    model_config = ConfigDict(extra="forbid")

    format: TextResponseFormatConfiguration
