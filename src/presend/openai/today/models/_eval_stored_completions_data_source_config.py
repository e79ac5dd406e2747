# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import JsonObject, Model
from pydantic import Field
from ._metadata import MetadataReturned


class EvalStoredCompletionsDataSourceConfig(Model):
    type: Literal["stored_completions"] | str | None = None
    """The API's default is `"stored_completions"`."""

    metadata: MetadataReturned | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """

    schema_: Annotated[JsonObject | None, Field(alias="schema")] = None
