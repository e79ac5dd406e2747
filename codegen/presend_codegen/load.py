"""Read an OpenAPI or Overlay document as plain JSON-like data."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

Json = Any
Object = dict[str, Any]


class SpecError(ValueError):
    """Say what is wrong with a spec, an overlay or their source record, and where."""


class _Loader(yaml.SafeLoader):
    """YAML 1.2's core schema, which is JSON's: `on` and 2024-10-01 stay text, and no key comes twice."""


_Loader.yaml_implicit_resolvers = {}
for tag, pattern, firsts in (
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("bool", r"true|True|TRUE|false|False|FALSE", list("tTfF")),
    ("int", r"[-+]?[0-9]+", list("-+0123456789")),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", list("-+.0123456789")),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"(?:{pattern})$"), firsts)


def _number(kind: type[int | float]) -> Callable[[_Loader, yaml.ScalarNode], int | float]:
    return lambda loader, node: kind(loader.construct_scalar(node))


_Loader.add_constructor("tag:yaml.org,2002:int", _number(int))
_Loader.add_constructor("tag:yaml.org,2002:float", _number(float))


def _object_without_duplicates(pairs: list[tuple[str, Any]]) -> Object:
    members = dict(pairs)
    if len(members) < len(pairs):
        names = [name for name, _ in pairs]
        raise SpecError(f"the key {next(name for name in names if names.count(name) > 1)!r} occurs twice; keep one")
    return members


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
        if path.suffix == ".json":
            document = json.loads(text, object_pairs_hook=_object_without_duplicates)
        else:
            document = yaml.load(text, _Loader)  # noqa: S506 - a SafeLoader
    except (yaml.YAMLError, json.JSONDecodeError, SpecError) as error:
        raise SpecError(f"{path.name}: expected YAML or JSON, but {error}") from None
    if not isinstance(document, dict):
        raise SpecError(f"{path.name}: expected a mapping at the root, got {type(document).__name__}")
    return document
