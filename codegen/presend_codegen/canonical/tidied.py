"""Make a named schema of each body and each reference target in an OpenAPI document."""

from __future__ import annotations

import contextlib
from http import HTTPStatus
from typing import TYPE_CHECKING
from urllib.parse import unquote

from presend.packs.media_types import EVENTS, covers, may_be_json, read
from presend.problems import escaped
from presend.schema.keywords import listed
from presend.schema.marks import ENCODING, KNOWN, RESIDUAL, SOURCE, TYPE
from presend.schema.vocabulary import DATA, DEFINITIONS, DIALECT, MAPS
from presend.words.pointers import steps_of
from presend_codegen.canonical.dialect import doubts, ignored_in_3_0, in_2020_12
from presend_codegen.canonical.references import References
from presend_codegen.canonical.shape import require, version_of
from presend_codegen.canonical.spelling import free_name, pascal
from presend_codegen.schemas.closure import METHODS, OTHERS, PREFIX
from presend_codegen.source.load import Json, Object, SpecError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


OURS = (SOURCE, ENCODING, KNOWN, RESIDUAL, TYPE)  # keywords that only later steps set
DROPPED = ("$recursiveAnchor", "$id", *DEFINITIONS, *OURS)  # the schemas in definitions have become component schemas
PROSE = ("title", "description")
ITEMS = "itemSchema"  # in OpenAPI 3.2: the schema of each item of a streamed body


class Tidied:
    """The schemas found so far, and the way to add one."""

    def __init__(self, document: Object, names: dict[str, str], *, is_whole: bool) -> None:
        self.schemas: Object = {}
        self.doubts: list[str] = []
        self._document = document
        self._version = version_of(document)
        if not isinstance(document["openapi"], str):
            self.doubts.append(f"#/openapi: expected text, such as '3.1.0', got a number; read as {self._version}")
        self._is_whole = is_whole
        self._places = {f"{PREFIX}{escaped(old)}": new for old, new in names.items()}
        self._taken = set(names.values())
        self._stands: dict[str, str] = {}  # name → place
        self._waiting: list[tuple[str, Json, str]] = []
        self._references = References(document)

    def add(self, name: str, schema: Json, place: str) -> None:
        """Add the schema at `place`; `finish` adds what it refers to."""
        schema = schema if isinstance(schema, dict) else {} if schema else {"not": {}}
        self._stands[name] = place
        body = self._referring(schema, name)
        self.schemas[name] = body if place == PREFIX + name else {SOURCE: place, **body}

    def finish(self) -> None:
        """Add the places that references point at, and what these refer to in turn."""
        while self._waiting:
            self.add(*self._waiting.pop(0))

    def path_item(self, path: str, item: Object, root: str) -> Object:
        """Return a path or a webhook in which each body is a reference to a schema."""
        place = f"#/{root}/{escaped(path)}"
        require(item, dict, place)
        if "$ref" in item:
            found, _ = self._followed({"$ref": item["$ref"]}, place)
            item = {**found, **{key: part for key, part in item.items() if key != "$ref"}}
        operations = {key: self._operation(path, key, item, item, place) for key in METHODS if key in item}
        others = item.get(OTHERS, {})
        require(others, dict, f"{place}/{OTHERS}")
        if others:
            at = f"{place}/{OTHERS}"
            operations[OTHERS] = {key: self._operation(path, key, others, item, at) for key in others}
        return {**item, **operations}

    def _operation(self, path: str, method: str, operations: Object, item: Object, within: str) -> Object:
        operation = operations[method]
        place = f"{within}/{escaped(method)}"
        require(operation, dict, place)
        name = pascal(str(operation.get("operationId", f"{method} {path.partition('?')[0]}")))
        result = dict(operation)
        if self._is_whole:
            every = [
                *self._parameters(item, within.removesuffix(f"/{OTHERS}"), name),
                *self._parameters(operation, place, name),
            ]
            # Parameters of the operation replace those of the path.
            once = {(str(one.get("in")), str(one.get("name"))): one for one in every}
            result["parameters"] = list(once.values())
        if "requestBody" in operation:
            result["requestBody"] = self._body(operation["requestBody"], f"{place}/requestBody", f"{name}Request")
        answers = operation.get("responses", {})
        require(answers, dict, f"{place}/responses")
        result["responses"] = {
            status: self._body(answer, f"{place}/responses/{status}", f"{name}{_phrase(status)}Response", _is_textual)
            for status, answer in answers.items()
            if not str(status).startswith("x-")
        }
        return result

    def _parameters(self, owner: Object, place: str, name: str) -> Iterator[Object]:
        """Yield the parameters of a path or an operation; the schema of each is a reference."""
        require(owner.get("parameters", []), list, f"{place}/parameters")
        for number, written in enumerate(owner.get("parameters", ())):
            one, at = self._followed(written, f"{place}/parameters/{number}")
            holder = one
            if "content" in one:
                require(one["content"], dict, f"{at}/content")
                kind, holder = next(iter(one["content"].items()), ("", {}))
                holder, at = self._followed(holder, f"{at}/content/{escaped(kind)}")
            wanted = name + pascal(str(one.get("name")))
            yield {**one, "schema": self._reference(holder.get("schema", {}), f"{at}/schema", wanted)}

    def _followed(self, node: Json, place: str) -> tuple[Object, str]:
        """Follow a node if it is a reference; return the target and its place.

        Raises:
            SpecError: It refers to itself, to nothing, or to something that is not a mapping.
        """
        seen = set()
        said: Object = {}  # keywords beside a reference, which take precedence over its target
        while isinstance(node, dict) and "$ref" in node:
            said = {**{word: node[word] for word in ("summary", "description") if word in node}, **said}
            target = str(node["$ref"])
            if target in seen:
                raise SpecError(f"{place}: $ref {target[:200]!r} refers to itself")
            seen.add(target)
            node, place = self._references.found(node["$ref"], place), self._references.own(target)
        require(node, dict, place)
        return {**node, **said} if said and self._is_whole else node, place

    def _body(self, body: Object, place: str, name: str, is_wanted: Callable[[str], bool] | None = None) -> Object:
        """Return a request body or a response, after following a reference, in which each schema is a reference."""
        body, at = self._followed(body, place)
        place, name = at, name if at == place else pascal(at.rpartition("/")[2])
        content = body.get("content", {})
        require(content, dict, f"{place}/content")
        media: Object = {}
        for kind, written in content.items():
            stands = f"{place}/content/{escaped(kind)}"
            part, at = self._followed(written, stands)
            if ITEMS in part and not self._is_whole:
                self.doubts.append(f"{at}: {ITEMS} is not enforced; a body that is a sequence of values is not checked")
            if self._is_whole or _is_in_range(kind, content):
                part = {"schema": {}, **part}  # any value
            if "schema" in part and (self._is_whole or is_wanted is None or is_wanted(kind)):
                wanted = name if not media else name + pascal(kind.rpartition("/")[2])
                wanted = wanted if at == stands else pascal(at.rpartition("/")[2])
                media[kind] = {**part, "schema": self._reference(part["schema"], f"{at}/schema", wanted)}
        return {**body, "content": media}

    def _reference(self, schema: Json, place: str, wanted: str) -> Object:
        schema = self._without_ignored(schema, place)
        if isinstance(schema, dict) and set(schema) - {"description", "summary", "title"} == {"$ref"}:
            beside = schema if self._is_whole else {}
            return {**beside, "$ref": self._canonical(schema["$ref"], "", place)}
        return {"$ref": PREFIX + self._named(place, schema, wanted)}

    def _named(self, place: str, schema: Json, wanted: str) -> str:
        if place not in self._places:
            require(schema, dict | bool, place)
            self._places[place] = free_name(wanted, self._taken, place)
            self._waiting.append((self._places[place], schema, place))
        return self._places[place]

    def _referring(self, node: Json, root: str, *, names: bool = False) -> Json:
        """Return a schema whose references are canonical; `names` says that the keys are names and not keywords."""
        if isinstance(node, list):
            return [self._referring(item, root) for item in node]
        if not isinstance(node, dict):
            return node
        result: Object = {}
        if not names:
            node = self._without_ignored(node, f"{PREFIX}{root}")
            self.doubts += doubts(node, f"{PREFIX}{root}")
            node = in_2020_12(node)
        for key, part in node.items():
            if names:
                result[key] = self._referring(part, root)
            elif key in PROSE:
                result[key] = self._text(part)
            elif key == "$ref":
                result[key] = self._canonical(part, root, self._stands[root])
            elif key == "$recursiveRef" and part == "#":
                result["$ref"] = PREFIX + root
            elif key == "discriminator":
                result[key] = part if self._is_whole else _without_mapping(part)
            elif key not in DROPPED and (key != "$schema" or str(part).rstrip("#") != DIALECT):
                is_data = key in DATA or key.startswith("x-")
                result[key] = part if is_data else self._referring(part, root, names=key in MAPS)
        return result

    def _without_ignored(self, node: Json, place: str) -> Json:
        """Drop the keywords beside a reference that OpenAPI 3.0 ignores."""
        ignored = ignored_in_3_0(node) if self._version.startswith("3.0") else ()
        if not ignored:
            return node
        self.doubts.append(
            f"{place}: OpenAPI 3.0 ignores {listed(ignored)} beside $ref; for it to count, put the $ref into an allOf"
        )
        return {word: part for word, part in node.items() if word not in ignored}

    def _text(self, part: Json) -> str:
        """Return a description; upstream once wrote a reference to another description here."""
        if isinstance(part, dict) and "$ref" in part:
            part = self._references.found(part["$ref"], "description")
        return part if isinstance(part, str) else ""

    def _canonical(self, target: Json, root: str, within: str) -> str:
        """Return a reference that is used at a place in the form `#/components/schemas/NAME`."""
        target = self._references.own(target)
        if not isinstance(target, str) or not target.startswith("#"):
            raise SpecError(
                f"{within}: $ref {str(target)[:200]!r}: expected a reference into the same document, such as "
                f"{PREFIX}NAME; bundle what it points at into this document"
            )
        place = "#" + unquote(target[1:])
        if place == "#" and root:
            return PREFIX + root
        place = self._references.anchors.get(place, place)
        if place not in self._places:
            steps = steps_of(place)
            schema = self._references.found(place, within)
            self._named(place, schema, pascal(" ".join(step for step in steps[2:] if step not in MAPS)))
        return PREFIX + self._places[place]


def _is_in_range(kind: str, content: Object) -> bool:
    """Say whether a range such as `text/*` covers a media type that the content does not list."""
    return any("*" in other and other != kind and covers(other, kind) for other in content)


def _is_textual(kind: str) -> bool:
    """Say whether the body of a response of this type has a schema worth keeping."""
    return may_be_json(kind) or read(kind).essence == EVENTS


def _phrase(status: Json) -> str:
    """Return a status as a name, such as `NotFound`; empty for success."""
    code = str(status)
    if code.isdecimal() and not code.startswith("2"):
        with contextlib.suppress(ValueError):
            return pascal(HTTPStatus(int(code)).phrase)
    return "" if code.startswith("2") else "Other"


def _without_mapping(part: Json) -> Json:
    """Drop the mapping of a discriminator: it may be wrong or absent, and the constants in the branches suffice."""
    return {key: value for key, value in part.items() if key != "mapping"} if isinstance(part, dict) else part
