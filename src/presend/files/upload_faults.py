"""Errors for values that cannot be checked as uploads."""

from __future__ import annotations

import contextlib
import inspect
import io
import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ACCEPTED = "Expected bytes, a path object, a binary file or a tuple (file name, content)"
STR_IS_NO_PATH = f"{ACCEPTED}, got a str. A str is not a path: pass pathlib.Path(…) or open(…, 'rb')."
TEXT_MODE = "Expected a file in binary mode, got one in text mode. Open it with mode 'rb'."
ASYNC_FILE = "Expected a file that is read without await, got an asynchronous one. Pass what it reads: bytes."


class UploadFault(ValueError):  # an error of the value, not of presend
    """Error for a value that cannot be checked as an upload: what was expected, what was given, and advice."""


def require_content(content: object) -> None:
    """Refuse a value whose type cannot be content."""
    if isinstance(content, bytes | bytearray | memoryview | os.PathLike):
        return
    if isinstance(content, str):
        raise UploadFault(STR_IS_NO_PATH)
    if isinstance(content, io.TextIOBase):
        raise UploadFault(TEXT_MODE)
    with refusing_failures():
        read = getattr(content, "read", None)
    if inspect.iscoroutinefunction(read):
        raise UploadFault(ASYNC_FILE)
    if not callable(read) or isinstance(content, type):
        raise UploadFault(f"{ACCEPTED}, got {type_name(content)}.")


@contextlib.contextmanager
def refusing_failures() -> Iterator[None]:
    """Turn any exception of a path or file object, which is code of others, into an `UploadFault`."""
    try:
        yield
    except Exception as error:  # noqa: BLE001
        raise UploadFault(f"Expected a file that can be read, got {type(error).__name__} from it.") from None


def type_name(value: object) -> str:
    """Return how a message names the type of a value."""
    return "None" if value is None else type(value).__name__
