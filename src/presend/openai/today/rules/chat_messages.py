"""Chat completions: messages, their order, tool calls and their answers, content parts.

All of these are rules of the request: the API names a message by its place among the others, and what is in order is
told after one pass. `messages.[1].role` is how the API writes some of its places.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items, type_of
from presend.openai.today.model_facts import fact_of, refuses
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.problems import Path

CHAT = "CreateChatCompletionRequest"
ASSISTANT = "ChatCompletionRequestAssistantMessage"
NAME = re.compile(r"[A-Za-z0-9_-]+")
BASE64 = re.compile(r"[A-Za-z0-9+/\s]*+={0,2}+\s*+")  # possessive: linear in what does not match too
DATA_URL = re.compile(r"data:(?P<type>[^,;]*)(;[^,;]+)*;base64,", re.IGNORECASE)
IMAGES = frozenset(("image/jpeg", "image/jpg", "image/png", "image/gif", "image/webp"))
PDF = "application/pdf"
SURE_ID, LONGEST_ID = 64, 40  # characters of a call's id: beyond the former refused by all that was seen


def _messages(request: dict[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    return ((at, one) for at, one in enumerate(items(request.get("messages"))) if isinstance(one, dict))


def _assistant(request: dict[str, Any]) -> Iterator[tuple[int, dict[str, Any]]]:
    return ((at, one) for at, one in _messages(request) if one.get("role") == "assistant")


def _calls(message: dict[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    return [(at, call) for at, call in enumerate(items(message.get("tool_calls"))) if isinstance(call, dict)]


def parts_of(request: dict[str, Any], kind: str) -> Iterator[tuple[Path, dict[str, Any]]]:
    """Yield what is under `kind` in the content parts of that type, each with its place."""
    for at, message in _messages(request):
        for place, part in enumerate(items(message.get("content"))):
            if type_of(part) == kind and isinstance(part.get(kind), dict):
                yield ("messages", at, "content", place, kind), part[kind]


@rule(
    "observed.chat.tool-calls.answered",
    "error",
    "observed",
    "An assistant's message with tool_calls is followed at once by a tool message for each id (BerriAI/litellm#10083, "
    "microsoft/promptflow#3130, and many more).",
    "Add {'role': 'tool', 'tool_call_id': …, 'content': …} for each call right behind it.",
    at=CHAT,
    as_of="2025-04",
)
def tool_calls_are_answered(request: Any) -> Iterator[Finding]:
    open_at, waiting = -1, dict[str, None]()
    for at, message in (*_messages(request), (-1, {})):
        role = message.get("role")
        if role == "tool":
            answered = message.get("tool_call_id")
            waiting.pop(answered if isinstance(answered, str) else "", None)
            continue
        if waiting:
            text = (
                f"Invalid {{param}}: expected a tool message for each tool call right behind it; {len(waiting)} lack."
            )
            named = ("messages", f"[{open_at}]", "role")
            yield Finding(text, "", ("messages", open_at, "tool_calls"), named=named)
        calls = _calls(message) if role == "assistant" else []
        open_at, waiting = at, dict.fromkeys(id_ for _, call in calls if isinstance(id_ := call.get("id"), str))


@rule(
    "chat.tool-message.call-present",
    "error",
    "inferred",
    "A tool message answers a call of the assistant's message that it follows (miurla/morphic#136, and dozens more).",
    "Send the assistant's message with its tool_calls before it, or leave the tool message out.",
    at=CHAT,
    sources=said("ChatCompletionRequestToolMessage/properties/tool_call_id"),
)
def tool_messages_answer_a_call(request: Any) -> Iterator[Finding]:
    ids: set[str] | None = None  # of the calls that a tool message may answer here; `None` where there are none
    for at, message in _messages(request):
        if message.get("role") != "tool":
            calls = _calls(message) if message.get("role") == "assistant" else []
            ids = {id_ for _, call in calls if isinstance(id_ := call.get("id"), str)} if calls else None
        elif ids is None:
            text = "Invalid {param}: a message with the role 'tool' has to follow a message with 'tool_calls'."
            yield Finding(text, "", ("messages", at, "role"), named=("messages", f"[{at}]", "role"))
        elif isinstance(message.get("tool_call_id"), str) and message["tool_call_id"] not in ids:
            text = "Invalid {param}: expected the id of a call in 'tool_calls' of the message before."
            named = ("messages", f"[{at}]", "tool_call_id")
            yield Finding(text, "", ("messages", at, "tool_call_id"), named=named)


@rule(
    "observed.chat.tool-call.id.max-length",
    "error",
    "observed",
    "The id of a tool call has at most 40 characters (langmanus/langmanus#119, vercel/ai#5171, BerriAI/litellm#12941); up to "
    "64 it is a warning, since a later report speaks of that (screenpipe/screenpipe#4382).",
    "Shorten the id, in the call and in its answer.",
    at=CHAT,
    as_of="2026-06",
)
def tool_call_ids_are_short(request: Any) -> Iterator[Finding]:
    for at, message in _assistant(request):
        for place, call in _calls(message):
            id_ = call.get("id")
            if isinstance(id_, str) and len(id_) > LONGEST_ID:
                most = f"maximum length {LONGEST_ID}, but got a string with length {len(id_)}"
                text = f"Invalid {{param}}: string too long. Expected a string with {most}."
                member = ("messages", at, "tool_calls", place, "id")
                severity = None if len(id_) > SURE_ID else "warning"
                yield Finding(text, "string_above_max_length", member, severity=severity)  # type: ignore[arg-type]


@rule(
    "observed.chat.tool-call.name.charset",
    "error",
    "observed",
    "The name of a called function has ASCII letters, digits, underscores and dashes alone (SqueezeAILab/LLMCompiler#1).",
    "Send the name of the function as it stands in tools.",
    at=CHAT,
    as_of="2026-08-21",
)
def called_functions_have_plain_names(request: Any) -> Iterator[Finding]:
    for at, message in _assistant(request):
        for place, call in _calls(message):
            function = call.get("function")
            name = function.get("name") if isinstance(function, dict) else None
            if isinstance(name, str) and not NAME.fullmatch(name):
                text = "Invalid {param}: string does not match pattern. Expected one that matches '^[a-zA-Z0-9_-]+$'."
                yield Finding(text, member=("messages", at, "tool_calls", place, "function", "name"))


@rule(
    "chat.tool-call.arguments.json",
    "warning",
    "prose",
    "The arguments of an earlier call are JSON text; a model may have written something else.",
    "Send them as the model wrote them, or mend them with json.dumps(…).",
    at=CHAT,
    sources=said("ChatCompletionMessageToolCall/properties/function/properties/arguments"),
)
def arguments_of_calls_are_json(request: Any) -> Iterator[Finding]:
    for at, message in _assistant(request):
        called = [(("tool_calls", place, "function"), call.get("function")) for place, call in _calls(message)]
        for steps, function in (*called, (("function_call",), message.get("function_call"))):
            arguments = function.get("arguments") if isinstance(function, dict) else None
            if isinstance(arguments, str) and not _is_json(arguments):
                text = "Invalid {param}: expected JSON text."
                yield Finding(text, member=("messages", at, *steps, "arguments"))


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


@rule(
    "chat.assistant.content-required",
    "error",
    "prose",
    "An assistant's message has content, unless it has tool_calls, function_call, audio or a refusal (vercel/ai#13744).",
    "Send the text, an empty one if there was none.",
    at=CHAT,
    sources=said(f"{ASSISTANT}/properties/content/anyOf/0"),
)
def assistant_messages_have_content(request: Any) -> Iterator[Finding]:
    instead = ("content", "tool_calls", "function_call", "audio", "refusal")
    for at, message in _assistant(request):
        if all(message.get(name) is None for name in instead):
            text = "Invalid value for {param}: expected a string, since the message has no calls, but got none."
            yield Finding(text, "", ("messages", at, "content"), named=("messages", f"[{at}]", "content"))


@rule(
    "chat.assistant.content-parts",
    "error",
    "prose",
    "The parts of an assistant's content are texts, or one refusal.",
    "Send the refusal alone, or texts alone.",
    at=CHAT,
    sources=said(f"{ASSISTANT}/properties/content/anyOf/0/oneOf/1"),
)
def assistant_parts_are_texts_or_one_refusal(request: Any) -> Iterator[Finding]:
    for at, message in _assistant(request):
        kinds = [type_of(part) for part in items(message.get("content"))]
        if "refusal" in kinds and len(kinds) > 1:
            place = kinds.index("refusal")
            text = f"Invalid {{param}}: expected a refusal to be the only part, but got {len(kinds)} parts."
            yield Finding(text, member=("messages", at, "content", place))


@rule(
    "chat.assistant.function-call.deprecated",
    "note",
    "prose",
    "function_call of a message gives way to tool_calls.",
    "Send {'tool_calls': [{'id': …, 'type': 'function', 'function': {…}}]}.",
    at=f"{ASSISTANT}.function_call",
    sources=said(f"{ASSISTANT}/properties/function_call/anyOf/0"),
)
def function_call_of_a_message_has_a_successor(call: Any) -> Iterator[Finding]:
    if call is not None:
        yield Finding("Consider 'tool_calls' for {param}, which it replaces.", "")


@rule(
    "chat.system-role.o-series",
    "note",
    "prose",
    "With o1 and newer models instructions go into developer messages; the API takes system ones as such.",
    "Send the role 'developer'.",
    at=CHAT,
    sources=said("ChatCompletionRequestSystemMessage", "ChatCompletionRequestDeveloperMessage"),
    as_of="2026-08-21",
)
def instructions_are_the_developers(request: Any) -> Iterator[Finding]:
    at = next((at for at, message in _messages(request) if message.get("role") == "system"), None)
    if at is not None and fact_of(request.get("model"), "instructions"):
        yield Finding("Consider 'developer' for {param} with this model.", "", ("messages", at, "role"))


@rule(
    "observed.chat.role.function.model",
    "error",
    "observed",
    "Some models do not take the role function (TheR1D/shell_gpt#717).",
    "Send tool_calls and the role 'tool'.",
    at=CHAT,
    as_of="2025-07",
)
def function_messages_fit_the_model(request: Any) -> Iterator[Finding]:
    at = next((at for at, message in _messages(request) if message.get("role") == "function"), None)
    if at is not None and refuses(request.get("model"), "chat.role.function"):
        text = "Unsupported value: {param} does not support 'function' with this model."
        yield Finding(text, "unsupported_value", ("messages", at, "role"))


@rule(
    "chat.part.audio.base64",
    "error",
    "prose",
    "The data of audio is base64, without the start of a data: URL.",
    "Encode the bytes with base64.b64encode(…).decode().",
    at=CHAT,
    sources=said("ChatCompletionRequestMessageContentPartAudio/properties/input_audio/properties/data"),
)
def audio_is_base64(request: Any) -> Iterator[Finding]:
    for place, audio in parts_of(request, "input_audio"):
        if isinstance(audio.get("data"), str) and not BASE64.fullmatch(audio["data"]):
            yield Finding("Invalid {param}: expected base64 text, but got something else.", member=(*place, "data"))


@rule(
    "observed.chat.part.image.data",
    "error",
    "observed",
    "The data: URL of an image holds base64 that is not empty (vercel/ai#7776, the same in responses).",
    "Encode the image's bytes with base64.b64encode(…).decode().",
    at=CHAT,
    as_of="2025-08",
)
def image_data_is_base64(request: Any) -> Iterator[Finding]:
    for place, image in parts_of(request, "image_url"):
        url = image.get("url")
        match = DATA_URL.match(url) if isinstance(url, str) else None
        if match and (match.end() == len(url) or not BASE64.fullmatch(url, match.end())):
            got = "nothing" if match.end() == len(url) else "something else"
            text = f"Invalid {{param}}: expected base64 behind the comma of the data: URL, but got {got}."
            yield Finding(text, member=(*place, "url"))


@rule(
    "observed.chat.part.image.media-type",
    "warning",
    "observed",
    "The image of a data: URL is a jpeg, png, gif or webp (answers of /responses).",
    "Convert the image.",
    at=CHAT,
    as_of="2025-08",
)
def image_data_is_of_a_known_type(request: Any) -> Iterator[Finding]:
    for place, image in parts_of(request, "image_url"):
        url = image.get("url")
        match = DATA_URL.match(url) if isinstance(url, str) else None
        if match and match["type"].lower().startswith("image/") and match["type"].lower() not in IMAGES:
            yield Finding("Invalid {param}: expected a jpeg, png, gif or webp image.", member=(*place, "url"))


@rule(
    "chat.part.file.source",
    "warning",
    "inferred",
    "A file part has file_data or file_id.",
    "Add one of them.",
    at=CHAT,
    sources=said("ChatCompletionRequestMessageContentPartFile/properties/file/properties/file_data"),
)
def file_parts_have_a_source(request: Any) -> Iterator[Finding]:
    for place, file in parts_of(request, "file"):
        if file.get("file_data") is None and file.get("file_id") is None:
            yield Finding("Missing {param}: expected it, or file_data.", member=(*place, "file_id"))


@rule(
    "chat.part.file.data-needs-filename",
    "error",
    "observed",
    "file_data comes with a filename; the API reports a missing file_id (openai/openai-agents-python#1513, "
    "langchain-ai/langchainjs#9512, google/adk-python#2862).",
    "Add the file's name.",
    at=CHAT,
    sources=said("ChatCompletionRequestMessageContentPartFile/properties/file/properties/filename"),
    as_of="2025-08",
)
def file_data_has_a_name(request: Any) -> Iterator[Finding]:
    for place, file in parts_of(request, "file"):
        if file.get("file_data") is not None and file.get("filename") is None and file.get("file_id") is None:
            text = "Missing required parameter: {param}, beside file_data."
            named = (*place, "file_id")
            yield Finding(text, "missing_required_parameter", (*place, "filename"), named=named)


@rule(
    "observed.chat.part.file.data-url",
    "error",
    "observed",
    "file_data is a data: URL with base64 in it (vercel/ai#7266, trpc-group/trpc-agent-go#1816).",
    "Write 'data:application/pdf;base64,' and the encoded bytes.",
    at=CHAT,
    as_of="2025-07",
)
def file_data_is_a_data_url(request: Any) -> Iterator[Finding]:
    for place, file in parts_of(request, "file"):
        data = file.get("file_data")
        match = DATA_URL.match(data) if isinstance(data, str) else None
        if isinstance(data, str) and not (match and match.end() < len(data) and BASE64.fullmatch(data, match.end())):
            text = "Invalid file data: {param}. Expected a base64-encoded data: URL of the media type application/pdf."
            yield Finding(text, member=(*place, "file_data"))


@rule(
    "observed.chat.part.file.media-type",
    "warning",
    "observed",
    "The file of file_data is a PDF (openai/openai-dotnet#613, pydantic/pydantic-ai#4445).",
    "Send text as a text part; other files work in /responses.",
    at=CHAT,
    as_of="2026-02",
)
def file_data_is_a_pdf(request: Any) -> Iterator[Finding]:
    for place, file in parts_of(request, "file"):
        data = file.get("file_data")
        match = DATA_URL.match(data) if isinstance(data, str) else None
        if match and match["type"].lower() != PDF:
            yield Finding(
                "Invalid file data: {param}. Expected the media type application/pdf.", member=(*place, "file_data")
            )


@rule(
    "chat.part.file.data-base64",
    "warning",
    "prose",
    "file_data is base64; the API asks for it in a data: URL.",
    "Encode the file's bytes with base64.b64encode(…).decode().",
    at=CHAT,
    sources=said("ChatCompletionRequestMessageContentPartFile/properties/file/properties/file_data"),
)
def file_data_is_base64(request: Any) -> Iterator[Finding]:
    for place, file in parts_of(request, "file"):
        data = file.get("file_data")
        match = DATA_URL.match(data) if isinstance(data, str) else None
        if isinstance(data, str) and not BASE64.fullmatch(data, match.end() if match else 0):
            yield Finding(
                "Invalid {param}: expected base64 text, but got something else.", member=(*place, "file_data")
            )
