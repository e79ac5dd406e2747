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
    name: Omittable[str] = None

    metadata: Metadata | None = None

    data_source_config: CreateEvalRequestDataSourceConfig

    testing_criteria: list[CreateEvalRequestTestingCriteriaItem]


CreateEvalRequestDataSourceConfig = TypeAliasType(
    "CreateEvalRequestDataSourceConfig",
    Annotated[
        CreateEvalCustomDataSourceConfig
        | CreateEvalLogsDataSourceConfig
        | CreateEvalStoredCompletionsDataSourceConfig,
        Field(discriminator="type"),
    ],
)


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
