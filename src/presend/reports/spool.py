"""Text that has to wait for something that a report says before it, and may be long: past a megabyte, on disk.

Decided 2026-11-30: reports say in front what is known at the end alone (JUnit its counts, SARIF its rules, JSON how
many payloads a file has). What waits for that goes to a temporary file, so that memory does not grow with the problems,
and a report has the same bytes however long it is. Nothing is written of a report that has not come to that point; one
that was interrupted never looks whole.
"""

from __future__ import annotations

import contextlib
import tempfile
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator

IN_MEMORY = 1 << 20  # code points
PIECE = 1 << 16  # code points that are read back at a time


class Spool:
    """Text in the order in which it was added; a context, at whose end it is forgotten."""

    def __init__(self) -> None:
        self._file = tempfile.SpooledTemporaryFile(  # noqa: SIM115 - closed by `__exit__`
            IN_MEMORY, "w+", encoding="utf-8", errors="surrogatepass", newline=""
        )
        self.is_empty = True

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def add(self, text: str) -> None:
        """Add text.

        Raises:
            OSError: The disk of temporary files is full, or there is none.
        """
        self.is_empty = self.is_empty and not text
        with _telling():
            self._file.write(text)

    def pieces(self) -> Iterator[str]:
        """Yield all of the text."""
        with _telling():
            self._file.seek(0)
            while piece := self._file.read(PIECE):
                yield piece


@contextlib.contextmanager
def _telling() -> Iterator[None]:
    """Say of a fault that it is one of the temporary files."""
    try:
        yield
    except OSError as error:
        said = f"{error.strerror or type(error).__name__} (in the folder of temporary files, see TMPDIR)"
        raise OSError(error.errno, said) from None
