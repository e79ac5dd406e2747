"""Drive datamodel-code-generator: effective schemas in, the text of `models.py` out.

Its options stand here and nowhere else, for the one version that pyproject.toml pins. The templates beside this
module write the lines; what they need beyond the generator's own view of a field (its text, whether it may be left
out but not null) is handed to them per class by `_beside`.
"""

from __future__ import annotations

import json
import tempfile
import textwrap
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from datamodel_code_generator import InputFileType, LiteralType, OpenAPIScope, PythonVersion, generate
from datamodel_code_generator.enums import DataModelType
from datamodel_code_generator.format import Formatter

from presend.compiler import residual_part
from presend_codegen.normalise import EXPECTED, KNOWN, NULL, branches_of, resolve, transform
from presend_codegen.residual import spoken

if TYPE_CHECKING:
    from presend_codegen.load import Json, Object

TEMPLATES = Path(__file__).parent / "templates"
OPTIONS: dict[str, Any] = {
    "input_file_type": InputFileType.OpenAPI,
    "output_model_type": DataModelType.PydanticV2BaseModel,
    "openapi_scopes": [OpenAPIScope.Schemas],
    "target_python_version": PythonVersion.PY_311,
    "base_class": "presend.model.Model",
    "custom_template_dir": TEMPLATES,
    "additional_imports": ["typing.Annotated", "presend.model.Exact", "presend.model.Omittable", "pydantic.ConfigDict"],
    "use_annotated": True,
    "field_constraints": True,
    "strict_nullable": True,
    "enum_field_as_literal": LiteralType.All,
    "use_type_alias": True,
    "use_typed_nullable_map_values": True,
    "use_single_dict_for_object_maps": True,
    "use_union_operator": True,
    "use_standard_collections": True,
    "disable_timestamp": True,
    "keep_model_order": True,
    "formatters": [Formatter.RUFF_CHECK, Formatter.RUFF_FORMAT],
    "settings_path": TEMPLATES / "ruff.toml",
}
SAID = (  # what the generator turns into types; the rest is checked by presend.model, or is of no use in Python
    "$ref type enum const properties required additionalProperties propertyNames items prefixItems anyOf oneOf allOf "
    "discriminator minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern "
    "minItems maxItems minProperties maxProperties nullable"
).split()
LINE = 100


def models_source(schemas: Object, header: str) -> str:
    """Return the Python source of the models of `schemas`, with `header` as its first lines."""
    types = {name: transform(spoken(schema, schemas), _for_models) for name, schema in schemas.items()}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "effective schemas", "version": "1"},
        "paths": {},
        "components": {"schemas": types},
    }
    beside = defaultdict(dict, {name: _beside(schema, schemas) for name, schema in schemas.items()})
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "models.py"
        generate(json.dumps(document), output=output, custom_file_header=header, extra_template_data=beside, **OPTIONS)
        return output.read_text(encoding="utf-8")


def _for_models(node: Object) -> Object:
    """Say a schema as datamodel-code-generator understands it best."""
    if "customTypePath" in node:
        return {"customTypePath": node["customTypePath"]}
    if node.get("format") == "binary":
        return {"customTypePath": "presend.model.FileContent"}
    known = node.get(KNOWN) or node.get(EXPECTED, {}).get("enum")
    node = {key: value for key, value in node.items() if key in SAID}
    if known:
        node = _with_known(node, known)
    return _nested_union(node) if "discriminator" in node else node


def _with_known(node: Object, known: Json) -> Object:
    """Offer the known values in the type (`Literal[…] | str`), so that an editor completes them."""
    values = known if isinstance(known, dict) else {"type": "string", "enum": [v for v in known if v is not None]}
    null = [dict(NULL)] if isinstance(node["type"], list) else []
    return {**{k: v for k, v in node.items() if k != "type"}, "anyOf": [values, {"type": "string"}, *null]}


def _nested_union(node: Object) -> Object:
    """Put the tagged branches in a union of their own where others (a string, null) stand beside them."""
    union = "oneOf" if "oneOf" in node else "anyOf"
    tagged = list(node["discriminator"]["mapping"].values())
    others = [branch for branch in node[union] if branch.get("$ref") not in tagged]
    inner = {"oneOf": [{"$ref": ref} for ref in tagged], "discriminator": node["discriminator"]}
    outer = {key: value for key, value in node.items() if key not in (union, "discriminator")}
    return {**outer, "anyOf": [*others, inner]} if others else {**outer, **inner}


def _beside(schema: Object, schemas: Object) -> Object:
    """Return what the templates write beside the types."""
    members = schema.get("properties", {})
    required = schema.get("required", ())
    return {
        "text": docstring(schema, schemas, "    " if members else ""),
        "texts": {name: docstring(member, schemas, "    ") for name, member in members.items()},
        "omittable": [name for name, member in members.items() if name not in required and not _has_null(member)],
        "closed": spoken(schema, schemas).get("additionalProperties") is False,
        "residual": residual_part(schema) is not True,
    }


def _has_null(node: Object) -> bool:
    return "null" in node.get("type", ()) or NULL in branches_of(node)


def docstring(node: Object, schemas: Object, indent: str) -> str:
    """Return the schema's text as a Python docstring literal; empty where the schema says nothing."""
    text = node.get("description") or resolve(node, schemas).get("description", "")
    if "default" in node:
        text = f"{text}\n\nThe API's default is `{json.dumps(node['default'])}`.".strip()
    if not text:
        return ""
    paragraphs = ["\n".join(textwrap.wrap(part, LINE - len(indent))) for part in text.split("\n\n")]
    body = "\n\n".join(paragraphs).replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if "\n" in body or body.endswith('"'):
        return f'"""{textwrap.indent(body, indent).strip()}\n{indent}"""'
    return f'"""{body}"""'
