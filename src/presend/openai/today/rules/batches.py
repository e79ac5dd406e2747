"""Requests to POST /batches. For the input files, see presend.batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

BATCH = "CreateBatchRequest"
VIDEOS = "/v1/videos"


def is_path(value: Any) -> bool:
    """Say whether a text that should be the id of a file is its name or path."""
    return isinstance(value, str) and ("." in value or "/" in value)


@rule(
    "batch.input-file.purpose",
    "note",
    "prose",
    "input_file_id is the id of a file that was uploaded with the purpose batch.",
    "Upload the file with POST /files, and send the id of the answer.",
    at=f"{BATCH}.input_file_id",
    sources=said(f"{BATCH}/properties/input_file_id"),
)
def input_file_is_an_id(value: Any) -> Iterator[Finding]:
    if is_path(value):
        yield Finding("Invalid {param}: expected the id of an uploaded file, got a name or a path.")


@rule(
    "batch.endpoint.videos-deprecated",
    "note",
    "inferred",
    "A batch is not for /v1/videos, whose operations are deprecated.",
    "Plan for another endpoint.",
    at=f"{BATCH}.endpoint",
    sources=said(f"{BATCH}/properties/endpoint"),
)
def endpoint_is_not_videos(value: Any) -> Iterator[Finding]:
    if value == VIDEOS:
        yield Finding(f"Deprecated value for {{param}}: the operations of {VIDEOS} are deprecated.")
