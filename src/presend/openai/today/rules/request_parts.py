"""Read parts of requests to /responses and /conversations; a part may have any shape."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items

if TYPE_CHECKING:
    from collections.abc import Iterable

CREATE = "CreateResponse"
WITH_TOOLS = (CREATE, "TokenCountsBody")  # the requests that have tools and a tool choice
REQUESTS = (*WITH_TOOLS, "CompactResponseMethodPublicBody")
CONVERSATIONS = ("CreateConversationBody", "CreateConversationItemsRequestWithItems")
LISTS = ("input", "items")
ELSEWHERE_BY = frozenset({None, "item_reference", "compaction"})  # types of items that stand for others, or may
ELSEWHERE_FROM = ("previous_response_id", "conversation")  # members that refer to earlier items


def input_items(request: dict[str, Any]) -> list[tuple[str, int, dict[str, Any]]]:
    """Return the items of a request that are objects, each with the member that lists them and its place there."""
    return [
        (member, place, item)
        for member in LISTS
        for place, item in enumerate(items(request.get(member)))
        if isinstance(item, dict)
    ]


def items_by_kind(request: dict[str, Any]) -> dict[str | None, list[tuple[str, int, dict[str, Any]]]]:
    """Return the same by the type of the item, for rules that look for several."""
    found: dict[str | None, list[tuple[str, int, dict[str, Any]]]] = {}
    for listed in input_items(request):
        found.setdefault(kind_of_item(listed[2]), []).append(listed)
    return found


def kind_of_item(item: dict[str, Any]) -> str | None:
    """Return the type of an item; one that has a role and no type is a message."""
    kind = item.get("type")
    if kind is None:
        return "message" if "role" in item else None
    return kind if isinstance(kind, str) else None


def has_more_items(request: dict[str, Any]) -> bool:
    """Say whether there are more items: in an earlier response or a conversation, or behind a reference."""
    return is_carried_on(request, [kind_of_item(item) for _, _, item in input_items(request)])


def is_carried_on(request: dict[str, Any], kinds: Iterable[str | None]) -> bool:
    """Say the same of a request whose items have some types."""
    for member in ELSEWHERE_FROM:
        if request.get(member) is not None:
            return True
    return not ELSEWHERE_BY.isdisjoint(kinds)


def tools_of(request: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the tools that are objects."""
    return [tool for tool in items(request.get("tools")) if isinstance(tool, dict)]


def text_of(value: Any) -> str | None:
    """Return a string unchanged, and `None` for anything else."""
    return value if isinstance(value, str) else None
