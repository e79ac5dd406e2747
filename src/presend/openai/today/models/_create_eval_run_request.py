# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType
from ._create_eval_completions_run_data_source import CreateEvalCompletionsRunDataSource
from ._create_eval_jsonl_run_data_source import CreateEvalJsonlRunDataSource
from ._create_eval_responses_run_data_source import CreateEvalResponsesRunDataSource
from ._metadata import Metadata


class CreateEvalRunRequest(Model):
    """One run of an eval: which items, and which model answers them."""

    name: Omittable[str] = None
    """A name of your choice."""

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """

    data_source: CreateEvalRunRequestDataSource
    """The items of this run, and how outputs are made from them."""


CreateEvalRunRequestDataSource = TypeAliasType(
    "CreateEvalRunRequestDataSource",
    Annotated[
        CreateEvalJsonlRunDataSource | CreateEvalCompletionsRunDataSource | CreateEvalResponsesRunDataSource,
        Field(discriminator="type"),
    ],
)
"""The items of this run, and how outputs are made from them."""
