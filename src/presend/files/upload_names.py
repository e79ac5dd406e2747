"""The file name and the content type that the SDK sends with an upload.

Measured 2026-11-22 with openai 3.54.0 over httpx2 2.16.2, against a server on the same machine:

- Bytes are sent as file `upload`. A path gives its last part as the name. So does the `name` of a file object, such as
  `4` of a `TemporaryFile` and `None` of a `SpooledTemporaryFile`. A file object without a name is sent as `upload`.
- The name in a tuple is sent unchanged; an empty name and None are not sent. The same holds for its content type, if it
  is not None. A header whose name contains "content-type", among the headers of the tuple, replaces it.
- Without a content type, `mimetypes` of the standard library guesses one from the name, else it is
  application/octet-stream. Without a name there is no content type.
"""

from __future__ import annotations

import mimetypes
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from presend.files.upload_faults import UploadFault, refusing_failures, require_content, type_name

UNNAMED = "upload"  # httpx2's name for a part that has none
UNKNOWN_TYPE = "application/octet-stream"
TUPLE_SIZES = (2, 3, 4)  # (file name, content[, content type[, headers]])
TUPLE_DEFAULTS: tuple[Any, ...] = (None, None, None, {})


def guess_part(value: object) -> tuple[str | None, str | None]:
    """Return the file name and the content type that the SDK sends with a value; `None` for none.

    Args:
        value: As for `open_upload`; nothing is read.

    Raises:
        UploadFault: A file field does not take the value.

    >>> guess_part(b"GIF89a")
    ('upload', 'application/octet-stream')
    >>> guess_part(("cat.png", b"GIF89a"))
    ('cat.png', 'image/png')
    """
    if isinstance(value, tuple):
        name, content_type, headers = _split_tuple(value)
    else:
        name, content_type, headers = _own_name(value), None, {}
    own = {key.lower(): text for key, text in headers.items() if "content-type" in key.lower()}
    if own:
        return name or None, own.get("content-type")
    if content_type is None and name:
        content_type = mimetypes.guess_type(name)[0] or UNKNOWN_TYPE
    return name or None, content_type


def _split_tuple(value: tuple[Any, ...]) -> tuple[str | None, str | None, Mapping[str, str]]:
    """Return the file name, content type and headers of a tuple; raise if it has another shape."""
    if len(value) not in TUPLE_SIZES:
        shape = "(file name, content[, content type[, headers]])"
        raise UploadFault(f"Expected a tuple {shape}, got one of length {len(value)}.")
    name, content, content_type, headers = (*value, *TUPLE_DEFAULTS[len(value) :])
    for place, item in (("file name", name), ("content type", content_type)):
        if not isinstance(item, str | None):
            raise UploadFault(f"Expected a str or None as {place} in the tuple, got {type_name(item)}.")
    if not isinstance(headers, Mapping):
        raise UploadFault(f"Expected a mapping as headers in the tuple, got {type_name(headers)}.")
    if not all(isinstance(text, str) for item in headers.items() for text in item):
        raise UploadFault("Expected str keys and values in the tuple's headers, got others.")
    require_content(content)
    return name, content_type, headers


def _own_name(content: object) -> str:
    require_content(content)
    with refusing_failures():
        return Path(content if isinstance(content, os.PathLike) else str(getattr(content, "name", UNNAMED))).name
