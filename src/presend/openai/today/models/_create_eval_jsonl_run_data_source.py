# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model
from pydantic import Field
from typing_extensions import TypeAliasType
from ._eval_jsonl_file_content_source import EvalJsonlFileContentSource, EvalJsonlFileContentSourceReturned
from ._eval_jsonl_file_id_source import EvalJsonlFileIdSource, EvalJsonlFileIdSourceReturned


class CreateEvalJsonlRunDataSource(Model):
    type: Literal["jsonl"]
    """The API's default is `"jsonl"`."""

    source: CreateEvalJsonlRunDataSourceSource


class CreateEvalJsonlRunDataSourceReturned(Model):
    type: Literal["jsonl"] | str | None = None
    """The API's default is `"jsonl"`."""

    source: CreateEvalJsonlRunDataSourceReturnedSource | None = None


CreateEvalJsonlRunDataSourceSource = TypeAliasType(
    "CreateEvalJsonlRunDataSourceSource",
    Annotated[EvalJsonlFileContentSource | EvalJsonlFileIdSource, Field(discriminator="type")],
)


CreateEvalJsonlRunDataSourceReturnedSource = TypeAliasType(
    "CreateEvalJsonlRunDataSourceReturnedSource",
    Annotated[
        EvalJsonlFileContentSourceReturned | EvalJsonlFileIdSourceReturned | JsonObject | None,
        Exact(__name__, "CreateEvalJsonlRunDataSourceReturnedSource"),
    ],
)
