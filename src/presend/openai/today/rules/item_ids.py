"""Ids of the items in `input`, from observed answers: prefix, characters, length, uniqueness."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items, type_of
from presend.openai.today.rules.plain_input import items_have_no_ids
from presend.openai.today.rules.request_parts import (
    CONVERSATIONS,
    REQUESTS,
    WITH_TOOLS,
    kind_of_item,
)
from presend.problems import Finding
from presend.rule import Rule, rule, said
from presend.schema.keywords import maxLength

if TYPE_CHECKING:
    from collections.abc import Iterator

LISTS = (*(f"{name}.input" for name in REQUESTS), *(f"{name}.items" for name in CONVERSATIONS))
PREFIXES = {"message": "msg", "function_call": "fc", "reasoning": "rs", "custom_tool_call": "ctc"}
LONGEST = 64  # code points
PLAIN = re.compile(r"[A-Za-z0-9_-]*")
CHARACTERS = "Expected an ID that contains letters, numbers, underscores, or dashes, but it has other characters."


def _ids(listed: Any) -> Iterator[tuple[tuple[int, str], str, dict[str, Any]]]:
    for place, item in enumerate(items(listed)):
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            yield (place, "id"), item["id"], item


@rule(
    "observed.response.item-id.prefix",
    "error",
    "observed",
    "The id of an item begins as those of its type do: msg, fc, rs, ctc (continue#11785, free-claude-code#1826, copilot-language-server-release#46; 117 recorded requests).",  # noqa: E501
    "Send the id that the API gave the item, or leave id out.",
    at=LISTS,
    as_of="2026-09-30",
    look=items_have_no_ids,
)
def item_id_has_the_prefix_of_its_type(listed: Any) -> Iterator[Finding]:
    for path, name, item in _ids(listed):
        prefix = PREFIXES.get(kind_of_item(item) or "")
        if prefix and not name.startswith(prefix) and 0 < len(name) <= LONGEST and PLAIN.fullmatch(name):
            yield Finding(f"Invalid {{param}}: expected an ID that begins with '{prefix}'.", member=path)


@rule(
    "observed.response.item-id.charset",
    "error",
    "observed",
    "The id of an item has only ASCII letters, digits, underscores and dashes (codex#9360).",
    "Send the id that the API gave the item, or leave id out.",
    at=LISTS,
    as_of="2026-01-31",
    look=items_have_no_ids,
)
def item_id_has_plain_characters(listed: Any) -> Iterator[Finding]:
    for path, name, _ in _ids(listed):
        if len(name) <= LONGEST and not PLAIN.fullmatch(name):
            yield Finding(f"Invalid {{param}}. {CHARACTERS}", member=path)


@rule(
    "observed.response.item-id.length",
    "error",
    "observed",
    "The id of an item has 1 to 64 characters (oh-my-pi#284, hermes-agent#10788).",
    "Send the id that the API gave the item, or leave id out.",
    at=LISTS,
    as_of="2026-03-31",
    look=items_have_no_ids,
)
def item_id_has_1_to_64_characters(listed: Any) -> Iterator[Finding]:
    for path, name, _ in _ids(listed):
        for finding in maxLength(LONGEST, name):
            yield finding._replace(member=path)
        if not name:
            text = "Invalid {param}: empty string. Expected a string with minimum length 1, but got an empty string."
            yield Finding(text, "empty_string", path)


@rule(
    "observed.response.item-id.unique",
    "error",
    "observed",
    "No two items of a request have one id (pi#5147, continue#10200, vscode#321977).",
    "Remove the item that comes twice.",
    at=LISTS,
    as_of="2026-05-31",
    look=items_have_no_ids,
)
def item_ids_are_unique(listed: Any) -> Iterator[Finding]:
    seen: dict[str, int] = {}
    for (place, _), name, _ in _ids(listed):
        if seen.setdefault(name, place) != place:
            text = f"Invalid {{param}}: duplicate of item {seen[name]}, which has the same id."
            yield Finding(text, member=(place,), named=())


@rule(
    "observed.response.previous-response-id.charset",
    "error",
    "observed",
    "previous_response_id has only ASCII letters, digits, underscores and dashes (kaapi-backend#317).",
    "Send the id of a response: resp_….",
    at=tuple(f"{name}.previous_response_id" for name in REQUESTS),
    as_of="2025-08-31",
)
def previous_response_id_has_plain_characters(name: Any) -> Iterator[Finding]:
    if isinstance(name, str) and not PLAIN.fullmatch(name):
        yield Finding(f"Invalid {{param}}. {CHARACTERS}")


@rule(
    "observed.conversation.reasoning.id",
    "error",
    "observed",
    "A reasoning item that is added to a conversation has its id (openai-agents-python#1709).",
    "Send the id that the API gave the item.",
    at=tuple(f"{name}.items" for name in CONVERSATIONS),
    as_of="2026-05-31",
)
def reasoning_in_a_conversation_has_an_id(listed: Any) -> Iterator[Finding]:
    for place, item in enumerate(items(listed)):
        if type_of(item) == "reasoning" and item.get("id") is None:
            yield Finding("Invalid item {param}: expected a reasoning item with its id.", "invalid_item", (place,))


@rule(
    "response.previous-response-id.not-with-conversation",
    "error",
    "prose",
    "previous_response_id and conversation are not sent together.",
    "Send one of them.",
    at=WITH_TOOLS,
    sources=said("ResponseProperties/properties/previous_response_id/anyOf/0"),
)
def previous_response_and_conversation_exclude_one_another(request: Any) -> Iterator[Finding]:
    if isinstance(request.get("previous_response_id"), str) and request.get("conversation") is not None:
        text = "Invalid {param}: expected it without 'conversation', but got both."
        yield Finding(text, "mutually_exclusive_parameters", ("previous_response_id",))


call_id_has_at_most_64_characters = Rule(
    "observed.response.call-id.max-length",
    "error",
    "observed",
    "A call_id has at most 64 characters (Roo-Code#10763, 9router#393).",
    "Shorten it, in the call and in its output.",
    at=("FunctionToolCall", "CustomToolCall", "CustomToolCallOutput", "ComputerToolCall"),
    as_of="2026-01-31",
)

ELSEWHERE = {
    "observed.response.function-call.id-prefix": "Reported as `observed.response.item-id.prefix`.",
    "observed.response.input.no-null-status": "A schema keyword enforces it; reported as `schema.type`.",
}
