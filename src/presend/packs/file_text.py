"""The text of a pack's file, of which only the parts that are asked for are read, and none is kept.

Decided 2026-12: schemas.json of OpenAI's whole API has 2.3 MB, and a payload meets a few dozen schemas of 1,800. The
file stays open, so a pack that is generated anew meanwhile, which exchanges its files, does not change one in use.
"""

from __future__ import annotations

import contextlib
import importlib
import os
import weakref
import zlib
from importlib.machinery import SourceFileLoader
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    Identity = tuple[int, int, int, int]

BLOCK = 64 * 1024  # bytes to search at once
FLAGS = os.O_RDONLY | getattr(os, "O_CLOEXEC", 0)
PART = 8 * 1024  # bytes to read at once for one schema; most have fewer


class FileText:
    """An open file; see `file_text`."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._open = os.open(path, FLAGS)
        self._identity = _identity(self._open)
        self.size = os.fstat(self._open).st_size
        self._checksum: int | None = None  # of the whole text, once it was read
        self._close = weakref.finalize(self, _close, self._open, self._identity)

    def blocks(self) -> Iterator[tuple[int, bytes]]:
        """Yield the text in blocks with their places; each begins with a line break, except the first."""
        start, size, checksum = 0, BLOCK, 0
        while block := self._read(start, size):
            end = block.rfind(b"\n", 1)
            if len(block) < size:
                yield start, block
                break
            if end < 0:
                size *= 2  # a longer line
                continue
            yield start, block[:end]
            checksum = zlib.crc32(block[:end], checksum)
            start, size = start + end, BLOCK
        self._checksum = zlib.crc32(block, checksum)

    def part(self, start: int, end: bytes) -> bytes:
        """Return the text from a place to the next `end`, or to the end of the file."""
        text = b""
        while block := self._read(start + len(text), PART):
            searched = max(0, len(text) - len(end))
            text += block
            if (found := text.find(end, searched)) >= 0:
                return text[:found]
        return text

    def whole(self) -> bytes:
        """Return the whole text."""
        return self._read(0, self.size)

    def _read(self, start: int, size: int) -> bytes:
        """Return some bytes.

        Raises:
            OSError: The file cannot be read any more, or its text has changed.
        """
        if _identity(self._open) != self._identity:
            self._recover()
        return os.pread(self._open, size, start)

    def _recover(self) -> None:
        """Go on with the file if its text is the same: it was touched, or closed, as a daemon does with all files."""
        now = _identity(self._open)
        is_ours = now is not None and self._identity is not None and now[:2] == self._identity[:2]
        file = self._open if is_ours else os.open(self._path, FLAGS)
        if self._checksum is None or _checksum(file) != self._checksum:
            if not is_ours:
                os.close(file)
            raise OSError(0, "the file has changed since it was first read", self._path)
        self._identity = _identity(file)
        if not is_ours:
            self._close.detach()
            self._open, self._close = file, weakref.finalize(self, _close, file, self._identity)


def file_text(package: str, name: str) -> FileText | None:
    """Return the text of a file in a package; `None` where it can only be read as a whole."""
    try:
        module = importlib.import_module(package)
    except Exception:  # noqa: BLE001 - its __init__.py may raise anything; reading the file as a whole tells it
        return None
    if not isinstance(module.__loader__, SourceFileLoader) or not module.__file__ or not hasattr(os, "pread"):
        return None  # from an archive, from a folder without `__init__.py`; on Windows an open file cannot be replaced
    with contextlib.suppress(OSError):
        return FileText(os.path.join(os.path.dirname(module.__file__), name))  # noqa: PTH118, PTH120 - as loaders want
    return None


def _checksum(file: int) -> int:
    """Return the checksum of a whole file, as far as it can be read."""
    start = checksum = 0
    while block := _block(file, start):
        start, checksum = start + len(block), zlib.crc32(block, checksum)
    return checksum


def _block(file: int, start: int) -> bytes:
    try:
        return os.pread(file, BLOCK, start)
    except OSError:
        return b""  # a text that ends too early has another checksum


def _identity(file: int) -> Identity | None:
    """Return what tells an open file from others, and from itself once it is written to; `None` if it is closed."""
    try:
        found = os.fstat(file)
    except OSError:
        return None
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _close(file: int, identity: Identity | None) -> None:
    found = _identity(file)
    if found is not None and identity is not None and found[:2] == identity[:2]:
        os.close(file)
