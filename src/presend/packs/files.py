"""Read the files of a pack; errors name the pack, the file, and what to do.

Decided 2026-11-30: only the used part of a pack is read, so damage is reported as `PackFault` when the damaged part is
first needed. A pack of a thousand schemas is never read as a whole to find out.
"""

from __future__ import annotations

import contextlib
import json
from typing import TYPE_CHECKING, Any

from presend.packs.package_files import content_in
from presend.rule import damaged, failure
from presend.schema.catalogue import UNIVERSAL

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROW = ("method", "path", "id", "content_type", "schema", "response")  # of an operation
OPTIONAL = ROW[3:]  # members that may be null
TOLD = frozenset(rule.id.removeprefix("schema.") for rule in UNIVERSAL)  # the keywords that have words


@contextlib.contextmanager
def fitting(pack: str) -> Iterator[None]:
    """Report models that do not match the schemas when the two are combined."""
    try:
        yield
    except (AttributeError, KeyError, NameError) as error:
        damaged(pack, f"its models do not match its schemas.json: {type(error).__name__}", error)


def content_of(pack: str, name: str) -> bytes:
    """Return the content of one of a pack's files.

    Raises:
        PackFault: It cannot be read.
        FileNotFoundError: There is none of that name.
    """
    try:
        content = content_in(pack, name)
        if content is None:  # a folder without __init__.py
            from importlib import resources  # slow to import, rarely needed

            content = resources.files(pack).joinpath(name).read_bytes()
    except FileNotFoundError:
        raise
    except OSError as error:
        damaged(pack, f"{name} cannot be read: {error.strerror or type(error).__name__}", error)
    except Exception as error:  # noqa: BLE001 - reading runs __init__.py, which may raise anything
        damaged(pack, f"its __init__.py cannot be run: {failure(error)}", error)
    return content


def json_of(pack: str, name: str, text: bytes) -> Any:
    """Return the value of JSON text.

    Raises:
        PackFault: It is not JSON.
    """
    if not text.strip():
        damaged(pack, f"{name} is empty")
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        damaged(pack, f"{name} is not JSON: line {error.lineno}, column {error.colno}", error)
    except (ValueError, RecursionError) as error:  # UnicodeDecodeError is one of the former
        damaged(pack, f"{name} is not JSON text", error)


def table_of(pack: str, text: bytes) -> dict[str, Any]:
    """Return the contents of operations.json.

    Raises:
        PackFault: It is not what `presend generate` writes.
    """
    table = json_of(pack, "operations.json", text)
    if not isinstance(table, dict):
        damaged(pack, f"operations.json: expected an object, got {type(table).__name__}")
    for name, (absent, expected, is_right) in PARTS.items():
        if not is_right(table.get(name, absent)):
            damaged(pack, f"operations.json: expected {expected} as {name}")
    return table


def _is_row(row: object) -> bool:
    return isinstance(row, dict) and all(
        isinstance(row.get(name), str) or (name in row and row[name] is None and name in OPTIONAL) for name in ROW
    )


def _are_texts(given: object) -> bool:
    return isinstance(given, list) and all(isinstance(one, str) for one in given)


def _is_limit(given: object) -> bool:
    return (
        isinstance(given, dict)
        and _are_texts(given.get("keywords"))
        and any(given["keywords"])
        and TOLD.issuperset(given["keywords"])
        and _are_texts(given.get("at"))
        and all(isinstance(given.get(word, ""), str) for word in ("summary", "fix", "basis", "as_of"))
    )


def _is_map(is_right: Callable[[object], bool]) -> Callable[[object], bool]:
    return lambda given: isinstance(given, dict) and all(map(is_right, given.values()))


PARTS: dict[str, tuple[Any, str, Callable[[object], bool]]] = {  # member → its default; its expected type
    "operations": (None, "a list of operations", lambda given: isinstance(given, list) and all(map(_is_row, given))),
    "names": ({}, "names of schemas", _is_map(lambda given: isinstance(given, str))),
    "twins": ({}, "names of schemas that are there twice", _is_map(lambda given: isinstance(given, str))),
    "rules": ({}, "rules with their targets", _is_map(_are_texts)),
    "limits": ({}, "rules with their keywords and targets", _is_map(_is_limit)),
}
