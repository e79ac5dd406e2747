# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType
from ._chat_completion_tool import ChatCompletionTool
from ._easy_input_message import EasyInputMessage
from ._eval_item import EvalItem
from ._eval_jsonl_file_content_source import EvalJsonlFileContentSource
from ._eval_jsonl_file_id_source import EvalJsonlFileIdSource
from ._eval_stored_completions_source import EvalStoredCompletionsSource
from ._reasoning_effort import ReasoningEffort
from ._response_format_json_object import ResponseFormatJsonObject
from ._response_format_json_schema import ResponseFormatJsonSchema
from ._response_format_text import ResponseFormatText


class CreateEvalCompletionsRunDataSource(Model):
    type: Literal["completions"]
    """The API's default is `"completions"`."""

    input_messages: Omittable[CreateEvalCompletionsRunDataSourceInputMessages] = None

    sampling_params: Omittable[CreateEvalCompletionsRunDataSourceSamplingParams] = None

    model: Omittable[str] = None

    source: CreateEvalCompletionsRunDataSourceSource


class CreateEvalCompletionsRunDataSourceInputMessagesItemReference(Model):
    type: Literal["item_reference"]

    item_reference: str


class CreateEvalCompletionsRunDataSourceInputMessagesTemplate(Model):
    type: Literal["template"]

    template: list[CreateEvalCompletionsRunDataSourceInputMessagesTemplateTemplateItem]


CreateEvalCompletionsRunDataSourceInputMessages = TypeAliasType(
    "CreateEvalCompletionsRunDataSourceInputMessages",
    Annotated[
        CreateEvalCompletionsRunDataSourceInputMessagesTemplate
        | CreateEvalCompletionsRunDataSourceInputMessagesItemReference,
        Field(discriminator="type"),
    ],
)


class CreateEvalCompletionsRunDataSourceSamplingParams(Model):
    reasoning_effort: ReasoningEffort | None = None

    temperature: Omittable[float] = None
    """The API's default is `1`."""

    max_completion_tokens: Omittable[int] = None

    top_p: Omittable[float] = None
    """The API's default is `1`."""

    seed: Omittable[int] = None
    """The API's default is `42`."""

    response_format: Omittable[CreateEvalCompletionsRunDataSourceSamplingParamsResponseFormat] = None

    tools: Annotated[Omittable[list[ChatCompletionTool]], Field(max_length=128)] = None


CreateEvalCompletionsRunDataSourceInputMessagesTemplateTemplateItem = TypeAliasType(
    "CreateEvalCompletionsRunDataSourceInputMessagesTemplateTemplateItem", EasyInputMessage | EvalItem
)


CreateEvalCompletionsRunDataSourceSource = TypeAliasType(
    "CreateEvalCompletionsRunDataSourceSource",
    Annotated[
        EvalJsonlFileContentSource | EvalJsonlFileIdSource | EvalStoredCompletionsSource,
        Field(discriminator="type"),
    ],
)


CreateEvalCompletionsRunDataSourceSamplingParamsResponseFormat = TypeAliasType(
    "CreateEvalCompletionsRunDataSourceSamplingParamsResponseFormat",
    Annotated[
        ResponseFormatText | ResponseFormatJsonSchema | ResponseFormatJsonObject, Field(discriminator="type")
    ],
)
