"""Find the path template that a URL belongs to.

Decided 2026-11-22: an operation's path may follow nothing, a base path that ends in a version (`/v1`, `/gateway/v1`),
or Azure's (`/openai`, `/openai/deployments/name`). Any other prefix makes it a path of another API:
`POST /blog/moderations` is no moderation. Host and fragment are ignored. So is the query, except the part of it that
the template has too. A last slash counts only if one template has it and another has not, as in `/a` and `/a/`.
Decided 2026-11-29: a letter and its percent-encoding are the same, in templates and in URLs; an encoded slash is part
of a value.
"""

from __future__ import annotations

import functools
import re
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

T = TypeVar("T")

DEFAULT_PORTS = {"https": 443, "http": 80}
_BASE = re.compile(r"(?:.*/)?(?:v[0-9]+[a-z0-9]*|openai|openai/deployments/[^/]+)|")
_PARAMETER = re.compile(r"(\{[^/{}]+\})")


class Route(Generic[T]):
    """One template: its path, whether that ends with a slash, its required query, and its value."""

    def __init__(self, template: str, values: list[T]) -> None:
        path, _, query = template.partition("?")
        self.parts = _PARAMETER.split(path.strip("/"))  # text and parameter in turn
        self.start = _decoded(self.parts[0])
        self.has_slash = path.endswith("/")
        self.query = _terms(query)
        self.values = values

    def fits(self, path: str, query: str) -> bool:
        """Say whether a decoded path, without the slashes around it, and a query belong to the template."""
        if not path.startswith(self.start):
            return False
        is_so = path == self.start if len(self.parts) == 1 else self._pattern.fullmatch(path) is not None
        return is_so and (not self.query or self.query <= _terms(query))

    @functools.cached_property
    def _pattern(self) -> re.Pattern[str]:
        """A regular expression for the decoded paths of the template, made on first use."""
        parts = enumerate(self.parts)
        return re.compile("".join("[^/]+" if number % 2 else re.escape(_decoded(part)) for number, part in parts))


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
        # More segments come first, then fewer parameters (as OpenAPI requires), then more query.
        for (method, template), values in sorted(templates.items(), key=lambda row: _order(row[0][1])):
            length = _length(template.partition("?")[0])
            self._routes.setdefault(method, {}).setdefault(length, []).append(Route(template, values))

    def find(self, method: str, url: str) -> tuple[T, ...]:
        """Return the values of the template of a URL or path; none if no template fits."""
        path, query = split_url(url)
        if not path.startswith("/"):
            return ()
        near: Route[T] | None = None
        for route in self._fitting(method.upper(), path, query):
            if route.has_slash == path.endswith("/"):
                return tuple(route.values)
            near = near or route
        return tuple(near.values) if near else ()

    def _fitting(self, method: str, path: str, query: str) -> Iterator[Route[T]]:
        """Yield the templates that fit a path, ignoring a last slash, the most specific first."""
        segments = path.strip("/").split("/") if path.strip("/") else []
        for length, routes in self._routes.get(method, {}).items():
            start = len(segments) - length
            if start < 0 or not _BASE.fullmatch("/".join(segments[:start])):
                continue
            own = "/".join(segments[start:])
            yield from (route for route in routes if route.fits(own, query))


def split_url(url: str) -> tuple[str, str]:
    """Return path and query of a URL, or of a path with a query.

    >>> split_url("https://api.openai.com/v1/moderations?api-version=1")
    ('/v1/moderations', 'api-version=1')
    """
    whole, _, query = url.partition("#")[0].partition("?")
    scheme, mark, rest = whole.partition("://")
    path = f"/{rest.partition('/')[2]}" if mark and "/" not in scheme else whole
    return _decoded(path), query


def as_base(url: str) -> str:
    """Normalise a base URL like HTTP clients: lower-case host, no default port, no last slash.

    Raises:
        ValueError: It has no scheme or no host, or its host is not in ASCII.

    >>> as_base("https://API.openai.com:443/v1/")
    'https://api.openai.com/v1'
    """
    from urllib.parse import urlsplit  # slow to import, and targets do without

    parts = urlsplit(url)
    if parts.scheme not in DEFAULT_PORTS or not parts.hostname:
        raise ValueError("Expected a base URL like https://api.openai.com/v1, got one without scheme or host.")
    if not parts.hostname.isascii():
        raise ValueError("Expected a host in ASCII, got other letters. Write it as xn--….")
    host = parts.netloc.rpartition("@")[2].lower().removesuffix(f":{DEFAULT_PORTS[parts.scheme]}")
    return f"{parts.scheme}://{host}{parts.path.rstrip('/')}"


def _order(template: str) -> tuple[int, int, int]:
    path, _, query = template.partition("?")
    return -_length(path), path.count("{"), -len(_terms(query))


def _length(path: str) -> int:
    return path.strip("/").count("/") + 1 if path.strip("/") else 0


def _terms(query: str) -> frozenset[str]:
    return frozenset(map(_decoded, query.split("&"))) if query else frozenset()


def _decoded(text: str) -> str:
    """Decode the percent-encoding in a URL, except encoded slashes."""
    if "%" not in text:
        return text
    from urllib.parse import unquote  # slow to import, rarely needed

    return "/".join(unquote(part).replace("/", "%2F") for part in text.split("/"))
