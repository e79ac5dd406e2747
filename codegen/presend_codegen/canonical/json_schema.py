"""Bring one JSON Schema document (2020-12) to the form that OpenAPI has: named schemas, and references by name.

A reference may go anywhere in the document: to `#`, a pointer, an `$anchor`, an `$id` relative to another. What it
reaches gets a name. A reference that leaves the document is refused, and nothing is fetched.
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
TOLD = 500  # characters of what a validator says
SPENT = ("$id", "$schema", "$vocabulary")  # once references are resolved
KEPT = frozenset([*ENFORCED, *ANNOTATIONS, *UNSUPPORTED]) - {*OPENAPI_ONLY, *SPENT}


def is_json_schema(document: Object) -> bool:
    """Say whether a document is a JSON Schema, by its own word or by its keywords, and no OpenAPI document."""
    return not {"openapi", "swagger"} & document.keys() and bool({"$schema", *ENFORCED} & document.keys())


def as_openapi(document: Object, name: str) -> Object:
    """Return a JSON Schema document as an OpenAPI document without operations, the whole called `name`.

    Raises:
        SpecError: It is written for another dialect, or refers to something outside or to nothing.
    """
    info = {"title": str(document.get("title", name)), "version": ""}
    return {"openapi": "3.1.0", "info": info, "paths": {}, "components": {"schemas": bundle(document, name)}}


def bundle(document: Json, name: str) -> Object:
    """Return the schemas of a document by name: the whole as `name`, and each that something refers to.

    Raises:
        SpecError: It is written for another dialect, or refers to something outside or to nothing.
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
    """The schemas found so far, by name, and the names of what they were in the document."""

    def __init__(self, registry: Registry[Any], document: Object, name: str, base: str) -> None:
        self.schemas: Object = {}
        self._names: dict[int, str] = {}
        self._root = name
        self._add(document, registry.resolver(base), name)

    def _add(self, schema: Json, resolver: Resolver[Any], name: str) -> None:
        self._names[id(schema)] = name
        self.schemas[name] = {}  # its place, before those that it refers to
        self.schemas[name] = _as_object(self._rewritten(schema, resolver))

    def _rewritten(self, schema: Json, resolver: Resolver[Any]) -> Json:
        """Return a schema without what only names it, its references by name."""
        if isinstance(schema, bool):
            return schema
        _require_dialect(schema)
        schema = _without_dependencies(schema)
        words = {word: value for word, value in schema.items() if word in KEPT}
        if words.get("format") == "binary":
            del words["format"]  # means a file in OpenAPI, and nothing here
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
    """Return the resolver for a subschema, whose `$id` may be a base of its own."""
    return resolver.in_subresource(DRAFT202012.create_resource(schema))


def _without_dependencies(schema: Object) -> Object:
    """Write `dependencies`, which this dialect keeps from older ones, as the two keywords that it has become."""
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
    """Return a boolean schema as an object, which a named one has to be."""
    return ({} if schema else {"not": {}}) if isinstance(schema, bool) else schema
