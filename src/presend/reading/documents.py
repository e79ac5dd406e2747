"""Read the payloads of a named input: JSON, JSONL and YAML files, and standard input.

Decided 2026-12-01: nothing that a check of one JSON file imports uses pathlib, which takes 3 ms to import.
"""

from __future__ import annotations

import dataclasses
import errno
import json
import os
import re
import sys
from typing import TYPE_CHECKING, BinaryIO

from presend.problems import Problem, param_of, pointer_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from presend.problems import Path, Severity

    Place = tuple[int, int]  # line and column, from 1

STANDARD_INPUT = "-"
COMPRESSED = {  # how compressed files begin, none of which is text of JSON or YAML → their kind, and what unpacks them
    b"\x1f\x8b": ("gzip", "gunzip -c"),
    b"\x28\xb5\x2f\xfd": ("Zstandard", "zstd -dc"),
    b"\xfd7zXZ\0": ("xz", "xz -dc"),
    b"BZh9": ("bzip2", "bzip2 -dc"),
    b"PK\3\4": ("ZIP", "unzip -p"),
}
# Bytes of a document with line breaks that is looked for in a file of JSON lines, and of the first line of one.
LONGEST_LAID_OUT, LONGEST_FIRST = 8 << 20, 4096
LONGEST_MARK = max(map(len, COMPRESSED))
WHITE = b" \t\r\n"  # between the tokens of JSON (RFC 8259, section 2); Python's own takes form feeds for it too


def label_of(name: str) -> str:
    """Return what reports call the input `name`."""
    return "<stdin>" if name == STANDARD_INPUT else name


@dataclasses.dataclass(frozen=True, slots=True)
class Document:
    """One payload of an input.

    Attributes:
        payload: JSON text in bytes, or the object from YAML.
        size: Bytes of the input that it takes.
        first_line: Line of the input, from 1, on which its text begins.
        problems: Problems found while reading, such as a duplicate key.
        is_broken: Whether there is no payload, for the reasons in `problems`.
        locate: Gives line and column of a JSON Pointer; `None` for JSON text, where `presend.check` does.
    """

    payload: object
    size: int
    first_line: int = 1
    problems: tuple[Problem, ...] = ()
    is_broken: bool = False
    locate: Callable[[str], Place] | None = None

    def place(self, problem: Problem) -> Problem:
        """Return a problem of the payload with its line and column in the whole input."""
        if problem.line is not None:
            return dataclasses.replace(problem, line=problem.line + self.first_line - 1)
        if self.locate is None:
            return problem
        line, column = self.locate(problem.pointer)
        return dataclasses.replace(problem, line=line, column=column)


def standard_input() -> BinaryIO:
    """Return standard input as a binary file.

    Raises:
        OSError: It is closed.
    """
    if sys.stdin is None:
        raise OSError(errno.EBADF, "Standard input is closed", STANDARD_INPUT)
    return sys.stdin.buffer


def documents(name: str, input_format: str | None = None) -> Iterator[Document]:
    """Yield the payloads of the file `name`, or of standard input (`-`), one at a time.

    Args:
        name: A path, or `-`.
        input_format: A key of `FORMATS`; without it the extension decides, and an unknown one means JSON.

    Raises:
        OSError: The input cannot be read.
    """
    read = FORMATS[format_of(name, input_format)]
    if name == STANDARD_INPUT:
        yield from read(unpacked(standard_input(), name))
        return
    with open(name, "rb") as handle:  # noqa: PTH123 - see above
        yield from read(unpacked(handle, name))


def require_unpacked(name: str) -> None:
    """Raise if a file is compressed.

    Raises:
        OSError: It is, or it cannot be read.
    """
    with open(name, "rb") as handle:  # noqa: PTH123 - see above
        unpacked(handle, name)


def unpacked(handle: BinaryIO, name: str) -> BinaryIO:
    """Return a file that is not compressed, unread.

    Raises:
        OSError: Its first bytes say that it is compressed.
    """
    peek = getattr(handle, "peek", None)  # not of what a test puts in the place of standard input
    start = peek(LONGEST_MARK)[:LONGEST_MARK] if peek else b""
    for mark, (kind, command) in COMPRESSED.items():
        if start.startswith(mark):
            file = "FILE" if name == STANDARD_INPUT else name
            advice = f"Decompress it first: {command} {file} | presend check TARGET -"
            raise OSError(errno.EINVAL, f"It is compressed with {kind}. {advice}", name)
    return handle


def lines_of_one(name: str) -> int:
    """Return the number of lines of a .jsonl file that is a single JSON document; 0 for other files.

    It is read as a whole only where its first line is no JSON and it is not longer than anybody lays out.
    """
    with open(name, "rb") as handle:  # noqa: PTH123 - see above
        lines = iter(lambda: handle.readline(LONGEST_FIRST), b"")
        first = next((line for line in lines if text_of_line(line)), b"")
        is_short = len(first) < LONGEST_FIRST and os.fstat(handle.fileno()).st_size <= LONGEST_LAID_OUT
        if not is_short or _is_json(first):
            return 0
        handle.seek(0)
        text = handle.read().strip(b" \t\r\n")  # and no form feed or such, which is no white space of JSON
    return text.count(b"\n") + 1 if _is_json(text) else 0


def _is_json(text: bytes) -> bool:
    try:
        json.loads(text.decode())  # of bytes, Python would take a byte order mark, and UTF-16
    except (ValueError, RecursionError):
        return False
    return True


def format_of(name: str, input_format: str | None = None) -> str:
    """Return the format of the file `name`: the given key of `FORMATS`, or that of its extension."""
    return input_format or EXTENSIONS.get(extension_of(name).lower(), "json")


def extension_of(name: str) -> str:
    """Return the extension of a file name, with its dot; the empty string if it has none."""
    return os.path.splitext(name)[1]  # noqa: PTH122 - see above


def format_meant(text: bytes) -> str | None:
    r"""Return the key of `FORMATS` that invalid JSON text looks like, or `None`.

    >>> format_meant(b"# a run\nassistant_id: asst_1"), format_meant(b'{"a": 1}\n{"a": 2}'), format_meant(b"{")
    ('yaml', 'jsonl', None)
    """
    return next((name for name, pattern in _LOOKS.items() if pattern.match(text)), None)


def _json(handle: BinaryIO) -> Iterator[Document]:
    text = handle.read()
    yield Document(text, len(text))


def _jsonl(handle: BinaryIO) -> Iterator[Document]:
    number = 0
    for line in handle:  # no `enumerate`, and no name for the text: a long line is kept by whoever checks it, alone
        number, size = number + 1, len(line)
        texts = [text_of_line(line)]
        del line
        if texts[0]:
            yield Document(texts.pop(), size, number)


def text_of_line(line: bytes) -> bytes:
    """Return the payload on a line of JSONL; nothing if it has only JSON's white space."""
    text = line.rstrip(b"\r\n")  # so that a fault at the end is one at the end of this line
    return text if text.strip(WHITE) else b""


def _yaml(handle: BinaryIO) -> Iterator[Document]:
    from presend.reading.yaml_text import YamlFault, decoded, documents  # PyYAML, only for YAML

    raw = handle.read()
    size = len(raw)
    try:
        for document in documents(decoded(raw)):
            problems = tuple(_twice(path, place) for path, place in document.duplicates)
            yield Document(document.root.value, size, problems=problems, locate=document.place)
            size = 0
    except YamlFault as fault:
        problem = _problem((), fault.rule, "error", fault.message, fault.place)
        yield Document(None, size, problems=(problem,), is_broken=True)


def _twice(path: Path, place: Place) -> Problem:
    message = f"The key '{param_of(path)}' occurs more than once; only the last value counts."
    return dataclasses.replace(_problem(path, "yaml.duplicate-key", "warning", message, place), code="invalid_value")


def _problem(path: Path, rule: str, severity: Severity, message: str, place: Place) -> Problem:
    pointer, param, code = pointer_of(path), param_of(path), "invalid_yaml"
    return Problem(pointer, param, rule, severity, "schema", message, code, "", *place)


FORMATS: dict[str, Callable[[BinaryIO], Iterator[Document]]] = {
    "json": _json,
    "jsonl": _jsonl,
    "yaml": _yaml,
}
_LOOKS = {
    "yaml": re.compile(rb"(?:#[^\n]*\n|\s)*+(?:---\s|[A-Za-z_][\w.-]*:\s)"),  # a key, behind comments
    "jsonl": re.compile(rb"\s*\{[^\n]*\}[ \t\r]*\n\s*\{"),  # an object on a line, and another one
}
EXTENSIONS = {".json": "json", ".jsonl": "jsonl", ".ndjson": "jsonl", ".yaml": "yaml", ".yml": "yaml"}
