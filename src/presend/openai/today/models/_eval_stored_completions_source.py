# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._metadata import Metadata, MetadataReturned


class EvalStoredCompletionsSource(Model):
    type: Literal["stored_completions"]
    """The API's default is `"stored_completions"`."""

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """

    model: str | None = None

    created_after: int | None = None

    created_before: int | None = None

    limit: int | None = None


class EvalStoredCompletionsSourceReturned(Model):
    type: Literal["stored_completions"] | str | None = None
    """The API's default is `"stored_completions"`."""

    metadata: MetadataReturned | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """

    model: str | None = None

    created_after: int | None = None

    created_before: int | None = None

    limit: int | None = None
