"""A buffer for report text that must come after totals. Beyond one megabyte it is kept on disk.

Decided 2026-11-30: some reports start with data that is known only at the end: the counts of JUnit, the rules of SARIF,
the number of payloads in JSON. The text after them goes to a temporary file, so memory does not grow with the number of
problems. Nothing is written before these data are known, so an interrupted report never looks complete.
"""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from collections.abc import Iterator

IN_MEMORY = 1 << 20  # code points
PIECE = 1 << 16  # code points to read back at a time


class Spool:
    """Text in the order of its parts; a context manager that deletes the text at its end."""

    def __init__(self) -> None:
        import tempfile  # with all that it imports, only for reports that need it

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
    """Mark an error as one of the temporary files."""
    try:
        yield
    except OSError as error:
        said = f"{error.strerror or type(error).__name__} (in the folder of temporary files, see TMPDIR)"
        raise OSError(error.errno, said) from None
