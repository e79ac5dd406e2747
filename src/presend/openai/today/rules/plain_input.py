"""Quick tests of the items and tools of a request to /responses, shared by all rules that visit them."""

from __future__ import annotations

from typing import Any

from presend.openai.data_urls import is_web_address
from presend.openai.today.rules.plain_messages import messages_are_plain

CALLS = ("function_call", "custom_tool_call")
OUTPUTS = ("function_call_output", "custom_tool_call_output")


def conversation_is_plain(request: Any) -> bool:
    """Say whether it is proven that the messages of a chat request, or the items of /responses, have no problems."""
    if "messages" in request:
        return "input" not in request and "items" not in request and messages_are_plain(request)
    return "items" not in request and items_are_plain(request)


def items_are_plain(request: Any) -> bool:
    """Say whether it is proven that the items of `input` have no problems.

    They are messages, and calls without ids, each with its output; no part has a breakpoint.
    """
    listed = request.get("input")
    if listed is None or type(listed) is str:
        return True
    if type(listed) is not list:
        return False
    called: set[str] = set()
    answered: set[str] = set()
    for item in listed:
        if type(item) is not dict:
            return False
        kind = item.get("type")
        if kind in CALLS or kind in OUTPUTS:
            name = item.get("call_id")
            if type(name) is not str or (kind == CALLS[0] and "id" in item):
                return False
            (called if kind in CALLS else answered).add(name)
        elif kind != "message" and (kind is not None or "role" not in item):
            return False
        content = item.get("content")
        if type(content) is list and not _are_unmarked(content):
            return False
    return called == answered


def _are_unmarked(parts: list[Any]) -> bool:
    for part in parts:  # noqa: SIM110 - `all` takes twice as long
        if type(part) is not dict or "prompt_cache_breakpoint" in part:
            return False
    return True


def items_have_no_ids(listed: Any) -> bool:
    """Say whether no item of a list has an id, and none is the trigger of a compaction."""
    for item in listed if isinstance(listed, list) else ():
        if type(item) is not dict or "id" in item or item.get("type") == "compaction_trigger":
            return False
    return True


def tools_are_plain(tools: Any) -> bool:
    """Say whether no tool is an MCP server, or has a member that is about the other tools."""
    for tool in tools if isinstance(tools, list) else ():
        if type(tool) is not dict or tool.get("type") == "mcp" or "defer_loading" in tool or "allowed_callers" in tool:
            return False
    return True


def no_tool_has_previews(request: Any) -> bool:
    """Say whether no tool makes images that come part by part."""
    tools = request.get("tools")
    for tool in tools if isinstance(tools, list) else ():
        if type(tool) is not dict or "partial_images" in tool:
            return False
    return True


def message_is_plain(message: Any) -> bool:
    """Say whether a message is a text without a phase, or a user's parts that are all input."""
    content = message.get("content")
    if "phase" in message or (type(content) is not str and message.get("role") != "user"):
        return False
    for part in content if type(content) is list else ():
        kind = part.get("type") if type(part) is dict else None
        if kind not in ("input_text", "input_image", "input_file"):
            return False
    return type(content) in (str, list)


def part_has_an_image(part: Any) -> bool:
    """Say whether a part of a message has an image."""
    return part.get("image_url") is not None


def image_is_on_the_web(url: Any) -> bool:
    """Say whether an image is named by a web address."""
    return isinstance(url, str) and is_web_address(url)
