"""Read from bytes, and from files of other people, whose methods may fail or return anything."""

from __future__ import annotations

import os
from typing import Any

from presend.files.upload_faults import UploadFault, refusing_failures


def flat_view(content: bytearray | memoryview) -> memoryview:
    """Return a view of the bytes of a value, in a row."""
    try:
        view = memoryview(content)
    except ValueError:
        raise UploadFault("Expected bytes, got a memoryview that was released.") from None
    return view.cast("B") if view.nbytes and view.c_contiguous else memoryview(view.tobytes())


class GuardedReader:
    """Read from a file that may fail at any time, or from a file object that may return anything."""

    __slots__ = ("file",)

    def __init__(self, file: Any) -> None:
        self.file = file

    def read(self, size: int = -1) -> bytes:
        """Read up to `size` bytes, or all."""
        with refusing_failures():
            data = self.file.read(size)
        if not isinstance(data, bytes) or 0 <= size < len(data):
            raise UploadFault("Expected a file that gives as many bytes as it is asked for, got something else.")
        return data

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Change the position and return it."""
        with refusing_failures():
            return int(self.file.seek(offset, whence))

    def tell(self) -> int:
        """Return the position."""
        with refusing_failures():
            return int(self.file.tell())


class ViewReader:
    """Read from a memoryview as from a file."""

    __slots__ = ("at", "view")

    def __init__(self, view: memoryview) -> None:
        self.view = view
        self.at = 0

    def read(self, size: int = -1) -> bytes:
        """Read up to `size` bytes, or all."""
        data = bytes(self.view[self.at :] if size < 0 else self.view[self.at : self.at + size])
        self.at += len(data)
        return data

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:
        """Change the position and return it."""
        self.at = max(0, offset + (0, self.at, len(self.view))[whence])
        return self.at

    def tell(self) -> int:
        """Return the position."""
        return self.at
