"""Collect the parts of an OpenAPI document other than values: the texts of operations, and parts not compared.

The tables list every field of OpenAPI 3.0 to 3.2. A field that is not in them is not compared, but it is reported by
name, so that no difference goes unmentioned.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from presend.schema.vocabulary import DATA as KEYWORDS_OF_DATA
from presend.schema.vocabulary import MAPS
from presend.words.pointers import steps_in
from presend_codegen.comparing.annotations import unseen
from presend_codegen.comparing.slots import IN_PATH, ROOTS, content_of, is_ignored, operations_at, place_of, shape
from presend_codegen.schemas.closure import METHODS, operations_in
from presend_codegen.schemas.closure import OTHERS as ADDITIONAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from presend_codegen.source.load import Json, Object

    Fields = dict[str, str]  # field of an object → `TEXT`, `SEEN`, or the name under which it is reported

TEXT, SEEN = "text", ""  # `TEXT` is reported as a difference in texts; `SEEN` is compared, or its parts are
OTHERS = "other fields"
EXTENSIONS = "extensions"
OF_3_2 = "media types of OpenAPI 3.2"
SAYING_NOTHING: tuple[Json, ...] = ("", False, [])  # the same as a missing text, `deprecated` or list of tags
EXAMPLES: Fields = {"example": "examples", "examples": "examples"}
STYLES = ("style", "explode", "allowReserved", "allowEmptyValue")


def _fields(what: str, names: str) -> Fields:
    return dict.fromkeys(names.split(), what)


DOCUMENT: Fields = {
    **_fields(SEEN, "paths webhooks components security servers"),
    **{word: word for word in ("info", "tags", "externalDocs", "jsonSchemaDialect", "$self")},
    "openapi": "version of OpenAPI",
}
COMPONENTS: Fields = {
    **_fields(SEEN, "schemas parameters requestBodies responses pathItems"),
    "securitySchemes": "security",
    "callbacks": "callbacks",
    "headers": "response headers",
    "links": "links",
    "examples": "examples",
    "mediaTypes": OF_3_2,
}
PATH: Fields = {
    **_fields(TEXT, "summary description"),
    **_fields(SEEN, f"parameters servers {' '.join(METHODS)} {ADDITIONAL}"),
}
OPERATION: Fields = {
    **_fields(TEXT, "summary description deprecated operationId tags externalDocs"),
    **_fields(SEEN, "parameters requestBody responses security servers"),
    "callbacks": "callbacks",
}
PARAMETER: Fields = {
    **_fields(TEXT, "description deprecated"),
    **_fields(SEEN, f"name in required schema content {' '.join(STYLES)}"),
    **EXAMPLES,
}
BODY: Fields = {**_fields(TEXT, "description"), **_fields(SEEN, "content required")}
RESPONSE: Fields = {**_fields(TEXT, "description summary"), **_fields(SEEN, "content headers"), "links": "links"}
MEDIA: Fields = {
    **_fields(SEEN, "schema"),
    **EXAMPLES,
    "encoding": "encodings of bodies",
    **_fields(OF_3_2, "itemSchema itemEncoding prefixEncoding $ref"),
}
NAMES = MAPS | frozenset(  # fields whose keys are free names, so that `x-a` is a name there
    "schemas headers examples links requestBodies securitySchemes callbacks pathItems mediaTypes encoding content "
    "variables scopes mapping".split()
)
# Their members are not fields. In OpenAPI a discriminator has extensions, and its `examples` are objects with names.
DATA = (KEYWORDS_OF_DATA - {"discriminator", "examples"}) | {"value"}


class Described:
    """The parts of a document other than values.

    Attributes:
        words: Operation → place → field → text.
        uncompared: Name of the part → place → content.
    """

    def __init__(self, document: Object, whole: Object, raw: Object) -> None:
        """Read a document; `whole` is the tidied document with references followed, `raw` its original schemas."""
        self.words: dict[str, Object] = {}
        self.uncompared: dict[str, Object] = {}
        components = document.get("components") or {}
        self._take("", "", document, DOCUMENT)
        self._take("", "components", components, COMPONENTS)
        used = set(map(steps_in, _followed(document)))
        for kind in ("parameters", "requestBodies", "responses", "pathItems"):
            for name, part in (components.get(kind) or {}).items():
                if ("components", kind, name) not in used:
                    self._put("unused components", f"{kind} {name}", part)
        self._put("servers", "", document.get("servers"))
        self._put("security", "", document.get("security"))
        for root, path, item in ((one, *row) for one in ROOTS for row in whole[one].items()):
            if not any(operations_in(item)):
                self._put("paths without operations", shape(path), item)
            for name, operation, _ in operations_at(root, path, item):
                self._operation(name, operation, document)
                self._take(name, "its path", item, PATH)
                self._put("servers", f"{shape(name)} its path", item.get("servers"))
        for what, said in (*unseen(raw), *((EXTENSIONS, said) for said in _extensions(document))):
            held = self.uncompared.setdefault(what, {})
            held[said] = held.get(said, 0) + 1

    def _operation(self, name: str, operation: Object, document: Object) -> None:
        self._take(name, "", operation, OPERATION)
        self._put("security", shape(name), operation.get("security", document.get("security")))
        self._put("servers", shape(name), operation.get("servers"))
        steps = IN_PATH.findall(name)
        for one in operation["parameters"]:
            if is_ignored(one):
                continue
            self._take(name, place_of(one), one, PARAMETER)
            called = str(one.get("name"))
            at = f"path {steps.index(called)}" if one.get("in") == "path" and called in steps else place_of(one)
            self._put("styles of parameters", f"{shape(name)} {at}", _style(one))
            for number, (kind, media) in enumerate((one.get("content") or {}).items()):
                self._take(name, f"{place_of(one)} {kind}", media, MEDIA)
                self._put(OTHERS, f"{shape(name)} {at} {kind}", media if number else None)
        body = operation.get("requestBody", {})
        self._take(name, "request", body, BODY)
        self._content(name, "request", body)
        for status, response in operation["responses"].items():
            self._take(name, f"response {status}", response, RESPONSE)
            headers = response.get("headers") or {}
            told = {str(header).lower(): part for header, part in headers.items()}
            told.pop("content-type", None)  # OpenAPI ignores it
            self._put("response headers", f"{shape(name)} {status}", told)
            self._content(name, f"response {status}", response)

    def _content(self, name: str, place: str, body: Object) -> None:
        for kind, media in content_of(body).items():
            self._take(name, f"{place} {kind}", media, MEDIA)

    def _take(self, name: str, place: str, node: Object, fields: Fields) -> None:
        """Record the texts of an object, and its parts that are not compared."""
        said = self.words.setdefault(name, {}).setdefault(place, {})
        for word, value in node.items():
            what = fields.get(word, OTHERS)
            if what == TEXT and value not in SAYING_NOTHING:
                said[word] = value
            elif what not in (TEXT, SEEN) and not str(word).startswith("x-"):
                self._put(what, f"{shape(name)} {place} {word}", value)

    def _put(self, what: str, place: str, part: Json) -> None:
        if part is not None and part != {}:
            self.uncompared.setdefault(what, {})[place] = part


def _style(one: Object) -> Object:
    """Return the style of a parameter, with OpenAPI's defaults filled in; empty if all are defaults."""
    if "content" in one:
        return {}
    usual = {"query": "form", "cookie": "form"}.get(str(one.get("in")), "simple")
    style = one.get("style", usual)
    said = {"style": style, **{word: one.get(word, word == "explode" and style == "form") for word in STYLES[1:]}}
    plain = {"style": usual, "explode": usual == "form", "allowReserved": False, "allowEmptyValue": False}
    return {} if said == plain else said


def _followed(document: Object) -> Iterator[str]:
    """Yield the references, as they are written, that lead to parts of operations."""
    waiting: list[Json] = [
        item for root in ROOTS for item in (document.get(root) or {}).values() if isinstance(item, dict)
    ]
    seen: set[str] = set()
    while waiting:
        node = waiting.pop()
        if not isinstance(node, dict):
            continue
        target = node.get("$ref")
        if isinstance(target, str) and target not in seen:
            seen.add(target)
            yield target
            waiting.append(_at(document, target))
        operations = [operation for _, operation in operations_in(node) if isinstance(operation, dict)]
        for one in (node, *operations):
            answers = one.get("responses")
            waiting += one["parameters"] if isinstance(one.get("parameters"), list) else []
            waiting += [one.get("requestBody"), *(answers.values() if isinstance(answers, dict) else ())]


def _at(document: Object, target: str) -> Json:
    """Return the target of a reference `#/components/KIND/NAME`; others do not point at a component."""
    root, *steps = steps_in(target) or ("",)
    kind, name = steps if root == "components" and len(steps) == len(("KIND", "NAME")) else ("", "")
    held = document.get("components", {}).get(kind)
    return held.get(name) if isinstance(held, dict) else None


def _extensions(node: Json, *, are_names: bool = False) -> Iterator[str]:
    """Yield each extension with its value, wherever it is."""
    if isinstance(node, list):
        for item in node:
            yield from _extensions(item)
    elif isinstance(node, dict):
        for word, part in node.items():
            if not are_names and str(word).startswith("x-"):
                yield f"{word} {json.dumps(part, sort_keys=True)}"
            elif are_names or not (word in DATA or (word == "examples" and isinstance(part, list))):  # a schema's
                yield from _extensions(part, are_names=not are_names and word in NAMES)
