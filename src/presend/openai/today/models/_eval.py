# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from typing_extensions import TypeAliasType
from ._eval_custom_data_source_config import EvalCustomDataSourceConfig
from ._eval_grader_label_model import EvalGraderLabelModel
from ._eval_grader_python import EvalGraderPythonReturned
from ._eval_grader_score_model import EvalGraderScoreModelReturned
from ._eval_grader_string_check import EvalGraderStringCheckReturned
from ._eval_grader_text_similarity import EvalGraderTextSimilarityReturned
from ._eval_logs_data_source_config import EvalLogsDataSourceConfig
from ._eval_stored_completions_data_source_config import EvalStoredCompletionsDataSourceConfig
from ._metadata import MetadataReturned


class Eval(Model):
    """An eval: where its items come from, and what counts as a pass."""

    object: Literal["eval"] | str | None = None
    """The API's default is `"eval"`."""

    id: str | None = None

    name: str | None = None

    data_source_config: EvalDataSourceConfig | None = None

    testing_criteria: list[EvalTestingCriteriaItem] | None = None

    created_at: int | None = None

    metadata: MetadataReturned | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """


EvalDataSourceConfig = TypeAliasType(
    "EvalDataSourceConfig",
    Annotated[
        EvalCustomDataSourceConfig
        | EvalLogsDataSourceConfig
        | EvalStoredCompletionsDataSourceConfig
        | JsonObject
        | None,
        Exact(__name__, "EvalDataSourceConfig"),
    ],
)


EvalTestingCriteriaItem = TypeAliasType(
    "EvalTestingCriteriaItem",
    Annotated[
        EvalGraderLabelModel
        | EvalGraderStringCheckReturned
        | EvalGraderTextSimilarityReturned
        | EvalGraderPythonReturned
        | EvalGraderScoreModelReturned
        | JsonObject
        | None,
        Exact(__name__, "EvalTestingCriteriaItem"),
    ],
)
