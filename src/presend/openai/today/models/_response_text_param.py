# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._text_response_format_configuration import TextResponseFormatConfiguration, TextResponseFormatConfigurationReturned
from ._verbosity import Verbosity, VerbosityReturned


class ResponseTextParam(Model):
    """The form of the text: free, or JSON that fits a schema of yours, and how long-winded it is."""

    model_config = ConfigDict(extra="forbid")

    format: Omittable[TextResponseFormatConfiguration] = None

    verbosity: Verbosity | None = None
    """How long-winded the answer is."""


class ResponseTextParamReturned(Model):
    """The form of the text: free, or JSON that fits a schema of yours, and how long-winded it is."""

    format: TextResponseFormatConfigurationReturned | None = None

    verbosity: VerbosityReturned | None = None
    """How long-winded the answer is."""
