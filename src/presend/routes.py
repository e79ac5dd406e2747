"""Which path template does a URL belong to?

Decided 2026-11-22: before an operation's path may stand nothing, a base path that ends in a version (`/v1`,
`/gateway/v1`), or Azure's (`/openai`, `/openai/deployments/name`). Any other prefix makes it somebody else's path:
`POST /blog/moderations` is no moderation. The host does not count; query, fragment and a last slash do not either.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

T = TypeVar("T")
Row = tuple[re.Pattern[str], T]

_BASE = re.compile(r"(?:.*/)?(?:v[0-9]+[a-z0-9]*|openai|openai/deployments/[^/]+)|")
_PARAMETER = re.compile(r"\\\{[^/{}]+\\\}")  # as `re.escape` writes it


class Routes(Generic[T]):
    """Hold values by method and path template.

    >>> routes = Routes([("POST", "/threads/{thread_id}/runs", 1), ("POST", "/threads/runs", 2)])
    >>> routes.find("POST", "https://api.openai.com/v1/threads/thread_1/runs/?api-version=1")
    1
    """

    def __init__(self, rows: Iterable[tuple[str, str, T]]) -> None:
        table: dict[str, dict[int, list[tuple[int, Row[T]]]]] = {}
        for method, template, value in rows:
            path = template.strip("/")
            pattern = re.compile(_PARAMETER.sub("[^/]+", re.escape(path)))
            lengths = table.setdefault(method.upper(), {})
            lengths.setdefault(path.count("/") + 1, []).append((path.count("{"), (pattern, value)))
        # The longer path first, and of one length the one with fewer parameters: OpenAPI puts concrete paths first.
        self._rows: Mapping[str, list[tuple[int, list[Row[T]]]]] = {
            method: [
                (length, [row for _, row in sorted(lengths[length], key=lambda entry: entry[0])])
                for length in sorted(lengths, reverse=True)
            ]
            for method, lengths in table.items()
        }

    def find(self, method: str, url: str) -> T | None:
        """Return the value of the template that a URL or path belongs to; `None` where there is none."""
        whole = path_of(url)
        segments = whole.strip("/").split("/") if whole.startswith("/") else []
        for length, rows in self._rows.get(method.upper(), ()):
            if len(segments) < length or not _BASE.fullmatch("/".join(segments[:-length])):
                continue
            path = "/".join(segments[-length:])
            for pattern, value in rows:
                if pattern.fullmatch(path):
                    return value
        return None


def path_of(url: str) -> str:
    """Return the path of a URL, or of a path with a query.

    >>> path_of("https://api.openai.com/v1/moderations?api-version=1")
    '/v1/moderations'
    """
    path = url.partition("#")[0].partition("?")[0]
    scheme, mark, rest = path.partition("://")
    return f"/{rest.partition('/')[2]}" if mark and "/" not in scheme else path
