"""Strategies for the requirements of the rules of vector stores, realtime, fine-tuning and evals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.strategies import json_schemas

if TYPE_CHECKING:
    from collections.abc import Callable

    from hypothesis import strategies as st


def _with_a_small_overlap(strategy: dict[str, Any]) -> dict[str, Any]:
    half = int(strategy["max_chunk_size_tokens"]) // 2
    return {**strategy, "chunk_overlap_tokens": strategy["chunk_overlap_tokens"] % (half + 1)}


def _with_files_alone(request: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in request.items() if name != "file_ids" or "files" not in request}


def _with_its_grader(method: dict[str, Any]) -> dict[str, Any]:
    if method.get("type") == "reinforcement" and "reinforcement" not in method:
        return {**method, "type": "dpo"}
    return method


def _with_labels_that_pass(grader: dict[str, Any]) -> dict[str, Any]:
    return {**grader, "labels": [*grader["labels"], *grader["passing_labels"]]}


DRAWS: dict[str, Callable[[st.SearchStrategy[Any]], st.SearchStrategy[Any]]] = {
    "StaticChunkingStrategy": lambda drawn: drawn.map(_with_a_small_overlap),
    "CreateVectorStoreFileBatchRequest": lambda drawn: drawn.map(_with_files_alone),
    "FineTuneMethod": lambda drawn: drawn.map(_with_its_grader),
    "GraderLabelModel": lambda drawn: drawn.map(_with_labels_that_pass),
    "CreateEvalLabelModelGrader": lambda drawn: drawn.map(_with_labels_that_pass),
    "EvalItemInputImage.detail": lambda drawn: drawn.map(lambda _: "auto"),
    "RealtimeFunctionTool.parameters": lambda _: json_schemas,
    "CreateEvalCustomDataSourceConfig.item_schema": lambda _: json_schemas,
}
