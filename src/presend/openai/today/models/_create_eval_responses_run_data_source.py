# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType
from ._eval_item import EvalItem, EvalItemReturned
from ._eval_jsonl_file_content_source import EvalJsonlFileContentSource, EvalJsonlFileContentSourceReturned
from ._eval_jsonl_file_id_source import EvalJsonlFileIdSource, EvalJsonlFileIdSourceReturned
from ._eval_responses_source import EvalResponsesSource, EvalResponsesSourceReturned
from ._reasoning_effort import ReasoningEffort, ReasoningEffortReturned
from ._text_response_format_configuration import TextResponseFormatConfiguration, TextResponseFormatConfigurationReturned
from ._tool import Tool, ToolReturned


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


class CreateEvalResponsesRunDataSourceReturned(Model):
    type: Literal["responses"] | str | None = None
    """The API's default is `"responses"`."""

    input_messages: CreateEvalResponsesRunDataSourceReturnedInputMessages | None = None

    sampling_params: CreateEvalResponsesRunDataSourceReturnedSamplingParams | None = None

    model: str | None = None

    source: CreateEvalResponsesRunDataSourceReturnedSource | None = None


class CreateEvalResponsesRunDataSourceReturnedInputMessagesItemReference(Model):
    type: Literal["item_reference"] | str | None = None

    item_reference: str | None = None


class CreateEvalResponsesRunDataSourceReturnedInputMessagesTemplate(Model):
    type: Literal["template"] | str | None = None

    template: list[CreateEvalResponsesRunDataSourceReturnedInputMessagesTemplateTemplateItemObject] | None = (
        None
    )


CreateEvalResponsesRunDataSourceReturnedInputMessages = TypeAliasType(
    "CreateEvalResponsesRunDataSourceReturnedInputMessages",
    Annotated[
        CreateEvalResponsesRunDataSourceReturnedInputMessagesTemplate
        | CreateEvalResponsesRunDataSourceReturnedInputMessagesItemReference
        | JsonObject
        | None,
        Exact(__name__, "CreateEvalResponsesRunDataSourceReturnedInputMessages"),
    ],
)


class CreateEvalResponsesRunDataSourceReturnedInputMessagesTemplateTemplateItem(Model):
    role: str | None = None

    content: str | None = None


class CreateEvalResponsesRunDataSourceReturnedSamplingParams(Model):
    reasoning_effort: ReasoningEffortReturned | None = None
    """How much a reasoning model thinks first. Less is faster and cheaper; not every model takes every
    value.
    """

    temperature: float | None = None
    """The API's default is `1`."""

    max_completion_tokens: int | None = None

    top_p: float | None = None
    """The API's default is `1`."""

    seed: int | None = None
    """The API's default is `42`."""

    tools: list[ToolReturned | None] | None = None

    text: CreateEvalResponsesRunDataSourceReturnedSamplingParamsText | None = None


class CreateEvalResponsesRunDataSourceReturnedSamplingParamsText(Model):
    format: TextResponseFormatConfigurationReturned | None = None


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


CreateEvalResponsesRunDataSourceReturnedInputMessagesTemplateTemplateItemObject = TypeAliasType(
    "CreateEvalResponsesRunDataSourceReturnedInputMessagesTemplateTemplateItemObject",
    CreateEvalResponsesRunDataSourceReturnedInputMessagesTemplateTemplateItem | EvalItemReturned | None,
)


CreateEvalResponsesRunDataSourceSource = TypeAliasType(
    "CreateEvalResponsesRunDataSourceSource",
    Annotated[
        EvalJsonlFileContentSource | EvalJsonlFileIdSource | EvalResponsesSource, Field(discriminator="type")
    ],
)


CreateEvalResponsesRunDataSourceReturnedSource = TypeAliasType(
    "CreateEvalResponsesRunDataSourceReturnedSource",
    Annotated[
        EvalJsonlFileContentSourceReturned
        | EvalJsonlFileIdSourceReturned
        | EvalResponsesSourceReturned
        | JsonObject
        | None,
        Exact(__name__, "CreateEvalResponsesRunDataSourceReturnedSource"),
    ],
)
