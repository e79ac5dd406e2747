# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model
from ._batch_error import BatchError
from ._batch_request_counts import BatchRequestCounts
from ._metadata import MetadataReturned


class Batch(Model):
    """A batch: its state, its files, and how many requests are done."""

    id: str | None = None

    object: Literal["batch"] | str | None = None

    endpoint: str | None = None

    model: str | None = None

    errors: BatchErrors | None = None

    input_file_id: str | None = None

    completion_window: str | None = None

    status: (
        Literal[
            "validating",
            "failed",
            "in_progress",
            "finalizing",
            "completed",
            "expired",
            "cancelling",
            "cancelled",
        ]
        | str
        | None
    ) = None

    output_file_id: str | None = None

    error_file_id: str | None = None

    created_at: int | None = None

    in_progress_at: int | None = None

    expires_at: int | None = None

    finalizing_at: int | None = None

    completed_at: int | None = None

    failed_at: int | None = None

    expired_at: int | None = None

    cancelling_at: int | None = None

    cancelled_at: int | None = None

    request_counts: BatchRequestCounts | None = None

    usage: BatchUsage | None = None

    metadata: MetadataReturned | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """


class BatchErrors(Model):
    object: str | None = None

    data: list[BatchError | None] | None = None


class BatchUsage(Model):
    input_tokens: int | None = None

    input_tokens_details: BatchUsageInputTokensDetails | None = None

    output_tokens: int | None = None

    output_tokens_details: BatchUsageOutputTokensDetails | None = None

    total_tokens: int | None = None


class BatchUsageInputTokensDetails(Model):
    cached_tokens: int | None = None


class BatchUsageOutputTokensDetails(Model):
    reasoning_tokens: int | None = None
