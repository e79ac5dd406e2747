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
    name: Omittable[str] = None

    metadata: Metadata | None = None

    data_source: CreateEvalRunRequestDataSource


CreateEvalRunRequestDataSource = TypeAliasType(
    "CreateEvalRunRequestDataSource",
    Annotated[
        CreateEvalJsonlRunDataSource | CreateEvalCompletionsRunDataSource | CreateEvalResponsesRunDataSource,
        Field(discriminator="type"),
    ],
)
