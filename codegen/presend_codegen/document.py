"""Bring an OpenAPI document to the one form that the later steps read, whatever names and places its author chose.

- Each component schema is called by a Python identifier; `x-presend-source` remembers where it stands.
- Each body that is written out in an operation becomes a component schema, called after the operation.
- Each `$ref` is `#/components/schemas/NAME`: one that points elsewhere in the document makes that place a schema of its
  own, and one that leaves the document is refused. No file and no address is read on a document's word.
- A discriminator keeps its property alone; the branches say which tag is whose.
- `$recursiveRef: "#"`, which JSON Schema 2020-12 does not know, is a reference to the schema around it.
"""

from __future__ import annotations

import contextlib
import dataclasses
import re
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import unquote

from presend_codegen.closure import DATA, DEFINITIONS, MAPS, METHODS, PREFIX
from presend_codegen.dialect import doubts, in_2020_12
from presend_codegen.load import Json, Object, SpecError
from presend_codegen.spelling import class_names, free_name, pascal

if TYPE_CHECKING:
    from types import UnionType

SOURCE = "x-presend-source"
PROSE = ("title", "description")
TEXTUAL = ("application/json", "+json", "text/event-stream")  # what a response body has a schema for


@dataclasses.dataclass(frozen=True, slots=True)
class Tidy:
    """A document in the one form.

    Attributes:
        document: The document, with paths and schemas alone.
        renamed: The schemas whose names had to change: theirs → ours.
        doubts: What was read otherwise than it stands, a line each.
    """

    document: Object
    renamed: dict[str, str]
    doubts: list[str]


def tidy(document: Object) -> Tidy:
    """Return the document in the one form.

    Raises:
        SpecError: It has not the shape of an OpenAPI 3 document, or a `$ref` leads out of it or nowhere.
    """
    _require_openapi(document)
    original = document.get("components", {}).get("schemas", {})
    names = class_names(original)
    renamed = {old: new for old, new in names.items() if old != new}
    tidied = _Tidied(document, names)
    for old, new in names.items():
        tidied.add(new, original[old], f"{PREFIX}{_token(old)}")
    paths = {path: tidied.path_item(path, item) for path, item in document.get("paths", {}).items()}
    tidied.finish()
    return Tidy({"paths": paths, "components": {"schemas": tidied.schemas}}, renamed, tidied.doubts)


def _require_openapi(document: Object) -> None:
    version = document.get("openapi")
    if "swagger" in document and version is None:
        got = f"swagger: {document['swagger']!r}"[:200]
        raise SpecError(f"expected an OpenAPI document of version 3.x, got {got}; convert it to OpenAPI 3 first")
    if not (isinstance(version, str) and version.startswith("3.")):
        raise SpecError(
            f"expected an OpenAPI document of version 3.x, or a JSON Schema with $schema, got openapi: {version!r}"[
                :200
            ]
        )
    for place in ("paths", "components"):
        _require(document.get(place, {}), dict, f"#/{place}")
    schemas = document.get("components", {}).get("schemas", {})
    _require(schemas, dict, "#/components/schemas")
    for name, schema in schemas.items():
        _require(schema, dict | bool, f"{PREFIX}{_token(name)}")
    for path, item in document.get("paths", {}).items():
        _require(item, dict, f"#/paths/{_token(path)}")


def _require(value: Json, kind: type | UnionType, place: str) -> None:
    if not isinstance(value, kind):
        raise SpecError(f"{place}: expected a mapping, got {type(value).__name__}")


class _Tidied:
    """The schemas that have been found so far, and the way to add one."""

    def __init__(self, document: Object, names: dict[str, str]) -> None:
        self.schemas: Object = {}
        self.doubts: list[str] = []
        self._document = document
        self._places = {f"{PREFIX}{_token(old)}": new for old, new in names.items()}
        self._taken = set(names.values())
        self._waiting: list[tuple[str, Json, str]] = []

    def add(self, name: str, schema: Json, place: str) -> None:
        """Add a schema that stands at `place`; what it refers to is added by `finish`."""
        schema = schema if isinstance(schema, dict) else {} if schema else {"not": {}}
        body = self._referring(schema, name)
        self.schemas[name] = body if place == PREFIX + name else {SOURCE: place, **body}

    def finish(self) -> None:
        """Add the places that references made into schemas, and those that these refer to."""
        while self._waiting:
            self.add(*self._waiting.pop(0))

    def path_item(self, path: str, item: Object) -> Object:
        """Return the item of a path with each body a reference to a schema."""
        place = f"#/paths/{_token(path)}"
        if "$ref" in item:
            item = {**self._found(item["$ref"], place), **{key: part for key, part in item.items() if key != "$ref"}}
        operations = {key: self._operation(path, key, item[key]) for key in METHODS if key in item}
        return {**item, **operations}

    def _operation(self, path: str, method: str, operation: Object) -> Object:
        place = f"#/paths/{_token(path)}/{method}"
        _require(operation, dict, place)
        name = pascal(str(operation.get("operationId", f"{method} {path.partition('?')[0]}")))
        result = dict(operation)
        if "requestBody" in operation:
            result["requestBody"] = self._body(operation["requestBody"], f"{place}/requestBody", f"{name}Request")
        answers = operation.get("responses", {})
        _require(answers, dict, f"{place}/responses")
        result["responses"] = {
            status: self._body(answer, f"{place}/responses/{status}", f"{name}{_phrase(status)}Response", TEXTUAL)
            for status, answer in answers.items()
        }
        return result

    def _body(self, body: Object, place: str, name: str, kinds: tuple[str, ...] = ("",)) -> Object:
        """Return a request body or a response, followed if it is a reference, its schemas references."""
        seen = set()
        while isinstance(body, dict) and "$ref" in body:
            if body["$ref"] in seen:
                raise SpecError(f"{place}: $ref {body['$ref']!r} refers to itself")
            seen.add(body["$ref"])
            place, name = body["$ref"], pascal(str(body["$ref"]).rpartition("/")[2])
            body = self._found(place, place)
        _require(body, dict, place)
        content = body.get("content", {})
        _require(content, dict, f"{place}/content")
        media: Object = {}
        for kind, part in content.items():
            at = f"{place}/content/{_token(kind)}"
            _require(part, dict, at)
            if "schema" in part and kind.partition(";")[0].strip().endswith(kinds):
                wanted = name if not media else name + pascal(kind.rpartition("/")[2])
                media[kind] = {**part, "schema": self._reference(part["schema"], f"{at}/schema", wanted)}
        return {**body, "content": media}

    def _reference(self, schema: Json, place: str, wanted: str) -> Object:
        if isinstance(schema, dict) and set(schema) - {"description", "summary", "title"} == {"$ref"}:
            return {"$ref": self._canonical(schema["$ref"], "")}
        return {"$ref": PREFIX + self._named(place, schema, wanted)}

    def _named(self, place: str, schema: Json, wanted: str) -> str:
        if place not in self._places:
            _require(schema, dict | bool, place)
            self._places[place] = free_name(wanted, self._taken, place)
            self._waiting.append((self._places[place], schema, place))
        return self._places[place]

    def _referring(self, node: Json, root: str, *, names: bool = False) -> Json:
        """Return a schema in which each reference is canonical; `names` says that the keys are no keywords."""
        if isinstance(node, list):
            return [self._referring(item, root) for item in node]
        if not isinstance(node, dict):
            return node
        result: Object = {}
        if not names:
            self.doubts += doubts(node, f"{PREFIX}{root}")
            node = in_2020_12(node)
        for key, part in node.items():
            if names:
                result[key] = self._referring(part, root)
            elif key in PROSE:
                result[key] = self._text(part)
            elif key == "$ref":
                result[key] = self._canonical(part, root)
            elif key == "$recursiveRef" and part == "#":
                result["$ref"] = PREFIX + root
            elif key == "discriminator":
                result[key] = _without_mapping(part)
            elif key not in ("$recursiveAnchor", *DEFINITIONS):  # what refers to a definition made it a schema
                is_data = key in DATA or key.startswith("x-")
                result[key] = part if is_data else self._referring(part, root, names=key in MAPS)
        return result

    def _text(self, part: Json) -> str:
        """Return a description; upstream once wrote a reference to another one."""
        if isinstance(part, dict) and "$ref" in part:
            part = self._found(part["$ref"], "description")
        return part if isinstance(part, str) else ""

    def _canonical(self, target: Json, root: str) -> str:
        """Return a reference as `#/components/schemas/NAME`."""
        if not isinstance(target, str) or not target.startswith("#"):
            raise SpecError(
                f"$ref {str(target)[:200]!r}: expected a reference into the same document, such as {PREFIX}NAME"
            )
        place = "#" + unquote(target[1:])
        if place == "#" and root:
            return PREFIX + root
        if place not in self._places:
            steps = [_untoken(step) for step in place.split("/")[1:]]
            schema = self._found(place, place)
            self._named(
                place, schema, pascal(" ".join(step for step in steps[2:] if step not in (*MAPS, *DEFINITIONS)))
            )
        return PREFIX + self._places[place]

    def _found(self, target: Json, place: str) -> Json:
        """Return what stands where a reference points."""
        node: Json = self._document
        if not isinstance(target, str) or not target.startswith("#/"):
            raise SpecError(f"{place}: $ref {str(target)[:200]!r}: expected a reference into the same document")
        for step in map(_untoken, unquote(target).split("/")[1:]):
            if isinstance(node, list) and step.isdecimal() and int(step) < len(node):
                node = node[int(step)]
            elif isinstance(node, dict) and step in node:
                node = node[step]
            else:
                raise SpecError(f"$ref {target[:200]!r}: points at nothing; {step[:80]!r} is not there")
        return node


def _phrase(status: Json) -> str:
    """Return what a status is called, such as `NotFound`; nothing where it is success."""
    code = str(status)
    if code.isdecimal() and not code.startswith("2"):
        with contextlib.suppress(ValueError):
            return pascal(HTTPStatus(int(code)).phrase)
    return "" if code.startswith("2") else "Other"


def _without_mapping(part: Json) -> Json:
    """Leave out where tags lead: a mapping may be wrong or absent, and the branches' own constants say it."""
    return {key: value for key, value in part.items() if key != "mapping"} if isinstance(part, dict) else part


def _token(name: str) -> str:
    return str(name).replace("~", "~0").replace("/", "~1")


def _untoken(token: str) -> str:
    return re.sub("~[01]", lambda match: "/" if match[0] == "~1" else "~", token)
