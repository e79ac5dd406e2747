"""Rules for a batch file that the schemas of its lines and bodies cannot express.

The limits are upstream's own words, as the openai SDK (3.54) has them at `batches.create`. Codes and texts are those of
the API, as the recorded tests of meta-llama/llama-stack (2025-08) have them; where none was seen, there is no code.
Decided 2026-11-30: before, codes were those of Azure's documentation (url_mismatch, model_mismatch, too_many_tasks …).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.problems import Finding
from presend.rule import Rule, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

AS_OF = "2026-08-21"
RESPONSES, CHAT = "/v1/responses", "/v1/chat/completions"
ENDPOINTS = (  # those that `batches.create` takes
    RESPONSES,
    CHAT,
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
SUFFIX = ".jsonl"  # of a file's name
MOST_INPUTS = 50_000  # to embed, in all requests of a file

INVALID_URL, MISMATCHED_MODEL, STREAMING = "invalid_url", "mismatched_model", "streaming_unsupported"
INVALID_LINE, INVALID_REQUEST = "invalid_json_line", "invalid_request"
NO_JSON = "This line is not parseable as valid JSON."
NO_MATCH = "The URL provided for this request does not match the batch endpoint."
NO_STREAM = "Streaming is not supported in the Batch API."
CHAT_PREFIX = "Chat Completions: "  # of the text before, at that endpoint
NO_FORMAT = "Invalid file format"  # of POST /files
TOO_LARGE = "File is too large."  # the same (bespokelabsai/curator#111)
NEEDED = {"model": "Model parameter is required.", "messages": "Messages parameter is required."}  # member → text

SEEN = "2025-08"
_LINE = "#/components/schemas/BatchRequestInput/properties"
_BATCH = "#/paths/~1batches/post/requestBody/content/application~1json/schema/properties"
_FILE = (f"{_BATCH}/input_file_id/description",)
_ENDPOINT = (f"{_BATCH}/endpoint/description",)


@rule(
    "batch.url.relative",
    "error",
    "prose",
    "The url of a request is only the path of an endpoint.",
    "Write a path like /v1/responses, without scheme, host or query.",
    at="BatchRequestInput.url",
    sources=(f"{_LINE}/url/description",),
)
def url_is_relative(url: Any) -> Iterator[Finding]:
    if isinstance(url, str) and (not url.startswith("/") or url.startswith("//") or "?" in url or "#" in url):
        yield Finding("Invalid {param}: expected only the path of an endpoint, such as /v1/responses.", INVALID_URL)


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
    "The url of each request is the endpoint of the batch: --endpoint, or else the url of the first request.",
    "Use one file for each endpoint.",
    _ENDPOINT,
)
STREAM_OFF = Rule(
    "batch.stream.off",
    "error",
    "observed",
    "No request asks for a stream, because one such request fails the whole batch (meta-llama/llama-stack).",
    "Remove stream.",
    as_of=SEEN,
)
MODEL_NAMED = Rule(
    "batch.model.named",
    "warning",
    "observed",
    "The body of a request to /v1/responses has a model, even if its prompt has one (meta-llama/llama-stack).",
    "Add the model.",
    as_of=SEEN,
)
FILE_NAME = Rule(
    "batch.file.name",
    "error",
    "observed",
    "The name of a file ends in .jsonl. POST /files refuses other names for batches (meta-llama/llama-stack).",
    "Rename the file.",
    as_of=SEEN,
)
MODEL_SAME = Rule(
    "batch.model.same",
    "error",
    "observed",
    "All requests of a file have the same model (meta-llama/llama-stack).",
    "Use one file for each model.",
    as_of=SEEN,
)
ID_UNIQUE = Rule(
    "batch.custom-id.unique",
    "error",
    "prose",
    "No two requests of a file have the same custom_id.",
    "Give each request a unique id. The results are matched by it.",
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
    "A file has at least one request.",
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
    "The requests of a file have at most 50,000 inputs to embed.",
    "Split the file.",
    _ENDPOINT,
)
BLANK_LINE = Rule(
    "batch.lines.blank",
    "warning",
    "inferred",
    "Each line is a request. There are no blank lines between requests.",
    "Remove the blank line.",
)
BODY_UNCHECKED = Rule(
    "batch.body.unchecked",
    "note",
    "inferred",
    "The pack has the operations of the bodies, so that presend can check them.",
    "Give --pack with a pack generated from a spec that has this operation.",
)

RULES = (
    url_is_relative,
    URL_KNOWN,
    URL_SAME,
    MODEL_SAME,
    MODEL_NAMED,
    STREAM_OFF,
    FILE_NAME,
    ID_UNIQUE,
    REQUESTS_MAX,
    REQUESTS_SOME,
    SIZE_MAX,
    INPUTS_MAX,
    BLANK_LINE,
    BODY_UNCHECKED,
)
