"""Vector stores: chunking, batches of files, and search filters."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items
from presend.problems import Finding
from presend.rule import Rule, rule, said
from presend.schema.keywords import is_number

if TYPE_CHECKING:
    from collections.abc import Iterator

STATIC = "StaticChunkingStrategy"
FILE_BATCH = "CreateVectorStoreFileBatchRequest"
LISTS = ("in", "nin")  # operators that compare with a list
IGNORED = ("attributes", "chunking_strategy")  # of a batch with `files`, which have their own


@rule(
    "chunking.overlap.max-half",
    "error",
    "prose",
    "chunk_overlap_tokens is at most half of max_chunk_size_tokens.",
    "Send a smaller overlap, or larger chunks.",
    at=STATIC,
    sources=said(f"{STATIC}/properties/chunk_overlap_tokens"),
)
def overlap_is_at_most_half(strategy: Any) -> Iterator[Finding]:
    size, overlap = strategy.get("max_chunk_size_tokens"), strategy.get("chunk_overlap_tokens")
    if is_number(size) and is_number(overlap) and 2 * overlap > size:
        text = f"Invalid {{param}}: expected at most half of max_chunk_size_tokens ({size}), got {overlap}."
        yield Finding(text, member=("chunk_overlap_tokens",))


@rule(
    "vector-store.chunking.needs-files",
    "warning",
    "prose",
    "chunking_strategy goes with file_ids; without files it has no effect.",
    "Add file_ids, or give the strategy with each file.",
    at="CreateVectorStoreRequest",
    sources=said("CreateVectorStoreRequest/properties/chunking_strategy"),
)
def chunking_goes_with_files(request: Any) -> Iterator[Finding]:
    if request.get("chunking_strategy") is not None and not items(request.get("file_ids")):
        yield Finding("{param} has no effect without file_ids.", member=("chunking_strategy",))


@rule(
    "vector-store-file-batch.files-xor-file-ids",
    "error",
    "prose",
    "A batch of files has files or file_ids, not both.",
    "Put the ids of file_ids into files, or leave files out.",
    at=FILE_BATCH,
    sources=said(f"{FILE_BATCH}/properties/file_ids", f"{FILE_BATCH}/properties/files"),
)
def files_and_file_ids_exclude_each_other(request: Any) -> Iterator[Finding]:
    if "files" in request and "file_ids" in request:
        yield Finding("Invalid {param}: expected either files or file_ids, got both.", member=("file_ids",))


@rule(
    "vector-store-file-batch.global-ignored",
    "warning",
    "prose",
    "With files, attributes and chunking_strategy stand at each file; those of the batch are ignored.",
    "Move them into each of files.",
    at=FILE_BATCH,
    sources=said(f"{FILE_BATCH}/properties/files"),
)
def files_have_their_own_settings(request: Any) -> Iterator[Finding]:
    if "files" in request:
        for name in IGNORED:
            if request.get(name) is not None:
                yield Finding("{param} is ignored beside files: expected it at each file.", member=(name,))


query_is_not_empty = Rule(
    "vector-store-search.query.not-empty",
    "error",
    "inferred",
    "A list of queries is not empty.",
    "Send a query.",
    said("VectorStoreSearchRequest/properties/query"),
    ("VectorStoreSearchRequestQueryStrings",),
)


@rule(
    "filter.value.scalar",
    "warning",
    "prose",
    "A filter compares with a string, a number or a boolean; a list is for in and nin.",
    "Compare with 'in', or with one value.",
    at="ComparisonFilter",
    sources=said("ComparisonFilter/properties/value"),
)
def filter_compares_with_one_value(value: Any) -> Iterator[Finding]:
    operator = value.get("type")
    if isinstance(value.get("value"), list) and isinstance(operator, str) and operator not in LISTS:
        yield Finding("Invalid {param}: expected one value for this operator, got a list.", member=("value",))


@rule(
    "filter.in-needs-list",
    "warning",
    "inferred",
    "A filter in or nin compares with a list.",
    "Send a list, or compare with 'eq' or 'ne'.",
    at="ComparisonFilter",
    sources=said("ComparisonFilter/properties/type", "ComparisonFilter/properties/value"),
)
def filter_in_compares_with_a_list(value: Any) -> Iterator[Finding]:
    if value.get("type") in LISTS and "value" in value and not isinstance(value["value"], list):
        yield Finding("Invalid {param}: expected a list for this operator, got one value.", member=("value",))
