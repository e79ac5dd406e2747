"""Read an OpenAPI or Overlay document as plain JSON-like data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

Json = Any
Object = dict[str, Any]


class SpecError(ValueError):
    """Say what is wrong with a spec, an overlay or their source record, and where."""


class _Loader(yaml.SafeLoader):
    """YAML as JSON sees it: no dates (an unquoted 2024-10-01 stays text) and no key twice."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _mapping_without_duplicates(loader: _Loader, node: yaml.MappingNode) -> dict[Any, Any]:
    seen: set[Any] = set()
    for key_node, _ in node.value:
        key = loader.construct_object(key_node, deep=True)
        if not isinstance(key, str | int):
            raise SpecError(f"line {key_node.start_mark.line + 1}: expected a string as key")
        if key in seen:
            mark = key_node.start_mark
            raise SpecError(f"line {mark.line + 1}: the key {key!r} occurs twice; keep one of them")
        seen.add(key)
    return loader.construct_mapping(node, deep=True)


_Loader.add_constructor("tag:yaml.org,2002:map", _mapping_without_duplicates)


def load_document(path: Path) -> Object:
    """Read the YAML or JSON document at `path`.

    Raises:
        SpecError: The file cannot be parsed or its root is not a mapping.
        OSError: The file cannot be read.
    """
    text = path.read_text(encoding="utf-8")
    try:
        document = json.loads(text) if path.suffix == ".json" else yaml.load(text, _Loader)  # noqa: S506 - a SafeLoader
    except (yaml.YAMLError, json.JSONDecodeError, SpecError) as error:
        raise SpecError(f"{path.name}: expected YAML or JSON, but {error}") from None
    if not isinstance(document, dict):
        raise SpecError(f"{path.name}: expected a mapping at the root, got {type(document).__name__}")
    return document
