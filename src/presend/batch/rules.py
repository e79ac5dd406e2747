"""What a batch file is held to, beyond the schema of its lines and that of the bodies.

The limits are upstream's own words, as the openai SDK (3.54) has them at `batches.create`. Codes are those that the API
gives for a batch that fails its validation; Azure's documentation lists them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.problems import Finding
from presend.rule import Rule, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

AS_OF = "2026-08-21"
ENDPOINTS = (  # those that `batches.create` takes
    "/v1/responses",
    "/v1/chat/completions",
    "/v1/embeddings",
    "/v1/completions",
    "/v1/moderations",
    "/v1/images/generations",
    "/v1/images/edits",
    "/v1/videos",
)
MOST_REQUESTS = 50_000  # in a file
MOST_BYTES = 200_000_000  # "200 MB"; a reading that takes MB for MiB ends at the next line
MOST_BYTES_AS_MIB = 200 * 2**20
MOST_INPUTS = 50_000  # to embed, in all requests of a file

_LINE = "#/components/schemas/BatchRequestInput/properties"
_BATCH = "#/paths/~1batches/post/requestBody/content/application~1json/schema/properties"
_FILE = (f"{_BATCH}/input_file_id/description",)
_ENDPOINT = (f"{_BATCH}/endpoint/description",)


@rule(
    "batch.url.relative",
    "error",
    "prose",
    "The url of a request is the path of an endpoint, and no more.",
    "Write it like /v1/responses: no scheme, no host, no query.",
    at="BatchRequestInput.url",
    sources=(f"{_LINE}/url/description",),
)
def url_is_relative(url: Any) -> Iterator[Finding]:
    if isinstance(url, str) and (not url.startswith("/") or url.startswith("//") or "?" in url or "#" in url):
        yield Finding("Invalid {param}: expected the path of an endpoint alone, such as /v1/responses.", "invalid_url")


URL_KNOWN = Rule(
    "batch.url.known",
    "warning",
    "prose",
    "The url of a request is an endpoint that the Batch API serves.",
    "Send it to one of the endpoints that the message lists.",
    _ENDPOINT,
    as_of=AS_OF,
)
URL_SAME = Rule(
    "batch.url.same",
    "error",
    "prose",
    "All requests of a file have one url.",
    "Give each endpoint a file of its own.",
    _ENDPOINT,
)
MODEL_SAME = Rule(
    "batch.model.same",
    "error",
    "observed",
    "All requests of a file name one model.",
    "Give each model a file of its own.",
    as_of=AS_OF,
)
ID_UNIQUE = Rule(
    "batch.custom-id.unique",
    "error",
    "prose",
    "No two requests of a file have the same custom_id.",
    "Give each request an id of its own; the results are matched by it.",
    (f"{_LINE}/custom_id/description",),
)
REQUESTS_MAX = Rule(
    "batch.requests.max",
    "error",
    "prose",
    "A file has at most 50,000 requests.",
    "Split the file.",
    _FILE,
)
REQUESTS_SOME = Rule(
    "batch.requests.some",
    "error",
    "inferred",
    "A file has a request.",
    "Write one request on each line.",
)
SIZE_MAX = Rule(
    "batch.size.max",
    "error",
    "prose",
    "A file has at most 200 MB.",
    "Split the file.",
    _FILE,
)
INPUTS_MAX = Rule(
    "batch.embeddings.max-inputs",
    "error",
    "prose",
    "The requests of a file give at most 50,000 inputs to embed.",
    "Split the file.",
    _ENDPOINT,
)
BLANK_LINE = Rule(
    "batch.lines.blank",
    "warning",
    "inferred",
    "Each line is a request: none between them is blank.",
    "Remove the blank line.",
)
BODY_UNCHECKED = Rule(
    "batch.body.unchecked",
    "note",
    "inferred",
    "The bodies of a file are for an operation that the pack holds.",
    "Give --pack, with a pack that was generated from a spec with this operation.",
)

RULES = (
    url_is_relative,
    URL_KNOWN,
    URL_SAME,
    MODEL_SAME,
    ID_UNIQUE,
    REQUESTS_MAX,
    REQUESTS_SOME,
    SIZE_MAX,
    INPUTS_MAX,
    BLANK_LINE,
    BODY_UNCHECKED,
)
