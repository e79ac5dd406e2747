"""Turn a JSON Schema document (2020-12) into named schemas that refer to each other by name, as in OpenAPI.

A reference may point anywhere in the document: at `#`, a pointer, an `$anchor`, or an `$id` relative to another. Its
target gets a name. A reference that leaves the document is refused, and nothing is fetched.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import jsonschema_rs
from referencing import Registry
from referencing.exceptions import Unresolvable
from referencing.jsonschema import DRAFT202012

from presend.problems import pointer_of
from presend.schema.subschemas import rebuilt
from presend.schema.vocabulary import ANNOTATIONS, DECIDING, DIALECT, ENFORCED, OPENAPI_ONLY, UNSUPPORTED
from presend_codegen.schemas.closure import PREFIX
from presend_codegen.source.load import SpecError

if TYPE_CHECKING:
    from referencing._core import Resolver

    from presend_codegen.source.load import Json, Object

NOWHERE = "urn:presend:document"  # the base of a document without an `$id`
TOLD = 500  # characters of a validator's message to quote
SPENT = ("$id", "$schema", "$vocabulary")  # not needed after references are resolved
KEPT = frozenset([*ENFORCED, *ANNOTATIONS, *UNSUPPORTED]) - {*OPENAPI_ONLY, *SPENT}


def is_json_schema(document: Object) -> bool:
    """Say whether a document is a JSON Schema and not OpenAPI, judging by `$schema` or by its keywords."""
    return not {"openapi", "swagger"} & document.keys() and bool({"$schema", *ENFORCED} & document.keys())


def as_openapi(document: Object, name: str) -> Object:
    """Return a JSON Schema document as an OpenAPI document without operations; `name` is the name of the root schema.

    Raises:
        SpecError: It uses another dialect, or a reference leaves it or points nowhere.
    """
    info = {"title": str(document.get("title", name)), "version": ""}
    return {"openapi": "3.1.0", "info": info, "paths": {}, "components": {"schemas": bundle(document, name)}}


def bundle(document: Json, name: str) -> Object:
    """Return the schemas of a document by name: the root as `name`, and each schema that a reference points at.

    Raises:
        SpecError: It uses another dialect, or a reference leaves it or points nowhere.
    """
    if isinstance(document, bool):
        return {name: _as_object(document)}
    _require_dialect(document)
    try:
        jsonschema_rs.meta.validate(document)
    except jsonschema_rs.ValidationError as error:
        raise SpecError(f"{PREFIX}{name}{pointer_of(tuple(error.instance_path))}: {error.message}"[:TOLD]) from None
    resource = DRAFT202012.create_resource(document)
    base = resource.id() or NOWHERE
    return _Bundle(Registry().with_resource(base, resource).crawl(), document, name, base).schemas


class _Bundle:
    """The schemas found so far, by name, and the names given to places of the document."""

    def __init__(self, registry: Registry[Any], document: Object, name: str, base: str) -> None:
        self.schemas: Object = {}
        self._names: dict[int, str] = {}
        self._root = name
        self._add(document, registry.resolver(base), name)

    def _add(self, schema: Json, resolver: Resolver[Any], name: str) -> None:
        self._names[id(schema)] = name
        self.schemas[name] = {}  # reserves the place, before the schemas that it refers to
        self.schemas[name] = _as_object(self._rewritten(schema, resolver))

    def _rewritten(self, schema: Json, resolver: Resolver[Any]) -> Json:
        """Return a schema with references by name, and without keywords that only identify it."""
        if isinstance(schema, bool):
            return schema
        _require_dialect(schema)
        schema = _without_dependencies(schema)
        words = {word: value for word, value in schema.items() if word in KEPT}
        if words.get("format") == "binary":
            del words["format"]  # `binary` means a file in OpenAPI, and nothing in JSON Schema
        result = rebuilt(words, lambda sub: self._rewritten(sub, _inside(resolver, sub)), DECIDING)
        if "$ref" in words:
            result["$ref"] = PREFIX + self._named(words["$ref"], resolver)
        return result

    def _named(self, reference: str, resolver: Resolver[Any]) -> str:
        try:
            found = resolver.lookup(reference)
        except (Unresolvable, ValueError) as error:
            raise SpecError(f"$ref {reference!r}: expected a place in the same document ({error})") from None
        known = self._names.get(id(found.contents))
        if known is not None:
            return known
        words = re.findall(r"[A-Za-z0-9]+", reference.rpartition("/")[2])
        name = self._root + "".join(word[:1].upper() + word[1:] for word in words)
        while name in self.schemas:
            name += "Too"
        self._add(found.contents, found.resolver, name)
        return name


def _require_dialect(schema: Json) -> None:
    if not isinstance(schema, dict):
        raise SpecError(f"expected a schema, got {type(schema).__name__}")
    dialect = str(schema.get("$schema", DIALECT))
    if dialect.rstrip("#") != DIALECT:
        raise SpecError(f"$schema: expected {DIALECT}, got {dialect!r:.99}, whose keywords nothing enforces")


def _inside(resolver: Resolver[Any], schema: Json) -> Resolver[Any]:
    """Return the resolver for a subschema, whose `$id` may set a new base."""
    return resolver.in_subresource(DRAFT202012.create_resource(schema))


def _without_dependencies(schema: Object) -> Object:
    """Replace `dependencies`, which older dialects have, by the two keywords that followed it."""
    both = schema.get("dependencies")
    if not isinstance(both, dict):
        return schema
    lists = {name: needed for name, needed in both.items() if isinstance(needed, list)}
    schemas = {name: sub for name, sub in both.items() if name not in lists}
    return {
        **schema,
        "dependentRequired": {**lists, **schema.get("dependentRequired", {})},
        "dependentSchemas": {**schemas, **schema.get("dependentSchemas", {})},
    }


def _as_object(schema: Json) -> Json:
    """Return a boolean schema as an object: a named schema has to be one."""
    return ({} if schema else {"not": {}}) if isinstance(schema, bool) else schema
