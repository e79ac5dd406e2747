"""Chat completions: members that require or exclude one another, and deprecated members."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items, type_of
from presend.problems import Finding
from presend.rule import rule, said
from presend.schema.keywords import is_number

if TYPE_CHECKING:
    from collections.abc import Iterator

CHAT = "CreateChatCompletionRequest"
OWN = f"{CHAT}/allOf/1/properties"
REVISED = "2026-08-21"  # of the spec that the sentences were read from


@rule(
    "chat.top-logprobs.needs-logprobs",
    "error",
    "prose",
    "top_logprobs is used only with logprobs: true.",
    "Set logprobs to true, or leave top_logprobs out.",
    at=CHAT,
    sources=said(f"{OWN}/top_logprobs"),
)
def top_logprobs_go_with_logprobs(request: Any) -> Iterator[Finding]:
    if is_number(request.get("top_logprobs")) and request.get("logprobs") is not True:
        yield Finding("The {param} parameter is only allowed when 'logprobs' is enabled.", member=("top_logprobs",))


@rule(
    "chat.max-tokens.deprecated",
    "note",
    "prose",
    "max_tokens gives way to max_completion_tokens.",
    "Send max_completion_tokens; it counts reasoning tokens too.",
    at=f"{CHAT}.max_tokens",
    sources=said(f"{OWN}/max_tokens"),
)
def max_tokens_has_a_successor(value: Any) -> Iterator[Finding]:
    if value is not None:
        yield Finding("Consider 'max_completion_tokens' for {param}, which it replaces.", "")


@rule(
    "chat.max-tokens.not-both",
    "error",
    "observed",
    "max_tokens and max_completion_tokens are not sent together (langchain-ai/langgraph#5943).",
    "Send only max_completion_tokens.",
    at=CHAT,
    sources=said(f"{OWN}/max_tokens"),
    as_of=REVISED,
)
def one_limit_of_tokens_is_sent(request: Any) -> Iterator[Finding]:
    if all(is_number(request.get(name)) for name in ("max_tokens", "max_completion_tokens")):
        yield Finding(
            "Invalid {param}: expected it to be left out beside 'max_completion_tokens'.", member=("max_tokens",)
        )


@rule(
    "chat.seed.deprecated",
    "note",
    "prose",
    "seed is in beta, and marked deprecated.",
    "Leave it out; answers differ all the same.",
    at=f"{CHAT}.seed",
    sources=said(f"{OWN}/seed"),
)
def seed_is_deprecated(seed: Any) -> Iterator[Finding]:
    if seed is not None:
        yield Finding("Consider leaving {param} out: it is marked deprecated.", "")


@rule(
    "observed.chat.metadata.needs-store",
    "error",
    "observed",
    "metadata is sent only with store: true "
    "(answers to requests without it; accepted in every recorded request with it).",
    "Set store to true, or leave metadata out.",
    at=CHAT,
    as_of=REVISED,
)
def metadata_goes_with_store(request: Any) -> Iterator[Finding]:
    if isinstance(request.get("metadata"), dict) and request["metadata"] and request.get("store") is not True:
        yield Finding("The {param} parameter is only allowed when 'store' is enabled.", member=("metadata",))


@rule(
    "response-format.json-object.instruction",
    "error",
    "prose",
    "With json_object some message has the word json in it, in any case (ultimatejimmy/xray.koplugin#33).",
    "Write 'Answer in JSON' into a message.",
    at=CHAT,
    sources=said("ResponseFormatJsonObject"),
)
def json_is_asked_for(request: Any) -> Iterator[Finding]:
    if type_of(request.get("response_format")) != "json_object" or not isinstance(request.get("messages"), list):
        return
    if not any("json" in text.lower() for text in _texts(request["messages"])):
        text = "Invalid {param}: they must contain the word 'json' in some form, to use the format 'json_object'."
        yield Finding(text, member=("messages",))


def _texts(messages: list[Any]) -> Iterator[str]:
    for message in messages:
        content = message.get("content") if isinstance(message, dict) else None
        for part in (content, *(part.get("text") for part in items(content) if isinstance(part, dict))):
            if isinstance(part, str):
                yield part


@rule(
    "response-format.json-object.prefer-json-schema",
    "note",
    "prose",
    "json_schema is preferred to json_object for models that can do it.",
    "Give a schema: {'type': 'json_schema', 'json_schema': {'name': …, 'schema': …}}.",
    at=f"{CHAT}.response_format",
    sources=said("ResponseFormatJsonObject"),
)
def json_schema_is_preferred(value: Any) -> Iterator[Finding]:
    if type_of(value) == "json_object":
        yield Finding("Consider 'json_schema' for {param}: json_object is the older way.", "")
