"""Rewrite effective schemas in the form that datamodel-code-generator handles best, with stand-ins for words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.schema.marks import EXPECTED, KNOWN, TYPE
from presend_codegen.emitting.tokens import CLASS, MEMBER, VALUE, Tokens
from presend_codegen.passes.open_tags import is_open
from presend_codegen.schemas.closure import PREFIX, ref_name
from presend_codegen.schemas.normalise import NULL

if TYPE_CHECKING:
    from presend_codegen.source.load import Json, Object


SAID = (  # turned into types by the generator; presend.model checks the others, or Python has no use for them
    "$ref type enum const properties required additionalProperties propertyNames items prefixItems anyOf oneOf "
    "discriminator minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern "
    "minItems maxItems minProperties maxProperties"
).split()
FREE_TEXTS = [{"type": types} for types in ("string", ["string"], ["string", "null"], ["null", "string"])]


def for_models(node: Object) -> Object:
    """Rewrite a schema in the form that datamodel-code-generator handles best."""
    if TYPE in node:
        return {"customTypePath": node[TYPE]}
    if node.get("format") == "binary":
        file = {"customTypePath": "presend.model.FileContent"}
        return {"anyOf": [file, dict(NULL)]} if "null" in node.get("type", ["null"]) else file
    if is_open(node):  # pydantic's discriminators refuse other tags; `presend.model.Exact` makes one that accepts them
        return {"anyOf": node["anyOf"]}
    known = node.get(KNOWN) or _expected_texts(node)
    node = {key: value for key, value in node.items() if key in SAID}
    if known and node in FREE_TEXTS:
        node = _with_known(node, known)
    return _nested_union(node) if "discriminator" in node else node


def _expected_texts(node: Object) -> list[str]:
    expected = node.get(EXPECTED, {})
    values = [expected["const"]] if "const" in expected else expected.get("enum", ())
    return [value for value in values if isinstance(value, str)]


def _with_known(node: Object, known: Json) -> Object:
    """Add the known values to the type of a free string (`Literal[…] | str`), so that an editor completes them."""
    values = known if isinstance(known, dict) else {"type": "string", "enum": [v for v in known if v is not None]}
    null = [dict(NULL)] if isinstance(node["type"], list) else []
    return {"anyOf": [values, {"type": "string"}, *null]}


def _nested_union(node: Object) -> Object:
    """Put the tagged branches in an inner union if the union also has others (a string, null)."""
    union = "oneOf" if "oneOf" in node else "anyOf"
    tagged = list(node["discriminator"]["mapping"].values())
    others = [branch for branch in node[union] if branch.get("$ref") not in tagged]
    inner = {"oneOf": [{"$ref": ref} for ref in tagged], "discriminator": node["discriminator"]}
    outer = {key: value for key, value in node.items() if key not in (union, "discriminator")}
    return {**outer, "anyOf": [*others, inner]} if others else {**outer, **inner}


def in_tokens(node: Json, tokens: Tokens) -> Json:
    """Replace each name and each string in a schema by a stand-in."""
    if isinstance(node, list):
        return [in_tokens(item, tokens) for item in node]
    if not isinstance(node, dict):
        return node
    result: Object = {}
    for key, part in node.items():
        if key == "properties":
            result[key] = {tokens.of(MEMBER, name): in_tokens(sub, tokens) for name, sub in part.items()}
        elif key == "required":
            result[key] = [tokens.of(MEMBER, name) for name in part]
        elif key == "$ref":
            result[key] = PREFIX + tokens.of(CLASS, ref_name(part))
        elif key == "enum":
            result[key] = [tokens.of(VALUE, value) if isinstance(value, str) else value for value in part]
        elif key in ("const", "pattern"):
            result[key] = tokens.of(VALUE, part) if isinstance(part, str) else part
        elif key == "discriminator":
            mapping = {
                tokens.of(VALUE, tag): PREFIX + tokens.of(CLASS, ref_name(to)) for tag, to in part["mapping"].items()
            }
            result[key] = {"propertyName": tokens.of(MEMBER, part["propertyName"]), "mapping": mapping}
        else:
            result[key] = in_tokens(part, tokens)
    return result
