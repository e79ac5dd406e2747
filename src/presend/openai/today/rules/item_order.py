"""Items that require one another: calls and outputs, reasoning and the item after it, and the last item."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items, type_of
from presend.openai.today.rules.plain_input import conversation_is_plain, items_have_no_ids
from presend.openai.today.rules.request_parts import (
    CREATE,
    REQUESTS,
    is_carried_on,
    items_by_kind,
    text_of,
)
from presend.problems import Finding
from presend.rule import rule, said

if TYPE_CHECKING:
    from collections.abc import Iterator

CALLS = {"function_call": "arguments", "custom_tool_call": "input"}  # type of an item → the item that it requires
OUTPUTS = {"function_call_output": "output", "custom_tool_call_output": "output"}
SENT = ("user", "system", "developer")  # roles of messages that are not from a model
NOT_REASONING = ("gpt-3.5", "gpt-4", "chatgpt-4o")  # models that make no reasoning items (answers of 2026-08)
SAYS_FUNCTION_OUTPUT = said(
    "FunctionCallOutputItemParam/properties/call_id/anyOf/0", "CustomToolCallOutput/properties/call_id"
)


Listed = tuple[str, int, dict[str, Any]]


def _whole(by_kind: dict[str | None, list[Listed]], kinds: dict[str, str]) -> list[tuple[str, int, str]]:
    """Return member, place and call_id of items of some kinds; of those that lack something the schema tells that."""
    return sorted(
        (member, place, item["call_id"])
        for kind, needed in kinds.items()
        for member, place, item in by_kind.get(kind, ())
        if needed in item and isinstance(item.get("call_id"), str) and item.get("async") is not True
    )


def _call_ids(by_kind: dict[str | None, list[Listed]], ending: str) -> set[str | None]:
    """Return the call ids of items whose type has an ending."""
    alike = (listed for kind, listed in by_kind.items() if (kind or "").endswith(ending))
    return {text_of(item.get("call_id")) for listed in alike for _, _, item in listed}


@rule(
    "function-call-output.call-present",
    "error",
    "inferred",
    "An output answers a call: in the input, or in the previous response or the conversation (continue#10092, codex#93; 150 recorded requests).",  # noqa: E501
    "Send the call before its output, or previous_response_id.",
    at=REQUESTS,
    sources=SAYS_FUNCTION_OUTPUT,
    as_of="2026-08-21",
    look=conversation_is_plain,
)
def output_has_its_call(request: Any) -> Iterator[Finding]:
    if not isinstance(request.get("input"), list):
        return
    by_kind = items_by_kind(request)
    wanted = _whole(by_kind, OUTPUTS)
    if not wanted or is_carried_on(request, by_kind):
        return
    made = _call_ids(by_kind, "_call")
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
    look=conversation_is_plain,
)
def call_has_its_output(request: Any) -> Iterator[Finding]:
    if not isinstance(request.get("input"), list):
        return
    by_kind = items_by_kind(request)
    wanted = _whole(by_kind, CALLS)
    if not wanted or is_carried_on(request, by_kind):
        return
    answered = _call_ids(by_kind, "_output")
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
    look=items_have_no_ids,
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
    look=conversation_is_plain,
)
def call_of_a_reasoning_model_has_its_reasoning(request: Any) -> Iterator[Finding]:
    if not isinstance(request.get("input"), list):
        return
    if (text_of(request.get("model")) or "").startswith(NOT_REASONING):
        return
    by_kind = items_by_kind(request)
    if "function_call" not in by_kind or is_carried_on(request, by_kind):
        return
    first = min(((member, place) for member, place, _ in by_kind.get("reasoning", ())), default=None)
    for member, place, item in by_kind["function_call"]:
        if first is not None and (member, place) > first:
            return
        if (text_of(item.get("id")) or "").startswith("fc"):
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
    look=conversation_is_plain,
)
def reasoning_is_followed_by_its_item(request: Any) -> Iterator[Finding]:
    if not isinstance(request.get("input"), list):
        return
    by_kind = items_by_kind(request)
    if "reasoning" not in by_kind or is_carried_on(request, by_kind):
        return
    for member, place, item in by_kind["reasoning"]:
        if item.get("id") is None or item.get("encrypted_content") is not None:
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
    for member, place, item in items_by_kind(request).get("reasoning", ()):
        if "encrypted_content" not in item:
            text = "Consider encrypted_content in {param}: with store false, its id refers to what was not stored."
            yield Finding(text, "", (member, place))
