# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from presend.model import Model, Omittable
from ._text_response_format_configuration import TextResponseFormatConfiguration, TextResponseFormatConfigurationReturned
from ._verbosity import Verbosity, VerbosityReturned


class ResponseTextParam(Model):
    format: Omittable[TextResponseFormatConfiguration] = None

    verbosity: Verbosity | None = None


class ResponseTextParamReturned(Model):
    format: TextResponseFormatConfigurationReturned | None = None

    verbosity: VerbosityReturned | None = None
