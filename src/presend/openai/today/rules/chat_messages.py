"""Chat completions: messages, their order, tool calls and their answers.

All of these are rules of the request, because the API names a message by its index; one pass checks the order. The API
writes some paths as `messages.[1].role`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items, type_of
from presend.openai.today.rules.plain_input import conversation_is_plain
from presend.openai.today.rules.plain_messages import LONGEST_ID, NAME
from presend.problems import Finding
from presend.reading.json_text import is_json
from presend.rule import Rule, rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend.problems import Severity

CHAT = "CreateChatCompletionRequest"
ASSISTANT = "ChatCompletionRequestAssistantMessage"
INSTEAD = ("tool_calls", "function_call", "audio", "refusal")  # of content
SURE_ID = 64  # most characters of a call's id in all observed answers


def messages_of(request: dict[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    """Return the messages of a request, each with its place."""
    return [(at, one) for at, one in enumerate(items(request.get("messages"))) if isinstance(one, dict)]


def _assistant(request: dict[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    return [(at, one) for at, one in messages_of(request) if one.get("role") == "assistant"]


def _calls(message: dict[str, Any]) -> list[tuple[int, dict[str, Any]]]:
    return [(at, call) for at, call in enumerate(items(message.get("tool_calls"))) if isinstance(call, dict)]


tool_messages_answer_a_call = Rule(
    "chat.tool-message.call-present",
    "error",
    "inferred",
    "A tool message answers a call of the assistant's message that it follows (miurla/morphic#136, and dozens more).",
    "Send the assistant's message with its tool_calls before it, or leave the tool message out.",
    said("ChatCompletionRequestToolMessage/properties/tool_call_id"),
    (CHAT,),
)


@rule(
    "observed.chat.tool-calls.answered",
    "error",
    "observed",
    "An assistant's message with tool_calls is followed at once by a tool message for each id (BerriAI/litellm#10083, "
    "microsoft/promptflow#3130, and many more).",
    "Add {'role': 'tool', 'tool_call_id': …, 'content': …} for each call right behind it.",
    at=CHAT,
    as_of="2025-04",
    look=conversation_is_plain,
)
def calls_and_answers_belong_together(request: Any) -> Iterator[Finding]:
    called_at, ids, waiting = -1, set[str](), set[str]()  # ids of the calls that tool messages may answer here
    for at, message in (*messages_of(request), (-1, {})):
        if message.get("role") == "tool":
            yield from _answer_faults(at, message, ids)
            waiting = waiting - {message["tool_call_id"]} if _answered(message) else waiting
            continue
        if waiting:
            text = f"Invalid {{param}}: expected a tool message right behind it for each call; {len(waiting)} lack one."
            named = ("messages", f"[{called_at}]", "role")
            yield Finding(text, "", ("messages", called_at, "tool_calls"), named=named)
        calls = _calls(message) if message.get("role") == "assistant" else []
        called_at, ids = at, {call["id"] for _, call in calls if isinstance(call.get("id"), str)}
        waiting = ids


def _answered(message: dict[str, Any]) -> bool:
    return isinstance(message.get("tool_call_id"), str)


def _answer_faults(at: int, message: dict[str, Any], ids: set[str]) -> Iterator[Finding]:
    """Yield the problems of a tool message, which may answer the calls with these ids."""
    if not ids:
        member = "role"
        text = "Invalid {param}: a message with the role 'tool' has to follow a message with 'tool_calls'."
    elif _answered(message) and message["tool_call_id"] not in ids:
        member = "tool_call_id"
        text = "Invalid {param}: expected the id of a call in 'tool_calls' of the message before."
    else:
        return
    named = ("messages", f"[{at}]", member)
    yield Finding(text, "", ("messages", at, member), tool_messages_answer_a_call.id, named=named)


called_functions_have_plain_names = Rule(
    "observed.chat.tool-call.name.charset",
    "error",
    "observed",
    "The name of a called function has only ASCII letters, digits, underscores and dashes "
    "(SqueezeAILab/LLMCompiler#1).",
    "Send the name of the function as it stands in tools.",
    at=(CHAT,),
    as_of="2026-08-21",
)


@rule(
    "observed.chat.tool-call.id.max-length",
    "error",
    "observed",
    "The id of a tool call has at most 40 characters (langmanus/langmanus#119, vercel/ai#5171, "
    "BerriAI/litellm#12941); up "
    "to 64 it is a warning, since a later report speaks of that (screenpipe/screenpipe#4382).",
    "Shorten the id, in the call and in its answer.",
    at=CHAT,
    as_of="2026-06",
    look=conversation_is_plain,
)
def tool_calls_have_short_ids_and_plain_names(request: Any) -> Iterator[Finding]:
    for at, message in _assistant(request):
        for place, call in _calls(message):
            path = ("messages", at, "tool_calls", place)
            id_, function = call.get("id"), call.get("function")
            if isinstance(id_, str) and len(id_) > LONGEST_ID:
                most = f"maximum length {LONGEST_ID}, but got a string with length {len(id_)}"
                text = f"Invalid {{param}}: string too long. Expected a string with {most}."
                severity: Severity = "error" if len(id_) > SURE_ID else "warning"
                yield Finding(text, "string_above_max_length", (*path, "id"), severity=severity)
            name = function.get("name") if isinstance(function, dict) else None
            if isinstance(name, str) and not NAME.fullmatch(name):
                text = "Invalid {param}: string does not match pattern. Expected one that matches '^[a-zA-Z0-9_-]+$'."
                yield Finding(text, member=(*path, "function", "name"), rule=called_functions_have_plain_names.id)


@rule(
    "chat.tool-call.arguments.json",
    "warning",
    "prose",
    "The arguments of an earlier call are JSON text; a model may have written something else.",
    "Send them as the model wrote them, or fix them with json.dumps(…).",
    at=CHAT,
    sources=said("ChatCompletionMessageToolCall/properties/function/properties/arguments"),
    look=conversation_is_plain,
)
def arguments_of_calls_are_json(request: Any) -> Iterator[Finding]:
    for at, message in _assistant(request):
        called = [(("tool_calls", place, "function"), call.get("function")) for place, call in _calls(message)]
        for steps, function in (*called, (("function_call",), message.get("function_call"))):
            arguments = function.get("arguments") if isinstance(function, dict) else None
            if isinstance(arguments, str) and not is_json(arguments):
                text = "Invalid {param}: expected JSON text."
                yield Finding(text, member=("messages", at, *steps, "arguments"))


assistant_parts_are_texts_or_one_refusal = Rule(
    "chat.assistant.content-parts",
    "error",
    "prose",
    "The parts of an assistant's content are texts, or one refusal.",
    "Send only the refusal, or only texts.",
    said(f"{ASSISTANT}/properties/content/anyOf/0/oneOf/1"),
    (CHAT,),
)


@rule(
    "chat.assistant.content-required",
    "error",
    "prose",
    "An assistant's message has content, unless it has tool_calls, function_call, audio or a refusal "
    "(vercel/ai#13744).",
    "Send the text, an empty one if there was none.",
    at=CHAT,
    sources=said(f"{ASSISTANT}/properties/content/anyOf/0"),
    look=conversation_is_plain,
)
def assistant_messages_have_content(request: Any) -> Iterator[Finding]:
    for at, message in _assistant(request):
        content = message.get("content")
        if content is None and all(message.get(name) is None for name in INSTEAD):
            text = "Invalid value for {param}: expected a string, since the message has no calls, but got none."
            yield Finding(text, "", ("messages", at, "content"), named=("messages", f"[{at}]", "content"))
        kinds = [type_of(part) for part in content] if isinstance(content, list) else []
        if "refusal" in kinds and len(kinds) > 1:
            member = ("messages", at, "content", kinds.index("refusal"))
            text = f"Invalid {{param}}: expected a refusal to be the only part, but got {len(kinds)} parts."
            yield Finding(text, member=member, rule=assistant_parts_are_texts_or_one_refusal.id)


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
