# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from typing_extensions import TypeAliasType
from ._eval_custom_data_source_config import EvalCustomDataSourceConfig
from ._eval_grader_label_model import EvalGraderLabelModel
from ._eval_grader_python import EvalGraderPython
from ._eval_grader_score_model import EvalGraderScoreModel
from ._eval_grader_string_check import EvalGraderStringCheck
from ._eval_grader_text_similarity import EvalGraderTextSimilarity
from ._eval_logs_data_source_config import EvalLogsDataSourceConfig
from ._eval_stored_completions_data_source_config import EvalStoredCompletionsDataSourceConfig
from ._metadata import Metadata


class Eval(Model):
    """An eval: where its items come from, and what counts as a pass."""

    object: Literal["eval"] | str | None = None
    """The API's default is `"eval"`."""

    id: str | None = None

    name: str | None = None

    data_source_config: EvalDataSourceConfig | None = None

    testing_criteria: list[EvalTestingCriteriaItem] | None = None

    created_at: int | None = None

    metadata: Metadata | None = None


EvalDataSourceConfig = TypeAliasType(
    "EvalDataSourceConfig",
    EvalCustomDataSourceConfig | EvalLogsDataSourceConfig | EvalStoredCompletionsDataSourceConfig | None,
)


EvalTestingCriteriaItem = TypeAliasType(
    "EvalTestingCriteriaItem",
    EvalGraderLabelModel
    | EvalGraderStringCheck
    | EvalGraderTextSimilarity
    | EvalGraderPython
    | EvalGraderScoreModel
    | None,
)
