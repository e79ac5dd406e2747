"""The smallest fragment with everything that `presend sync` reports, and a newer revision of it.

Upstream's texts are "Upstream says: …", ours are not. The rules are defined here, so nothing depends on the committed
fragment or on the real rules.
"""

from __future__ import annotations

import copy
import datetime as dt
import json
from typing import TYPE_CHECKING, Any

import yaml

from presend import Rule
from presend_codegen.build import build, own_recipe
from presend_codegen.emitting.write import write
from presend_codegen.source.record import Places, sentence_digest
from presend_codegen.upstream.fragment import facts_digest
from presend_codegen.upstream.sentences import texts_of

if TYPE_CHECKING:
    from pathlib import Path

OLD, NEW = dt.date(2025, 2, 10), dt.date(2026, 5, 31)
PREFIX = "#/components/schemas/"
PAIRS = "Set of 16 key-value pairs."
ATTACHED = "A list of files. Each has an id, which is required."


def said(text: str) -> dict[str, str]:
    return {"description": text}


ITEM = {"type": "object", "properties": {"file_id": {"type": "string", **said("The id of the file.")}}}
SCHEMAS: dict[str, Any] = {
    "Metadata": {"type": "object", "nullable": True, "additionalProperties": {"type": "string"}, **said(PAIRS)},
    "Effort": {"type": "string", "enum": ["low", "high"], "nullable": True, **said("Only `gpt-9` takes it.")},
    "Run": {
        "type": "object",
        **said("A run."),
        "required": ["model"],
        "properties": {
            # dates of the old and the new revision, which are names here, and a count
            "model": {"type": "string", "enum": ["gpt-9-2025-02-10", "gpt-9", "3 schemas"], **said("The model.")},
            "effort": {"$ref": PREFIX + "Effort"},
            "metadata": {"$ref": PREFIX + "Metadata"},
            "seed": {"type": "integer", **said("At most 100.")},
            "attachments": {"type": "array", "items": ITEM, **said(ATTACHED)},
        },
    },
}
PATH = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
OPERATION: dict[str, Any] = {
    "operationId": "createRun",
    "parameters": [PATH],
    "requestBody": {"required": True, "content": {"application/json": {"schema": {"$ref": PREFIX + "Run"}}}},
    "responses": {"200": {"description": "The run."}},
}
ACTIONS: list[dict[str, Any]] = [
    {"target": "$.components.schemas.Metadata", "update": {"maxProperties": 16}},
    {"target": "$.components.schemas.Effort", "update": {"enum": [None]}},
    {"target": "$.components.schemas.Run.properties.attachments.items", "update": {"required": ["file_id"]}},
]
COMMENT = "# Schemas of a test: 3 schemas, published on 2025-02-10.\n\n"
SOURCE = """# Where it comes from.

[upstream]
version = "1.0"        # of the document
revised = 2025-02-10
openapi = "3.0.0"
sha256 = "00"
commit = "old \\"one\\""

[page]
version = "untouched"

[fragment]
facts_sha256 = "{facts}"
schemas = 3            # the roots and what they reach
roots = ["Run"]
operations = ["POST /runs/{{id}}"]

[wording]
digests = "digests.tsv"
"""
HEADING = "# Digests (revision of 2025-02-10)\npointer\tsha256\n"
STATED = {  # rule → place of its sentence, and its target
    "metadata.max-pairs": ("Metadata", "Metadata"),
    "metadata.also": ("Metadata", "Metadata"),
    "run.effort": ("Effort", "Run.effort"),
    "run.model": ("Run/properties/model", "Run.model"),
    "run.seed": ("Run/properties/seed", "Run"),
    "attachments.required": ("Run/properties/attachments", "Run.attachments"),
}
RULES = tuple(
    Rule(name, "error", "prose", "It is so.", "Make it so.", (f"{PREFIX}{place}/description",), (at,))
    for name, (place, at) in STATED.items()
)


def document(schemas: Any, operation: Any = OPERATION, **others: Any) -> dict[str, Any]:
    """Return an OpenAPI document with these schemas."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "A", "version": "1.0"},
        "paths": {"/runs/{id}": {"post": operation}},
        "components": {"schemas": schemas},
        **others,
    }


def revised() -> dict[str, Any]:
    """Return what upstream published next: sentences moved, changed and went; null became a branch; a schema is new."""
    schemas = copy.deepcopy(SCHEMAS)
    for schema in (schemas["Metadata"], schemas["Effort"]):
        del schema["nullable"]
    schemas["Metadata"] = {"anyOf": [schemas["Metadata"], {"type": "null"}]}
    schemas["Effort"] |= {"enum": ["none", "low", "high"], **said("Only `gpt-9` and `gpt-10` take it.")}
    schemas["Effort"] = {"anyOf": [schemas["Effort"], {"type": "null"}]}
    members = schemas["Run"]["properties"]
    members["model"] = {**members["model"], **said("The model. Pick one of those that are listed.")}
    members["attachments"] = {"anyOf": [members["attachments"], {"type": "null"}]}
    members["ranker"] = {"$ref": PREFIX + "Ranker"}
    del members["seed"]["description"]
    schemas["Ranker"] = {"type": "string", **said("A 64-character string. Have fun.")}
    operation = copy.deepcopy(OPERATION)
    operation["parameters"] += [{"name": "include", "in": "query", "schema": {"type": "string"}}]
    operation["responses"]["200"]["content"] = {"application/json": {"schema": {"$ref": PREFIX + "Run"}}}
    return document(schemas, operation, info={"title": "A", "version": "2.0"})


def made(folder: Path) -> Places:
    """Write the fragment below a folder, and the pack that is made from it."""
    places = Places(folder / "spec", folder / "pack", folder / "docs")
    for place in (places.spec, places.docs):
        place.mkdir()
    ours = json.loads(json.dumps(SCHEMAS), object_hook=_in_our_words)
    info = {"title": "Ours", "version": "1.0", "description": "As of 2025-02-10: 3 schemas."}
    text = yaml.safe_dump(document(ours, info=info), sort_keys=False)
    (places.spec / "openapi.yaml").write_text(COMMENT + text)
    (places.spec / "SOURCE.toml").write_text(SOURCE.format(facts=facts_digest(SCHEMAS)))
    rows = "".join(f"{pointer}\t{sentence_digest(text)}\n" for pointer, text in texts_of(SCHEMAS).items())
    (places.spec / "digests.tsv").write_text(HEADING + rows)
    with_actions(places, ACTIONS)
    write(places.out, build(own_recipe(places.spec)).files)
    return places


def with_actions(places: Places, actions: list[dict[str, Any]]) -> None:
    """Replace the overlay of the fragment, but not its pack."""
    (places.spec / "overlay.yaml").write_text(yaml.safe_dump({"overlay": "1.1.0", "actions": actions}))


def adapted() -> list[dict[str, Any]]:
    """Return the overlay as a maintainer edits it after a sync: with new places, and without needless actions."""
    return [
        {**ACTIONS[0], "target": "$.components.schemas.Metadata.anyOf[0]"},
        {**ACTIONS[2], "target": "$.components.schemas.Run.properties.attachments.anyOf[0].items"},
    ]


def _in_our_words(node: dict[str, Any]) -> dict[str, Any]:
    if isinstance(node.get("description"), str):
        node["description"] = f"Ours: {node['description'].lower()}"
    return node
