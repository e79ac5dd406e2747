"""Read an OpenAPI or Overlay document as plain JSON data, with limits on its size and depth.

YAML goes through `presend.reading.yaml_text`, the only YAML reader of this project. It follows YAML's core schema, so
`on` and 2024-10-01 stay text. No tag creates an object, and depth and aliases have a limit. JSON has the same limits,
and an object may not have the same key twice.
"""

from __future__ import annotations

import contextlib
import json
import math
from typing import TYPE_CHECKING, Any

from presend.reading.yaml_text import MAX_DEPTH, YamlFault, decoded, documents

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

Json = Any
Object = dict[str, Any]

MAX_BYTES = (
    64 * 1024 * 1024
)  # of a document; the largest public ones that we know, Stripe's and GitHub's, have about 10 MB

MISSHAPEN = (ArithmeticError, AttributeError, LookupError, SyntaxError, TypeError, ValueError)


class SpecError(ValueError):
    """An error in a spec, an overlay or their source record. The message says what is wrong, and where."""


@contextlib.contextmanager
def of_this_shape(*others: type[Exception]) -> Iterator[None]:
    """Turn an unexpected error into a `SpecError`: the document has a shape that no step expects.

    `others` are the exceptions of libraries that count as such an error.

    Raises:
        SpecError: The block raised such an error.
    """
    misshapen: tuple[type[Exception], ...] = (*MISSHAPEN, *others)
    try:
        yield
    except SpecError:
        raise
    except RecursionError:
        raise SpecError("the document is nested too deeply, or its references are too long a chain") from None
    except misshapen as error:
        told = f"{type(error).__name__}: {error}"[:300]
        raise SpecError(f"the document does not have the shape of an OpenAPI document ({told})") from error


def load_document(path: Path) -> Object:
    """Read the YAML or JSON document at `path`.

    Raises:
        SpecError: The file is too large, cannot be parsed, or its root is not a mapping.
        OSError: The file cannot be read.
    """
    with path.open("rb") as file:
        return parse_document(file.read(MAX_BYTES + 1), path.name)


def parse_document(raw: bytes, name: str) -> Object:
    """Parse the UTF-8 bytes `raw`, which hold JSON or YAML.

    Raises:
        SpecError: They are too many or cannot be parsed, or their root is not a mapping.
    """
    if len(raw) > MAX_BYTES:
        raise SpecError(f"{name}: expected at most {MAX_BYTES:,} bytes, got more")
    try:
        text = decoded(raw)
        document = _json(text) if name.endswith(".json") else _json_or_yaml(text)
        _require_bounded(document)
    except YamlFault as fault:
        line, column = fault.place
        raise SpecError(f"{name}:{line}:{column}: expected YAML or JSON, but: {fault.message}") from None
    except (ValueError, RecursionError) as error:
        told = "it is nested too deeply" if isinstance(error, RecursionError) else error
        raise SpecError(f"{name}: expected YAML or JSON, but {told}") from None
    if not isinstance(document, dict):
        raise SpecError(f"{name}: expected a mapping at the root, got {type(document).__name__}")
    return document


def unshared(value: Json) -> Json:
    """Copy JSON data so that no value is shared: YAML's aliases make one value appear in several places."""
    holder = [value]
    waiting: list[Any] = [holder]
    while waiting:
        node = waiting.pop()
        for key, part in [*(node.items() if isinstance(node, dict) else enumerate(node))]:
            if isinstance(part, dict | list):
                node[key] = part.copy()
                waiting.append(node[key])
    return holder[0]


def _json_or_yaml(text: str) -> Json:
    """Try JSON first. Most JSON is also YAML, but YAML has no surrogate pairs, and no key longer than 1,024."""
    if text.lstrip().startswith("{"):
        with contextlib.suppress(json.JSONDecodeError):
            return _json(text)
    return _yaml(text)


def _yaml(text: str) -> Json:
    found = list(documents(text))
    if len(found) > 1:
        raise SpecError(f"it has {len(found)} documents; keep one")
    for path, (line, column) in found[0].duplicates:
        raise SpecError(f"line {line}, column {column}: the key {path[-1]!r} occurs twice; keep one of them")
    return unshared(found[0].root.value) if found[0].has_aliases else found[0].root.value


def _json(text: str) -> Json:
    return json.loads(text, object_pairs_hook=_object_without_duplicates)


def _object_without_duplicates(pairs: list[tuple[str, Any]]) -> Object:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        raise SpecError(f"the key {next(name for name in names if names.count(name) > 1)!r} occurs twice; keep one")
    return members


def _require_bounded(document: Json) -> None:
    """Refuse what JSON or a later step cannot hold: great depth, infinite numbers, lone surrogates."""
    level, waiting = 0, [document]
    while waiting:
        level += 1
        if level > MAX_DEPTH:
            raise SpecError(f"it is nested more than {MAX_DEPTH} levels deep")
        below: list[Json] = []
        for node in waiting:
            if isinstance(node, dict):
                below += [*node, *node.values()]
            elif isinstance(node, list):
                below += node
            elif isinstance(node, float) and not math.isfinite(node):
                raise SpecError("it has a number that JSON does not allow")
            elif isinstance(node, str) and not node.isascii():
                node.encode()  # a UnicodeEncodeError, which is a ValueError, for a lone surrogate
        waiting = below
