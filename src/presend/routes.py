"""Which path template does a URL belong to?

Decided 2026-11-22: before an operation's path may stand nothing, a base path that ends in a version (`/v1`,
`/gateway/v1`), or Azure's (`/openai`, `/openai/deployments/name`). Any other prefix makes it somebody else's path:
`POST /blog/moderations` is no moderation. Host, fragment and a last slash do not count; nor does a query, except what
of it the template has too.
"""

from __future__ import annotations

import dataclasses
import re
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")

DEFAULT_PORTS = {"https": 443, "http": 80}
_BASE = re.compile(r"(?:.*/)?(?:v[0-9]+[a-z0-9]*|openai|openai/deployments/[^/]+)|")
_PARAMETER = re.compile(r"\\\{[^/{}]+\\\}")  # as `re.escape` writes it


@dataclasses.dataclass(frozen=True, slots=True)
class Route(Generic[T]):
    """One template: its path, what its query has to hold, and what stands there."""

    pattern: re.Pattern[str]
    query: frozenset[str]
    values: list[T]


class Routes(Generic[T]):
    """Hold values by method and path template; of one template, several.

    >>> routes = Routes([("POST", "/threads/{thread_id}/runs", 1), ("POST", "/threads/runs", 2)])
    >>> routes.find("POST", "https://api.openai.com/v1/threads/thread_1/runs/?api-version=1")
    (1,)
    """

    def __init__(self, rows: Iterable[tuple[str, str, T]]) -> None:
        templates: dict[tuple[str, str], list[T]] = {}
        for method, template, value in rows:
            templates.setdefault((method.upper(), template), []).append(value)
        self._routes: dict[str, dict[int, list[Route[T]]]] = {}
        # A path with more segments first; of as many, one with fewer parameters, as OpenAPI has it, and more query.
        for (method, template), values in sorted(templates.items(), key=lambda row: _order(row[0][1])):
            path, _, query = template.partition("?")
            pattern = re.compile(_PARAMETER.sub("[^/]+", re.escape(path.strip("/"))))
            route = Route(pattern, _terms(query), values)
            self._routes.setdefault(method, {}).setdefault(_length(path), []).append(route)

    def find(self, method: str, url: str) -> tuple[T, ...]:
        """Return the values of the template that a URL or path belongs to; none where there is no such template."""
        path, query = split_url(url)
        segments = path.strip("/").split("/") if path.startswith("/") else []
        for length, routes in self._routes.get(method.upper(), {}).items():
            if len(segments) < length or not _BASE.fullmatch("/".join(segments[:-length])):
                continue
            own = "/".join(segments[-length:])
            for route in routes:
                if route.pattern.fullmatch(own) and (not route.query or route.query <= _terms(query)):
                    return tuple(route.values)
        return ()


def split_url(url: str) -> tuple[str, str]:
    """Return path and query of a URL, or of a path with a query.

    >>> split_url("https://api.openai.com/v1/moderations?api-version=1")
    ('/v1/moderations', 'api-version=1')
    """
    whole, _, query = url.partition("#")[0].partition("?")
    scheme, mark, rest = whole.partition("://")
    path = f"/{rest.partition('/')[2]}" if mark and "/" not in scheme else whole
    if "%" in path:
        from urllib.parse import unquote  # noqa: PLC0415 - slow to import, rarely needed

        path = "/".join(unquote(part).replace("/", "%2F") for part in path.split("/"))
    return path, query


def as_base(url: str) -> str:
    """Return a base URL as HTTP clients write it: host in small letters, no default port, no last slash.

    Raises:
        ValueError: It has no scheme or no host, or a host that is not written as it is looked up.

    >>> as_base("https://API.openai.com:443/v1/")
    'https://api.openai.com/v1'
    """
    from urllib.parse import urlsplit  # noqa: PLC0415 - slow to import, and targets do without

    parts = urlsplit(url)
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        raise ValueError("Expected a base URL like https://api.openai.com/v1, got one without scheme or host.")
    if not parts.hostname.isascii():
        raise ValueError("Expected a host as it is looked up, in ASCII, got other letters. Write it as xn--….")
    host = parts.netloc.rpartition("@")[2].lower().removesuffix(f":{DEFAULT_PORTS[parts.scheme]}")
    return f"{parts.scheme}://{host}{parts.path.rstrip('/')}"


def _order(template: str) -> tuple[int, int, int]:
    path, _, query = template.partition("?")
    return -_length(path), path.count("{"), -len(_terms(query))


def _length(path: str) -> int:
    return path.strip("/").count("/") + 1


def _terms(query: str) -> frozenset[str]:
    return frozenset(query.split("&")) if query else frozenset()
