"""Strategies for the requirements of the rules of chat completions, completions and embeddings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from presend.openai.rules.parts import items, type_of
from presend.openai.strategies import with_one_image
from presend.openai.today.response_draws import CLOSED, FILE_DATA, object_schemas
from presend.openai.today.rules import chat, chat_audio, chat_models, chat_tools
from presend.openai.today.rules.completions import best_of_is_at_least_n, model_is_for_completions
from presend.openai.today.rules.embeddings import model_is_for_embeddings
from presend.openai.today.rules.shared import reasoning_effort_fits_the_model
from presend.rule import Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Values = st.SearchStrategy[Any]
    Better = Callable[[Values], Values]

CHAT = "CreateChatCompletionRequest"
MODEL = "my-model"  # a model without known facts
names = st.text("ab_-3", min_size=1, max_size=8)
image_urls = st.sampled_from(["https://example.com/a", "data:image/png;base64,iVBORw0KGgo=", "HTTP://a"])
encoded = st.sampled_from(["AAAA", "", "iVBORw0KGgo="])
BETWEEN_MEMBERS: tuple[Rule, ...] = tuple(
    rule for topic in (chat, chat_tools) for rule in vars(topic).values() if isinstance(rule, Rule)
)
OF_MODELS: tuple[Rule, ...] = (
    chat_audio.audio_models_hear_or_speak,
    reasoning_effort_fits_the_model,
    *(rule for rule in vars(chat_models).values() if isinstance(rule, Rule)),
)


def _mended(mend: Callable[[dict[str, Any]], dict[str, Any]]) -> Better:
    return lambda drawn: drawn.map(lambda value: mend(dict(value)) if isinstance(value, dict) else value)


def _always(values: Values) -> Better:
    return lambda _: values


def _closed(member: str) -> Better:
    return _mended(
        lambda holder: {**holder, member: CLOSED} if holder.get("strict") is True and member in holder else holder
    )


def _file(file: dict[str, Any]) -> dict[str, Any]:
    return {**file, "file_data": FILE_DATA, "filename": file.get("filename", "a")} if "file_data" in file else file


def _without_broken(request: dict[str, Any], rules: Iterable[Rule]) -> dict[str, Any]:
    """Return a request without the members that conflict with others."""
    for rule in rules:
        for finding in rule.check(request) if rule.check and rule.severity == "error" and CHAT in rule.at else ():
            request = {name: value for name, value in request.items() if name != finding.member[0]}
    return request


def _assistant(message: dict[str, Any], number: int) -> dict[str, Any]:
    if all(message.get(name) is None for name in ("content", "tool_calls", "function_call", "audio", "refusal")):
        message["content"] = ""
    refusals = [part for part in items(message.get("content")) if type_of(part) == "refusal"]
    if refusals:
        message["content"] = refusals[:1]
    if "tool_calls" in message:
        calls = enumerate(message["tool_calls"])
        message["tool_calls"] = [{**call, "id": f"call_{number}_{place}"} for place, call in calls]
    return message


def _answered(messages: list[Any]) -> list[Any]:
    """Return messages with an answer right behind each call, and no others."""
    result: list[Any] = []
    for number, message in enumerate(messages):
        if message["role"] == "tool":
            continue
        result.append(_assistant(dict(message), number) if message["role"] == "assistant" else message)
        calls = result[-1].get("tool_calls", ())
        result += [{"role": "tool", "tool_call_id": call["id"], "content": "a"} for call in calls]
    return result or [{"role": "user", "content": "a"}]


def _chat(request: dict[str, Any]) -> dict[str, Any]:
    request["messages"] = _answered(request["messages"])
    if type_of(request.get("response_format")) == "json_object":
        request["messages"] = [*request["messages"], {"role": "user", "content": "Answer in JSON"}]
    if "audio" in items(request.get("modalities")) and request.get("audio") is None:
        request["modalities"] = ["text"]
    if isinstance(request.get("stream_options"), dict) or "pcm16" in str(request.get("audio")):
        request["stream"] = True
    elif isinstance(request.get("audio"), dict):
        request.pop("stream", None)
    if request.get("stream") is True and isinstance(request.get("audio"), dict):
        request["audio"] = {**request["audio"], "format": "pcm16"}
    request = _without_broken(request, BETWEEN_MEMBERS)
    if any(_is_broken(rule, request) for rule in OF_MODELS if CHAT in rule.at):
        request["model"] = MODEL
    return request


def _is_broken(rule: Rule, request: dict[str, Any]) -> bool:
    return rule.check is not None and any(True for _ in rule.check(request))


def _completion(request: dict[str, Any]) -> dict[str, Any]:
    if isinstance(request.get("stream_options"), dict):
        request["stream"] = True
    if request.get("stream") is True or _is_broken(best_of_is_at_least_n, request):
        request.pop("best_of", None)
    if _is_broken(model_is_for_completions, request):
        request["model"] = MODEL
    return request


def _embedding(request: dict[str, Any]) -> dict[str, Any]:
    given = request["input"]
    request["input"] = [text or "a" for text in given] if isinstance(given, list) and "" in given else given
    if _is_broken(model_is_for_embeddings, request):
        request["model"] = MODEL
    return request


DRAWS: dict[str, Better] = {
    "FunctionParameters": _always(object_schemas),
    "FunctionObject": _closed("parameters"),
    "ResponseFormatJsonSchemaSchema": _always(object_schemas),
    "ResponseFormatJsonSchemaJsonSchema": _closed("schema"),
    "ChatCompletionMessageToolCallFunction.name": _always(names),
    "ChatCompletionRequestMessageContentPartImageImageUrl.url": _always(image_urls),
    "ChatCompletionRequestMessageContentPartAudioInputAudio.data": _always(encoded),
    "ChatCompletionRequestMessageContentPartFileFile": _mended(_file),
    "CreateModerationRequest.input": lambda drawn: drawn.map(with_one_image),
    CHAT: _mended(_chat),
    "CreateCompletionRequest": _mended(_completion),
    "CreateEmbeddingRequest": _mended(_embedding),
}
