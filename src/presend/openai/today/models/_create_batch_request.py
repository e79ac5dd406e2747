# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._batch_file_expiration_after import BatchFileExpirationAfter
from ._metadata import Metadata


class CreateBatchRequest(Model):
    input_file_id: str

    endpoint: Literal[
        "/v1/responses",
        "/v1/chat/completions",
        "/v1/embeddings",
        "/v1/completions",
        "/v1/moderations",
        "/v1/images/generations",
        "/v1/images/edits",
        "/v1/videos",
    ]

    completion_window: Literal["24h"]

    metadata: Metadata | None = None

    output_expires_after: Omittable[BatchFileExpirationAfter] = None
