"""Run datamodel-code-generator: turn effective schemas into the Python source of their models.

All its options are here, for the one version that pyproject.toml pins. It gets only what it can turn into types, and no
word of the spec (`tokens`). Everything else is left out here and checked at run time. The templates beside this module
write the lines. `facts` gives them what the generator does not pass on: the name and text of a field, and whether it
may be missing but not null.
"""

from __future__ import annotations

import ast
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from datamodel_code_generator import InputFileType, LiteralType, OpenAPIScope, PythonVersion, generate
from datamodel_code_generator.enums import DataModelType

from presend_codegen.emitting.facts import facts_beside
from presend_codegen.emitting.for_models import for_models, in_tokens
from presend_codegen.emitting.tokens import CLASS, MEMBER, Tokens
from presend_codegen.passes.spoken import spoken
from presend_codegen.schemas.normalise import transform

if TYPE_CHECKING:
    from collections.abc import Mapping

    from presend_codegen.source.load import Object

TEMPLATES = Path(__file__).parent / "templates"
OPTIONS: dict[str, Any] = {
    "input_file_type": InputFileType.OpenAPI,
    "output_model_type": DataModelType.PydanticV2BaseModel,
    "openapi_scopes": [OpenAPIScope.Schemas],
    "target_python_version": PythonVersion.PY_311,
    "base_class": "presend.model.Model",
    "custom_template_dir": TEMPLATES,
    "additional_imports": [
        "typing.Annotated",
        "presend.model.Exact",
        "presend.model.Omittable",
        "pydantic.ConfigDict",
        "pydantic.Field",
    ],
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
    "formatters": [],  # Ruff formats the source later, after `tokens` has put the words back
}
NAME = re.compile(r"(?<![\"'])\bZ\w+")  # in quotes it is a word of a payload


def generated(schemas: Object, members: Mapping[str, str], top: str) -> str:
    """Return the source of the models of `schemas`, not yet laid out.

    Args:
        schemas: The effective schemas.
        members: The Python name of each member.
        top: The docstring of the module.
    """
    tokens = Tokens(schemas, json.dumps(schemas))
    document = {
        "openapi": "3.1.0",
        "info": {"title": "effective schemas", "version": "1"},
        "paths": {},
        "components": {
            "schemas": {
                tokens.of(CLASS, name): in_tokens(transform(spoken(schema, schemas), for_models), tokens)
                for name, schema in schemas.items()
            }
        },
    }
    beside = {
        tokens.of(CLASS, name): _in_templates(schema, schemas, members, tokens) for name, schema in schemas.items()
    }
    text = json.dumps(document)
    made = generate(text, extra_template_data=defaultdict(dict, beside), custom_file_header=tokens.top, **OPTIONS)
    body = _inlined(str(made), {tokens.of(CLASS, name) for name in schemas})
    return tokens.restored(body, members).replace(tokens.top, top, 1)


def _in_templates(schema: Object, schemas: Object, members: Mapping[str, str], tokens: Tokens) -> Object:
    facts = facts_beside(schema, schemas, members)
    return {**facts, "members": {tokens.of(MEMBER, name): one for name, one in facts["members"].items()}}


def _inlined(source: str, known: set[str]) -> str:
    """Replace each alias that the generator invented (and numbered) by its definition."""
    lines = source.split("\n")
    aliases: dict[str, str] = {}
    for node in ast.parse(source).body:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
            lines[node.lineno - 1] = ""  # `X.model_rebuild()`, which would build at once everything that X uses
        elif (
            isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name) and isinstance(node.value, ast.Call)
        ):
            name = node.targets[0].id
            if name not in known:
                aliases[name] = ast.unparse(node.value.args[1])
                end = node.end_lineno or node.lineno
                lines[node.lineno - 1 : end] = [""] * (end - node.lineno + 1)

    def written_out(match: re.Match[str]) -> str:
        return NAME.sub(written_out, aliases[match[0]]) if match[0] in aliases else match[0]

    return NAME.sub(written_out, "\n".join(lines))
