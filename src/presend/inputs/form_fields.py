"""Form fields as curl's `-F` writes them, to the parts that it sends.

Decided 2026-11-22: presend refuses fields that curl drops with a warning, and forms that no OpenAI endpoint reads
(several files in one part). The message says how to write them.
"""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path
from typing import TYPE_CHECKING

from presend.inputs.faults import FieldFault
from presend.reading.documents import STANDARD_INPUT, standard_input
from presend.transport.bodies import FormFault, FormPart, gathered

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from presend.transport.bodies import Field

# What curl guesses (lib/mime.c), in small letters or capitals; it asks no table of the system.
CONTENT_TYPES = {
    ".gif": "image/gif",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".htm": "text/html",
    ".html": "text/html",
    ".pdf": "application/pdf",
    ".xml": "application/xml",
}
ANY_CONTENT_TYPE = "application/octet-stream"

# A value, in double quotes or up to a semicolon. An option after it, with a value of the same kind.
_VALUE = r'\s*(?:"(?P<quoted>(?:[^"\\]|\\.)*+)"\s*(?=;|\Z)|(?P<plain>[^;]*))'
_FIRST = re.compile(_VALUE, re.DOTALL)
_OPTION = re.compile(r";\s*(?P<key>[A-Za-z-]+)=" + _VALUE, re.DOTALL)


def fields(items: Iterable[str], files: Collection[str] | None = None) -> dict[str, Field | list[Field]]:
    """Return curl's `-F` fields by name, in order; one that comes more than once as the list of them.

    A field is `name=text`, `name=<file` (the text in it) or `name=@file`, which gives the openai SDK's tuple.
    `;type=` and `;filename=` may follow; a value in double quotes may hold semicolons. Text stays text.

    Args:
        items: The fields.
        files: Names of the members that hold files, as for `presend.transport.bodies.gathered`.

    Raises:
        FieldFault: A field is not written like this.
        OSError: A file cannot be read.

    >>> fields(["n=2", 'tag[]="a; b"', "tag[]=c"])
    {'n': '2', 'tag[]': ['a; b', 'c']}
    """
    try:
        return gathered(map(_part, items), files)
    except FormFault as fault:
        raise FieldFault(str(fault)) from None


def _part(item: str) -> FormPart:
    name, equals, content = item.partition("=")
    if not name or not equals:
        raise FieldFault("Expected a form field like name=text or name=@file, got one without '='.")
    mark = content[0] if content[:1] in ("@", "<") else ""
    first = _FIRST.match(content, len(mark))
    assert first  # noqa: S101 - the pattern matches any text
    text, quoted = _unquoted(first), first["quoted"] is not None
    options = _options(name, content[first.end() :])
    if mark == "@":
        if "," in text and not quoted:  # curl would send two files as one multipart/mixed part
            raise FieldFault(f"Expected one file in form field '{name}'. A comma in its name needs quotes.")
        file_name = options.get("filename", Path(text).name)
        return FormPart(name, file_name, _content(text), options.get("type") or _guessed(file_name, text))
    if "filename" in options:
        raise FieldFault(f"Expected filename= after an @file only, got it after text in form field '{name}'.")
    if mark == "<":
        source = _content(text)
        try:
            text = str(source.read_bytes() if isinstance(source, Path) else source, "utf-8")
        except UnicodeDecodeError:
            raise FieldFault(f"Expected UTF-8 text in the file that form field '{name}' names.") from None
    return FormPart(name, None, text, options.get("type", ""))


def _options(name: str, rest: str) -> dict[str, str]:
    options: dict[str, str] = {}
    while rest:
        option = _OPTION.match(rest)
        key = option["key"].lower() if option else ""
        if option and key in ("type", "filename"):
            options[key] = _unquoted(option)
        elif option and list(options)[-1:] == ["type"]:  # its parameter, such as charset=utf-8
            options["type"] += f";{option['key']}={_unquoted(option)}"
        else:
            advice = f"Put a value with a semicolon in double quotes: -F '{name}=\"…; …\"'."
            raise FieldFault(f"Expected type= or filename= after the ';' in form field '{name}'. {advice}")
        rest = rest[option.end() :]
    if not re.fullmatch(r"[^/\s]+/[^\s;,]+.*", options.get("type", "a/b"), re.DOTALL):
        raise FieldFault(f"Expected a content type like image/png in form field '{name}'.")
    return options


def _unquoted(match: re.Match[str]) -> str:
    if match["quoted"] is None:
        return match["plain"].strip()
    return re.sub(r'\\(["\\])', r"\1", match["quoted"])


def _content(name: str) -> Path | bytes:
    """Return a file that can be read again as its path, and standard input or a pipe as its bytes."""
    if name == STANDARD_INPUT:
        return standard_input().read()
    mode = os.stat(name).st_mode  # noqa: PTH116 - Path takes an empty name for the directory
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), name)
    path = Path(name)
    if not stat.S_ISREG(mode):
        return path.read_bytes()
    path.open("rb").close()
    return path


def is_picture(name: str) -> bool:
    """Say whether a file is an image, as its name has it."""
    return _guessed(name).startswith("image/")


def _guessed(*names: str) -> str:
    extensions = (Path(name).suffix.lower() for name in names)
    return next((CONTENT_TYPES[each] for each in extensions if each in CONTENT_TYPES), ANY_CONTENT_TYPE)
