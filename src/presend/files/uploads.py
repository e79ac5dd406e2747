"""What a file field takes, opened for a check, and the name and content type that the SDK sends with it.

Measured 2026-11-22 with openai 3.54.0 over httpx2 2.16.2, against a server on the same machine:

- The whole file is sent, whatever its position: httpx2 seeks to 0 first. So a check starts at 0 too, and
  `size` is that of the whole file.
- Bytes go out as file `upload`. A path gives its last part as the name. So does a file object's `name`, sent
  as `4` for a `TemporaryFile`, as `None` for a `SpooledTemporaryFile`; a file object without one is `upload`
  again.
- A tuple's name is sent as it stands, an empty one or None not at all. So is its content type, if not None; a
  header whose name contains "content-type" among the tuple's headers replaces it.
- With no content type, the standard library's `mimetypes` guesses one from the name, else it is
  application/octet-stream; with no name either, there is none.
- The SDK refuses bytearray and memoryview, and outside a tuple also a file object that is no `io.IOBase`,
  like `NamedTemporaryFile`. It sends a str in a tuple as the content: a path written so uploads its own text.
"""

from __future__ import annotations

import contextlib
import dataclasses
import inspect
import io
import mimetypes
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, Literal, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

Kind = Literal["bytes", "path", "file"]

UNNAMED = "upload"  # httpx2's name for a part that has none
UNKNOWN_TYPE = "application/octet-stream"
TUPLE_SIZES = (2, 3, 4)  # (file name, content[, content type[, headers]])
TUPLE_DEFAULTS: tuple[Any, ...] = (None, None, None, {})

ACCEPTED = "Expected bytes, a path object, a binary file or a tuple (file name, content)"
STR_IS_NO_PATH = f"{ACCEPTED}, got a str. A str is not a path: pass pathlib.Path(…) or open(…, 'rb')."
TEXT_MODE = "Expected a file in binary mode, got one in text mode. Open it with mode 'rb'."
ASYNC_FILE = "Expected a file that is read without await, got an asynchronous one. Pass what it reads: bytes."
CLOSED = "Expected an open file, got a closed one. Open it again, or pass its path object."
WRITE_ONLY = "Expected a file opened for reading, got one for writing only. Open it with mode 'rb'."
UNSEEKABLE = (
    "Expected a file that can seek, got one that cannot be checked without consuming it. "
    "Pass its bytes or a seekable file."
)


class UploadFault(ValueError):  # noqa: N818 - a fault of the value, like `png.Fault`
    """Say why a value cannot be checked as an upload: what was expected, what came, what to do."""


@dataclasses.dataclass(frozen=True, slots=True)
class Upload:
    """Hold an upload that is open for reading.

    Attributes:
        stream: Stands at the first byte, and can seek. Not to be closed.
        size: Bytes that would be sent.
        file_name: The name that the part would carry; `None` for none.
        content_type: The content type that the part would carry; `None` for none.
        kind: Where the bytes come from.
        sdk_takes: False where the SDK refuses the value itself (see above).
    """

    stream: BinaryIO
    size: int
    file_name: str | None
    content_type: str | None
    kind: Kind
    sdk_takes: bool


@contextlib.contextmanager
def open_upload(value: object) -> Iterator[Upload]:
    """Open what a file field was given; leave a file object as open as it was, and where it stood.

    Args:
        value: Bytes, a path object, a binary file object that can seek, or a tuple
            `(file name, content[, content type[, headers]])` around any of them.

    Raises:
        UploadFault: It is none of them, or cannot be read.

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


def guess_part(value: object) -> tuple[str | None, str | None]:
    """Tell the file name and the content type that the SDK sends with a value; `None` stands for none.

    Args:
        value: As for `open_upload`; nothing is read.

    Raises:
        UploadFault: It is nothing that a file field takes.

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
    """Return the tuple's file name, content type and headers, once it has the right shape."""
    if len(value) not in TUPLE_SIZES:
        shape = "(file name, content[, content type[, headers]])"
        raise UploadFault(f"Expected a tuple {shape}, got one of length {len(value)}.")
    name, content, content_type, headers = (*value, *TUPLE_DEFAULTS[len(value) :])
    for place, item in (("file name", name), ("content type", content_type)):
        if not isinstance(item, str | None):
            raise UploadFault(f"Expected a str or None as {place} in the tuple, got {_type_name(item)}.")
    if not isinstance(headers, Mapping):
        raise UploadFault(f"Expected a mapping as headers in the tuple, got {_type_name(headers)}.")
    if not all(isinstance(text, str) for item in headers.items() for text in item):
        raise UploadFault("Expected str keys and values in the tuple's headers, got others.")
    _require_content(content)
    return name, content_type, headers


def _own_name(content: object) -> str:
    _require_content(content)
    with _refusing_failures():
        return Path(content if isinstance(content, os.PathLike) else str(getattr(content, "name", UNNAMED))).name


def _require_content(content: object) -> None:
    """Refuse what its type alone shows to be no content."""
    if isinstance(content, bytes | bytearray | memoryview | os.PathLike):
        return
    if isinstance(content, str):
        raise UploadFault(STR_IS_NO_PATH)
    if isinstance(content, io.TextIOBase):
        raise UploadFault(TEXT_MODE)
    with _refusing_failures():
        read = getattr(content, "read", None)
    if inspect.iscoroutinefunction(read):
        raise UploadFault(ASYNC_FILE)
    if not callable(read) or isinstance(content, type):
        raise UploadFault(f"{ACCEPTED}, got {_type_name(content)}.")


@contextlib.contextmanager
def _open_content(content: Any) -> Iterator[tuple[Kind, BinaryIO, int]]:  # see _require_content
    """Yield where the bytes come from, a stream that stands at the first of them, and how many they are."""
    if isinstance(content, bytes):
        yield "bytes", io.BytesIO(content), len(content)  # shares them; of a bytearray it would make a copy
    elif isinstance(content, bytearray | memoryview):
        with _flat_view(content) as view:
            yield "bytes", cast("BinaryIO", _ViewReader(view)), view.nbytes
    elif isinstance(content, os.PathLike):
        with _open_path(content) as stream:
            yield "path", cast("BinaryIO", _GuardedReader(stream)), os.fstat(stream.fileno()).st_size
    else:
        with _refusing_failures():
            unfit = _find_unfit(content)
            start = 0 if unfit else content.tell()
        if unfit:
            raise UploadFault(unfit)
        try:
            with _refusing_failures():
                content.seek(0, os.SEEK_END)
                size = content.tell()
                content.seek(0)
            yield "file", cast("BinaryIO", _GuardedReader(content)), size
        finally:
            if not getattr(content, "closed", False):
                with _refusing_failures():
                    content.seek(start)


def _open_path(path: os.PathLike[str]) -> BinaryIO:
    """Open a regular file: anything else could block, or never end. No message names the path."""
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


def _find_unfit(file: Any) -> str | None:  # known by what it can do
    """Say what keeps a file object from being checked and put back; nothing is read."""
    if getattr(file, "closed", False):
        return CLOSED
    if not getattr(file, "readable", lambda: True)():
        return WRITE_ONLY
    if not (hasattr(file, "seek") and hasattr(file, "tell") and getattr(file, "seekable", lambda: True)()):
        return UNSEEKABLE
    return None if isinstance(file.read(0), bytes) else TEXT_MODE


@contextlib.contextmanager
def _refusing_failures() -> Iterator[None]:
    """Turn whatever a path or file object raises, other people's code as it is, into an `UploadFault`."""
    try:
        yield
    except Exception as error:  # noqa: BLE001
        raise UploadFault(f"Expected a file that can be read, got {type(error).__name__} from it.") from None


def _flat_view(content: bytearray | memoryview) -> memoryview:
    try:
        view = memoryview(content)
    except ValueError:
        raise UploadFault("Expected bytes, got a memoryview that was released.") from None
    return view.cast("B") if view.nbytes and view.c_contiguous else memoryview(view.tobytes())


class _GuardedReader:
    """Read from a file, which may fail at any time, or from somebody's file object, whose answers may be anything."""

    __slots__ = ("file",)

    def __init__(self, file: Any) -> None:
        self.file = file

    def read(self, size: int = -1) -> bytes:
        with _refusing_failures():
            data = self.file.read(size)
        if not isinstance(data, bytes) or 0 <= size < len(data):
            raise UploadFault("Expected a file that gives as many bytes as it is asked for, got something else.")
        return data

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        with _refusing_failures():
            return int(self.file.seek(offset, whence))

    def tell(self) -> int:
        with _refusing_failures():
            return int(self.file.tell())


class _ViewReader:
    """Read from a memoryview as from a file."""

    __slots__ = ("at", "view")

    def __init__(self, view: memoryview) -> None:
        self.view = view
        self.at = 0

    def read(self, size: int = -1) -> bytes:
        data = bytes(self.view[self.at :] if size < 0 else self.view[self.at : self.at + size])
        self.at += len(data)
        return data

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        self.at = max(0, offset + (0, self.at, len(self.view))[whence])
        return self.at

    def tell(self) -> int:
        return self.at


def _type_name(value: object) -> str:
    return "None" if value is None else type(value).__name__
