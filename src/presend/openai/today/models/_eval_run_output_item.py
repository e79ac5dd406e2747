# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import JsonObject, Model
from ._eval_api_error import EvalApiError
from ._eval_run_output_item_result import EvalRunOutputItemResult


class EvalRunOutputItem(Model):
    object: Literal["eval.run.output_item"] | str | None = None
    """The API's default is `"eval.run.output_item"`."""

    id: str | None = None

    run_id: str | None = None

    eval_id: str | None = None

    created_at: int | None = None

    status: str | None = None

    datasource_item_id: int | None = None

    datasource_item: JsonObject | None = None

    results: list[EvalRunOutputItemResult | None] | None = None

    sample: EvalRunOutputItemSample | None = None


class EvalRunOutputItemSample(Model):
    input: list[EvalRunOutputItemSampleInputItem | None] | None = None

    output: list[EvalRunOutputItemSampleOutputItem | None] | None = None

    finish_reason: str | None = None

    model: str | None = None

    usage: EvalRunOutputItemSampleUsage | None = None

    error: EvalApiError | None = None

    temperature: float | None = None

    max_completion_tokens: int | None = None

    top_p: float | None = None

    seed: int | None = None


class EvalRunOutputItemSampleInputItem(Model):
    role: str | None = None

    content: str | None = None


class EvalRunOutputItemSampleOutputItem(Model):
    role: str | None = None

    content: str | None = None


class EvalRunOutputItemSampleUsage(Model):
    total_tokens: int | None = None

    completion_tokens: int | None = None

    prompt_tokens: int | None = None

    cached_tokens: int | None = None
