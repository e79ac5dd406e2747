"""Members of requests to /responses and its two helper endpoints, and which of them go together."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import type_of
from presend.openai.today.rules.request_parts import CREATE, WITH_TOOLS, has_more_items, text_of
from presend.problems import Finding
from presend.rule import Rule, rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

FORMAT = "TextResponseFormatJsonSchema"
EVERY_LEVEL = "A request to /responses has no members that the API does not know, at any level"
SEEN = "(openai-python#3146, agent-framework#2203; 609 recorded requests)"
# Models without reasoning, according to the spec, and models before GPT-5's successors (2026-08-21).
NO_REASONING = re.compile(r"(gpt-3|gpt-4|chatgpt-4)")
NO_CONCISE = re.compile(r"(o\d|gpt-5(-mini|-nano|-pro|-codex)?(-\d{4}|$))")
SLOW = ("2h", "8h")  # windows of background work
STANDARD = ("auto", "default", None)  # service tiers of standard processing

no_unknown_members = Rule(
    "observed.response.no-unknown-members",
    "error",
    "observed",
    f"{EVERY_LEVEL} {SEEN}.",
    "Remove the member, or fix its name. Objects that come from an SDK may hold more than they were answered with.",
    at=(CREATE, "TokenCountsBody", "CompactResponseMethodPublicBody"),
    as_of="2026-08-21",
)
no_unknown_members_of_chat = Rule(
    "observed.chat.no-unknown-members",
    "error",
    "observed",
    f"A request to /chat/completions has no members that the API does not know at its top level {SEEN}.",
    "Remove the member, or fix its name.",
    at=("CreateChatCompletionRequest",),
    as_of="2026-08-21",
)
context_management_is_compaction = Rule(
    "response.context-management.type",
    "error",
    "prose",
    "An entry of context_management has the type compaction.",
    "Send {'type': 'compaction'}.",
    said("ContextManagementParam/properties/type"),
    ("ContextManagementParam",),
)
format_name_has_plain_characters = Rule(
    "response.text.json-schema.name.charset",
    "error",
    "prose",
    "The name of a response format has only ASCII letters, digits, underscores and dashes.",
    "Use only ASCII letters, digits, '_' and '-', at least one.",
    said(f"{FORMAT}/properties/name"),
    (FORMAT,),
)
format_name_has_at_most_64_characters = Rule(
    "response.text.json-schema.name.max-length",
    "error",
    "prose",
    "The name of a response format has at most 64 characters.",
    "Shorten the name.",
    said(f"{FORMAT}/properties/name"),
    (FORMAT,),
)
personality_has_at_most_64_characters = Rule(
    "input-tokens.personality.max-length",
    "error",
    "prose",
    "personality has at most 64 characters.",
    "Name a personality; what it should be like belongs to instructions.",
    said("TokenCountsBody/properties/personality"),
    ("TokenCountsBody",),
)


@rule(
    "response.model.given",
    "warning",
    "inferred",
    "A request names its model, unless a stored prompt does.",
    "Add model.",
    at=CREATE,
    sources=said("ResponseProperties/properties/model"),
)
def response_has_a_model(request: Any) -> Iterator[Finding]:
    if request.get("model") is None and request.get("prompt") is None:
        yield Finding("Missing required parameter: {param}.", "missing_required_parameter", ("model",))


@rule(
    "response.background-options.window",
    "error",
    "prose",
    "A completion_window of 2h or 8h needs background: true, no stream, and standard processing (SDK 3.57.0).",
    "Set background to true, and leave stream and service_tier out.",
    at=CREATE,
    as_of="2026-08-21",
)
def slow_work_is_in_the_background(request: Any) -> Iterator[Finding]:
    options = request.get("background_options")
    window = options.get("completion_window") if isinstance(options, dict) else None
    if window not in SLOW:
        return
    is_standard = request.get("service_tier") in STANDARD
    if request.get("background") is not True or request.get("stream") is True or not is_standard:
        text = f"Invalid {{param}}: '{window}' needs 'background': true, no stream, and standard processing."
        yield Finding(text, member=("background_options", "completion_window"))


@rule(
    "response.reasoning.model",
    "warning",
    "prose",
    "reasoning is for gpt-5 and o-series models.",
    "Leave reasoning out, or send another model.",
    at=WITH_TOOLS,
    sources=said("Reasoning", "TokenCountsBody/properties/reasoning/anyOf/0"),
    as_of="2026-08-21",
)
def reasoning_is_for_reasoning_models(request: Any) -> Iterator[Finding]:
    if isinstance(request.get("reasoning"), dict) and NO_REASONING.match(text_of(request.get("model")) or ""):
        yield Finding(
            "Unsupported parameter: {param} is not supported with this model.", "unsupported_parameter", ("reasoning",)
        )


@rule(
    "response.reasoning.summary-concise",
    "warning",
    "prose",
    "The summary concise is for computer-use-preview and reasoning models after gpt-5.",
    "Send 'auto' or 'detailed'.",
    at=CREATE,
    sources=said("Reasoning/properties/summary/anyOf/0"),
    as_of="2026-08-21",
)
def concise_summary_is_for_later_models(request: Any) -> Iterator[Finding]:
    reasoning = request.get("reasoning")
    is_concise = isinstance(reasoning, dict) and reasoning.get("summary") == "concise"
    if is_concise and NO_CONCISE.match(text_of(request.get("model")) or ""):
        text = "Unsupported value: {param} does not support 'concise' with this model."
        yield Finding(text, "unsupported_value", ("reasoning", "summary"))


@rule(
    "response.max-tool-calls.positive",
    "warning",
    "inferred",
    "max_tool_calls is a number of calls, so at least 1.",
    "Send 1 or more, or leave it out.",
    at=f"{CREATE}.max_tool_calls",
    sources=said("ResponseProperties/properties/max_tool_calls/anyOf/0"),
)
def max_tool_calls_is_positive(most: Any) -> Iterator[Finding]:
    if isinstance(most, int) and most < 1:
        yield Finding(f"Invalid {{param}}: expected a value >= 1, but got {most}.", "integer_below_min_value")


@rule(
    "response.instructions.not-carried-over",
    "note",
    "prose",
    "The instructions of the previous response do not carry over.",
    "Send instructions again, where they are still meant.",
    at=CREATE,
    sources=said(f"{CREATE}/allOf/2/properties/instructions/anyOf/0"),
)
def instructions_are_sent_again(request: Any) -> Iterator[Finding]:
    if isinstance(request.get("previous_response_id"), str) and "instructions" not in request:
        text = "Consider sending {param}: those of the previous response do not carry over."
        yield Finding(text, "", ("instructions",))


@rule(
    "response.text.json-object.gpt-4o",
    "note",
    "prose",
    "json_object is not recommended for gpt-4o and newer models: json_schema is.",
    "Send a json_schema.",
    at="TextResponseFormatJsonObject",
    sources=said("TextResponseFormatConfiguration"),
)
def json_schema_is_better(form: Any) -> Iterator[Finding]:
    if type_of(form) == "json_object":
        yield Finding("Consider 'json_schema' for {param}: it is recommended from gpt-4o on.", "", ("type",))


@rule(
    "response.text.json-object.instruction",
    "error",
    "prose",
    "With json_object, some text of the input asks for JSON: an error where no other place can (7 recorded requests).",
    "Say in the input that the answer is to be JSON.",
    at=CREATE,
    sources=said("ResponseFormatJsonObject"),
    as_of="2026-08-21",
)
def json_is_asked_for(request: Any) -> Iterator[Finding]:
    text = request.get("text")
    if type_of(text.get("format") if isinstance(text, dict) else None) != "json_object" or _says_json(
        request.get("input")
    ):
        return
    is_elsewhere = (
        has_more_items(request) or request.get("prompt") is not None or _says_json(request.get("instructions"))
    )
    sentence = (
        "Invalid {param}: the input has to contain the word 'json' in some form, to use the format 'json_object'."
    )
    yield Finding(sentence, member=("input",), severity="warning" if is_elsewhere else None)


def _says_json(value: Any) -> bool:
    """Say whether a text in a value has the word, in any letters; no recursion."""
    waiting = [value]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str) and "json" in part.lower():
            return True
        if isinstance(part, list):
            waiting.extend(part)
        elif isinstance(part, dict):
            waiting.extend(part.values())
    return False
