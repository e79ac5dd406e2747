"""Download a spec from an https address, with limits on size and time."""

from __future__ import annotations

import time
import urllib.error
import urllib.parse
import urllib.request
from http.client import HTTPException
from typing import TYPE_CHECKING

from presend_codegen.source.load import MAX_BYTES, SpecError

if TYPE_CHECKING:
    from http.client import HTTPMessage, HTTPResponse
    from typing import IO

SCHEME = "https"
SECONDS = 30  # longest wait for an answer, or for the next piece of it
MOST_SECONDS = 300  # for the whole download
PIECE = 65_536  # bytes


class _OnlyHttps(urllib.request.HTTPRedirectHandler):
    def redirect_request(  # noqa: PLR0913, PLR0917 - the base class's signature
        self, req: urllib.request.Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> urllib.request.Request | None:
        """Follow a redirect only if it leads to another https address."""
        require_https(newurl)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


def is_address(spec: str) -> bool:
    """Say whether `spec` is an address, such as https://example.com/openapi.yaml, rather than a path of a file."""
    return "://" in spec


def require_https(address: str) -> None:
    """Refuse an address that is not https.

    Raises:
        SpecError: The address is not https.
    """
    parts = urllib.parse.urlsplit(address)
    if parts.scheme.lower() != SCHEME or not parts.hostname:
        raise SpecError(f"{parts.scheme}://{parts.hostname or ''}: expected an address that begins with https://")


def fetch(address: str) -> tuple[bytes, str]:
    """Return the content at an https address, and the last part of its path.

    Raises:
        SpecError: The address or a redirect is not https, or the server does not return a document.
    """
    require_https(address)
    opener = urllib.request.build_opener(_OnlyHttps)
    try:
        response: HTTPResponse
        with opener.open(address, timeout=SECONDS) as response:
            raw = _body(response, address)
    except urllib.error.HTTPError as error:
        raise SpecError(f"{address}: expected a document, got status {error.code}") from None
    # Refused, unknown host, bad certificate, cut off: none of these errors names the address.
    except (OSError, HTTPException) as error:
        reason = error.reason if isinstance(error, urllib.error.URLError) else error
        raise SpecError(f"{address}: cannot be fetched: {str(reason) or type(reason).__name__}") from None
    name = urllib.parse.urlsplit(address).path.rpartition("/")[2]
    return raw, name or address


def _body(response: HTTPResponse, address: str) -> bytes:
    """Return the body of a response, but at most one byte more than a document may have."""
    last = time.monotonic() + MOST_SECONDS
    raw = bytearray()
    while len(raw) <= MAX_BYTES and (piece := response.read(PIECE)):
        raw += piece
        if time.monotonic() > last:
            raise SpecError(f"{address}: expected the whole document within {MOST_SECONDS} seconds")
    return bytes(raw)
