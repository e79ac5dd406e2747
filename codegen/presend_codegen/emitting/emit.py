"""Run datamodel-code-generator: turn effective schemas into the Python source of their models.

All its options are here, for the one version that pyproject.toml pins. It gets only what it can turn into types, and no
word of the spec (`tokens`). Everything else is left out here and checked at run time. The templates beside this module
write the lines. `_facts_for_templates` gives them the facts that the generator does not pass on: the name and text of a
field, and whether it may be missing but not null.
"""

from __future__ import annotations

import ast
import json
import re
import subprocess
import textwrap
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from datamodel_code_generator import InputFileType, LiteralType, OpenAPIScope, PythonVersion, generate
from datamodel_code_generator.enums import DataModelType
from ruff import find_ruff_bin

from presend.schema.residual import residual_part
from presend_codegen.canonical.spelling import member_names
from presend_codegen.emitting.for_models import for_models, in_tokens
from presend_codegen.emitting.tokens import CLASS, MEMBER, Tokens, literal
from presend_codegen.passes.open_tags import is_open
from presend_codegen.passes.spoken import spoken
from presend_codegen.schemas.closure import ref_name
from presend_codegen.schemas.normalise import resolve, transform
from presend_codegen.source.load import SpecError

if TYPE_CHECKING:
    from presend_codegen.source.load import Json, Object

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
LINE = 100
TOLD = 2_000  # characters of Ruff's message to quote


def models_source(schemas: Object, header: str) -> str:
    """Return the Python source of the models of `schemas`; the text `header` becomes its docstring.

    Raises:
        SpecError: The generator made a class that belongs to no schema.
    """
    tokens = Tokens(schemas, json.dumps(schemas))
    members = member_names(
        dict.fromkeys(name for schema in schemas.values() for name in schema.get("properties", ())), schemas
    )
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
        tokens.of(CLASS, name): _facts_for_templates(schema, schemas, members, tokens)
        for name, schema in schemas.items()
    }
    text = json.dumps(document)
    top = docstring({"description": header}, {}, "")
    generated = generate(text, extra_template_data=defaultdict(dict, beside), custom_file_header=tokens.top, **OPTIONS)
    body = _inlined(str(generated), {tokens.of(CLASS, name) for name in schemas})
    return _laid_out(tokens.restored(body, members).replace(tokens.top, top, 1))


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


def _laid_out(source: str) -> str:
    """Format source with Ruff: sort imports and remove unused ones."""
    ruff = find_ruff_bin()  # the binary itself: starting it through Python takes five times as long as the formatting
    settings = ["--config", str(TEMPLATES / "ruff.toml"), "--stdin-filename", "models.py", "-"]
    for command in (["check", "--fix", "--quiet"], ["format", "--quiet"]):
        done = subprocess.run(  # noqa: S603 - our own command line, the source on standard input
            [ruff, *command, *settings],
            cwd=TEMPLATES,  # no package here, so Ruff cannot take an import for a local one
            input=source,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        if done.returncode:
            raise SpecError(f"the generated models cannot be laid out: {done.stderr.strip()[:TOLD]}")
        source = done.stdout
    return source


def _facts_for_templates(schema: Object, schemas: Object, names: dict[str, str], tokens: Tokens) -> Object:
    """Return the facts that the templates write beside the types."""
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
        "members": {tokens.of(MEMBER, name): facts for name, facts in beside.items()},
        "closed": spoken(schema, schemas).get("additionalProperties") is False,
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
    text = "".join(letter if letter.isprintable() or letter == "\n" else " " for letter in text)  # NUL, bidi controls
    if "default" in node:
        text = f"{text}\n\nThe API's default is `{json.dumps(node['default'])}`.".strip()
    if not text.strip():
        return ""
    paragraphs = ["\n".join(textwrap.wrap(part, LINE - len(indent))) for part in text.split("\n\n")]
    body = "\n\n".join(part for part in paragraphs if part).replace("\\", "\\\\").replace('"""', '\\"\\"\\"')
    if "\n" in body or body.endswith('"'):
        return f'"""{textwrap.indent(body, indent).strip()}\n{indent}"""'
    return f'"""{body}"""'
