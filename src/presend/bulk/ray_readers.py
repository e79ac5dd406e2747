"""Read files for presend.ray in portions, one task each, from any file system that Arrow supports."""

from __future__ import annotations

import dataclasses
import errno
import io
import os
from typing import TYPE_CHECKING, Any

from presend.bulk.parts import FilePart, Found, judged
from presend.bulk.ranges import lines_from

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.bulk.check import Check
    from presend.problems import Problem

PORTION = 32 << 20  # bytes of a portion of JSON lines: seconds of work, beside which the cost of a Ray task is nothing
BUFFER = 1 << 20  # bytes to read at a time: stores such as S3 are faster with few large requests
COLUMN = "payload"


def _place(path: str, filesystem: Any) -> tuple[Any, str]:
    """Return the file system that a path is on, and the path there."""
    from pyarrow import fs  # an extra

    if filesystem is not None:
        return filesystem, path
    return fs.FileSystem.from_uri(path) if "://" in path else (fs.LocalFileSystem(), os.path.abspath(path))  # noqa: PTH100


def _size(path: str, filesystem: Any) -> int:
    from pyarrow import fs

    system, place = _place(path, filesystem)
    about = system.get_file_info(place)
    number = {fs.FileType.NotFound: errno.ENOENT, fs.FileType.Directory: errno.EISDIR}.get(about.type)
    if number is not None:
        raise OSError(number, os.strerror(number), path)
    size: int = about.size
    return size


def _byte_ranges(path: str, filesystem: Any, column: str | None) -> Iterator[dict[str, Any]]:
    del column  # JSON lines have none
    size = _size(path, filesystem)
    for start in range(0, size, PORTION):
        end = min(start + PORTION, size)
        yield {"kind": "jsonl", "file": path, "start": start, "end": end, "bytes": end - start, "column": ""}


def _judge_bytes(row: dict[str, Any], check: Check, filesystem: Any) -> FilePart:
    system, place = _place(row["file"], filesystem)
    with io.BufferedReader(system.open_input_file(place), BUFFER) as handle:
        parts = list(judged(check, lines_from(handle, row["start"], row["end"])))
    return _joined(parts, row["bytes"])


def _joined(parts: list[FilePart], size: int) -> FilePart:
    """Return parts as one: a Ray task has one answer."""
    lines = payloads = 0
    found: list[Found] = []
    for part in parts:
        found += (
            dataclasses.replace(one, line=one.line + lines, payloads=one.payloads + payloads) for one in part.found
        )
        lines, payloads = lines + part.lines, payloads + part.payloads
    return FilePart(size, lines, payloads, tuple(found))


def _row_groups(path: str, filesystem: Any, column: str | None) -> Iterator[dict[str, Any]]:
    from pyarrow import parquet

    _size(path, filesystem)  # raises if there is no file
    system, place = _place(path, filesystem)
    with system.open_input_file(place) as handle:
        file = parquet.ParquetFile(handle)
        about, name = file.metadata, _column_of(file.schema_arrow, column)
    for group in range(about.num_row_groups):
        size = about.row_group(group).total_byte_size
        yield {"kind": "parquet", "file": path, "start": group, "end": group + 1, "bytes": size, "column": name}


def _judge_rows(row: dict[str, Any], check: Check, filesystem: Any) -> FilePart:
    from pyarrow import parquet

    system, place = _place(row["file"], filesystem)
    with system.open_input_file(place) as handle:
        batches = parquet.ParquetFile(handle).iter_batches(row_groups=[row["start"]], columns=[row["column"]])
        texts = (text for batch in batches for text in texts_of(batch.column(0), row["column"]))
        found, number = [], 0
        for number, text in enumerate(texts, start=1):
            if (problems_found := check.found(text)).problems:
                placed, kept = problems_found.each(_in_a_row), text if check.with_text else b""
                found.append(Found(number, number, placed.problems, kept, placed.more))
    return FilePart(row["bytes"], number, number, tuple(found))


def _in_a_row(problem: Problem) -> Problem:
    """Return a problem without its line within the payload, because a row of Parquet has no lines in the file."""
    return dataclasses.replace(problem, line=1, column=problem.column if problem.line == 1 else None)


def _column_of(schema: Any, column: str | None) -> str:
    """Return the column of a Parquet file that holds the payloads."""
    names = [field.name for field in schema if _is_text(field.type)]
    if column is not None:
        names = [name for name in names if name == column]
    name = COLUMN if COLUMN in names else names[0] if len(names) == 1 else None
    if name is None:
        wanted = f"'{column}'" if column else f"'{COLUMN}', or a single one,"
        raise LookupError(f"Expected a column {wanted} of text or bytes, got {', '.join(map(str, schema.names))}.")
    return name


def _is_text(kind: Any) -> bool:
    return str(kind) in {"string", "large_string", "string_view", "binary", "large_binary", "binary_view"}


def texts_of(column: Any, name: str) -> Iterator[bytes]:
    """Yield the payloads in a column; an empty cell gives an empty text, which is not JSON."""
    if not _is_text(column.type):
        raise TypeError(
            f"Expected column '{name}' to hold JSON as text or bytes, got {column.type}. "
            "Read the files as text: columns of structs have a null for each absent member."
        )
    for cell in column:
        value = cell.as_py() or b""
        yield value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")


@dataclasses.dataclass(frozen=True, slots=True)
class Reader:
    """Functions to read a format.

    Attributes:
        portions: File, file system, column → its portions, each a row of a dataset.
        judge: Row, check, file system → the results of the portion.
    """

    portions: Callable[[str, Any, str | None], Iterator[dict[str, Any]]]
    judge: Callable[[dict[str, Any], Check, Any], FilePart]


READERS = {"jsonl": Reader(_byte_ranges, _judge_bytes), "parquet": Reader(_row_groups, _judge_rows)}
