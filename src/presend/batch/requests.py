"""Rules for the url and the body of one request of a batch."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from presend.batch.rules import (
    CHAT,
    CHAT_PREFIX,
    ENDPOINTS,
    INVALID_REQUEST,
    INVALID_URL,
    MODEL_NAMED,
    NEEDED,
    NO_STREAM,
    RESPONSES,
    STREAM_OFF,
    STREAMING,
    URL_KNOWN,
)
from presend.problems import Finding
from presend.schema.keywords import did_you_mean, listed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.problems import Severity
    from presend.rule import Rule

VERSION = "/v1"


def url_faults(
    url: object, schema_of: Callable[[str], str | None], *, is_built_in: bool
) -> Iterator[tuple[Rule, Finding]]:
    """Yield the problems of an endpoint; a warning if it may be newer than the list.

    Args:
        url: The endpoint, as the request gives it.
        schema_of: Returns the schema of the bodies for an endpoint, if the pack has it.
        is_built_in: Whether the pack is built in; a user's own pack knows its server.
    """
    if not isinstance(url, str) or not url.startswith("/") or url in ENDPOINTS:
        return
    is_held = schema_of(url) is not None
    if is_held and not is_built_in:
        return
    if VERSION + url in ENDPOINTS:
        hint = f" Did you mean '{VERSION}{url}'? Azure accepts the path without {VERSION}."
    else:
        hint = did_you_mean(url, ENDPOINTS) or f" Known are {listed(ENDPOINTS)}."
    severity: Severity = "error" if is_held and VERSION + url not in ENDPOINTS else "warning"
    text = f"Invalid {{param}}: expected an endpoint that the Batch API serves.{hint}"
    yield URL_KNOWN, Finding(text, INVALID_URL, ("url",), severity=severity)


def body_faults(request: dict[str, Any]) -> Iterator[tuple[Rule, Finding]]:
    """Yield the problems of a body that its operation accepts but a batch refuses."""
    body = request.get("body")
    if not isinstance(body, dict):
        return
    if body.get("stream") is True:
        of_chat = CHAT_PREFIX if request.get("url") == CHAT else ""
        yield STREAM_OFF, Finding(f"{of_chat}{NO_STREAM} {STREAM_OFF.fix}", STREAMING, ("body", "stream"))
    if request.get("url") == RESPONSES and "model" not in body:
        yield MODEL_NAMED, Finding(f"{NEEDED['model']} {MODEL_NAMED.fix}", INVALID_REQUEST, ("body", "model"))
