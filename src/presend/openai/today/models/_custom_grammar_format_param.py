# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from pydantic import ConfigDict
from ._grammar_syntax1 import GrammarSyntax1, GrammarSyntax1Returned


class CustomGrammarFormatParam(Model):
    model_config = ConfigDict(extra="forbid")

    type: Literal["grammar"]
    """The API's default is `"grammar"`."""

    syntax: GrammarSyntax1

    definition: str


class CustomGrammarFormatParamReturned(Model):
    type: Literal["grammar"] | str | None = None
    """The API's default is `"grammar"`."""

    syntax: GrammarSyntax1Returned | None = None

    definition: str | None = None
