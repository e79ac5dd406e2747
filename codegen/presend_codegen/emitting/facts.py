"""Tell what models have beside their types: names and texts, and whether a field may be missing but not null."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING

from presend.schema.residual import residual_part
from presend_codegen.emitting.tokens import literal
from presend_codegen.passes.open_tags import is_open
from presend_codegen.passes.spoken import said_of
from presend_codegen.schemas.closure import ref_name
from presend_codegen.schemas.normalise import resolve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from presend_codegen.source.load import Json, Object

LINE = 100


def facts_beside(schema: Object, schemas: Object, names: Mapping[str, str]) -> Object:
    """Return what stands beside the types of a schema; `names` has the Python name of each member."""
    members = schema.get("properties", {})
    required = schema.get("required", ())
    beside = {
        name: {
            "name": names[name],
            "alias": "" if names[name] == name else literal(name),
            "text": docstring(member, schemas, "    "),
            "omittable": name not in required and not _takes_null(member, schemas),
        }
        for name, member in members.items()
    }
    return {
        "text": docstring(schema, schemas, "    " if members else ""),
        "members": beside,
        "closed": said_of(schema, schemas)[0].get("additionalProperties") is False,
        "residual": is_open(schema) or residual_part(schema) is not True,
    }


def _takes_null(node: Json, schemas: Object, seen: tuple[str, ...] = ()) -> bool:
    """Say whether null is valid, judging by types, values, parts and references."""
    if not isinstance(node, dict):
        return node is not False
    if "$ref" in node:
        name = ref_name(node["$ref"])
        if name in seen or not _takes_null(schemas[name], schemas, (*seen, name)):
            return False
    listed = ("null" in node.get("type", ["null"]), None in node.get("enum", [None]), node.get("const") is None)
    unions = (node.get(word, [True]) for word in ("anyOf", "oneOf"))
    return (
        all(listed)
        and all(_takes_null(part, schemas, seen) for part in node.get("allOf", ()))
        and all(any(_takes_null(branch, schemas, seen) for branch in union) for union in unions)
    )


def docstring(node: Object, schemas: Object, indent: str) -> str:
    """Return the schema's text as a Python docstring literal; empty if the schema has no text."""
    text = str(node.get("description") or resolve(node, schemas).get("description", ""))
    if not text.replace("\n", "").isprintable():
        text = "".join(
            letter if letter.isprintable() or letter == "\n" else " " for letter in text
        )  # NUL, bidi controls
    if "default" in node:
        text = f"{text}\n\nThe API's default is `{json.dumps(node['default'])}`.".strip()
    if not text.strip():
        return ""
    paragraphs = ["\n".join(textwrap.wrap(part, LINE - len(indent))) for part in text.split("\n\n")]
    body = "\n\n".join(part for part in paragraphs if part).replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if "\n" in body or body.endswith('"'):
        return f'"""{textwrap.indent(body, indent).strip()}\n{indent}"""'
    return f'"""{body}"""'
