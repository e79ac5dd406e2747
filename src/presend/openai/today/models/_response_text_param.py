# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from pydantic import ConfigDict
from ._text_response_format_configuration import TextResponseFormatConfiguration
from ._verbosity import Verbosity


class ResponseTextParam(Model):
    model_config = ConfigDict(extra="forbid")

    format: Omittable[TextResponseFormatConfiguration] = None

    verbosity: Verbosity | None = None
