"""Items that need one another: calls and their outputs, reasoning and what follows it, what has to come last."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items, type_of
from presend.openai.today.rules.request_parts import (
    CREATE,
    REQUESTS,
    has_more_items,
    input_items,
    kind_of_item,
    text_of,
)
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

CALLS = {"function_call": "arguments", "custom_tool_call": "input"}  # the type of an item → what makes it whole
OUTPUTS = {"function_call_output": "output", "custom_tool_call_output": "output"}
SENT = ("user", "system", "developer")  # roles of messages that no model has made
NOT_REASONING = ("gpt-3.5", "gpt-4", "chatgpt-4o")  # models that make no reasoning items (answers of 2026-08)
SAYS_FUNCTION_OUTPUT = said(
    "FunctionCallOutputItemParam/properties/call_id/anyOf/0", "CustomToolCallOutput/properties/call_id"
)


def _whole(request: dict[str, Any], kinds: dict[str, str]) -> Iterator[tuple[str, int, str]]:
    """Yield member, place and call_id of items of some kinds; of those that lack something the schema tells that."""
    for member, place, item in input_items(request):
        needed = kinds.get(kind_of_item(item) or "")
        if needed in item and isinstance(item.get("call_id"), str) and item.get("async") is not True:
            yield member, place, item["call_id"]


@rule(
    "function-call-output.call-present",
    "error",
    "inferred",
    "An output answers a call: in the input, or in the previous response or the conversation (continue#10092, codex#93; 150 recorded requests).",  # noqa: E501
    "Send the call before its output, or previous_response_id.",
    at=REQUESTS,
    sources=SAYS_FUNCTION_OUTPUT,
    as_of="2026-08-21",
)
def output_has_its_call(request: Any) -> Iterator[Finding]:
    if not isinstance(request.get("input"), list):
        return
    wanted = list(_whole(request, OUTPUTS))
    if not wanted or has_more_items(request):
        return
    made = {
        text_of(item.get("call_id"))
        for _, _, item in input_items(request)
        if (kind_of_item(item) or "").endswith("_call")
    }
    for member, place, call in wanted:
        if call not in made:
            text = "Invalid {param}: no tool call found for this function call output."
            yield Finding(text, member=(member, place), named=(member,))


@rule(
    "observed.response.function-call.output-present",
    "error",
    "observed",
    "A call is answered by its output (continue#10092, codex#93; 150 recorded requests).",
    "Send the output of the call too.",
    at=CREATE,
    as_of="2026-08-21",
)
def call_has_its_output(request: Any) -> Iterator[Finding]:
    if not isinstance(request.get("input"), list):
        return
    wanted = list(_whole(request, CALLS))
    if not wanted or has_more_items(request):
        return
    answered = {
        text_of(item.get("call_id"))
        for _, _, item in input_items(request)
        if (kind_of_item(item) or "").endswith("_output")
    }
    for member, place, call in wanted:
        if call not in answered:
            text = "Invalid {param}: no tool output found for this function call."
            yield Finding(text, member=(member, place), named=(member,))


@rule(
    "response.input.compaction-trigger.last",
    "error",
    "prose",
    "A compaction_trigger is the last item of the input.",
    "Move it to the end.",
    at=tuple(f"{name}.input" for name in REQUESTS),
    sources=said("CompactionTriggerItemParam"),
)
def compaction_trigger_comes_last(listed: Any) -> Iterator[Finding]:
    for place, item in enumerate(items(listed)[:-1]):
        if type_of(item) == "compaction_trigger":
            yield Finding("Invalid {param}: expected a compaction_trigger as the last item.", member=(place,))


@rule(
    "response.input.keep-reasoning-items",
    "warning",
    "prose",
    "Calls of reasoning models are sent back with their reasoning item (openai-node#1567, continue#11785).",
    "Send the reasoning item before the call, or leave out the id of the call.",
    at=CREATE,
    sources=said("ReasoningItem"),
    as_of="2026-08-21",
)
def call_of_a_reasoning_model_has_its_reasoning(request: Any) -> Iterator[Finding]:
    if not isinstance(request.get("input"), list):
        return
    if has_more_items(request) or (text_of(request.get("model")) or "").startswith(NOT_REASONING):
        return
    for member, place, item in input_items(request):
        kind = kind_of_item(item)
        if kind == "reasoning":
            return
        if kind == "function_call" and (text_of(item.get("id")) or "").startswith("fc"):
            yield Finding(
                "Expected the reasoning item before {param}, which a reasoning model has made.", "", (member, place)
            )
            return


@rule(
    "observed.response.reasoning.followed",
    "warning",
    "observed",
    "A reasoning item is followed by what the model made of it (continue#8933, openai-node#1567, vercel/ai#7099).",
    "Send the item that followed it, or leave the reasoning item out.",
    at=CREATE,
    as_of="2025-11-30",
)
def reasoning_is_followed_by_its_item(request: Any) -> Iterator[Finding]:
    if not isinstance(request.get("input"), list):
        return
    if has_more_items(request):
        return
    for member, place, item in input_items(request):
        if kind_of_item(item) != "reasoning" or item.get("id") is None or item.get("encrypted_content") is not None:
            continue
        following = request[member][place + 1 : place + 2]
        if not following or (isinstance(following[0], dict) and following[0].get("role") in SENT):
            text = "Invalid {param}: an item of the type 'reasoning' is without its required following item."
            yield Finding(text, member=(member, place), named=(member,))


@rule(
    "response.store.encrypted-reasoning",
    "note",
    "inferred",
    "Without store, reasoning items are carried on by their encrypted_content (vercel/ai#7543, hermes-agent#10217).",
    "Ask for it: include: ['reasoning.encrypted_content'].",
    at=CREATE,
    sources=said("ReasoningItem/properties/encrypted_content/anyOf/0"),
)
def unstored_reasoning_is_encrypted(request: Any) -> Iterator[Finding]:
    if request.get("store") is not False:
        return
    for member, place, item in input_items(request):
        if kind_of_item(item) == "reasoning" and "encrypted_content" not in item:
            text = "Consider encrypted_content in {param}: with store false, its id refers to what was not stored."
            yield Finding(text, "", (member, place))
