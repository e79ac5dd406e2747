"""Quick test of the messages of a chat request, shared by all rules that visit them."""

from __future__ import annotations

import re
from typing import Any

from presend.openai.today.model_facts import fact_of
from presend.reading.json_text import is_json

NAME = re.compile(r"[A-Za-z0-9_-]+")  # of a called function
LONGEST_ID = 40  # most characters of a call's id in observed answers
OTHERS = ("function_call", "audio", "refusal")  # members of a message with rules of their own


def messages_are_plain(request: Any) -> bool:
    """Say whether it is proven that the messages have no problems.

    They are texts and images from the web; each call of an assistant has plain names and JSON text, and is answered
    right behind it; no part has a breakpoint.
    """
    messages = request.get("messages")
    if type(messages) is not list:
        return False
    called: set[str] = set()
    waiting: set[str] = set()
    for message in messages:
        if type(message) is not dict:
            return False
        role, content = message.get("role"), message.get("content")
        if role == "tool":
            answered = message.get("tool_call_id")
            if type(answered) is not str or answered not in called:
                return False
            waiting.discard(answered)
        elif waiting:
            return False
        else:
            called = set()
            if role == "assistant":
                found = _called(message, content)
                if found is None:
                    return False
                called, waiting = found, found.copy()
            elif role == "system" and fact_of(request.get("model"), "instructions"):
                return False
        if type(content) is not str and content is not None and not _are_plain(content):
            return False
    return not waiting


def _called(message: dict[str, Any], content: Any) -> set[str] | None:
    """Return the ids of the calls in an assistant's message, or `None` if other rules apply to the message."""
    calls = message.get("tool_calls")
    if not calls:
        return None if content is None else _of_few(message, set())
    ids = set()
    for call in calls if type(calls) is list else (None,):
        if type(call) is not dict or type(function := call.get("function")) is not dict:
            return None
        id_, name, arguments = call.get("id"), function.get("name"), function.get("arguments")
        if type(id_) is not str or len(id_) > LONGEST_ID or type(name) is not str or not NAME.fullmatch(name):
            return None
        if type(arguments) is not str or not is_json(arguments):
            return None
        ids.add(id_)
    return _of_few(message, ids)


def _of_few(message: dict[str, Any], ids: set[str]) -> set[str] | None:
    return None if any(name in message for name in OTHERS) else ids


def _are_plain(parts: Any) -> bool:
    """Say whether the parts of a message are texts and images from the web."""
    if type(parts) is not list:
        return False
    for part in parts:
        if type(part) is not dict or "prompt_cache_breakpoint" in part:
            return False
        kind = part.get("type")
        if kind == "image_url":
            image = part.get("image_url")
            url = image.get("url") if type(image) is dict else None
            if type(url) is not str or url[:5].lower() == "data:":
                return False
        elif kind != "text":
            return False
    return True
