# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType
from ._eval_item import EvalItem
from ._eval_jsonl_file_content_source import EvalJsonlFileContentSource
from ._eval_jsonl_file_id_source import EvalJsonlFileIdSource
from ._eval_responses_source import EvalResponsesSource
from ._reasoning_effort import ReasoningEffort
from ._text_response_format_configuration import TextResponseFormatConfiguration
from ._tool import Tool


class CreateEvalResponsesRunDataSource(Model):
    type: Literal["responses"]
    """The API's default is `"responses"`."""

    input_messages: Omittable[CreateEvalResponsesRunDataSourceInputMessages] = None

    sampling_params: Omittable[CreateEvalResponsesRunDataSourceSamplingParams] = None

    model: Omittable[str] = None

    source: CreateEvalResponsesRunDataSourceSource


class CreateEvalResponsesRunDataSourceInputMessagesItemReference(Model):
    type: Literal["item_reference"]

    item_reference: str


class CreateEvalResponsesRunDataSourceInputMessagesTemplate(Model):
    type: Literal["template"]

    template: list[CreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateItemObject]


CreateEvalResponsesRunDataSourceInputMessages = TypeAliasType(
    "CreateEvalResponsesRunDataSourceInputMessages",
    Annotated[
        CreateEvalResponsesRunDataSourceInputMessagesTemplate
        | CreateEvalResponsesRunDataSourceInputMessagesItemReference,
        Field(discriminator="type"),
    ],
)


class CreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateItem(Model):
    role: str

    content: str


class CreateEvalResponsesRunDataSourceSamplingParams(Model):
    reasoning_effort: ReasoningEffort | None = None
    """How much a reasoning model thinks first. Less is faster and cheaper; not every model takes every
    value.
    """

    temperature: Omittable[float] = None
    """The API's default is `1`."""

    max_completion_tokens: Omittable[int] = None

    top_p: Omittable[float] = None
    """The API's default is `1`."""

    seed: Omittable[int] = None
    """The API's default is `42`."""

    tools: Omittable[list[Tool]] = None

    text: Omittable[CreateEvalResponsesRunDataSourceSamplingParamsText] = None


class CreateEvalResponsesRunDataSourceSamplingParamsText(Model):
    format: Omittable[TextResponseFormatConfiguration] = None


CreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateItemObject = TypeAliasType(
    "CreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateItemObject",
    CreateEvalResponsesRunDataSourceInputMessagesTemplateTemplateItem | EvalItem,
)


CreateEvalResponsesRunDataSourceSource = TypeAliasType(
    "CreateEvalResponsesRunDataSourceSource",
    Annotated[
        EvalJsonlFileContentSource | EvalJsonlFileIdSource | EvalResponsesSource, Field(discriminator="type")
    ],
)
