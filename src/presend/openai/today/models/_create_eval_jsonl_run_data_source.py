# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model
from pydantic import Field
from typing_extensions import TypeAliasType
from ._eval_jsonl_file_content_source import EvalJsonlFileContentSource
from ._eval_jsonl_file_id_source import EvalJsonlFileIdSource


class CreateEvalJsonlRunDataSource(Model):
    type: Literal["jsonl"]
    """The API's default is `"jsonl"`."""

    source: CreateEvalJsonlRunDataSourceSource


CreateEvalJsonlRunDataSourceSource = TypeAliasType(
    "CreateEvalJsonlRunDataSourceSource",
    Annotated[EvalJsonlFileContentSource | EvalJsonlFileIdSource, Field(discriminator="type")],
)
