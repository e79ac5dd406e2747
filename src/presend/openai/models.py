"""The models of the OpenAPI document of 2025-02-10.

Generated from spec/ by `make generate`. Do not edit.
"""

from __future__ import annotations

from typing import Annotated, Literal

from presend.model import FileContent, JsonObject, Model, Omittable
from pydantic import ConfigDict, Field, StringConstraints
from typing_extensions import TypeAliasType

AssistantSupportedModels = TypeAliasType(
    "AssistantSupportedModels",
    Literal[
        "o3-mini",
        "o3-mini-2025-01-31",
        "o1",
        "o1-2024-12-17",
        "gpt-4o",
        "gpt-4o-2024-11-20",
        "gpt-4o-2024-08-06",
        "gpt-4o-2024-05-13",
        "gpt-4o-mini",
        "gpt-4o-mini-2024-07-18",
        "gpt-4-turbo",
        "gpt-4-turbo-2024-04-09",
        "gpt-4-0125-preview",
        "gpt-4-turbo-preview",
        "gpt-4-1106-preview",
        "gpt-4-vision-preview",
        "gpt-4",
        "gpt-4-0314",
        "gpt-4-0613",
        "gpt-4-32k",
        "gpt-4-32k-0314",
        "gpt-4-32k-0613",
        "gpt-3.5-turbo",
        "gpt-3.5-turbo-16k",
        "gpt-3.5-turbo-0613",
        "gpt-3.5-turbo-1106",
        "gpt-3.5-turbo-0125",
        "gpt-3.5-turbo-16k-0613",
    ],
)
"""The models that assistants were known to work with on the date of this document. The list is open:
other ids may work too.
"""


class AssistantToolsCode(Model):
    """Lets the model write and run Python code."""

    type: Literal["code_interpreter"]
    """Says which tool this is: `code_interpreter`."""


class AssistantToolsFileSearch(Model):
    """Lets the model search files, with optional settings for the search."""

    type: Literal["file_search"]
    """Says which tool this is: `file_search`."""

    file_search: Omittable[AssistantToolsFileSearchFileSearch] = None
    """Settings that replace the tool's own."""


class AssistantToolsFileSearchFileSearch(Model):
    """Settings that replace the tool's own."""

    max_num_results: Annotated[Omittable[int], Field(ge=1, le=50)] = None
    """Upper limit on the results that a search returns, 1 to 50; a search may find fewer. The default
    depends on the model: 5 for `gpt-3.5-turbo`, 20 for `gpt-4*`.
    """

    ranking_options: Omittable[FileSearchRankingOptions] = None
    """How file search ranks what it finds. Without these options it takes the `auto` ranker and a
    score threshold of 0.
    """


class AssistantToolsFileSearchTypeOnly(Model):
    """Gives an attached file to file search. This form takes no settings."""

    type: Literal["file_search"]
    """Says which tool this is: `file_search`."""


class AssistantToolsFunction(Model):
    """Lets the model call a function that your program carries out."""

    type: Literal["function"]
    """Says which tool this is: `function`."""

    function: FunctionObject
    """A function that the model may call: its name, what it is for, and the arguments it takes."""


class AssistantsNamedToolChoice(Model):
    """Names the one tool that the model has to call."""

    type: Literal["function", "code_interpreter", "file_search"]
    """The kind of tool: `function`, `code_interpreter` or `file_search`. A `function` has to be named
    too, in `function.name`.
    """

    function: Omittable[AssistantsNamedToolChoiceFunction] = None
    """Which function it is. Needed when `type` is `function`."""


AssistantsApiToolChoiceOption = TypeAliasType(
    "AssistantsApiToolChoiceOption", Literal["none", "auto", "required"] | AssistantsNamedToolChoice
)
"""Whether the model calls a tool. `none`: it calls no tool and writes a message. `auto`, the default:
it may write a message or call tools, as it sees fit. `required`: it has to call at least one tool
before it answers. An object such as `{"type": "code_interpreter"}`, or for a function of yours
`{"type": "function", "function": {"name": "get_weather"}}`, makes it call that tool.
"""


class AssistantsNamedToolChoiceFunction(Model):
    """Which function it is. Needed when `type` is `function`."""

    name: str
    """Name of the function that has to be called."""


class CreateImageVariationRequest(Model):
    """Form fields of `POST /images/variations`: a picture, and how many variations of it to make. The
    body is `multipart/form-data`, so a field is left out rather than sent as `null`.
    """

    image: FileContent
    """The picture to vary. It has to be a valid PNG, as wide as it is high, and smaller than 4 MB."""

    model: Literal["dall-e-2"] | None = None
    """The model that draws the variations. This endpoint works with `dall-e-2` alone, which is also
    the default.

    The API's default is `"dall-e-2"`.
    """

    n: Annotated[int | None, Field(ge=1, le=10)] = None
    """How many variations to make: at least 1, at most 10. With `dall-e-3`, only 1.

    The API's default is `1`.
    """

    response_format: Literal["url", "b64_json"] | None = None
    """How each picture comes back: as a link (`url`) or as base64 text (`b64_json`). A link stops
    working 60 minutes after the picture was made.

    The API's default is `"url"`.
    """

    size: Literal["256x256", "512x512", "1024x1024"] | None = None
    """Width and height of each variation in pixels: `256x256`, `512x512` or `1024x1024`.

    The API's default is `"1024x1024"`.
    """

    user: Omittable[str] = None
    """Your own id for the person behind the request, unique to them. It helps OpenAI to notice abuse
    and trace it.
    """


class CreateMessageRequest(Model):
    """A message to add to a thread: who speaks, what they say, and the files that go with it."""

    model_config = ConfigDict(extra="forbid")

    role: Literal["user", "assistant"]
    """Who the message comes from. `user` is a person, and the right choice for most messages that
    people write. `assistant` adds a turn of the assistant to the conversation.
    """

    content: str | CreateMessageRequestContentParts
    """What the message says: one text, or a list of parts."""

    attachments: list[CreateMessageRequestAttachment] | None = None
    """Files that go with the message. Each one names the tools that may use it."""

    metadata: Metadata | None = None
    """Up to 16 pairs of your own to keep with the object, for your records and to search by, in the
    API or on the dashboard. A key has at most 64 characters; a value is a string of at most 512.
    """


class CreateMessageRequestAttachment(Model):
    """One file, and the tools that get it. Both fields are needed."""

    file_id: str
    """Id of an uploaded file."""

    tools: list[CreateMessageRequestAttachmentTool]
    """The tools that get the file: `code_interpreter`, `file_search` or both, each given by its `type`
    alone.
    """


CreateMessageRequestAttachmentTool = TypeAliasType(
    "CreateMessageRequestAttachmentTool",
    Annotated[AssistantToolsCode | AssistantToolsFileSearchTypeOnly, Field(discriminator="type")],
)


class CreateModerationRequest(Model):
    """Text or images to check for harmful content."""

    input: CreateModerationRequestInput
    """What to check: one text, a list of texts, or a list of text and image objects. A list holds
    either texts or objects, never both.
    """

    model: Omittable[
        Literal[
            "omni-moderation-latest",
            "omni-moderation-2024-09-26",
            "text-moderation-latest",
            "text-moderation-stable",
        ]
        | str
    ] = None
    """The moderation model that judges the input. The ids listed are those known on the date of this
    document; left out, it is `omni-moderation-latest`.

    The API's default is `"omni-moderation-latest"`.
    """


class CreateModerationRequestInputPartImageUrl(Model):
    """An image to check."""

    type: Literal["image_url"]
    """Marks this object as an image: `image_url`."""

    image_url: CreateModerationRequestInputPartImageUrlImageUrl
    """Where the image is: on the web, or inside the request as a base64 `data:` URL."""


class CreateModerationRequestInputPartImageUrlImageUrl(Model):
    """Where the image is: on the web, or inside the request as a base64 `data:` URL."""

    url: Annotated[
        str,
        Field(
            pattern="^([Hh][Tt][Tt][Pp][Ss]?://|[Dd][Aa][Tt][Aa]:[Ii][Mm][Aa][Gg][Ee]/[A-Za-z0-9.+-]+(;[^,;]+)*;[Bb][Aa][Ss][Ee]64,|(iVBORw0KGgo|/9j/|R0lGOD|UklGR)[A-Za-z0-9+/]*={0,2}$)"
        ),
    ]
    """A web address, or a `data:` URL that holds the image itself as base64."""


class CreateModerationRequestInputPartText(Model):
    """A text to check."""

    type: Literal["text"]
    """Marks this object as a text: `text`."""

    text: str
    """The text itself."""


CreateModerationRequestInputPart = TypeAliasType(
    "CreateModerationRequestInputPart",
    Annotated[
        CreateModerationRequestInputPartImageUrl | CreateModerationRequestInputPartText,
        Field(discriminator="type"),
    ],
)


CreateModerationRequestInputParts = TypeAliasType(
    "CreateModerationRequestInputParts",
    Annotated[list[CreateModerationRequestInputPart], Field(min_length=1)],
)
"""Text and image objects to check, in any mix."""


CreateModerationRequestInputStrings = TypeAliasType(
    "CreateModerationRequestInputStrings", Annotated[list[str], Field(min_length=1)]
)
"""Several texts to check."""


CreateModerationRequestInput = TypeAliasType(
    "CreateModerationRequestInput",
    str | CreateModerationRequestInputStrings | CreateModerationRequestInputParts,
)
"""What to check: one text, a list of texts, or a list of text and image objects. A list holds either
texts or objects, never both.
"""


class CreateModerationResponse(Model):
    """The verdict on a moderation request: whether the input looks harmful, and in which ways."""

    id: str | None = None
    """Id of this moderation request."""

    model: str | None = None
    """The model that gave the verdict."""

    results: list[CreateModerationResponseResult | None] | None = None
    """The list of verdicts."""


class CreateModerationResponseResult(Model):
    """One verdict: the categories found, how strongly, and from which kinds of input."""

    flagged: bool | None = None
    """`true` when at least one of the `categories` is `true`."""

    categories: CreateModerationResponseResultCategories | None = None

    category_scores: CreateModerationResponseResultCategoryScores | None = None

    category_applied_input_types: CreateModerationResponseResultCategoryAppliedInputTypes | None = None


class CreateModerationResponseResultCategories(Model):
    """For each of the 13 categories, whether the input falls into it."""

    hate: bool | None = None
    """Voices, stirs up or endorses hatred of people for their caste, disability, ethnicity, gender,
    nationality, race, religion or sexual orientation. Hatred of other groups, such as chess
    players, is `harassment` instead.
    """

    hate_threatening: Annotated[bool | None, Field(alias="hate/threatening")] = None
    """Hate, as in `hate`, that adds violence or grave harm to the people it is aimed at."""

    harassment: bool | None = None
    """Harasses someone, or endorses or eggs on harassment. The target can be anyone."""

    harassment_threatening: Annotated[bool | None, Field(alias="harassment/threatening")] = None
    """Harassment, as in `harassment`, that adds violence or grave harm to its target, whoever that is."""

    illicit: bool | None = None
    """Tells people how to plan or commit a wrong or unlawful act; "how to shoplift" is one example.
    May be `null`.
    """

    illicit_violent: Annotated[bool | None, Field(alias="illicit/violent")] = None
    """Tells people how to plan or commit a wrong that involves violence, or how to get hold of a
    weapon of any sort. May be `null`.
    """

    self_harm: Annotated[bool | None, Field(alias="self-harm")] = None
    """Shows, promotes or encourages self-harm: cutting, disordered eating, suicide and the like."""

    self_harm_intent: Annotated[bool | None, Field(alias="self-harm/intent")] = None
    """The speaker says that they are harming themselves or mean to, whether by cutting, disordered
    eating, suicide or another way.
    """

    self_harm_instructions: Annotated[bool | None, Field(alias="self-harm/instructions")] = None
    """Urges people to harm themselves (cutting, disordered eating, suicide), or explains how it is
    done.
    """

    sexual: bool | None = None
    """Aims to arouse, for example by describing sexual acts, or advertises sexual services. Sex
    education and wellness do not count.
    """

    sexual_minors: Annotated[bool | None, Field(alias="sexual/minors")] = None
    """Sexual content with anyone younger than 18 in it."""

    violence: bool | None = None
    """Shows death, injury or violence."""

    violence_graphic: Annotated[bool | None, Field(alias="violence/graphic")] = None
    """Shows death, injury or violence in vivid detail."""


class CreateModerationResponseResultCategoryAppliedInputTypes(Model):
    """For each of the 13 categories, the kinds of input that its score takes into account."""

    hate: list[Literal["text"] | str | None] | None = None
    """What the `hate` score was drawn from: only ever text."""

    hate_threatening: Annotated[
        list[Literal["text"] | str | None] | None, Field(alias="hate/threatening")
    ] = None
    """What the `hate/threatening` score was drawn from: only ever text."""

    harassment: list[Literal["text"] | str | None] | None = None
    """What the `harassment` score was drawn from: only ever text."""

    harassment_threatening: Annotated[
        list[Literal["text"] | str | None] | None, Field(alias="harassment/threatening")
    ] = None
    """What the `harassment/threatening` score was drawn from: only ever text."""

    illicit: list[Literal["text"] | str | None] | None = None
    """What the `illicit` score was drawn from: only ever text."""

    illicit_violent: Annotated[list[Literal["text"] | str | None] | None, Field(alias="illicit/violent")] = (
        None
    )
    """What the `illicit/violent` score was drawn from: only ever text."""

    self_harm: Annotated[list[Literal["text", "image"] | str | None] | None, Field(alias="self-harm")] = None
    """What the `self-harm` score was drawn from: text, images or both."""

    self_harm_intent: Annotated[
        list[Literal["text", "image"] | str | None] | None, Field(alias="self-harm/intent")
    ] = None
    """What the `self-harm/intent` score was drawn from: text, images or both."""

    self_harm_instructions: Annotated[
        list[Literal["text", "image"] | str | None] | None, Field(alias="self-harm/instructions")
    ] = None
    """What the `self-harm/instructions` score was drawn from: text, images or both."""

    sexual: list[Literal["text", "image"] | str | None] | None = None
    """What the `sexual` score was drawn from: text, images or both."""

    sexual_minors: Annotated[list[Literal["text"] | str | None] | None, Field(alias="sexual/minors")] = None
    """What the `sexual/minors` score was drawn from: only ever text."""

    violence: list[Literal["text", "image"] | str | None] | None = None
    """What the `violence` score was drawn from: text, images or both."""

    violence_graphic: Annotated[
        list[Literal["text", "image"] | str | None] | None, Field(alias="violence/graphic")
    ] = None
    """What the `violence/graphic` score was drawn from: text, images or both."""


class CreateModerationResponseResultCategoryScores(Model):
    """For each of the 13 categories, the score that the model gave it."""

    hate: float | None = None
    """Score of `hate`."""

    hate_threatening: Annotated[float | None, Field(alias="hate/threatening")] = None
    """Score of `hate/threatening`."""

    harassment: float | None = None
    """Score of `harassment`."""

    harassment_threatening: Annotated[float | None, Field(alias="harassment/threatening")] = None
    """Score of `harassment/threatening`."""

    illicit: float | None = None
    """Score of `illicit`."""

    illicit_violent: Annotated[float | None, Field(alias="illicit/violent")] = None
    """Score of `illicit/violent`."""

    self_harm: Annotated[float | None, Field(alias="self-harm")] = None
    """Score of `self-harm`."""

    self_harm_intent: Annotated[float | None, Field(alias="self-harm/intent")] = None
    """Score of `self-harm/intent`."""

    self_harm_instructions: Annotated[float | None, Field(alias="self-harm/instructions")] = None
    """Score of `self-harm/instructions`."""

    sexual: float | None = None
    """Score of `sexual`."""

    sexual_minors: Annotated[float | None, Field(alias="sexual/minors")] = None
    """Score of `sexual/minors`."""

    violence: float | None = None
    """Score of `violence`."""

    violence_graphic: Annotated[float | None, Field(alias="violence/graphic")] = None
    """Score of `violence/graphic`."""


class CreateRunRequest(Model):
    """Start an assistant on a thread. Only `assistant_id` is needed; most of the other fields replace
    a setting of the assistant for this one run.
    """

    model_config = ConfigDict(extra="forbid")

    assistant_id: str
    """Id of the assistant that does the run. The assistant has to exist."""

    model: AssistantSupportedModels | str | None = None
    """Model for this run, in place of the one that the assistant is set to. Left out, the assistant's
    own model does the work.
    """

    reasoning_effort: ReasoningEffort | None = None
    """How much a reasoning model thinks before it answers: `low`, `medium` or `high`. Less effort is
    quicker and spends fewer tokens on thought. Only `o1` and `o3-mini` take it.
    """

    instructions: str | None = None
    """Instructions for this run, in place of the assistant's own."""

    additional_instructions: str | None = None
    """Text to add after the run's instructions. It changes how this run behaves and keeps what the
    assistant was told before.
    """

    additional_messages: list[CreateMessageRequest] | None = None
    """Messages to put on the thread before the run starts."""

    tools: Annotated[list[CreateRunRequestTool] | None, Field(max_length=20)] = None
    """Tools for this run, in place of those that the assistant has; 20 at most."""

    metadata: Metadata | None = None
    """Up to 16 pairs of your own to keep with the object, for your records and to search by, in the
    API or on the dashboard. A key has at most 64 characters; a value is a string of at most 512.
    """

    temperature: Annotated[float | None, Field(ge=0.0, le=2.0)] = None
    """How freely the model picks its words, from 0 to 2. A low value such as 0.2 keeps it focused and
    repeatable; a high one such as 0.8 makes it more varied.

    The API's default is `1`.
    """

    top_p: Annotated[float | None, Field(ge=0.0, le=1.0)] = None
    """Nucleus sampling, the other way to steer how freely the model picks: it looks only at the
    likeliest tokens, up to this share of the probability (0.1 keeps the top 10%). From 0 to 1.
    Change this or `temperature`, not both.

    The API's default is `1`.
    """

    stream: bool | None = None
    """`true` sends the run's events as they happen (server-sent events). The stream closes with `data:
    [DONE]` once the run has reached a final state.
    """

    max_prompt_tokens: Annotated[int | None, Field(ge=256)] = None
    """Budget of prompt tokens for the whole run, over all its turns; 256 or more. The run tries to
    stay within it, and ends as `incomplete` if it cannot (`incomplete_details` then says why).
    """

    max_completion_tokens: Annotated[int | None, Field(ge=256)] = None
    """Budget of completion tokens for the whole run, over all its turns; 256 or more. The run tries to
    stay within it, and ends as `incomplete` if it cannot (`incomplete_details` then says why).
    """

    truncation_strategy: TruncationObject | None = None
    """How much of the thread the model gets to see when the run starts."""

    tool_choice: AssistantsApiToolChoiceOption | None = None
    """Whether the model calls a tool, and which one."""

    parallel_tool_calls: Omittable[ParallelToolCalls] = None
    """Whether the model may call several functions at once when it uses tools."""

    response_format: AssistantsApiResponseFormatOption | None = None
    """The form that the answer has to take."""


CreateRunRequestTool = TypeAliasType(
    "CreateRunRequestTool",
    Annotated[
        AssistantToolsCode | AssistantToolsFileSearch | AssistantToolsFunction, Field(discriminator="type")
    ],
)


class FileSearchRankingOptions(Model):
    """How file search ranks what it finds. Without these options it takes the `auto` ranker and a
    score threshold of 0.
    """

    ranker: Omittable[Literal["auto", "default_2024_08_21"]] = None
    """The ranker; `auto` when left out."""

    score_threshold: Annotated[float, Field(ge=0.0, le=1.0)]
    """Lowest score that a result may have: a floating point number from 0 to 1. Required as soon as
    any ranking option is set.
    """


class FunctionObject(Model):
    """A function that the model may call: its name, what it is for, and the arguments it takes."""

    description: Omittable[str] = None
    """What the function is for. The model goes by this text when it decides whether to call the
    function, and with what.
    """

    name: Annotated[str, Field(max_length=64, pattern="^[A-Za-z0-9_-]+$")]
    """Name by which the model calls the function: 1 to 64 characters, each an ASCII letter, a digit,
    `_` or `-`.
    """

    parameters: Omittable[FunctionParameters] = None
    """The arguments of the function, as a JSON Schema object. Leave it out for a function that takes
    none.
    """

    strict: bool | None = None
    """`true` makes the arguments of every call fit `parameters` exactly. `parameters` may then use
    only the part of JSON Schema that Structured Outputs supports.

    The API's default is `false`.
    """


FunctionParameters = TypeAliasType("FunctionParameters", JsonObject)
"""The arguments of the function, as a JSON Schema object. Leave it out for a function that takes none."""


class MessageContentImageFileObject(Model):
    """A message part that shows an image you have uploaded."""

    type: Literal["image_file"]
    """Marks this part as an uploaded image: `image_file`."""

    image_file: MessageContentImageFileObjectImageFile
    """The image, and how closely to look at it."""


class MessageContentImageFileObjectImageFile(Model):
    """The image, and how closely to look at it."""

    file_id: str
    """Id of the uploaded image. Upload the file with the purpose `vision` if you will want to show it
    again later.
    """

    detail: Omittable[Literal["auto", "low", "high"]] = None
    """How closely the model looks at the image: `low` costs fewer tokens, `high` asks for high
    resolution, `auto` is the default.

    The API's default is `"auto"`.
    """


class MessageContentImageUrlObject(Model):
    """A message part that shows an image found at a web address."""

    type: Literal["image_url"]
    """Marks this part as an image from the web: `image_url`."""

    image_url: MessageContentImageUrlObjectImageUrl
    """The address of the image, and how closely to look at it."""


class MessageContentImageUrlObjectImageUrl(Model):
    """The address of the image, and how closely to look at it."""

    url: Annotated[str, Field(pattern="^[Hh][Tt][Tt][Pp][Ss]?://")]
    """Public web address of a JPEG (`jpeg`, `jpg`), `png`, `gif` or `webp` image. A `data:` URL is not
    accepted.
    """

    detail: Omittable[Literal["auto", "low", "high"]] = None
    """How closely the model looks at the image: `low` costs fewer tokens, `high` asks for high
    resolution, `auto` is the default.

    The API's default is `"auto"`.
    """


class MessageRequestContentTextObject(Model):
    """A message part that is text."""

    type: Literal["text"]
    """Marks this part as text: `text`."""

    text: str
    """What this part says."""


CreateMessageRequestContentPart = TypeAliasType(
    "CreateMessageRequestContentPart",
    Annotated[
        MessageContentImageFileObject | MessageContentImageUrlObject | MessageRequestContentTextObject,
        Field(discriminator="type"),
    ],
)


CreateMessageRequestContentParts = TypeAliasType(
    "CreateMessageRequestContentParts", Annotated[list[CreateMessageRequestContentPart], Field(min_length=1)]
)
"""The message in one or more parts: `text`, `image_url` and `image_file`, in any mix. Image parts need
a model with vision.
"""


Metadata = TypeAliasType(
    "Metadata",
    Annotated[
        dict[Annotated[str, StringConstraints(max_length=64)], Annotated[str, Field(max_length=512)]] | None,
        Field(max_length=16),
    ],
)
"""Up to 16 pairs of your own to keep with the object, for your records and to search by, in the API or
on the dashboard. A key has at most 64 characters; a value is a string of at most 512.
"""


ParallelToolCalls = TypeAliasType("ParallelToolCalls", bool)
"""Whether the model may call several functions at once when it uses tools.

The API's default is `true`.
"""


ReasoningEffort = TypeAliasType("ReasoningEffort", Literal["low", "medium", "high"] | None)
"""How much a reasoning model thinks before it answers: `low`, `medium` or `high`. Less effort is
quicker and spends fewer tokens on thought. Only `o1` and `o3-mini` take it.

The API's default is `"medium"`.
"""


class ResponseFormatJsonObject(Model):
    """JSON mode: the answer is valid JSON of any shape. A message has to ask for JSON as well."""

    type: Literal["json_object"]
    """Says which format this is: `json_object`."""


class ResponseFormatJsonSchema(Model):
    """Structured Outputs: the answer is JSON that follows your schema."""

    type: Literal["json_schema"]
    """Says which format this is: `json_schema`."""

    json_schema: ResponseFormatJsonSchemaJsonSchema
    """The format: its name, what it is for, and its schema."""


class ResponseFormatJsonSchemaJsonSchema(Model):
    """The format: its name, what it is for, and its schema."""

    description: Omittable[str] = None
    """What the format is for. The model goes by this text when it works out its answer."""

    name: Annotated[str, Field(max_length=64, pattern="^[A-Za-z0-9_-]+$")]
    """Name of the format: 1 to 64 characters, each an ASCII letter, a digit, `_` or `-`."""

    schema_: Annotated[Omittable[ResponseFormatJsonSchemaSchema], Field(alias="schema")] = None
    """The shape of the answer, as a JSON Schema object."""

    strict: bool | None = None
    """`true` makes the answer fit `schema` exactly. `schema` may then use only the part of JSON Schema
    that Structured Outputs supports.

    The API's default is `false`.
    """


ResponseFormatJsonSchemaSchema = TypeAliasType("ResponseFormatJsonSchemaSchema", JsonObject)
"""The shape of the answer, as a JSON Schema object."""


class ResponseFormatText(Model):
    """A plain text answer."""

    type: Literal["text"]
    """Says which format this is: `text`."""


AssistantsApiResponseFormatOptionObject = TypeAliasType(
    "AssistantsApiResponseFormatOptionObject",
    Annotated[
        ResponseFormatText | ResponseFormatJsonObject | ResponseFormatJsonSchema, Field(discriminator="type")
    ],
)
"""The form that the answer has to take: `auto`, or an object whose `type` is `text`, `json_object` or
`json_schema`. `json_schema` turns on Structured Outputs, where the answer follows the schema you
give. `json_object` turns on JSON mode, where the answer is valid JSON of any shape; a system or
user message must then ask for JSON, or the model can go on writing whitespace until it runs out of
tokens and the request seems to hang. An answer that hits the token limit (`finish_reason` is
`length`) may be cut short. Works with GPT-4o, GPT-4 Turbo, and GPT-3.5 Turbo from
`gpt-3.5-turbo-1106` on.
"""


AssistantsApiResponseFormatOption = TypeAliasType(
    "AssistantsApiResponseFormatOption", Literal["auto"] | AssistantsApiResponseFormatOptionObject
)
"""The form that the answer has to take: `auto`, or an object whose `type` is `text`, `json_object` or
`json_schema`. `json_schema` turns on Structured Outputs, where the answer follows the schema you
give. `json_object` turns on JSON mode, where the answer is valid JSON of any shape; a system or
user message must then ask for JSON, or the model can go on writing whitespace until it runs out of
tokens and the request seems to hang. An answer that hits the token limit (`finish_reason` is
`length`) may be cut short. Works with GPT-4o, GPT-4 Turbo, and GPT-3.5 Turbo from
`gpt-3.5-turbo-1106` on.
"""


class TruncationObject(Model):
    """How much of the thread the model gets to see when the run starts."""

    type: Literal["auto", "last_messages"]
    """`auto`, the default, drops messages from the middle of the thread until the rest fits the
    model's context (`max_prompt_tokens`). `last_messages` keeps only the newest ones, as many as
    `last_messages` says.
    """

    last_messages: Annotated[int | None, Field(ge=1)] = None
    """How many of the newest messages to keep; 1 or more. Goes with the type `last_messages`."""
