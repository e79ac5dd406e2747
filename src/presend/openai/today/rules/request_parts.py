"""Read the parts of a request to /responses, its two neighbours, and /conversations, whatever shape they have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.openai.rules.parts import items, type_of

if TYPE_CHECKING:
    from collections.abc import Iterator

CREATE = "CreateResponse"
WITH_TOOLS = (CREATE, "TokenCountsBody")  # the requests that have tools and a tool choice
REQUESTS = (*WITH_TOOLS, "CompactResponseMethodPublicBody")
CONVERSATIONS = ("CreateConversationBody", "CreateConversationItemsRequestWithItems")
ELSEWHERE_FROM = ("previous_response_id", "conversation")  # where earlier items may stand


def input_items(request: dict[str, Any]) -> Iterator[tuple[str, int, dict[str, Any]]]:
    """Yield the items of a request that are objects, each with the member that lists them and its place there."""
    for member in ("input", "items"):
        for place, item in enumerate(items(request.get(member))):
            if isinstance(item, dict):
                yield member, place, item


def kind_of_item(item: dict[str, Any]) -> str | None:
    """Return the type of an item; one that has a role and no type is a message."""
    return "message" if item.get("type") is None and "role" in item else type_of(item)


def has_more_items(request: dict[str, Any]) -> bool:
    """Say whether items stand elsewhere too: in an earlier response or a conversation, or behind a reference."""
    return any(request.get(member) is not None for member in ELSEWHERE_FROM) or any(
        kind_of_item(item) in (None, "item_reference", "compaction") for _, _, item in input_items(request)
    )


def tools_of(request: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the tools that are objects."""
    return [tool for tool in items(request.get("tools")) if isinstance(tool, dict)]


def text_of(value: Any) -> str | None:
    """Return a string as it is, and `None` for anything else."""
    return value if isinstance(value, str) else None
