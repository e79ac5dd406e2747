"""The four JSON bodies as msgspec structs, written by hand from spec/openapi.yaml.

Structs cannot express limits that depend on another member, JSON Schemas inside the payload, strict mode, or URLs.
"""

from typing import Annotated, Any, Literal

from msgspec import UNSET, Meta, Struct, UnsetType, defstruct

Detail = Literal["auto", "low", "high"]
Name = Annotated[str, Meta(pattern="^[a-zA-Z0-9_-]+$", max_length=64)]
Metadata = Annotated[
    dict[Annotated[str, Meta(max_length=64)], Annotated[str, Meta(max_length=512)]], Meta(max_length=16)
]
Temperature = Annotated[float, Meta(ge=0, le=2)]
Share = Annotated[float, Meta(ge=0, le=1)]
PromptTokens = Annotated[int, Meta(ge=256)]


class Open(Struct, omit_defaults=True):
    """Take members that are not declared."""


class Closed(Struct, omit_defaults=True, forbid_unknown_fields=True):
    """Refuse members that are not declared."""


class Text(Open, tag_field="type", tag="text"):
    """A text, in a message or to be moderated."""

    text: str


class Link(Open):
    """The place of an image."""

    url: str
    detail: Detail | UnsetType = UNSET


class ImageLink(Open, tag_field="type", tag="image_url"):
    """An image on the web."""

    image_url: Link


class Upload(Open):
    """An uploaded image."""

    file_id: str
    detail: Detail | UnsetType = UNSET


class ImageFile(Open, tag_field="type", tag="image_file"):
    """An image among the uploaded files."""

    image_file: Upload


class CodeInterpreter(Open, tag_field="type", tag="code_interpreter"):
    """A tool."""


class Ranking(Open):
    """How search results are ranked."""

    score_threshold: Share
    ranker: Literal["auto", "default_2024_08_21"] | UnsetType = UNSET


class Search(Open):
    """The options of a search."""

    max_num_results: Annotated[int, Meta(ge=1, le=50)] | UnsetType = UNSET
    ranking_options: Ranking | UnsetType = UNSET


class FileSearch(Open, tag_field="type", tag="file_search"):
    """A tool."""

    file_search: Search | UnsetType = UNSET


class Signature(Open):
    """A function that a model may call."""

    name: Name
    description: str | UnsetType = UNSET
    parameters: dict[str, Any] | UnsetType = UNSET
    strict: bool | UnsetType | None = UNSET


class Function(Open, tag_field="type", tag="function"):
    """A tool."""

    function: Signature


class Attachment(Open):
    """A file that goes with a message."""

    file_id: str
    tools: list[CodeInterpreter | FileSearch]


class CreateMessageRequest(Closed):
    """A message."""

    role: Literal["user", "assistant"]
    content: str | Annotated[list[Text | ImageLink | ImageFile], Meta(min_length=1)]
    attachments: list[Attachment] | UnsetType | None = UNSET
    metadata: Metadata | UnsetType | None = UNSET


class Shape(Open):
    """A schema that answers have to fit."""

    name: Name
    description: str | UnsetType = UNSET
    schema: dict[str, Any] | UnsetType = UNSET
    strict: bool | UnsetType | None = UNSET


class AsText(Open, tag_field="type", tag="text"):
    """A format of answers."""


class AsJson(Open, tag_field="type", tag="json_object"):
    """A format of answers."""


class AsShape(Open, tag_field="type", tag="json_schema"):
    """A format of answers."""

    json_schema: Shape


class Truncation(Open):
    """How a thread is shortened."""

    type: Literal["auto", "last_messages"]
    last_messages: Annotated[int, Meta(ge=1)] | UnsetType | None = UNSET


class Named(Open):
    """A function by its name."""

    name: str


class Choice(Open):
    """The tool that has to be called."""

    type: Literal["function", "code_interpreter", "file_search"]
    function: Named | UnsetType = UNSET


class CreateRunRequest(Closed):
    """A run."""

    assistant_id: str
    model: str | UnsetType | None = UNSET
    reasoning_effort: Literal["low", "medium", "high"] | UnsetType | None = UNSET
    instructions: str | UnsetType | None = UNSET
    additional_instructions: str | UnsetType | None = UNSET
    additional_messages: list[CreateMessageRequest] | UnsetType | None = UNSET
    tools: Annotated[list[CodeInterpreter | FileSearch | Function], Meta(max_length=20)] | UnsetType | None = UNSET
    metadata: Metadata | UnsetType | None = UNSET
    temperature: Temperature | UnsetType | None = UNSET
    top_p: Share | UnsetType | None = UNSET
    stream: bool | UnsetType | None = UNSET
    max_prompt_tokens: PromptTokens | UnsetType | None = UNSET
    max_completion_tokens: PromptTokens | UnsetType | None = UNSET
    truncation_strategy: Truncation | UnsetType | None = UNSET
    tool_choice: Literal["none", "auto", "required"] | Choice | UnsetType | None = UNSET
    parallel_tool_calls: bool | UnsetType = UNSET
    response_format: Literal["auto"] | AsText | AsJson | AsShape | UnsetType | None = UNSET


class CreateModerationRequest(Open):
    """The input of a moderation."""

    input: str | list[str | Text | ImageLink]  # msgspec takes one list in a union: a mixed one passes
    model: str | UnsetType = UNSET


CATEGORIES = (
    "hate hate/threatening harassment harassment/threatening illicit illicit/violent self-harm self-harm/intent "
    "self-harm/instructions sexual sexual/minors violence violence/graphic"
).split()


NAMES = {category.replace("/", "_").replace("-", "_"): category for category in CATEGORIES}


def _categories(name: str, kind: Any) -> Any:
    """Return a struct with a member of one kind for each category."""
    return defstruct(name, [(member, kind) for member in NAMES], rename=NAMES)


class Verdict(Open):
    """The result for one input."""

    flagged: bool
    categories: _categories("Categories", bool | None)  # type: ignore[valid-type]
    category_scores: _categories("Scores", float)  # type: ignore[valid-type]
    category_applied_input_types: _categories("Kinds", list[Literal["text", "image"]])  # type: ignore[valid-type]


class CreateModerationResponse(Open):
    """The answer to a moderation request."""

    id: str
    model: str
    results: list[Verdict]
