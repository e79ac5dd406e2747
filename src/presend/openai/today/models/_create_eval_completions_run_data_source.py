# Generated from spec/ by `make generate`. Do not edit.

from __future__ import annotations

from typing import Annotated, Literal
from presend.model import Exact, JsonObject, Model, Omittable
from pydantic import Field
from typing_extensions import TypeAliasType
from ._chat_completion_tool import ChatCompletionTool, ChatCompletionToolReturned
from ._easy_input_message import EasyInputMessage, EasyInputMessageReturned
from ._eval_item import EvalItem, EvalItemReturned
from ._eval_jsonl_file_content_source import EvalJsonlFileContentSource, EvalJsonlFileContentSourceReturned
from ._eval_jsonl_file_id_source import EvalJsonlFileIdSource, EvalJsonlFileIdSourceReturned
from ._eval_stored_completions_source import EvalStoredCompletionsSource, EvalStoredCompletionsSourceReturned
from ._reasoning_effort import ReasoningEffort, ReasoningEffortReturned
from ._response_format_json_object import ResponseFormatJsonObject, ResponseFormatJsonObjectReturned
from ._response_format_json_schema import ResponseFormatJsonSchema, ResponseFormatJsonSchemaReturned
from ._response_format_text import ResponseFormatText, ResponseFormatTextReturned


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


class CreateEvalCompletionsRunDataSourceReturned(Model):
    type: Literal["completions"] | str | None = None
    """The API's default is `"completions"`."""

    input_messages: CreateEvalCompletionsRunDataSourceReturnedInputMessages | None = None

    sampling_params: CreateEvalCompletionsRunDataSourceReturnedSamplingParams | None = None

    model: str | None = None

    source: CreateEvalCompletionsRunDataSourceReturnedSource | None = None


class CreateEvalCompletionsRunDataSourceReturnedInputMessagesItemReference(Model):
    type: Literal["item_reference"] | str | None = None

    item_reference: str | None = None


class CreateEvalCompletionsRunDataSourceReturnedInputMessagesTemplate(Model):
    type: Literal["template"] | str | None = None

    template: list[CreateEvalCompletionsRunDataSourceReturnedInputMessagesTemplateTemplateItem] | None = None


CreateEvalCompletionsRunDataSourceReturnedInputMessages = TypeAliasType(
    "CreateEvalCompletionsRunDataSourceReturnedInputMessages",
    Annotated[
        CreateEvalCompletionsRunDataSourceReturnedInputMessagesTemplate
        | CreateEvalCompletionsRunDataSourceReturnedInputMessagesItemReference
        | JsonObject
        | None,
        Exact(__name__, "CreateEvalCompletionsRunDataSourceReturnedInputMessages"),
    ],
)


class CreateEvalCompletionsRunDataSourceReturnedSamplingParams(Model):
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

    response_format: CreateEvalCompletionsRunDataSourceReturnedSamplingParamsResponseFormat | None = None

    tools: Annotated[list[ChatCompletionToolReturned | None] | None, Field(max_length=128)] = None


class CreateEvalCompletionsRunDataSourceSamplingParams(Model):
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

    response_format: Omittable[CreateEvalCompletionsRunDataSourceSamplingParamsResponseFormat] = None

    tools: Annotated[Omittable[list[ChatCompletionTool]], Field(max_length=128)] = None


CreateEvalCompletionsRunDataSourceInputMessagesTemplateTemplateItem = TypeAliasType(
    "CreateEvalCompletionsRunDataSourceInputMessagesTemplateTemplateItem", EasyInputMessage | EvalItem
)


CreateEvalCompletionsRunDataSourceReturnedInputMessagesTemplateTemplateItem = TypeAliasType(
    "CreateEvalCompletionsRunDataSourceReturnedInputMessagesTemplateTemplateItem",
    EasyInputMessageReturned | EvalItemReturned | None,
)


CreateEvalCompletionsRunDataSourceSource = TypeAliasType(
    "CreateEvalCompletionsRunDataSourceSource",
    Annotated[
        EvalJsonlFileContentSource | EvalJsonlFileIdSource | EvalStoredCompletionsSource,
        Field(discriminator="type"),
    ],
)


CreateEvalCompletionsRunDataSourceReturnedSource = TypeAliasType(
    "CreateEvalCompletionsRunDataSourceReturnedSource",
    Annotated[
        EvalJsonlFileContentSourceReturned
        | EvalJsonlFileIdSourceReturned
        | EvalStoredCompletionsSourceReturned
        | JsonObject
        | None,
        Exact(__name__, "CreateEvalCompletionsRunDataSourceReturnedSource"),
    ],
)


CreateEvalCompletionsRunDataSourceSamplingParamsResponseFormat = TypeAliasType(
    "CreateEvalCompletionsRunDataSourceSamplingParamsResponseFormat",
    Annotated[
        ResponseFormatText | ResponseFormatJsonSchema | ResponseFormatJsonObject, Field(discriminator="type")
    ],
)


CreateEvalCompletionsRunDataSourceReturnedSamplingParamsResponseFormat = TypeAliasType(
    "CreateEvalCompletionsRunDataSourceReturnedSamplingParamsResponseFormat",
    Annotated[
        ResponseFormatTextReturned
        | ResponseFormatJsonSchemaReturned
        | ResponseFormatJsonObjectReturned
        | JsonObject
        | None,
        Exact(__name__, "CreateEvalCompletionsRunDataSourceReturnedSamplingParamsResponseFormat"),
    ],
)
