"""Functions on single schemas for mending: contents, null, and references."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from presend.json_schemas.disjoint import DEEPEST, kinds, tag_of
from presend.problems import escaped
from presend.schema.subschemas import walk
from presend.schema.vocabulary import DEFINITIONS
from presend.structured.strict import definition_of
from presend.words.pointers import last_of, steps_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from presend.problems import Path
    from presend.schema.subschemas import Schema

ANNOTATIONS = frozenset(
    "title description default examples deprecated readOnly writeOnly $comment discriminator".split()
)
NULL: Schema = {"type": "null"}
TYPE_OF = {
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
    type(None): "null",
    list: "array",
    dict: "object",
}
TOLD_FIRST = ("title", "description", "default")  # keywords of a member that are read before its union


def says_something(node: Schema) -> bool:
    """Say whether a schema has more than annotations."""
    return bool(node.keys() - ANNOTATIONS - set(DEFINITIONS))


def takes_null(schema: Any, root: Schema, left: int = 20) -> bool:
    """Say whether null fits a schema."""
    if not isinstance(schema, dict) or left == 0:
        return schema is True
    if "$ref" in schema:
        return takes_null(root if schema["$ref"] == "#" else definition_of(schema["$ref"], root), root, left - 1)
    for word in ("anyOf", "oneOf"):
        if isinstance(schema.get(word), list):
            return any(takes_null(branch, root, left - 1) for branch in schema[word])
    if "allOf" in schema:
        return all(takes_null(branch, root, left - 1) for branch in schema["allOf"])
    if "const" in schema or "enum" in schema:
        return None in (schema["enum"] if "enum" in schema else [schema["const"]])
    return "null" in kinds(schema)


def or_null(schema: Schema) -> Schema:
    """Return a union of a schema with null; the member's annotations stay outside, where they are read first."""
    told: Schema = {word: schema[word] for word in TOLD_FIRST if word in schema}
    rest = {word: part for word, part in schema.items() if word not in told}
    branches = rest["anyOf"] if rest.keys() == {"anyOf"} else [rest]
    return {"anyOf": [*branches, dict(NULL)], **told}


def at(reference: str, root: Schema) -> tuple[Any, Path] | None:
    """Return the target of a `$ref`, and its path."""
    definition = definition_of(reference, root)
    if not isinstance(reference, str) or not reference.startswith("#/"):
        return None
    path: list[str | int] = []
    found: Any = root
    for name in steps_of(reference):
        if isinstance(found, list) and name.isdecimal() and int(name) < len(found):
            found = found[int(name)]
            path.append(int(name))
        elif isinstance(found, dict) and name in found:
            found = found[name]
            path.append(name)
        else:
            return None if definition is None else _named(reference, definition, root)
    return found, tuple(path)


def _named(reference: str, definition: Any, root: Schema) -> tuple[Any, Path]:
    """Return a definition whose name has percent escapes, and its path."""
    word = reference.split("/")[1]
    return definition, (word, next(name for name, sub in root[word].items() if sub is definition))


def shown(value: Any) -> str:
    """Return the value of a keyword as text for a description."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def names_beside(schema: Any, definitions: Mapping[str, Any]) -> set[str]:
    """Return the definitions of a mended schema that apply, or may apply, to its whole value."""
    found: set[str] = set()
    waiting = [schema]
    while waiting:
        node = waiting.pop()
        name = name_in(node["$ref"]) if node.get("$ref", "#") != "#" else None
        if name is not None and name not in found:
            found.add(name)
            waiting.append(definitions[name])
        waiting.extend(node.get("anyOf", ()))
    return found


def reference_to(name: str) -> str:
    """Return the `$ref` to a definition."""
    return f"#/$defs/{escaped(name).replace('%', '%25')}"


def name_in(reference: str) -> str:
    """Return the name of the definition that a `$ref` of a mended schema points to."""
    return last_of(reference.replace("%25", "%"))


def tags_in(root: Schema) -> dict[Path, frozenset[str]]:
    """Return the path of each definition in a `oneOf` → the properties that distinguish it from other branches."""
    found: dict[Path, frozenset[str]] = {}
    for node, _ in walk(root):
        branches: Any = node.get("oneOf")
        tag = tag_of(branches, root) if isinstance(branches, list) else None
        if tag is not None:
            for path in filter(None, (_end_of(branch, root) for branch in branches)):
                found[path] = found.get(path, frozenset()) | {tag}
    return found


def _end_of(schema: Any, root: Schema) -> Path | None:
    """Return the path of the target of a chain of references, or `None` for a schema without a reference."""
    path = None
    for _ in range(DEEPEST):
        found = at(schema["$ref"], root) if isinstance(schema, dict) and "$ref" in schema else None
        if found is None:
            break
        schema, path = found
    return path
