# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from typing_extensions import TypeAliasType
from ._create_eval_completions_run_data_source import CreateEvalCompletionsRunDataSourceReturned
from ._create_eval_jsonl_run_data_source import CreateEvalJsonlRunDataSourceReturned
from ._create_eval_responses_run_data_source import CreateEvalResponsesRunDataSourceReturned
from ._eval_api_error import EvalApiError
from ._metadata import MetadataReturned


class EvalRun(Model):
    """A run of an eval: its state, and how many items passed."""

    object: Literal["eval.run"] | str | None = None
    """The API's default is `"eval.run"`."""

    id: str | None = None

    eval_id: str | None = None

    status: str | None = None

    model: str | None = None

    name: str | None = None

    created_at: int | None = None

    report_url: str | None = None

    result_counts: EvalRunResultCounts | None = None

    per_model_usage: list[EvalRunPerModelUsageItem | None] | None = None

    per_testing_criteria_results: list[EvalRunPerTestingCriteriaResult | None] | None = None

    data_source: EvalRunDataSource | None = None

    metadata: MetadataReturned | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """

    error: EvalApiError | None = None


EvalRunDataSource = TypeAliasType(
    "EvalRunDataSource",
    Annotated[
        CreateEvalJsonlRunDataSourceReturned
        | CreateEvalCompletionsRunDataSourceReturned
        | CreateEvalResponsesRunDataSourceReturned
        | JsonObject
        | None,
        Exact(__name__, "EvalRunDataSource"),
    ],
)


class EvalRunPerModelUsageItem(Model):
    model_name: str | None = None

    invocation_count: int | None = None

    prompt_tokens: int | None = None

    completion_tokens: int | None = None

    total_tokens: int | None = None

    cached_tokens: int | None = None


class EvalRunPerTestingCriteriaResult(Model):
    testing_criteria: str | None = None

    passed: int | None = None

    failed: int | None = None


class EvalRunResultCounts(Model):
    total: int | None = None

    errored: int | None = None

    failed: int | None = None

    passed: int | None = None
