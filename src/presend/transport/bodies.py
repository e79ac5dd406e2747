"""Convert bodies of requests and responses to the payloads that `presend.check` takes.

`presend.checking.forms` turns the text of fields into values, by the schema.

Decided 2026-11: python-multipart parses forms. FastAPI needs it too, and `multipart` cannot be imported beside it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from presend.packs.media_types import covers, is_form, is_json, is_multipart, may_be_json
from presend.reading.json_faults import JsonFault
from presend.reading.json_text import parse

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from presend.schema.nodes import Node

    Field = str | None | tuple[str | None, Path | bytes, str]


ITEM = re.compile(r"\[\d*\]\Z")  # what `image[]` and `image[0]` have behind the name of the member


class FormPart(NamedTuple):
    """One part of a form: the name of its field, its file name, its content (a str where it is text), and its type."""

    name: str
    file_name: str | None
    content: str | bytes | Path
    content_type: str


class FormFault(ValueError):  # an error of the body
    """Error in a form body."""


def read_body(
    headers: Mapping[str, str], body: bytes, declared: str, node: Node
) -> bytes | dict[str, Field | list[Field]] | None:
    """Return the payload in a body, or `None` if it cannot be checked or is ambiguous.

    Args:
        headers: Headers of the body, with lower-case names.
        body: The whole body.
        declared: The media type or range that the operation declares.
        node: The schema.
    """
    kind = headers.get("content-type", "").strip()
    if headers.get("content-encoding", "").strip().lower() not in ("", "identity"):
        return None
    if not kind and may_be_json(declared):  # text that is meant as JSON, so it is either valid or refused
        return body
    if not covers(declared, kind):
        return None
    if is_form(declared):
        from presend.checking.forms import is_sure  # for forms alone

        try:
            fields = read_form(body, kind, node.files)
        except FormFault:
            return None
        return fields if is_sure(node, fields) else None
    return body if is_json(kind) else None


def read_form(body: bytes, content_type: str, files: Collection[str]) -> dict[str, Field | list[Field]]:
    r"""Return the fields of a body by name, as `gathered` does.

    Args:
        body: The whole body.
        content_type: Its header, with the boundary.
        files: Names of the members that hold files. These become `(file name, content, content type)`, with None
            and the empty string for absent parts; all others become text.

    Raises:
        FormFault: The body cannot be read.

    >>> body = b'--b\r\nContent-Disposition: form-data; name="n"\r\n\r\n2\r\n--b--\r\n'
    >>> read_form(body, "multipart/form-data; boundary=b", ())
    {'n': '2'}
    """
    if not is_multipart(content_type):
        return gathered((FormPart(name, None, text, "") for name, text in _pairs(body)), ())
    parts = _parts(body, content_type)
    named = [(_names(headers.get("content-disposition", "")), headers, content) for headers, content in parts]
    return gathered(
        (FormPart(*names, content, headers.get("content-type", "")) for names, headers, content in named), files
    )


def read_query(query: str, node: Node) -> dict[str, Field | list[Field]] | None:
    """Return the parameters of a query by name, or `None` if it cannot be read or is ambiguous."""
    from presend.checking.forms import is_sure  # for those that have a query

    try:
        fields = gathered((FormPart(name, None, text, "") for name, text in _pairs(query.encode())), ())
    except FormFault:
        return None
    return fields if is_sure(node, fields) else None


def gathered(parts: Iterable[FormPart], files: Collection[str] | None) -> dict[str, Field | list[Field]]:
    """Return the fields of a form by name; a repeated field becomes a list.

    Args:
        parts: The parts of the form.
        files: Names of the members that hold files; `None` if any may. A file in another member becomes its text.

    Raises:
        FormFault: The text of a part is not UTF-8.
    """
    fields: dict[str, Field | list[Field]] = {}
    for part in parts:
        field = _field(part, files)
        if part.name not in fields:
            fields[part.name] = field
        elif isinstance(known := fields[part.name], list):
            known.append(field)
        else:
            fields[part.name] = [known, field]
    return fields


def _field(part: FormPart, files: Collection[str] | None) -> Field:
    """Return a part as a file or as text; a JSON string or null in it becomes its value."""
    text = part.content
    if not isinstance(text, str):
        if files is None or part.name in files or ITEM.sub("", part.name) in files:
            return part.file_name, text, part.content_type
        try:
            # Content that is not text is a file. If no file is wanted, only its presence matters.
            errors = "strict" if part.file_name is None else "replace"
            text = str(text.read_bytes() if isinstance(text, Path) else text, "utf-8", errors)
        except UnicodeDecodeError:
            raise FormFault(f"Expected UTF-8 text in form field '{part.name}'.") from None
    if is_json(part.content_type):
        try:
            value = parse(text)
        except JsonFault:
            return text
        return value if value is None or isinstance(value, str) else text
    return text


def _pairs(body: bytes) -> list[tuple[str, str]]:
    """Return the names and texts of an `application/x-www-form-urlencoded` body."""
    from urllib.parse import parse_qsl  # for forms alone

    try:
        return parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict")
    except ValueError:  # a byte that a URL cannot have, or an escape that is not UTF-8
        raise FormFault(
            "Expected an application/x-www-form-urlencoded body, got one with characters that need an escape."
        ) from None


def _parts(body: bytes, content_type: str) -> list[tuple[dict[str, str], bytes]]:
    """Return each part's headers, with lower-case names, and its content."""
    from python_multipart import exceptions, multipart  # an optional dependency, for forms alone

    parts: list[tuple[dict[str, str], bytes]] = []
    header, value, headers, content = bytearray(), bytearray(), dict[str, str](), list[bytes]()
    ended = []

    def end_header() -> None:
        headers[str(header, "latin-1").lower()] = str(value, "utf-8", "replace")
        header.clear()
        value.clear()

    def end_part() -> None:
        parts.append((headers.copy(), b"".join(content)))
        headers.clear()
        content.clear()

    try:
        parser = multipart.MultipartParser(
            multipart.parse_options_header(content_type)[1].get(b"boundary", b""),
            {
                "on_header_field": lambda data, start, end: header.extend(data[start:end]),
                "on_header_value": lambda data, start, end: value.extend(data[start:end]),
                "on_header_end": end_header,
                "on_part_data": lambda data, start, end: content.append(data[start:end]),
                "on_part_end": end_part,
                "on_end": lambda: ended.append(True),
            },
        )
        parser.write(body)
        parser.finalize()
    except exceptions.FormParserError as error:
        raise FormFault(
            f"Expected a multipart/form-data body, got one that cannot be parsed ({type(error).__name__})."
        ) from None
    if not ended:
        raise FormFault("Expected a multipart/form-data body, got one that ends early.")
    return parts


def _names(disposition: str) -> tuple[str, str | None]:
    """Return the name and the file name of a part, which are UTF-8, unlike other headers (RFC 9110)."""
    from python_multipart import multipart  # as above

    options = multipart.parse_options_header(disposition.encode("utf-8").decode("latin-1"))[1]
    file_name = options.get(b"filename")
    name = str(options.get(b"name", b""), "utf-8", "replace")
    return name, None if file_name is None else str(file_name, "utf-8", "replace")
