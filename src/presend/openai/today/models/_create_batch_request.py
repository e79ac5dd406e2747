# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Literal
from presend.model import Model, Omittable
from ._batch_file_expiration_after import BatchFileExpirationAfter
from ._metadata import Metadata


class CreateBatchRequest(Model):
    """A file of requests to run within a day, at a lower price."""

    input_file_id: str
    """Id of the uploaded file of requests: JSON lines, with the purpose `batch`."""

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
    """The endpoint that every request in the file goes to."""

    completion_window: Literal["24h"]
    """The time in which the batch has to be done."""

    metadata: Metadata | None = None
    """Up to 16 notes of your own on an object: names of at most 64 characters, with texts of at most
    512.
    """

    output_expires_after: Omittable[BatchFileExpirationAfter] = None
    """When the files with results and errors are deleted."""
