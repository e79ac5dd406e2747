"""Items of `input`, one at a time: the parts that each role may send, and the data of earlier calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.data_urls import is_base64
from presend.openai.rules.parts import items, type_of
from presend.openai.today.rules.item_order import SENT
from presend.openai.today.rules.plain_input import message_is_plain
from presend.problems import Finding
from presend.reading.json_text import is_json
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

PATHS = (
    "ApplyPatchCreateFileOperationParam",
    "ApplyPatchUpdateFileOperationParam",
    "ApplyPatchDeleteFileOperationParam",
)
MADE = ("output_text", "refusal")  # parts of a model's message


@rule(
    "observed.response.assistant.output-text",
    "error",
    "observed",
    "The parts of an assistant's message are output_text and refusal, never input_text (rust-genai#119, litellm#17507, openai-go#485; 34 recorded requests).",  # noqa: E501
    "Write {'type': 'output_text', 'text': …}, or only the text.",
    at="EasyInputMessage",
    as_of="2026-09-30",
    look=message_is_plain,
)
def assistant_content_is_output(message: Any) -> Iterator[Finding]:
    if message.get("role") != "assistant":
        return
    for place, part in enumerate(items(message.get("content"))):
        kind = type_of(part)
        if kind in ("input_text", "input_image", "input_file"):
            text = f"Invalid value for {{param}}: '{kind}'. Supported values are: 'output_text' and 'refusal'."
            yield Finding(text, member=("content", place))


@rule(
    "response.message.output-parts.assistant-only",
    "error",
    "schema",
    "Parts of the types output_text and refusal are for messages with the role assistant.",
    "Write {'type': 'input_text', 'text': …}.",
    at="EasyInputMessage",
    sources=said("EasyInputMessage/properties/content"),
    look=message_is_plain,
)
def output_is_the_assistants(message: Any) -> Iterator[Finding]:
    if message.get("role") not in SENT:
        return
    for place, part in enumerate(items(message.get("content"))):
        kind = type_of(part)
        if kind in MADE:
            wanted = "Supported values are: 'input_text', 'input_image', and 'input_file'."
            text = (
                f"Invalid value for {{param}}: '{kind}'. {wanted} '{kind}' is for messages with the role 'assistant'."
            )
            yield Finding(text, member=("content", place, "type"))


@rule(
    "message.phase.assistant-only",
    "warning",
    "prose",
    "phase labels messages of the assistant.",
    "Leave phase out.",
    at="EasyInputMessage",
    sources=said("MessagePhase"),
    look=message_is_plain,
)
def phase_is_the_assistants(message: Any) -> Iterator[Finding]:
    if isinstance(message.get("phase"), str) and message.get("role") in SENT:
        yield Finding("Invalid {param}: expected it only in messages with the role 'assistant'.", member=("phase",))


@rule(
    "function-call.arguments.json",
    "warning",
    "prose",
    "The arguments of an earlier call are JSON text.",
    "Send them as the model wrote them, '{}' for none.",
    at=("FunctionToolCall.arguments", "MCPToolCall.arguments", "MCPApprovalRequest.arguments"),
    sources=said("FunctionToolCall/properties/arguments"),
)
def arguments_are_json(arguments: Any) -> Iterator[Finding]:
    if isinstance(arguments, str) and not is_json(arguments):
        yield Finding("Invalid {param}: expected JSON text, but it does not parse.")


@rule(
    "function-call-output.output.json",
    "note",
    "prose",
    "The output of a call, as a string, is JSON text. Plain text is what everybody sends, and it is accepted.",
    "Write the output as JSON.",
    at=("FunctionCallOutputItemParam.output", "LocalShellToolCallOutput.output"),
    sources=said("FunctionCallOutputItemParam/properties/output/oneOf/0"),
    opt_in=True,
)
def output_is_json(output: Any) -> Iterator[Finding]:
    if isinstance(output, str) and not is_json(output):
        yield Finding("Consider JSON text for {param}: it does not parse as that.", "")


@rule(
    "image-generation-call.result.base64",
    "warning",
    "prose",
    "The result of an earlier image call is base64.",
    "Send it as it came, or leave it out: the id is enough.",
    at="ImageGenToolCall.result",
    sources=said("ImageGenToolCall/properties/result/anyOf/0"),
)
def image_result_is_base64(result: Any) -> Iterator[Finding]:
    if isinstance(result, str) and result and not is_base64(result):
        yield Finding("Invalid {param}: expected base64.")


@rule(
    "file-search-call.score.range",
    "warning",
    "prose",
    "The score of an earlier file search is 0 to 1.",
    "Send it as it came.",
    at="FileSearchToolCallResultsPart.score",
    sources=said("FileSearchToolCall/properties/results/anyOf/0/items/properties/score"),
)
def score_is_0_to_1(score: Any) -> Iterator[Finding]:
    if isinstance(score, int | float) and not isinstance(score, bool) and not 0 <= score <= 1:
        yield Finding(f"Invalid {{param}}: expected a number from 0 to 1, but got {score}.")


@rule(
    "apply-patch.path.relative",
    "warning",
    "prose",
    "The path of a patch is relative to the root of the workspace.",
    "Leave out the first slash.",
    at=tuple(f"{operation}.path" for operation in PATHS),
    sources=said("ApplyPatchCreateFileOperationParam/properties/path"),
)
def patch_path_is_relative(path: Any) -> Iterator[Finding]:
    if isinstance(path, str) and path.startswith("/"):
        yield Finding("Invalid {param}: expected a path without a slash in front.")
