"""Open the value of a file field for a check, with the name and content type that the SDK sends.

Measured 2026-11-22 with openai 3.54.0 over httpx2 2.16.2, against a server on the same machine:

- The whole file is sent, from any position: httpx2 seeks to 0 first. So a check starts at 0 too, and `size` is that of
  the whole file.
- The SDK refuses bytearray and memoryview, and outside a tuple also a file object that is no `io.IOBase`, such as
  `NamedTemporaryFile`. It sends a str in a tuple as the content: a path written as a str uploads its own text.
"""

from __future__ import annotations

import contextlib
import dataclasses
import io
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, cast

from presend.files.upload_faults import TEXT_MODE, UploadFault, refusing_failures
from presend.files.upload_names import guess_part
from presend.files.upload_readers import GuardedReader, ViewReader, flat_view

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Upload", "UploadFault", "open_upload"]  # rules of users import these (docs/packs.md)

Kind = Literal["bytes", "path", "file"]
CLOSED = "Expected an open file, got a closed one. Open it again, or pass its path object."
WRITE_ONLY = "Expected a file opened for reading, got one for writing only. Open it with mode 'rb'."
UNSEEKABLE = (
    "Expected a file that can seek, got one that cannot be checked without consuming it. "
    "Pass its bytes or a seekable file."
)


@dataclasses.dataclass(frozen=True, slots=True)
class Upload:
    """Hold an upload that is open for reading.

    Attributes:
        stream: Stands at the first byte, and can seek. Do not close it.
        size: Bytes that would be sent.
        file_name: The name that the part of the form would have, if any.
        content_type: The content type that the part would have, if any.
        kind: Where the bytes come from.
        sdk_takes: False if the SDK refuses the value itself (see above).
    """

    stream: BinaryIO
    size: int
    file_name: str | None
    content_type: str | None
    kind: Kind
    sdk_takes: bool


@contextlib.contextmanager
def open_upload(value: object) -> Iterator[Upload]:
    """Open the value of a file field; at the end a file object is still open, at its old position.

    Args:
        value: Bytes, a path object, a binary file object that can seek, or a tuple
            `(file name, content[, content type[, headers]])` around any of them.

    Raises:
        UploadFault: The value is none of them, or cannot be read.

    >>> with open_upload(("cat.png", b"GIF89a")) as upload:
    ...     print(upload.size, upload.file_name, upload.content_type)
    6 cat.png image/png
    """
    file_name, content_type = guess_part(value)
    content = value[1] if isinstance(value, tuple) else value
    mutable = isinstance(content, bytearray | memoryview)
    known = not mutable and isinstance(value, bytes | os.PathLike | io.IOBase | tuple)
    with _open_content(content) as (kind, stream, size):
        yield Upload(stream, size, file_name, content_type, kind, sdk_takes=known)


@contextlib.contextmanager
def _open_content(content: Any) -> Iterator[tuple[Kind, BinaryIO, int]]:  # see require_content
    """Yield where the bytes come from, a stream at their start, and their number."""
    if isinstance(content, bytes):
        yield "bytes", io.BytesIO(content), len(content)  # shares the bytes; a bytearray would be copied
    elif isinstance(content, bytearray | memoryview):
        with flat_view(content) as view:
            yield "bytes", cast("BinaryIO", ViewReader(view)), view.nbytes
    elif isinstance(content, os.PathLike):
        with _open_path(content) as stream:
            yield "path", cast("BinaryIO", GuardedReader(stream)), os.fstat(stream.fileno()).st_size
    else:
        with refusing_failures():
            unfit = _find_unfit(content)
            start = 0 if unfit else content.tell()
        if unfit:
            raise UploadFault(unfit)
        try:
            with refusing_failures():
                content.seek(0, os.SEEK_END)
                size = content.tell()
                content.seek(0)
            yield "file", cast("BinaryIO", GuardedReader(content)), size
        finally:
            if not getattr(content, "closed", False):
                with refusing_failures():
                    content.seek(start)


def _open_path(path: os.PathLike[str]) -> BinaryIO:
    """Open a regular file; other files could block or never end. No message quotes the path."""
    try:
        mode = Path(path).stat().st_mode
        if stat.S_ISREG(mode):
            return Path(path).open("rb")
        found = "a directory" if stat.S_ISDIR(mode) else "a pipe or a device"
    except OSError as error:
        found = f"one that cannot be opened ({error.strerror})"
    except (TypeError, ValueError):
        found = "one that no file can have"
    raise UploadFault(f"Expected the path of a file, got {found}.")


def _find_unfit(file: Any) -> str | None:
    """Return why a file object cannot be checked and put back, if so; nothing is read."""
    if getattr(file, "closed", False):
        return CLOSED
    if not getattr(file, "readable", lambda: True)():
        return WRITE_ONLY
    if not (hasattr(file, "seek") and hasattr(file, "tell") and getattr(file, "seekable", lambda: True)()):
        return UNSEEKABLE
    return None if isinstance(file.read(0), bytes) else TEXT_MODE
