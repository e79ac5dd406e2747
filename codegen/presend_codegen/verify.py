"""Refuse schemas that do not say what their author meant: a keyword that nothing reads, a limit that is none.

Run after the overlay, on the schemas that the roots reach. Whatever passes here is either enforced or an annotation.
"""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any

import jsonschema_rs
from pydantic_core import SchemaError, SchemaValidator, core_schema

from presend_codegen.closure import PREFIX
from presend_codegen.load import Object, SpecError
from presend_codegen.names import subschemas

if TYPE_CHECKING:
    from collections.abc import Iterator

ENFORCED = (
    "$ref type enum const properties required additionalProperties propertyNames items anyOf oneOf allOf if then else "
    "minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern minItems maxItems "
    "minProperties maxProperties nullable discriminator"
).split()
ANNOTATIONS = (
    "title description default example examples format deprecated readOnly writeOnly externalDocs xml $comment "
    "contentEncoding contentMediaType"
).split()
KEYWORDS = frozenset([*ENFORCED, *ANNOTATIONS])
OPENAPI_ONLY = ("nullable", "discriminator", "example", "externalDocs", "xml")  # no part of JSON Schema's meta-schema


def verify(schemas: Object) -> None:
    """Check every schema.

    Raises:
        SpecError: One of them is no JSON Schema, or holds a keyword that would be read by nothing.
    """
    for name, schema in schemas.items():
        if not re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]*", name):
            raise SpecError(f"{PREFIX}{name}: expected a schema name that is a Python identifier")
        for place, node in _every(schema, f"{PREFIX}{name}"):
            _verify_node(node, place)


def _every(schema: Any, place: str) -> Iterator[tuple[str, Object]]:
    if isinstance(schema, dict):
        yield place, schema
        for step, sub in subschemas(schema):
            yield from _every(sub, f"{place}/{'/'.join(map(str, step))}")


def _verify_node(node: Object, place: str) -> None:
    for word in node:
        if word not in KEYWORDS and not word.startswith("x-"):
            near = difflib.get_close_matches(word, KEYWORDS, n=1)
            hint = f"; did you mean {near[0]!r}?" if near else ""
            raise SpecError(f"{place}: the keyword {word!r} is one that nothing enforces{hint}")
    plain = {word: value for word, value in node.items() if word not in OPENAPI_ONLY and not word.startswith("x-")}
    try:
        jsonschema_rs.meta.validate(plain)
    except jsonschema_rs.ValidationError as error:
        where = "/".join(map(str, [place, *error.instance_path]))
        raise SpecError(f"{where}: {error.message}") from None
    beside = [word for word in node if word in ENFORCED and word not in ("$ref", "nullable", "discriminator")]
    if "$ref" in node and beside:
        raise SpecError(f"{place}: {beside[0]!r} beside $ref would be enforced by nothing")
    if "oneOf" in node and "anyOf" in node:
        raise SpecError(f"{place}: oneOf beside anyOf would be enforced by nothing")
    parts = [part for part in node.get("allOf", ()) if part.keys() - {"nullable"}]
    if len(parts) > 1 or (parts and beside != ["allOf"]):
        raise SpecError(f"{place}: allOf of more than one schema would be enforced by nothing")
    if "enum" in node and not node["enum"]:
        raise SpecError(f"{place}/enum: expected at least one value")
    if any(isinstance(value, dict | list) for value in node.get("enum", ())):
        raise SpecError(f"{place}/enum: expected strings, numbers, booleans or null")
    if node.get("type") == "object" and "properties" in node:
        undeclared = [name for name in node.get("required", ()) if name not in node["properties"]]
        if undeclared:
            raise SpecError(f"{place}/required: {undeclared[0]!r} is not among the properties")
    if "pattern" in node:
        _verify_pattern(node["pattern"], f"{place}/pattern")


def _verify_pattern(pattern: str, place: str) -> None:
    """Refuse what the models' engine (Rust's regex) or Python's cannot compile."""
    try:
        SchemaValidator(core_schema.str_schema(pattern=pattern))
        re.compile(pattern)
    except (SchemaError, re.error) as error:
        raise SpecError(f"{place}: {str(error).splitlines()[-1].strip()}") from None
