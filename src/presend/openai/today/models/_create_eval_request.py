# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated
from presend.model import Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType
from ._create_eval_custom_data_source_config import CreateEvalCustomDataSourceConfig
from ._create_eval_label_model_grader import CreateEvalLabelModelGrader
from ._create_eval_logs_data_source_config import CreateEvalLogsDataSourceConfig
from ._create_eval_stored_completions_data_source_config import CreateEvalStoredCompletionsDataSourceConfig
from ._eval_grader_python import EvalGraderPython
from ._eval_grader_score_model import EvalGraderScoreModel
from ._eval_grader_string_check import EvalGraderStringCheck
from ._eval_grader_text_similarity import EvalGraderTextSimilarity
from ._metadata import Metadata


class CreateEvalRequest(Model):
    """A test for models: where its items come from, and what counts as a pass."""

    name: Omittable[str] = None
    """A name of your choice."""

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """

    data_source_config: CreateEvalRequestDataSourceConfig
    """The shape of the items that runs are made of, or which stored answers they come from."""

    testing_criteria: list[CreateEvalRequestTestingCriteriaItem]
    """The graders that every output is held against. They refer to items and outputs by `{{…}}`
    templates.
    """


CreateEvalRequestDataSourceConfig = TypeAliasType(
    "CreateEvalRequestDataSourceConfig",
    Annotated[
        CreateEvalCustomDataSourceConfig
        | CreateEvalLogsDataSourceConfig
        | CreateEvalStoredCompletionsDataSourceConfig,
        Field(discriminator="type"),
    ],
)
"""The shape of the items that runs are made of, or which stored answers they come from."""


CreateEvalRequestTestingCriteriaItem = TypeAliasType(
    "CreateEvalRequestTestingCriteriaItem",
    Annotated[
        CreateEvalLabelModelGrader
        | EvalGraderStringCheck
        | EvalGraderTextSimilarity
        | EvalGraderPython
        | EvalGraderScoreModel,
        Field(discriminator="type"),
    ],
)
