"""Make one schema of all query parameters of an operation, and one of its path parameters: each is a target.

`GET /files` gets the schema `ListFilesQuery`, with a member for each parameter; its target is `GET /files query`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from presend.words.pointers import steps_in
from presend_codegen.canonical.spelling import pascal
from presend_codegen.schemas.closure import METHODS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.source.load import Json, Object

PLACES = {"query": "Query", "path": "Path"}  # location of a parameter → suffix of the schema's name
MARK = "x-presend-parameters"  # on an operation: location → name of the schema


def with_parameters(document: Object) -> Object:
    """Add a schema for the parameters of each operation and location, and record its name on the operation."""
    schemas = dict(document.get("components", {}).get("schemas", {}))
    paths = {}
    for path, item in document.get("paths", {}).items():
        marked = dict(item)
        for method in METHODS:
            if method in item:
                marked[method] = _marked(item, item[method], document, schemas)
        paths[path] = marked
    components = {**document.get("components", {}), "schemas": schemas}
    return {**document, "paths": paths, "components": components}


def parameters_of(document: Object) -> dict[str, dict[str, str]]:
    """Return the schemas of parameters: `METHOD /path` → location → name of the schema."""
    return {
        f"{method.upper()} {path}": item[method][MARK]
        for path, item in document.get("paths", {}).items()
        for method in METHODS
        if MARK in item.get(method, {})
    }


def _marked(item: Object, operation: Object, document: Object, schemas: Object) -> Object:
    every = [*_followed(item.get("parameters", ()), document), *_followed(operation.get("parameters", ()), document)]
    # Parameters of the operation replace those of the path.
    once = {(str(one.get("in")), str(one.get("name"))): one for one in every}
    names = {}
    for place, ending in PLACES.items():
        members = {name: one for (at, name), one in once.items() if at == place}
        name = pascal(str(operation.get("operationId", ""))) + ending
        if members and len(name) > len(ending) and name not in schemas:
            schemas[name] = _as_object(members)
            names[place] = name
    return {**operation, MARK: names} if names else operation


def _as_object(members: Object) -> Object:
    required = [name for name, one in members.items() if one.get("required") is True or one.get("in") == "path"]
    properties = {name: _described(one) for name, one in members.items()}
    return {"type": "object", **({"required": required} if required else {}), "properties": properties}


def _described(one: Object) -> Json:
    schema = one.get("schema", {})
    said = one.get("description")
    return {**schema, "description": said} if said and isinstance(schema, dict) and "$ref" not in schema else schema


def _followed(parameters: Json, document: Object) -> Iterator[Object]:
    """Yield parameters, with references followed."""
    for one in parameters:
        held = document.get("components", {}).get("parameters", {})
        yield held.get(steps_in(one["$ref"])[-1], {}) if "$ref" in one else one
